package org.ichradiomics.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.region.Region;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.CrossValidation;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.ElasticNet;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The committed cohort is what the generator of today makes, has the shape of the paper's, and a study finds in it what
 * was put there.
 */
class SampleCohortTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/ichradiomics/study/sample");
    private static final List<String> CATALOGUE =
            Catalogue.AK.features().stream().map(Feature::name).toList();
    private static final List<String> SIGNATURE = List.of(
            "kurtosis",
            "HaralickCorrelation_AllDirection_offset1_SD",
            "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD");

    /** Measuring all takes 40 s; these are remade, the first and the last among them. */
    private static final int ONE_OF_CASES = 24;

    private static final int ONE_OF_REREAD = 7;

    private static FeatureTable clinical;
    private static FeatureTable features;
    private static FeatureTable second;
    private static double[] before;
    private static double[] after;
    private static boolean[] expansion;
    private static List<String> cohort;

    @TempDir
    private static Path remade;

    @BeforeAll
    static void read() throws InvalidInputException {
        clinical = FeatureTableCsv.read(FOLDER.resolve(SampleCohort.CLINICAL));
        features = FeatureTableCsv.read(FOLDER.resolve(SampleCohort.FEATURES));
        second = FeatureTableCsv.read(FOLDER.resolve(SampleCohort.SECOND_READER));
        before = clinical.values("volume_ml");
        after = clinical.values("followup_volume_ml");
        cohort = clinical.texts("cohort");
        expansion = new boolean[before.length];
        for (int i = 0; i < expansion.length; i++) {
            expansion[i] = after[i] - before[i] >= 0.33 * before[i] || after[i] - before[i] >= 6;
        }
    }

    @Test
    void thePatientsAreRemadeByteForByte() throws InvalidInputException, IOException {
        assertEquals(
                Files.readString(FOLDER.resolve(SampleCohort.CLINICAL)),
                written(SamplePatients.of(features), SampleCohort.CLINICAL));
    }

    @Test
    void haematomasAreRemadeByteForByte() throws InvalidInputException, IOException {
        remake(
                IntStream.range(0, SampleCohort.SIZE)
                        .filter(i -> i % ONE_OF_CASES == 0)
                        .toArray(),
                SampleCohort::region,
                SampleCohort.FEATURES);
    }

    @Test
    void theSecondReadersOutlinesAreRemadeByteForByte() throws InvalidInputException, IOException {
        int[] reread = SampleCohort.reread();
        remake(
                IntStream.range(0, reread.length)
                        .filter(i -> i % ONE_OF_REREAD == 0)
                        .map(i -> reread[i])
                        .toArray(),
                SampleCohort::secondRegion,
                SampleCohort.SECOND_READER);
    }

    @Test
    void theFilesAreInTheHouseForm() throws IOException {
        long bytes = 0;
        for (String file : List.of(SampleCohort.CLINICAL, SampleCohort.FEATURES, SampleCohort.SECOND_READER)) {
            String text = Files.readString(FOLDER.resolve(file));
            assertTrue(
                    text.endsWith("\n") && !text.contains("\r") && !text.contains("\"") && !text.contains("NaN"), file);
            bytes += text.length();
        }
        assertTrue(bytes < 1_600_000, bytes + " bytes");
    }

    @Test
    void theColumnsAreThoseOfAStudyAndOfTheCatalogue() {
        List<String> expected = new ArrayList<>(List.of("id"));
        expected.addAll(CATALOGUE);
        assertEquals(expected, features.columns());
        assertEquals(expected, second.columns());
        assertEquals(
                List.of(
                        "id",
                        "cohort",
                        "age",
                        "male",
                        "hypertension",
                        "diabetes",
                        "prior_ich",
                        "ischemic_stroke",
                        "ivh",
                        "black_hole",
                        "blend",
                        "island",
                        "satellite",
                        "deep",
                        "volume_ml",
                        "followup_volume_ml",
                        "onset_to_ct_h",
                        "gcs",
                        "gos"),
                clinical.columns());
    }

    @Test
    void allFilesNameTheSameCases() {
        List<String> ids = IntStream.rangeClosed(1, 313)
                .mapToObj(i -> String.format("S%03d", i))
                .toList();
        assertEquals(ids, clinical.cases());
        assertEquals(ids, features.cases());
        assertEquals(50, second.size());
        assertEquals(ids.stream().filter(second.cases()::contains).toList(), second.cases());
    }

    @Test
    void thereAreAsManyAsThePaperHad() {
        assertEquals(218, count(i -> isTraining(i)));
        assertEquals(95, count(i -> cohort.get(i).equals("test")));
        assertEquals(30, count(i -> isTraining(i) && expansion[i]));
        assertEquals(14, count(i -> !isTraining(i) && expansion[i]));
        assertEquals(62, count(i -> before[i] >= 1 && before[i] < 3));
        assertEquals(251, count(i -> before[i] >= 3 && before[i] < 10));
        assertTrue(count(i -> expansion[i] && before[i] < 3) >= 5);
    }

    @Test
    void noGrowthIsOnTheBoundOfAnExpansion() throws InvalidInputException {
        for (int i = 0; i < before.length; i++) {
            String id = SampleCohort.id(i);
            assertTrue(
                    Math.abs(after[i] - before[i] - 0.33 * before[i]) > 1e-6
                            && Math.abs(after[i] - before[i] - 6) > 1e-6,
                    id);
            assertTrue(after[i] > 0.75 * before[i] && after[i] < 5 * before[i], id);
        }
        for (String volume : List.of("volume_ml", "followup_volume_ml")) {
            for (String text : clinical.texts(volume)) assertTrue(text.matches("\\d+\\.\\d\\d"), text);
        }
    }

    @Test
    void volumesAreThoseOfTheOutlines() throws InvalidInputException {
        double[] measured = features.values("VolumeCC");
        for (int i = 0; i < measured.length; i++) {
            assertEquals(measured[i], before[i], 0.005 + 1e-9, SampleCohort.id(i));
            assertEquals(SampleCohort.isSmall(i), measured[i] < 3, SampleCohort.id(i));
        }
        assertEquals(SampleCohort.region(5).volume() / 1000, before[5], 0.005);
    }

    @Test
    void everyFeatureHasAValue() throws InvalidInputException {
        for (FeatureTable table : List.of(features, second)) {
            for (String feature : CATALOGUE) {
                assertTrue(Arrays.stream(table.values(feature)).allMatch(Double::isFinite), feature);
            }
        }
    }

    @Test
    void numbersHaveSevenDigits() {
        assertEquals("0.1234568", SampleCohort.text(0.12345678));
        assertEquals("-1234568", SampleCohort.text(-1234567.8));
        assertEquals("5016", SampleCohort.text(5016));
        assertEquals("0", SampleCohort.text(-0.0));
        assertEquals("320000", SampleCohort.text(320000));
        assertEquals("1.234568E-7", SampleCohort.text(1.2345678e-7));
        assertEquals("1.234568E+12", SampleCohort.text(1.2345678e12));
        assertEquals("", SampleCohort.text(Double.NaN));
    }

    @Test
    void fourHaveNoHistory() throws InvalidInputException {
        for (String column : List.of("hypertension", "diabetes", "prior_ich", "ischemic_stroke")) {
            List<String> texts = clinical.texts(column);
            assertEquals(4, count(i -> texts.get(i).isEmpty()), column);
            assertEquals(missing("hypertension"), missing(column));
        }
        for (String column : clinical.columns()) {
            if (!List.of("hypertension", "diabetes", "prior_ich", "ischemic_stroke")
                    .contains(column)) assertEquals(List.of(), missing(column));
        }
    }

    @Test
    void theFrequenciesAreNearThoseOfTheTable() throws InvalidInputException {
        // Counts of the paper's Table 1, training and test.
        near(182, "male");
        near(265, "hypertension");
        near(55, "diabetes");
        near(14, "prior_ich");
        near(19, "ischemic_stroke");
        near(107, "ivh");
        near(21, "black_hole");
        near(14, "blend");
        near(11, "island");
        near(56, "satellite");
        near(252, "deep");
        double[] gos = clinical.values("gos");
        near(168, count(i -> gos[i] <= 3), "poor outcome");
    }

    @Test
    void signsAndOutcomeGoWithExpansion() throws InvalidInputException {
        for (String sign : List.of("black_hole", "blend", "ivh")) {
            assertTrue(mean(sign, i -> expansion[i]) > mean(sign, i -> !expansion[i]), sign);
        }
        assertTrue(mean("gos", i -> expansion[i]) < mean("gos", i -> !expansion[i]));
        double[] gcs = clinical.values("gcs");
        double[] age = clinical.values("age");
        assertTrue(mean("gos", i -> gcs[i] <= 13) < mean("gos", i -> gcs[i] == 15));
        assertTrue(mean("gos", i -> age[i] >= 70) < mean("gos", i -> age[i] < 55));
    }

    @Test
    void noGroupIsWithoutASign() throws InvalidInputException {
        for (String item : clinical.columns().subList(3, 14)) {
            double[] values = clinical.values(item);
            for (boolean training : new boolean[] {true, false}) {
                for (boolean event : new boolean[] {true, false}) {
                    IntPredicate group = i -> isTraining(i) == training && expansion[i] == event;
                    assertTrue(
                            count(i -> group.test(i) && values[i] == 1) > 0
                                    && count(i -> group.test(i) && values[i] == 0) > 0,
                            item);
                }
            }
        }
    }

    @Test
    void theReadersAgreeOnMostFeatures() throws InvalidInputException {
        int[] reread = SampleCohort.reread();
        int good = 0;
        int varying = 0;
        double sum = 0;
        for (String feature : CATALOGUE) {
            double[] all = features.values(feature);
            double icc = IntraclassCorrelation.of(
                            Arrays.stream(reread).mapToDouble(i -> all[i]).toArray(), second.values(feature))
                    .of(IntraclassCorrelation.Form.ICC_2_1)
                    .icc()
                    .value();
            if (Double.isNaN(icc)) continue;
            varying++;
            sum += icc;
            if (icc > 0.75) good++;
            else assertFalse(SIGNATURE.contains(feature), feature);
        }
        assertEquals(394, varying); // MeanDeviation and RelativeDeviation are 0 by definition
        assertEquals(367, good); // as README.md says
        assertEquals(0.93, sum / varying, 0.005);
    }

    @Test
    void aStudyFindsTheSignature() throws InvalidInputException {
        int[] training = IntStream.range(0, SampleCohort.SIZE)
                .filter(SampleCohortTest::isTraining)
                .toArray();
        int[] test = IntStream.range(0, SampleCohort.SIZE)
                .filter(i -> !isTraining(i))
                .toArray();
        Predictors filtered = filtered(training);
        assertEquals(53, filtered.names().size());
        boolean[] events = outcomes(training);
        LassoPath path = LassoPath.fit(filtered.of(training), events, ElasticNet.LASSO);
        for (int seed = 1; seed <= 3; seed++) {
            int k = CrossValidation.of(path, Folds.stratified(events, 10, seed), CrossValidation.Grid.OWN, 1)
                    .curve(CvMeasure.AUC)
                    .kMin();
            LassoModel model = path.model(k);
            List<String> found =
                    model.terms().stream().map(LassoModel.Term::feature).toList();
            assertTrue(found.containsAll(SIGNATURE) && found.size() <= 11, found::toString);
            assertTrue(model.terms().stream()
                    .filter(term -> SIGNATURE.contains(term.feature()))
                    .allMatch(term -> term.beta() < 0));
            assertEquals(
                    SIGNATURE.stream().sorted().toList(),
                    model.terms().stream()
                            .sorted(Comparator.comparingDouble(term -> -Math.abs(term.beta())))
                            .limit(3)
                            .map(LassoModel.Term::feature)
                            .sorted()
                            .toList());
            double inTraining = RocCurve.of(model.scores(filtered.of(training)), events)
                    .auc()
                    .area()
                    .value();
            double inTest = RocCurve.of(model.scores(filtered.of(test)), outcomes(test))
                    .auc()
                    .area()
                    .value();
            assertTrue(inTraining > 0.75 && inTraining < 0.9, () -> "AUC " + inTraining);
            assertTrue(inTest > 0.65 && inTest < 0.85, () -> "AUC " + inTest);
        }
    }

    @Test
    void theReadmeSaysWhatItIs() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        for (String said : List.of(
                "SYNTHETIC",
                "BSD-2-Clause",
                "seed " + SampleCohort.SEED,
                "seeds " + SamplePatients.SEED + " and " + SamplePatients.SEED_OF_DETAILS)) {
            assertTrue(readme.contains(said), said);
        }
    }

    /** Features that differ between the outcomes of some cases, of all cases. */
    private static Predictors filtered(int[] cases) throws InvalidInputException {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String feature : CATALOGUE) {
            double[] values = features.values(feature);
            double p = ContinuousComparison.of(
                            Arrays.stream(cases)
                                    .filter(i -> expansion[i])
                                    .mapToDouble(i -> values[i])
                                    .toArray(),
                            Arrays.stream(cases)
                                    .filter(i -> !expansion[i])
                                    .mapToDouble(i -> values[i])
                                    .toArray())
                    .p();
            if (!(p < ContinuousComparison.LEVEL)) continue;
            names.add(feature);
            columns.add(values);
        }
        return new Predictors(names, columns.toArray(double[][]::new));
    }

    private static boolean[] outcomes(int[] cases) {
        boolean[] outcomes = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++) outcomes[i] = expansion[cases[i]];
        return outcomes;
    }

    private static void remake(int[] cases, IntFunction<Region> reader, String file)
            throws InvalidInputException, IOException {
        List<String> ids = Arrays.stream(cases).mapToObj(SampleCohort::id).toList();
        String committed = Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> line.startsWith("id,") || ids.contains(line.substring(0, line.indexOf(','))))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(
                committed,
                written(SampleCohort.table(cases, reader), file),
                () -> file + " has changed: if that is meant, remake it as README.md beside it says");
    }

    private static String written(FeatureTable table, String file) throws InvalidInputException, IOException {
        FeatureTableCsv.write(table, remade.resolve(file));
        return Files.readString(remade.resolve(file));
    }

    private static boolean isTraining(int number) {
        return cohort.get(number).equals("train");
    }

    private static int count(IntPredicate which) {
        return (int) IntStream.range(0, SampleCohort.SIZE).filter(which).count();
    }

    private static List<String> missing(String column) throws InvalidInputException {
        List<String> texts = clinical.texts(column);
        return IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).isEmpty())
                .mapToObj(SampleCohort::id)
                .toList();
    }

    private static void near(int expected, String item) throws InvalidInputException {
        double[] values = clinical.values(item);
        near(expected, count(i -> values[i] == 1), item);
    }

    /** Within three standard errors of a count. */
    private static void near(int expected, int count, String item) {
        assertEquals(expected, count, 3 * Math.sqrt(expected * (1 - expected / 313.0)), item);
    }

    private static double mean(String column, IntPredicate which) throws InvalidInputException {
        double[] values = clinical.values(column);
        return IntStream.range(0, values.length)
                .filter(which)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}
