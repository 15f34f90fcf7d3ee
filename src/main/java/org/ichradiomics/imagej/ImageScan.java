package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * An ImageJ image as a scan: values through its calibration, spacing in mm, the current channel and frame of a
 * hyperstack.
 */
public final class ImageScan {

    /** What ImageJ and people call a unit, by its length in mm. */
    private static final Map<String, Double> MILLIMETRES = Stream.of(
                    unit(1, "mm millimeter millimetre millimeters millimetres"),
                    unit(10, "cm centimeter centimetre centimeters"),
                    unit(1000, "m meter metre"),
                    unit(1e-3, "µm μm um micron microns micrometer micrometre"),
                    unit(25.4, "inch inches in"))
            .flatMap(unit -> unit.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** No CT has less: twelve bits from -1024 reach -1024, padding is seldom below -3024. */
    private static final double LOWEST_HU = -4096;

    private ImageScan() {}

    /**
     * An image in HU, with the geometry that is kept with it, or that the DICOM headers in its slice labels tell.
     * Spacing is empty if neither these nor the image's calibration tell it.
     *
     * @param image may be null or without pixels, as headless Fiji hands it over where no image is open
     * @throws InvalidInputException if there is no image, it is RGB, or its slices are not those of one whole series in
     *     order
     */
    public static Scan of(ImagePlus image) throws InvalidInputException {
        requireGrey(image);
        List<String> notes = new ArrayList<>();
        Optional<StackHeaders> headers = headers(image, notes);
        requireWholeSlices(image);
        Geometry geometry = geometry(image, headers, notes);
        double[][] rescale = headers.isPresent() ? headers.get().rescale(notes).orElse(null) : null;
        if (!Planes.of(image).said().isEmpty()) notes.add(Planes.of(image).said());
        String unit = image.getCalibration().getValueUnit();
        if (!unit.isBlank()
                && !unit.equalsIgnoreCase("Gray Value")
                && !unit.equalsIgnoreCase("HU")
                && !unit.startsWith("Hounsfield")) {
            notes.add("The image's values are in \"" + unit + "\", not in HU.");
        }
        return scan(image, rescale, geometry, notes);
    }

    /**
     * An image whose voxels are labels; its values need not be HU.
     *
     * @throws InvalidInputException as {@link #of}
     */
    static Scan ofLabels(ImagePlus image) throws InvalidInputException {
        requireLabels(image);
        List<String> notes = new ArrayList<>();
        return scan(image, null, geometry(image, headers(image, notes), notes), notes);
    }

    /**
     * The geometry of the file that an image was opened from, in the order of that file: the order of an array that
     * lost its orientation, and the one in which a mask should be written.
     */
    public static Geometry file(ImagePlus image, Scan scan) {
        return KeptPlace.of(image).orElse(scan.geometry());
    }

    private static Optional<StackHeaders> headers(ImagePlus image, List<String> notes) throws InvalidInputException {
        return KeptPlace.of(image).isPresent() ? Optional.empty() : StackHeaders.of(image, notes);
    }

    private static Scan scan(ImagePlus image, double[][] rescale, Geometry geometry, List<String> notes) {
        List<String> all = new ArrayList<>(geometry.warnings());
        all.addAll(notes);
        return Scan.of(
                image.getTitle(), values(image, rescale), geometry.withStoredLengths(geometry.storedLengths(), all));
    }

    private static Geometry geometry(ImagePlus image, Optional<StackHeaders> headers, List<String> notes)
            throws InvalidInputException {
        double[] calibrated = lengths(image.getCalibration(), notes);
        KeptPlace.noteChanges(image, notes);
        Optional<Geometry> kept = KeptPlace.of(image);
        if (kept.isPresent()) return KeptPlace.shown(image.getTitle(), kept.get(), calibrated, notes);
        if (headers.isPresent()) return headers.get().geometry(calibrated);
        return Geometry.stored(
                new int[] {image.getWidth(), image.getHeight(), Planes.of(image).count()}, calibrated, null, List.of());
    }

    /**
     * Where a file was cut short, ImageJ leaves the rest of its slice at raw 0, which in a signed CT is below any
     * padding. A rest of less than ImageJ's buffer of 8 kB becomes stored 0 instead, which looks like air and cannot be
     * told from it.
     *
     * @throws InvalidInputException if a slice ends so
     */
    private static void requireWholeSlices(ImagePlus image) throws InvalidInputException {
        double lowest = image.getBitDepth() == 16 ? image.getCalibration().getCValue(0) : 0;
        if (lowest >= LOWEST_HU) return;
        Planes planes = Planes.of(image);
        for (int slice = 1; slice <= planes.count(); slice++) {
            short[] raw = (short[]) image.getStack().getPixels(planes.index(slice));
            // Padding round a circle fills the first corner as well as the last, and a slice left empty all of them.
            if (raw[raw.length - 1] != 0 || raw[0] == 0) continue;
            throw new InvalidInputException("Slice " + slice + " of " + image.getTitle() + " ends in voxels of "
                    + Math.round(lowest) + " HU, so its file was cut short: copy the series again.");
        }
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

    /** @throws InvalidInputException if there is no image, or it is RGB */
    static void requireLabels(ImagePlus image) throws InvalidInputException {
        if (image != null && image.getType() == ImagePlus.COLOR_RGB) {
            throw new InvalidInputException("The mask " + image.getTitle()
                    + " is RGB and holds no labels: make it 8-bit (Image > Type > 8-bit),"
                    + " with 0 outside and one number for each part.");
        }
        requireGrey(image);
    }

    /** Lengths along x, y and z in mm; NaN where the unit is no length. cm, µm, m and inch are converted. */
    private static double[] lengths(Calibration calibration, List<String> notes) {
        Double x = MILLIMETRES.get(unit(calibration.getXUnit()));
        Double y = MILLIMETRES.get(unit(calibration.getYUnit()));
        Double z = MILLIMETRES.get(unit(calibration.getZUnit()));
        if (Stream.of(x, y, z).filter(Objects::nonNull).anyMatch(factor -> factor != 1)) {
            notes.add("The voxel size was converted from " + calibration.getXUnit()
                    + " to mm: check it in Image > Properties...");
        }
        double[] mm = {
            x == null ? Double.NaN : calibration.pixelWidth * x,
            y == null ? Double.NaN : calibration.pixelHeight * y,
            z == null ? Double.NaN : calibration.pixelDepth * z
        };
        try {
            new Spacing(known(mm[0]), known(mm[1]), known(mm[2]));
        } catch (IllegalArgumentException e) {
            notes.add(e.getMessage());
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        return mm;
    }

    private static double known(double mm) {
        return Double.isNaN(mm) ? 1 : mm;
    }

    private static Map<String, Double> unit(double mm, String names) {
        return Stream.of(names.split(" ")).collect(Collectors.toMap(name -> name, name -> mm));
    }

    private static String unit(String unit) {
        return unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT);
    }

    /** @param rescale intercept and slope for each slice; null: as calibrated */
    private static RandomAccessibleInterval<DoubleType> values(ImagePlus image, double[][] rescale) {
        if (rescale == null) return values(image);
        Planes planes = Planes.of(image);
        List<RandomAccessibleInterval<DoubleType>> slices = new ArrayList<>();
        for (int z = 0; z < rescale.length; z++) {
            double[] line = rescale[z];
            short[] raw = (short[]) image.getStack().getPixels(planes.index(z + 1));
            slices.add(hu(
                    ArrayImgs.unsignedShorts(raw, image.getWidth(), image.getHeight()),
                    (stored, hu) -> hu.set(line[0] + line[1] * stored.get())));
        }
        return Views.stack(slices);
    }

    private static RandomAccessibleInterval<DoubleType> values(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        return switch (image.getBitDepth()) {
            case 8 ->
                hu(
                        planes(
                                image,
                                (PlanarImg<UnsignedByteType, ByteArray> img) -> new UnsignedByteType(img),
                                pixels -> new ByteArray((byte[]) pixels)),
                        (stored, hu) -> hu.set(calibration.getCValue(stored.get())));
            case 16 ->
                hu(
                        planes(
                                image,
                                (PlanarImg<UnsignedShortType, ShortArray> img) -> new UnsignedShortType(img),
                                pixels -> new ShortArray((short[]) pixels)),
                        (stored, hu) -> hu.set(calibration.getCValue(stored.get())));
            default ->
                hu(
                        planes(
                                image,
                                (PlanarImg<FloatType, FloatArray> img) -> new FloatType(img),
                                pixels -> new FloatArray((float[]) pixels)),
                        (stored, hu) -> hu.set(stored.get()));
        };
    }

    /** The pixels of the image itself, not copied. */
    private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> RandomAccessibleInterval<T> planes(
            ImagePlus image, Function<PlanarImg<T, A>, T> type, Function<Object, A> plane) {
        Planes planes = Planes.of(image);
        PlanarImg<T, A> img =
                new PlanarImg<>(new long[] {image.getWidth(), image.getHeight(), planes.count()}, new Fraction());
        img.setLinkedType(type.apply(img));
        for (int z = 0; z < planes.count(); z++) {
            img.setPlane(z, plane.apply(image.getStack().getPixels(planes.index(z + 1))));
        }
        return img;
    }

    private static <T> RandomAccessibleInterval<DoubleType> hu(
            RandomAccessibleInterval<T> stored, Converter<T, DoubleType> hu) {
        return Converters.convert(stored, hu, new DoubleType());
    }
}
