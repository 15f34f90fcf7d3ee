package org.ichradiomics.study;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.text.English;
import org.ichradiomics.text.NumberText;

/** What a reviewer would raise against a study, in sentences, each once; docs/study.md says when each is raised. */
final class Concerns {

    /**
     * Of cases with and without the event the rarer, for each candidate: below it a model is likely overfitted
     * (PROBAST, Moons et al., Ann Intern Med 2019; 170: W1, signalling question 4.1; of regressions Peduzzi et al., J
     * Clin Epidemiol 1996; 49: 1373).
     */
    static final double EVENTS_PER_VARIABLE = 10;

    private static final int TINY = 20;
    private static final int FEW_EVENTS = 10;
    private static final double CHANCE = 0.5;

    private final Cohort cohort;
    private final Raised raised = new Raised();

    private Concerns(Cohort cohort) {
        this.cohort = cohort;
    }

    static List<String> of(
            Cohort cohort, Optional<ReaderAgreement> agreement, Optional<Scoring> scoring, Regressions regressions) {
        Concerns concerns = new Concerns(cohort);
        Optional<Scoring.Trained> trained = scoring.flatMap(Scoring::trained);
        trained.ifPresent(concerns::selection);
        if (agreement.isEmpty() && trained.isPresent())
            concerns.raised.say("Features were not checked for agreement of readers.");
        scoring.flatMap(Scoring::signature)
                .ifPresent(signature -> agreement.ifPresent(a -> concerns.agreement(a, signature.features())));
        scoring.ifPresent(concerns::validation);
        concerns.subsets();
        return Stream.of(cohort.raised(), concerns.raised.sentences(), ModelConcerns.of(regressions))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private void selection(Scoring.Trained trained) {
        int[] training = cohort.split().training();
        int with = cohort.outcome().count(training);
        int rarer = Math.min(with, training.length - with);
        String group = with == rarer ? "events" : "cases without the event";
        int features = cohort.features().orElseThrow().names().size();
        if (rarer < EVENTS_PER_VARIABLE * features) {
            raised.say(
                    "%d %s in training for %d candidate features, %.2f a feature and fewer than %.0f: what was "
                            + "selected depends on chance.",
                    rarer, group, features, (double) rarer / features, EVENTS_PER_VARIABLE);
        }
        if (trained.selection().isEmpty()) return;
        Selection selection = trained.selection().get();
        if (selection.choice().features() > 0
                && rarer < EVENTS_PER_VARIABLE * selection.choice().features()) {
            raised.say(
                    "The signature has %s for %d %s in training, fewer than %.0f a feature.",
                    English.counted(selection.choice().features(), "feature"), rarer, group, EVENTS_PER_VARIABLE);
        }
        filter(selection, trained.filter());
        folds(selection);
    }

    private void filter(Selection selection, UnivariateFilter filter) {
        double p = cohort.plan().filter().p();
        if (p == 1) return;
        double falsely = filter.tested() * p;
        if (!cohort.plan().filter().fdr() && falsely >= 1) {
            raised.say(
                    "The univariate filter keeps p < %s without correction for %d tests, of which about %."
                            + (falsely < 9.95 ? 1 : 0) + "f would pass by chance; %d did.",
                    NumberText.plain(p),
                    filter.tested(),
                    falsely,
                    filter.selected().length);
        }
        if (filter.selected().length < filter.tested()) {
            raised.say(
                    "The filter was applied before the cross-validation, outside its folds: the cross-validated "
                            + "%s is too good.",
                    selection.choice().measure() == CvMeasure.AUC ? "AUC" : "deviance");
        }
    }

    /** Where each case is a fold of its own, there is only one way to draw them. */
    private void folds(Selection selection) {
        IntSummaryStatistics k =
                selection.spread().stream().mapToInt(Selection.Chosen::k).summaryStatistics();
        IntSummaryStatistics features =
                selection.spread().stream().mapToInt(Selection.Chosen::features).summaryStatistics();
        Selection.Chosen choice = selection.choice();
        if (k.getCount() > 0 && (k.getMin() != choice.k() || k.getMax() != choice.k())) {
            raised.say(
                    "With %d other draws of the folds, the choice ranged from λ number %d to %d and from %d to %d "
                            + "features; the one reported has number %d and %s.",
                    k.getCount(),
                    k.getMin(),
                    k.getMax(),
                    features.getMin(),
                    features.getMax(),
                    choice.k(),
                    English.counted(choice.features(), "feature"));
        }
        if (k.getCount() == 0 && selection.folds().count() < cohort.split().training().length) {
            raised.say("How far the choice of λ depends on how the folds were drawn was not looked at; \"repeats\" "
                    + "in the study file shows it.");
        }
    }

    private void agreement(ReaderAgreement agreement, List<String> features) {
        List<String> good = agreement.good();
        List<String> poor = features.stream()
                .filter(feature -> !good.contains(feature))
                .map(feature -> feature + " ("
                        + agreement
                                .row(feature)
                                .map(row -> row.of(agreement.form()))
                                .filter(icc -> !Double.isNaN(icc.value()))
                                .map(icc -> NumberText.fixed(icc.value(), 3))
                                .orElse("none")
                        + ")")
                .toList();
        if (poor.isEmpty()) return;
        raised.say(
                "Of the signature's %s, %d %s the study's own limit of reader agreement, ICC(%s) above %s: %s.",
                English.counted(features.size(), "feature"),
                poor.size(),
                poor.size() == 1 ? "misses" : "miss",
                agreement.form().text(),
                NumberText.plain(agreement.above()),
                String.join(", ", poor));
    }

    private void validation(Scoring scoring) {
        Validation validation = scoring.validation();
        Optional<Selection> trained =
                scoring.trained().filter(t -> scoring.signature().isPresent()).flatMap(Scoring.Trained::selection);
        trained.ifPresent(selection -> validation
                .curve(cohort.outcome(), Subset.TRAINING)
                .ifPresent(c ->
                        apparent(c.roc().auc(), selection, scoring.trained().flatMap(Scoring.Trained::internal))));
        if (trained.isPresent() && !cohort.split().isDivided()) {
            raised.say("Nobody was held out: there is no test of the signature on cases that it has not seen.");
        }
        if (cohort.split().isDivided() && cohort.plan().split() instanceof SplitRule.Random) {
            raised.say("Training and test were drawn from one cohort at random: that is no external validation.");
        }
        // In its own training a penalised score is always timid, which is what the penalty is for.
        validation.parts().stream()
                .filter(part -> cohort.split().isDivided() ? part.subset().isTest() : trained.isEmpty())
                .flatMap(part -> part.probabilities().stream())
                .map(Judged.Probabilities::calibrated)
                .forEach(this::slope);
        validation.curves().stream().filter(c -> !cohort.isRepeated(c.subset())).forEach(this::discrimination);
        validation.rivals().forEach(this::rival);
    }

    private void apparent(Auc auc, Selection selection, Optional<InternalValidation> honest) {
        CvCurve crossed = selection.auc();
        String by = honest.map(found -> String.format(
                        Locale.ROOT,
                        "about %.3f, as the honest AUC is %.3f",
                        auc.area().value() - found.nested().mean().of(Measure.AUC),
                        found.nested().mean().of(Measure.AUC)))
                .orElse("an unknown amount");
        raised.say(
                "AUC %.3f%s and cutoff in training come from the cases that chose the features: they are "
                        + "apparent, too good by %s.",
                auc.area().value(),
                crossed.measure() == CvMeasure.AUC
                        ? " (cross-validated: "
                                + NumberText.fixed(
                                        crossed.mean()[selection.choice().k() - 1], 3) + ")"
                        : "",
                by);
    }

    private void slope(Validation.Calibrated calibrated) {
        Estimate slope = calibrated.calibration().within();
        if (!(slope.low() > 1 || slope.high() < 1) || slope.value() > 0.8 && slope.value() < 1.25) return;
        raised.say(
                "The calibration slope in %s is %.2f (95 %% CI %.2f to %.2f): predictions are too %s.",
                calibrated.subset().title(),
                slope.value(),
                slope.low(),
                slope.high(),
                slope.value() < 1 ? "extreme" : "timid");
    }

    private void discrimination(Validation.Curve c) {
        double auc = c.roc().auc().area().value();
        if (auc < CHANCE) {
            raised.say(
                    "The AUC of the score for %s in %s is %.3f, below 0.5: high scores do not speak for the "
                            + "event there, as they were fixed to.",
                    c.endpoint().rule().event(), c.subset().title(), auc);
        }
        if (c.roc().auc().isDegenerate() && auc != CHANCE) {
            raised.say(
                    "The score divides %s perfectly in %s: the interval of its AUC says nothing.",
                    c.endpoint().rule().variable(), c.subset().title());
        }
    }

    private void rival(Validation.RivalTest test) {
        if (test.isMeaningful()) return;
        double theirs = test.theirs().auc().area().value();
        if (!(theirs < CHANCE)) return;
        raised.say(
                "The AUC of %s in %s is %.3f, below 0.5, with %s values fixed to speak for the event: there is "
                        + "no test against the score. If the other direction was meant beforehand, say so by "
                        + "\"low_is_risk\".",
                test.rival().variable(),
                cohort.subset(test.rival().subset())
                        .map(Subset::title)
                        .orElse(test.rival().subset()),
                theirs,
                test.rival().low() ? "low" : "high");
    }

    private void subsets() {
        for (Subset subset : cohort.subsets()) {
            if (cohort.isRepeated(subset)) continue;
            for (Endpoint endpoint : cohort.endpoints()) {
                int[] known = endpoint.known(subset.cases());
                int events = Math.min(endpoint.count(known), known.length - endpoint.count(known));
                if (known.length > 0 && (known.length < TINY || events < FEW_EVENTS)) {
                    raised.say(
                            "%s: only %s, of which %d %s and %d %s: its numbers are uncertain.",
                            subset.title(),
                            English.counted(known.length, "case"),
                            endpoint.count(known),
                            endpoint.rule().event(),
                            known.length - endpoint.count(known),
                            endpoint.rule().other());
                }
            }
        }
    }
}
