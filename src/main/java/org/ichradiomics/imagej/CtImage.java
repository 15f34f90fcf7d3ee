package org.ichradiomics.imagej;

import java.util.function.DoublePredicate;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;

/**
 * A scan as ImageJ shows one: HU through the calibration, voxel size in mm, brain window. 16-bit where every value is a
 * whole number of int16, else 32-bit. Carries nothing of the file but its geometry.
 */
final class CtImage {

    /** The brain window: width 80 HU, level 40 HU. */
    private static final double WINDOW_LOW = 0;

    private static final double WINDOW_HIGH = 80;

    /** ImageJ has no signed 16-bit pixels: they are stored so much higher. */
    static final int SHIFT = 32768;

    private CtImage() {}

    /** @param file the geometry in the order of the file, to be kept with the image */
    static ImagePlus of(String title, Scan scan, Geometry file) {
        boolean isInt16 = isEach(scan, value -> value == (short) value);
        ImagePlus image = new ImagePlus(title, stack(scan, isInt16));
        // Else ImageJ takes the slices of a stack of up to that many for channels or frames in some of its commands.
        image.setDimensions(1, scan.geometry().size(2), 1);
        Calibration calibration = image.getCalibration();
        if (isInt16) calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {-SHIFT, 1}, "HU");
        else calibration.setValueUnit("HU");
        setLengths(calibration, scan.geometry().lengths());
        int shift = isInt16 ? SHIFT : 0;
        image.setDisplayRange(WINDOW_LOW + shift, WINDOW_HIGH + shift);
        KeptPlace.keep(image, file);
        image.setSlice((scan.geometry().size(2) + 1) / 2);
        return image;
    }

    /** Whether 32 bits hold every value; if not, they were rounded. */
    static boolean isExact(Scan scan) {
        return isEach(scan, value -> Double.isNaN(value) || value == (float) value);
    }

    private static void setLengths(Calibration calibration, double[] mm) {
        calibration.pixelWidth = Double.isNaN(mm[0]) ? 1 : mm[0];
        calibration.pixelHeight = Double.isNaN(mm[1]) ? 1 : mm[1];
        calibration.pixelDepth = Double.isNaN(mm[2]) ? 1 : mm[2];
        calibration.setUnit(Double.isNaN(mm[0]) || Double.isNaN(mm[1]) ? "pixel" : "mm");
        if (Double.isNaN(mm[2])) calibration.setZUnit("pixel");
    }

    private static boolean isEach(Scan scan, DoublePredicate rule) {
        for (DoubleType hu : Views.flatIterable(scan.hu())) if (!rule.test(hu.get())) return false;
        return true;
    }

    private static ImageStack stack(Scan scan, boolean isInt16) {
        Geometry geometry = scan.geometry();
        ImageStack stack = new ImageStack(geometry.size(0), geometry.size(1));
        Cursor<DoubleType> hu = Views.flatIterable(scan.hu()).cursor();
        for (int z = 0; z < geometry.size(2); z++) stack.addSlice(slice(hu, geometry, isInt16));
        return stack;
    }

    private static ImageProcessor slice(Cursor<DoubleType> hu, Geometry geometry, boolean isInt16) {
        int pixels = geometry.size(0) * geometry.size(1);
        if (!isInt16) {
            float[] values = new float[pixels];
            for (int i = 0; i < pixels; i++) values[i] = (float) hu.next().get();
            return new FloatProcessor(geometry.size(0), geometry.size(1), values);
        }
        short[] values = new short[pixels];
        for (int i = 0; i < pixels; i++) values[i] = (short) ((int) hu.next().get() + SHIFT);
        return new ShortProcessor(geometry.size(0), geometry.size(1), values, null);
    }
}
