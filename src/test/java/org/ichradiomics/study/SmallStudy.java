package org.ichradiomics.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A seeded cohort of 80 cases with a dozen features, two of which bear on expansion; small enough to be run often. */
public final class SmallStudy {

    public static final int CASES = 80;

    public static final List<String> FEATURES = List.of(
            "kurtosis",
            "skewness",
            "MeanValue",
            "MedianIntensity",
            "Variance",
            "Range",
            "RMS",
            "MeanDeviation",
            "uniformity",
            "histogramEntropy",
            "Percentile10",
            "Percentile90");

    /** A study file for these tables. */
    public static final String TEXT = """
            format: ICH Radiomics study
            name: Small
            inputs: {clinical: clinical.csv, features: features.csv, second_reader: reader2.csv}
            outcome: {expansion: {}}
            second_outcome: {column: gos, at_most: 3}
            split: {column: cohort}
            univariate: {p: 0.3}
            lasso: {folds: 4, repeats: 2}
            descriptives: {bootstrap: 50}
            """;

    private SmallStudy() {}

    /**
     * Adds columns to the clinical table.
     *
     * @param cells what follows the header, line 0, and each case, from 1: it begins with a comma
     */
    static void addColumns(Path folder, IntFunction<String> cells) throws IOException {
        Path clinical = folder.resolve("clinical.csv");
        List<String> lines = Files.readAllLines(clinical);
        Files.writeString(
                clinical,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i) + cells.apply(i))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /**
     * Writes clinical.csv, features.csv, reader2.csv and study.yml.
     *
     * @return the study file
     */
    public static Path writeInto(Path folder) throws IOException {
        Random random = new Random(20210313);
        StringBuilder clinical = new StringBuilder("id,cohort,age,ivh,volume_ml,followup_volume_ml,gos,died\n");
        StringBuilder features = new StringBuilder("case," + String.join(",", FEATURES) + "\n");
        StringBuilder second = new StringBuilder("case," + String.join(",", FEATURES) + "\n");
        for (int i = 1; i <= CASES; i++) {
            double[] x = random.doubles(FEATURES.size())
                    .map(u -> Math.round(1e6 * (10 + 4 * u)) / 1e6)
                    .toArray();
            boolean event = random.nextDouble() < 1 / (1 + Math.exp(0.5 + 1.2 * (x[0] - 12) - 0.8 * (x[2] - 12)));
            double volume = Math.round(100 * (2 + 7 * random.nextDouble())) / 100.0;
            double later = Math.round(100 * volume * (event ? 1.6 : 1.05)) / 100.0;
            clinical.append("c")
                    .append(i)
                    .append(i % 3 == 0 ? ",test," : ",train,")
                    .append(40 + random.nextInt(40))
                    .append(',')
                    .append(random.nextInt(2))
                    .append(',')
                    .append(volume)
                    .append(',')
                    .append(later)
                    .append(',')
                    .append(1 + random.nextInt(5))
                    .append(',')
                    .append(event ? "yes" : "no")
                    .append('\n');
            features.append("c").append(i);
            for (double value : x) features.append(',').append(value);
            features.append('\n');
            if (i > 20) continue;
            second.append("c").append(i);
            for (int j = 0; j < x.length; j++)
                second.append(',')
                        .append(j % 4 == 3 ? 10 + 4 * random.nextDouble() : x[j] + 0.1 * random.nextGaussian());
            second.append('\n');
        }
        Files.writeString(folder.resolve("clinical.csv"), clinical);
        Files.writeString(folder.resolve("features.csv"), features);
        Files.writeString(folder.resolve("reader2.csv"), second);
        return Files.writeString(folder.resolve("study.yml"), TEXT);
    }
}
