package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.RequiredCases;
import org.ichradiomics.study.Resampling;
import org.ichradiomics.study.SelectionStability;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;

/**
 * What a signature is worth, how far its features depend on chance, and how many cases it needs, as papers print it.
 */
final class HonestTables {

    private HonestTables() {}

    /** What stands at the very beginning of a report; empty where nothing was trained. */
    static Optional<String> lead(StudyResult result) {
        if (result.sizes().isEmpty()) return Optional.empty();
        Resampling usual = Resampling.USUAL;
        return Optional.of(result.internal()
                .map(found -> "Honest numbers: AUC in training " + HonestFindings.auc(found) + ".")
                .orElse("The AUCs in training are not honest ones: the cases that they come from chose the features. "
                        + "Add the line \"validation: {repeats: " + usual.repeats() + ", folds: " + usual.folds()
                        + ", bootstraps: " + usual.bootstraps() + ", permutations: " + usual.permutations()
                        + "}\" to the study file: then the whole plan is done anew on other draws of the cases."));
    }

    static TextTable accuracy(InternalValidation found) {
        return TextTable.of(
                "honest",
                "What the score is worth in training",
                Rows.all(
                        List.of(new Column<>("", line -> line.measure().title())),
                        Finding.forPapers(HonestFindings.LINE)),
                HonestFindings.Line.of(found),
                notes(found));
    }

    /** Of a window: the same with all digits. */
    static FeatureTable sheet(InternalValidation found) {
        return Column.table(
                Rows.all(
                        List.of(new Column<>("quantity", line -> line.measure().title())),
                        Finding.forPrograms(HonestFindings.LINE)),
                HonestFindings.Line.of(found));
    }

    private static List<String> notes(InternalValidation found) {
        List<String> notes = new ArrayList<>(List.of(
                "Apparent: on the cases that chose the features and fitted the model. Cross-validated after selection: "
                        + "of the cross-validation that chose λ, whose folds the filters had seen. Honest: the whole "
                        + "plan anew on every draw of the cases, from missing values and filters to λ and cutoff.",
                how(found)));
        without(found).ifPresent(notes::add);
        found.permutation()
                .ifPresent(p -> notes.add("With the outcomes shuffled "
                        + English.counted(p.shuffled().size(), "time")
                        + ", the AUC of one nested cross-validation reached the observed "
                        + Words.fixed(p.observed(), 3) + " with " + PValue.sentence(p.p()) + "."));
        return notes;
    }

    /** How it was done, in a sentence or two. */
    static String how(InternalValidation found) {
        return "Nested cross-validation: " + found.plan().repeats() + " × "
                + found.plan().folds()
                + " folds stratified by outcome; AUC of each fold weighted by its cases, everything else of the pooled "
                + "predictions of a repeat, averaged over the repeats."
                + (found.bootstrap().isEmpty()
                        ? ""
                        : " Bootstrap: " + found.plan().bootstraps()
                                + " draws within the outcomes (Harrell), copies of a case in one inner fold; the "
                                + "interval is that of the draws' apparent values, moved by the mean optimism (Noma).");
    }

    private static Optional<String> without(InternalValidation found) {
        long nested = InternalValidation.empty(found.nested().fits());
        long draws =
                found.bootstrap().map(b -> InternalValidation.empty(b.fits())).orElse(0L);
        List<String> parts = Stream.of(
                        nested + draws == 0
                                ? ""
                                : "No feature was chosen in " + nested + " of the nested folds and " + draws
                                        + " of the draws: there everybody had the prevalence, AUC 0.5.",
                        found.nested().unscored() == 0
                                ? ""
                                : "Predictions that lacked a value of a feature: "
                                        + found.nested().unscored() + "; they are left out.")
                .filter(text -> !text.isEmpty())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    static TextTable stability(InternalValidation found) {
        SelectionStability stability = found.stability();
        return TextTable.of(
                "stability",
                "How often each feature is chosen on other draws of the cases",
                Finding.forPapers(HonestFindings.STABILITY),
                stability.rows(),
                List.of("Stability of the choice (Nogueira): "
                        + (Double.isNaN(stability.index()) ? "not defined" : Words.fixed(stability.index(), 2))
                        + ", where 1 is the same choice in all draws and 0 a choice by chance. Same sign: of the "
                        + "models that have the feature, those with its more frequent sign. Cluster: features that "
                        + "correlate in training by |r| of 0.9 or more with a more frequent one."));
    }

    static TextTable sizes(RequiredCases sizes) {
        return TextTable.of(
                "sample_size",
                "Cases that a model needs (Riley)",
                Finding.forPapers(HonestFindings.SIZE),
                sizes.rows(),
                List.of("There were " + sizes.cases() + " in training, " + sizes.events()
                        + " with the event. All candidates count, as each had its chance; the signature's own features "
                        + "alone are too kind, as the same cases chose them."));
    }
}
