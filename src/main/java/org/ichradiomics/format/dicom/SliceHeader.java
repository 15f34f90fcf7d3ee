package org.ichradiomics.format.dicom;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.Sha256;

/**
 * What the header of one slice says about its place and its values. Lengths in mm, directions in DICOM's patient
 * coordinates (x to the left, y to the back, z to the head).
 *
 * <p>The UIDs it was grouped by are kept inside the package.
 *
 * <p>Immutable.
 */
public final class SliceHeader {

    /** Two directions of unit length at right angles, as far as the digits of a header go. */
    private static final double ROUNDED = 1e-2;

    private static final double SHORTEST = 1e-4;
    private static final double LONGEST = 1e4;

    private final String name;
    private final String study;
    private final String series;
    private final String frame;
    private final String modality;
    private final boolean localizer;
    private final int columns;
    private final int rows;
    private final double[] position;
    private final double[] orientation;
    private final double[] pixelSpacing;
    private final OptionalDouble location;
    private final OptionalDouble thickness;
    private final OptionalDouble spacingBetweenSlices;
    private final OptionalDouble tilt;
    private final OptionalDouble slope;
    private final OptionalDouble intercept;
    private final Optional<String> rescaleType;
    private final OptionalInt padding;
    private final OptionalInt instanceNumber;
    private final boolean lossy;

    private SliceHeader(String name, IntFunction<String> text) {
        this.name = name;
        study = text(text, Tag.STUDY);
        series = text(text, Tag.SERIES);
        frame = text(text, Tag.FRAME_OF_REFERENCE);
        modality = text(text, Tag.MODALITY);
        localizer = ("\\" + text(text, Tag.IMAGE_TYPE) + "\\").contains("\\LOCALIZER\\")
                || ("\\" + text(text, Tag.FRAME_TYPE) + "\\").contains("\\LOCALIZER\\");
        columns = size(text, Tag.COLUMNS);
        rows = size(text, Tag.ROWS);
        position = numbers(text, Tag.POSITION, 3);
        orientation = orientation(numbers(text, Tag.ORIENTATION, 6));
        pixelSpacing = lengths(numbers(text, Tag.PIXEL_SPACING, 2));
        location = number(text, Tag.SLICE_LOCATION);
        thickness = length(text, Tag.SLICE_THICKNESS);
        spacingBetweenSlices = length(text, Tag.SPACING_BETWEEN_SLICES);
        tilt = number(text, Tag.GANTRY_TILT);
        OptionalDouble slope = number(text, Tag.SLOPE);
        // A slope of 0 makes every value the same: it was never filled in.
        this.slope = slope.isPresent() && slope.getAsDouble() == 0 ? OptionalDouble.empty() : slope;
        intercept = number(text, Tag.INTERCEPT);
        rescaleType = Optional.ofNullable(text.apply(Tag.RESCALE_TYPE))
                .map(String::strip)
                .filter(type -> !type.isEmpty());
        padding = wholeNumber(text, Tag.PIXEL_PADDING);
        instanceNumber = wholeNumber(text, Tag.INSTANCE_NUMBER);
        lossy = "01".equals(text(text, Tag.LOSSY));
    }

    /**
     * A header from the text of its attributes, wherever that comes from: a file, or the label of a slice in a stack
     * that is already open.
     *
     * @param name what to call the slice in sentences: a file name without its folder, or {@code slice 3}
     * @param text for a tag (group in the upper 16 bits) the value as text, several values parted by a backslash; null
     *     when the attribute is absent. What cannot be read as it should is taken as absent
     */
    public static SliceHeader of(String name, IntFunction<String> text) {
        return new SliceHeader(name, text);
    }

    /** What to call it in sentences. */
    public String name() {
        return name;
    }

    /** {@code CT}, {@code MR}, …; empty when the header does not say. */
    public String modality() {
        return modality;
    }

    /** Whether it is a scout view, by its image type. */
    public boolean isLocalizer() {
        return localizer;
    }

    /** Voxels per row; 0 when the header does not say. */
    public int columns() {
        return columns;
    }

    /** Rows; 0 when the header does not say. */
    public int rows() {
        return rows;
    }

    /** HU per stored unit; empty when the header names none. */
    public OptionalDouble slope() {
        return slope;
    }

    /** HU of a stored 0; empty when the header names none. */
    public OptionalDouble intercept() {
        return intercept;
    }

    /** Slice thickness in mm, which is not the distance of slices. */
    public OptionalDouble thickness() {
        return thickness;
    }

    /** Along the normal in mm, from wherever the maker counts; empty when the header does not say. */
    OptionalDouble location() {
        return location;
    }

    OptionalDouble spacingBetweenSlices() {
        return spacingBetweenSlices;
    }

    /** In degrees, signed; empty when the header does not say. */
    OptionalDouble tilt() {
        return tilt;
    }

    /** What slope and intercept lead to: {@code HU}, {@code US} (unspecified), …. */
    Optional<String> rescaleType() {
        return rescaleType;
    }

    /** The stored value outside the field of view, with or without its sign; empty when the header does not say. */
    OptionalInt padding() {
        return padding;
    }

    OptionalInt instanceNumber() {
        return instanceNumber;
    }

    /** Whether its values went through lossy compression at any time. */
    boolean isLossy() {
        return lossy;
    }

    /** Study and series: slices with different ones do not belong together. */
    boolean isOfSeries(SliceHeader other) {
        return study.equals(other.study) && series.equals(other.series);
    }

    boolean isOfSeries(String uid) {
        return series.strip().equals(uid.strip());
    }

    boolean isOfStudy(SliceHeader other) {
        return study.equals(other.study);
    }

    /** Its frame of reference, as {@link Geometry#frame} has it; null when the header does not say. */
    String frame() {
        return frame(frame);
    }

    /** A digest: the UID itself leads to a patient. */
    static String frame(String uid) {
        return uid == null || uid.isBlank() ? null : Sha256.of(uid.strip()).substring(0, 16);
    }

    /** What slices of one volume have in common to the letter. */
    String key() {
        return String.join("\n", study, series, columns + " " + rows, Boolean.toString(localizer));
    }

    /** Centre of the first voxel; null when the header does not say. */
    double[] position() {
        return position;
    }

    /** Direction of the rows, then of the columns, of unit length; null when the header does not say. */
    double[] orientation() {
        return orientation;
    }

    /** Distance between rows, then between columns; null when the header does not say. */
    double[] pixelSpacing() {
        return pixelSpacing;
    }

    /** Rows × columns; null without orientation. */
    double[] normal() {
        if (orientation == null) return null;
        double[] o = orientation;
        return new double[] {o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]};
    }

    boolean isPlaced() {
        return position != null && orientation != null;
    }

    private static String text(IntFunction<String> text, int tag) {
        String value = text.apply(tag);
        return value == null ? "" : value.strip();
    }

    private static OptionalDouble number(IntFunction<String> text, int tag) {
        double[] numbers = numbers(text, tag, 1);
        return numbers == null ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }

    private static OptionalInt wholeNumber(IntFunction<String> text, int tag) {
        OptionalDouble number = number(text, tag);
        return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }

    private static OptionalDouble length(IntFunction<String> text, int tag) {
        double[] mm = lengths(numbers(text, tag, 1));
        return mm == null ? OptionalDouble.empty() : OptionalDouble.of(mm[0]);
    }

    private static int size(IntFunction<String> text, int tag) {
        double[] size = numbers(text, tag, 1);
        return size == null || !(size[0] >= 1 && size[0] <= 65535) || size[0] != Math.rint(size[0]) ? 0 : (int) size[0];
    }

    /** Null when there are not just so many, or one is no finite number. */
    private static double[] numbers(IntFunction<String> text, int tag, int count) {
        String value = text.apply(tag);
        if (value == null) return null;
        String[] parts = value.strip().split("\\\\", -1);
        // Some writers give one number several times over, such as the two values of a pair of tubes.
        if (parts.length < count || count > 1 && parts.length != count) return null;
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            // Double.parseDouble knows more than DICOM does: hexadecimal, NaN, a trailing d.
            if (!parts[i].strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) return null;
            numbers[i] = Double.parseDouble(parts[i].strip());
            if (!Double.isFinite(numbers[i])) return null;
        }
        return numbers;
    }

    private static double[] lengths(double[] mm) {
        if (mm == null) return null;
        for (double length : mm) if (!isLength(length)) return null;
        return mm;
    }

    static boolean isLength(double mm) {
        return mm >= SHORTEST && mm <= LONGEST;
    }

    /** Made exactly unit; null when they are not even nearly, or not at right angles. */
    private static double[] orientation(double[] o) {
        if (o == null) return null;
        double x = Math.sqrt(o[0] * o[0] + o[1] * o[1] + o[2] * o[2]);
        double y = Math.sqrt(o[3] * o[3] + o[4] * o[4] + o[5] * o[5]);
        double dot = o[0] * o[3] + o[1] * o[4] + o[2] * o[5];
        if (Math.abs(x - 1) > ROUNDED || Math.abs(y - 1) > ROUNDED || Math.abs(dot) > ROUNDED) return null;
        return new double[] {o[0] / x, o[1] / x, o[2] / x, o[3] / y, o[4] / y, o[5] / y};
    }
}
