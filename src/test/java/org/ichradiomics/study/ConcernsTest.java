package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Each concern is raised where it is true, once, and not where it is not.
 *
 * <p>Covers StudyResult.
 */
class ConcernsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/ichradiomics/study");
    private static final String HEAD =
            "format: ICH Radiomics study\ninputs: {clinical: c.csv, features: f.csv}\noutcome: {expansion: {}}\n"
                    + "descriptives: {bootstrap: 0}\n";
    private static final String SPLIT = HEAD + "split: {column: cohort}\n";

    private static StudyResult run(StudyInputs inputs, String plan) throws InvalidInputException {
        StudyResult result =
                Study.run(StudyFile.parse(plan, Path.of("study.yml")).plan(), inputs, 1, Progress.NONE);
        assertEquals(result.concerns().stream().distinct().toList(), result.concerns(), "each once");
        return result;
    }

    private static StudyResult run(String plan) throws InvalidInputException {
        return run(new SmallCohort(120, 3).inputs(), plan);
    }

    private static StudyResult read(String folder) throws InvalidInputException {
        StudyFile file = StudyFile.read(FOLDER.resolve(folder).resolve("study.yml"));
        return Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
    }

    private static void raised(StudyResult result, String part) {
        assertEquals(
                1, result.concerns().stream().filter(c -> c.contains(part)).count(), part + " in " + result.concerns());
    }

    private static void notRaised(StudyResult result, String part) {
        assertTrue(result.concerns().stream().noneMatch(c -> c.contains(part)), part + " in " + result.concerns());
    }

    /** 62 events of 2 features, 31 a feature, were said to depend on chance. */
    @Test
    void eventsForEachCandidateFeature() throws Exception {
        notRaised(read("concerns"), "depends on chance");
        notRaised(read("two_models"), "depends on chance");
        StudyResult few = run(SPLIT + "lasso: {folds: 5}\n");
        raised(few, "for 12 candidate features, ");
        raised(few, "a feature and fewer than 10: what was selected depends on chance.");
    }

    /** The rarer of both outcomes counts: 22 cases without the event are few, however many have it. */
    @Test
    void theRarerOutcomeCounts() throws Exception {
        SmallCohort cohort = new SmallCohort(120, 3);
        IntStream.range(0, 120).forEach(i -> {
            double volume = ((Number) cohort.clinical("volume_ml", i)).doubleValue();
            boolean grew = ((Number) cohort.clinical("followup_volume_ml", i)).doubleValue() > 1.3 * volume;
            cohort.clinical("followup_volume_ml", i, grew ? volume : 2 * volume);
        });
        raised(
                run(cohort.inputs(), SPLIT + "lasso: {folds: 5}\n"),
                " cases without the event in training for 12 candidate features, ");
    }

    @Test
    void featuresThatPassByChance() throws Exception {
        notRaised(run(SPLIT + "lasso: {folds: 5}\n"), "would pass by chance"); // 0.6 of 12
        StudyResult many = run(SPLIT + "lasso: {folds: 5}\nunivariate: {p: 0.3}\n");
        raised(many, "of which about 3.6 would pass by chance");
        notRaised(run(SPLIT + "lasso: {folds: 5}\nunivariate: {p: 0.3, fdr: true}\n"), "would pass by chance");
    }

    @Test
    void theFilterIsOutsideTheFoldsWhereItLeftSomethingOut() throws Exception {
        raised(run(SPLIT + "lasso: {folds: 5}\n"), "outside its folds");
        notRaised(run(SPLIT + "lasso: {folds: 5}\nunivariate: {p: 1}\n"), "outside its folds");
    }

    @Test
    void theDrawOfTheFolds() throws Exception {
        raised(run(SPLIT + "lasso: {folds: 5}\n"), "was not looked at");
        StudyResult repeated = run(SPLIT + "lasso: {folds: 5, repeats: 3}\n");
        notRaised(repeated, "was not looked at");
        Selection selection = repeated.selection().orElseThrow();
        boolean differs = IntStream.of(selection.spreadOfK())
                .anyMatch(k -> k != selection.choice().k());
        assertEquals(differs, repeated.concerns().stream().anyMatch(c -> c.contains("the choice ranged from")));
        StudyResult each = run(SPLIT + "lasso: {folds: 80, stratified: false, measure: deviance}\n");
        assertEquals(80, each.cohort().split().training().length);
        notRaised(each, "was not looked at");
    }

    private static StudyResult twice(SmallCohort cohort, String worse) throws InvalidInputException {
        FeatureTable second = cohort.features();
        if (!worse.isEmpty()) {
            double[] values = second.values(worse);
            second = second.with(
                    worse,
                    IntStream.range(0, values.length)
                            .mapToObj(i -> Double.toString(values[(i * 37 + 11) % values.length]))
                            .toList());
        }
        return run(
                new StudyInputs(
                        cohort.clinical(), Optional.of(cohort.features()), Optional.of(second), Optional.empty()),
                SPLIT + "lasso: {folds: 5}\n");
    }

    /** Nothing was said of a signature whose features miss the limit that the study itself sets. */
    @Test
    void readerAgreementOfTheSignature() throws Exception {
        raised(run(SPLIT + "lasso: {folds: 5}\n"), "Features were not checked for agreement of readers.");
        StudyResult good = twice(new SmallCohort(120, 3), "");
        notRaised(good, "agreement");
        String feature = good.signature().orElseThrow().terms().get(0).feature();
        StudyResult poor = twice(new SmallCohort(120, 3), feature);
        raised(poor, ", 1 misses the study's own limit of reader agreement, ICC(2,1) above 0.75: " + feature + " (");
        String without = List.of("f7", "f8", "f9", "f10", "f11").stream()
                .filter(f -> poor.signature().orElseThrow().terms().stream()
                        .noneMatch(term -> term.feature().equals(f)))
                .findFirst()
                .orElseThrow();
        notRaised(twice(new SmallCohort(120, 3), without), "limit of reader agreement");
    }

    @Test
    void apparentAndUntested() throws Exception {
        StudyResult tested = run(SPLIT + "lasso: {folds: 5}\n");
        raised(tested, "they are apparent");
        notRaised(tested, "Nobody was held out");
        notRaised(tested, "no external validation");
        raised(run(HEAD + "split: none\nlasso: {folds: 5}\n"), "Nobody was held out");
        raised(run(HEAD + "split: {share: 0.7}\nlasso: {folds: 5}\n"), "no external validation");
    }

    /** A slope of 1.4 whose interval holds 1 shows nothing, and a penalised score is timid in its own training. */
    @Test
    void theCalibrationSlope() throws Exception {
        raised(
                read("concerns"),
                "The calibration slope in Test is 8.99 (95 % CI 3.78 to 14.21): predictions are too timid.");
        notRaised(read("two_models"), "calibration slope");
        for (long seed = 1; seed <= 6; seed++) {
            StudyResult result = run(new SmallCohort(120, seed).inputs(), SPLIT + "lasso: {folds: 5}\n");
            var within = result.validation()
                    .orElseThrow()
                    .calibration()
                    .orElseThrow()
                    .calibration()
                    .within();
            boolean wrong = (within.low() > 1 || within.high() < 1) && !(within.value() > 0.8 && within.value() < 1.25);
            assertEquals(
                    wrong,
                    result.concerns().stream().anyMatch(c -> c.contains("calibration slope")),
                    within.toString());
        }
    }

    @Test
    void areasOfTheScore() throws Exception {
        StudyResult divided =
                run(new SmallCohort(120, 3).dividedBy("f5").inputs(), HEAD + "split: none\nlasso: {folds: 5}\n");
        raised(divided, "The score divides he perfectly in All cases");
        notRaised(run(SPLIT + "lasso: {folds: 5}\n"), "perfectly in T");
        SmallCohort turned = new SmallCohort(120, 3).dividedBy("f5");
        IntStream.range(0, 120)
                .filter(i -> turned.clinical("cohort", i).equals("test"))
                .forEach(i -> turned.feature("f5", i, -((Number) turned.feature("f5", i)).doubleValue()));
        raised(
                run(turned.inputs(), SPLIT + "lasso: {folds: 5}\n"),
                "The AUC of the score for HE in Test is 0.000, below 0.5");
        notRaised(divided, "The AUC of the score");
    }

    @Test
    void smallSubsetsAreSaidOnce() throws Exception {
        StudyResult small = run(
                new SmallCohort(18, 5).inputs(),
                HEAD + "split: none\nsubgroups: none\nlasso: {folds: 3, measure: deviance}\nunivariate: {p: 1}\n");
        raised(small, "All cases: only 18 cases, of which ");
        notRaised(run(HEAD + "split: none\nsubgroups: none\nlasso: {folds: 5}\n"), "its numbers are uncertain");
    }

    @Test
    void eventsForEachVariableOfAModel() throws Exception {
        raised(
                run(SPLIT + "lasso: {folds: 5}\nmodels: [{subset: train, variables: [age, male, site, rscore]}]\n"),
                "The model of HE in Training has ");
        notRaised(run(SPLIT + "lasso: {folds: 5}\nmodels: [{subset: train, variables: [age]}]\n"), "events a variable");
    }

    @Test
    void missingValuesOfAModel() throws Exception {
        SmallCohort cohort = new SmallCohort(120, 3).clinical("age", 1, "");
        String plan = SPLIT + "lasso: {folds: 5}\nmodels: [{subset: train, variables: [age]}]\n";
        raised(run(cohort.inputs(), plan), "The model of HE in Training leaves out 1 case with missing values.");
        notRaised(run(plan), "leaves out");
    }

    /** A single case far out, and two variables that are nearly one, were said to "nearly divide" the outcomes. */
    @Test
    void whatIsNoSeparationIsNotCalledOne() throws Exception {
        String plan = SPLIT
                + "lasso: {folds: 5}\nregression: {backward: []}\nmodels: [{subset: train, variables: [age, older]}]\n";
        SmallCohort near = new SmallCohort(120, 3);
        near.withColumn(
                "older",
                IntStream.range(0, 120)
                        .mapToObj(i -> ((Number) near.clinical("age", i)).doubleValue() + 1e-3 * (i * 37 % 11))
                        .toList());
        StudyResult result = run(near.inputs(), plan);
        raised(result, "Model of HE in Training: the coefficients of age, older are hardly determined");
        notRaised(result, "(separation)");
        SmallCohort far = new SmallCohort(120, 3);
        int worst = IntStream.range(0, 120)
                .filter(i -> far.clinical("cohort", i).equals("train"))
                .findFirst()
                .orElseThrow();
        far.withColumn(
                "older",
                IntStream.range(0, 120)
                        .mapToObj(i -> (Object) (i == worst ? 1e6 : ((Number) far.feature("f0", i)).doubleValue()))
                        .toList());
        StudyResult out = run(far.inputs(), plan);
        notRaised(out, "Model of HE in Training: older nearly");
        assertFalse(
                out.concerns().toString().contains("nearly divide(s)"),
                out.concerns().toString());
    }

    @Test
    void backwardSelection() throws Exception {
        raised(run(SPLIT + "lasso: {folds: 5}\n"), "Backward selection chooses");
        notRaised(run(SPLIT + "lasso: {folds: 5}\nregression: {backward: []}\n"), "Backward selection chooses");
        StudyResult nothingWent = run(SPLIT + "lasso: {folds: 5}\nvariables: {candidates: [rscore]}\n");
        assertTrue(nothingWent.backward().stream()
                .allMatch(b -> b.elimination().orElseThrow().steps().size() == 1));
        notRaised(nothingWent, "Backward selection chooses");
    }
}
