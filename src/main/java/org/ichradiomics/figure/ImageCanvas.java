package org.ichradiomics.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.ichradiomics.text.InvalidInputException;

/**
 * Draws on an image of Java 2D. Text that is wider than {@link Font} says is narrowed, so that it stays where the
 * layout has put it.
 */
public final class ImageCanvas implements Canvas, AutoCloseable {

    private static final String FONT = "SansSerif";
    /** Letters are drawn at this size and scaled down, for hinting would change their widths. */
    private static final float DRAWN = 100;

    private final Graphics2D graphics;

    private ImageCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] png(Figure figure, int dpi) throws InvalidInputException {
        return Png.bytes(image(figure, dpi), dpi);
    }

    /** @throws InvalidInputException if there are no fonts */
    static BufferedImage image(Figure figure, int dpi) throws InvalidInputException {
        Layout layout = new Layout(figure);
        double scale = dpi / 72.0;
        int width = (int) Math.round(layout.width() * scale);
        int height = (int) Math.round(layout.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        try (ImageCanvas canvas = on(image, scale)) {
            canvas.graphics.setColor(Color.WHITE);
            canvas.graphics.fill(new Rectangle2D.Double(0, 0, width / scale, height / scale));
            layout.draw(canvas);
        }
        return image;
    }

    /**
     * What draws on an image; to be closed.
     *
     * @param scale pixels per point
     * @throws InvalidInputException if there are no fonts
     */
    public static ImageCanvas on(BufferedImage image, double scale) throws InvalidInputException {
        Graphics2D graphics = graphics(image);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        return new ImageCanvas(graphics);
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    /** What can draw letters too. */
    private static Graphics2D graphics(BufferedImage image) throws InvalidInputException {
        try {
            Graphics2D graphics = image.createGraphics();
            graphics.getFontMetrics(new java.awt.Font(FONT, java.awt.Font.PLAIN, 1))
                    .stringWidth("0");
            return graphics;
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Without fonts or the library that reads them Java throws one of many errors, depending on what is
            // missing.
            throw new InvalidInputException(
                    "Figures cannot be drawn as PNG, as Java finds no fonts on this machine: install "
                            + "fontconfig and a font such as DejaVu; SVG files need none.",
                    e);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        use(pen);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        use(pen);
        graphics.draw(path(x, y));
    }

    @Override
    public void rectangle(Area area, Colour fill, double opacity, Pen outline) {
        Rectangle2D rectangle = new Rectangle2D.Double(area.left(), area.top(), area.width(), area.height());
        graphics.setColor(new Color(fill.rgb() | (int) Math.round(opacity * 255) << 24, true));
        graphics.fill(rectangle);
        if (outline == null) return;
        use(outline);
        graphics.draw(rectangle);
    }

    @Override
    public void marker(double x, double y, Marker marker, Colour colour, double radius) {
        Shape shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        if (!marker.isRound()) {
            Path2D path = path(marker.xs(x, radius), marker.ys(y, radius));
            path.closePath();
            shape = path;
        }
        graphics.setColor(marker.isFilled() ? new Color(colour.rgb()) : Color.WHITE);
        graphics.fill(shape);
        if (marker.isFilled()) return;
        use(Pen.outline(colour));
        graphics.draw(shape);
    }

    @Override
    public void text(double x, double y, String text, Font font, Anchor anchor, Colour colour, boolean upright) {
        graphics.setFont(
                new java.awt.Font(FONT, font.bold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN, 1).deriveFont(DRAWN));
        graphics.setColor(new Color(colour.rgb()));
        double scale = font.size() / DRAWN;
        double natural = graphics.getFontMetrics().stringWidth(text) * scale;
        double squeeze = natural > font.width(text) ? font.width(text) / natural : 1;
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        if (upright) graphics.rotate(-Math.PI / 2);
        graphics.translate(-anchor.share() * natural * squeeze, 0);
        graphics.scale(scale * squeeze, scale);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) path.lineTo(x[i], y[i]);
        return path;
    }

    private void use(Pen pen) {
        double[] lengths = pen.dash().lengths();
        float[] dash = new float[lengths.length];
        for (int i = 0; i < dash.length; i++) dash[i] = (float) lengths[i];
        graphics.setColor(new Color(pen.colour().rgb()));
        float[] broken = dash.length == 0 ? null : dash;
        graphics.setStroke(
                new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, broken, 0));
    }
}
