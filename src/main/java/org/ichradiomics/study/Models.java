package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The multivariable models of a study: the plan's, the paper's, or what differs between the groups.
 *
 * @param fitted each with a key of its own
 * @param notes which could not be fitted and why, in sentences
 */
record Models(List<Regression> fitted, List<String> notes) {

    /** A variable takes part in a model if its groups differ with a p below this, where the plan names no variables. */
    private static final double SIGNIFICANT = 0.05;

    /** Longer names of variables would not fit into the name of a file. */
    private static final int LONGEST_SUFFIX = 60;

    static Models of(Cohort cohort, List<Variable> variables, List<GroupComparison> comparisons) {
        StudyPlan plan = cohort.plan();
        List<String> notes = new ArrayList<>();
        List<StudyPlan.Model> wanted = plan.models().orElseGet(() -> published(cohort));
        if (plan.models().isEmpty() && !hasAll(wanted, variables)) {
            notes.add("The cohort does not have all variables of the paper's models: theirs are those with p < 0.05 "
                    + "between the groups, and the score.");
            wanted = wanted.stream()
                    .map(model -> differing(model, cohort, variables, comparisons))
                    .filter(model -> !model.variables().isEmpty())
                    .toList();
        }
        List<Attempt<Regression>> tried = wanted.stream()
                .distinct()
                .map(model -> fitted(model, cohort, variables, plan.backward().firth()))
                .toList();
        notes.addAll(Attempt.problems(tried));
        List<Regression> models = new ArrayList<>();
        for (Regression model : Attempt.results(tried)) models.add(among(models, model));
        for (Regression model : models) {
            notes.addAll(model.leftOut());
            model.problem()
                    .ifPresent(problem -> notes.add("The model " + model.key() + " could not be fitted: " + problem));
        }
        return new Models(models.stream().map(model -> told(model, models)).toList(), List.copyOf(notes));
    }

    private static Attempt<Regression> fitted(
            StudyPlan.Model model, Cohort cohort, List<Variable> variables, boolean firth) {
        Optional<Endpoint> endpoint = model.second() ? cohort.second() : Optional.of(cohort.outcome());
        Optional<Subset> subset = cohort.subset(model.subset());
        List<String> absent = model.variables().stream()
                .filter(name -> find(name, variables).isEmpty())
                .toList();
        if (endpoint.isEmpty() || subset.isEmpty() || !absent.isEmpty()) {
            return Attempt.failed("The model of " + model.subset() + " could not be fitted: there is no "
                    + (endpoint.isEmpty()
                            ? "second outcome."
                            : subset.isEmpty() ? "such subset." : "variable " + String.join(", ", absent) + "."));
        }
        List<Variable> chosen = model.variables().stream()
                .flatMap(name -> find(name, variables).stream())
                .toList();
        return Attempt.found(Regression.of(subset.get(), endpoint.get(), chosen, firth));
    }

    private static Optional<Variable> find(String name, List<Variable> variables) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** The first of an outcome and subset bears the plain key; each further one adds its variables to it. */
    private static Regression among(List<Regression> before, Regression model) {
        if (before.stream().noneMatch(other -> isRival(other, model))) return model;
        String variables = "_" + named(model, "_").replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String suffix = variables.length() > LONGEST_SUFFIX ? "_model" : variables;
        int number = 1;
        Regression named = model.named(suffix, "");
        while (isTaken(before, named)) named = model.named(suffix + "_" + ++number, "");
        return named;
    }

    private static boolean isTaken(List<Regression> before, Regression model) {
        return before.stream()
                .anyMatch(other -> other.key().equalsIgnoreCase(model.key())); // keys are in names of files
    }

    private static boolean isRival(Regression other, Regression model) {
        return other.endpoint() == model.endpoint() && other.subset() == model.subset();
    }

    /** Where an outcome and subset has several models, sentences and figures tell them apart by their variables. */
    private static Regression told(Regression model, List<Regression> models) {
        boolean alone = models.stream().filter(other -> isRival(other, model)).count() < 2;
        return alone ? model : model.named(model.suffix(), named(model, ", "));
    }

    private static String named(Regression model, String between) {
        return model.candidates().stream().map(Variable::name).collect(Collectors.joining(between));
    }

    /** Those of the paper whose cases and outcome the cohort has. */
    private static List<StudyPlan.Model> published(Cohort cohort) {
        return PublishedStudy.models(cohort.middle()).stream()
                .filter(model -> cohort.subset(model.subset())
                                .filter(subset -> subset.size() > 0)
                                .isPresent()
                        && (!model.second() || cohort.second().isPresent()))
                .toList();
    }

    private static boolean hasAll(List<StudyPlan.Model> models, List<Variable> variables) {
        return models.stream()
                .flatMap(model -> model.variables().stream())
                .allMatch(name -> find(name, variables).isPresent());
    }

    /** A model of the same cases and outcome with the variables that differ between its groups, and the score. */
    private static StudyPlan.Model differing(
            StudyPlan.Model model, Cohort cohort, List<Variable> variables, List<GroupComparison> comparisons) {
        OutcomeRule rule = (model.second() ? cohort.second().orElseThrow() : cohort.outcome()).rule();
        String key = GroupComparison.key(model.subset(), rule);
        List<GroupComparison> groups =
                comparisons.stream().filter(c -> c.key().equals(key)).toList();
        return new StudyPlan.Model(
                model.subset(),
                model.second(),
                variables.stream()
                        .map(Variable::name)
                        .filter(name ->
                                name.equals(Cohort.SCORE) || groups.stream().anyMatch(g -> g.p(name) < SIGNIFICANT))
                        .toList());
    }
}
