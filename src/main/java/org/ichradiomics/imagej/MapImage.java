package org.ichradiomics.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.plugin.LutLoader;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.FeatureMap;

/** A feature map as ImageJ shows it: a stack of numbers in colour, by itself and over its CT. */
final class MapImage {

    private static final String COLOURS = "fire";
    private static final int OPAQUE = 0xff000000;

    private MapImage() {}

    /** A 32-bit stack, in the order of the CT's slices. */
    static ImagePlus of(FeatureMap map, ImagePlus ct) {
        RandomAccessibleInterval<DoubleType> stored = map.geometry().toStored(map.values());
        int width = (int) stored.dimension(0);
        int height = (int) stored.dimension(1);
        ImageStack stack = new ImageStack(width, height);
        Cursor<DoubleType> voxels = Views.flatIterable(stored).cursor();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int z = 0; z < stored.dimension(2); z++) {
            float[] plane = new float[width * height];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) voxels.next().get();
                if (!Float.isFinite(plane[i])) continue;
                low = Math.min(low, plane[i]);
                high = Math.max(high, plane[i]);
            }
            stack.addSlice(new FloatProcessor(width, height, plane));
        }
        ImagePlus image = new ImagePlus(ct.getTitle() + " " + map.name(), stack);
        image.setDimensions(1, stack.size(), 1);
        Calibration calibration = image.getCalibration();
        double[] mm = map.geometry().storedLengths();
        calibration.pixelWidth = mm[0];
        calibration.pixelHeight = mm[1];
        calibration.pixelDepth = mm[2];
        calibration.setUnit("mm");
        image.setLut(new LUT(LutLoader.getLut(COLOURS), low, high));
        if (low <= high) image.setDisplayRange(low, high);
        KeptPlace.keep(image, map.geometry());
        if (stack.size() == ct.getStackSize()) image.setSlice(ct.getCurrentSlice());
        return image;
    }

    /** A copy of the CT with the map over it; what is drawn on the CT itself stays what is measured. */
    static ImagePlus over(ImagePlus ct, FeatureMap map, ImagePlus stack) {
        ImagePlus copy = ct.duplicate();
        copy.setTitle(ct.getTitle() + " with " + map.name());
        copy.deleteRoi();
        Overlay overlay = new Overlay();
        boolean fits = stack.getWidth() == ct.getWidth()
                && stack.getHeight() == ct.getHeight()
                && stack.getStackSize() == ct.getStackSize();
        for (int z = 1; fits && z <= stack.getStackSize(); z++) {
            ImageRoi coloured = new ImageRoi(0, 0, coloured(stack, z));
            coloured.setZeroTransparent(true);
            coloured.setPosition(z);
            overlay.add(coloured);
        }
        copy.setOverlay(overlay);
        copy.setSlice(ct.getCurrentSlice());
        return copy;
    }

    private static ImageProcessor coloured(ImagePlus stack, int slice) {
        ImageProcessor plane = stack.getStack().getProcessor(slice).duplicate();
        plane.setLut(new LUT(LutLoader.getLut(COLOURS), stack.getDisplayRangeMin(), stack.getDisplayRangeMax()));
        plane.setMinAndMax(stack.getDisplayRangeMin(), stack.getDisplayRangeMax());
        ImageProcessor rgb = plane.convertToRGB();
        for (int i = 0; i < plane.getPixelCount(); i++) {
            // 0 is what an image in an overlay leaves free; the darkest colour of the map is none.
            boolean isOutside = Float.isNaN(plane.getf(i));
            rgb.set(i, isOutside ? 0 : (rgb.get(i) & 0xffffff) == 0 ? OPAQUE | 1 : rgb.get(i));
        }
        return rgb;
    }
}
