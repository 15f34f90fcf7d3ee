package org.ichradiomics.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * PNG as the JDK reads it.
 *
 * <p>Covers Dash and Marker.
 */
class PngTest {

    /** Prints the sentence of a refusal, or how long the SVG is and that there is a PNG. */
    static final class Drawing {
        public static void main(String[] args) {
            Figure figure = figure();
            System.out.println("SVG " + figure.svg().startsWith("<svg"));
            try {
                System.out.println("PNG " + figure.png().length);
            } catch (InvalidInputException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }

    private static Figure figure() {
        return Figure.of("Title", new Size(85, 50), Axis.linear("x", 0, 10), Axis.linear("y", 0, 100))
                .with(new Mark.Line(
                        "", new double[] {0, 10}, new double[] {50, 50}, new Pen(Colour.BLUE, 2, Dash.SOLID)))
                .with(new Mark.Points("", new double[] {5}, new double[] {80}, Marker.SQUARE, Colour.VERMILLION, 4));
    }

    private static ImageReader reader(byte[] png) throws Exception {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png));
        reader.setInput(in);
        return reader;
    }

    @Test
    void has300DotsPerInch() throws Exception {
        ImageReader reader = reader(figure().png());
        IIOMetadataNode physical =
                (IIOMetadataNode) ((IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                        .getElementsByTagName("pHYs")
                        .item(0);
        // 300 / 0.0254 m
        assertEquals("11811", physical.getAttribute("pixelsPerUnitXAxis"));
        assertEquals("11811", physical.getAttribute("pixelsPerUnitYAxis"));
        assertEquals("meter", physical.getAttribute("unitSpecifier"));
        // 85 mm / 25.4 · 300
        assertEquals(1004, reader.getWidth(0));
    }

    @Test
    void pixelsLieWhereTheSvgHasThem() throws Exception {
        BufferedImage image = reader(figure().png()).read(0);
        Svg svg = Svg.of(figure());
        double scale = 300 / 72.0;
        double[][] line = Svg.points(svg.elements("polyline").get(0));
        int x = (int) ((line[0][0] + line[1][0]) / 2 * scale);
        assertEquals(0x0072B2, image.getRGB(x, (int) (line[0][1] * scale)) & 0xFFFFFF);
        assertEquals(0xFFFFFF, image.getRGB(x, (int) ((line[0][1] + 4) * scale)) & 0xFFFFFF);
        double[][] square = Svg.points(svg.elements("polygon").get(0));
        assertEquals(
                0xD55E00,
                image.getRGB((int) ((square[0][0] + square[2][0]) / 2 * scale), (int)
                                ((square[0][1] + square[2][1]) / 2 * scale))
                        & 0xFFFFFF);
        double height = Double.parseDouble(svg.root().getAttribute("viewBox").split(" ")[3]);
        assertEquals(height * scale, image.getHeight(), 1);
    }

    @Test
    void isTheSameTwice() throws Exception {
        assertArrayEquals(figure().png(), figure().png());
    }

    @Test
    void withoutFontsTheCallerIsToldAndHasTheSvg() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "fonts can be taken away from Java on Linux only");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = String.join(File.pathSeparator, "target/classes", "target/test-classes");
        Process process = new ProcessBuilder(
                        java,
                        "-Djava.awt.headless=true",
                        "-Dsun.awt.fontconfig=/nowhere",
                        "-cp",
                        classes,
                        Drawing.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("SVG true"), said);
        assertTrue(said.contains("refused: Figures cannot be drawn as PNG, as Java finds no fonts"), said);
    }
}
