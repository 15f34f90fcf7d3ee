package org.ichradiomics.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.stats.Outcome;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The legend of the synthetic cohort against what pROC 1.18.0 said of it.
 *
 * <p>Covers RocFigure.
 */
class SharedRocTest {

    @Test
    void legendHasTheAreasOfPRoc() throws Exception {
        Path cohort313 = Shared.of("stats/cohort313");
        FeatureTable clinical = FeatureTableCsv.read(cohort313.resolve("clinical.csv"));
        FeatureTable scored = FeatureTableCsv.read(cohort313.resolve("expected/rscore.csv"));
        assertEquals(clinical.cases(), scored.cases());
        JsonObject expected = JsonParser.parseString(Files.readString(cohort313.resolve("expected/roc_summary.json")))
                .getAsJsonObject()
                .getAsJsonObject("he_rscore");
        List<String> of = clinical.texts("cohort");
        List<RocFigure.Cohort> cohorts = new ArrayList<>();
        List<String> legends = new ArrayList<>();
        for (String cohort : List.of("train", "test")) {
            int[] cases = IntStream.range(0, clinical.size())
                    .filter(i -> of.get(i).equals(cohort))
                    .toArray();
            cohorts.add(new RocFigure.Cohort(
                    cohort,
                    RocCurve.of(
                            take(scored.values("rscore"), cases), Outcome.of("he", take(clinical.values("he"), cases))),
                    -1.466));
            JsonArray interval = expected.getAsJsonObject(cohort).getAsJsonArray("delong_ci");
            legends.add(String.format(
                    Locale.ROOT,
                    "%s: AUC %.3f (%.3f–%.3f)",
                    cohort,
                    expected.getAsJsonObject(cohort).get("auc").getAsDouble(),
                    interval.get(0).getAsDouble(),
                    interval.get(1).getAsDouble()));
        }
        Svg svg = Svg.of(RocFigure.of("R-score", cohorts));
        for (String legend : legends) assertTrue(svg.hasText(legend), legend);
        assertTrue(svg.hasText("Cutoff −1.466"));
    }

    private static double[] take(double[] values, int[] cases) {
        return IntStream.of(cases).mapToDouble(i -> values[i]).toArray();
    }
}
