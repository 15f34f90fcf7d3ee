package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.signature.Harmonised;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.RecordForm;

/**
 * The cases of a study, in the order of the clinical table: who trains, what happened to them, what is known of them.
 *
 * @param plan by which they were joined
 * @param ids names of the cases, each once
 * @param clinical the rows of the clinical table
 * @param featureTable the rows of the feature table, case by case those of the clinical one
 * @param features of the cases, harmonised if the plan says so; empty if the study has none
 * @param harmony how they were harmonised; empty where they are as they were measured
 * @param second the other outcome
 * @param volumes of the haematomas
 * @param variables clinical candidates in order, without the score
 * @param subsets training, test if there is one, all, and the subgroups by volume
 * @param flow who was lost on the way here
 * @param notes what was decided about the tables that the user should know, in sentences
 * @param raised what speaks against the tables themselves, in sentences: values that no patient has, columns that know
 *     the outcome
 */
public record Cohort(
        StudyPlan plan,
        List<String> ids,
        FeatureTable clinical,
        Optional<FeatureTable> featureTable,
        Optional<Predictors> features,
        Optional<Harmony.Fitted> harmony,
        Endpoint outcome,
        Optional<Endpoint> second,
        Volumes volumes,
        Split split,
        List<Variable> variables,
        List<Subset> subsets,
        Flow flow,
        List<String> notes,
        List<String> raised) {

    /** What the R-score is called among the variables. */
    public static final String SCORE = "rscore";

    /**
     * Joins the tables. Cases without a row of features, or whose outcome is not known, are left out and counted.
     *
     * @throws InvalidInputException if a case is there twice or has no name, a column is missing or holds what it
     *     cannot, no case is in all tables, or the outcome is the same for all
     */
    public static Cohort of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        List<String> rows = new ArrayList<>();
        Joining joined = Joining.of(plan, read(plan, inputs, rows));
        List<String> ids = joined.ids();
        FeatureTable clinical = joined.clinical();
        Volumes volumes = joined.volumes();
        Endpoint outcome = joined.endpoints().get(0);
        Optional<Endpoint> second = joined.endpoints().stream().skip(1).findFirst();
        Split split = Split.of(plan.split(), clinical, outcome, ids, plan.seed(), own(plan, inputs, ids));
        Optional<Predictors> features = joined.predictors();
        Optional<Harmony.Fitted> harmony = harmony(joined, split);
        PlanNames.require(plan, clinical);
        Candidates candidates = Candidates.of(joined);
        List<String> raised = new ArrayList<>(PlausibleRange.sentences(joined));
        List<Variable> measured = Joining.variables(features);
        raised.addAll(Leaks.of(joined, plan.given().isPresent() ? List.of() : measured, candidates));
        List<Subset> subsets = subsets(plan, split, volumes, ids.size());
        PlanNames.require(plan, subsets, candidates.variables(), second.isPresent());
        return new Cohort(
                plan,
                ids,
                clinical,
                joined.features(),
                harmony.map(Harmony.Fitted::features).or(() -> features),
                harmony,
                outcome,
                second,
                volumes,
                split,
                candidates.variables(),
                subsets,
                flow(joined, split),
                Stream.of(
                                rows.stream(),
                                joined.notes().stream(),
                                candidates.notes().stream(),
                                harmony.stream().flatMap(h -> h.notes(split.training(), ids).stream()),
                                joined.features().stream().flatMap(table -> InfiniteValues.of(table, measured, ids)),
                                InfiniteValues.of(clinical, candidates.variables(), ids),
                                outside(plan, volumes))
                        .flatMap(sentences -> sentences)
                        .distinct()
                        .toList(),
                List.copyOf(raised));
    }

    private static Optional<Harmony.Fitted> harmony(Joining joined, Split split) throws InvalidInputException {
        Optional<Harmony> harmony = Harmonies.of(joined, split);
        return harmony.isEmpty() ? Optional.empty() : Optional.of(harmony.get().learnt(split.training()));
    }

    /** Tests by tables of their own. */
    private static List<Subset> own(StudyPlan plan, StudyInputs inputs, List<String> ids) throws InvalidInputException {
        List<Subset> own = new ArrayList<>();
        for (StudyInputs.Test test : inputs.tests()) {
            CaseIds theirs = CaseIds.ofAny(test.clinical(), plan.columns().id());
            int[] cases = IntStream.range(0, ids.size())
                    .filter(i -> theirs.has(ids.get(i)))
                    .toArray();
            if (cases.length == 0)
                throw new InvalidInputException("No case of the test \"" + test.name() + "\" ("
                        + test.clinical().title() + ") has features and a known outcome ("
                        + plan.outcome().variable() + "): fill them in, or leave the test out.");
            own.add(new Subset(Subset.TEST, test.name(), cases));
        }
        return own;
    }

    /** The tables as the plan has them. */
    private static StudyInputs read(StudyPlan plan, StudyInputs inputs, List<String> notes)
            throws InvalidInputException {
        return inputs.ofLabel(plan.columns(), notes::add)
                .together(plan.columns().id())
                .withMissing(plan.missing());
    }

    private static Flow flow(Joining joined, Split split) {
        List<Flow.Step> steps = new ArrayList<>(joined.steps());
        steps.add(Flow.Step.of("cases analysed", joined.ids().size()));
        if (split.isDivided()) {
            steps.add(Flow.Step.of("in training", split.training().length));
            for (Subset test : split.tests())
                steps.add(Flow.Step.of(test.title().replaceFirst("^T", "in t"), test.size()));
        }
        return new Flow(steps);
    }

    private static List<Subset> subsets(StudyPlan plan, Split split, Volumes volumes, int size) {
        List<Subset> found = new ArrayList<>();
        found.add(new Subset(Subset.TRAINING, split.isDivided() ? "Training" : "All cases", split.training()));
        found.addAll(split.tests());
        if (plan.pooledTests() && split.tests().size() > 1)
            found.add(new Subset(Subset.POOLED, "All tests together", split.test()));
        found.add(new Subset(Subset.ALL, "All cases", IntStream.range(0, size).toArray()));
        if (plan.subgroups().isEmpty() || volumes.baseline().isEmpty()) return List.copyOf(found);
        StudyPlan.Subgroups limits = plan.subgroups().get();
        String from = NumberText.plain(limits.from());
        found.add(new Subset(
                limits.middle(),
                from + "–" + NumberText.plain(limits.below()) + " mL",
                volumes.where(v -> v >= limits.from() && v < limits.below())));
        found.add(new Subset(limits.small(), "< " + from + " mL", volumes.where(v -> v < limits.from())));
        return List.copyOf(found);
    }

    private static Stream<String> outside(StudyPlan plan, Volumes volumes) {
        if (plan.subgroups().isEmpty() || volumes.baseline().isEmpty()) return Stream.empty();
        double below = plan.subgroups().get().below();
        int outside = volumes.where(v -> v >= below).length;
        if (outside == 0) return Stream.empty();
        return Stream.of(outside + " of " + volumes.baseline().get().length + " haematomas are of "
                + NumberText.plain(below)
                + " mL or more, outside the population of the study; they take part in training and test but in no "
                + "subgroup by volume.");
    }

    /** The same without the features that are not robust. */
    Cohort of(Sturdy robust) throws InvalidInputException {
        return RecordForm.with(this, Map.of("features", Optional.of(robust.filtered(features.orElseThrow()))));
    }

    /** How many cases there are. */
    public int size() {
        return ids.size();
    }

    /** Both outcomes, or the one. */
    public List<Endpoint> endpoints() {
        return Stream.concat(Stream.of(outcome), second.stream()).toList();
    }

    /** Baseline volume in mL by case, NaN where missing. */
    public Optional<double[]> baseline() {
        return volumes.baseline();
    }

    /** Volume in mL at follow-up by case, NaN where missing. */
    public Optional<double[]> followUp() {
        return volumes.followUp();
    }

    /** One of the candidates by its name. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The tests: one, several and, if the plan asks for it, all of them together; none where everybody trains. */
    public List<Subset> tests() {
        return subsets.stream().filter(Subset::isTest).toList();
    }

    /** Those that train, and the tests. */
    public List<Subset> trainingAndTests() {
        return Stream.concat(subset(Subset.TRAINING).stream(), tests().stream()).toList();
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

    /** The features as they were measured, harmonised or not. */
    Optional<Predictors> measured() {
        return harmony.map(h -> h.of().raw()).or(() -> features);
    }

    /** What harmonisation learnt of all features in training; empty where there is none. */
    public Optional<Harmonised> harmonised() {
        return harmony.map(h -> h.of(features.orElseThrow().names()));
    }

    /** A feature in training. */
    public Summary training(int feature) {
        return Summary.of(Subset.take(features.orElseThrow().columns()[feature], split.training()), Quantile.TYPE_7);
    }

    static Variable score(double[] scores) {
        return Variable.continuous(SCORE, scores, TestRule.AUTO);
    }
}
