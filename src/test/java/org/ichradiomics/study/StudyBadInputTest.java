package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a user can get wrong: one sentence with column, case or key, or a study that says what it left out.
 *
 * <p>Covers Flow, Regression, Selection and StudyInputs.
 */
class StudyBadInputTest {

    private static final String HEAD = "format: ICH Radiomics study\ninputs: {clinical: c.csv, features: f.csv}\n";
    private static final String PLAN = HEAD + "outcome: {expansion: {}}\nsplit: {column: cohort}\nlasso: {folds: 5}\n";

    private static StudyResult run(SmallCohort cohort, String plan) throws InvalidInputException {
        return run(cohort.inputs(), plan);
    }

    private static StudyResult run(StudyInputs inputs, String plan) throws InvalidInputException {
        return Study.run(StudyFile.parse(plan, Path.of("study.yml")).plan(), inputs, 1, Progress.NONE);
    }

    private static SmallCohort cohort() {
        return new SmallCohort(90, 3);
    }

    static Stream<Arguments> refused() {
        List<Integer> three = IntStream.range(0, 90).map(i -> i % 3).boxed().toList();
        SmallCohort noEvent = cohort();
        IntStream.range(0, 90)
                .forEach(i -> noEvent.clinical("followup_volume_ml", i, noEvent.clinical("volume_ml", i)));
        SmallCohort constant = cohort();
        IntStream.range(0, SmallCohort.FEATURES).forEach(j -> constant.all("f" + j, 1));
        SmallCohort empty = cohort();
        IntStream.range(0, SmallCohort.FEATURES).forEach(j -> empty.all("f" + j, ""));
        SmallCohort otherIds = cohort();
        IntStream.range(0, 90).forEach(i -> otherIds.feature("id", i, "p" + i));
        return Stream.of(
                Arguments.of(
                        "an id twice",
                        cohort().clinical("id", 3, "c002"),
                        PLAN,
                        "The case \"c002\" stands twice in the table, in lines 3 and 5: keep one row for each case."),
                Arguments.of(
                        "an id twice in the features",
                        cohort().feature("id", 3, "c002"),
                        PLAN,
                        "The case \"c002\" stands twice in the table, in lines 3 and 5"),
                Arguments.of(
                        "no id",
                        cohort().clinical("id", 3, " "),
                        PLAN,
                        "Column \"id\" of the table is empty in line 5: every row needs the name of its case."),
                Arguments.of(
                        "no id in common",
                        otherIds,
                        PLAN,
                        "No case of the table is in the table (\"c001\" here, \"p0\" there): name the cases alike in "
                                + "both tables."),
                Arguments.of(
                        "text in a feature",
                        cohort().feature("f3", 7, "n.d."),
                        PLAN,
                        "Column \"f3\" of the table has \"n.d.\" in line 9 (case c008), which is not a number"),
                Arguments.of(
                        "text in a volume",
                        cohort().clinical("volume_ml", 0, "big"),
                        PLAN,
                        "Column \"volume_ml\" of the table has \"big\" in line 2 (case c001)"),
                Arguments.of(
                        "a baseline of 0",
                        cohort().clinical("volume_ml", 4, 0),
                        PLAN,
                        "The case \"c005\" (line 6 of the table) has a volume of 0.0 mL"),
                Arguments.of(
                        "one class only",
                        noEvent,
                        PLAN,
                        "The outcome \"he\" is 0 in all 90 cases: a study needs cases with and without the event."),
                Arguments.of(
                        "three values",
                        cohort().withColumn("mrs3", three),
                        HEAD + "outcome: {column: mrs3}\n",
                        "The outcome \"mrs3\" of the table has the values 0, 1, 2: code it as 0 and 1, or say which "
                                + "values mean the event in outcome.event_values of the study file."),
                Arguments.of(
                        "values that never come",
                        cohort().withColumn("mrs3", three),
                        HEAD + "outcome: {column: mrs3, event_values: [\"7\"]}\n",
                        "The outcome \"mrs3\" of the table is never \"7\" (it has 0, 1, 2): correct the values that "
                                + "mean the event."),
                Arguments.of(
                        "fewer events than folds",
                        cohort(),
                        PLAN.replace("folds: 5", "folds: 30"),
                        "There are 30 folds, but only "),
                Arguments.of(
                        "constant features",
                        constant,
                        PLAN,
                        "The filter left none of the 12 features: raise univariate.p of the study file."),
                Arguments.of(
                        "constant features, no filter",
                        constant,
                        PLAN + "univariate: {p: 1}\n",
                        "None of the 12 features can be tested in the training: they do not vary, or lack values"),
                Arguments.of(
                        "no values",
                        empty,
                        PLAN,
                        "There is no column of features in the table: name them in "
                                + "columns.features of the study file."),
                Arguments.of("2 patients", new SmallCohort(2, 1), PLAN, "The outcome \"he\" is "),
                Arguments.of(
                        "another word in the split",
                        cohort().clinical("cohort", 1, "tset"),
                        PLAN,
                        "Column \"cohort\" of the table has \"tset\" in line 3: say train or test"),
                Arguments.of(
                        "unknown outcome column",
                        cohort(),
                        HEAD + "outcome: {column: death}\n",
                        "The table has no column \"death\""),
                Arguments.of(
                        "unknown split column",
                        cohort(),
                        HEAD + "outcome: {expansion: {}}\nsplit: {column: part}\n",
                        "The table has no column \"part\""),
                Arguments.of(
                        "unknown candidate",
                        cohort(),
                        PLAN + "variables: {candidates: [age, weight]}\n",
                        "The table has no column \"weight\""),
                Arguments.of(
                        "unknown column left out",
                        cohort(),
                        PLAN + "variables: {left_out: [gos30]}\n",
                        "The table has no column \"gos30\""),
                Arguments.of(
                        "unknown code",
                        cohort(),
                        PLAN + "variables: {categorical: [sitee]}\n",
                        "The table has no column \"sitee\""),
                Arguments.of(
                        "unknown variable of a model",
                        cohort(),
                        PLAN + "models: [{variables: [agee, rscore]}]\n",
                        "The table has no column \"agee\""),
                Arguments.of(
                        "unknown rival",
                        cohort(),
                        PLAN + "rivals: [{variable: gcs}]\n",
                        "The table has no column \"gcs\""),
                Arguments.of(
                        "one key of both outcomes",
                        cohort(),
                        PLAN + "second_outcome: {column: gos, at_most: 3, key: HE}\n",
                        "study.yml is no usable study, since both outcomes have the key \"HE\", and one would take "
                                + "the place of the other; give the second outcome another key"),
                Arguments.of(
                        "one event of both outcomes",
                        cohort(),
                        HEAD
                                + "outcome: {column: male, event: yes}\nsecond_outcome: {column: gos, at_most: 3, "
                                + "event: yes}\n",
                        "study.yml is no usable study, since both outcomes have the event \"yes\""),
                Arguments.of(
                        "unknown feature",
                        cohort(),
                        PLAN + "columns: {features: [f1, g1]}\n",
                        "The table has no column \"g1\""),
                Arguments.of(
                        "unknown id column",
                        cohort(),
                        PLAN + "columns: {id: name}\n",
                        "The table has no column \"name\""),
                Arguments.of(
                        "ICC filter without a second reader",
                        cohort(),
                        PLAN + "agreement: {filter: true}\n",
                        "Features can be filtered by reader agreement only with"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedInOneSentence(String what, SmallCohort cohort, String plan, String sentence) {
        String said = assertThrows(InvalidInputException.class, () -> run(cohort, plan))
                .getMessage();
        assertTrue(said.startsWith(sentence), said);
        assertTrue(said.indexOf('\n') < 0, said);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(
                        HEAD + "outcome: {expansion: {}}\nsplits: none\n",
                        "study.yml has unknown keys: splits; correct or remove them."),
                Arguments.of(
                        HEAD + "outcome: {expansion: {relativ: 0.4}}\n",
                        "study.yml has unknown keys: outcome.expansion.relativ; correct or remove them."),
                Arguments.of(
                        "format: ICH Radiomics study\noutcome: {expansion: {}}\n",
                        "study.yml lacks the key \"inputs\": add it, or choose another file."),
                Arguments.of(HEAD, "study.yml lacks the key \"outcome\": add it, or choose another file."),
                Arguments.of(
                        PLAN + "lasso: {folds: 5}\n", "study.yml is not valid YAML (line 6, column 1): correct it."),
                Arguments.of(
                        PLAN.replace("folds: 5", "folds: 2"),
                        "study.yml is no usable study, since cross-validation needs at least 3 folds, was 2: correct "
                                + "it."),
                Arguments.of(
                        PLAN.replace("folds: 5", "measure: accuracy"),
                        "\"lasso.measure\" in study.yml must be \"AUC\" or \"deviance\", is \"accuracy\": correct it."),
                Arguments.of(
                        PLAN + "univariate: {p: 0}\n",
                        "study.yml is no usable study, since the p of the univariate filter must be above 0 and at "
                                + "most 1, was 0.0: correct it."),
                Arguments.of(
                        PLAN + "subgroups: {from_mL: 10, below_mL: 3}\n",
                        "study.yml is no usable study, since volumes must rise from above 0, were 10.0 and 3.0 mL: "
                                + "correct it."),
                Arguments.of(PLAN + "seed: one\n", "\"seed\" in study.yml must be a number, is text: correct it."),
                Arguments.of(
                        "{\"a\": 1}",
                        "study.yml is not a study (its \"format\" is missing, not \"ICH Radiomics study\"): choose a "
                                + "study file."));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsNamed(String plan, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> StudyFile.parse(plan, Path.of("study.yml")))
                        .getMessage());
    }

    @Test
    void foldsWithoutEventsAreSaid() throws InvalidInputException {
        SmallCohort cohort = cohort();
        StudyResult drawn = run(cohort, PLAN);
        int[] training = drawn.cohort().split().training();
        boolean[] events = drawn.cohort().outcome().events(training);
        int[] next = {0};
        List<List<Object>> rows = IntStream.range(0, training.length)
                .mapToObj(i ->
                        List.<Object>of(drawn.cohort().ids().get(training[i]), 1 + next[0]++ % (events[i] ? 3 : 4)))
                .toList();
        StudyInputs inputs = cohort.inputs();
        StudyInputs given = new StudyInputs(
                inputs.clinical(),
                inputs.features(),
                Optional.empty(),
                Optional.of(FeatureTable.of(List.of("id", "fold"), rows)));
        StudyResult result = run(given, PLAN + "univariate: {p: 1}\n");
        assertTrue(
                result.notes().contains("Fold 4 has no event: it has no AUC and is left out of the mean AUC.")
                        || result.notes().stream().anyMatch(note -> note.contains("the deviance is taken instead")),
                result.notes().toString());
    }

    @Test
    void aCaseWithoutAFoldIsNamed() throws InvalidInputException {
        StudyInputs inputs = cohort().inputs();
        StudyInputs given = new StudyInputs(
                inputs.clinical(),
                inputs.features(),
                Optional.empty(),
                Optional.of(FeatureTable.of(List.of("id", "fold"), List.of(List.of("c002", 1), List.of("c003", 2)))));
        assertEquals(
                "The training case \"c005\" has no fold in the table: give each one.",
                assertThrows(InvalidInputException.class, () -> run(given, PLAN))
                        .getMessage());
    }

    @Test
    void uselessFeaturesAreLeftOutAndListed() throws InvalidInputException {
        SmallCohort cohort = cohort().all("f5", 7).feature("f6", 4, "NA");
        IntStream.range(0, cohort.patients())
                .forEach(i -> cohort.feature("f7", i, 3 * ((Number) cohort.feature("f0", i)).doubleValue() - 1));
        StudyResult result = run(cohort, PLAN + "univariate: {p: 1}\n");
        assertTrue(
                result.notes().contains("Left out of the LASSO: f7 (collinear with f0)."),
                result.notes().toString());
        assertTrue(
                result.notes().contains("Left out of the LASSO: f6 (no value in 1 of 60 patients)."),
                result.notes().toString());
        assertTrue(result.filter().orElseThrow().rows().stream()
                .noneMatch(row -> row.feature().equals("f5") && row.selected()));
    }

    @Test
    void casesWithoutFeaturesOrOutcomeAreCounted() throws InvalidInputException {
        StudyResult result = run(
                cohort().withoutFeatures(85)
                        .clinical("followup_volume_ml", 1, "")
                        .clinical("followup_volume_ml", 2, "NA"),
                PLAN);
        assertEquals(83, result.cohort().size());
        assertEquals(
                List.of(
                        "cases in the table",
                        "without features",
                        "without a known outcome (he)",
                        "cases analysed",
                        "in training",
                        "in test"),
                result.cohort().flow().steps().stream().map(Flow.Step::what).toList());
        assertEquals(
                List.of("c002", "c003"), result.cohort().flow().steps().get(2).ids());
    }

    @Test
    void whatBecameOfThePatientIsNoCandidateUnlessItIsListed() throws InvalidInputException {
        StudyResult result = run(cohort(), PLAN);
        assertTrue(result.cohort().variables().stream().noneMatch(v -> v.name().equals("gos")));
        assertTrue(
                result.notes().stream()
                        .anyMatch(
                                note -> note.startsWith("The column \"gos\" is a score of what became of the patient")),
                result.notes().toString());
        assertEquals(
                List.of("age", "gos"),
                run(cohort(), PLAN + "variables: {candidates: [age, gos]}\n").cohort().variables().stream()
                        .map(Variable::name)
                        .toList());
    }

    /** A spreadsheet has made 7 of 007. */
    @Test
    void zerosThatWereLostAreSaid() throws InvalidInputException {
        SmallCohort cohort = cohort();
        IntStream.range(0, 90)
                .forEach(i -> cohort.clinical("id", i, Integer.toString(i + 1))
                        .feature("id", i, i < 60 ? Integer.toString(i + 1) : "0" + (i + 1)));
        StudyResult result = run(cohort, PLAN);
        assertEquals(60, result.cohort().size());
        String lost = String.join(
                ", ", IntStream.rangeClosed(61, 90).mapToObj(Integer::toString).toList());
        assertTrue(
                result.notes()
                        .contains("30 of the 90 cases in the table have no row in the table and take no part ("
                                + lost + "); 30 of them would, but for zeros, "
                                + "capitals or marks in their names: name the cases alike in both tables."),
                result.notes().toString());
    }

    @Test
    void blanksAroundNamesOfCasesAreNone() throws InvalidInputException {
        assertEquals(
                90,
                run(cohort().clinical("id", 0, " c001\u00a0").feature("id", 1, "\u00a0c002 "), PLAN)
                        .cohort()
                        .size());
    }

    /** Names of patients stay in their table. */
    @Test
    void freeTextIsNotShown() throws InvalidInputException {
        List<String> names =
                IntStream.range(0, 90).mapToObj(i -> "Doe" + i + ", Jane").toList();
        StudyResult result = run(cohort().withColumn("Name", names), PLAN);
        assertTrue(
                result.notes().stream()
                        .anyMatch(note -> note.startsWith("Column \"Name\" of the table has 90 different texts")),
                result.notes().toString());
        assertTrue(
                result.notes().stream().noneMatch(note -> note.contains("Jane")),
                result.notes().toString());
    }

    /** One chosen on these cases would flatter a signature from elsewhere. */
    @Test
    void aGivenSignatureIsJudgedAtItsOwnCutoff() throws InvalidInputException {
        SmallCohort cohort = cohort();
        SmallCohort named = new SmallCohort(90, 3);
        List<String> features = List.of(
                "kurtosis",
                "HaralickCorrelation_AllDirection_offset1_SD",
                "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD");
        FeatureTable table = named.features();
        for (int j = 0; j < 3; j++) table = table.with(features.get(j), table.texts("f" + j));
        StudyInputs inputs = new StudyInputs(cohort.clinical(), Optional.of(table), Optional.empty(), Optional.empty());
        StudyResult result =
                run(inputs, PLAN.replace("split: {column: cohort}", "split: none") + "signature: Zhan 2020\n");
        assertEquals(-1.430, result.validation().orElseThrow().cutoff());
        assertTrue(
                result.notes().stream().anyMatch(note -> note.contains("its cutoff may not fit them")),
                result.notes().toString());
    }

    @Test
    void aColumnThatSaysTheOutcomeIsNoCandidate() throws InvalidInputException {
        SmallCohort cohort = cohort();
        List<Object> grown = IntStream.range(0, 90)
                .mapToObj(i -> (Object)
                        (((Number) cohort.clinical("followup_volume_ml", i)).doubleValue()
                                        > 1.3 * ((Number) cohort.clinical("volume_ml", i)).doubleValue()
                                ? "yes"
                                : "no"))
                .toList();
        StudyResult result = run(cohort.withColumn("grown", grown), PLAN);
        assertEquals(
                List.of("age", "male", "site", "volume_ml"),
                result.cohort().variables().stream().map(Variable::name).toList());
        assertTrue(
                result.notes().contains("The column \"grown\" says the same as the outcome he and is no candidate."));
    }

    @Test
    void separationIsSaidAndFirthGiven() throws InvalidInputException {
        SmallCohort cohort = cohort();
        List<Object> sign = IntStream.range(0, 90)
                .mapToObj(i -> (Object)
                        (((Number) cohort.clinical("followup_volume_ml", i)).doubleValue()
                                                > 1.3 * ((Number) cohort.clinical("volume_ml", i)).doubleValue()
                                        && i % 2 == 0
                                ? 1
                                : 0))
                .toList();
        StudyResult result =
                run(cohort.withColumn("sign", sign), PLAN + "models:\n  - {subset: train, variables: [sign, age]}\n");
        Regression model = result.model("train_he").orElseThrow();
        assertTrue(model.fit().orElseThrow().separation().proven());
        assertTrue(Double.isNaN(model.fit().orElseThrow().coefficient("sign").beta()));
        assertTrue(model.firth().orElseThrow().coefficient("sign").beta() > 0);
        assertTrue(
                result.concerns().stream().anyMatch(c -> c.contains("sign") && c.contains("separation")),
                result.concerns().toString());
    }

    @Test
    void aStudyWithoutFeaturesHasTablesAndModels() throws InvalidInputException {
        StudyResult result =
                run(new StudyInputs(cohort().clinical(), Optional.empty(), Optional.empty(), Optional.empty()), PLAN);
        assertTrue(result.scores().isEmpty());
        assertTrue(result.notes().contains("The study has no features: there is no signature and no score."));
        assertEquals(
                List.of("age", "male", "site (lobar)", "site (other)", "volume_ml"),
                result.univariable().stream().flatMap(r -> r.names().stream()).toList());
    }

    @Test
    void aModelWithoutFeaturesIsReported() throws InvalidInputException {
        SmallCohort cohort = new SmallCohort(90, 3);
        for (String feature : List.of("f0", "f1"))
            IntStream.range(0, 90).forEach(i -> cohort.feature(feature, i, (i * 37) % 90));
        StudyResult result = run(
                cohort, PLAN.replace("folds: 5", "folds: 5, lambda: 1se, measure: deviance") + "univariate: {p: 1}\n");
        assertEquals(0, result.selection().orElseThrow().model().terms().size());
        assertTrue(result.signature().isEmpty());
        assertTrue(
                result.notes().stream().anyMatch(note -> note.startsWith("The LASSO kept no feature")),
                result.notes().toString());
        assertEquals(
                0.5,
                result.validation()
                        .orElseThrow()
                        .curve(result.cohort().outcome(), "train")
                        .orElseThrow()
                        .roc()
                        .auc()
                        .area()
                        .value());
    }

    /**
     * The fold of the one case without a value would have all values of the feature; it must not use it, or the case
     * had no score.
     */
    @Test
    void aFeatureWithAGapIsInNoFold() throws InvalidInputException {
        String plan = PLAN + "univariate: {p: 1}\n";
        SmallCohort gap = cohort().feature("f0", 1, "");
        Selection with = run(gap, plan).selection().orElseThrow();
        List<String> others =
                IntStream.range(1, SmallCohort.FEATURES).mapToObj(j -> "f" + j).toList();
        Selection without = run(gap, plan + "columns: {features: [" + String.join(", ", others) + "]}\n")
                .selection()
                .orElseThrow();
        assertEquals(
                "f0 (no value in 1 of 60 patients)",
                with.path().dropped().get(0).toString());
        assertArrayEquals(without.auc().mean(), with.auc().mean());
        assertArrayEquals(without.deviance().mean(), with.deviance().mean());
        assertArrayEquals(
                without.unfiltered().auc().mean(), with.unfiltered().auc().mean());
    }

    @Test
    void variablesThatSayNothingStopNoRegression() throws InvalidInputException {
        SmallCohort cohort = cohort();
        cohort.withColumn("blank", Collections.nCopies(90, ""))
                .withColumn("zero", Collections.nCopies(90, 0))
                .withColumn(
                        "lobar",
                        IntStream.range(0, 90)
                                .mapToObj(i -> cohort.clinical("site", i).equals("lobar") ? 1 : 0)
                                .toList());
        cohort.clinical("site", 0, "aqueduct"); // in test only, and the alphabet's first
        StudyResult result = run(cohort, PLAN + "models:\n  - {subset: train, variables: [age, zero, site]}\n");
        assertEquals(
                List.of("age", "site (lobar)", "site (other)"),
                result.model("train_he").orElseThrow().names());
        assertEquals(
                List.of("age", "male", "site", "volume_ml", "rscore"),
                result.backward().get(0).candidates());
        assertTrue(result.backward().stream().allMatch(b -> b.elimination().isPresent()));
        assertTrue(
                result.notes().contains("Left out of the model train_he: zero (the same for all)."),
                result.notes().toString());
        assertEquals(
                1,
                result.notes().stream()
                        .filter(("Left out of the backward selections of HE in Training: zero (the same for all), "
                                + "lobar (follows from the variables before it).")::equals)
                        .count(),
                result.notes().toString());
        assertTrue(
                result.notes().contains("The column \"blank\" has no value in the cases analysed and is no candidate."),
                result.notes().toString());
        Regression site = result.univariable().stream()
                .filter(r -> r.names().contains("site (lobar)"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("site (lobar)", "site (other)"), site.names());
        assertTrue(site.fit().isPresent());
    }

    @Test
    void aColumnWithTheNameOfTheOutcomeIsNoCandidate() throws InvalidInputException {
        List<Integer> other =
                IntStream.range(0, 90).map(i -> i % 4 == 0 ? 1 : 0).boxed().toList();
        StudyResult result = run(cohort().withColumn("HE", other), PLAN);
        assertEquals(
                List.of("age", "male", "site", "volume_ml"),
                result.cohort().variables().stream().map(Variable::name).toList());
        assertTrue(
                result.notes().contains("The column \"HE\" bears the name of an outcome and is no candidate."),
                result.notes().toString());
    }
}
