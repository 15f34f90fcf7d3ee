package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;

/** What a study found, in a few lines of text and in one sentence; the report in its folder has all of it. */
public final class StudySummary {

    private final StudyResult result;
    private final Cohort cohort;
    private final List<String> lines = new ArrayList<>();

    private StudySummary(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
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
        String name = result.plan().name() + ": " + result.cohort().size() + " cases";
        List<String> parts = new ArrayList<>(List.of(name));
        result.signature()
                .ifPresent(s -> parts.add(
                        (result.plan().given().isPresent() ? "signature " + s.name() + " of " : "a signature of ")
                                + s.terms().size()
                                + (s.terms().size() == 1 ? " feature" : " features")));
        if (result.selection().isPresent() && result.signature().isEmpty()) parts.add("no feature selected");
        auc(result, Subset.TRAINING)
                .ifPresent(auc -> parts.add(
                        "AUC " + estimate(auc) + (result.cohort().split().isDivided() ? " in training" : "")));
        auc(result, Subset.TEST).ifPresent(auc -> parts.add("AUC " + estimate(auc) + " in test"));
        parts.add(result.concerns().size() + (result.concerns().size() == 1 ? " concern" : " concerns"));
        return String.join(", ", parts) + ".";
    }

    /** Of the first outcome in a subset; empty without a curve. */
    public static Optional<Estimate> auc(StudyResult result, String subset) {
        return result.validation()
                .flatMap(v -> v.curve(result.cohort().outcome(), subset))
                .map(curve -> curve.roc().auc().area());
    }

    private String text() {
        OutcomeRule outcome = cohort.outcome().rule();
        line("study", result.plan().name());
        cases("cases", cohort.subset(Subset.ALL).orElseThrow());
        if (cohort.split().isDivided()) {
            cases("training", cohort.subset(Subset.TRAINING).orElseThrow());
            cases("test", cohort.subset(Subset.TEST).orElseThrow());
        }
        line("event", outcome.event() + ", otherwise " + outcome.other());
        cohort.features()
                .ifPresent(features -> line(
                        "features",
                        features.names().size()
                                + result.filter()
                                        .map(filter -> ", " + filter.selected().length + " after the filter")
                                        .orElse("")
                                + result.selection()
                                        .map(selection ->
                                                ", " + selection.model().terms().size() + " in the signature")
                                        .orElse("")));
        result.signature().ifPresent(this::signature);
        result.validation().ifPresent(this::validation);
        line("concerns", Integer.toString(result.concerns().size()));
        return String.join("\n", lines);
    }

    private void cases(String what, Subset subset) {
        int[] known = cohort.outcome().known(subset.cases());
        int events = cohort.outcome().count(known);
        line(
                what,
                subset.size() + " (" + events + " " + cohort.outcome().rule().event() + ", " + (known.length - events)
                        + " " + cohort.outcome().rule().other() + ")");
    }

    private void signature(Signature signature) {
        line("signature", signature.name());
        line("  intercept", number(signature.intercept()));
        for (Signature.Term term : signature.terms()) line("  " + term.feature(), number(term.weight()));
    }

    private void validation(Validation validation) {
        boolean divided = cohort.split().isDivided();
        for (String subset : List.of(Subset.TRAINING, Subset.TEST)) {
            auc(result, subset)
                    .ifPresent(auc -> line(
                            "AUC" + (subset.equals(Subset.TEST) ? " in test" : divided ? " in training" : ""),
                            estimate(auc)));
        }
        if (Double.isFinite(validation.cutoff())) line("cutoff", number(validation.cutoff()));
    }

    private void line(String what, String value) {
        lines.add(what + ": " + value);
    }

    /** Three decimals, and the 95 % interval where there is one. */
    public static String estimate(Estimate e) {
        String value = String.format(Locale.ROOT, "%.3f", e.value());
        return Double.isNaN(e.low())
                ? value
                : value + String.format(Locale.ROOT, " (95 %% CI %.3f to %.3f)", e.low(), e.high());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
