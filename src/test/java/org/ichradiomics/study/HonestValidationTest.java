package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.study.output.MachineFiles;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The whole plan on other draws of the cases.
 *
 * <p>Covers Accuracy, Concordance, Countdown, InternalValidation, Measure, RequiredCases, Resampling and
 * SelectionStability.
 */
class HonestValidationTest {

    private static final String HEAD = "format: ICH Radiomics study\ninputs: {clinical: c.csv, features: f.csv}\n"
            + "outcome: {expansion: {}}\nsplit: none\nsubgroups: none\nmodels: []\nrivals: []\n"
            + "regression: {backward: []}\ndescriptives: {bootstrap: 0}\n";
    private static final String PLAN = HEAD + "lasso: {folds: 4}\nunivariate: {p: 0.3}\n";

    private static StudyResult run(SmallCohort cohort, String plan, int threads, Progress progress)
            throws InvalidInputException {
        return Study.run(StudyFile.parse(plan, Path.of("study.yml")).plan(), cohort.inputs(), threads, progress);
    }

    private static StudyResult run(SmallCohort cohort, String plan) throws InvalidInputException {
        return run(cohort, plan, 2, Progress.NONE);
    }

    /** An AUC from all pairs. */
    private static double auc(double[] scores, boolean[] events, int[] cases) {
        double sum = 0;
        int pairs = 0;
        for (int i : cases) {
            for (int j : cases) {
                if (!events[i] || events[j]) continue;
                pairs++;
                sum += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            }
        }
        return sum / pairs;
    }

    /** Of the printed predictions, by formulas of their own. */
    @Test
    void measuresFollowFromThePredictions() throws Exception {
        StudyResult result = run(new SmallCohort(90, 3), PLAN + "validation: {repeats: 3, folds: 5, bootstraps: 0}\n");
        InternalValidation found = result.internal().orElseThrow();
        assertEquals(Optional.empty(), found.bootstrap());
        int[] training = result.cohort().split().training();
        boolean[] events = result.cohort().outcome().events(training);
        double sum = 0;
        for (int r = 0; r < 3; r++) {
            double[] logOdds = found.nested().logOdds()[r];
            Accuracy repeat = found.nested().repeats().get(r);
            int[] ids = Folds.stratified(events, 5, Resampling.seed(result.plan(), Resampling.Draw.OUTER, r + 1, 0))
                    .ids();
            double weighted = 0;
            for (int fold = 1; fold <= 5; fold++) {
                int of = fold;
                int[] cases =
                        IntStream.range(0, ids.length).filter(i -> ids[i] == of).toArray();
                weighted += cases.length * auc(logOdds, events, cases) / ids.length;
            }
            assertEquals(weighted, repeat.of(Measure.AUC), 1e-12);
            int[] all = IntStream.range(0, ids.length).toArray();
            assertEquals(auc(logOdds, events, all), repeat.of(Measure.POOLED_AUC), 1e-12);
            double brier = 0;
            for (int i : all) brier += Math.pow((events[i] ? 1 : 0) - 1 / (1 + Math.exp(-logOdds[i])), 2);
            assertEquals(brier / all.length, repeat.of(Measure.BRIER), 1e-12);
            double slope = repeat.of(Measure.SLOPE);
            double intercept = repeat.of(Measure.INTERCEPT);
            double[] score = new double[3]; // of the line at its maximum, and of a shift of the predictions alone
            for (int i : all) {
                double rest = (events[i] ? 1 : 0) - 1 / (1 + Math.exp(-intercept - slope * logOdds[i]));
                score[0] += rest;
                score[1] += rest * logOdds[i];
                score[2] += (events[i] ? 1 : 0) - 1 / (1 + Math.exp(-repeat.of(Measure.IN_THE_LARGE) - logOdds[i]));
            }
            assertArrayEquals(new double[3], score, 1e-7);
            sum += repeat.of(Measure.AUC) / 3;
        }
        assertEquals(sum, found.nested().mean().of(Measure.AUC), 1e-12);
        assertEquals(10, found.nested().curve().size());
        double observed = found.nested().curve().stream()
                .mapToDouble(InternalValidation.Group::observed)
                .average()
                .orElseThrow();
        assertEquals(result.cohort().outcome().count(training) / 90.0, observed, 1e-3); // ten groups of nine
        Estimate range = found.nested().range(Measure.AUC);
        assertTrue(range.low() <= range.value() && range.value() <= range.high());
    }

    /** On all training cases, with the plan's own folds, the way leads to the study's own signature. */
    @Test
    void theWholeWayIsThatOfTheStudy() throws Exception {
        StudyResult result = run(new SmallCohort(90, 3), PLAN + "agreement: {filter: false}\n");
        Pipeline pipeline = Pipeline.of(result.cohort(), Optional.empty());
        int[] training = result.cohort().split().training();
        Pipeline.Fitted fitted = pipeline.fit(training, result.plan().seed());
        assertEquals(result.selection().orElseThrow().model(), fitted.model().orElseThrow());
        assertEquals(result.validation().orElseThrow().cutoff(), fitted.cutoff());
        assertEquals(result.selection().orElseThrow().features().names(), fitted.passed());
    }

    /** Each draw by itself, put together by hand. */
    @Test
    void theBootstrapIsHarrells() throws Exception {
        StudyResult result = run(new SmallCohort(90, 3), PLAN + "validation: {repeats: 1, folds: 5, bootstraps: 20}\n");
        InternalValidation.Bootstrap found =
                result.internal().orElseThrow().bootstrap().orElseThrow();
        int[] training = result.cohort().split().training();
        boolean[] events = result.cohort().outcome().events(training);
        Pipeline pipeline = Pipeline.of(result.cohort(), Optional.empty());
        int[] all = IntStream.range(0, training.length).toArray();
        double[] apparent = new double[20];
        double optimism = 0;
        for (int b = 1; b <= 20; b++) {
            Random random = new Random(Resampling.seed(result.plan(), Resampling.Draw.BOOTSTRAP, b, 0));
            List<Integer> drawn = new ArrayList<>();
            for (boolean event : new boolean[] {true, false}) {
                int[] some = IntStream.of(all).filter(i -> events[i] == event).toArray();
                for (int i = 0; i < some.length; i++) drawn.add(some[random.nextInt(some.length)]);
            }
            int[] cases = drawn.stream().mapToInt(i -> training[i]).toArray();
            Pipeline.Fitted fitted =
                    pipeline.fit(cases, Resampling.seed(result.plan(), Resampling.Draw.BOOTSTRAP, b, 1));
            assertEquals(fitted.cutoff(), found.fits().get(b - 1).cutoff());
            apparent[b - 1] = auc(fitted.scores(cases), pipeline.events(cases), all);
            optimism += (apparent[b - 1] - auc(fitted.scores(training), events, all)) / 20;
        }
        Arrays.sort(apparent);
        double whole = result.internal().get().apparent().of(Measure.AUC);
        assertEquals(optimism, found.optimism().of(Measure.AUC), 1e-12);
        assertEquals(whole - optimism, found.corrected().of(Measure.AUC), 1e-12);
        assertEquals(
                Quantile.TYPE_7.of(apparent, 0.025) - optimism,
                found.of(Measure.AUC).low(),
                1e-12);
        assertEquals(
                Quantile.TYPE_7.of(apparent, 0.975) - optimism,
                found.of(Measure.AUC).high(),
                1e-12);
        assertTrue(optimism > 0);
    }

    /** Features that tell nothing: what looks good after the selection is chance, and the honest AUC says so. */
    @Test
    void noiseIsWorthNothing() throws Exception {
        double naive = 0;
        double honest = 0;
        for (int seed = 1; seed <= 12; seed++) {
            SmallCohort cohort = new SmallCohort(100, seed);
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++)
                for (int j = 0; j < SmallCohort.FEATURES; j++) cohort.feature("f" + j, i, random.nextGaussian());
            InternalValidation found = run(
                            cohort,
                            HEAD
                                    + "lasso: {folds: 4}\nunivariate: {p: 0.5}\n"
                                    + "validation: {repeats: 2, folds: 5, bootstraps: 0}\n")
                    .internal()
                    .orElseThrow();
            naive += found.afterSelection().of(Measure.AUC) / 12;
            honest += found.nested().mean().of(Measure.AUC) / 12;
        }
        assertEquals(0.5, honest, 0.06);
        assertTrue(naive > honest + 0.05, naive + " against " + honest);
    }

    @Test
    void theSameBytesForAnyNumberOfThreads() throws Exception {
        String plan = PLAN + "validation: {repeats: 2, folds: 5, bootstraps: 8, permutations: 2}\n";
        SmallCohort cohort = new SmallCohort(90, 5).feature("f1", 7, "");
        Map<String, String> one = MachineFiles.of(run(cohort, plan, 1, Progress.NONE));
        assertEquals(one, MachineFiles.of(run(cohort, plan, 3, Progress.NONE)));
        assertTrue(one.containsKey("honest_validation.json"));
        Map<String, String> without = MachineFiles.of(run(cohort, PLAN, 2, Progress.NONE));
        without.forEach((name, text) -> assertEquals(text, one.get(name), name));
        assertEquals(
                List.of(
                        "honest_validation.json",
                        "honest_predictions.csv",
                        "honest_draws.csv",
                        "selection_stability.csv"),
                one.keySet().stream().filter(name -> !without.containsKey(name)).toList());
    }

    /** A filter that lets nothing pass: the prevalence for everybody, AUC 0.5, in the folds and in the study. */
    @Test
    void withoutAFeatureEverybodyHasThePrevalence(@TempDir Path folder) throws Exception {
        String plan = HEAD + "lasso: {folds: 4}\nunivariate: {p: 1e-300}\n";
        SmallCohort cohort = new SmallCohort(90, 3);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> run(cohort, plan));
        assertTrue(refused.getMessage().startsWith("The filter left none of the 12 features"), refused.getMessage());
        Path file = cohort.writeTo(
                folder,
                plan.substring(plan.indexOf("outcome")) + "validation: {repeats: 1, folds: 5, bootstraps: 4}\n");
        StudyFolder.Made made =
                StudyFolder.run(StudyFile.read(file), folder.resolve("out"), Replacing.of(false), 1, Progress.NONE);
        assertTrue(Files.exists(folder.resolve("out/machine/honest_validation.json")));
        assertFalse(Files.exists(folder.resolve("out/signature.json")));
        StudyResult result = made.result();
        InternalValidation found = result.internal().orElseThrow();
        for (Accuracy one :
                List.of(found.apparent(), found.afterSelection(), found.nested().mean()))
            assertEquals(0.5, one.of(Measure.AUC));
        assertEquals(0.5, found.bootstrap().orElseThrow().corrected().of(Measure.AUC));
        assertEquals(5, InternalValidation.empty(found.nested().fits()));
        assertEquals(4, InternalValidation.empty(found.bootstrap().get().fits()));
        int events = result.cohort().outcome().count(result.cohort().split().training());
        for (double score : result.scores().orElseThrow().score())
            assertEquals(events / 90.0, 1 / (1 + Math.exp(-score)), 1e-12);
        assertTrue(StudySummary.sentence(result).contains("no feature selected"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {repeats: 0}           | repeats must be at least 1, was 0; "validation: none" stands for none
            {folds: 2}             | validation.folds must be at least 3, was 2
            {bootstraps: -1}       | validation.bootstraps must not be negative, was -1
            {permutations: 100000} | validation may do the plan anew at most 10000 times
            {fold: 3}              | fold
            all                    | "none", or an object with "repeats"
            """)
    void whatCannotBeDoneIsRefused(String validation, String sentence) {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> run(new SmallCohort(90, 3), PLAN + "validation: " + validation + "\n"));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
    }

    @Test
    void tooFewEventsAreRefusedBeforeAnythingIsComputed() {
        SmallCohort cohort = new SmallCohort(40, 3);
        List<String> said = new ArrayList<>();
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> run(cohort, HEAD + "validation: {folds: 10}\n", 1, (what, done) -> said.add(what)));
        assertTrue(
                refused.getMessage()
                        .matches("Cross-validation with 10 folds, and with 10 more in each of them, needs at least 12 "
                                + "training cases with and 12 without the event, but there are only \\d+ with it: "
                                + "lower validation\\.folds of the study file or lasso\\.folds of the study file, or "
                                + "leave out validation of the study file\\."),
                refused.getMessage());
        assertEquals(List.of("joining tables"), said);
        InvalidInputException impossible = assertThrows(
                InvalidInputException.class, () -> run(new SmallCohort(90, 3), PLAN + "sample_size: {r2: 0.9}\n"));
        assertTrue(impossible.getMessage().startsWith("No model of an outcome with "), impossible.getMessage());
    }

    @Test
    void itCanBeStoppedOnTheWay(@TempDir Path folder) throws Exception {
        List<String> said = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> run(
                        new SmallCohort(90, 3),
                        PLAN + "validation: {repeats: 2, folds: 5, bootstraps: 10}\n",
                        2,
                        (what, done) -> {
                            said.add(what);
                            if (what.contains("5 of 20")) throw new CancellationException();
                        }));
        assertTrue(
                said.stream().anyMatch(what -> what.matches(".*, 2 of 20, about \\d+ (s|min) left")), said.toString());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /** The p that decides, of every rule, against that of the whole comparison. */
    @Test
    void theFiltersPAreTheSameSooner() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            boolean isNormal = i % 3 > 0;
            boolean isRough = i % 5 == 0;
            double[] first = random.doubles(5 + i % 9)
                    .map(u -> value(u, random, isNormal, isRough))
                    .toArray();
            double[] second = random.doubles(11)
                    .map(u -> value(u, random, isNormal, isRough))
                    .toArray();
            for (TestRule rule : TestRule.values()) {
                for (MannWhitney.Method method : List.of(MannWhitney.Method.ASYMPTOTIC, MannWhitney.Method.AS_R)) {
                    assertEquals(
                            ContinuousComparison.of(first, second, rule, method, Quantile.TYPE_7)
                                    .p(),
                            ContinuousComparison.p(first, second, rule, method));
                }
            }
        }
        assertEquals(
                Double.NaN,
                ContinuousComparison.p(
                        new double[] {1, 1}, new double[] {1, 1}, TestRule.AUTO, MannWhitney.Method.ASYMPTOTIC));
    }

    private static double value(double uniform, Random random, boolean isNormal, boolean isRough) {
        double value = isNormal ? random.nextGaussian() : Math.exp(3 * uniform);
        return isRough ? Math.rint(value) : value;
    }

    /** Nogueira et al. 2018, equation 4, from the variances of the columns of a matrix of choices. */
    @Test
    void stabilityIsThatOfTheColumns() {
        List<String> features = List.of("a", "b", "c", "d", "e");
        List<List<String>> chosen = List.of(List.of("a", "b"), List.of("a"), List.of("a", "c"), List.of("a", "b", "c"));
        List<InternalValidation.Fit> fits = chosen.stream()
                .map(names -> {
                    Map<String, Double> coefficients = new LinkedHashMap<>();
                    names.forEach(name -> coefficients.put(name, name.equals("b") && names.size() > 2 ? -1.0 : 2.0));
                    return new InternalValidation.Fit(0, 1, features, coefficients, 0.1, 0);
                })
                .toList();
        // Variances with n − 1: 0, 1/3, 1/3, 0, 0; mean 2/15; k̄ = 2, and 2/5 · 3/5 = 6/25.
        assertEquals(1 - (2 / 15.0) / (6 / 25.0), SelectionStability.index(features, fits), 1e-12);
        double[][] columns = IntStream.range(0, 5)
                .mapToObj(j -> new Random(j).doubles(12).toArray())
                .toArray(double[][]::new);
        for (int i = 0; i < 12; i++) columns[2][i] = 3 - columns[1][i] + 0.01 * columns[4][i]; // c is nearly −b
        SelectionStability stability =
                SelectionStability.of(new Predictors(features, columns), Set.of("a", "e"), fits, List.of(fits.get(0)));
        assertEquals(
                List.of("a", "b", "c", "e"),
                stability.rows().stream().map(SelectionStability.Row::feature).toList());
        assertEquals(
                new SelectionStability.Row("b", false, 0.5, 1, 1, 2 / 3.0, 1, "b", 0.75),
                stability.rows().get(1));
        assertEquals("b", stability.rows().get(2).leader());
        assertEquals(0.75, stability.rows().get(2).clusterShare());
        assertEquals("e", stability.rows().get(3).leader());
        assertEquals(0, stability.rows().get(3).clusterShare());
    }

    /** Only the readings of cases that are drawn decide on a feature's agreement, as often as they are. */
    @Test
    void readersAgreeOnTheDrawnCasesAlone() throws Exception {
        SmallCohort cohort = new SmallCohort(90, 3);
        SmallCohort second = new SmallCohort(90, 3).withoutFeatures(30);
        for (int i = 0; i < 10; i++) second.feature("f0", i, 100 * (i % 2));
        StudyInputs inputs = new StudyInputs(
                cohort.clinical(), Optional.of(cohort.features()), Optional.of(second.features()), Optional.empty());
        StudyPlan plan = StudyFile.parse(PLAN + "agreement: {filter: true}\n", Path.of("study.yml"))
                .plan();
        StudyResult result = Study.run(plan, inputs, 1, Progress.NONE);
        Pipeline pipeline = Pipeline.of(result.cohort(), result.agreement());
        int[] withoutSlips = IntStream.range(10, 90).toArray();
        assertTrue(pipeline.fit(withoutSlips, 1).passed().contains("f0"));
        assertFalse(pipeline.fit(IntStream.range(0, 80).toArray(), 1).passed().contains("f0"));
        assertFalse(result.selection().orElseThrow().features().names().contains("f0"));
    }
}
