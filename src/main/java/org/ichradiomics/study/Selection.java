package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.ichradiomics.stats.CrossValidation;
import org.ichradiomics.stats.CrossedPath;
import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.ElasticNet;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Sentence;

/**
 * What the LASSO made of the features that the filters left, in training.
 *
 * @param features of all cases, those that were left
 * @param path over λ, of the training
 * @param own cross-validation with each fold on its own λ, as {@code cv.glmnet}
 * @param shared the same with the folds on the path's λ
 * @param choice the curve that decided, and the number of the λ
 * @param spread choices of further cross-validations with other folds
 * @param unfiltered the beginning of the path of all features, without the filters
 */
public record Selection(
        Predictors features,
        LassoPath path,
        Folds folds,
        CrossValidation own,
        CrossValidation shared,
        CvCurve auc,
        CvCurve deviance,
        Chosen choice,
        List<Chosen> spread,
        Unfiltered unfiltered) {

    /** So many λ of the path without filters say how much the filters matter. */
    private static final int UNFILTERED = 30;

    /** Seeds of repeated cross-validations lie this far apart from the plan's. */
    private static final long NEXT = 1_000_003;

    /** The measure that decided and the number of λ, from 1. */
    public record Chosen(CvMeasure measure, int k, int features) {}

    /** The path of all features. */
    public record Unfiltered(LassoPath path, CvCurve auc, CvCurve deviance) {}

    /**
     * @param kept places of the features that the filters left
     * @param given the folds, where they are not to be drawn
     * @throws InvalidInputException if no feature is left or varies, or folds cannot be made
     */
    static Selection of(Cohort cohort, int[] kept, Optional<FeatureTable> given, int threads, Progress progress)
            throws InvalidInputException {
        StudyPlan plan = cohort.plan();
        Predictors all = cohort.features().orElseThrow();
        int[] training = cohort.split().training();
        boolean[] events = cohort.outcome().events(training);
        Optional<int[]> read = given.isPresent() ? Optional.of(given(given.get(), cohort, training)) : Optional.empty();
        requireSome(kept, all, plan);
        StudyPlan.Lasso lasso = plan.lasso();
        Folds folds = read.isPresent() ? Folds.given(read.get()) : folds(events, lasso, plan.seed());
        ElasticNet penalty = new ElasticNet(lasso.alpha(), lasso.lambdas(), OptionalDouble.empty());
        Predictors features = some(all, kept);
        CrossedPath crossed = CrossedPath.of(
                features.of(training),
                events,
                penalty,
                folds,
                List.of(CrossValidation.Grid.OWN, CrossValidation.Grid.SHARED),
                lasso.wholePath(),
                threads,
                progress.between(0, 0.5));
        LassoPath path = crossed.path();
        CrossValidation own = crossed.validations().get(0);
        CvCurve auc = own.curve(CvMeasure.AUC);
        CvCurve deviance = own.curve(CvMeasure.DEVIANCE);
        Chosen choice = chosen(path, lasso.measure() == CvMeasure.AUC ? auc : deviance, lasso.choice());
        List<Chosen> spread = spread(crossed, plan, threads, progress.between(0.5, 0.7));
        Unfiltered unfiltered = unfiltered(all.of(training), events, penalty, folds, threads, progress.between(0.7, 1));
        return new Selection(
                features, path, folds, own, crossed.validations().get(1), auc, deviance, choice, spread, unfiltered);
    }

    /** What the same choice takes with other folds. */
    private static List<Chosen> spread(CrossedPath crossed, StudyPlan plan, int threads, Progress progress)
            throws InvalidInputException {
        StudyPlan.Lasso lasso = plan.lasso();
        boolean[] events = crossed.path().events();
        List<Chosen> spread = new ArrayList<>();
        for (int r = 1; r <= lasso.repeats(); r++) {
            progress.at(
                    "cross-validation with other folds, " + r + " of " + lasso.repeats(), (r - 1.0) / lasso.repeats());
            CrossedPath other = crossed.with(folds(events, lasso, plan.seed() + NEXT * r), lasso.wholePath(), threads);
            CvCurve curve = other.validations().get(0).curve(lasso.measure());
            spread.add(chosen(other.path(), curve, lasso.choice()));
        }
        return List.copyOf(spread);
    }

    private static void requireSome(int[] kept, Predictors all, StudyPlan plan) throws InvalidInputException {
        if (kept.length > 0) return;
        boolean agreed = plan.agreement().filter();
        if (plan.filter().p() == 1 && !agreed) {
            throw new InvalidInputException("None of the " + all.names().size()
                    + " features can be tested in the training: they do not vary, or lack values; choose other "
                    + "features.");
        }
        throw new InvalidInputException(Sentence.of(
                (agreed ? "The filters" : "The filter") + " left none of the ",
                all.names().size(),
                " features: raise ",
                FileKey.ofStudy("univariate.p"),
                agreed ? Sentence.of(", or leave out ", FileKey.ofStudy("agreement.filter")) : "",
                "."));
    }

    private static Folds folds(boolean[] events, StudyPlan.Lasso lasso, long seed) throws InvalidInputException {
        return lasso.stratified()
                ? Folds.stratified(events, lasso.folds(), seed)
                : Folds.unstratified(events.length, lasso.folds(), seed);
    }

    private static Unfiltered unfiltered(
            Predictors training, boolean[] events, ElasticNet penalty, Folds folds, int threads, Progress progress)
            throws InvalidInputException {
        progress.at("LASSO of all features", 0);
        LassoPath path = LassoPath.fit(training, events, penalty, UNFILTERED);
        CrossValidation own = CrossValidation.of(
                path.withoutGaps(),
                folds,
                CrossValidation.Grid.OWN,
                threads,
                done -> progress.at("cross-validation of all features", 0.2 + 0.8 * done / folds.count()));
        return new Unfiltered(path, own.curve(CvMeasure.AUC), own.curve(CvMeasure.DEVIANCE));
    }

    static Chosen chosen(LassoPath path, CvCurve curve, StudyPlan.Choice choice) {
        int k = choice == StudyPlan.Choice.MIN ? curve.kMin() : curve.k1se();
        return new Chosen(curve.measure(), k, path.df(k));
    }

    static Predictors some(Predictors all, int[] kept) {
        return new Predictors(
                IntStream.of(kept).mapToObj(all.names()::get).toList(),
                IntStream.of(kept).mapToObj(j -> all.columns()[j]).toArray(double[][]::new));
    }

    /**
     * The fold of each training case, from a table with the columns id and fold.
     *
     * @throws InvalidInputException if a case has none, or it is no whole number
     */
    private static int[] given(FeatureTable table, Cohort cohort, int[] training) throws InvalidInputException {
        CaseIds cases = CaseIds.ofAny(table, cohort.plan().columns().id());
        double[] values = table.values(table.has("fold") ? "fold" : "foldid");
        int[] folds = new int[training.length];
        for (int i = 0; i < folds.length; i++) {
            String name = cohort.ids().get(training[i]);
            if (!cases.has(name)) {
                throw new InvalidInputException(
                        "The training case \"" + name + "\" has no fold in " + table.title() + ": give each one.");
            }
            double fold = values[cases.row(name)];
            if (fold != (int) fold) {
                throw new InvalidInputException("The fold of the case \"" + name + "\" in " + table.title() + " is "
                        + fold + ": number the folds from 1.");
            }
            folds[i] = (int) fold;
        }
        return folds;
    }

    /** The model that was chosen. */
    public LassoModel model() {
        return path.model(choice.k());
    }

    /** Where path and folds end, in a sentence, if further λ were not looked at. */
    Optional<String> cutShort() {
        if (path.end() != LassoPath.End.ENOUGH) return Optional.empty();
        return Optional.of("Of so many cases and features the LASSO path and its folds end at λ number " + path.size()
                + " of " + path.penalty().lambdas() + ", since the last " + CrossedPath.BEYOND
                + " brought no better AUC and no better deviance; \"lasso.whole_path\": true gives the rest.");
    }

    /** How many events each fold has. */
    public int[] eventsByFold() {
        int[] events = new int[folds.count()];
        boolean[] happened = path.events();
        int[] of = folds.ids();
        for (int i = 0; i < of.length; i++) events[of[i] - 1] += happened[i] ? 1 : 0;
        return events;
    }

    /** The curve that decided. */
    public CvCurve decisive() {
        return choice.measure() == auc.measure() ? auc : deviance;
    }

    /** The same folds on the path's λ. */
    public CvCurve shared(CvMeasure measure) {
        try {
            return shared.curve(measure);
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the same folds had a curve before", e);
        }
    }

    /** Numbers of the λ that the repeated cross-validations chose, ascending. */
    public int[] spreadOfK() {
        return spread.stream().mapToInt(Chosen::k).sorted().toArray();
    }
}
