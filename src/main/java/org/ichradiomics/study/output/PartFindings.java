package org.ichradiomics.study.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.NetBenefit;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.PrecisionRecall;
import org.ichradiomics.stats.SmoothCalibration;
import org.ichradiomics.study.Judged;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.Column;

/** What the score is worth in training and in each test: each number declared once, for programs and for papers. */
final class PartFindings {

    /** With their intervals. */
    static final List<Finding<Judged>> ALL = List.of(
            new Finding<>("", "Cases", j -> "", j -> j.subset().title()),
            new Finding<>(
                    "",
                    "Events",
                    j -> "",
                    j -> j.curve().roc().auc().positives() + "/"
                            + j.curve().roc().size()),
            of("auc", "AUC (95 % CI)", 3, j -> Optional.of(j.curve().roc().auc().area())),
            of("auc_training_less_this", "", 3, j -> j.change().map(AucDifference::difference)),
            Finding.of(
                    "p_against_training",
                    "p against training",
                    j -> j.change().map(AucDifference::p).orElse(Double.NaN),
                    p -> Double.isNaN(p) ? "" : PValue.text(p)),
            of(
                    "average_precision",
                    "Average precision (95 % CI)",
                    3,
                    j -> Optional.of(j.precision().average())),
            Finding.of("share_of_events", "Share of events", j -> j.precision().share(), s -> Words.fixed(s, 3)),
            calibration("calibration_slope", "Slope (95 % CI)", 2, Calibration::within),
            calibration("calibration_intercept_joint", "Intercept (95 % CI)", 2, Calibration::ofIntercept),
            calibration("calibration_in_the_large", "In the large (95 % CI)", 2, Calibration::ofLarge),
            calibration("observed_expected", "O/E (95 % CI)", 2, Calibration::ratio),
            calibration("brier", "Brier score (95 % CI)", 3, Calibration::ofBrier));

    private static final List<Column<SmoothCalibration.Point>> SMOOTH = List.of(
            new Column<>("predicted", SmoothCalibration.Point::predicted),
            new Column<>("observed", p -> p.observed().value()),
            new Column<>("low", p -> p.observed().low()),
            new Column<>("high", p -> p.observed().high()));

    private static final List<Column<NetBenefit>> DECISION = List.of(
            new Column<>("threshold", NetBenefit::threshold),
            new Column<>("net_benefit_model", d -> d.model().value()),
            new Column<>("low", d -> d.model().low()),
            new Column<>("high", d -> d.model().high()),
            new Column<>("net_benefit_all", d -> d.all().value()),
            new Column<>("model_less_all", d -> d.overAll().value()),
            new Column<>("model_less_all_low", d -> d.overAll().low()),
            new Column<>("model_less_all_high", d -> d.overAll().high()));

    private static final List<Column<PrecisionRecall.Point>> PRECISION = List.of(
            new Column<>("threshold", PrecisionRecall.Point::threshold),
            new Column<>("recall", PrecisionRecall.Point::recall),
            new Column<>("precision", PrecisionRecall.Point::precision));

    private PartFindings() {}

    private static Finding<Judged> of(
            String key, String title, int decimals, Function<Judged, Optional<Estimate>> estimate) {
        return new Finding<>(
                key,
                title,
                j -> estimate.apply(j)
                        .map(e -> List.of(e.value(), e.low(), e.high()))
                        .orElse(null),
                j -> estimate.apply(j).map(e -> Words.within(e, decimals)).orElse(""));
    }

    private static Finding<Judged> calibration(
            String key, String title, int decimals, Function<Calibration, Estimate> of) {
        return of(
                key,
                title,
                decimals,
                j -> j.probabilities().map(p -> of.apply(p.calibrated().calibration())));
    }

    /** Adds the file of a study that has a score: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        List<Judged> parts = result.validation().map(Validation::parts).orElse(List.of());
        if (parts.isEmpty()) return;
        Map<String, Object> json = new LinkedHashMap<>();
        for (Judged part : parts) json.put(part.subset().key(), json(part));
        files.put("validation_parts.json", Json.text(json));
    }

    private static Map<String, Object> json(Judged part) {
        Map<String, Object> json = Json.object(Finding.forPrograms(ALL), part);
        part.probabilities().ifPresent(p -> {
            p.smooth().ifPresent(curve -> {
                json.put("smooth_knots", Json.value(curve.knots()));
                json.put("smooth_calibration", Json.objects(SMOOTH, curve.points()));
            });
            p.unbent().ifPresent(why -> json.put("smooth_calibration", why));
            json.put("decision_curve", Json.objects(DECISION, p.decisions()));
        });
        json.put("precision_recall", Json.objects(PRECISION, part.precision().points()));
        return json;
    }

    /** Of papers; empty without a score. */
    static Optional<TextTable> table(StudyResult result) {
        return result.validation()
                .map(Validation::parts)
                .filter(parts -> !parts.isEmpty())
                .map(parts -> TextTable.of(
                        "validation",
                        "Discrimination and calibration of the score",
                        Finding.forPapers(ALL),
                        parts,
                        notes(parts)));
    }

    private static List<String> notes(List<Judged> parts) {
        return Stream.concat(
                        Stream.of(
                                "In training the numbers are apparent. Intervals: AUC by DeLong; average precision by "
                                        + "bootstrap within the outcomes, a score without information has the share of "
                                        + "events; slope and intercepts by Wald; O/E (observed to expected events) by "
                                        + "its logarithm; Brier score as a mean."),
                        parts.stream()
                                .flatMap(part -> part.probabilities().stream()
                                        .flatMap(p -> p.unbent().stream())
                                        .map(why -> part.subset().title() + ": " + why)))
                .toList();
    }
}
