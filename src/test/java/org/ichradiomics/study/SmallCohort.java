package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

/** Seeded tables of a study as a user might have them, which a test spoils cell by cell. */
public final class SmallCohort {

    public static final int FEATURES = 12;

    private final List<String> clinicalColumns =
            new ArrayList<>(List.of("id", "cohort", "age", "male", "site", "volume_ml", "followup_volume_ml", "gos"));
    private final List<List<Object>> clinical = new ArrayList<>();
    private final List<String> featureColumns = new ArrayList<>(List.of("id"));
    private final List<List<Object>> features = new ArrayList<>();

    /** Three in ten with expansion; the first two features bear on it. */
    public SmallCohort(int patients, long seed) {
        Random random = new Random(seed);
        IntStream.range(0, FEATURES).forEach(j -> featureColumns.add("f" + j));
        for (int i = 0; i < patients; i++) {
            String id = String.format(Locale.ROOT, "c%03d", i + 1);
            double[] x = random.doubles(FEATURES, -1, 1).toArray();
            boolean grows = 2.5 * x[0] - 2 * x[1] + random.nextGaussian() > 1;
            double volume = Math.rint(100 * (1.5 + 8 * random.nextDouble())) / 100;
            clinical.add(new ArrayList<>(List.of(
                    id,
                    i % 3 == 0 ? "test" : "train",
                    50 + random.nextInt(40),
                    random.nextInt(2),
                    List.of("deep", "lobar", "other").get(random.nextInt(3)),
                    volume,
                    Math.rint(100 * volume * (grows ? 1.6 : 1.1)) / 100,
                    1 + random.nextInt(5))));
            List<Object> row = new ArrayList<>(List.of(id));
            for (double value : x) row.add(10 + value);
            features.add(row);
        }
    }

    int patients() {
        return clinical.size();
    }

    public SmallCohort clinical(String column, int row, Object value) {
        clinical.get(row).set(clinicalColumns.indexOf(column), value);
        return this;
    }

    public SmallCohort feature(String column, int row, Object value) {
        features.get(row).set(featureColumns.indexOf(column), value);
        return this;
    }

    /** The same value for all. */
    SmallCohort all(String column, Object value) {
        for (int i = 0; i < patients(); i++) feature(column, i, value);
        return this;
    }

    /** A feature that is larger in every case with expansion than in any without. */
    public SmallCohort dividedBy(String column) {
        for (int i = 0; i < patients(); i++) {
            boolean grows = ((Number) clinical("followup_volume_ml", i)).doubleValue()
                    > 1.3 * ((Number) clinical("volume_ml", i)).doubleValue();
            feature(column, i, (grows ? 20 : 0) + ((Number) feature(column, i)).doubleValue());
        }
        return this;
    }

    Object feature(String column, int row) {
        return features.get(row).get(featureColumns.indexOf(column));
    }

    Object clinical(String column, int row) {
        return clinical.get(row).get(clinicalColumns.indexOf(column));
    }

    SmallCohort withColumn(String column, List<?> cells) {
        clinicalColumns.add(column);
        for (int i = 0; i < patients(); i++) clinical.get(i).add(cells.get(i));
        return this;
    }

    SmallCohort withoutFeatures(int from) {
        features.subList(from, features.size()).clear();
        return this;
    }

    FeatureTable clinical() {
        return FeatureTable.of(clinicalColumns, clinical);
    }

    FeatureTable features() {
        return FeatureTable.of(featureColumns, features);
    }

    /** Writes clinical.csv, features.csv and study.yml. */
    public Path writeTo(Path folder, String plan) throws Exception {
        FeatureTableCsv.write(clinical(), folder.resolve("clinical.csv"));
        FeatureTableCsv.write(features(), folder.resolve("features.csv"));
        return Files.writeString(
                folder.resolve("study.yml"),
                "format: ICH Radiomics study\ninputs: {clinical: clinical.csv, features: features.csv}\n" + plan);
    }

    StudyInputs inputs() {
        return new StudyInputs(clinical(), Optional.of(features()), Optional.empty(), Optional.empty());
    }
}
