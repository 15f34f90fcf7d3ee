package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * A path with its cross-validation. Of many patients and features both end where {@link #BEYOND} further λ brought no
 * better AUC and no better deviance, since the work for all λ grows with the square of the features of a model; what
 * they have has the same bits as the whole.
 *
 * @param validations one for each grid that was asked for; no fold takes a feature that the path had to leave out for a
 *     missing value
 */
public record CrossedPath(LassoPath path, List<CrossValidation> validations) {

    /** Patients × features; above it a path ends early. */
    public static final long CELLS = 2_000_000;

    /** So many λ after the best one a path may end. */
    public static final int BEYOND = 30;

    /** Keeps its own copy of the list. */
    public CrossedPath {
        validations = List.copyOf(validations);
    }

    /**
     * @param isWhole whether all λ are wanted, however much work they are
     * @param threads at least 1
     * @param progress told of path and folds
     * @throws InvalidInputException if the path or a fold cannot be fitted, or no fold has both classes
     * @throws CancellationException if the thread is interrupted
     */
    public static CrossedPath of(
            Predictors predictors,
            boolean[] events,
            ElasticNet penalty,
            Folds folds,
            List<CrossValidation.Grid> grids,
            boolean isWhole,
            int threads,
            Progress progress)
            throws InvalidInputException {
        boolean isAll = isWhole || !isLarge(predictors);
        progress.at("LASSO path", 0);
        LassoPath first = LassoPath.fit(predictors, events, penalty, isAll ? penalty.lambdas() : 1 + BEYOND);
        return isAll ? of(first, folds, grids, threads, progress) : asFar(first, folds, grids, threads, progress);
    }

    /**
     * The same with other folds, each on its own λ; the path is fitted further where these need more of it.
     *
     * @throws InvalidInputException if a fold cannot be fitted, or none has both classes
     */
    public CrossedPath with(Folds other, boolean isWhole, int threads) throws InvalidInputException {
        List<CrossValidation.Grid> grids = List.of(CrossValidation.Grid.OWN);
        return isWhole || !isLarge(path.predictors())
                ? of(path, other, grids, threads, Progress.NONE)
                : asFar(path, other, grids, threads, Progress.NONE);
    }

    /** How many rounds there will be is not known: each has half of the progress that is left. */
    static CrossedPath asFar(
            LassoPath first, Folds folds, List<CrossValidation.Grid> grids, int threads, Progress progress)
            throws InvalidInputException {
        LassoPath path = first;
        for (double begun = 0; ; begun = (begun + 1) / 2) {
            CrossedPath crossed = of(path, folds, grids, threads, progress.between(begun, (begun + 1) / 2));
            int needed = crossed.best() + BEYOND;
            if (path.end() != LassoPath.End.ENOUGH || needed <= path.size()) return crossed;
            path = LassoPath.fit(path.predictors(), path.events(), path.penalty(), needed);
        }
    }

    private static CrossedPath of(
            LassoPath path, Folds folds, List<CrossValidation.Grid> grids, int threads, Progress progress)
            throws InvalidInputException {
        LassoPath complete = path.withoutGaps();
        List<CrossValidation> validations = new ArrayList<>();
        for (CrossValidation.Grid grid : grids) {
            String what =
                    grid == CrossValidation.Grid.OWN ? "cross-validation" : "cross-validation at the λ of the path";
            double share = 1.0 / grids.size();
            Progress part = progress.between(share * validations.size(), share * (validations.size() + 1));
            part.at(what, 0);
            validations.add(CrossValidation.of(
                    complete, folds, grid, threads, done -> part.at(what, (double) done / folds.count())));
        }
        return new CrossedPath(path, validations);
    }

    /** The last number of a λ that is the best by any of the curves. */
    private int best() throws InvalidInputException {
        int best = 0;
        for (CrossValidation validation : validations) {
            for (CvMeasure measure : CvMeasure.values())
                best = Math.max(best, validation.curve(measure).kMin());
        }
        return best;
    }

    /** Whether a path of these ends early. */
    public static boolean isLarge(Predictors predictors) {
        return (long) predictors.patients() * predictors.columns().length > CELLS;
    }
}
