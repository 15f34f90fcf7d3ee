package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Covers Filter and StudyPlan. */
class StudyFileTest {

    private static final String EVERYTHING = """
            format: ICH Radiomics study
            version: 1
            name: All keys
            inputs: {clinical: a.csv, features: b.csv, second_reader: c.csv, folds: d.csv}
            columns: {id: case, baseline_volume: v0, followup_volume: v1, features: [kurtosis, Energy], \
            label: IVH}
            seed: 7
            outcome: {expansion: {relative: 0.4, absolute_mL: 12.5, strict: true}, key: exp, variable: expansion, \
            event: yes, other: no}
            second_outcome: {column: mrs, at_least: 4, key: bad}
            split: {column: part, training: A, test: B}
            subgroups: {from_mL: 5, below_mL: 30}
            variables: {candidates: [age, sex], left_out: [x], categorical: [site], continuous: [gcs], parametric: \
            [age], rank: [onset]}
            descriptives: {quartiles: type 6, intervals: Wilson, bootstrap: 100}
            univariate: {p: 0.1, test: rank, mann_whitney: exact, fdr: true}
            agreement: {icc: "3,1", above: 0.8, filter: true}
            lasso: {alpha: 0.5, lambdas: 50, folds: 5, stratified: false, measure: deviance, lambda: 1se, repeats: 3,
              whole_path: true}
            models: [{subset: test, second: true, variables: [age, rscore]}]
            regression: {backward: [aic], removal: 0.2, entry: 0.05, firth: false}
            rivals: [{subset: all, variable: gcs, low_is_risk: true}]
            validation: {repeats: 2, folds: 5, bootstraps: 30, permutations: 7, site: centre}
            sample_size: {r2: 0.2}
            pooled_tests: true
            harmonisation: {by: scanner, covariates: [age], empirical_bayes: false, reference_batch: A, unseen: own}
            compare: [Zhan 2020, other.json]
            """;

    @Test
    void everyKeyIsTaken() throws InvalidInputException {
        StudyFile file = StudyFile.parse(EVERYTHING, Path.of("folder", "x.yml"));
        assertEquals(
                new StudyInputs.Files("a.csv", Optional.of("b.csv"), Optional.of("c.csv"), Optional.of("d.csv")),
                file.files());
        assertEquals(
                new StudyPlan(
                        "All keys",
                        new StudyPlan.Columns(
                                Optional.of("case"),
                                Optional.of("v0"),
                                Optional.of("v1"),
                                List.of("kurtosis", "Energy"),
                                Optional.of("IVH")),
                        List.of(),
                        7,
                        new OutcomeRule("exp", "expansion", "yes", "no", new OutcomeRule.Expansion(0.4, 12.5, true)),
                        Optional.of(new OutcomeRule(
                                "bad", "poor_outcome", "poor", "favourable", new OutcomeRule.Limit("mrs", 4, false))),
                        new SplitRule.Column("part", "A", "B"),
                        Optional.of(new StudyPlan.Subgroups(5, 30)),
                        new StudyPlan.Variables(
                                List.of("age", "sex"),
                                List.of("x"),
                                List.of("site"),
                                List.of("gcs"),
                                List.of("age"),
                                List.of("onset"),
                                Map.of()),
                        new StudyPlan.Descriptives(Quantile.TYPE_6, Proportion.WILSON, 100),
                        new StudyPlan.Filter(0.1, TestRule.RANK, MannWhitney.Method.EXACT, true),
                        new StudyPlan.Agreement(IntraclassCorrelation.Form.ICC_3_1, 0.8, true),
                        new StudyPlan.Lasso(0.5, 50, 5, false, CvMeasure.DEVIANCE, StudyPlan.Choice.ONE_SE, 3, true),
                        Optional.empty(),
                        Optional.of(List.of(new StudyPlan.Model("test", true, List.of("age", "rscore")))),
                        new StudyPlan.Backward(List.of(BackwardElimination.Criterion.AIC), 0.2, 0.05, false),
                        Optional.of(List.of(new StudyPlan.Rival("all", "gcs", true))),
                        Optional.of(new Resampling(2, 5, 30, 7, Optional.of("centre"))),
                        new StudyPlan.Expected(Optional.of(0.2)),
                        true,
                        List.of("Zhan 2020", "other.json"),
                        Optional.of(new Harmonisation(
                                "scanner", List.of("age"), false, Optional.of("A"), Harmonisation.Unseen.OWN))),
                file.plan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVERYTHING,
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {column: he}\nsplit: none\n"
                        + "subgroups: none\nsignature: Zhan 2020\n",
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {column: mrs, at_least: 3}\nsplit: "
                        + "{column: part}\n",
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {column: hæ morrhage, "
                        + "event_values: [ja, 'yes']}\n"
            })
    void theTextWithAllDefaultsIsTheSamePlan(String text) throws InvalidInputException {
        StudyFile file = StudyFile.parse(text, Path.of("s.yml"));
        assertEquals(
                file.plan(), StudyFile.parse(file.text(), Path.of("s.json")).plan());
        assertEquals(
                file.text(), StudyFile.parse(file.text(), Path.of("s.json")).text());
    }

    @Test
    void defaultsAreThoseOfThePaper() throws InvalidInputException {
        StudyFile file = StudyFile.parse(
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {expansion: {}}\n",
                Path.of("mine.yml"));
        assertEquals(StudyPlan.of("mine", OutcomeRule.EXPANSION), file.plan());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2, 3]", "['1', 2.0, \"3\"]"})
    void numbersThatMeanTheEventNeedNoQuotationMarks(String values) throws InvalidInputException {
        StudyFile file = StudyFile.parse(
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {column: gos, event_values: " + values
                        + "}\n",
                Path.of("s.yml"));
        assertEquals(
                new OutcomeRule.Column("gos", List.of("1", "2", "3")),
                file.plan().outcome().source());
    }
}
