package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The multivariable models of a study: the plan's, the paper's, or what differs between the groups. */
final class Models {

    /** A variable takes part in a model if its groups differ with a p below this, where the plan names no variables. */
    private static final double SIGNIFICANT = 0.05;

    /** Longer names of variables would not fit into the name of a file. */
    private static final int LONGEST_SUFFIX = 60;

    private static final List<StudyPlan.Model> PUBLISHED = List.of(
            new StudyPlan.Model(Subset.TRAINING, false, List.of("ivh", "black_hole", Cohort.SCORE)),
            new StudyPlan.Model(
                    Subset.TEST, false, List.of("age", "black_hole", "blend", "onset_to_ct_h", Cohort.SCORE)),
            new StudyPlan.Model("vol3_10", false, List.of("blend", "volume_ml", "gcs", Cohort.SCORE, "black_hole")),
            new StudyPlan.Model("vol3_10", true, List.of("gcs", Cohort.SCORE, "deep", "black_hole", "island")));

    private final StudyPlan plan;
    private final Cohort cohort;
    private final List<Variable> variables;
    private final List<String> notes;

    Models(StudyPlan plan, Cohort cohort, List<Variable> variables, List<String> notes) {
        this.plan = plan;
        this.cohort = cohort;
        this.variables = variables;
        this.notes = notes;
    }

    /** All of them, each with a key of its own. */
    List<Regression> fitted(List<GroupComparison> comparisons) {
        List<Regression> models = new ArrayList<>();
        for (StudyPlan.Model model : wanted(comparisons).stream().distinct().toList()) {
            fitted(model).ifPresent(regression -> models.add(among(models, regression)));
        }
        for (Regression model : models) {
            notes.addAll(model.leftOut());
            model.problem()
                    .ifPresent(problem -> notes.add("The model " + model.key() + " could not be fitted: " + problem));
        }
        return named(models);
    }

    private Optional<Regression> fitted(StudyPlan.Model model) {
        Optional<Endpoint> endpoint = model.second() ? cohort.second() : Optional.of(cohort.outcome());
        Optional<Subset> subset = cohort.subset(model.subset());
        List<String> absent =
                model.variables().stream().filter(name -> find(name).isEmpty()).toList();
        if (endpoint.isEmpty() || subset.isEmpty() || !absent.isEmpty()) {
            notes.add("The model of " + model.subset() + " could not be fitted: "
                    + (endpoint.isEmpty()
                            ? "there is no second outcome."
                            : subset.isEmpty()
                                    ? "there is no such subset."
                                    : "there is no variable " + String.join(", ", absent) + "."));
            return Optional.empty();
        }
        List<Variable> chosen =
                model.variables().stream().map(name -> find(name).orElseThrow()).toList();
        return Optional.of(Regression.of(
                subset.get(), endpoint.get(), chosen, plan.backward().firth()));
    }

    private Optional<Variable> find(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** The first of an outcome and subset bears the plain key; each further one adds its variables to it. */
    private static Regression among(List<Regression> before, Regression model) {
        if (before.stream().noneMatch(other -> isRival(other, model))) return model;
        String variables = "_"
                + String.join(
                                "_",
                                model.candidates().stream().map(Variable::name).toList())
                        .replaceAll("[^\\p{L}\\p{N}._-]+", "-");
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
    private static List<Regression> named(List<Regression> models) {
        return models.stream()
                .map(model ->
                        models.stream().filter(other -> isRival(other, model)).count() < 2
                                ? model
                                : model.named(
                                        model.suffix(),
                                        String.join(
                                                ", ",
                                                model.candidates().stream()
                                                        .map(Variable::name)
                                                        .toList())))
                .toList();
    }

    /**
     * The plan's; or the paper's where the cohort has all of its variables; or what differs between the groups, and the
     * score.
     */
    private List<StudyPlan.Model> wanted(List<GroupComparison> comparisons) {
        if (plan.models().isPresent()) return plan.models().get();
        List<StudyPlan.Model> possible = PUBLISHED.stream()
                .map(this::withMiddle)
                .filter(model ->
                        cohort.subset(model.subset()).filter(s -> s.size() > 0).isPresent()
                                && (!model.second() || cohort.second().isPresent()))
                .toList();
        boolean hasAll = possible.stream()
                .flatMap(model -> model.variables().stream())
                .allMatch(name -> find(name).isPresent());
        if (hasAll) return possible;
        notes.add(
                "The cohort does not have all variables of the paper's models: theirs are those with p < 0.05 between the groups, and the score.");
        return possible.stream()
                .map(model -> {
                    OutcomeRule rule = (model.second() ? cohort.second().orElseThrow() : cohort.outcome()).rule();
                    String key = GroupComparison.key(model.subset(), rule);
                    Optional<GroupComparison> groups = comparisons.stream()
                            .filter(c -> c.key().equals(key))
                            .findFirst();
                    return new StudyPlan.Model(
                            model.subset(),
                            model.second(),
                            variables.stream()
                                    .map(Variable::name)
                                    .filter(name -> name.equals(Cohort.SCORE)
                                            || groups.filter(g -> g.p(name) < SIGNIFICANT)
                                                    .isPresent())
                                    .toList());
                })
                .filter(model -> !model.variables().isEmpty())
                .toList();
    }

    private StudyPlan.Model withMiddle(StudyPlan.Model model) {
        return model.subset().startsWith("vol") && cohort.middle().isPresent()
                ? new StudyPlan.Model(cohort.middle().get().key(), model.second(), model.variables())
                : model;
    }
}
