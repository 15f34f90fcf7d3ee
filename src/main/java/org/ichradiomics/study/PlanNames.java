package org.ichradiomics.study;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;

/**
 * That what a plan names is there: a misspelt name would leave a column among the candidates, or a model out, without a
 * word.
 */
final class PlanNames {

    private PlanNames() {}

    /** @throws InvalidInputException if the plan names a column that the clinical table has not */
    static void require(StudyPlan plan, FeatureTable clinical) throws InvalidInputException {
        StudyPlan.Variables named = plan.variables();
        Stream<String> columns = Stream.of(
                        named.candidates(),
                        named.leftOut(),
                        named.categorical(),
                        named.continuous(),
                        named.parametric(),
                        named.rank(),
                        named.reference().keySet())
                .flatMap(Collection::stream);
        Stream<String> modelled = models(plan).stream().flatMap(model -> model.variables().stream());
        Stream<String> compared = rivals(plan).stream().map(StudyPlan.Rival::variable);
        for (String column :
                Stream.of(columns, modelled, compared).flatMap(names -> names).toList()) {
            if (!column.equals(Cohort.SCORE)) clinical.texts(column);
        }
        requireLevels(named, clinical);
    }

    /** A reference level that is misspelt, or of an amount, would be another one without a word. */
    private static void requireLevels(StudyPlan.Variables plan, FeatureTable clinical) throws InvalidInputException {
        for (Map.Entry<String, String> reference : plan.reference().entrySet()) {
            Variable variable = Variable.of(clinical, reference.getKey(), plan);
            if (variable.levels().contains(reference.getValue())) continue;
            throw new InvalidInputException("The column \"" + reference.getKey() + "\" of " + clinical.title()
                    + (variable.levels().isEmpty()
                            ? " holds amounts and has no level \"" + reference.getValue()
                                    + "\": list it as categorical, or leave out its reference."
                            : " has no level \"" + reference.getValue()
                                    + "\"" + Nearest.question(reference.getValue(), variable.levels()) + " but "
                                    + String.join(", ", variable.levels()) + ": correct its reference."));
        }
    }

    /** @throws InvalidInputException if a model or a rival names a subset or a variable that the study has not */
    static void require(StudyPlan plan, List<Subset> subsets, List<Variable> variables, boolean hasSecond)
            throws InvalidInputException {
        for (StudyPlan.Model model : models(plan)) {
            requireSubset(model.subset(), "A model", subsets);
            if (model.second() && !hasSecond) {
                throw new InvalidInputException("A model of " + model.subset()
                        + " is of the second outcome, but the study has none: name a second_outcome, "
                        + "or leave out second.");
            }
            for (String variable : model.variables())
                requireVariable(variable, "A model of " + model.subset(), variables);
        }
        for (StudyPlan.Rival rival : rivals(plan)) {
            requireSubset(rival.subset(), "A rival", subsets);
            requireVariable(rival.variable(), "A rival in " + rival.subset(), variables);
            requireOrder(rival, variables);
        }
    }

    private static List<StudyPlan.Model> models(StudyPlan plan) {
        return plan.models().orElse(List.of());
    }

    private static List<StudyPlan.Rival> rivals(StudyPlan plan) {
        return plan.rivals().orElse(List.of());
    }

    private static void requireSubset(String key, String who, List<Subset> subsets) throws InvalidInputException {
        List<String> keys = subsets.stream().map(Subset::key).toList();
        if (keys.contains(key)) return;
        throw new InvalidInputException(who + " of the study is of the subset \"" + key + "\", which there is not"
                + Nearest.question(key, keys)
                + ": the subsets are " + String.join(", ", keys) + ".");
    }

    /** Lobar is no more than deep: an AUC of such levels would be one of their alphabet. */
    private static void requireOrder(StudyPlan.Rival rival, List<Variable> variables) throws InvalidInputException {
        Optional<Variable> unordered = variables.stream()
                .filter(v -> v.name().equals(rival.variable()) && !v.isOrdered())
                .findFirst();
        if (unordered.isEmpty()) return;
        throw new InvalidInputException("A rival in " + rival.subset() + " is \"" + rival.variable()
                + "\", whose levels (" + String.join(", ", unordered.get().levels())
                + ") have no order and so no AUC: name a column of numbers.");
    }

    private static void requireVariable(String name, String who, List<Variable> variables)
            throws InvalidInputException {
        List<String> names = variables.stream().map(Variable::name).toList();
        if (name.equals(Cohort.SCORE) || names.contains(name)) return;
        throw new InvalidInputException(who + " names \"" + name + "\", which is no candidate of the study (those are "
                + String.join(", ", names)
                + "): list it under variables.candidates, or leave it out of the model.");
    }
}
