package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;

/** How well the score predicts: the table of a paper and those of windows. */
final class PerformanceTables {

    private final StudyResult result;
    private final Cohort cohort;
    private final Validation validation;
    private final Proportion intervals;

    /** The score in some cases. */
    private record Shown(Validation.Curve curve, Auc auc, boolean isFirst) {

        String event() {
            return curve.endpoint().rule().event();
        }

        String cases() {
            return curve.subset().title();
        }

        int size() {
            return auc.positives() + auc.negatives();
        }

        /** At a cutoff; nothing of another outcome than the first. */
        Optional<Confusion> at(double cutoff) {
            return isFirst ? Optional.of(curve.roc().at(cutoff)) : Optional.empty();
        }
    }

    PerformanceTables(StudyResult result, Validation validation) {
        this.result = result;
        this.cohort = result.cohort();
        this.validation = validation;
        this.intervals = result.plan().descriptives().intervals();
    }

    private List<Shown> shown() {
        return validation.curves().stream()
                .filter(curve -> !cohort.isRepeated(curve.subset()))
                .map(curve -> new Shown(curve, curve.roc().auc(), curve.endpoint() == cohort.outcome()))
                .toList();
    }

    /** At the cutoff of the first outcome; of the second, and without a cutoff, each curve's own. */
    private Confusion point(Shown shown) {
        return shown.isFirst() && !Double.isNaN(validation.cutoff())
                ? shown.curve().roc().at(validation.cutoff())
                : shown.curve().roc().youden().point();
    }

    TextTable forPapers() {
        return TextTable.of(
                "performance",
                "Performance of the score",
                Rows.all(
                        List.of(new Column<>("Event", Shown::event), new Column<>("Cases", Shown::cases)),
                        Rows.part(Shown::auc, Finding.forPapers(Findings.AUC)),
                        List.of(new Column<>(
                                "Cutoff", shown -> Words.fixed(point(shown).threshold(), 3))),
                        Performance.ALL.stream()
                                .map(number -> new Column<Shown>(
                                        number.title(), shown -> Words.share(number.of(point(shown), intervals))))
                                .toList()),
                shown(),
                notes());
    }

    private List<String> notes() {
        boolean second = cohort.second().isPresent();
        List<String> notes = new ArrayList<>(List.of("95 % intervals: AUC by DeLong, others "
                + (intervals == Proportion.WILSON ? "by Wilson" : "exact (Clopper–Pearson)")
                + ". The cutoff " + (second ? "of the first outcome " : "") + "is "
                + (result.plan().given().isPresent() ? "the signature's own" : "Youden's in " + training())
                + ", everywhere" + (second ? "; that of the second is each part's own." : ".")));
        validation
                .bootstrap()
                .ifPresent(b -> notes.add("AUC in " + training() + " by "
                        + result.plan().descriptives().bootstrap() + " stratified bootstrap draws: " + Words.share(b)
                        + "."));
        validation
                .independent()
                .ifPresent(d -> notes.add("AUC training against test: "
                        + (Double.isNaN(d.z())
                                ? "no test, as neither has a standard error."
                                : "z = " + Words.fixed(d.z(), 2) + ", " + PValue.sentence(d.p()) + ".")));
        validation.rivals().forEach(r -> notes.add(rival(r)));
        return notes;
    }

    /** How the cases that train are called in the rows above. */
    private String training() {
        return cohort.split().isDivided() ? "training" : "all cases";
    }

    private String rival(Validation.RivalTest r) {
        String test = !r.isMeaningful()
                ? ", without a test, as one of them is below 0.5 in the direction that was fixed."
                : Double.isNaN(r.difference().p())
                        ? ", without a test."
                        : ", " + PValue.sentence(r.difference().p()) + " (DeLong).";
        return "AUC of the score against " + (r.rival().low() ? "low " : "")
                + r.rival().variable() + " in "
                + cohort.subset(r.rival().subset()).map(Subset::title).orElse("") + ": "
                + Words.fixed(r.ours().auc().area().value(), 3) + " and "
                + Words.fixed(r.theirs().auc().area().value(), 3) + test;
    }

    /** Of a window: AUC by outcome and subset, and what the cutoff of the first outcome does there. */
    FeatureTable curves() {
        return Column.table(
                Rows.all(
                        List.of(
                                new Column<>("event", Shown::event),
                                new Column<>("cases", Shown::cases),
                                new Column<>("n", Shown::size),
                                new Column<>("events", shown -> shown.auc().positives()),
                                new Column<>("AUC", shown -> shown.auc().area().value()),
                                new Column<>("low", shown -> shown.auc().area().low()),
                                new Column<>("high", shown -> shown.auc().area().high()),
                                new Column<>("p", shown -> shown.auc().p()),
                                new Column<>("cutoff", shown -> shown.isFirst() ? validation.cutoff() : Double.NaN)),
                        Performance.ALL.stream()
                                .map(number -> new Column<Shown>(
                                        number.words(),
                                        shown -> shown.at(validation.cutoff())
                                                .map(point -> number.of(point, intervals)
                                                        .value())
                                                .orElse(Double.NaN)))
                                .toList()),
                shown());
    }

    /** A line of a window. */
    private record Line(String what, double value, double low, double high) {

        static final List<Column<Line>> COLUMNS = List.of(
                new Column<>("quantity", Line::what),
                new Column<>("value", Line::value),
                new Column<>("low", Line::low),
                new Column<>("high", Line::high));

        static Line of(String what, double value) {
            return new Line(what, value, Double.NaN, Double.NaN);
        }

        static Line of(String what, Estimate e) {
            return new Line(what, e.value(), e.low(), e.high());
        }
    }

    /** Of a window: what a signature that was given does on all cases. */
    FeatureTable quantities() {
        Validation.Curve curve =
                validation.curve(cohort.outcome(), Subset.TRAINING).orElseThrow();
        Auc auc = curve.roc().auc();
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("cases", auc.positives() + auc.negatives()),
                Line.of("events (" + curve.endpoint().rule().event() + ")", auc.positives()),
                Line.of("AUC", auc.area()),
                Line.of("p (AUC is 0.5)", auc.p())));
        at("cutoff of the signature", curve.roc().at(validation.cutoff())).forEach(lines::add);
        at("Youden's cutoff here", curve.roc().youden().point()).forEach(lines::add);
        validation
                .calibration()
                .ifPresent(calibrated -> CalibrationNumber.ALL.forEach(number ->
                        lines.add(Line.of(number.words(), number.of().applyAsDouble(calibrated.calibration())))));
        return Column.table(Line.COLUMNS, lines);
    }

    private Stream<Line> at(String what, Confusion point) {
        return Stream.concat(
                Stream.of(Line.of(what, point.threshold())),
                Performance.ALL.stream().map(number -> Line.of("  " + number.words(), number.of(point, intervals))));
    }
}
