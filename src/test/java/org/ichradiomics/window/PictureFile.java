package org.ichradiomics.window;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A PNG with one text beside its pixels: the hash of what its window is made of. */
final class PictureFile {

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String TEXT = "tEXt";
    private static final String KEYWORD = "Declaration";
    private static final int MOST_COLOURS = 256;

    private PictureFile() {}

    static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    /** The text; empty if there is none. */
    static Optional<String> hash(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(FORMAT);
            NodeList entries = root.getElementsByTagName(TEXT + "Entry");
            for (int i = 0; i < entries.getLength(); i++) {
                IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
                if (entry.getAttribute("keyword").equals(KEYWORD)) return Optional.of(entry.getAttribute("value"));
            }
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    static void write(Path file, BufferedImage image, String hash) throws IOException {
        BufferedImage small = indexed(image);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(small), how);
        IIOMetadataNode entry = new IIOMetadataNode(TEXT + "Entry");
        entry.setAttribute("keyword", KEYWORD);
        entry.setAttribute("value", hash);
        Node texts = new IIOMetadataNode(TEXT);
        texts.appendChild(entry);
        Node root = new IIOMetadataNode(FORMAT);
        root.appendChild(texts);
        metadata.mergeTree(FORMAT, root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, metadata), how);
        } finally {
            writer.dispose();
        }
        Files.write(file, bytes.toByteArray());
    }

    /** A window has few colours; with a number for each of them the file is a third as large. */
    private static BufferedImage indexed(BufferedImage image) {
        Map<Integer, Byte> colours = new LinkedHashMap<>();
        int[] pixels = pixels(image);
        for (int pixel : pixels) colours.computeIfAbsent(pixel, colour -> (byte) colours.size());
        if (colours.size() > MOST_COLOURS) return image;
        int[] palette = colours.keySet().stream().mapToInt(colour -> colour).toArray();
        BufferedImage small = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        small.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        return small;
    }

    static boolean same(BufferedImage a, BufferedImage b) {
        return Arrays.equals(pixels(a), pixels(b));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
