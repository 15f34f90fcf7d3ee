package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Right numbers of the right columns: what comes into a study, what stays outside, and that both are said.
 *
 * <p>Covers Cohort, GroupComparison, InFull, Study and Variable.
 */
class StudyDoorsTest {

    private static final Path DOORS = Path.of("src/test/resources/org/ichradiomics/study/doors");
    private static final String PLAN = "format: ICH Radiomics study\ninputs: {clinical: c.csv, features: f.csv}\n"
            + "outcome: {expansion: {}}\nsplit: {column: cohort}\nlasso: {folds: 5}\ndescriptives: {bootstrap: 0}\n";

    private static StudyResult run(String folder, String name) throws InvalidInputException {
        StudyFile file = StudyFile.read(DOORS.resolve(folder).resolve(name));
        return Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
    }

    private static StudyResult run(SmallCohort cohort, String plan) throws InvalidInputException {
        return Study.run(StudyFile.parse(plan, Path.of("study.yml")).plan(), cohort.inputs(), 1, Progress.NONE);
    }

    private static Cohort cohort(SmallCohort cohort, String plan) throws InvalidInputException {
        return Cohort.of(StudyFile.parse(plan, Path.of("study.yml")).plan(), cohort.inputs());
    }

    private static SmallCohort small() {
        return new SmallCohort(90, 3);
    }

    private static double number(SmallCohort cohort, String column, int row) {
        return ((Number) cohort.clinical(column, row)).doubleValue();
    }

    private static SmallCohort with(String column, IntFunction<Object> cell) {
        SmallCohort cohort = small();
        return cohort.withColumn(column, IntStream.range(0, 90).mapToObj(cell).toList());
    }

    private static void assertSaid(String start, List<String> sentences) {
        assertTrue(sentences.stream().anyMatch(sentence -> sentence.startsWith(start)), sentences.toString());
    }

    /**
     * Columns that a batch kept from its list were trained as features: 0.1.0 had 11 features and an AUC of 1.000 in
     * test.
     */
    @Test
    void whatABatchKeptIsNoFeature() throws InvalidInputException {
        StudyResult result = run("leak", "leak_study.yml");
        assertEquals(
                List.of(
                        "MinIntensity",
                        "MaxIntensity",
                        "MeanValue",
                        "stdDeviation",
                        "skewness",
                        "kurtosis",
                        "uniformity",
                        "HaralickCorrelation_AllDirection_offset1_SD",
                        "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD"),
                result.cohort().features().orElseThrow().names());
        assertTrue(
                result.notes()
                        .contains("Features of the table leak_features.csv are its 9 columns, those with a "
                                + "name of the AK catalogue; passed over: status, age, "
                                + "discharge_mrs, Label, Volume (mL), Voxels, Slices, settings."),
                result.notes().toString());
    }

    /** Named by hand it is trained, and raised. */
    @Test
    void anOutcomeAmongTheFeaturesIsALeak() throws InvalidInputException {
        StudyFile file = StudyFile.read(DOORS.resolve("leak/leak_study.yml"));
        StudyPlan named = StudyFile.parse(
                        file.text().replace("\"features\": null", "\"features\": [\"kurtosis\", \"discharge_*\"]"),
                        Path.of("study.json"))
                .plan();
        Cohort cohort = Cohort.of(named, file.inputs());
        assertEquals(
                List.of("kurtosis", "discharge_mrs"),
                cohort.features().orElseThrow().names());
        assertSaid("The feature \"discharge_mrs\" is a leak or looks like one: ", cohort.raised());
    }

    /** 0.1.0 left the feature out without a word. */
    @Test
    void thousandsSeparatorsAreRefusedByLine() {
        assertEquals(
                "Column \"big\" of the table feat.csv has \"9,322.5\" in line 2 (case P00), which has, or may "
                        + "have, thousands separators: write the number "
                        + "without them and with a decimal point.",
                assertThrows(InvalidInputException.class, () -> run("thousands", "study.yml"))
                        .getMessage());
    }

    /** 0.1.0 ran without the model, exit code 0. */
    @Test
    void aMisspeltSubsetIsRefused() {
        assertEquals(
                "A model of the study is of the subset \"trian\", which there is not (did you mean "
                        + "\"train\"?): the subsets are train, all.",
                assertThrows(InvalidInputException.class, () -> run("misspelt_subset", "study.yml"))
                        .getMessage());
    }

    /** 0.1.0 took validation and test for one part of 60. */
    @Test
    void threePartsAreNotPooled() throws InvalidInputException {
        String said = assertThrows(InvalidInputException.class, () -> run("three_parts", "study.yml"))
                .getMessage();
        assertTrue(
                said.startsWith("Column \"cohort\" of the table clin.csv divides the cases into 3 parts (train: "
                        + "90, validation: 30, test: 30), and no part is pooled "
                        + "with another: "),
                said);
        String remedy = said.replaceAll("(?s).*as in (\\{.*?\\}), or.*", "$1");
        assertEquals("{column: cohort, training: train, test: test, left_out: [validation]}", remedy);

        StudyFile file = StudyFile.read(DOORS.resolve("three_parts/study.yml"));
        String text = "format: ICH Radiomics study\ninputs: {clinical: clin.csv, features: feat.csv}\n"
                + "outcome: {column: dead}\nsubgroups: none\nsplit: " + remedy + "\n";
        Cohort cohort = Cohort.of(StudyFile.parse(text, Path.of("study.yml")).plan(), file.inputs());
        assertEquals(90, cohort.split().training().length);
        assertEquals(30, cohort.split().test().length);
        assertSaid(
                "30 cases have cohort = validation, which the split leaves out, and take no part: P", cohort.notes());
    }

    /** 0.1.0 lost the whole variable; with NA in the place of the point it had the numbers that stand here. */
    @Test
    void aPointAmongNumbersIsNoValue() throws InvalidInputException {
        StudyResult result = run("point_for_missing", "study.yml");
        Variable gcs = result.cohort().variables().stream()
                .filter(v -> v.name().equals("gcs"))
                .findFirst()
                .orElseThrow();
        assertEquals(Variable.Kind.CONTINUOUS, gcs.kind());
        assertEquals(3, Arrays.stream(gcs.values()).filter(Double::isNaN).count());
        GroupComparison training = result.comparison("train_HE_vs_NHE").orElseThrow();
        GroupComparison.Continuous row = training.continuous().stream()
                .filter(c -> c.variable().name().equals("gcs"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                30,
                Arrays.stream(row.variable().of(training.cases1()))
                        .filter(Double::isFinite)
                        .count());
        assertEquals(
                186,
                Arrays.stream(row.variable().of(training.cases0()))
                        .filter(Double::isFinite)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({".", "-", "?", "NULL", "None", "#N/A", "#NULL!", "#DIV/0!", "n/a", "''"})
    void wordsForNoValueLeaveAVariableWhereItIs(String word) throws InvalidInputException {
        Cohort cohort = cohort(small().clinical("age", 4, word).clinical("age", 9, word), PLAN);
        Variable age = cohort.variables().get(0);
        assertEquals("age", age.name());
        assertEquals(2, Arrays.stream(age.values()).filter(Double::isNaN).count());
        assertTrue(Double.isNaN(age.values()[4]));
    }

    @Test
    void codesAreNamedInThePlan() throws InvalidInputException {
        SmallCohort coded = small().clinical("age", 4, -9)
                .clinical("site", 5, "unknown")
                .clinical("followup_volume_ml", 6, -9)
                .feature("f3", 7, "-9");
        Cohort cohort = cohort(coded, PLAN + "missing: [-9, unknown]\n");
        assertEquals(89, cohort.size(), "a follow-up of -9 mL is none");
        assertTrue(Double.isNaN(cohort.variables().get(0).values()[4]));
        assertEquals(
                List.of("deep", "lobar", "other"),
                cohort.variables().stream()
                        .filter(v -> v.name().equals("site"))
                        .findFirst()
                        .orElseThrow()
                        .levels());
        assertTrue(Double.isNaN(cohort.features().orElseThrow().columns()[3][6]));
        assertSaid("1 case has no known outcome (he) and takes no part: c007.", cohort.notes());
    }

    @Test
    void aWordAmongWordsIsALevelAndSaid() throws InvalidInputException {
        Cohort cohort = cohort(small().clinical("site", 5, "?"), PLAN);
        assertTrue(cohort.variables().stream()
                .filter(v -> v.name().equals("site"))
                .findFirst()
                .orElseThrow()
                .levels()
                .contains("?"));
        assertSaid("In the column \"site\" of the table \"?\" stands among words and is a level", cohort.notes());
    }

    /** 0.1.0 noted it in the report and went on without the variable. */
    @Test
    void textAmongNumbersIsRefusedUnlessTheColumnIsNamed() throws InvalidInputException {
        SmallCohort typo = small().clinical("age", 7, "7o");
        String said = assertThrows(InvalidInputException.class, () -> cohort(typo, PLAN))
                .getMessage();
        assertEquals(
                "Column \"age\" of the table has \"7o\" in line 9 (case c008), which is not a number: correct "
                        + "it, or leave the cell empty; or name such a text in missing of the study file, or the "
                        + "column in "
                        + "variables.categorical of the study file or in variables.left_out.",
                said);
        assertTrue(cohort(typo, PLAN + "variables: {left_out: [age]}\n").variables().stream()
                .noneMatch(v -> v.name().equals("age")));
        Cohort other = cohort(typo, PLAN + "variables: {candidates: [male, site]}\n");
        assertEquals(
                List.of("male", "site"),
                other.variables().stream().map(Variable::name).toList());
        assertTrue(
                other.notes()
                        .contains("Column \"age\" of the table has \"7o\" in line 9 (case c008), which is not "
                                + "a number; the study does not use the column."),
                other.notes().toString());
        SmallCohort grades = with("grade", i -> List.of("1", "2", "3a", "3b").get(i % 4));
        assertThrows(InvalidInputException.class, () -> cohort(grades, PLAN));
        assertEquals(
                List.of("1", "2", "3a", "3b"),
                cohort(grades, PLAN + "variables: {categorical: [grade]}\n").variables().stream()
                        .filter(v -> v.name().equals("grade"))
                        .findFirst()
                        .orElseThrow()
                        .levels());
    }

    /** Categories already, too many of them: to name the column as categorical is no remedy. */
    @Test
    void aRemedyThatWasTakenIsNotAdvised() {
        SmallCohort ages = small().clinical("age", 7, "7o");
        String said = assertThrows(
                        InvalidInputException.class, () -> cohort(ages, PLAN + "variables: {categorical: [age]}\n"))
                .getMessage();
        assertTrue(said.endsWith("so leave it out of the candidates or group them."), said);
    }

    /** What a division by zero leaves was counted as missing without a word. */
    @Test
    void infiniteNumbersAreSaid() throws InvalidInputException {
        SmallCohort cohort = small().clinical("age", 5, "Inf")
                .clinical("age", 7, "-Infinity")
                .feature("f3", 2, "Inf");
        List<String> notes = cohort(cohort, PLAN).notes();
        assertSaid(
                "Infinite numbers in the table count as no value: age (2, the first of case c006 in line 7).", notes);
        assertSaid("Infinite numbers in the table count as no value: f3 (1, the first of case c003 in line 4).", notes);
        assertTrue(cohort(small(), PLAN).notes().stream().noneMatch(note -> note.contains("nfinite")));
    }

    @Test
    void levelsThatDifferInCapitalsAreSaid() throws InvalidInputException {
        List<String> words = List.of("Lobar", "lobar", "deep", "deep_left", "Deep left");
        List<String> notes = cohort(with("where", i -> words.get(i % 5)), PLAN).notes();
        assertSaid(
                "In the column \"where\" of the table \"Lobar\" and \"lobar\" are levels of their own: write them "
                        + "alike",
                notes);
        assertSaid(
                "In the column \"where\" of the table \"Deep left\" and \"deep_left\" are levels of their own", notes);
        assertEquals(
                2,
                notes.stream()
                        .filter(note -> note.contains("levels of their own"))
                        .count(),
                notes.toString());
    }

    /** What is no candidate already need not be left out. */
    @Test
    void aCopyOfTheOutcomeIsRaisedAsWhatItIs() throws InvalidInputException {
        SmallCohort cohort = small();
        IntFunction<Object> grows =
                i -> number(cohort, "followup_volume_ml", i) > 1.3 * number(cohort, "volume_ml", i) ? "yes" : "no";
        List<String> raised = cohort(with("copy", grows), PLAN).raised();
        assertTrue(
                raised.size() == 1 && raised.get(0).endsWith("perfectly (AUC 1). It is no candidate."),
                raised.toString());
    }

    /** The levels' places in the alphabet had an AUC. */
    @Test
    void levelsWithoutAnOrderHaveNoAuc() throws InvalidInputException {
        String rival = PLAN + "rivals: [{subset: train, variable: %s, low_is_risk: true}]\n";
        assertEquals(
                "A rival in train is \"site\", whose levels (deep, lobar, other) have no order and so no AUC: name a "
                        + "column of numbers.",
                assertThrows(InvalidInputException.class, () -> cohort(small(), rival.formatted("site")))
                        .getMessage());
        SmallCohort graded = with("gcs", i -> List.of("13-15", "9-12", "3-8").get(i % 3));
        StudyResult usual = run(graded, PLAN);
        assertTrue(usual.validation().orElseThrow().rivals().stream()
                .noneMatch(test -> test.rival().variable().equals("gcs")));
        assertSaid(
                "The score cannot be compared with gcs in All cases: its levels (13-15, 3-8, 9-12) have no order.",
                usual.notes());
        SmallCohort codes = with("grade", i -> i % 4);
        String coded = rival.formatted("grade") + "variables: {categorical: [grade]";
        assertEquals(
                1, run(codes, coded + "}\n").validation().orElseThrow().rivals().size());
        assertThrows(InvalidInputException.class, () -> cohort(codes, coded + ", reference: {grade: 2}}\n"));
    }

    /** A part that a cell leaves open is told as such. */
    @Test
    void anEmptyPartIsSaid() {
        String said = assertThrows(InvalidInputException.class, () -> cohort(small().clinical("cohort", 4, "NA"), PLAN))
                .getMessage();
        assertEquals(
                "Column \"cohort\" of the table says nothing in line 6: say train or test, or name the words in "
                        + "split of the study file.",
                said);
    }

    /** A text of many kinds is said; numbers that a unit spoils are refused. */
    @Test
    void aColumnOfUnitsDoesNotVanish() {
        String said = assertThrows(
                        InvalidInputException.class, () -> cohort(with("ivh volume", i -> i + ".5 mL"), PLAN))
                .getMessage();
        assertTrue(
                said.startsWith("Column \"ivh volume\" of the table has \"0.5 mL\" in line 2 (case c001), which "
                        + "has a unit: "),
                said);
    }

    @ParameterizedTest
    @CsvSource({
        "gcs, 33, outside 3 to 15",
        "GCS (admission), 2, outside 3 to 15",
        "NIHSS, 43, outside 0 to 42",
        "Age, 245, outside 0 to 120",
        "ivh_volume_mL, 5080, outside 0 to 500",
        "Onset to CT (h), -2.5, below 0",
        "time_to_ct_hours, -1, below 0",
        "oedemaVolume, -3, outside 0 to 500"
    })
    void valuesThatNoPatientHasAreRaised(String column, String value, String outside) throws InvalidInputException {
        double inside = column.toLowerCase().contains("gcs") ? 9 : 5;
        Cohort cohort = cohort(with(column, i -> i == 7 ? value : i == 9 ? "" : String.valueOf(inside + i % 5)), PLAN);
        assertTrue(
                cohort.raised()
                        .contains("The column \"" + column
                                + "\" of the table has a value that no patient has, " + outside + ": " + value
                                + " (case c008, line 9). If it stands for no value, name it in missing of "
                                + "the study file; else correct it."),
                cohort.raised().toString());
    }

    /** Whatever it is called, the plan says that it is a volume. */
    @Test
    void aVolumeOfThePlanIsAVolume() throws InvalidInputException {
        SmallCohort cohort = small();
        cohort.withColumn(
                "hv0",
                IntStream.range(0, 90)
                        .mapToObj(i -> i == 3 ? 5080 : cohort.clinical("volume_ml", i))
                        .toList());
        assertSaid(
                "The column \"hv0\" of the table has a value that no patient has, outside 0 to 500: 5080 (case c004, "
                        + "line 5).",
                cohort(cohort, PLAN + "columns: {baseline_volume: hv0}\n").raised());
    }

    @ParameterizedTest
    @CsvSource({
        "gcs_motor, 1",
        "gcs_change, -4",
        "NIHSS_delta, -12",
        "platelet_volume, 900",
        "growth_mL_relative, -2",
        "gcs_low, 1",
        "age_group, 999"
    })
    void whatIsAnotherQuantityIsNotRaised(String column, String value) throws InvalidInputException {
        Cohort cohort = cohort(with(column, i -> i % 3 == 0 ? value : column.equals("gcs_low") ? "0" : "3"), PLAN);
        assertTrue(
                cohort.raised().stream().noneMatch(sentence -> sentence.contains("no patient has")),
                cohort.raised().toString());
    }

    static Stream<Arguments> leaks() {
        SmallCohort plain = small();
        double[] before = IntStream.range(0, 90)
                .mapToDouble(i -> number(plain, "volume_ml", i))
                .toArray();
        double[] after = IntStream.range(0, 90)
                .mapToDouble(i -> number(plain, "followup_volume_ml", i))
                .toArray();
        IntFunction<Boolean> grows = i -> after[i] > 1.3 * before[i];
        return Stream.of(
                Arguments.of(
                        "v2",
                        (IntFunction<Object>) i -> Math.rint(1000 * after[i]),
                        "it follows the volume at follow-up"),
                Arguments.of(
                        "difference",
                        (IntFunction<Object>) i -> Math.rint(100 * (after[i] - before[i])) / 100,
                        "it follows the growth"),
                Arguments.of(
                        "percent",
                        (IntFunction<Object>) i -> Math.rint(1000 * (after[i] / before[i] - 1)) / 10,
                        "it follows the relative growth"),
                Arguments.of("lab", (IntFunction<Object>) i -> (grows.apply(i) ? 100 : 1) + i % 7, "it parts "),
                Arguments.of("inverse", (IntFunction<Object>) i -> (grows.apply(i) ? -100 : 1) + i % 7, "it parts "),
                Arguments.of(
                        "kind", (IntFunction<Object>) i -> grows.apply(i) ? "A" + i % 2 : "B" + i % 2, "it parts "),
                Arguments.of("copy", (IntFunction<Object>) i -> grows.apply(i) ? "yes" : "no", "it parts "),
                Arguments.of(
                        "growth_class", (IntFunction<Object>) i -> i % 3, "by its name it comes from the second scan"),
                Arguments.of("mrs_90d", (IntFunction<Object>) i -> i % 6, "by its name it is known only afterwards"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaks")
    void aColumnThatKnowsTheOutcomeIsRaised(String column, IntFunction<Object> cell, String why)
            throws InvalidInputException {
        SmallCohort clinical = with(column, cell);
        assertSaid(
                "The clinical variable \"" + column + "\" is a leak or looks like one: " + why,
                cohort(clinical, PLAN).raised());
        FeatureTable features = small().features();
        if (!features.with(column, IntStream.range(0, 90).mapToObj(cell).toList())
                .isNumeric(column)) return;
        FeatureTable table =
                features.with(column, IntStream.range(0, 90).mapToObj(cell).toList());
        StudyInputs inputs =
                new StudyInputs(small().clinical(), Optional.of(table), Optional.empty(), Optional.empty());
        StudyResult result = Study.run(
                StudyFile.parse(PLAN + "univariate: {p: 1}\n", Path.of("study.yml"))
                        .plan(),
                inputs,
                1,
                Progress.NONE);
        assertSaid("The feature \"" + column + "\" is a leak or looks like one: " + why, result.concerns());
    }

    @Test
    void aColumnOfTheOutcomeThatIsListedIsRaised() throws InvalidInputException {
        Cohort cohort = cohort(
                small(),
                PLAN
                        + "second_outcome: {column: gos, at_most: 3}\n"
                        + "variables: {candidates: [age, gos, followup_volume_ml]}\n");
        assertSaid(
                "The clinical variable \"gos\" is a leak or looks like one: the outcome poor_outcome is derived "
                        + "from that column",
                cohort.raised());
        assertSaid(
                "The clinical variable \"followup_volume_ml\" is a leak or looks like one: it follows the volume "
                        + "at follow-up",
                cohort.raised());
    }

    /** Neither the baseline volume, nor what parts nine cases, nor the cohort as it is. */
    @Test
    void whatDoesNotKnowTheOutcomeIsNotRaised() throws InvalidInputException {
        assertEquals(List.of(), cohort(small(), PLAN).raised());
        assertEquals(List.of(), cohort(with("pre_mrs", i -> i % 4), PLAN).raised());
        SmallCohort few = small();
        int[] events = IntStream.range(0, 90)
                .filter(i -> number(few, "followup_volume_ml", i) > 1.3 * number(few, "volume_ml", i))
                .limit(9)
                .toArray();
        IntFunction<Object> marker = i -> IntStream.of(events).anyMatch(e -> e == i)
                ? (Object) 50
                : number(few, "followup_volume_ml", i) > 1.3 * number(few, "volume_ml", i) ? "" : i % 5;
        assertEquals(List.of(), cohort(with("marker", marker), PLAN).raised());
    }

    /** Rows of a batch's failed cases hold no numbers: in 0.1.0 every feature then had a gap, and none was left. */
    @Test
    void aRowWithoutFeaturesIsACaseWithoutFeatures() throws InvalidInputException {
        SmallCohort cohort = small();
        for (int j = 0; j < SmallCohort.FEATURES; j++) cohort.feature("f" + j, 4, j % 2 == 0 ? "" : "NA");
        StudyResult result = run(cohort, PLAN + "univariate: {p: 1}\n");
        assertEquals(89, result.cohort().size());
        assertTrue(
                result.notes().contains("1 case has no value of any feature in the table and takes no part: c005."),
                result.notes().toString());
        assertTrue(
                result.notes().stream().noneMatch(note -> note.startsWith("Left out of the LASSO")),
                result.notes().toString());
    }

    @Test
    void casesLostInTheJoinAreNamed() throws InvalidInputException {
        Cohort cohort = cohort(small().withoutFeatures(87).clinical("id", 3, "C-0004"), PLAN);
        assertTrue(
                cohort.notes()
                        .contains("4 of the 90 cases in the table have no row in the table and take no part "
                                + "(C-0004, c088, c089, c090); 1 of them would, but for "
                                + "zeros, capitals or marks in their names: name the cases alike in both tables."),
                cohort.notes().toString());
        assertTrue(
                cohort.notes().contains("1 of the cases in the table is not in the table and takes no part (c004)."),
                cohort.notes().toString());
    }

    static Stream<Arguments> misspelt() {
        return Stream.of(
                Arguments.of(
                        "rivals: [{subset: tests, variable: age}]\n",
                        "A rival of the study is of the subset \"tests\", which there is not (did you mean \"test\"?)"),
                Arguments.of(
                        "models: [{subset: vol3-10, variables: [age]}]\n",
                        "A model of the study is of the subset \"vol3-10\", which there is not (did you mean "
                                + "\"vol3_10\"?)"),
                Arguments.of(
                        "models: [{variables: [agee]}]\n", "The table has no column \"agee\" (did you mean \"age\"?)"),
                Arguments.of(
                        "models: [{variables: [gos]}]\n",
                        "A model of train names \"gos\", which is no candidate of the study (those are age, male, "
                                + "site, volume_ml)"),
                Arguments.of(
                        "models: [{second: true, variables: [age]}]\n",
                        "A model of train is of the second outcome, but the study has none"),
                Arguments.of(
                        "columns: {baseline_volume: volume_mL}\n",
                        "The table has no column \"volume_mL\" (did you mean \"volume_ml\"?)"),
                Arguments.of("columns: {features: [f1, f99x]}\n", "The table has no column \"f99x\""));
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void aNameThatIsNotThereIsRefused(String more, String sentence) {
        String said = assertThrows(InvalidInputException.class, () -> cohort(small(), PLAN + more))
                .getMessage();
        assertTrue(said.startsWith(sentence), said);
    }

    @Test
    void aMisspeltWordOfTheSplitIsRefused() {
        String plan = PLAN.replace("split: {column: cohort}", "split: {column: cohort, training: trian, test: test}");
        assertEquals(
                "The column \"cohort\" of the table is never \"trian\" (did you mean \"train\"?), which the "
                        + "study's split names for training (it has test, train): "
                        + "correct the word.",
                assertThrows(InvalidInputException.class, () -> cohort(small(), plan))
                        .getMessage());
    }

    @Test
    void theSameFeaturesWhateverTheTableHoldsBeside() throws InvalidInputException {
        StudyFile file = StudyFile.read(DOORS.resolve("leak/leak_study.yml"));
        FeatureTable whole = file.inputs().features().orElseThrow();
        FeatureTable more = whole.with(
                "weight",
                IntStream.range(0, whole.size()).mapToObj(i -> i % 40 + 50).toList());
        StudyResult one = Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
        StudyResult two = Study.run(
                file.plan(),
                new StudyInputs(file.inputs().clinical(), Optional.of(more), Optional.empty(), Optional.empty()),
                1,
                Progress.NONE);
        assertArrayEquals(
                one.scores().orElseThrow().score(), two.scores().orElseThrow().score());
    }
}
