package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.measure.Perturbation;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * How far features stay what they are when contour and image change a little: the ICC over the perturbations of each
 * case, for every group of them.
 *
 * @param cases that were measured under every perturbation
 * @param features in the order of the table
 * @param rows by group, then by feature
 */
public record Robustness(List<String> cases, List<String> features, List<Row> rows) {

    /** The group of all perturbations. */
    public static final String EVERY = Perturbation.EVERY;

    /** The groups of perturbations, in the order of tables. */
    public static final List<String> GROUPS = List.copyOf(Perturbation.GROUPS.keySet());

    /** How often each case is measured. */
    public static final int READINGS = Perturbation.ALL.size();

    /** What a good ICC exceeds. */
    public static final double GOOD = 0.75;

    /** What the lower limit of a robust one reaches. */
    public static final double ROBUST = 0.90;

    /** By which both are told: each case has readings of its own. */
    public static final IntraclassCorrelation.Form FORM = IntraclassCorrelation.Form.ICC_1_1;

    private static final Set<String> NO_FEATURES =
            Set.of(FeatureTable.CASE, Perturbation.COLUMN, Perturbation.VOXELS, Perturbation.DICE);

    /** Fewer tell nothing of how cases differ. */
    private static final int FEWEST = 2;

    /**
     * One feature under one group of perturbations.
     *
     * @param cases that have a value under all of them
     * @param correlation empty if fewer than 2 have
     */
    public record Row(String group, String feature, int cases, Optional<IntraclassCorrelation> correlation) {

        /** A form of the correlation; NaN where it cannot be had, as where nothing varies. */
        public Estimate of(IntraclassCorrelation.Form form) {
            return correlation.map(c -> c.of(form).icc()).orElse(new Estimate(Double.NaN, Double.NaN, Double.NaN));
        }

        /** ICC(1,1) as signatures and references keep it. */
        Icc icc() {
            Estimate icc = of(FORM);
            return new Icc(icc.value(), icc.low(), icc.high(), cases);
        }

        /** Whether ICC(1,1) is above 0.75; not if it is not known. */
        public boolean isGood() {
            return of(FORM).value() > GOOD;
        }

        /** Whether the lower limit of ICC(1,1) is 0.90 or more; not if it is not known. */
        public boolean isRobust() {
            return of(FORM).low() >= ROBUST;
        }
    }

    /**
     * What one group does to all features.
     *
     * @param features how many there are
     * @param good how many have an ICC above 0.75
     * @param robust how many have one with a lower limit of 0.90 or more
     * @param unknown how many have none
     */
    public record Count(String group, int features, int good, int robust, int unknown) {}

    public Robustness {
        cases = List.copyOf(cases);
        features = List.copyOf(features);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table of perturbed cases: a row for each case and perturbation, all other columns being features.
     *
     * @throws InvalidInputException if it is none, a case lacks a perturbation or has one twice, fewer than 2 cases are
     *     there, or text is among numbers
     */
    public static Robustness of(FeatureTable perturbed) throws InvalidInputException {
        Map<String, Map<String, Integer>> places = places(perturbed);
        List<String> features = perturbed.columns().stream()
                .filter(column -> !NO_FEATURES.contains(column))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : Perturbation.GROUPS.entrySet()) {
            int[][] readings = group.getValue().stream()
                    .map(name -> places.values().stream()
                            .mapToInt(byName -> byName.get(name))
                            .toArray())
                    .toArray(int[][]::new);
            for (String feature : features) rows.add(row(group.getKey(), feature, perturbed.values(feature), readings));
        }
        return new Robustness(List.copyOf(places.keySet()), features, rows);
    }

    /** Case → perturbation → row. */
    private static Map<String, Map<String, Integer>> places(FeatureTable perturbed) throws InvalidInputException {
        List<String> cases = perturbed.texts(FeatureTable.CASE);
        List<String> names = perturbed.texts(Perturbation.COLUMN);
        Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
        for (int row = 0; row < cases.size(); row++) {
            Integer earlier = places.computeIfAbsent(cases.get(row), id -> new LinkedHashMap<>())
                    .putIfAbsent(names.get(row), row);
            if (earlier == null) continue;
            throw new InvalidInputException("The case " + cases.get(row) + " has the perturbation \"" + names.get(row)
                    + "\" twice in " + perturbed.title() + ": remove one of the rows.");
        }
        for (Map.Entry<String, Map<String, Integer>> one : places.entrySet()) {
            for (String name : Perturbation.GROUPS.get(Perturbation.EVERY)) {
                if (one.getValue().containsKey(name)) continue;
                throw new InvalidInputException("The case " + one.getKey() + " lacks the perturbation \"" + name
                        + "\" in " + perturbed.title() + ": give the table that Robustness... wrote.");
            }
        }
        if (places.size() >= FEWEST) return places;
        throw new InvalidInputException("Robustness needs at least " + FEWEST + " cases, but "
                + English.counted(places.size(), "case") + (places.size() == 1 ? " is" : " are") + " in "
                + perturbed.title() + ": add cases.");
    }

    private static Row row(String group, String feature, double[] values, int[][] places) throws InvalidInputException {
        double[][] readings = new double[places.length][];
        for (int p = 0; p < places.length; p++)
            readings[p] =
                    IntStream.of(places[p]).mapToDouble(row -> values[row]).toArray();
        int known = (int) IntStream.range(0, readings[0].length)
                .filter(i -> IntStream.range(0, readings.length).allMatch(p -> Double.isFinite(readings[p][i])))
                .count();
        return new Row(
                group,
                feature,
                known,
                known < FEWEST ? Optional.empty() : Optional.of(IntraclassCorrelation.of(readings)));
    }

    /**
     * What is known of features, from either table that <i>Robustness...</i> writes: that of perturbed cases, or that
     * of their ICC.
     *
     * @throws InvalidInputException if it is neither
     */
    public static Map<String, Icc> known(FeatureTable table) throws InvalidInputException {
        if (!table.has(Perturbation.COLUMN)) return Icc.of(table);
        Map<String, Icc> known = new LinkedHashMap<>();
        for (Row row : of(table).rows(EVERY)) known.put(row.feature(), row.icc());
        return known;
    }

    /** That of a feature under a group. */
    public Optional<Row> row(String group, String feature) {
        return rows(group).stream().filter(row -> row.feature().equals(feature)).findFirst();
    }

    /** Those of a group, in the order of the features. */
    public List<Row> rows(String group) {
        int at = GROUPS.indexOf(group);
        return at < 0 ? Collections.emptyList() : rows.subList(at * features.size(), (at + 1) * features.size());
    }

    /** For every group, in their order. */
    public List<Count> counts() {
        return GROUPS.stream().map(this::count).toList();
    }

    /** For one group. */
    public Count count(String group) {
        List<Row> some = rows(group);
        return new Count(
                group,
                some.size(),
                (int) some.stream().filter(Row::isGood).count(),
                (int) some.stream().filter(Row::isRobust).count(),
                (int) some.stream()
                        .filter(row -> Double.isNaN(row.of(FORM).value()))
                        .count());
    }
}
