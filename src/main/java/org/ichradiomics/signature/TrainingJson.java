package org.ichradiomics.signature;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.JsonText;

/** The key {@code training} of a signature's file. */
final class TrainingJson {

    static final String KEY = "training";

    private TrainingJson() {}

    static void write(JsonWriter out, Training training) throws IOException {
        out.name(KEY).beginObject();
        out.name("software").value(training.software());
        out.name("outcome").value(training.outcome());
        out.name("cases").value(training.cases());
        out.name("events").value(training.events());
        out.name("test_cases").value(training.test());
        out.name("lambda").value(training.lambda());
        out.name("k").value(training.k());
        out.name("rule").value(training.rule());
        out.name("seed").value(Long.toString(training.seed())); // as text: a JSON number would lose digits beyond 2^53
        out.name("folds_sha256").value(training.folds());
        JsonText.number(out, "auc", training.auc());
        out.name("raw_intercept").value(training.rawIntercept());
        out.name("raw_weights").beginObject();
        for (Map.Entry<String, Double> weight : training.rawWeights().entrySet())
            out.name(weight.getKey()).value(weight.getValue());
        out.endObject();
        out.endObject();
    }

    static Training take(JsonFields json) throws InvalidInputException {
        String software = json.text("software");
        String outcome = json.text("outcome");
        int cases = json.count("cases");
        int events = json.count("events");
        int test = json.count("test_cases");
        double lambda = json.number("lambda");
        int k = json.count("k");
        String rule = json.text("rule");
        long seed = seed(json);
        String folds = json.text("folds_sha256");
        double auc = json.numberOr("auc", Double.NaN);
        double rawIntercept = json.number("raw_intercept");
        JsonFields weights = json.object("raw_weights");
        Map<String, Double> rawWeights = new LinkedHashMap<>();
        for (String feature : weights.keys()) rawWeights.put(feature, weights.number(feature));
        json.end();
        return new Training(
                software, outcome, cases, events, test, lambda, k, rule, seed, folds, auc, rawIntercept, rawWeights);
    }

    private static long seed(JsonFields json) throws InvalidInputException {
        try {
            return Long.parseLong(json.text("seed"));
        } catch (NumberFormatException e) {
            throw json.wrong("seed", "a whole number as text");
        }
    }
}
