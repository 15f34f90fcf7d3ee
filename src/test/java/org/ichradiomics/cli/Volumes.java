package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ShortProcessor;
import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;

/** Small files for one test: 8 × 6 × 3 voxels, the haematoma in the middle of each slice. */
final class Volumes {

    static final int X = 8;
    static final int Y = 6;
    static final int Z = 3;
    static final int SIZE = X * Y * Z;

    private static final Spacing SPACING = new Spacing(0.5, 0.5, 5);

    private Volumes() {}

    /** HU of brain and blood, a little different in each voxel. */
    static float[] hu() {
        float[] hu = new float[SIZE];
        for (int i = 0; i < SIZE; i++) hu[i] = (isInside(i) ? 55 : 30) + i * 7 % 11;
        return hu;
    }

    static float[] mask(float label) {
        float[] mask = new float[SIZE];
        for (int i = 0; i < SIZE; i++) mask[i] = isInside(i) ? label : 0;
        return mask;
    }

    private static boolean isInside(int i) {
        int x = i % X;
        int y = i / X % Y;
        return x >= 2 && x < 6 && y >= 2 && y < 5;
    }

    static Path nifti(Path file, float[] values) throws InvalidInputException {
        return nifti(file, values, X, Y, Z);
    }

    static Path nifti(Path file, float[] values, int x, int y, int z) throws InvalidInputException {
        Nifti.writeFloat32(file, ArrayImgs.floats(values, x, y, z), Geometry.stored(x, y, z, SPACING, null, List.of()));
        return file;
    }

    /** As ImageJ saves it: 16-bit with the calibration of a CT. */
    static Path tiff(Path file, float[] values, boolean withSpacing) {
        ImageStack stack = new ImageStack(X, Y);
        for (int z = 0; z < Z; z++) {
            short[] slice = new short[X * Y];
            for (int i = 0; i < slice.length; i++) slice[i] = (short) (values[z * X * Y + i] + 32768);
            stack.addSlice(new ShortProcessor(X, Y, slice, null));
        }
        ImagePlus image = new ImagePlus("", stack);
        Calibration calibration = image.getCalibration();
        calibration.setSigned16BitCalibration();
        if (withSpacing) {
            calibration.pixelWidth = SPACING.x();
            calibration.pixelHeight = SPACING.y();
            calibration.pixelDepth = SPACING.z();
            calibration.setUnit("mm");
        }
        IJ.saveAsTiff(image, file.toString());
        return file;
    }
}
