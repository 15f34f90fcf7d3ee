package org.ichradiomics.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.ichradiomics.text.Key;
import org.ichradiomics.text.Numeral;

/**
 * How the features of a signature were freed from the shift and scale of their batch (ComBat) before they were scaled,
 * so that the same is done to a case before it is scored:
 *
 * <pre>
 *     x → (((x − e)/SD − shift)/scale) · SD + e,     e = mean + Σ slope · covariate
 * </pre>
 *
 * @param by the column that names the batch of a case, such as its site or scanner
 * @param covariates what is kept in the features
 * @param features those that are changed, in order
 * @param batches by their names
 */
public record Harmonised(
        String by,
        @Key(line = true) List<Covariate> covariates,
        @Key(line = true) Map<String, Location> features,
        @Key(needed = true, line = true) Map<String, Batch> batches) {

    /**
     * A column of the case.
     *
     * @param level 1 if the column says this, else 0; empty: the number that it holds
     */
    public record Covariate(String column, Optional<String> level) {

        /** NaN where it is not known. */
        double of(Function<String, String> cells) {
            String cell = cells.apply(column);
            if (level.isPresent()) return cell.isEmpty() ? Double.NaN : cell.equals(level.get()) ? 1 : 0;
            return Numeral.parse(cell, false).orElse(Double.NaN);
        }
    }

    /**
     * Where a feature lies without its batch.
     *
     * @param slopes by covariate
     */
    public record Location(double mean, double sd, List<Double> slopes) {}

    /** What a batch does to each of the features, in their order and SDs. */
    public record Batch(List<Double> shift, List<Double> scale) {}

    /** @throws IllegalArgumentException if there is no batch, or numbers are missing */
    public Harmonised {
        covariates = List.copyOf(covariates);
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        batches = Collections.unmodifiableMap(new LinkedHashMap<>(batches));
        int count = features.size();
        int slopes = covariates.size();
        if (batches.isEmpty()
                || batches.values().stream()
                        .anyMatch(batch -> batch.shift.size() != count || batch.scale.size() != count)
                || features.values().stream().anyMatch(feature -> feature.slopes.size() != slopes || !(feature.sd > 0)))
            throw new IllegalArgumentException("the harmonisation lacks numbers of features or batches");
    }

    /** What must be known of a case besides its features. */
    public List<String> columns() {
        return Stream.concat(Stream.of(by), covariates.stream().map(Covariate::column))
                .distinct()
                .toList();
    }

    /**
     * Why a case cannot be scored, as the end of a sentence; empty if it can.
     *
     * @param cells of the case by column; empty where it has none
     */
    Optional<String> problem(Function<String, String> cells) {
        String batch = cells.apply(by);
        if (batch.isEmpty())
            return Optional.of(
                    "the signature's features were harmonised by \"" + by + "\", which is not known of this case");
        if (!batches.containsKey(batch))
            return Optional.of("the signature's features were harmonised by \"" + by + "\", and \"" + batch
                    + "\" was not among those that trained it (" + String.join(", ", batches.keySet()) + ")");
        return covariates.stream()
                .filter(covariate -> Double.isNaN(covariate.of(cells)))
                .findFirst()
                .map(covariate -> "the harmonisation of the signature's features needs \"" + covariate.column()
                        + "\", which is not known of this case");
    }

    /** A feature of a case without what its batch did to it; of a case without a {@link #problem}. */
    double value(String feature, double x, Function<String, String> cells) {
        Location location = features.get(feature);
        if (location == null) return x;
        int place = List.copyOf(features.keySet()).indexOf(feature);
        Batch batch = batches.get(cells.apply(by));
        double expected = location.mean;
        for (int c = 0; c < covariates.size(); c++)
            expected += location.slopes.get(c) * covariates.get(c).of(cells);
        double z = ((x - expected) / location.sd - batch.shift.get(place)) / batch.scale.get(place);
        return z * location.sd + expected;
    }
}
