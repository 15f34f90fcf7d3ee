package org.ichradiomics.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.measure.Calibration;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.measure.AkCase;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/**
 * The oracle's head CT (64 × 64 × 12, a haematoma of 2530 voxels) as ImageJ holds it, with its mask as image, ROIs and
 * files.
 */
public final class HeadCt {

    /** With values of the case computed with ITK's own filters, and measured without ImageJ. */
    public static final AkCase CASE = read();

    public static final FeatureVector MEASURED = measured();

    /** How ImageJ stores HU: signed numbers 32768 higher, DICOM's 1024 lower, and plain ones. */
    public enum Storage {
        SIGNED(16, hu -> hu + 32768, -32768),
        SIGNED_SHIFTED(16, hu -> hu + 1024 + 32768, -33792),
        UNSIGNED(16, hu -> hu + 1024, -1024),
        FLOAT(32, hu -> hu, 0),
        BYTE(8, hu -> Math.max(0, Math.min(255, hu)), 0),
        BYTE_SHIFTED(8, hu -> Math.max(0, Math.min(255, hu + 50)), -50);

        private final int bits;
        private final DoubleUnaryOperator stored;
        private final double intercept;

        Storage(int bits, DoubleUnaryOperator stored, double intercept) {
            this.bits = bits;
            this.stored = stored;
            this.intercept = intercept;
        }

        private ImageProcessor slice() {
            return switch (bits) {
                case 8 -> new ByteProcessor(nx(), ny());
                case 16 -> new ShortProcessor(nx(), ny());
                default -> new FloatProcessor(nx(), ny());
            };
        }
    }

    private HeadCt() {}

    public static int nx() {
        return CASE.region().matrix(0);
    }

    public static int ny() {
        return CASE.region().matrix(1);
    }

    public static int nz() {
        return CASE.region().matrix(2);
    }

    /** As ImageJ has read it from DICOM files. */
    public static ImagePlus image() {
        return image(Storage.SIGNED_SHIFTED);
    }

    public static ImagePlus image(Storage storage) {
        ImageStack stack = new ImageStack(nx(), ny());
        try {
            var hu = ImageFile.read(file("image")).scan().hu().randomAccess();
            for (int z = 0; z < nz(); z++) {
                ImageProcessor slice = storage.slice();
                for (int y = 0; y < ny(); y++) {
                    for (int x = 0; x < nx(); x++) {
                        hu.setPosition(new int[] {x, y, z});
                        slice.setf(x, y, (float)
                                storage.stored.applyAsDouble(hu.get().get()));
                    }
                }
                stack.addSlice(slice);
            }
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
        ImagePlus image = new ImagePlus("head.tif", stack);
        Calibration calibration = image.getCalibration();
        if (storage.intercept != 0)
            calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {storage.intercept, 1}, "HU");
        setSpacing(image, "mm", 1);
        return image;
    }

    /** Gives an image the spacing of the case in a unit of {@code mm} millimetres. */
    public static void setSpacing(ImagePlus image, String unit, double mm) {
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = CASE.region().spacing().x() / mm;
        calibration.pixelHeight = CASE.region().spacing().y() / mm;
        calibration.pixelDepth = CASE.region().spacing().z() / mm;
        calibration.setUnit(unit);
    }

    /** The mask as 8-bit image, {@code label} inside. */
    public static ImagePlus mask(int label) {
        ImageStack stack = new ImageStack(nx(), ny());
        for (int z = 0; z < nz(); z++) stack.addSlice(new ByteProcessor(nx(), ny()));
        Region region = CASE.region();
        int plane = region.box(0) * region.box(1);
        for (int i = 0; i < region.size(); i++) {
            int p = region.position(i);
            stack.setVoxel(
                    region.origin(0) + p % region.box(0),
                    region.origin(1) + p % plane / region.box(0),
                    region.origin(2) + p / plane,
                    label);
        }
        ImagePlus mask = new ImagePlus("mask.tif", stack);
        setSpacing(mask, "mm", 1);
        return mask;
    }

    /** The mask as ROIs, one for each slice, in ImageJ's manner named after and placed on it. */
    public static List<Roi> rois() {
        return rois(mask(255));
    }

    static List<Roi> rois(ImagePlus mask) {
        List<Roi> rois = new ArrayList<>();
        for (int z = 1; z <= mask.getNSlices(); z++) {
            ImageProcessor slice = mask.getStack().getProcessor(z);
            slice.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
            Roi roi = new ThresholdToSelection().convert(slice);
            if (roi == null) continue;
            roi.setPosition(z);
            roi.setName(String.format("%04d-0032-0032", z));
            rois.add(roi);
        }
        return rois;
    }

    public static Overlay overlay() {
        Overlay overlay = new Overlay();
        rois().forEach(overlay::add);
        return overlay;
    }

    /** {@link #image()} with its haematoma as overlay. */
    public static ImagePlus drawn() {
        ImagePlus image = image();
        image.setOverlay(overlay());
        return image;
    }

    /** The NIfTI file of the case: "image" or "mask". */
    public static Path file(String what) {
        return Path.of("src/test/resources/ak/headct_blob", what + ".nii.gz");
    }

    public static Path save(ImagePlus image, Path file) {
        if (!new FileSaver(image).saveAsTiff(file.toString())) throw new IllegalStateException("not saved: " + file);
        return file;
    }

    /** Saves ROIs as the ROI Manager does; names are those of the entries. */
    public static Path zip(List<Roi> rois, Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Roi roi : rois) {
                zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                new RoiEncoder(bytes).write(roi);
                zip.write(bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static AkCase read() {
        try {
            return AkCase.read(Path.of("src/test/resources/ak/headct_blob"));
        } catch (IOException | InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeatureVector measured() {
        try {
            return CASE.measured();
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }
}
