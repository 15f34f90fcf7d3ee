package org.ichradiomics.stats;

import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.ichradiomics.Shared;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The synthetic cohort and what R 4.2.2, pROC 1.18.0, psych 2.2.9 and glmnet 4.1-6 made of it. */
final class Cohort313 {

    final FeatureTable clinical;
    final FeatureTable scores;
    private final List<String> cohort;

    private Cohort313() throws Exception {
        clinical = FeatureTableCsv.read(Shared.of("stats/cohort313/clinical.csv"));
        scores = expected("rscore.csv");
        assertEquals(scores.cases(), clinical.cases());
        cohort = clinical.texts("cohort");
    }

    static Cohort313 read() throws Exception {
        return new Cohort313();
    }

    static FeatureTable input(String file) throws Exception {
        return FeatureTableCsv.read(Shared.of("stats/cohort313/" + file));
    }

    static FeatureTable expected(String file) throws Exception {
        return input("expected/" + file);
    }

    static JsonObject json(String file) throws Exception {
        try (Reader in = Files.newBufferedReader(Shared.of("stats/cohort313/expected/" + file))) {
            return JsonParser.parseReader(in).getAsJsonObject();
        }
    }

    static double number(JsonElement element) {
        String text = element.getAsString();
        return switch (text) {
            case "NA" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** A clinical column, or the R-score. */
    double[] column(String variable) throws Exception {
        return variable.equals("rscore") ? scores.values("rscore") : clinical.values(variable);
    }

    int[] cases(String subset) throws Exception {
        double[] volume = clinical.values("volume_ml");
        IntPredicate inside = switch (subset) {
            case "train", "test" -> i -> cohort.get(i).equals(subset);
            case "vol3_10" -> i -> volume[i] >= 3;
            case "vol_lt3" -> i -> volume[i] < 3;
            case "all" -> i -> true;
            default -> throw new IllegalArgumentException(subset);
        };
        return IntStream.range(0, clinical.size()).filter(inside).toArray();
    }

    static double[] take(double[] column, int[] cases) {
        return IntStream.of(cases).mapToDouble(i -> column[i]).toArray();
    }

    boolean[] outcome(String name, int[] cases) throws Exception {
        return Outcome.of(name, take(clinical.values(name), cases));
    }

    /** NaN equals NaN, infinity itself. */
    static void assertRelative(String what, double expected, double actual, double tolerance) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertEquals(expected, actual, what);
            return;
        }
        assertTrue(
                Math.abs(expected - actual) <= tolerance * Math.abs(expected),
                () -> what + ": " + expected + " but was " + actual);
    }
}
