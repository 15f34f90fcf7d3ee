package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * How well two readers agree, feature by feature.
 *
 * @param cases that both measured
 * @param rows by feature that both tables have
 * @param form of the correlation that decides
 * @param above what it must exceed to be good
 * @param notes which cases and features only one of them has, in sentences
 */
public record ReaderAgreement(
        List<String> cases, List<Row> rows, IntraclassCorrelation.Form form, double above, List<String> notes) {

    /**
     * One feature.
     *
     * @param correlation empty where fewer than 2 cases have both readings
     * @param first readings of the first reader by case
     * @param second readings of the second
     */
    public record Row(String feature, Optional<IntraclassCorrelation> correlation, double[] first, double[] second) {

        /** The correlation of a form; NaN where it cannot be had. */
        public Estimate of(IntraclassCorrelation.Form form) {
            return correlation.map(c -> c.of(form).icc()).orElse(new Estimate(Double.NaN, Double.NaN, Double.NaN));
        }

        /** How many cases have both readings. */
        public int pairs() {
            return ReaderAgreement.pairs(first, second);
        }
    }

    public ReaderAgreement {
        cases = List.copyOf(cases);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * Compares two tables on the cases that both have.
     *
     * @param id column of the cases' names; empty: as each table has it
     * @param features to compare, of those that both tables have
     * @throws InvalidInputException if the tables share fewer than 2 cases or no feature, or hold text among numbers
     */
    public static ReaderAgreement of(
            FeatureTable first,
            FeatureTable second,
            Optional<String> id,
            List<String> features,
            IntraclassCorrelation.Form form,
            double above)
            throws InvalidInputException {
        CaseIds one = CaseIds.ofAny(first, id);
        CaseIds two = CaseIds.ofAny(second, id);
        List<String> both = two.rows().keySet().stream().filter(one::has).toList();
        if (both.size() < 2) {
            throw new InvalidInputException("Only " + English.counted(both.size(), "case")
                    + (both.size() == 1 ? " is" : " are") + " in both " + first.title() + " and " + second.title()
                    + ": reader agreement needs at least 2, named alike.");
        }
        List<String> shared = features.stream().filter(second::has).toList();
        if (shared.isEmpty()) {
            throw new InvalidInputException(
                    second.title() + " has no feature of " + first.title() + ": give the table of the second reader.");
        }
        FeatureTable a = one.only(both);
        FeatureTable b = two.only(both);
        List<Row> rows = new ArrayList<>();
        for (String feature : shared) rows.add(row(feature, a.values(feature), b.values(feature)));
        return new ReaderAgreement(both, rows, form, above, notes(one, two, features));
    }

    /**
     * What the second reader measured is a part of the first's: what is not there is said, what is there alone, too.
     */
    private static List<String> notes(CaseIds first, CaseIds second, List<String> features) {
        List<String> notes = new ArrayList<>();
        List<String> alone = second.without(first);
        if (!alone.isEmpty()) {
            notes.add("Of the second reader's cases " + alone.size() + (alone.size() == 1 ? " is" : " are") + " not in "
                    + first.table().title()
                    + " and " + (alone.size() == 1 ? "takes" : "take") + " no part in the agreement: "
                    + String.join(", ", alone) + ".");
        }
        List<String> lacking = features.stream()
                .filter(feature -> !second.table().has(feature))
                .toList();
        if (!lacking.isEmpty()) {
            notes.add("Features that " + second.table().title() + " has not, so that their agreement is not known: "
                    + String.join(", ", lacking) + ".");
        }
        return notes;
    }

    private static Row row(String feature, double[] first, double[] second) throws InvalidInputException {
        return new Row(
                feature,
                pairs(first, second) < 2 ? Optional.empty() : Optional.of(IntraclassCorrelation.of(first, second)),
                first,
                second);
    }

    private static int pairs(double[] first, double[] second) {
        return (int) IntStream.range(0, first.length)
                .filter(i -> Double.isFinite(first[i]) && Double.isFinite(second[i]))
                .count();
    }

    /** That of a feature, if both tables have it. */
    public Optional<Row> row(String feature) {
        return rows.stream().filter(row -> row.feature().equals(feature)).findFirst();
    }

    /** The same on some of the cases, by their places among {@link #cases}; one that is there twice counts twice. */
    ReaderAgreement on(int[] some) throws InvalidInputException {
        List<Row> fewer = new ArrayList<>();
        for (Row row : rows)
            fewer.add(row(row.feature(), Subset.take(row.first(), some), Subset.take(row.second(), some)));
        return new ReaderAgreement(IntStream.of(some).mapToObj(cases::get).toList(), fewer, form, above, List.of());
    }

    /** Whether a feature agrees well enough; one that could not be compared does not. */
    public boolean isGood(Row row) {
        return row.of(form).value() > above;
    }

    /** The features that agree well enough. */
    public List<String> good() {
        return rows.stream().filter(this::isGood).map(Row::feature).toList();
    }

    /** Over all features that have one. */
    public OptionalDouble mean(IntraclassCorrelation.Form of) {
        return rows.stream()
                .mapToDouble(row -> row.of(of).value())
                .filter(value -> !Double.isNaN(value))
                .average();
    }
}
