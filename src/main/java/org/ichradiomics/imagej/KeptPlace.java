package org.ichradiomics.imagej;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

import ij.ImagePlus;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.GeometryText;

/**
 * The geometry of the file that an image was opened from, kept with the image: as properties, which ImageJ saves in its
 * TIFF files and hands on to duplicates. The image itself runs to the patient's left, back and head, whatever the order
 * in its file.
 */
final class KeptPlace {

    private static final String GEOMETRY = "ICH Radiomics geometry";
    private static final String VOXELS = "ICH Radiomics voxels";

    private static final String[] AXES = {"pixel width", "pixel height", "slice distance"};
    private static final double ROUNDED = 1e-4;

    private KeptPlace() {}

    /** Keeps the geometry of the file, and what tells later whether the voxels are still the same. */
    static void keep(ImagePlus image, Geometry file) {
        image.setProp(GEOMETRY, GeometryText.of(file));
        image.setProp(VOXELS, checksum(image));
    }

    /**
     * The geometry of the file, its size and order those of the file; empty if there is none, or the image's size has
     * changed since.
     */
    static Optional<Geometry> of(ImagePlus image) {
        String text = image.getProp(GEOMETRY);
        return text == null ? Optional.empty() : GeometryText.parse(text).filter(file -> isOfSize(image, file));
    }

    /**
     * What tells the file of an image from those of other scans; empty if the image was not opened by us. Copies have
     * the same.
     */
    static Optional<String> fingerprint(ImagePlus image) {
        return image.getProp(GEOMETRY) == null
                ? Optional.empty()
                : Optional.of(image.getProp(GEOMETRY) + " " + image.getProp(VOXELS));
    }

    /**
     * The geometry of the image as it is shown, LPS; where the user has set other distances than the file's, they hold.
     *
     * @param calibrated distances along x, y and z by the image's calibration in mm, NaN where it has no unit of length
     */
    static Geometry shown(String name, Geometry file, double[] calibrated, List<String> notes) {
        double[] mm = file.lengths();
        for (int axis = 0; axis < 3; axis++) {
            // TIFF keeps six digits of a distance; the file had more.
            if (Double.isNaN(calibrated[axis]) || Math.abs(calibrated[axis] - mm[axis]) <= ROUNDED * mm[axis]) continue;
            String was = Double.isNaN(mm[axis])
                    ? "where its file has no single one"
                    : String.format(Locale.ROOT, "where its file has %.4f mm", mm[axis]);
            String set = String.format(Locale.ROOT, "%.4f mm", calibrated[axis]);
            notes.add("The " + AXES[axis] + " of " + name + " was set to " + set + " in Image > Properties..., " + was
                    + ": " + set + " was used.");
            mm[axis] = calibrated[axis];
        }
        return file.inThisOrder().withStoredLengths(mm, file.warnings());
    }

    /**
     * Notes what was done to the image since: nobody can tell a filter from a flip, and a flip turns the patient round.
     */
    static void noteChanges(ImagePlus image, List<String> notes) {
        if (image.getProp(GEOMETRY) == null) return;
        if (of(image).isEmpty()) {
            notes.add(image.getTitle()
                    + " no longer has the size that its file had, so its place in the patient is unknown: "
                    + "masks from files are taken as displayed.");
        } else if (!checksum(image).equals(image.getProp(VOXELS))) {
            notes.add("The voxels of " + image.getTitle()
                    + " were changed since it was opened: if it was flipped or turned, "
                    + "masks from files no longer lie where they belong.");
        }
    }

    private static boolean isOfSize(ImagePlus image, Geometry file) {
        return image.getWidth() == file.size(0)
                && image.getHeight() == file.size(1)
                && Planes.of(image).count() == file.size(2);
    }

    /**
     * Of the values, whatever type of pixels holds them: of whole numbers of int16 as {@link CtImage} stores them, else
     * of float32.
     */
    private static String checksum(ImagePlus image) {
        Planes planes = Planes.of(image);
        float[] table = image.getCalibration().getCTable();
        boolean isInt16 = true;
        for (int slice = 1; slice <= planes.count() && isInt16; slice++)
            isInt16 = isInt16(values(image, planes.index(slice), table));
        CRC32 crc = new CRC32();
        ByteBuffer bytes =
                ByteBuffer.allocate((isInt16 ? Short.BYTES : Float.BYTES) * image.getWidth() * image.getHeight());
        for (int slice = 1; slice <= planes.count(); slice++) {
            bytes.clear();
            for (float value : values(image, planes.index(slice), table)) {
                if (isInt16) bytes.putShort((short) ((int) value + CtImage.SHIFT));
                else bytes.putFloat(value);
            }
            crc.update(bytes.flip());
        }
        return Long.toHexString(crc.getValue());
    }

    /** @param table of the calibration; null: values as stored */
    private static float[] values(ImagePlus image, int index, float[] table) {
        Object pixels = image.getStack().getPixels(index);
        if (pixels instanceof float[] values) return values;
        float[] values = new float[image.getWidth() * image.getHeight()];
        for (int i = 0; i < values.length; i++) {
            int stored = pixels instanceof byte[] bytes ? bytes[i] & 0xff : ((short[]) pixels)[i] & 0xffff;
            values[i] = table == null || stored >= table.length ? stored : table[stored];
        }
        return values;
    }

    private static boolean isInt16(float[] values) {
        for (float value : values) if (value != (short) value) return false;
        return true;
    }
}
