package org.ichradiomics.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Scans with a lesion, made in code: an ellipsoid of its own size, place and noise in each. */
record SmallCohort(int nx, int ny, int nz) {

    private static final int HEADER = 352;
    private static final short INT16 = 4;
    private static final short BRAIN = 32;
    private static final short BLOOD = 62;

    /** Cases p000, p001, … in a folder and their list, {@code cases.csv}. */
    Path write(Path folder, int cases) throws IOException {
        Files.createDirectories(folder);
        StringBuilder list = new StringBuilder("case,image,mask,age\n");
        for (int i = 0; i < cases; i++) {
            String id = String.format("p%03d", i);
            write(folder, id, i);
            list.append(id + "," + id + ".nii.gz," + id + "_seg.nii.gz," + (40 + i % 50) + "\n");
        }
        return Files.writeString(folder.resolve("cases.csv"), list);
    }

    private void write(Path folder, String id, int seed) throws IOException {
        Random random = new Random(seed);
        double[] centre = {nx / 2.0 + random.nextInt(5), ny / 2.0 - random.nextInt(5), nz / 2.0};
        double[] radius = {4 + random.nextInt(5), 4 + random.nextInt(5), nz / 4.0};
        ByteBuffer scan = header();
        ByteBuffer mask = header();
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    double r = Math.pow((x - centre[0]) / radius[0], 2)
                            + Math.pow((y - centre[1]) / radius[1], 2)
                            + Math.pow((z - centre[2]) / radius[2], 2);
                    boolean isAir = x < 3;
                    scan.putShort((short) (isAir ? -1000 : (r < 1 ? BLOOD : BRAIN) + random.nextInt(13) - 6));
                    mask.putShort((short) (r < 1 ? 1 : 0));
                }
            }
        }
        zip(folder.resolve(id + ".nii.gz"), scan);
        zip(folder.resolve(id + "_seg.nii.gz"), mask);
    }

    /** A scan of nothing and a mask of all of it: small on the disk, large in memory. */
    void writeLarge(Path image, Path mask) throws IOException {
        ByteBuffer scan = header();
        while (scan.hasRemaining()) scan.putShort((short) (BLOOD + scan.position() % 7));
        zip(image, scan);
        ByteBuffer all = header();
        while (all.hasRemaining()) all.putShort((short) 1);
        zip(mask, all);
    }

    /** NIfTI-1: 0.5 × 0.5 × 5 mm, signed 16 bits, in scanner coordinates. */
    private ByteBuffer header() {
        ByteBuffer file = ByteBuffer.allocate(HEADER + 2 * nx * ny * nz).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348);
        short[] dim = {3, (short) nx, (short) ny, (short) nz, 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) file.putShort(40 + 2 * i, dim[i]);
        file.putShort(70, INT16).putShort(72, (short) 16);
        float[] spacing = {1, 0.5f, 0.5f, 5};
        for (int i = 0; i < spacing.length; i++) file.putFloat(76 + 4 * i, spacing[i]);
        file.putFloat(108, HEADER).putFloat(112, 1).put(123, (byte) 2);
        file.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) file.putFloat(280 + 20 * row, spacing[row + 1]);
        file.putInt(344, 0x00312b6e);
        return file.position(HEADER);
    }

    private static void zip(Path file, ByteBuffer bytes) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(bytes.array());
        }
    }
}
