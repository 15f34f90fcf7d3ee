package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.extract.ExtractionSettings;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.TestRule;

/** The cases of a study, in the order of the clinical table: who trains, what happened to them, what is known of them. Immutable. */
public final class Cohort {

    /** What the R-score is called among the variables. */
    public static final String SCORE = "rscore";

    /** Glasgow outcome and Rankin scores are known only afterwards: as candidates they would explain an outcome by itself. */
    private static final Set<String> LATER = Set.of("gos", "gose", "mrs");

    private final List<String> ids;
    private final FeatureTable clinical;
    private final Optional<FeatureTable> featureTable;
    private final Optional<Predictors> features;
    private final Endpoint outcome;
    private final Optional<Endpoint> second;
    private final Optional<double[]> baseline;
    private final Optional<double[]> followUp;
    private final Split split;
    private final List<Variable> variables;
    private final List<Subset> subsets;
    private final Flow flow;
    private final List<String> notes;

    private Cohort(Joining joined, StudyPlan plan) throws InvalidInputException {
        ids = joined.ids();
        clinical = joined.clinical();
        featureTable = joined.features();
        outcome = joined.outcome();
        Volumes volumes = Volumes.of(clinical, plan.columns());
        baseline = volumes.baseline();
        followUp = volumes.followUp();
        notes = new ArrayList<>(joined.notes());
        Optional<Endpoint> other = Optional.empty();
        if (plan.second().isPresent()) other = Optional.of(Outcomes.of(plan.second().get(), clinical, volumes, ids));
        second = other;
        split = Split.of(plan.split(), clinical, outcome, ids, plan.seed());
        List<String> names = featureNames(featureTable, clinical, plan);
        features = featureTable.isEmpty() ? Optional.empty() : Optional.of(predictors(featureTable.get(), names));
        variables = variables(plan, volumes, new LinkedHashSet<>(names));
        subsets = subsets(plan);
        List<Flow.Step> steps = new ArrayList<>(joined.steps());
        steps.add(Flow.Step.of("cases analysed", ids.size()));
        if (split.isDivided()) {
            steps.add(Flow.Step.of("in training", split.training().length));
            steps.add(Flow.Step.of("in test", split.test().length));
        }
        flow = new Flow(steps);
    }

    /**
     * Joins the tables. Cases without a row of features, or whose outcome is not known, are left out and counted.
     *
     * @throws InvalidInputException if a case is there twice or has no name, a column is missing or holds what it cannot, no case is in
     *                               all tables, or the outcome is the same for all
     */
    public static Cohort of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        return new Cohort(Joining.of(plan, inputs), plan);
    }

    /** Features are what a feature table holds; of a table that holds clinical columns too, what bears the name of a feature. */
    private static List<String> featureNames(Optional<FeatureTable> table, FeatureTable clinical, StudyPlan plan) throws InvalidInputException {
        if (table.isEmpty()) return List.of();
        if (!plan.columns().features().isEmpty()) return plan.columns().features();
        boolean same = table.get().columns().equals(clinical.columns());
        Set<String> known = ExtractionSettings.AK.catalogue().features().stream().map(Feature::name).collect(Collectors.toSet());
        List<String> names = table.get().features().stream().filter(name -> same ? known.contains(name) : !clinical.has(name)).toList();
        if (names.isEmpty()) {
            throw new InvalidInputException((same ? "No column of " + table.get().title() + " bears the name of a feature"
                    : "There is no column of features in " + table.get().title()) + ": list them in the study's columns.");
        }
        return names;
    }

    private static Predictors predictors(FeatureTable table, List<String> names) throws InvalidInputException {
        return new Predictors(names, table.values(names));
    }

    private List<Variable> variables(StudyPlan plan, Volumes volumes, Set<String> featureNames) throws InvalidInputException {
        requireNamed(plan);
        requireLevels(plan.variables());
        List<String> columns = plan.variables().candidates();
        boolean all = columns.isEmpty();
        if (all) columns = candidates(plan, volumes, featureNames);
        List<Variable> found = new ArrayList<>();
        for (String column : columns) {
            if (column.equals(SCORE)) continue;
            if (!all) {
                found.add(Variable.of(clinical, column, plan.variables()));
                continue;
            }
            try {
                Variable variable = Variable.of(clinical, column, plan.variables());
                if (Arrays.stream(variable.values()).allMatch(Double::isNaN)) {
                    notes.add("The column \"" + column + "\" has no value in the cases analysed and is no candidate.");
                    continue;
                }
                Optional<Endpoint> same = Stream.of(Optional.of(outcome), second).flatMap(Optional::stream).filter(e -> saysTheSame(variable, e)).findFirst();
                if (same.isEmpty()) found.add(variable);
                else notes.add("The column \"" + column + "\" says the same as the outcome " + same.get().rule().variable() + " and is no candidate.");
            } catch (InvalidInputException e) {
                notes.add(e.getMessage() + " It is no candidate.");
            }
        }
        return found;
    }

    /** A misspelt name would leave a column among the candidates, or a model out, without a word. */
    private void requireNamed(StudyPlan plan) throws InvalidInputException {
        StudyPlan.Variables named = plan.variables();
        Stream<String> columns = Stream.of(named.leftOut(), named.categorical(), named.continuous(), named.parametric(), named.rank(), named.reference().keySet())
                .flatMap(Collection::stream);
        Stream<String> modelled = plan.models().stream().flatMap(List::stream).flatMap(model -> model.variables().stream());
        Stream<String> compared = plan.rivals().stream().flatMap(List::stream).map(StudyPlan.Rival::variable);
        for (String column : Stream.of(columns, modelled, compared).flatMap(names -> names).toList()) {
            if (!column.equals(SCORE)) clinical.texts(column);
        }
    }

    /** A reference level that is misspelt, or of an amount, would be another one without a word. */
    private void requireLevels(StudyPlan.Variables plan) throws InvalidInputException {
        for (Map.Entry<String, String> reference : plan.reference().entrySet()) {
            Variable variable = Variable.of(clinical, reference.getKey(), plan);
            if (variable.levels().contains(reference.getValue())) continue;
            throw new InvalidInputException("The column \"" + reference.getKey() + "\" of " + clinical.title() + (variable.levels().isEmpty()
                    ? " holds amounts and has no level \"" + reference.getValue() + "\": list it as categorical, or leave out its reference."
                    : " has no level \"" + reference.getValue() + "\" but " + String.join(", ", variable.levels()) + ": correct its reference."));
        }
    }

    /** All clinical columns that nothing else is made of. */
    private List<String> candidates(StudyPlan plan, Volumes volumes, Set<String> featureNames) throws InvalidInputException {
        Set<String> used = new LinkedHashSet<>(plan.variables().leftOut());
        clinical.caseColumn().ifPresent(used::add);
        plan.columns().id().ifPresent(used::add);
        volumes.followUpColumn().ifPresent(used::add);
        used.add(SCORE);
        used.addAll(featureNames);
        if (plan.split() instanceof SplitRule.Column column) used.add(column.column());
        for (OutcomeRule rule : Stream.concat(Stream.of(plan.outcome()), plan.second().stream()).toList()) {
            used.add(rule.variable());
            if (rule.source() instanceof OutcomeRule.Column column) used.add(column.column());
            if (rule.source() instanceof OutcomeRule.Limit limit) used.add(limit.column());
        }
        for (String column : clinical.columns()) {
            if (!used.contains(column) && namesOutcome(column, plan)) {
                used.add(column);
                notes.add("The column \"" + column + "\" bears the name of an outcome and is no candidate.");
            } else if (!used.contains(column) && LATER.contains(column.toLowerCase(Locale.ROOT))) {
                used.add(column);
                notes.add("The column \"" + column + "\" is a score of what became of the patient and no candidate: list it among the candidates if it shall be one.");
            }
        }
        Optional<String> volume = volumes.baselineColumn();
        return clinical.columns().stream().filter(column -> !column.isEmpty() && !used.contains(column)
                && (!FeatureTable.isAboutCase(column) || volume.filter(column::equals).isPresent())).toList();
    }

    /** A column HE of a study whose outcome is he from the volumes. */
    private static boolean namesOutcome(String column, StudyPlan plan) {
        return Stream.concat(Stream.of(plan.outcome()), plan.second().stream()).flatMap(rule -> Stream.of(rule.variable(), rule.event())).anyMatch(column::equalsIgnoreCase);
    }

    private boolean saysTheSame(Variable variable, Endpoint endpoint) {
        if (variable.kind() != Variable.Kind.BINARY) return false;
        boolean same = true;
        boolean opposite = true;
        int both = 0;
        for (int i = 0; i < ids.size(); i++) {
            double x = variable.values()[i];
            double y = endpoint.values()[i];
            if (Double.isNaN(x) || Double.isNaN(y)) continue;
            both++;
            same &= x == y;
            opposite &= x != y;
        }
        return both > 0 && (same || opposite);
    }

    private List<Subset> subsets(StudyPlan plan) {
        int[] everybody = IntStream.range(0, ids.size()).toArray();
        Map<String, Subset> found = new LinkedHashMap<>();
        found.put(Subset.TRAINING, new Subset(Subset.TRAINING, split.isDivided() ? "Training" : "All cases", split.training()));
        if (split.isDivided()) {
            found.put(Subset.TEST, new Subset(Subset.TEST, "Test", split.test()));
        }
        found.put(Subset.ALL, new Subset(Subset.ALL, "All cases", everybody));
        if (plan.subgroups().isPresent() && baseline.isPresent()) {
            StudyPlan.Subgroups limits = plan.subgroups().get();
            String from = plain(limits.from());
            String below = plain(limits.below());
            double[] v = baseline.get();
            found.put("middle", new Subset("vol" + from + "_" + below, from + "–" + below + " mL",
                    IntStream.of(everybody).filter(i -> v[i] >= limits.from() && v[i] < limits.below()).toArray()));
            found.put("small", new Subset("vol_lt" + from, "< " + from + " mL", IntStream.of(everybody).filter(i -> v[i] < limits.from()).toArray()));
            long outside = Arrays.stream(v).filter(volume -> volume >= limits.below()).count();
            if (outside > 0) {
                notes.add(outside + " of " + ids.size() + " haematomas are of " + below + " mL or more, outside the population of the study; they take part in "
                        + "training and test but in no subgroup by volume.");
            }
        }
        return List.copyOf(found.values());
    }

    /** 3 rather than 3.0. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }

    /** The names of the cases, each once. */
    public List<String> ids() {
        return ids;
    }

    /** How many cases there are. */
    public int size() {
        return ids.size();
    }

    /** The rows of the clinical table. */
    public FeatureTable clinical() {
        return clinical;
    }

    /** The rows of the feature table, case by case those of the clinical one. */
    public Optional<FeatureTable> featureTable() {
        return featureTable;
    }

    /** The features of the cases; empty if the study has none. */
    public Optional<Predictors> features() {
        return features;
    }

    public Endpoint outcome() {
        return outcome;
    }

    public Optional<Endpoint> second() {
        return second;
    }

    /** Both outcomes, or the one. */
    public List<Endpoint> endpoints() {
        return Stream.concat(Stream.of(outcome), second.stream()).toList();
    }

    /** Baseline volume in mL by case, NaN where missing. */
    public Optional<double[]> baseline() {
        return baseline;
    }

    /** Volume in mL at follow-up by case, NaN where missing. */
    public Optional<double[]> followUp() {
        return followUp;
    }

    public Split split() {
        return split;
    }

    /** Clinical candidates in order, without the score. */
    public List<Variable> variables() {
        return variables;
    }

    /** Training, test if there is one, all, and the subgroups by volume. */
    public List<Subset> subsets() {
        return subsets;
    }

    /** Whether a subset is the cases that train: that of this name, and of all cases where nobody tests. */
    public boolean isTraining(Subset subset) {
        return subset.key().equals(Subset.TRAINING) || isRepeated(subset);
    }

    /** Whether a subset has the cases of an earlier one: all of them, where nobody tests, are those that train. */
    public boolean isRepeated(Subset subset) {
        return subset.key().equals(Subset.ALL) && !split.isDivided();
    }

    /** One of them by its key. */
    public Optional<Subset> subset(String key) {
        return subsets.stream().filter(subset -> subset.key().equals(key)).findFirst();
    }

    /** The subgroup of middle volumes, for which the signature is meant. */
    public Optional<Subset> middle() {
        return subsets.stream().filter(subset -> subset.key().matches("vol[0-9].*")).findFirst();
    }

    /** The subgroup of small volumes. */
    public Optional<Subset> small() {
        return subsets.stream().filter(subset -> subset.key().startsWith("vol_lt")).findFirst();
    }

    /** Who was lost on the way here. */
    public Flow flow() {
        return flow;
    }

    /** What was decided about the tables that the user should know, in sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    static Variable score(double[] scores) {
        return Variable.continuous(SCORE, scores, TestRule.AUTO);
    }
}
