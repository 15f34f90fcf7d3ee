package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        canvas.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
        canvas.with("role", "img", "aria-label", title);
        canvas.with("width", number(layout.width() / Layout.POINTS_PER_MM) + "mm");
        canvas.with("height", number(layout.height() / Layout.POINTS_PER_MM) + "mm");
        canvas.with("viewBox", "0 0 " + number(layout.width()) + " " + number(layout.height()));
        canvas.with("font-family", FONTS).svg.append(">\n<title>").append(title).append("</title>\n");
        layout.draw(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        begin("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2).end(pen);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        begin("polyline", "points", points(x, y), "fill", "none", "stroke-linejoin", "round")
                .end(pen);
    }

    @Override
    public void rectangle(Area area, Colour fill, double opacity, Pen outline) {
        begin("rect", "x", area.left(), "y", area.top(), "width", area.width(), "height", area.height());
        with("fill", fill.hex());
        if (opacity < 1) with("fill-opacity", opacity);
        end(outline);
    }

    @Override
    public void marker(double x, double y, Marker marker, Colour colour, double radius) {
        if (marker.isRound()) begin("circle", "cx", x, "cy", y, "r", radius);
        else begin("polygon", "points", points(marker.xs(x, radius), marker.ys(y, radius)));
        with("fill", (marker.isFilled() ? colour : Colour.WHITE).hex());
        end(marker.isFilled() ? null : Pen.outline(colour));
    }

    @Override
    public void text(double x, double y, String text, Font font, Anchor anchor, Colour colour, boolean upright) {
        begin("text", "x", x, "y", y, "font-size", font.size());
        if (font.bold()) with("font-weight", "bold");
        if (anchor != Anchor.START) with("text-anchor", anchor == Anchor.MIDDLE ? "middle" : "end");
        if (upright) with("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
        with("fill", colour.hex()).svg.append(">").append(escaped(text)).append("</text>\n");
    }

    private SvgCanvas begin(String element, Object... attributes) {
        svg.append('<').append(element);
        return with(attributes);
    }

    /** Names and values by turns. */
    private SvgCanvas with(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1] instanceof Double length ? number(length) : attributes[i + 1];
            svg.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        return this;
    }

    /** @param pen of its outline; {@code null} for none */
    private void end(Pen pen) {
        if (pen != null) {
            with("stroke", pen.colour().hex(), "stroke-width", pen.width());
            String dashes = Arrays.stream(pen.dash().lengths())
                    .mapToObj(SvgCanvas::number)
                    .collect(Collectors.joining(" "));
            if (!dashes.isEmpty()) with("stroke-dasharray", dashes);
        }
        svg.append("/>\n");
    }

    private static String points(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> number(x[i]) + "," + number(y[i]))
                .collect(Collectors.joining(" "));
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
