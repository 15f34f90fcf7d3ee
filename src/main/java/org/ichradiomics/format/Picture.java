package org.ichradiomics.format;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import org.ichradiomics.text.InvalidInputException;

/**
 * One slice as a picture, read by Java's own readers.
 *
 * @param name of its file
 * @param format in small letters: png, jpeg, bmp, tif
 * @param columns at least 1
 * @param rows at least 1
 * @param isWindowed whether it has 8 bits or fewer for a grey level
 */
record Picture(String name, String format, int columns, int rows, boolean isWindowed) {

    /** Deflate cannot shrink anything further, and no picture is packed better. */
    private static final long BEST_RATIO = 1032;

    /** What JPEG's rounding leaves between the colours of a grey pixel. */
    private static final int GREY = 12;

    private static final int HALF = 128;

    /** How ImageJ says what its values mean, in the description of a TIFF. */
    private static final Pattern OFFSET = Pattern.compile("(?m)^c0=([-+.\\deE]+)$");

    private static final Pattern SLOPE = Pattern.compile("(?m)^c1=([-+.\\deE]+)$");

    /** @throws InvalidInputException if it is no picture, or claims to be larger than its bytes can hold */
    static Picture of(String name, byte[] bytes) throws IOException, InvalidInputException {
        return with(name, bytes, reader -> {
            int columns = reader.getWidth(0);
            int rows = reader.getHeight(0);
            if (columns < 1 || rows < 1 || (long) columns * rows / 8 > BEST_RATIO * bytes.length)
                throw new InvalidInputException(
                        name + " claims to hold more than its bytes can: it is damaged, save it again.");
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            int bits = types.hasNext() ? types.next().getSampleModel().getSampleSize(0) : 8;
            return new Picture(name, reader.getFormatName().toLowerCase(Locale.ROOT), columns, rows, bits <= 8);
        });
    }

    private interface Reading<T> {
        T of(ImageReader reader) throws IOException, InvalidInputException;
    }

    private static <T> T with(String name, byte[] bytes, Reading<T> reading) throws IOException, InvalidInputException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext())
                throw new InvalidInputException(name + " is no picture that can be read: save it as PNG.");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Java's readers meet broken bytes with any exception.
            throw new InvalidInputException(name + " is damaged, or a picture that cannot be read: save it as PNG.", e);
        }
    }

    private BufferedImage image(byte[] bytes) throws IOException, InvalidInputException {
        return with(name, bytes, reader -> {
            if (reader.getNumImages(true) > 1)
                throw new InvalidInputException(
                        name + " holds several slices, and a picture in a folder is one: open it by itself.");
            BufferedImage image = reader.read(0);
            if (image.getWidth() == columns && image.getHeight() == rows) return image;
            throw new InvalidInputException(name + " is damaged, it changes its size: save it again.");
        });
    }

    /**
     * Its grey values, through the calibration that ImageJ writes into a TIFF.
     *
     * @param at the place of the first pixel; from left to right, row by row
     * @throws InvalidInputException if it is coloured, or cannot be read
     */
    void greys(byte[] bytes, float[] to, int at) throws IOException, InvalidInputException {
        BufferedImage image = image(bytes);
        double[] line = format.startsWith("tif") ? calibration(bytes) : new double[] {0, 1};
        for (int y = 0, i = at; y < rows; y++)
            for (int x = 0; x < columns; x++, i++) to[i] = (float) (line[0] + line[1] * grey(image, x, y));
    }

    /** With all its bits, also of a grey picture that is stored as a coloured one. */
    private double grey(BufferedImage image, int x, int y) throws InvalidInputException {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        boolean isPalette = model instanceof IndexColorModel;
        if (!isPalette && model.getNumColorComponents() == 1) return raster.getSampleDouble(x, y, 0);
        boolean isWide = !isPalette && raster.getSampleModel().getSampleSize(0) > Byte.SIZE;
        int rgb = isWide ? 0 : image.getRGB(x, y);
        double[] all = isWide
                ? raster.getPixel(x, y, (double[]) null)
                : new double[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
        double most = Math.max(all[0], Math.max(all[1], all[2]));
        if (most - Math.min(all[0], Math.min(all[1], all[2])) <= (isWide ? 0 : GREY)) return all[1];
        throw new InvalidInputException(
                name + " is coloured, and a slice is grey: save it in grey, without anything drawn on it.");
    }

    /**
     * Its labels: grey values, numbers of a palette of colours, and of a JPEG, which rounds them, 1 for the bright
     * half.
     *
     * @param at as of {@link #greys}
     * @throws InvalidInputException if it is coloured without a palette, or cannot be read
     */
    void labels(byte[] bytes, float[] to, int at) throws IOException, InvalidInputException {
        BufferedImage image = image(bytes);
        boolean isNumbered = image.getColorModel() instanceof IndexColorModel palette && isColoured(palette);
        if (!isNumbered) greys(bytes, to, at);
        for (int i = 0; i < columns * rows; i++) {
            if (isNumbered) to[at + i] = image.getRaster().getSample(i % columns, i / columns, 0);
            else if (format.startsWith("jp")) to[at + i] = to[at + i] < HALF ? 0 : 1;
        }
    }

    private static boolean isColoured(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) if (!isGrey(palette.getRGB(i))) return true;
        return false;
    }

    private static boolean isGrey(int rgb) {
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) <= GREY;
    }

    /** Offset and slope; 0 and 1 where ImageJ has written none. */
    private double[] calibration(byte[] bytes) throws IOException, InvalidInputException {
        String text = with(name, bytes, reader -> description(reader.getImageMetadata(0)));
        try {
            Matcher offset = OFFSET.matcher(text);
            Matcher slope = SLOPE.matcher(text);
            return new double[] {
                offset.find() ? Double.parseDouble(offset.group(1)) : 0,
                slope.find() ? Double.parseDouble(slope.group(1)) : 1
            };
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name + " has a calibration that is none: save it again from ImageJ.", e);
        }
    }

    /** The field 270 of a TIFF; empty if it has none. */
    private static String description(IIOMetadata metadata) {
        if (metadata == null || metadata.getNativeMetadataFormatName() == null) return "";
        return text(metadata.getAsTree(metadata.getNativeMetadataFormatName()));
    }

    private static String text(Node node) {
        if (node.getAttributes() != null && node.getAttributes().getNamedItem("value") != null) {
            String value = node.getAttributes().getNamedItem("value").getNodeValue();
            if (value.startsWith("ImageJ=")) return value;
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            String text = text(children.item(i));
            if (!text.isEmpty()) return text;
        }
        return "";
    }
}
