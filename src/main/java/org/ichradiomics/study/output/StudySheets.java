package org.ichradiomics.study.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.signature.Scale;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.Cohort;
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
        Cohort cohort = result.cohort();
        boolean isDivided = cohort.split().isDivided();
        double cutoff = result.validation().orElseThrow().cutoff();
        return Column.table(
                List.of(
                        new Column<>(FeatureTable.CASE, cohort.ids()::get),
                        new Column<>("part", i -> isDivided ? cohort.split().of(i) : Subset.ALL),
                        new Column<>(FeatureTable.SCORE, i -> scores[i]),
                        new Column<>(FeatureTable.SCORE_GROUP, i -> group(scores[i], cutoff))),
                IntStream.range(0, scores.length).boxed().toList());
    }

    private static String group(double score, double cutoff) {
        return Double.isNaN(score) || Double.isNaN(cutoff) ? "none" : score >= cutoff ? "high" : "low";
    }

    /** AUC by outcome and subset, and what the cutoff of the first outcome does there; empty without a score. */
    public static Optional<FeatureTable> performance(StudyResult result) {
        return result.validation().map(validation -> new PerformanceTables(result, validation).curves());
    }

    /** What the score is worth, apparent, cross-validated after selection and honest; empty where nobody asked. */
    public static Optional<FeatureTable> honest(StudyResult result) {
        return result.internal().map(HonestTables::sheet);
    }

    /** What a signature that was given does on all cases. */
    public static FeatureTable validation(StudyResult result) {
        return new PerformanceTables(result, result.validation().orElseThrow()).quantities();
    }

    /** The features of a signature, with the numbers that scale them. */
    public static FeatureTable signature(Signature signature) {
        return Column.table(
                List.of(
                        new Column<>("feature", Signature.Term::feature),
                        new Column<>("weight", Signature.Term::weight),
                        new Column<>("mean", term -> scale(signature, term).mean()),
                        new Column<>("SD", term -> scale(signature, term).sd()),
                        new Column<>(
                                "raw weight",
                                term -> term.weight() / scale(signature, term).sd())),
                signature.terms());
    }

    private static Scale scale(Signature signature, Signature.Term term) {
        return signature
                .reference()
                .flatMap(reference -> reference.scale(term.feature()))
                .orElse(new Scale(Double.NaN, Double.NaN, 0, ""));
    }

    /** The agreement of two readers, feature by feature. */
    public static FeatureTable agreement(ReaderAgreement agreement) {
        return Column.table(Finding.forPrograms(Findings.agreement(agreement)), agreement.rows());
    }
}
