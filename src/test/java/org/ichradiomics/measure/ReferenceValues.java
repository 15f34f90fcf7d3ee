package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of IBSI reference values, and how many of them a result meets; the rules are those of shared/ibsi/check.py.
 */
public final class ReferenceValues {

    private record Row(String config, String family, String tag, String aggregation, double value, double tolerance) {

        /** The tolerance plus half a unit of the third digit; whole numbers of diagnostics to their last digit. */
        boolean isMetBy(double x) {
            if (value == 0) return Math.abs(x) <= tolerance + 1e-9;
            int top = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
            int digits = family.startsWith("diagnostic") ? Math.max(3, top + 1) : 3;
            double slack = 0.5 * Math.pow(10, top - digits + 1) * (1 + 1e-9) + 1e-9 * Math.abs(value);
            return Math.abs(x - value) <= tolerance + slack;
        }
    }

    /** @param misses one line each; empty when all are met */
    public record Score(int met, int of, List<String> misses) {

        static Score sum(List<Score> scores) {
            return new Score(
                    scores.stream().mapToInt(Score::met).sum(),
                    scores.stream().mapToInt(Score::of).sum(),
                    scores.stream().flatMap(score -> score.misses.stream()).toList());
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Reads a CSV file with the columns of reference_values.csv; features' names may be quoted. */
    public static ReferenceValues read(Path file) throws IOException {
        ReferenceValues table = new ReferenceValues();
        for (String line : Files.readAllLines(file)) {
            String[] c = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (line.startsWith("#") || c[0].equals("config")) continue;
            table.rows.add(new Row(
                    c[0],
                    c[1],
                    c[5],
                    c[6].isEmpty() ? "3D" : c[6],
                    Double.parseDouble(c[8]),
                    c[9].isEmpty() ? 0 : Double.parseDouble(c[9])));
        }
        return table;
    }

    /** How many reference values of the result's configuration are met, a missing one is missed. */
    public Score score(IbsiResult result) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (IbsiValue v : result.values())
            values.put(v.feature().tag() + " " + v.feature().aggregation().text(), v.value());
        return score(result.settings().name(), values);
    }

    public Score diagnostics(IbsiResult result) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Diagnostic d : result.diagnostics()) values.put(d.tag() + " 3D", d.value());
        return score(result.settings().name(), values);
    }

    private Score score(String config, Map<String, Double> values) {
        int met = 0;
        int of = 0;
        List<String> misses = new ArrayList<>();
        for (Row row : rows) {
            Double value = values.get(row.tag + " " + row.aggregation);
            if (!row.config.equals(config)) continue;
            of++;
            if (value != null && row.isMetBy(value)) met++;
            else
                misses.add(config + " " + row.tag + " " + row.aggregation + ": " + value + ", reference " + row.value
                        + " ± " + row.tolerance);
        }
        return new Score(met, of, misses);
    }
}
