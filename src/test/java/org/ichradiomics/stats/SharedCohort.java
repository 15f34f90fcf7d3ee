package org.ichradiomics.stats;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.ichradiomics.Shared;

/** The synthetic cohort and what R 4.2.2 with glmnet 4.1-6 made of it, confirmed by an independent Python program. */
final class SharedCohort {

    /** 218 patients, features as measured. */
    final Predictors all;
    /** The 58 that the univariate filter left. */
    final Predictors selected;
    /** The 58 of all 313 patients, for scores. */
    final Predictors everyone;

    final boolean[] events;
    final int[] folds;
    final JsonObject selection;

    SharedCohort() throws IOException {
        List<NamedCsvRecord> features = read("features.csv");
        List<String> names = new ArrayList<>(features.get(0).getHeader());
        names.remove("id");
        try (Reader in = Files.newBufferedReader(Shared.of("stats/cohort313/expected/lasso_selection.json"))) {
            selection = JsonParser.parseReader(in).getAsJsonObject();
        }
        Map<String, Integer> fold = new LinkedHashMap<>();
        for (NamedCsvRecord record : read("foldid.csv"))
            fold.put(record.getField("id"), Integer.valueOf(record.getField("fold")));
        Map<String, String> he = new LinkedHashMap<>();
        for (NamedCsvRecord record : read("clinical.csv")) he.put(record.getField("id"), record.getField("he"));
        List<NamedCsvRecord> training = features.stream()
                .filter(record -> fold.containsKey(record.getField("id")))
                .toList();
        List<String> filtered = new ArrayList<>();
        for (JsonElement name : selection.getAsJsonArray("selected_univariate")) filtered.add(name.getAsString());
        all = predictors(training, names);
        selected = predictors(training, filtered);
        everyone = predictors(features, filtered);
        events = new boolean[training.size()];
        folds = new int[training.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = he.get(training.get(i).getField("id")).equals("1");
            folds[i] = fold.get(training.get(i).getField("id"));
        }
    }

    static List<NamedCsvRecord> expected(String file) throws IOException {
        return read("expected/" + file);
    }

    private static List<NamedCsvRecord> read(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Shared.of("stats/cohort313/" + file))) {
            return reader.stream().toList();
        }
    }

    static double number(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    private static Predictors predictors(List<NamedCsvRecord> records, List<String> names) {
        double[][] columns = names.stream()
                .map(name -> records.stream()
                        .mapToDouble(record -> number(record, name))
                        .toArray())
                .toArray(double[][]::new);
        return new Predictors(names, columns);
    }

    /** z-scores, SD with n − 1. */
    static Predictors standardised(Predictors x) {
        double[][] z = new double[x.columns().length][];
        for (int j = 0; j < z.length; j++) {
            double[] column = x.columns()[j];
            double mean = IntStream.range(0, column.length)
                            .mapToDouble(i -> column[i])
                            .sum()
                    / column.length;
            double sd = Math.sqrt(IntStream.range(0, column.length)
                            .mapToDouble(i -> (column[i] - mean) * (column[i] - mean))
                            .sum()
                    / (column.length - 1));
            z[j] = IntStream.range(0, column.length)
                    .mapToDouble(i -> (column[i] - mean) / sd)
                    .toArray();
        }
        return new Predictors(x.names(), z);
    }
}
