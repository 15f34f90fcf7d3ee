package org.ichradiomics.pyradiomics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.ichradiomics.filter.PeriodicWavelet;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.texture.Weighting;

/**
 * A key under {@code setting} of a parameter file, or under one of its image types: what it may be, and its value where
 * it is left out.
 *
 * @param name as in the file
 * @param usual the value where the key is left out
 * @param kind what its value must be, in words
 * @param reading from what the file has, {@code null} included; null where it has something else
 * @param <T> the value
 */
record Parameter<T>(String name, T usual, String kind, Function<Object, T> reading) {

    /** In place of null, which a reading gives for what it refuses. */
    static final double NO_NUMBER = Double.NaN;

    private static final String TRUTH = "true or false";

    private static final List<Parameter<?>> DECLARED = new ArrayList<>();

    static final Parameter<Integer> LABEL = whole("label", 1, 1);
    static final Parameter<Double> BIN_WIDTH = positive("binWidth", 25);

    /** 0 for none. */
    static final Parameter<Integer> BIN_COUNT =
            declared("binCount", 0, "a whole number from 1", text -> text == null ? (Integer) 0 : atLeast(1, text));

    static final Parameter<Boolean> NORMALIZE = truth("normalize", false);
    static final Parameter<Double> NORMALIZE_SCALE = positive("normalizeScale", 1);

    /** NaN for none. */
    static final Parameter<Double> REMOVE_OUTLIERS = declared(
            "removeOutliers", NO_NUMBER, "a positive number", text -> text == null ? (Double) NO_NUMBER : above0(text));

    /** Empty for none. */
    static final Parameter<List<Double>> SPACING = declared(
            "resampledPixelSpacing",
            List.of(),
            "three numbers of mm, 0 for an axis that stays",
            text -> text == null ? List.of() : numbers(text, 3, 3, 0));

    /** Null for none, which a file says by {@code null}. */
    static final Parameter<Interpolator> INTERPOLATOR = declared(
            "interpolator", Interpolator.B_SPLINE, "sitkBSpline, sitkLinear or sitkNearestNeighbor", Interpolator::of);

    static final Parameter<Integer> PAD_DISTANCE = whole("padDistance", 5, 0);
    static final Parameter<Boolean> PRE_CROP = truth("preCrop", false);

    /** Empty for none. */
    static final Parameter<List<Double>> RESEGMENT_RANGE = declared(
            "resegmentRange",
            List.of(),
            "one or two numbers",
            text -> text == null ? List.of() : numbers(text, 1, 2, Double.NEGATIVE_INFINITY));

    static final Parameter<String> RESEGMENT_MODE =
            choice("resegmentMode", "absolute", List.of("absolute", "relative", "sigma"));
    static final Parameter<Boolean> RESEGMENT_SHAPE = truth("resegmentShape", false);
    static final Parameter<Integer> VOXEL_ARRAY_SHIFT = whole("voxelArrayShift", 0, Integer.MIN_VALUE);
    static final Parameter<Boolean> FORCE_2D = truth("force2D", false);
    static final Parameter<Integer> FORCE_2D_DIMENSION =
            declared("force2Ddimension", 0, "0, 1 or 2", text -> atMost(2, atLeast(0, text)));
    static final Parameter<List<Integer>> DISTANCES =
            declared("distances", List.of(1), "whole numbers from 1", Parameter::distances);
    static final Parameter<Boolean> SYMMETRICAL_GLCM = truth("symmetricalGLCM", true);
    static final Parameter<Weighting> WEIGHTING_NORM =
            declared("weightingNorm", Weighting.NONE, "euclidean, manhattan, infinity, no_weighting or null", text -> {
                for (Weighting one : Weighting.values())
                    if (text == null ? one.text() == null : text.equals(one.text())) return one;
                return null;
            });
    static final Parameter<Integer> GLDM_A = whole("gldm_a", 0, 0);
    static final Parameter<Integer> MINIMUM_ROI_DIMENSIONS =
            declared("minimumROIDimensions", 2, "1, 2 or 3", text -> atMost(3, atLeast(1, text)));

    /** 0 for none. */
    static final Parameter<Integer> MINIMUM_ROI_SIZE = declared(
            "minimumROISize", 0, "a whole number from 1", text -> text == null ? (Integer) 0 : atLeast(1, text));

    static final Parameter<Boolean> CORRECT_MASK = truth("correctMask", false);
    static final Parameter<Double> GEOMETRY_TOLERANCE = declared(
            "geometryTolerance", 1e-6, "a positive number", text -> text == null ? (Double) 1e-6 : above0(text));
    static final Parameter<Boolean> ADDITIONAL_INFO = truth("additionalInfo", true);

    /** Each with the text by which a column calls it. */
    static final Parameter<List<Sigma>> SIGMA =
            declared("sigma", List.of(), "a list of positive numbers of mm", Sigma::list);

    static final Parameter<String> WAVELET = choice("wavelet", "coif1", PeriodicWavelet.names());
    static final Parameter<Integer> LEVEL = whole("level", 1, 1);
    static final Parameter<Integer> START_LEVEL = whole("start_level", 0, 0);
    static final Parameter<Boolean> GRADIENT_USE_SPACING = truth("gradientUseSpacing", true);

    /** What vectors of labels or local binary patterns ask for, which are not measured: allowed, and without effect. */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "label_channel",
            "lbp2DRadius",
            "lbp2DSamples",
            "lbp2DMethod",
            "lbp3DLevels",
            "lbp3DIcosphereRadius",
            "lbp3DIcosphereSubdivision");

    /** In the order of the documentation. */
    static final List<Parameter<?>> ALL = List.copyOf(DECLARED);

    /** Whether a key is one that PyRadiomics knows and that changes no value here. */
    static boolean isWithoutEffect(String name) {
        return WITHOUT_EFFECT.contains(name);
    }

    /** How an image is interpolated, in SimpleITK's words. */
    record Interpolator(String name, Interpolation interpolation) {

        static final Interpolator B_SPLINE = new Interpolator("sitkBSpline", Interpolation.CUBIC_SPLINE);

        /** No interpolation at all. */
        static final Interpolator NONE = new Interpolator("none", Interpolation.NEAREST);

        private static final List<Interpolator> KNOWN = List.of(
                B_SPLINE,
                new Interpolator("sitkLinear", Interpolation.LINEAR),
                new Interpolator("sitkNearestNeighbor", Interpolation.NEAREST));

        /** SimpleITK's numbers of the three, which PyRadiomics takes as well. */
        private static final List<Long> NUMBERS = List.of(3L, 2L, 1L);

        static Interpolator of(Object text) {
            if (text == null) return NONE;
            for (Interpolator one : KNOWN) if (one.name.equals(text)) return one;
            int number = text instanceof Number n ? NUMBERS.indexOf(n.longValue()) : -1;
            return number < 0 ? null : KNOWN.get(number);
        }
    }

    /**
     * A width of LoG.
     *
     * @param mm above 0
     * @param text of the number in the names of columns
     */
    record Sigma(double mm, String text) {

        private static List<Sigma> list(Object value) {
            if (!(value instanceof List<?> items)) return null;
            List<Sigma> list = new ArrayList<>();
            for (Object item : items) {
                Double mm = above0(item);
                if (mm == null) return null;
                list.add(new Sigma(mm, PythonText.of(item).replace('.', '-')));
            }
            return list;
        }
    }

    private static <T> Parameter<T> declared(String name, T usual, String kind, Function<Object, T> reading) {
        Parameter<T> parameter = new Parameter<>(name, usual, kind, reading);
        DECLARED.add(parameter);
        return parameter;
    }

    private static Parameter<Boolean> truth(String name, boolean usual) {
        return declared(name, usual, TRUTH, text -> text instanceof Boolean truth ? truth : null);
    }

    private static Parameter<Integer> whole(String name, int usual, int least) {
        String kind = "a whole number" + (least == Integer.MIN_VALUE ? "" : " from " + least);
        return declared(name, usual, kind, text -> atLeast(least, text));
    }

    private static Parameter<Double> positive(String name, double usual) {
        return declared(name, usual, "a positive number", Parameter::above0);
    }

    private static Parameter<String> choice(String name, String usual, List<String> choices) {
        return declared(
                name,
                usual,
                "one of " + String.join(", ", choices),
                text -> text instanceof String word && choices.contains(word) ? word : null);
    }

    private static Integer atLeast(int least, Object text) {
        boolean isWhole = text instanceof Integer || text instanceof Long;
        if (!isWhole) return null;
        long number = ((Number) text).longValue();
        return number < least || number > Integer.MAX_VALUE ? null : (Integer) (int) number;
    }

    private static Integer atMost(int most, Integer number) {
        return number == null || number > most ? null : number;
    }

    private static Double above0(Object text) {
        Double number = number(text);
        return number == null || !(number > 0) ? null : number;
    }

    private static Double number(Object text) {
        if (!(text instanceof Number number)) return null;
        double value = number.doubleValue();
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static List<Double> numbers(Object text, int fewest, int most, double least) {
        if (!(text instanceof List<?> items) || items.size() < fewest || items.size() > most) return null;
        List<Double> numbers = new ArrayList<>();
        for (Object item : items) {
            Double number = number(item);
            if (number == null || number < least) return null;
            numbers.add(number);
        }
        return numbers;
    }

    private static List<Integer> distances(Object text) {
        if (!(text instanceof List<?> items) || items.isEmpty()) return null;
        List<Integer> distances = new ArrayList<>();
        for (Object item : items) {
            Integer distance = atLeast(1, item);
            if (distance == null) return null;
            distances.add(distance);
        }
        return distances;
    }
}
