package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Sentence;

/** Runs a plan on its tables: the paper's pipeline from the join of the tables to the multivariable models. */
public final class Study {

    private static final List<StudyPlan.Rival> PUBLISHED_RIVALS = List.of(
            new StudyPlan.Rival(Subset.TRAINING, "volume_ml", true), new StudyPlan.Rival(Subset.ALL, "gcs", true));

    private final StudyPlan plan;
    private final StudyInputs inputs;
    private final int threads;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    private Study(StudyPlan plan, StudyInputs inputs, int threads, Progress progress) {
        this.plan = plan;
        this.inputs = inputs;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Runs the plan.
     *
     * @param threads for the cross-validation; the numbers do not depend on it
     * @throws InvalidInputException if the tables do not hold what the plan names, are not enough for a study, or too
     *     much for the memory
     * @throws CancellationException if the progress or the thread is told to stop
     */
    public static StudyResult run(StudyPlan plan, StudyInputs inputs, int threads, Progress progress)
            throws InvalidInputException {
        try {
            return new Study(plan, inputs, threads, progress).run();
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(
                    Sentence.of(
                            "There is not enough memory for this study: ",
                            Sentence.anyOf(Mend.MEMORY, "leave out features or cases"),
                            "."),
                    e);
        }
    }

    private StudyResult run() throws InvalidInputException {
        progress.at("joining tables", 0);
        Cohort cohort = Cohort.of(plan, inputs);
        notes.addAll(cohort.notes());
        Optional<ReaderAgreement> agreement = agreement(cohort);
        agreement.ifPresent(a -> notes.addAll(a.notes()));
        Optional<UnivariateFilter> filter = Optional.empty();
        Optional<Selection> selection = Optional.empty();
        Optional<Signature> signature = Optional.empty();
        Optional<ScoreTable> scores = Optional.empty();
        if (plan.given().isPresent()) {
            signature = Optional.of(Signatures.find(plan.given().get()));
            scores = Optional.of(GivenSignature.scores(signature.get(), cohort, notes));
        } else if (cohort.features().isPresent()) {
            progress.at("univariate filter", 0.05);
            filter = Optional.of(filter(cohort, agreement));
            selection = Optional.of(selection(cohort, filter.get()));
            scores = Optional.of(scores(cohort, selection.get()));
        } else {
            notes.add("The study has no features: there is no signature and no score.");
        }
        scores.ifPresent(s -> sayUnscored(cohort, s.score()));
        progress.at("validation", 0.8);
        // Of a signature that was made elsewhere only its training tells that its score is a logit.
        boolean isLogit =
                plan.given().isEmpty() || signature.orElseThrow().training().isPresent();
        // A signature from elsewhere is judged at its own cutoff: one chosen on these cases would flatter it.
        OptionalDouble cutoff = plan.given().isPresent()
                ? OptionalDouble.of(signature.orElseThrow().cutoff())
                : OptionalDouble.empty();
        Optional<Validation> validation =
                scores.map(s -> Validation.of(cohort, s.score(), rivals(cohort), plan, isLogit, cutoff));
        validation.ifPresent(v -> notes.addAll(v.missing()));
        if (selection.isPresent())
            signature = TrainedSignature.of(plan, cohort, selection.get(), validation.orElseThrow(), notes);
        progress.at("regressions", 0.85);
        List<Variable> variables = new ArrayList<>(cohort.variables());
        scores.ifPresent(s -> variables.add(Cohort.score(s.score())));
        List<GroupComparison> comparisons = comparisons(cohort, variables);
        comparisons.forEach(groups -> notes.addAll(groups.untested()));
        List<Regression> univariable = univariable(cohort, variables);
        List<Regression> models = new Models(plan, cohort, variables, notes).fitted(comparisons);
        progress.at("backward selection", 0.9);
        List<BackwardSelection> backward = backward(cohort, variables);
        List<Regression> training = models.stream()
                .filter(m -> cohort.isTraining(m.subset()) && m.endpoint() == cohort.outcome())
                .toList();
        List<CombinedModel> combined =
                scores.map(s -> combined(cohort, training, s.score())).orElse(List.of());
        List<ModelCalibration> calibrations =
                training.stream().flatMap(model -> calibration(model).stream()).toList();
        StudyResult result = new StudyResult(
                plan,
                inputs,
                cohort,
                filter,
                agreement,
                selection,
                signature,
                scores,
                validation,
                comparisons,
                univariable,
                models,
                backward,
                combined,
                calibrations,
                notes.stream().distinct().toList(),
                List.of());
        return Concerns.raise(result);
    }

    private void sayUnscored(Cohort cohort, double[] scores) {
        List<String> without = IntStream.range(0, scores.length)
                .filter(i -> !Double.isFinite(scores[i]))
                .mapToObj(cohort.ids()::get)
                .toList();
        if (without.isEmpty()) return;
        notes.add(without.size() + (without.size() == 1 ? " case lacks" : " cases lack")
                + " a value of a feature in the signature and "
                + (without.size() == 1 ? "has" : "have") + " no score: " + String.join(", ", without) + ".");
    }

    private Optional<ReaderAgreement> agreement(Cohort cohort) throws InvalidInputException {
        if (inputs.secondReader().isEmpty()) {
            if (plan.agreement().filter()) {
                throw new InvalidInputException(Sentence.of(
                        "Features can be filtered by reader agreement only with the table of a second reader: name it in ",
                        FileKey.ofStudy("inputs.second_reader"),
                        ", or leave out ",
                        FileKey.ofStudy("agreement.filter"),
                        "."));
            }
            return Optional.empty();
        }
        StudyInputs read = inputs.withMissing(plan.columns().missing());
        FeatureTable first = read.features()
                .orElseThrow(() -> new InvalidInputException(Sentence.of(
                        "There is a table of a second reader but no feature table of the first: name it in ",
                        FileKey.ofStudy("inputs.features"),
                        ".")));
        List<String> names = cohort.features().orElseThrow().names();
        return Optional.of(ReaderAgreement.of(
                first,
                read.secondReader().orElseThrow(),
                plan.columns().id(),
                names,
                plan.agreement().form(),
                plan.agreement().above()));
    }

    private UnivariateFilter filter(Cohort cohort, Optional<ReaderAgreement> agreement) throws InvalidInputException {
        Predictors features = cohort.features().orElseThrow();
        boolean[] may = new boolean[features.names().size()];
        Arrays.fill(may, true);
        if (plan.agreement().filter() && agreement.isPresent()) {
            Set<String> good = new LinkedHashSet<>(agreement.get().good());
            for (int j = 0; j < may.length; j++)
                may[j] = good.contains(features.names().get(j));
        }
        int[] training = cohort.split().training();
        return UnivariateFilter.of(
                features,
                cohort.outcome().with(training, true),
                cohort.outcome().with(training, false),
                may,
                plan);
    }

    private Selection selection(Cohort cohort, UnivariateFilter filter) throws InvalidInputException {
        int[] training = cohort.split().training();
        Optional<int[]> folds = Optional.empty();
        if (inputs.folds().isPresent()) {
            folds = Optional.of(Selection.folds(
                    inputs.folds().get(),
                    plan.columns().id(),
                    IntStream.of(training).mapToObj(cohort.ids()::get).toList()));
        }
        Selection selection = Selection.of(
                cohort.features().orElseThrow(),
                filter.selected(),
                training,
                cohort.outcome().events(training),
                folds,
                plan,
                threads,
                progress.between(0.1, 0.8));
        selection.path().dropped().forEach(dropped -> notes.add("Left out of the LASSO: " + dropped + "."));
        notes.addAll(selection.warnings());
        return selection;
    }

    private static ScoreTable scores(Cohort cohort, Selection selection) {
        Predictors all = cohort.features().orElseThrow();
        LassoModel deviance = selection.path().model(selection.deviance().kMin());
        return new ScoreTable(
                selection.model().scores(selection.features()),
                Optional.of(deviance.scores(selection.features())),
                ScoreTable.published(all, cohort.split().training()),
                ScoreTable.publishedByPart(all, cohort.split()));
    }

    private List<StudyPlan.Rival> rivals(Cohort cohort) {
        if (plan.rivals().isPresent()) return plan.rivals().get();
        return PUBLISHED_RIVALS.stream()
                .filter(rival ->
                        cohort.variables().stream().anyMatch(v -> v.name().equals(rival.variable())))
                .toList();
    }

    /**
     * The columns of the paper's Table 1 and its supplement: event against none in each part, training against test,
     * small against middle volumes.
     */
    private List<GroupComparison> comparisons(Cohort cohort, List<Variable> variables) throws InvalidInputException {
        List<GroupComparison> comparisons = new ArrayList<>();
        for (String key : List.of(Subset.TRAINING, Subset.TEST)) {
            Optional<Subset> subset = cohort.subset(key);
            if (subset.isPresent()) comparisons.add(byOutcome(cohort, subset.get(), cohort.outcome(), variables));
        }
        if (cohort.split().isDivided()) {
            comparisons.add(GroupComparison.of(
                    "train_vs_test",
                    "Training",
                    "Test",
                    cohort.split().training(),
                    cohort.split().test(),
                    with(
                            variables,
                            Stream.concat(cohort.second().stream(), Stream.of(cohort.outcome()))
                                    .toList()),
                    plan));
        }
        List<Subset> byVolume = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .filter(subset -> subset.size() > 0)
                .toList();
        for (Endpoint endpoint : cohort.endpoints()) {
            for (Subset subset : byVolume) comparisons.add(byOutcome(cohort, subset, endpoint, variables));
        }
        if (byVolume.size() == 2) {
            comparisons.add(GroupComparison.of(
                    GroupComparison.key(byVolume.get(1), byVolume.get(0)),
                    byVolume.get(1).title(),
                    byVolume.get(0).title(),
                    byVolume.get(1).cases(),
                    byVolume.get(0).cases(),
                    with(variables, cohort.endpoints()),
                    plan));
        }
        return List.copyOf(comparisons);
    }

    private GroupComparison byOutcome(Cohort cohort, Subset subset, Endpoint endpoint, List<Variable> variables)
            throws InvalidInputException {
        OutcomeRule rule = endpoint.rule();
        List<Endpoint> others =
                cohort.endpoints().stream().filter(other -> other != endpoint).toList();
        return GroupComparison.of(
                GroupComparison.key(subset.key(), rule),
                rule.event(),
                rule.other(),
                endpoint.with(subset.cases(), true),
                endpoint.with(subset.cases(), false),
                with(variables, others),
                plan);
    }

    /** Outcomes stand behind the last of the variables that are no amounts. */
    private static List<Variable> with(List<Variable> variables, List<Endpoint> outcomes) {
        return Stream.concat(
                        variables.stream(),
                        outcomes.stream().map(o -> Variable.binary(o.rule().variable(), o.values())))
                .toList();
    }

    private List<Regression> univariable(Cohort cohort, List<Variable> variables) {
        Subset training = cohort.subset(Subset.TRAINING).orElseThrow();
        return variables.stream()
                .map(v -> Regression.of(
                        training, cohort.outcome(), List.of(v), plan.backward().firth()))
                .toList();
    }

    private List<BackwardSelection> backward(Cohort cohort, List<Variable> variables) {
        List<BackwardSelection> selections = new ArrayList<>();
        for (BackwardElimination.Criterion criterion : plan.backward().criteria()) {
            BackwardElimination.Rule rule = plan.backward().rule(criterion);
            selections.add(BackwardSelection.of(
                    cohort.subset(Subset.TRAINING).orElseThrow(),
                    cohort.outcome(),
                    variables,
                    rule,
                    plan.backward().firth()));
            if (cohort.second().isPresent()) {
                cohort.middle()
                        .filter(subset -> subset.size() > 0)
                        .ifPresent(subset -> selections.add(BackwardSelection.of(
                                subset,
                                cohort.second().get(),
                                variables,
                                rule,
                                plan.backward().firth())));
            }
        }
        selections.stream().flatMap(s -> s.leftOut().stream()).distinct().forEach(notes::add);
        selections.forEach(s -> s.problem()
                .ifPresent(
                        problem -> notes.add("The backward selection " + s.key() + " could not be made: " + problem)));
        return List.copyOf(selections);
    }

    /** A model is compared with and without the score, or a note says why not. */
    private List<CombinedModel> combined(Cohort cohort, List<Regression> training, double[] scores) {
        List<CombinedModel> combined = new ArrayList<>();
        for (Regression model : training) {
            Optional<CombinedModel> one =
                    CombinedModel.of(cohort, model, scores, plan.backward().firth());
            one.ifPresent(combined::add);
            if (one.isEmpty() && CombinedModel.isMeant(model)) {
                notes.add("The model of " + model.title()
                        + " was not compared with the same without the score: one of them has no finite "
                        + "coefficients.");
            }
        }
        return List.copyOf(combined);
    }

    private Optional<ModelCalibration> calibration(Regression model) {
        if (model.fit().isEmpty()) return Optional.empty();
        if (model.isDivided()) {
            notes.add("The model of " + model.title()
                    + " has no calibration and no nomogram: its variables divide the outcomes, and "
                    + (model.firth().isPresent()
                            ? "Firth's likelihood draws probabilities towards ½."
                            : "its probabilities are 0 and 1."));
            return Optional.empty();
        }
        try {
            return Optional.of(new ModelCalibration(
                    model,
                    Validation.Calibrated.of(
                            model.subset(),
                            model.fit().get().linearPredictor(),
                            model.endpoint().events(model.complete()))));
        } catch (InvalidInputException e) {
            notes.add(e.getMessage());
            return Optional.empty();
        }
    }

    /** In words: how λ was chosen. */
    static String rule(StudyPlan.Choice choice, CvMeasure measure) {
        String best = measure == CvMeasure.AUC ? "largest cross-validated AUC" : "smallest cross-validated deviance";
        return choice == StudyPlan.Choice.MIN ? best : "largest λ within one standard error of the " + best;
    }
}
