package org.ichradiomics.figure;

/** Writes SVG 1.1, one element a line. A length has two decimals of a point, 0.0035 mm. */
final class SvgCanvas implements Canvas {

    private static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private final StringBuilder svg = new StringBuilder();

    private SvgCanvas() {}

    static String draw(Figure figure) {
        Layout layout = new Layout(figure);
        SvgCanvas canvas = new SvgCanvas();
        String title =
                escaped(figure.title().isEmpty() ? "Figure" : figure.title().replace('\n', ' '));
        canvas.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" aria-label=\"")
                .append(title)
                .append("\" width=\"")
                .append(number(layout.width() / Layout.POINTS_PER_MM))
                .append("mm\" height=\"")
                .append(number(layout.height() / Layout.POINTS_PER_MM))
                .append("mm\" viewBox=\"0 0 ")
                .append(number(layout.width()))
                .append(' ')
                .append(number(layout.height()))
                .append("\" font-family=\"")
                .append(FONTS)
                .append("\">\n<title>")
                .append(title)
                .append("</title>\n");
        layout.draw(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        svg.append("<line");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        stroke(pen);
        svg.append("/>\n");
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        svg.append("<polyline points=\"").append(points(x, y)).append("\" fill=\"none\" stroke-linejoin=\"round\"");
        stroke(pen);
        svg.append("/>\n");
    }

    @Override
    public void rectangle(Area area, Colour fill, double opacity, Pen outline) {
        svg.append("<rect");
        attribute("x", area.left());
        attribute("y", area.top());
        attribute("width", area.width());
        attribute("height", area.height());
        svg.append(" fill=\"").append(fill.hex()).append('"');
        if (opacity < 1) attribute("fill-opacity", opacity);
        if (outline != null) stroke(outline);
        svg.append("/>\n");
    }

    @Override
    public void marker(double x, double y, Marker marker, Colour colour, double radius) {
        double[] corners = marker.corners();
        if (corners.length == 0) {
            svg.append("<circle");
            attribute("cx", x);
            attribute("cy", y);
            attribute("r", radius);
        } else {
            double[] xs = new double[corners.length / 2];
            double[] ys = new double[corners.length / 2];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x + radius * corners[2 * i];
                ys[i] = y + radius * corners[2 * i + 1];
            }
            svg.append("<polygon points=\"").append(points(xs, ys)).append('"');
        }
        if (marker.isFilled()) {
            svg.append(" fill=\"").append(colour.hex()).append("\"/>\n");
        } else {
            svg.append(" fill=\"").append(Colour.WHITE.hex()).append('"');
            stroke(new Pen(colour, 0.6, Dash.SOLID));
            svg.append("/>\n");
        }
    }

    @Override
    public void text(double x, double y, String text, Font font, Anchor anchor, Colour colour, boolean upright) {
        svg.append("<text");
        attribute("x", x);
        attribute("y", y);
        attribute("font-size", font.size());
        if (font.bold()) svg.append(" font-weight=\"bold\"");
        if (anchor != Anchor.START)
            svg.append(" text-anchor=\"")
                    .append(anchor == Anchor.MIDDLE ? "middle" : "end")
                    .append('"');
        if (upright)
            svg.append(" transform=\"rotate(-90 ")
                    .append(number(x))
                    .append(' ')
                    .append(number(y))
                    .append(")\"");
        svg.append(" fill=\"")
                .append(colour.hex())
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private void attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private void stroke(Pen pen) {
        svg.append(" stroke=\"").append(pen.colour().hex()).append('"');
        attribute("stroke-width", pen.width());
        double[] lengths = pen.dash().lengths();
        if (lengths.length == 0) return;
        svg.append(" stroke-dasharray=\"");
        for (int i = 0; i < lengths.length; i++) svg.append(i == 0 ? "" : " ").append(number(lengths[i]));
        svg.append('"');
    }

    private static String points(double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (i > 0) points.append(' ');
            points.append(number(x[i])).append(',').append(number(y[i]));
        }
        return points.toString();
    }

    /** At most two decimals. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String whole = (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100);
        if (rest == 0) return whole;
        return whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /** As text or attribute of XML 1.0; characters that it does not know become U+FFFD. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
