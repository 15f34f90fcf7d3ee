package org.ichradiomics.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A figure's SVG read back with the XML parser of the JDK. */
record Svg(Document document) {

    /** Digits are 0.72 of their size high. */
    private static final double MIDDLE = 0.36;

    /** A text element, with what it covers if letters are as wide as those of DejaVu Sans. */
    record Text(double x, double y, double size, String anchor, boolean upright, String text) {

        Area area() {
            double width = new Font(size, false).width(text);
            double before = anchor.equals("middle") ? width / 2 : anchor.equals("end") ? width : 0;
            // Letters reach from three quarters of their size above their line to a fifth below it.
            return upright
                    ? new Area(x - 0.75 * size, y - width + before, x + 0.2 * size, y + before)
                    : new Area(x - before, y - 0.75 * size, x - before + width, y + 0.2 * size);
        }
    }

    static Svg of(Figure figure) throws Exception {
        return new Svg(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(figure.svg()))));
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
        return elements;
    }

    List<Text> texts() {
        return elements("text").stream()
                .map(e -> new Text(
                        number(e, "x"),
                        number(e, "y"),
                        number(e, "font-size"),
                        e.getAttribute("text-anchor"),
                        e.getAttribute("transform").startsWith("rotate(-90"),
                        e.getTextContent()))
                .toList();
    }

    Text text(String text) {
        return texts().stream()
                .filter(t -> t.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text " + text));
    }

    boolean hasText(String text) {
        return texts().stream().anyMatch(t -> t.text().equals(text));
    }

    /** Points x, y of a polyline. */
    static double[][] points(Element polyline) {
        return Arrays.stream(polyline.getAttribute("points").split(" "))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** From x of the drawing to x of the data, by two labels of the x axis. */
    double dataX(double x, String low, String high) {
        double left = below(low);
        double right = below(high);
        return value(low) + (x - left) / (right - left) * (value(high) - value(low));
    }

    /** From y of the drawing to y of the data, by two labels of the y axis, which end beside it. */
    double dataY(double y, String low, String high) {
        double bottom = beside(low);
        double top = beside(high);
        return value(low) + (y - bottom) / (top - bottom) * (value(high) - value(low));
    }

    private double below(String label) {
        return texts().stream()
                .filter(t ->
                        t.anchor().equals("middle") && !t.upright() && t.text().equals(label))
                .mapToDouble(Text::x)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no label " + label + " of the x axis"));
    }

    private double beside(String label) {
        return texts().stream()
                .filter(t -> t.anchor().equals("end") && t.text().equals(label))
                .mapToDouble(t -> t.y() - MIDDLE * t.size())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no label " + label + " of the y axis"));
    }

    private static double value(String label) {
        return Double.parseDouble(label.replace('\u2212', '-'));
    }
}
