package org.ichradiomics.format.dicom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.ObjIntConsumer;

/**
 * A folder of axial CT slices for tests of other packages: seeded noise of 16 × 12 pixels, 5 mm apart, intercept -1024.
 */
public final class DicomStack {

    public static final int COLUMNS = 16;
    public static final int ROWS = 12;

    /** Attributes that a test may want to change. */
    public static final int PATIENT_NAME = 0x00100010;

    public static final int STUDY_DATE = 0x00080020;
    public static final int COMMENTS = 0x00204000;
    public static final int THICKNESS = Tag.SLICE_THICKNESS;
    public static final int NUMBER = Tag.INSTANCE_NUMBER;
    public static final int INTERCEPT = Tag.INTERCEPT;
    public static final int SLOPE = Tag.SLOPE;
    public static final int TILT = Tag.GANTRY_TILT;

    /** One slice, to be changed. */
    public static final class Slice {
        private final DicomBytes bytes;
        private final int[] stored;

        private Slice(DicomBytes bytes, int[] stored) {
            this.bytes = bytes;
            this.stored = stored;
        }

        public Slice position(double x, double y, double z) {
            bytes.position(x, y, z);
            return this;
        }

        public Slice orientation(double... cosines) {
            bytes.orientation(cosines);
            return this;
        }

        public Slice text(int tag, String representation, String value) {
            bytes.text(tag, representation, value);
            return this;
        }

        public Slice without(int... tags) {
            bytes.without(tags);
            return this;
        }

        public Slice rescale(double slope, double intercept) {
            bytes.rescale(slope, intercept);
            return this;
        }

        public Slice series(int number) {
            bytes.series(number);
            return this;
        }

        public Slice unsigned() {
            bytes.bits(16, 12, 11, false);
            return this;
        }

        public Slice truncated(int lost) {
            bytes.truncated(lost);
            return this;
        }

        /** A sequence whose item repeats attributes of the slice with other values. */
        public Slice nested() {
            bytes.sequence(0x00081115, false, new DicomBytes().series(9).position(1, 2, 3));
            bytes.sequence(0x00400275, false, new DicomBytes().series(8).position(4, 5, 6));
            return this;
        }

        public int[] stored() {
            return stored;
        }
    }

    private DicomStack() {}

    /** Writes {@code IM01.dcm}, ...; {@code change} gets each slice with its index from 0. */
    public static Path write(Path folder, int slices, ObjIntConsumer<Slice> change) throws Exception {
        return write(folder, slices, COLUMNS, ROWS, change);
    }

    public static Path write(Path folder, int slices, int columns, int rows, ObjIntConsumer<Slice> change)
            throws Exception {
        Files.createDirectories(folder);
        Random random = new Random(7);
        for (int k = 0; k < slices; k++) {
            int[] stored = new int[columns * rows];
            for (int i = 0; i < stored.length; i++) stored[i] = random.nextInt(2000) + 24;
            Slice slice = new Slice(DicomBytes.slice(k).grid(columns, rows).rescale(1, -1024), stored);
            slice.text(0x00200011, "IS", "1");
            change.accept(slice, k);
            slice.bytes.pixels(stored).write(folder.resolve(String.format("IM%02d.dcm", k + 1)));
        }
        return folder;
    }
}
