package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import org.ichradiomics.format.dicom.SeriesGeometry;
import org.ichradiomics.format.dicom.SliceHeader;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * What the DICOM headers in the slice labels say about a stack that somebody opened with ImageJ itself, which sorts by
 * instance number, measures the slice distance along z only, and gives all slices the rescale of the first.
 */
final class StackHeaders {

    /** Two spacings are one if they differ by less than this part of themselves. */
    private static final double SAME = 1e-3;

    private static final int SLICE_THICKNESS = 0x00180050;
    private static final int SPACING_BETWEEN_SLICES = 0x00180088;
    private static final int POSITION = 0x00200032;
    private static final int ROWS = 0x00280010;
    private static final int COLUMNS = 0x00280011;
    private static final int PIXEL_REPRESENTATION = 0x00280103;

    private final String name;
    private final ImagePlus image;
    private final List<SliceLabel> labels;
    private final List<SliceHeader> headers = new ArrayList<>();
    private final SeriesGeometry series;

    private StackHeaders(ImagePlus image, List<SliceLabel> labels) throws InvalidInputException {
        this.name = image.getTitle();
        this.image = image;
        this.labels = labels;
        for (int i = 0; i < labels.size(); i++) headers.add(SliceHeader.of("slice " + (i + 1), labels.get(i)::text));
        series = SeriesGeometry.of(name, headers, this::same);
    }

    /**
     * The headers of an image's slices; empty if it has none, or not one for each slice.
     *
     * @throws InvalidInputException if the slices do not belong together
     */
    static Optional<StackHeaders> of(ImagePlus image, List<String> notes) throws InvalidInputException {
        if (Planes.of(image).isPartOfMore()) return Optional.empty();
        List<SliceLabel> labels = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) labels.add(SliceLabel.of(label(image, slice)));
        long headers = labels.stream().filter(SliceLabel::isHeader).count();
        if (headers == 0) return Optional.empty();
        if (headers < labels.size()) {
            notes.add((labels.size() - headers) + " of " + labels.size() + " slices of " + image.getTitle()
                    + " have no DICOM header, so neither their order nor their distance could be checked.");
            return Optional.empty();
        }
        return Optional.of(new StackHeaders(image, labels));
    }

    private static String label(ImagePlus image, int slice) {
        String label = image.getStack().getSliceLabel(slice);
        return label == null && image.getStackSize() == 1 ? image.getInfoProperty() : label;
    }

    /**
     * The grid of the stack, in its own order; where the user has set other distances than ImageJ, they hold.
     *
     * @param calibrated distances along x, y and z by the image's calibration in mm, NaN where it has no unit of length
     * @throws InvalidInputException if the slices are not in the order of their positions, or one is there twice
     */
    Geometry geometry(double[] calibrated) throws InvalidInputException {
        Geometry geometry = isReversed() ? series.geometry().lastSliceFirst() : series.geometry();
        boolean isPlaced = series.isByPlace();
        if (isPlaced && !isReversed()) requireOrder();
        List<String> notes = new ArrayList<>(geometry.warnings());
        if (isPlaced && isReversed() && geometry.affine().isEmpty()) {
            notes.add(name
                    + " runs against the places of its slices: what is drawn on it is right, but masks from files "
                    + "would lie upside down, for which open its folder with Open CT....");
        }
        double[] told = geometry.storedLengths();
        boolean isWhole =
                number(labels.get(0), COLUMNS) == image.getWidth() && number(labels.get(0), ROWS) == image.getHeight();
        double z = isPlaced
                ? distance(told[2], calibrated[2], notes)
                : Double.isNaN(calibrated[2]) ? told[2] : calibrated[2];
        if (!isWhole) {
            notes.add(name
                    + " no longer has the size that its slice headers tell, so its place in the patient is unknown.");
            int[] size = {image.getWidth(), image.getHeight(), labels.size()};
            return Geometry.stored(size, new double[] {calibrated[0], calibrated[1], z}, null, notes);
        }
        double x = plane(told[0], calibrated[0], "pixel width", notes);
        double y = plane(told[1], calibrated[1], "pixel height", notes);
        return geometry.withStoredLengths(new double[] {x, y, z}, notes);
    }

    private double plane(double told, double calibrated, String what, List<String> notes) {
        if (Double.isNaN(calibrated) || Double.isNaN(told) || isSame(told, calibrated))
            return Double.isNaN(told) ? calibrated : told;
        notes.add("The " + what + " of " + name + " is " + text(calibrated) + " mm in Image > Properties... but "
                + text(told) + " mm in its slice headers: " + text(calibrated) + " mm was used.");
        return calibrated;
    }

    private double distance(double told, double calibrated, List<String> notes) {
        if (Double.isNaN(calibrated) || isSame(told, calibrated)) return told;
        boolean isImageJs = isOfImageJ(calibrated);
        if (isImageJs && Double.isNaN(told)) return Double.NaN;
        if (isImageJs) {
            notes.add("The slice distance of " + name + " is " + text(told) + " mm along the normal of its slices, not "
                    + text(calibrated) + " mm as ImageJ took it: " + text(told) + " mm was used.");
            return told;
        }
        notes.add("The slice distance of " + name + " was set to " + text(calibrated) + " mm in Image > Properties..., "
                + (Double.isNaN(told)
                        ? "where its slice headers have no single one"
                        : "where its slice headers have " + text(told) + " mm")
                + ": " + text(calibrated) + " mm was used.");
        return calibrated;
    }

    /** Whether ImageJ itself made this slice distance of the headers, rather than the user. */
    private boolean isOfImageJ(double mm) {
        int last = labels.size() - 1;
        double alongZ = last == 0 ? 0 : Math.abs(z(labels.get(last)) - z(labels.get(0))) / last;
        if (alongZ > 0) return isSame(mm, alongZ);
        return isSame(mm, 1)
                || labels.stream()
                        .anyMatch(label -> isSame(mm, number(label, SLICE_THICKNESS))
                                || isSame(mm, number(label, SPACING_BETWEEN_SLICES)));
    }

    private boolean isReversed() {
        int[] order = series.order();
        if (order.length != labels.size() || order.length < 2) return false;
        return IntStream.range(0, order.length).allMatch(i -> order[i] == order.length - 1 - i);
    }

    private void requireOrder() throws InvalidInputException {
        int[] order = series.order();
        if (order.length < labels.size()) {
            throw new InvalidInputException(name + " holds "
                    + English.counted(labels.size() - order.length, "slice")
                    + " twice: open its folder with Open CT..., which leaves the second one out.");
        }
        for (int i = 0; i < order.length; i++) {
            if (order[i] == i) continue;
            throw new InvalidInputException("The slices of " + name
                    + " are not in the order of their positions, as slice " + (order[i] + 1)
                    + " belongs where slice " + (i + 1) + " is: open its folder with Open CT..., which sorts them.");
        }
    }

    /**
     * HU = intercept + slope · raw for each slice, raw as ImageJ holds it; empty if the image's own calibration gives
     * the same for all, or is the user's.
     *
     * @throws InvalidInputException if ImageJ has not applied the rescale
     */
    Optional<double[][]> rescale(List<String> notes) throws InvalidInputException {
        if (image.getBitDepth() != 16) return Optional.empty();
        double[][] lines = new double[labels.size()][];
        for (int i = 0; i < lines.length; i++) lines[i] = line(i, series.intercept(i), series.slope(i));
        double[] own = calibration();
        if (own == null || !isSame(own, lines[0])) {
            if (own != null && isSame(own, line(0, 0, 1))) {
                throw new InvalidInputException(
                        "The values of " + name + " are not in HU, ImageJ has not applied the rescale of its headers: "
                                + "open it with Open CT....");
            }
            notes.add("The calibration of " + name + " is not the rescale of its slice headers: its own was used.");
            return Optional.empty();
        }
        if (Arrays.stream(lines).allMatch(line -> isSame(line, lines[0]))) return Optional.empty();
        notes.add("The rescale of " + name
                + " changes from slice to slice, and ImageJ shows all slices with that of the first: "
                + "HU were computed with the rescale of each slice.");
        return Optional.of(lines);
    }

    /** ImageJ stores signed pixels 32768 higher. */
    private double[] line(int slice, double intercept, double slope) {
        boolean isSigned = number(labels.get(slice), PIXEL_REPRESENTATION) == 1;
        return new double[] {intercept - (isSigned ? 32768 * slope : 0), slope};
    }

    /** Null if it is no straight line. */
    private double[] calibration() {
        Calibration calibration = image.getCalibration();
        if (!calibration.calibrated() || calibration.getFunction() == Calibration.NONE) return new double[] {0, 1};
        double[] coefficients = calibration.getCoefficients();
        return calibration.getFunction() == Calibration.STRAIGHT_LINE && coefficients.length == 2 ? coefficients : null;
    }

    /** Over all of 16 bits, to a hundredth of a HU: calibrations are saved with few digits. */
    private static boolean isSame(double[] line, double[] other) {
        return Math.abs(line[0] - other[0]) < 0.01
                && Math.abs(line[0] - other[0] + 65535 * (line[1] - other[1])) < 0.01;
    }

    private static boolean isSame(double mm, double other) {
        return Math.abs(mm - other) <= SAME * Math.abs(other);
    }

    private boolean same(int first, int second) {
        if (!headers.get(first).slope().equals(headers.get(second).slope())
                || !headers.get(first).intercept().equals(headers.get(second).intercept())) {
            return false;
        }
        ImageStack stack = image.getStack();
        Object here = stack.getPixels(first + 1);
        Object there = stack.getPixels(second + 1);
        if (here instanceof short[] pixels) return Arrays.equals(pixels, (short[]) there);
        if (here instanceof float[] pixels) return Arrays.equals(pixels, (float[]) there);
        return Arrays.equals((byte[]) here, (byte[]) there);
    }

    private static double number(SliceLabel label, int tag) {
        return number(label.text(tag), 0).orElse(Double.NaN);
    }

    private static double z(SliceLabel label) {
        return number(label.text(POSITION), 2).orElse(Double.NaN);
    }

    private static OptionalDouble number(String text, int at) {
        try {
            return text == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.split("\\\\")[at].strip()));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return OptionalDouble.empty();
        }
    }

    /** Up to three decimals, as many as are needed. */
    private static String text(double mm) {
        return NumberText.atMost(mm, 3);
    }
}
