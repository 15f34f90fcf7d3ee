package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

import org.ichradiomics.format.Geometry;
import org.ichradiomics.format.Scan;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Spacing;

/** An ImageJ image as a scan: values through its calibration, spacing in mm, the current channel and frame of a hyperstack. */
public final class ImageScan {

    private static final Map<String, Double> MILLIMETRES = Map.ofEntries(
            Map.entry("mm", 1.0), Map.entry("millimeter", 1.0), Map.entry("millimetre", 1.0),
            Map.entry("millimeters", 1.0), Map.entry("millimetres", 1.0),
            Map.entry("cm", 10.0), Map.entry("centimeter", 10.0), Map.entry("centimetre", 10.0), Map.entry("centimeters", 10.0),
            Map.entry("m", 1000.0), Map.entry("meter", 1000.0), Map.entry("metre", 1000.0),
            Map.entry("µm", 1e-3), Map.entry("μm", 1e-3), Map.entry("um", 1e-3), Map.entry("micron", 1e-3), Map.entry("microns", 1e-3),
            Map.entry("micrometer", 1e-3), Map.entry("micrometre", 1e-3),
            Map.entry("inch", 25.4), Map.entry("inches", 25.4), Map.entry("in", 25.4));

    private ImageScan() {
    }

    /**
     * An image in HU. Spacing is empty if the image's calibration names no unit of length.
     *
     * @param image may be null or without pixels, as headless Fiji hands it over where no image is open
     * @throws InvalidInputException if there is no image, or it is RGB
     */
    public static Scan of(ImagePlus image) throws InvalidInputException {
        requireGrey(image);
        List<String> notes = new ArrayList<>();
        if (image.getNChannels() > 1 || image.getNFrames() > 1) {
            int[] current = position(image);
            notes.add("Of the hyperstack, channel " + current[0] + " and frame " + current[2] + " were measured.");
        }
        Spacing spacing = spacing(image.getCalibration(), notes).orElse(null);
        String unit = image.getCalibration().getValueUnit();
        if (!unit.isBlank() && !unit.equalsIgnoreCase("Gray Value") && !unit.equalsIgnoreCase("HU") && !unit.startsWith("Hounsfield")) {
            notes.add("The image's values are in \"" + unit + "\", not in HU.");
        }
        Geometry geometry = Geometry.stored(image.getWidth(), image.getHeight(), image.getNSlices(), spacing, null, notes);
        return Scan.of(image.getTitle(), values(image), geometry);
    }

    /**
     * Channel, slice and frame that are current. Not getC, getZ and getT: those stay 1 where no window shows the image, as in a
     * macro's batch mode.
     */
    static int[] position(ImagePlus image) {
        return image.convertIndexToPosition(image.getCurrentSlice());
    }

    /** @throws InvalidInputException if there is no image, or it is RGB */
    static void requireGrey(ImagePlus image) throws InvalidInputException {
        if (image == null || image.getWidth() == 0 || image.getStackSize() == 0) {
            throw new InvalidInputException("There is no image: open the head CT first.");
        }
        if (image.getType() == ImagePlus.COLOR_RGB) {
            throw new InvalidInputException("The image " + image.getTitle()
                    + " is RGB and holds no HU: open the original CT, 16-bit or 32-bit.");
        }
    }

    /** The spacing in mm; empty if the unit is no length. cm, µm, m and inch are converted. */
    private static Optional<Spacing> spacing(Calibration calibration, List<String> notes) {
        Double x = MILLIMETRES.get(unit(calibration.getXUnit()));
        Double y = MILLIMETRES.get(unit(calibration.getYUnit()));
        Double z = MILLIMETRES.get(unit(calibration.getZUnit()));
        if (x == null || y == null || z == null) return Optional.empty();
        if (x != 1 || y != 1 || z != 1) {
            notes.add("The voxel size was converted from " + calibration.getXUnit() + " to mm: check it in Image > Properties...");
        }
        try {
            return Optional.of(new Spacing(calibration.pixelWidth * x, calibration.pixelHeight * y, calibration.pixelDepth * z));
        } catch (IllegalArgumentException e) {
            notes.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static String unit(String unit) {
        return unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT);
    }

    private static RandomAccessibleInterval<DoubleType> values(ImagePlus image) {
        int slices = image.getNSlices();
        long[] size = {image.getWidth(), image.getHeight(), slices};
        Calibration calibration = image.getCalibration();
        ImageStack stack = image.getStack();
        switch (image.getBitDepth()) {
            case 8 -> {
                PlanarImg<UnsignedByteType, ByteArray> img = new PlanarImg<>(size, new Fraction());
                img.setLinkedType(new UnsignedByteType(img));
                for (int z = 0; z < slices; z++) img.setPlane(z, new ByteArray((byte[]) stack.getPixels(index(image, z + 1))));
                return Converters.convert((RandomAccessibleInterval<UnsignedByteType>) img,
                        (stored, hu) -> hu.set(calibration.getCValue(stored.get())), new DoubleType());
            }
            case 16 -> {
                PlanarImg<UnsignedShortType, ShortArray> img = new PlanarImg<>(size, new Fraction());
                img.setLinkedType(new UnsignedShortType(img));
                for (int z = 0; z < slices; z++) img.setPlane(z, new ShortArray((short[]) stack.getPixels(index(image, z + 1))));
                return Converters.convert((RandomAccessibleInterval<UnsignedShortType>) img,
                        (stored, hu) -> hu.set(calibration.getCValue(stored.get())), new DoubleType());
            }
            default -> {
                PlanarImg<FloatType, FloatArray> img = new PlanarImg<>(size, new Fraction());
                img.setLinkedType(new FloatType(img));
                for (int z = 0; z < slices; z++) img.setPlane(z, new FloatArray((float[]) stack.getPixels(index(image, z + 1))));
                return Converters.convert((RandomAccessibleInterval<FloatType>) img,
                        (stored, hu) -> hu.set(stored.get()), new DoubleType());
            }
        }
    }

    private static int index(ImagePlus image, int slice) {
        int[] current = position(image);
        return image.getStackIndex(current[0], slice, current[2]);
    }
}
