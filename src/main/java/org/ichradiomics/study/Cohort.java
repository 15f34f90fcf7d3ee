package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * The cases of a study, in the order of the clinical table: who trains, what happened to them, what is known of them.
 * Immutable.
 */
public final class Cohort {

    /** What the R-score is called among the variables. */
    public static final String SCORE = "rscore";

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
    private final List<String> raised;

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
        if (plan.second().isPresent())
            other = Optional.of(Outcomes.of(plan.second().get(), clinical, volumes, ids));
        second = other;
        split = Split.of(plan.split(), clinical, outcome, ids, plan.seed());
        List<String> names = joined.columns().map(FeatureColumns::features).orElse(List.of());
        features = featureTable.isEmpty()
                ? Optional.empty()
                : Optional.of(new Predictors(names, featureTable.get().values(names)));
        PlanNames.require(plan, clinical);
        Candidates candidates = Candidates.of(clinical, plan, volumes, new LinkedHashSet<>(names), endpoints());
        variables = candidates.variables();
        notes.addAll(candidates.notes());
        if (features.isPresent()) {
            InfiniteValues.sentence(
                            featureTable.get(), names, List.of(features.get().columns()), ids)
                    .ifPresent(notes::add);
        }
        InfiniteValues.sentence(
                        clinical,
                        variables.stream().map(Variable::name).toList(),
                        variables.stream().map(Variable::values).toList(),
                        ids)
                .ifPresent(notes::add);
        raised = new ArrayList<>(impossible(joined.columns(), volumes));
        boolean named = joined.columns()
                .filter(columns -> columns.by() == FeatureColumns.By.CATALOGUE)
                .isEmpty();
        raised.addAll(Leaks.of(
                endpoints(), plan.given().isPresent() ? Optional.empty() : features, named, candidates, volumes, plan));
        subsets = subsets(plan);
        PlanNames.require(plan, subsets, variables, second.isPresent());
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
     * @throws InvalidInputException if a case is there twice or has no name, a column is missing or holds what it
     *     cannot, no case is in all tables, or the outcome is the same for all
     */
    public static Cohort of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        return new Cohort(Joining.of(plan, inputs.withMissing(plan.missing())), plan);
    }

    /** Values that no patient has, in the clinical table and in the volumes that the feature table brings. */
    private List<String> impossible(Optional<FeatureColumns> columns, Volumes volumes) throws InvalidInputException {
        List<String> sentences = new ArrayList<>();
        for (String column : clinical.columns()) {
            if (columns.isPresent() && columns.get().features().contains(column)) continue;
            boolean isVolume = Stream.of(volumes.baselineColumn(), volumes.followUpColumn())
                    .flatMap(Optional::stream)
                    .anyMatch(column::equals);
            PlausibleRange.raise(
                            clinical,
                            column,
                            isVolume ? Optional.of(PlausibleRange.VOLUME) : PlausibleRange.of(column),
                            ids)
                    .ifPresent(sentences::add);
        }
        if (featureTable.isPresent() && !featureTable.get().title().equals(clinical.title())) {
            for (String column : columns.orElseThrow().others())
                PlausibleRange.raise(featureTable.get(), column, ids).ifPresent(sentences::add);
        }
        return sentences;
    }

    private List<Subset> subsets(StudyPlan plan) {
        int[] everybody = IntStream.range(0, ids.size()).toArray();
        Map<String, Subset> found = new LinkedHashMap<>();
        found.put(
                Subset.TRAINING,
                new Subset(Subset.TRAINING, split.isDivided() ? "Training" : "All cases", split.training()));
        if (split.isDivided()) {
            found.put(Subset.TEST, new Subset(Subset.TEST, "Test", split.test()));
        }
        found.put(Subset.ALL, new Subset(Subset.ALL, "All cases", everybody));
        if (plan.subgroups().isPresent() && baseline.isPresent()) {
            StudyPlan.Subgroups limits = plan.subgroups().get();
            String from = NumberText.plain(limits.from());
            String below = NumberText.plain(limits.below());
            double[] v = baseline.get();
            found.put(
                    "middle",
                    new Subset(
                            "vol" + from + "_" + below,
                            from + "–" + below + " mL",
                            IntStream.of(everybody)
                                    .filter(i -> v[i] >= limits.from() && v[i] < limits.below())
                                    .toArray()));
            found.put(
                    "small",
                    new Subset(
                            "vol_lt" + from,
                            "< " + from + " mL",
                            IntStream.of(everybody)
                                    .filter(i -> v[i] < limits.from())
                                    .toArray()));
            long outside =
                    Arrays.stream(v).filter(volume -> volume >= limits.below()).count();
            if (outside > 0) {
                notes.add(outside + " of " + ids.size() + " haematomas are of " + below
                        + " mL or more, outside the population of the study; they take part in "
                        + "training and test but in no subgroup by volume.");
            }
        }
        return List.copyOf(found.values());
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

    /** One of the candidates by its name. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
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
        return subsets.stream()
                .filter(subset -> subset.key().matches("vol[0-9].*"))
                .findFirst();
    }

    /** The subgroup of small volumes. */
    public Optional<Subset> small() {
        return subsets.stream()
                .filter(subset -> subset.key().startsWith("vol_lt"))
                .findFirst();
    }

    /** Who was lost on the way here. */
    public Flow flow() {
        return flow;
    }

    /** What was decided about the tables that the user should know, in sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * What speaks against the tables themselves, in sentences: values that no patient has, columns that know the
     * outcome.
     */
    public List<String> raised() {
        return List.copyOf(raised);
    }

    /** A feature in training. */
    public Summary training(int feature) {
        return Summary.of(Subset.take(features.orElseThrow().columns()[feature], split.training()), Quantile.TYPE_7);
    }

    static Variable score(double[] scores) {
        return Variable.continuous(SCORE, scores, TestRule.AUTO);
    }
}
