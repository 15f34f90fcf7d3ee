package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.PValue;

/** What a reviewer would raise against a study, in sentences. */
final class Concerns {

    private static final double EVENTS_PER_VARIABLE = 10;
    private static final double SIGNIFICANT = 0.05;
    private static final int TINY = 20;
    private static final int FEW_EVENTS = 10;

    private final StudyResult result;
    private final List<String> concerns = new ArrayList<>();

    private Concerns(StudyResult result) {
        this.result = result;
    }

    /** The result with its concerns. */
    static StudyResult raise(StudyResult r) {
        Concerns concerns = new Concerns(r);
        concerns.selection();
        concerns.validation();
        concerns.subsets();
        concerns.models();
        return new StudyResult(r.plan(), r.inputs(), r.cohort(), r.filter(), r.agreement(), r.selection(), r.signature(), r.scores(), r.validation(),
                r.comparisons(), r.univariable(), r.models(), r.backward(), r.combined(), r.modelCalibration(), r.notes(), List.copyOf(concerns.concerns));
    }

    private void selection() {
        if (result.selection().isEmpty()) return;
        Selection selection = result.selection().get();
        Cohort cohort = result.cohort();
        int events = cohort.outcome().count(cohort.split().training());
        int features = cohort.features().orElseThrow().names().size();
        say("%d events in training for %d features (%.2f events a feature): what was selected depends on chance.", events, features, (double) events / features);
        if (selection.choice().features() > 0 && events < EVENTS_PER_VARIABLE * selection.choice().features()) {
            say("The signature has %d features for %d events in training, fewer than %.0f events a feature.", selection.choice().features(), events,
                    EVENTS_PER_VARIABLE);
        }
        UnivariateFilter filter = result.filter().orElseThrow();
        if (result.plan().filter().p() < 1) {
            double falsely = filter.tested() * result.plan().filter().p();
            if (!result.plan().filter().fdr()) {
                say("The univariate filter keeps p < %s without correction for %d tests, of which about %." + (falsely < 9.95 ? 1 : 0) + "f would pass by chance; %d did.",
                        Cohort.plain(result.plan().filter().p()), filter.tested(), falsely, filter.selected().length);
            }
            say("The filter was applied before the cross-validation, outside its folds: the cross-validated %s is too good.",
                    selection.choice().measure() == CvMeasure.AUC ? "AUC" : "deviance");
        }
        int[] spread = selection.spreadOfK();
        if (spread.length > 0) {
            int[] counts = IntStream.range(0, spread.length).map(i -> selection.spread().get(i).features()).sorted().toArray();
            say("With %d other draws of the folds, the choice ranged from λ number %d to %d and from %d to %d features; the one reported has number %d and %d features.",
                    spread.length, spread[0], spread[spread.length - 1], counts[0], counts[counts.length - 1], selection.choice().k(), selection.choice().features());
        } else {
            say("The choice of λ depends on how the folds were drawn; \"repeats\" in the study file shows how much.");
        }
        if (result.inputs().secondReader().isEmpty()) say("Features were not checked for agreement of readers.");
    }

    private void validation() {
        if (result.validation().isEmpty()) return;
        Validation validation = result.validation().get();
        Endpoint outcome = result.cohort().outcome();
        if (result.selection().isPresent() && validation.curve(outcome, Subset.TRAINING).isPresent()) {
            Auc auc = validation.curve(outcome, Subset.TRAINING).get().roc().auc();
            String crossed = result.selection().get().auc().measure() == CvMeasure.AUC ? String.format(Locale.ROOT, " (cross-validated: %.3f)",
                    result.selection().get().auc().mean()[result.selection().get().choice().k() - 1]) : "";
            say("AUC %.3f%s and cutoff in training come from the cases that chose the features: they are apparent, too good by an unknown amount.",
                    auc.area().value(), crossed);
        }
        if (!result.cohort().split().isDivided() && result.plan().given().isEmpty()) {
            say("Nobody was held out: there is no test of the signature on cases that it has not seen.");
        }
        if (result.plan().split() instanceof SplitRule.Random) {
            say("Training and test were drawn from one cohort at random: that is no external validation.");
        }
        validation.calibration().ifPresent(c -> {
            double slope = c.calibration().slope();
            if (slope < 0.8 || slope > 1.25) say("The calibration slope in %s is %.2f: predictions are too %s.", c.subset().title(), slope, slope < 1 ? "extreme" : "timid");
        });
        validation.curves().stream().filter(c -> c.roc().auc().isDegenerate() && c.roc().auc().area().value() != 0.5).forEach(c -> say(
                "The score divides %s perfectly in %s: the interval of its AUC says nothing.", c.endpoint().rule().variable(), c.subset().title()));
    }

    private void subsets() {
        for (Subset subset : result.cohort().subsets()) {
            for (Endpoint endpoint : result.cohort().endpoints()) {
                int[] known = endpoint.known(subset.cases());
                int events = Math.min(endpoint.count(known), known.length - endpoint.count(known));
                if (known.length > 0 && (known.length < TINY || events < FEW_EVENTS)) {
                    say("%s: only %d cases, of which %d %s and %d %s: its numbers are uncertain.", subset.title(), known.length, endpoint.count(known),
                            endpoint.rule().event(), known.length - endpoint.count(known), endpoint.rule().other());
                }
            }
        }
    }

    private void models() {
        for (Regression model : result.models()) {
            Optional<LogisticFit> fit = model.fit();
            if (fit.isEmpty()) continue;
            double epv = fit.get().eventsPerVariable();
            if (epv < EVENTS_PER_VARIABLE) {
                say("The model of %s in %s has %.1f events a variable, fewer than %.0f.", model.endpoint().rule().event(), model.subset().title(), epv,
                        EVENTS_PER_VARIABLE);
            }
            separation(model);
            int lost = model.cases().length - fit.get().design().size();
            if (lost > 0) say("The model of %s in %s leaves out %d cases with missing values.", model.endpoint().rule().event(), model.subset().title(), lost);
        }
        result.univariable().forEach(this::separation);
        if (result.backward().stream().anyMatch(b -> b.elimination().isPresent())) {
            say("Backward selection chooses variables by the data: its p-values and intervals are too good.");
        }
        result.backward().forEach(this::removedByWald);
    }

    private void removedByWald(BackwardSelection selection) {
        if (selection.criterion() != BackwardElimination.Criterion.WALD || selection.elimination().isEmpty()) return;
        for (BackwardElimination.Step step : selection.elimination().get().steps()) {
            String variable = step.removed();
            if (variable == null || !Double.isNaN(step.waldP().get(variable)) || !(step.ratios().get(variable).p() < SIGNIFICANT)) continue;
            say("The selection by Wald's test for %s in %s removed %s, which divides the outcomes: there the test has no power; the likelihood ratio has p %s.",
                    selection.endpoint().rule().event(), selection.subset().title(), variable, PValue.text(step.ratios().get(variable).p()));
        }
    }

    private void separation(Regression model) {
        if (model.fit().isEmpty() || !model.fit().get().separation().found()) return;
        String variables = model.fit().get().separation().variables().isEmpty() ? "The variables of the model"
                : String.join(", ", model.fit().get().separation().variables());
        boolean proven = model.fit().get().separation().proven();
        say("%s in %s: %s %s cases with and without %s (separation)%s.", model.variables().size() == 1 ? "Univariable regression" : "Model", model.subset().title(),
                variables, proven ? "divide(s)" : "nearly divide(s)", model.endpoint().rule().event(), proven ? ": the odds ratio is not estimable"
                        + (model.firth().isPresent() ? ", Firth's is given" : "") : "");
    }

    private void say(String sentence, Object... numbers) {
        concerns.add(String.format(Locale.ROOT, sentence, numbers));
    }
}
