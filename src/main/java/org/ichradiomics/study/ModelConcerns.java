package org.ichradiomics.study;

import java.util.List;
import java.util.stream.Collectors;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.Separation;
import org.ichradiomics.text.English;

/** What a reviewer would raise against the regressions of a study. */
final class ModelConcerns {

    private static final double SIGNIFICANT = 0.05;

    private final Raised raised = new Raised();

    private ModelConcerns() {}

    /** In sentences. */
    static List<String> of(Regressions regressions) {
        ModelConcerns concerns = new ModelConcerns();
        regressions.multivariable().stream()
                .filter(model -> model.fit().isPresent())
                .forEach(concerns::model);
        regressions.univariable().forEach(concerns::separation);
        if (regressions.backward().stream()
                .flatMap(b -> b.elimination().stream())
                .anyMatch(e -> e.steps().size() > 1)) {
            concerns.raised.say(
                    "Backward selection chooses variables by the data: its p-values and intervals are too good.");
        }
        regressions.backward().forEach(concerns::removedByWald);
        return concerns.raised.sentences();
    }

    private void model(Regression model) {
        LogisticFit fit = model.fit().orElseThrow();
        if (fit.eventsPerVariable() < Concerns.EVENTS_PER_VARIABLE) {
            raised.say(
                    "The model of %s has %.1f events a variable, fewer than %.0f.",
                    model.title(), fit.eventsPerVariable(), Concerns.EVENTS_PER_VARIABLE);
        }
        separation(model);
        int lost = model.cases().length - fit.design().size();
        if (lost > 0) {
            raised.say(
                    "The model of %s leaves out %s with missing values.", model.title(), English.counted(lost, "case"));
        }
    }

    private void removedByWald(BackwardSelection selection) {
        if (selection.criterion() != BackwardElimination.Criterion.WALD
                || selection.elimination().isEmpty()) return;
        for (BackwardElimination.Step step : selection.elimination().get().steps()) {
            String variable = step.removed();
            if (variable == null
                    || !Double.isNaN(step.waldP().get(variable))
                    || !(step.ratios().get(variable).p() < SIGNIFICANT)) continue;
            raised.say(
                    "The selection by Wald's test for %s removed %s, which divides the outcomes: there the test has no "
                            + "power; the likelihood ratio has p %s.",
                    selection.title(),
                    variable,
                    PValue.text(step.ratios().get(variable).p()));
        }
    }

    private void separation(Regression model) {
        if (model.fit().isEmpty() || !model.fit().get().separation().found()) return;
        Separation separation = model.fit().get().separation();
        String of = (model.terms().size() == 1 ? "Univariable regression" : "Model") + " of " + model.title();
        String terms = model.terms().stream()
                .filter(term -> separation.variables().contains(term.name()))
                .map(Term::label)
                .collect(Collectors.joining(", "));
        boolean one = separation.variables().size() == 1;
        if (separation.proven()) {
            raised.say(
                    "%s: %s %s cases with and without %s (separation): the odds ratio is infinite by maximum "
                            + "likelihood%s.",
                    of,
                    terms.isEmpty() ? "the variables together" : terms,
                    one ? "divides" : "divide",
                    model.endpoint().rule().event(),
                    model.firth().isPresent() ? ", and the model is given by Firth's" : "");
        } else if (terms.isEmpty()) {
            raised.say("%s: fitted probabilities come within 10⁻⁸ of 0 or 1: look for cases with extreme values.", of);
        } else {
            raised.say(
                    "%s: the %s of %s %s hardly determined, beyond 10 or with a standard error beyond 50 for each SD: "
                            + "the variables may say nearly the same, or nearly divide the outcomes.",
                    of, one ? "coefficient" : "coefficients", terms, one ? "is" : "are");
        }
    }
}
