package org.ichradiomics.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * A head CT with one lesion as files: air of −1000 HU (SD 8), a skull of 1000, brain of 35 and a ball of 60 (SD 6
 * each), int16, and its mask, uint8; both NIfTI-1. The same voxels for the same numbers, always.
 *
 * @param matrix columns and rows
 * @param slices of the scan
 * @param mm between voxels along x, y and z
 * @param radius of the lesion, mm
 */
record HeadCt(int matrix, int slices, double[] mm, double radius, long seed) {

    private static final int HEADER = 352;
    private static final int INT16 = 4;
    private static final int UINT8 = 2;

    /** Writes {@code NAME} and {@code NAME_mask}, gzipped where the ending says so. */
    void write(Path folder, String name, String ending) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (OutputStream image = out(folder.resolve(name + ending));
                OutputStream mask = out(folder.resolve(name + "_mask" + ending))) {
            image.write(header(INT16, Short.BYTES));
            mask.write(header(UINT8, Byte.BYTES));
            ByteBuffer hu = ByteBuffer.allocate(Short.BYTES * matrix * matrix).order(ByteOrder.LITTLE_ENDIAN);
            byte[] inside = new byte[matrix * matrix];
            for (int z = 0; z < slices; z++) {
                slice(z, hu.clear(), inside, random);
                image.write(hu.array());
                mask.write(inside);
            }
        }
    }

    private static OutputStream out(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private void slice(int z, ByteBuffer hu, byte[] inside, SplittableRandom random) {
        double middle = (matrix - 1) / 2.0;
        double dz = (z - (slices - 1) / 2.0) * mm[2];
        for (int y = 0, i = 0; y < matrix; y++) {
            for (int x = 0; x < matrix; x++, i++) {
                double head = square((x - middle) / (0.38 * matrix)) + square((y - middle) / (0.45 * matrix));
                double dx = (x - middle - 0.1 * matrix) * mm[0];
                double dy = (y - middle + 0.05 * matrix) * mm[1];
                boolean isLesion = dx * dx + dy * dy + dz * dz <= radius * radius;
                double mean = isLesion ? 60 : head > 1 ? -1000 : head > 0.88 ? 1000 : 35;
                hu.putShort((short) Math.rint(mean + (mean == -1000 ? 8 : 6) * random.nextGaussian()));
                inside[i] = (byte) (isLesion ? 1 : 0);
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    private byte[] header(int type, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        short[] dim = {3, (short) matrix, (short) matrix, (short) slices, 1, 1, 1, 1};
        header.putInt(0, 348).putShort(70, (short) type).putShort(72, (short) (8 * bytes));
        for (int d = 0; d < dim.length; d++) header.putShort(40 + 2 * d, dim[d]);
        header.putFloat(76, 1).putFloat(108, HEADER).putFloat(112, 1).put(123, (byte) 2);
        for (int d = 0; d < 3; d++) {
            header.putFloat(80 + 4 * d, (float) mm[d]).putFloat(280 + 20 * d, (float) mm[d]);
            header.putFloat(292 + 16 * d, -100);
        }
        header.putShort(254, (short) 1)
                .put(344, (byte) 'n')
                .put(345, (byte) '+')
                .put(346, (byte) '1');
        return header.array();
    }
}
