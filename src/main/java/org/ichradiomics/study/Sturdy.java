package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Spelling;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/**
 * Which features of a study stay what they are under small changes of contour and image.
 *
 * @param limit from when on they do
 * @param perturbed how many cases were perturbed
 * @param rows by feature of the study, in its order
 * @param isFilter whether the others were left out
 */
public record Sturdy(StudyPlan.Limit limit, int perturbed, List<Row> rows, boolean isFilter) {

    /** A feature with its ICC(1,1) over all perturbations; NaN where nothing is known of it. */
    public record Row(String feature, Icc icc, boolean isKept) {

        /** With its 95 % limits. */
        public Estimate estimate() {
            return new Estimate(icc.value(), icc.low(), icc.high());
        }
    }

    public Sturdy {
        rows = List.copyOf(rows);
    }

    /** @param isFilter whether features that are not robust are left out: a signature that is given has its own */
    static Sturdy of(Robustness robustness, Predictors features, StudyPlan.Limit limit, boolean isFilter) {
        List<Robustness.Row> all = robustness.rows(Robustness.EVERY);
        List<String> names = all.stream().map(Robustness.Row::feature).toList();
        return new Sturdy(
                limit,
                robustness.cases().size(),
                features.names().stream()
                        .map(feature -> Spelling.find(names, feature)
                                .map(name -> all.get(names.indexOf(name)))
                                .map(row -> new Row(feature, row.icc(), limit.isMet(row)))
                                .orElse(new Row(feature, new Icc(Double.NaN, Double.NaN, Double.NaN, 0), false)))
                        .toList(),
                isFilter);
    }

    /** How many are robust. */
    public int kept() {
        return (int) rows.stream().filter(Row::isKept).count();
    }

    /** What is known, by feature. */
    Map<String, Icc> known() {
        Map<String, Icc> known = new LinkedHashMap<>();
        for (Row row : rows) if (!Double.isNaN(row.icc().value())) known.put(row.feature(), row.icc());
        return known;
    }

    /** @throws InvalidInputException if no feature is robust */
    Predictors filtered(Predictors features) throws InvalidInputException {
        int[] kept = IntStream.range(0, rows.size())
                .filter(j -> rows.get(j).isKept())
                .toArray();
        if (kept.length == 0)
            throw new InvalidInputException(Sentence.of(
                    "None of the " + rows.size() + " features has " + limit.inWords()
                            + " in the table of perturbed cases: give the table of these features, or another ",
                    FileKey.ofStudy("agreement.limit"),
                    "."));
        return Selection.some(features, kept);
    }
}
