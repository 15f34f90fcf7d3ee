package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.SampleSize;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.Measure;
import org.ichradiomics.study.RequiredCases;
import org.ichradiomics.study.SelectionStability;

/** The numbers of the honest validation, of the choice of features and of the cases needed, each declared once. */
final class HonestFindings {

    /** A measure of a validation. */
    record Line(InternalValidation of, Measure measure) {

        static List<Line> of(InternalValidation validation) {
            return Arrays.stream(Measure.values())
                    .map(measure -> new Line(validation, measure))
                    .toList();
        }

        private Estimate nested() {
            return of.nested().range(measure);
        }

        private Optional<Estimate> bootstrap() {
            return of.bootstrap().map(bootstrap -> bootstrap.of(measure));
        }

        private double optimism() {
            return of.bootstrap()
                    .map(bootstrap -> bootstrap.optimism().of(measure))
                    .orElse(Double.NaN);
        }

        private double corrected() {
            return bootstrap().map(Estimate::value).orElse(Double.NaN);
        }

        String text(double value) {
            return Words.fixed(value, measure.decimals());
        }

        private String text(Estimate e) {
            return Double.isNaN(e.value()) || Double.isNaN(e.low())
                    ? text(e.value())
                    : text(e.value()) + " (" + text(e.low()) + " to " + text(e.high()) + ")";
        }
    }

    static final Finding<Line> APPARENT = new Finding<>(
            "apparent",
            "Apparent",
            line -> line.of().apparent().of(line.measure()),
            line -> line.text(line.of().apparent().of(line.measure())));

    static final Finding<Line> AFTER_SELECTION = new Finding<>(
            "cross_validated_after_selection",
            "Cross-validated after selection",
            line -> line.of().afterSelection().of(line.measure()),
            line -> line.text(line.of().afterSelection().of(line.measure())));

    static final Finding<Line> NESTED = new Finding<>(
            "honest_nested",
            "Honest: nested cross-validation (range over repeats)",
            line -> line.nested().value(),
            line -> line.text(line.nested()));

    static final Finding<Line> OPTIMISM =
            new Finding<>("optimism", "Optimism", Line::optimism, line -> line.text(line.optimism()));

    static final Finding<Line> CORRECTED = new Finding<>(
            "honest_corrected",
            "Honest: corrected for optimism (95 % CI)",
            Line::corrected,
            line -> line.bootstrap().map(line::text).orElse(""));

    /** Of a measure, three ways. */
    static final List<Finding<Line>> LINE = List.of(
            APPARENT,
            AFTER_SELECTION,
            NESTED,
            Finding.of("range_over_repeats_low", line -> line.nested().low()),
            Finding.of("range_over_repeats_high", line -> line.nested().high()),
            OPTIMISM,
            CORRECTED,
            Finding.of("corrected_low", line -> line.bootstrap().map(Estimate::low)),
            Finding.of("corrected_high", line -> line.bootstrap().map(Estimate::high)));

    /** Of a feature that may be chosen. */
    static final List<Finding<SelectionStability.Row>> STABILITY = List.of(
            Finding.of("feature", "Feature", SelectionStability.Row::feature, feature -> feature),
            Finding.of(
                    "in_signature", "In the signature", SelectionStability.Row::inSignature, is -> is ? "yes" : "no"),
            Finding.of(
                    "chosen_in_bootstraps",
                    "Chosen in bootstrap draws (%)",
                    SelectionStability.Row::inBootstraps,
                    HonestFindings::percent),
            Finding.of(
                    "chosen_in_nested_folds",
                    "Chosen in nested folds (%)",
                    SelectionStability.Row::inFolds,
                    HonestFindings::percent),
            Finding.of(
                    "passed_filter",
                    "Passed the filters (%)",
                    SelectionStability.Row::passedFilter,
                    HonestFindings::percent),
            Finding.of("sign_agreement", "Same sign (%)", SelectionStability.Row::sameSign, HonestFindings::percent),
            Finding.of(
                    "mean_beta_z",
                    "Mean coefficient per SD",
                    SelectionStability.Row::mean,
                    mean -> Words.fixed(mean, 3)),
            Finding.of("cluster", "Cluster, by its first feature", SelectionStability.Row::leader, first -> first),
            Finding.of(
                    "cluster_chosen",
                    "Any of the cluster chosen (%)",
                    SelectionStability.Row::clusterShare,
                    HonestFindings::percent));

    /** Of a way to reckon the cases that are needed. */
    static final List<Finding<RequiredCases.Row>> SIZE = List.of(
            new Finding<>("", "Reckoned with", RequiredCases.Row::title, RequiredCases.Row::title),
            count("parameters", "Parameters", SampleSize::parameters),
            Finding.of("expected_r2", "Expected R²", row -> row.size().r2(), r2 -> Words.fixed(r2, 3)),
            count("n_shrinkage", "Cases for a shrinkage of 0.9", SampleSize::forShrinkage),
            count("n_optimism", "Cases for an optimism of 0.05", SampleSize::forOptimism),
            count("n_share", "Cases for the share of events to 0.05", SampleSize::forShare),
            count("n", "Cases needed", SampleSize::cases));

    private HonestFindings() {}

    private static Finding<RequiredCases.Row> count(
            String key, String title, Function<SampleSize, ? extends Number> of) {
        return Finding.of(key, title, row -> of.apply(row.size()), String::valueOf);
    }

    private static String percent(double share) {
        return Words.percent(100 * share);
    }

    /** How the AUC of a validation is told within a sentence. */
    static String auc(InternalValidation validation) {
        Line line = new Line(validation, Measure.AUC);
        return "apparent " + APPARENT.cell().apply(line) + ", cross-validated after selection "
                + AFTER_SELECTION.cell().apply(line) + ", honest "
                + NESTED.cell().apply(line)
                + " by nested cross-validation (range over repeats)"
                + (validation.bootstrap().isEmpty()
                        ? ""
                        : " and " + CORRECTED.cell().apply(line) + " corrected for an optimism of "
                                + OPTIMISM.cell().apply(line) + " (95 % CI)");
    }
}
