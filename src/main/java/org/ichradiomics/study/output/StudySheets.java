package org.ichradiomics.study.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.signature.Scale;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;

/** What a study found as tables with all digits, for windows. */
public final class StudySheets {

    private StudySheets() {}

    /** The score of each case, and the group by the cutoff; empty without a score. */
    public static Optional<FeatureTable> scores(StudyResult result) {
        return result.scores().map(scores -> scores(result, scores.score()));
    }

    private static FeatureTable scores(StudyResult result, double[] scores) {
        double cutoff = result.validation().orElseThrow().cutoff();
        boolean isDivided = result.cohort().split().isDivided();
        return Column.table(
                List.of(
                        new Column<>(FeatureTable.CASE, result.cohort().ids()::get),
                        new Column<>(
                                "part", i -> isDivided ? result.cohort().split().of(i) : Subset.ALL),
                        new Column<>(FeatureTable.SCORE, i -> scores[i]),
                        new Column<>(
                                FeatureTable.SCORE_GROUP,
                                i -> Double.isNaN(scores[i]) || Double.isNaN(cutoff)
                                        ? "none"
                                        : scores[i] >= cutoff ? "high" : "low")),
                IntStream.range(0, scores.length).boxed().toList());
    }

    /** AUC by outcome and subset, and what the cutoff of the first outcome does there; empty without a score. */
    public static Optional<FeatureTable> performance(StudyResult result) {
        return result.validation().map(validation -> new PerformanceTables(result, validation).curves());
    }

    /** What a signature that was given does on all cases. */
    public static FeatureTable validation(StudyResult result) {
        return new PerformanceTables(result, result.validation().orElseThrow()).quantities();
    }

    /** The features of a signature, with the numbers that scale them. */
    public static FeatureTable signature(Signature signature) {
        record Row(Signature.Term term, Scale scale) {}
        return Column.table(
                List.of(
                        new Column<>("feature", row -> row.term().feature()),
                        new Column<>("weight", row -> row.term().weight()),
                        new Column<>("mean", row -> row.scale().mean()),
                        new Column<>("SD", row -> row.scale().sd()),
                        new Column<>(
                                "raw weight",
                                row -> row.term().weight() / row.scale().sd())),
                signature.terms().stream()
                        .map(term -> new Row(
                                term,
                                signature
                                        .reference()
                                        .flatMap(reference -> reference.scale(term.feature()))
                                        .orElse(new Scale(Double.NaN, Double.NaN, 0, ""))))
                        .toList());
    }

    /** The agreement of two readers, feature by feature. */
    public static FeatureTable agreement(ReaderAgreement agreement) {
        return Column.table(Finding.forPrograms(Findings.agreement(agreement)), agreement.rows());
    }
}
