package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Measure;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.text.English;
import org.ichradiomics.text.NumberText;

/** What a study found, in a few lines of text and in one sentence; the report in its folder has all of it. */
public final class StudySummary {

    private final StudyResult result;
    private final Cohort cohort;
    private final OutcomeRule outcome;
    private final List<String> lines = new ArrayList<>();

    private StudySummary(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
        this.outcome = cohort.outcome().rule();
    }

    /** One fact a line, each as {@code what: value}, the last without line end. */
    public static String text(StudyResult result) {
        return new StudySummary(result).text();
    }

    /**
     * What was decided about tables and models, and what speaks against the tables, a sentence a line; empty if there
     * is nothing to say.
     */
    public static List<String> said(StudyResult result) {
        return Stream.concat(
                        result.notes().stream().map(note -> "note: " + note),
                        result.cohort().raised().stream().map(concern -> "concern: " + concern))
                .toList();
    }

    /** Cases, signature and AUC in a sentence. */
    public static String sentence(StudyResult result) {
        List<String> parts = new ArrayList<>();
        parts.add(result.plan().name() + ": " + result.cohort().size() + " cases");
        boolean given = result.plan().given().isPresent();
        result.signature()
                .ifPresent(s -> parts.add((given ? "signature " + s.name() + " of " : "a signature of ")
                        + English.counted(s.terms().size(), "feature")));
        if (result.filter().isPresent() && result.signature().isEmpty()) parts.add("no feature selected");
        for (Subset subset : result.cohort().trainingAndTests())
            auc(result, subset.key()).ifPresent(auc -> parts.add("AUC " + estimate(auc) + in(result, subset)));
        result.internal()
                .ifPresent(found -> parts.add(
                        "honest AUC " + NumberText.fixed(found.nested().mean().of(Measure.AUC), 3)));
        parts.add(English.counted(result.concerns().size(), "concern"));
        return String.join(", ", parts) + ".";
    }

    /** Where nobody tests all cases are the training, and it need not be said. */
    private static String in(StudyResult result, Subset subset) {
        if (subset.isTest()) return " in " + Words.small(subset);
        return result.cohort().split().isDivided() ? " in training" : "";
    }

    /** Of the first outcome in a subset; empty without a curve. */
    public static Optional<Estimate> auc(StudyResult result, String subset) {
        return result.validation()
                .flatMap(v -> v.curve(result.cohort().outcome(), subset))
                .map(curve -> curve.roc().auc().area());
    }

    private String text() {
        line("study", result.plan().name());
        cases("cases", Subset.ALL);
        if (cohort.split().isDivided()) {
            cases("training", Subset.TRAINING);
            for (Subset test : cohort.tests()) cases(Words.small(test), test.key());
        }
        line("event", outcome.event() + ", otherwise " + outcome.other());
        String kept = result.filter()
                .map(filter -> ", " + filter.selected().length + " after the filter")
                .orElse("");
        String taken = result.selection()
                .map(selection -> ", " + selection.model().terms().size() + " in the signature")
                .orElse("");
        cohort.features()
                .ifPresent(features -> line("features", features.names().size() + kept + taken));
        result.signature().ifPresent(this::signature);
        for (Subset subset : cohort.trainingAndTests())
            auc(result, subset.key()).ifPresent(auc -> line("AUC" + in(result, subset), estimate(auc)));
        result.internal().ifPresent(found -> {
            line("honest AUC", over(found.nested().range(Measure.AUC)));
            found.bootstrap().ifPresent(b -> line("honest AUC, corrected for optimism", estimate(b.of(Measure.AUC))));
        });
        result.validation()
                .filter(validation -> Double.isFinite(validation.cutoff()))
                .ifPresent(validation -> line("cutoff", number(validation.cutoff())));
        line("concerns", Integer.toString(result.concerns().size()));
        return String.join("\n", lines);
    }

    private void cases(String what, String key) {
        Subset subset = cohort.subset(key).orElseThrow();
        int known = cohort.outcome().known(subset.cases()).length;
        int events = cohort.outcome().count(subset.cases());
        line(
                what,
                subset.size() + " (" + events + " " + outcome.event() + ", " + (known - events) + " " + outcome.other()
                        + ")");
    }

    private void signature(Signature signature) {
        line("signature", signature.name());
        line("  intercept", number(signature.intercept()));
        for (Signature.Term term : signature.terms()) line("  " + term.feature(), number(term.weight()));
    }

    private void line(String what, String value) {
        lines.add(what + ": " + value);
    }

    /** Three decimals, and the 95 % interval where there is one. */
    public static String estimate(Estimate e) {
        String value = NumberText.fixed(e.value(), 3);
        return Double.isNaN(e.low())
                ? value
                : value + " (95 % CI " + NumberText.fixed(e.low(), 3) + " to " + NumberText.fixed(e.high(), 3) + ")";
    }

    /** A mean and what it is the mean of. */
    private static String over(Estimate e) {
        return NumberText.fixed(e.value(), 3) + " (" + NumberText.fixed(e.low(), 3) + " to "
                + NumberText.fixed(e.high(), 3) + " over repeats)";
    }

    private static String number(double number) {
        return NumberText.fixed(number, 6);
    }
}
