package org.ichradiomics.phantom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

/**
 * The cohort of the sample study: as many haematomas as the paper had, measured by two readers, and invented patients
 * who have them.
 *
 * <p>All are in a matrix of 512 × 512, as the scans of one hospital would be: run lengths depend on it so much that two
 * kinds of matrix would be two cohorts.
 */
public final class SampleCohort {

    static final int SIZE = 313;
    /** Below 3 mL. */
    static final int SMALL = 62;
    /** Measured by the second reader too. */
    static final int REREAD = 50;

    static final String CLINICAL = "clinical.csv";
    static final String FEATURES = "features.csv";
    static final String SECOND_READER = "features_reader2.csv";
    static final String ID = "id";

    static final long SEED = 20210313;

    /** Volumes of the blood, mL: an outline holds up to a twentieth more or less, and is to stay in its group. */
    private static final double SMALL_FROM = 1.2;

    private static final double SMALL_TO = 2.8;
    private static final double LARGE_FROM = 3.2;
    private static final double LARGE_TO = 9.5;

    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    private SampleCohort() {}

    /** @param folder one: where to write, usually that of the resources */
    public static void main(String[] folder) throws InvalidInputException {
        Path to = Path.of(folder[0]);
        FeatureTable features = table(IntStream.range(0, SIZE).toArray(), SampleCohort::region);
        FeatureTableCsv.write(features, to.resolve(FEATURES));
        FeatureTableCsv.write(table(reread(), SampleCohort::secondRegion), to.resolve(SECOND_READER));
        FeatureTableCsv.write(SamplePatients.of(features), to.resolve(CLINICAL));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "S%03d", number + 1);
    }

    /** The haematoma of a case, not made yet. */
    static HaematomaCohort.Member member(int number) {
        long seed = HaematomaCohort.seed(SEED, number);
        return isSmall(number)
                ? new HaematomaCohort.Member(seed, HaematomaCohort.FINE, SMALL_FROM, SMALL_TO)
                : new HaematomaCohort.Member(seed, HaematomaCohort.FINE, LARGE_FROM, LARGE_TO);
    }

    /** As the first reader outlined it. */
    static Region region(int number) {
        return member(number).phantom().region();
    }

    /** As the second reader outlined it. */
    static Region secondRegion(int number) {
        PlacedPhantom phantom = member(number).phantom();
        return phantom.region(SecondReader.outline(phantom, new Dice(HaematomaCohort.seed(SEED + 2, number))));
    }

    /** The cases that the second reader measured, ascending. */
    static int[] reread() {
        return some(REREAD, SEED + 3);
    }

    /**
     * Cases × the catalogue, seven digits each: the digits are the data. A feature without a value is an empty cell.
     */
    static FeatureTable table(int[] numbers, IntFunction<Region> reader) {
        Extractor extractor = Extractor.with(ExtractionSettings.AK);
        List<String> header = new ArrayList<>(List.of(ID));
        header.addAll(ExtractionSettings.AK.catalogue().features().stream()
                .map(Feature::name)
                .toList());
        return FeatureTable.of(
                header,
                Arrays.stream(numbers)
                        .parallel()
                        .mapToObj(number -> row(number, reader.apply(number), extractor))
                        .toList());
    }

    /** Some of the cases, drawn without putting back, ascending. */
    static int[] some(int count, long seed) {
        Dice dice = new Dice(seed);
        int[] cases = IntStream.range(0, SIZE).toArray();
        for (int i = 0; i < count; i++) {
            int j = i + dice.below(SIZE - i);
            int swapped = cases[i];
            cases[i] = cases[j];
            cases[j] = swapped;
        }
        return Arrays.stream(cases, 0, count).sorted().toArray();
    }

    static boolean isSmall(int number) {
        return Arrays.binarySearch(some(SMALL, SEED + 1), number) >= 0;
    }

    private static List<Object> row(int number, Region region, Extractor extractor) {
        List<Object> row = new ArrayList<>(List.of(id(number)));
        try {
            FeatureVector features = extractor.measure(region);
            for (int i = 0; i < features.size(); i++) row.add(text(features.get(i)));
        } catch (InvalidInputException e) {
            throw new AssertionError("a phantom is always measurable", e);
        }
        return row;
    }

    /** Seven significant digits, without zeros at the end; empty for NaN. */
    static String text(double value) {
        if (Double.isNaN(value)) return "";
        BigDecimal rounded = new BigDecimal(value).round(SEVEN_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -5 || exponent > 9 ? rounded.toString() : rounded.toPlainString();
    }
}
