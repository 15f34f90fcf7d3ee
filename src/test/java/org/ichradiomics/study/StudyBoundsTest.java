package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A few characters of a plan never ask for hours or gigabytes.
 *
 * <p>Covers UnivariateFilter.
 */
class StudyBoundsTest {

    private static final String HEAD =
            "format: ICH Radiomics study\ninputs: {clinical: c.csv, features: f.csv}\noutcome: {expansion: {}}\n";

    private static StudyResult run(SmallCohort cohort, String plan) throws InvalidInputException {
        return Study.run(StudyFile.parse(HEAD + plan, Path.of("study.yml")).plan(), cohort.inputs(), 1, Progress.NONE);
    }

    private static String refused(String plan) {
        return assertThrows(InvalidInputException.class, () -> StudyFile.parse(HEAD + plan, Path.of("study.yml")))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "descriptives: {bootstrap: 100001} | draws of a bootstrap may be at most 100000, were 100001",
                "descriptives: {bootstrap: 2000000000} | draws of a bootstrap may be at most 100000, were 2000000000",
                "lasso: {repeats: 1000000} | repeats may be at most 1000, were 1000000",
                "lasso: {lambdas: 2000000000} | lambdas may be at most 1000, were 2000000000",
                "lasso: {folds: 100000} | folds may be at most 1000, were 100000",
                "lasso: {folds: 900, repeats: 900} | paths of all repeats, (repeats + 1) · folds, may be at most "
                        + "50000, were 810900"
            })
    void numbersOfAPlanAreBounded(String plan, String sentence) {
        assertEquals("study.yml is no usable study, since " + sentence + ": correct it.", refused(plan + "\n"));
    }

    /** It was said to be no whole number. */
    @Test
    void aNumberBeyondAllIsCalledSo() {
        assertEquals(
                "\"lasso.repeats\" in study.yml is too large a number, 1.0E12: correct it.",
                refused("lasso: {repeats: 1000000000000}\n"));
    }

    @Test
    void theGreatestAreTaken() throws InvalidInputException {
        StudyPlan plan = StudyFile.parse(
                        HEAD + "descriptives: {bootstrap: 100000}\nlasso: {lambdas: 1000, folds: 49, repeats: 1000}\n",
                        Path.of("study.yml"))
                .plan();
        assertEquals(100000, plan.descriptives().bootstrap());
        assertEquals(1000, plan.lasso().repeats());
    }

    /** With ties 0.1.0 had no p, so that the feature was never kept, and nothing said so. */
    @Test
    void anExactTestWithTiesHasItsP() throws InvalidInputException {
        SmallCohort cohort = new SmallCohort(90, 3);
        IntStream.range(0, 90)
                .forEach(i -> cohort.feature("f0", i, Math.rint(2 * ((Number) cohort.feature("f0", i)).doubleValue())));
        StudyResult result = run(
                cohort, "split: {column: cohort}\nlasso: {folds: 5}\nunivariate: {test: rank, mann_whitney: exact}\n");
        UnivariateFilter.Row row = result.filter().orElseThrow().rows().get(0);
        assertEquals(MannWhitney.Method.CONDITIONAL, row.comparison().rank().method());
        assertTrue(
                row.comparison().p() < 0.05 && row.selected(),
                row.comparison().rank().toString());
        assertEquals(
                MannWhitney.Method.EXACT,
                result.filter().orElseThrow().rows().get(1).comparison().rank().method());
    }

    /** The library took the normal approximation above 1029 values, and the report called it exact. */
    @Test
    void anExactTestOfTooManyValuesIsRefused() {
        assertEquals(
                "The Mann–Whitney test of \"f0\" cannot be exact with 317 and 723 values, more than 1029: set "
                        + "univariate.mann_whitney to asymptotic.",
                assertThrows(
                                InvalidInputException.class,
                                () -> run(
                                        new SmallCohort(1040, 3),
                                        "split: none\nunivariate: {test: rank, mann_whitney: exact}\n"))
                        .getMessage()
                        .replaceAll("with \\d+ and \\d+ values", "with 317 and 723 values"));
    }

    /** Twelve levels of 1000 cases wanted more than a gigabyte for a p. */
    @Test
    void anExactTestOfManyCountsIsLeftOutAndSaid() throws InvalidInputException {
        SmallCohort cohort = new SmallCohort(1000, 3);
        cohort.withColumn(
                "hospital",
                IntStream.range(0, 1000)
                        .mapToObj(i -> "abcdefghijkl".charAt(i < 3 ? i : 3 + i * 37 % 9))
                        .toList());
        StudyResult result = run(
                cohort,
                "split: none\nsubgroups: none\nlasso: {folds: 5}\nmodels: []\nrivals: []\nregression: {backward: []}\n"
                        + "variables: {candidates: [hospital]}\ndescriptives: {bootstrap: 0}\n");
        assertEquals(
                List.of("No p of hospital, HE against NHE: The table of 12 categories has too many counts for "
                        + "Fisher's exact test: merge rare categories."),
                result.notes().stream().filter(note -> note.startsWith("No p")).toList());
    }

    @Test
    void aReferenceIsALevel() {
        String plan = "split: {column: cohort}\nlasso: {folds: 5}\nvariables: {reference: {%s}}\n";
        assertEquals(
                "The column \"site\" of the table has no level \"Deep\" (did you mean \"deep\"?) but deep, lobar, "
                        + "other: correct its reference.",
                assertThrows(
                                InvalidInputException.class,
                                () -> run(new SmallCohort(90, 3), plan.formatted("site: Deep")))
                        .getMessage());
        assertEquals(
                "The column \"age\" of the table holds amounts and has no level \"50\": list it as categorical, or "
                        + "leave out its reference.",
                assertThrows(InvalidInputException.class, () -> run(new SmallCohort(90, 3), plan.formatted("age: 50")))
                        .getMessage());
        assertTrue(assertThrows(
                        InvalidInputException.class, () -> run(new SmallCohort(90, 3), plan.formatted("sight: deep")))
                .getMessage()
                .contains("sight"));
    }

    @Test
    void aReferenceIsWrittenAndReadAgain() throws InvalidInputException {
        StudyFile file =
                StudyFile.parse(HEAD + "variables: {reference: {site: lobar, male: 1}}\n", Path.of("study.yml"));
        assertEquals("{site=lobar, male=1}", file.plan().variables().reference().toString());
        assertEquals(
                file.plan(), StudyFile.parse(file.text(), Path.of("study.json")).plan());
    }
}
