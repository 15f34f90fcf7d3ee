package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.text.Progress;

/**
 * The regressions of a study.
 *
 * @param univariable of the first outcome in training, variable by variable
 * @param multivariable each with a key of its own
 * @param combined those of the training with the score, against the same without it
 * @param beyondVolume the score and the volume at baseline against the volume alone; empty without one of them
 * @param calibrations of those of the training whose coefficients are finite
 * @param notes what could not be had and why, in sentences
 */
public record Regressions(
        List<Regression> univariable,
        List<Regression> multivariable,
        List<BackwardSelection> backward,
        List<CombinedModel> combined,
        Optional<CombinedModel> beyondVolume,
        List<ModelCalibration> calibrations,
        List<String> notes) {

    /** @param variables the candidates, with the score where there is one */
    static Regressions of(
            Cohort cohort,
            List<Variable> variables,
            Optional<Scoring> scoring,
            List<GroupComparison> comparisons,
            Progress progress) {
        boolean firth = cohort.plan().backward().firth();
        Subset all = cohort.subset(Subset.TRAINING).orElseThrow();
        List<Regression> univariable = variables.stream()
                .map(v -> Regression.of(all, cohort.outcome(), List.of(v), firth))
                .toList();
        Models models = Models.of(cohort, variables, comparisons);
        progress.at("backward selection", 0.9);
        List<BackwardSelection> backward = backward(cohort, variables);
        List<Regression> training = models.fitted().stream()
                .filter(m -> cohort.isTraining(m.subset()) && m.endpoint() == cohort.outcome())
                .toList();
        List<Attempt<CombinedModel>> combined = scoring.stream()
                .flatMap(s -> training.stream()
                        .map(model -> CombinedModel.of(cohort, model, s.scores().score(), firth)))
                .toList();
        Attempt<CombinedModel> beyond = beyondVolume(cohort, scoring);
        List<Attempt<ModelCalibration>> calibrations =
                training.stream().map(ModelCalibration::of).toList();
        return new Regressions(
                univariable,
                models.fitted().stream()
                        .map(model -> model.withEachAlone(univariable, firth))
                        .toList(),
                backward,
                Attempt.results(combined),
                beyond.result(),
                Attempt.results(calibrations),
                Stream.of(
                                models.notes().stream(),
                                notes(backward),
                                Attempt.problems(combined).stream(),
                                beyond.problem().stream(),
                                Attempt.problems(calibrations).stream())
                        .flatMap(sentences -> sentences)
                        .toList());
    }

    private static Attempt<CombinedModel> beyondVolume(Cohort cohort, Optional<Scoring> scoring) {
        return scoring.map(s -> CombinedModel.beyondVolume(
                        cohort, s.scores().score(), cohort.plan().backward().firth()))
                .orElse(Attempt.none());
    }

    private static Stream<String> notes(List<BackwardSelection> backward) {
        return Stream.concat(
                backward.stream().flatMap(b -> b.leftOut().stream()),
                backward.stream()
                        .flatMap(b -> b.problem().stream()
                                .map(why -> "The backward selection " + b.key() + " could not be made: " + why)));
    }

    private static List<BackwardSelection> backward(Cohort cohort, List<Variable> variables) {
        StudyPlan.Backward wanted = cohort.plan().backward();
        Subset training = cohort.subset(Subset.TRAINING).orElseThrow();
        boolean firth = wanted.firth();
        Optional<Subset> middle =
                cohort.middle().filter(subset -> cohort.second().isPresent() && subset.size() > 0);
        List<BackwardSelection> selections = new ArrayList<>();
        for (BackwardElimination.Criterion criterion : wanted.criteria()) {
            BackwardElimination.Rule rule = wanted.rule(criterion);
            selections.add(BackwardSelection.of(training, cohort.outcome(), variables, rule, firth));
            middle.ifPresent(subset -> selections.add(
                    BackwardSelection.of(subset, cohort.second().orElseThrow(), variables, rule, firth)));
        }
        return List.copyOf(selections);
    }
}
