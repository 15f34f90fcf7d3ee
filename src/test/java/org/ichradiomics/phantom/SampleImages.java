package org.ichradiomics.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.view.Views;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;

/** Writes the sample images: the head phantom as ImageJ and as NIfTI files, its haematoma as mask and as ROIs. */
public final class SampleImages {

    static final String TIFF = "head-ct-phantom.tif";
    static final String NIFTI = "head-ct-phantom.nii.gz";
    static final String MASK = "head-ct-phantom-mask.nii.gz";
    static final String ROIS = "head-ct-phantom-rois.zip";

    /** ImageJ keeps signed numbers as unsigned ones, this much higher. */
    private static final int IMAGEJ_ZERO = 32768;

    /** Brain window: width 80, level 40 HU. */
    private static final int WINDOW_LOW = 0;

    private static final int WINDOW_HIGH = 80;

    private SampleImages() {}

    /** @param folder one: where to write, usually {@code sample-images} */
    public static void main(String[] folder) throws IOException, InvalidInputException {
        write(HeadPhantom.make(), Path.of(folder[0]));
    }

    static void write(Phantom phantom, Path folder) throws IOException, InvalidInputException {
        Files.write(folder.resolve(TIFF), new FileSaver(image(phantom)).serialize());
        Nifti.writeInt16(folder.resolve(NIFTI), phantom.scan(), geometry());
        Nifti.writeMask(folder.resolve(MASK), phantom.mask(), geometry());
        Files.write(folder.resolve(ROIS), SampleRois.zip(SampleRois.of(phantom.mask())));
    }

    /** As ImageJ shows a CT that it has read from DICOM files. */
    static ImagePlus image(Phantom phantom) {
        int columns = (int) phantom.scan().dimension(0);
        int rows = (int) phantom.scan().dimension(1);
        ImageStack stack = new ImageStack(columns, rows);
        Cursor<ShortType> hu = Views.flatIterable(phantom.scan()).cursor();
        while (hu.hasNext()) {
            short[] pixels = new short[columns * rows];
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = (short) (hu.next().get() + IMAGEJ_ZERO);
            stack.addSlice(null, pixels);
        }
        ImagePlus image = new ImagePlus(TIFF, stack);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = phantom.spacing().x();
        calibration.pixelHeight = phantom.spacing().y();
        calibration.pixelDepth = phantom.spacing().z();
        calibration.setUnit("mm");
        calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {-IMAGEJ_ZERO, 1}, "HU");
        image.setDisplayRange(WINDOW_LOW + IMAGEJ_ZERO, WINDOW_HIGH + IMAGEJ_ZERO);
        return image;
    }

    /** Stored as an axial DICOM stack: to the left, to the back, to the head. */
    private static Geometry geometry() {
        Grid grid = HeadPhantom.grid();
        return Geometry.stored(
                grid.columns(),
                grid.rows(),
                grid.slices(),
                grid.spacing(),
                Affine.of(
                        -grid.spacing().x(),
                        0,
                        0,
                        -grid.x0(),
                        0,
                        -grid.spacing().y(),
                        0,
                        -grid.y0(),
                        0,
                        0,
                        grid.spacing().z(),
                        grid.z0()),
                List.of());
    }
}
