package org.ichradiomics.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An image as PNG (ISO/IEC 15948) in 24 bits with its resolution, which Java's own writer knows only by way of its
 * metadata trees.
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] EIGHT_BITS_OF_RGB = {8, 2, 0, 0, 0};
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private Png() {}

    /** @param dpi dots per inch when it is printed */
    public static byte[] bytes(BufferedImage image, int dpi) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", ints(image.getWidth(), image.getHeight()), EIGHT_BITS_OF_RGB);
        int perMetre = (int) Math.round(dpi * INCHES_PER_METRE);
        chunk(png, "pHYs", ints(perMetre, perMetre), (byte) 1);
        chunk(png, "IDAT", deflated(rows(image)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row behind a 0, which says that it is not filtered. */
    private static byte[] rows(BufferedImage image) {
        int width = image.getWidth();
        ByteBuffer rows = ByteBuffer.allocate(image.getHeight() * (1 + 3 * width));
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.put((byte) 0);
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int rgb : row)
                rows.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data, byte... more) {
        CRC32 crc = new CRC32();
        png.writeBytes(ints(data.length + more.length));
        for (byte[] part : new byte[][] {type.getBytes(StandardCharsets.US_ASCII), data, more}) {
            crc.update(part);
            png.writeBytes(part);
        }
        png.writeBytes(ints((int) crc.getValue()));
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) bytes.putInt(value);
        return bytes.array();
    }
}
