package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.stats.Shuffle;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * 396 correlated features of 218 patients, and outcomes that were shuffled: there is nothing to find. What the
 * cross-validation after the filter says of 20 such cohorts, and what the honest one does.
 *
 * <p>Covers HonestValidation.
 */
class PermutedCohort313Test {

    private static final int COHORTS = 20;
    private static final String PLAN = """
            format: ICH Radiomics study
            inputs: {clinical: c.csv, features: f.csv}
            outcome: {column: y}
            split: {column: cohort}
            subgroups: none
            models: []
            rivals: []
            regression: {backward: []}
            descriptives: {bootstrap: 0}
            validation: {repeats: 1, folds: 10, bootstraps: 0}
            """;

    @Test
    void onlyTheHonestAucIsThatOfChance() throws Exception {
        Path folder = Shared.of("stats/cohort313");
        FeatureTable clinical = FeatureTableCsv.read(folder.resolve("clinical.csv"));
        Optional<FeatureTable> features = Optional.of(FeatureTableCsv.read(folder.resolve("features.csv")));
        List<String> ids = clinical.texts("id");
        List<String> parts = clinical.texts("cohort");
        List<String> outcomes = clinical.texts("he");
        StudyPlan plan = StudyFile.parse(PLAN, Path.of("study.yml")).plan();
        double honest = 0;
        double naive = 0;
        for (int seed = 1; seed <= COHORTS; seed++) {
            int[] order = IntStream.range(0, ids.size()).toArray();
            Shuffle.of(order, new Random(seed));
            FeatureTable shuffled = Column.table(
                    List.of(
                            new Column<Integer>("id", ids::get),
                            new Column<Integer>("cohort", parts::get),
                            new Column<Integer>("y", i -> outcomes.get(order[i]))),
                    IntStream.range(0, order.length).boxed().toList());
            StudyInputs inputs = new StudyInputs(shuffled, features, Optional.empty(), Optional.empty());
            InternalValidation found =
                    Study.run(plan, inputs, 2, Progress.NONE).internal().orElseThrow();
            honest += found.nested().mean().of(Measure.AUC) / COHORTS;
            naive += found.afterSelection().of(Measure.AUC) / COHORTS;
        }
        assertEquals(0.5, honest, 0.03);
        assertTrue(naive > 0.63 && naive < 0.71, "after the selection: " + naive);
    }
}
