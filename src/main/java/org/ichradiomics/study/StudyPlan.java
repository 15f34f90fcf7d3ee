package org.ichradiomics.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.NumberText;

/**
 * Everything that decides a study's numbers besides the tables; the same plan on the same tables gives the same bits.
 * Its file form is {@link StudyFile}, described key by key in {@code docs/study.md}.
 *
 * @param name of the study
 * @param columns where the tables hold what is not named elsewhere
 * @param missing words that stand for no value in all tables, besides the usual ones
 * @param seed of everything that is drawn: split, folds, bootstrap
 * @param outcome what the signature shall predict
 * @param second another outcome that the score is held against; empty for none
 * @param split training and test
 * @param subgroups by baseline volume; empty for none
 * @param variables clinical candidates
 * @param descriptives how numbers are summed up
 * @param filter by one feature at a time
 * @param agreement of two readers
 * @param lasso the LASSO and its cross-validation
 * @param given name or path of a signature that is to be validated instead of training one; empty to train
 * @param models multivariable models; empty for those of the paper
 * @param backward stepwise selection
 * @param rivals scores against which the R-score's AUC is tested; empty for those of the paper
 * @param resampling honest validation of the whole plan; empty for none
 * @param sampleSize what the number of cases that a model needs is reckoned from
 * @param pooledTests whether several tests are also looked at together
 * @param compared names or paths of signatures whose scores of the same cases are held against the study's
 * @param harmonisation of features that sites or scanners shift; empty for none
 */
public record StudyPlan(
        String name,
        Columns columns,
        @Key(cells = true) List<String> missing,
        long seed,
        OutcomeRule outcome,
        @Key("second_outcome") Optional<OutcomeRule> second,
        SplitRule split,
        Optional<Subgroups> subgroups,
        Variables variables,
        Descriptives descriptives,
        @Key("univariate") Filter filter,
        Agreement agreement,
        Lasso lasso,
        @Key("signature") Optional<String> given,
        Optional<List<Model>> models,
        @Key("regression") Backward backward,
        Optional<List<Rival>> rivals,
        @Key(value = "validation", late = true) Optional<Resampling> resampling,
        @Key(late = true) Expected sampleSize,
        @Key(late = true) boolean pooledTests,
        @Key(value = "compare", late = true) List<String> compared,
        @Key(late = true) Optional<Harmonisation> harmonisation) {

    /**
     * @throws IllegalArgumentException if both outcomes bear the same name, by which files, tables and comparisons know
     *     them
     */
    public StudyPlan {
        second.ifPresent(other -> {
            requireOther("key", outcome.key(), other.key());
            requireOther("variable", outcome.variable(), other.variable());
            requireOther("event", outcome.event(), other.event());
        });
    }

    /** Both, or the one. */
    Stream<OutcomeRule> outcomes() {
        return Stream.concat(Stream.of(outcome), second.stream());
    }

    private static void requireOther(String what, String first, String second) {
        if (!first.equalsIgnoreCase(second)) return; // ignoring case, since keys are in names of files
        throw new IllegalArgumentException("both outcomes have the " + what + " \"" + second
                + "\", and one would take the place of the other; give the second outcome another " + what);
    }

    private static void requireAtMost(String what, int number, int most) {
        if (number > most) throw new IllegalArgumentException(what + " may be at most " + most + ", were " + number);
    }

    /** A study of an outcome, everything else as in the paper. */
    public static StudyPlan of(String name, OutcomeRule outcome) {
        return new StudyPlan(
                name,
                Columns.DEFAULT,
                List.of(),
                1,
                outcome,
                Optional.empty(),
                SplitRule.Random.AS_PUBLISHED,
                Optional.of(Subgroups.AS_PUBLISHED),
                Variables.ALL,
                Descriptives.DEFAULT,
                Filter.DEFAULT,
                Agreement.DEFAULT,
                Lasso.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Backward.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Expected.UNKNOWN,
                false,
                List.of(),
                Optional.empty());
    }

    /**
     * Where the tables hold what.
     *
     * @param id of the case, in every table; empty: {@code case}, else {@code id}, else {@code Label}
     * @param baseline volume in mL
     * @param followUp volume in mL
     * @param features to be taken from the feature table, names or patterns; none: all that it has
     * @param label whose rows are taken of a table with several for a case; empty: the haematoma's
     */
    public record Columns(
            Optional<String> id,
            @Key("baseline_volume") Optional<String> baseline,
            @Key("followup_volume") Optional<String> followUp,
            List<String> features,
            Optional<String> label) {

        /** Looked for under the names that this software and its sample study use. */
        public static final Columns DEFAULT =
                new Columns(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Subgroups by baseline volume: below {@code from}, and from there to below {@code below}; larger haematomas are
     * outside both.
     *
     * @param from mL
     * @param below mL
     */
    public record Subgroups(
            @Key("from_mL") double from, @Key("below_mL") double below) {

        /** Below 3 mL, and 3 to below 10 mL. */
        public static final Subgroups AS_PUBLISHED = new Subgroups(3, 10);

        /** @throws IllegalArgumentException unless 0 &lt; from &lt; below */
        public Subgroups {
            if (!(from > 0 && from < below))
                throw new IllegalArgumentException(
                        "volumes must rise from above 0, were " + from + " and " + below + " mL");
        }

        /** Key of the subset of middle volumes. */
        String middle() {
            return "vol" + NumberText.plain(from) + "_" + NumberText.plain(below);
        }

        /** Key of the subset of small volumes. */
        String small() {
            return "vol_lt" + NumberText.plain(from);
        }
    }

    /**
     * Clinical candidates and how they are looked at.
     *
     * @param candidates in order; empty for every clinical column that is not used otherwise
     * @param leftOut columns that are none
     * @param categorical columns of numbers that are codes, not amounts
     * @param continuous columns that are amounts although they have two values only
     * @param parametric always tested by t
     * @param rank always tested by Mann–Whitney
     * @param reference column → the level that regressions hold its others against; those not named: the first level
     */
    public record Variables(
            List<String> candidates,
            List<String> leftOut,
            List<String> categorical,
            List<String> continuous,
            List<String> parametric,
            List<String> rank,
            Map<String, String> reference) {

        public Variables {
            reference = Collections.unmodifiableMap(new LinkedHashMap<>(reference));
        }

        /** Whatever the clinical table has. */
        public static final Variables ALL =
                new Variables(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * How numbers are summed up.
     *
     * @param bootstrap draws of the bootstrap interval of the AUC; 0 for none
     */
    public record Descriptives(Quantile quartiles, Proportion intervals, int bootstrap) {

        /** Quartiles of type 7, exact intervals, 2000 draws. */
        public static final Descriptives DEFAULT = new Descriptives(Quantile.TYPE_7, Proportion.CLOPPER_PEARSON, 2000);

        /** More draws move the limits by less than the third digit that is printed. */
        public static final int MOST_DRAWS = 100_000;

        /** @throws IllegalArgumentException if the number of draws is negative or above {@link #MOST_DRAWS} */
        public Descriptives {
            if (bootstrap < 0)
                throw new IllegalArgumentException("draws of a bootstrap must not be negative, were " + bootstrap);
            requireAtMost("draws of a bootstrap", bootstrap, MOST_DRAWS);
        }
    }

    /**
     * The univariate filter, on training cases only.
     *
     * @param p a feature stays if its p is below this; 1 keeps all that could be tested
     * @param fdr whether p is first adjusted by Benjamini and Hochberg
     */
    public record Filter(
            double p,
            @Key("test") TestRule rule,
            @Key("mann_whitney") MannWhitney.Method rank,
            boolean fdr) {

        /** p &lt; 0.05, the test chosen by normality, no correction for many tests. */
        public static final Filter DEFAULT = new Filter(0.05, TestRule.AUTO, MannWhitney.Method.ASYMPTOTIC, false);

        /** @throws IllegalArgumentException unless p is in (0, 1] */
        public Filter {
            if (!(p > 0 && p <= 1))
                throw new IllegalArgumentException(
                        "the p of the univariate filter must be above 0 and at most 1, was " + p);
        }
    }

    /**
     * Agreement of two readers, and of a reader with what small changes make of the same outline.
     *
     * @param above what an ICC must exceed to be good
     * @param filter whether only such features go on to the univariate filter
     * @param perturbation the table of {@code robustness}, by a path as that of other tables; features that are not
     *     robust in it are left out before anything is selected
     * @param limit which are; used with a perturbation
     */
    public record Agreement(
            @Key("icc") IntraclassCorrelation.Form form,
            double above,
            boolean filter,
            @Key(late = true) Optional<String> perturbation,
            @Key(late = true) Limit limit) {

        /** ICC(2,1) &gt; 0.75, reported but no filter. */
        public static final Agreement DEFAULT = new Agreement(IntraclassCorrelation.Form.ICC_2_1, 0.75, false);

        /** Of two readers alone. */
        public Agreement(IntraclassCorrelation.Form form, double above, boolean filter) {
            this(form, above, filter, Optional.empty(), Limit.LOWER);
        }

        /** @throws IllegalArgumentException unless the limit is in [0, 1) */
        public Agreement {
            if (!(above >= 0 && above < 1))
                throw new IllegalArgumentException("the limit of the ICC must be from 0 to below 1, was " + above);
        }
    }

    /**
     * From when on a feature is robust.
     *
     * @param isLower whether the lower 95 % limit of ICC(1,1) must reach the value, instead of the ICC exceed it
     */
    public record Limit(boolean isLower, double value) {

        /** The lower limit reaches 0.90. */
        public static final Limit LOWER = new Limit(true, Robustness.ROBUST);

        /** @throws IllegalArgumentException unless the value is in [0, 1) */
        public Limit {
            if (!(value >= 0 && value < 1))
                throw new IllegalArgumentException("the limit of robustness must be from 0 to below 1, was " + value);
        }

        /** Whether a feature is; not if nothing is known of it. */
        boolean isMet(Robustness.Row row) {
            Estimate icc = row.of(Robustness.FORM);
            return isLower ? icc.low() >= value : icc.value() > value;
        }

        /** As in study files. */
        String text() {
            return (isLower ? "lower " : "above ") + NumberText.plain(value);
        }

        /** In words. */
        public String inWords() {
            return isLower
                    ? "a lower 95 % limit of ICC(1,1) of " + NumberText.plain(value) + " or more"
                    : "an ICC(1,1) above " + NumberText.plain(value);
        }
    }

    /** Which λ is taken. */
    public enum Choice {
        /** The best mean of the cross-validation. */
        MIN,
        /** The largest λ within one standard error of it. */
        ONE_SE
    }

    /**
     * The LASSO and its cross-validation.
     *
     * @param alpha 1 for the LASSO, less for the elastic net
     * @param lambdas of the path
     * @param folds how many, unless a table gives them
     * @param stratified whether drawn folds share out the events evenly
     * @param measure by which λ is judged
     * @param choice of λ
     * @param repeats how often the cross-validation is repeated with other folds, to show how far its choice depends on
     *     them
     * @param wholePath whether path and folds go on to the last λ, however many cases and features there are
     */
    public record Lasso(
            double alpha,
            int lambdas,
            int folds,
            boolean stratified,
            CvMeasure measure,
            @Key("lambda") Choice choice,
            int repeats,
            @Key(late = true) boolean wholePath) {

        /** 100 λ, 10 stratified folds, the λ with the best AUC. */
        public static final Lasso DEFAULT = new Lasso(1, 100, 10, true, CvMeasure.AUC, Choice.MIN, 0, false);

        /** A path of more λ has no other models, only more points between them. */
        public static final int MOST_LAMBDAS = 1000;

        /** Each fold is a path; as many as cases leave out one at a time. */
        public static final int MOST_FOLDS = 1000;

        /** Of all cross-validations together. */
        public static final int MOST_PATHS = 50_000;

        /** Each repeat is a whole cross-validation. */
        public static final int MOST_REPEATS = 1000;

        /** @throws IllegalArgumentException if a number is outside its range */
        public Lasso {
            if (!(alpha >= 0.001 && alpha <= 1))
                throw new IllegalArgumentException("alpha must be 0.001 to 1, was " + alpha);
            if (lambdas < 2) throw new IllegalArgumentException("a path needs at least 2 lambdas, was " + lambdas);
            if (folds < 3) throw new IllegalArgumentException("cross-validation needs at least 3 folds, was " + folds);
            if (repeats < 0) throw new IllegalArgumentException("repeats must not be negative, was " + repeats);
            requireAtMost("lambdas", lambdas, MOST_LAMBDAS);
            requireAtMost("folds", folds, MOST_FOLDS);
            requireAtMost("repeats", repeats, MOST_REPEATS);
            requireAtMost("paths of all repeats, (repeats + 1) · folds,", (repeats + 1) * folds, MOST_PATHS);
        }
    }

    /**
     * A multivariable logistic regression.
     *
     * @param subset key of the cases: train, test, all, vol3_10, vol_lt3
     * @param second whether it explains the second outcome instead of the first
     * @param variables candidates, {@code rscore} among them where the score shall take part
     */
    public record Model(String subset, boolean second, List<String> variables) {}

    /**
     * Backward selection from all candidates.
     *
     * @param criteria each of them gives its own selection
     * @param removal a variable goes while its p is above this; AIC has its own rule
     * @param entry a removed variable comes back below this p; NaN: never
     * @param firth whether models are also fitted by Firth's penalised likelihood where variables divide the outcomes
     */
    public record Backward(
            @Key("backward") List<BackwardElimination.Criterion> criteria,
            double removal,
            double entry,
            boolean firth) {

        /** Wald, likelihood ratio and AIC; removal at p &gt; 0.10, none comes back; Firth where there is separation. */
        public static final Backward DEFAULT =
                new Backward(List.of(BackwardElimination.Criterion.values()), 0.10, Double.NaN, true);

        /** @throws IllegalArgumentException if a p is outside its range */
        public Backward {
            criteria = List.copyOf(criteria);
            criteria.forEach(criterion -> rule(criterion, removal, entry));
        }

        /** What one of the criteria asks for. */
        public BackwardElimination.Rule rule(BackwardElimination.Criterion criterion) {
            return rule(criterion, removal, entry);
        }

        private static BackwardElimination.Rule rule(
                BackwardElimination.Criterion criterion, double removal, double entry) {
            return new BackwardElimination.Rule(
                    criterion, removal, criterion == BackwardElimination.Criterion.AIC ? Double.NaN : entry);
        }
    }

    /**
     * A score of the same cases whose AUC the R-score's is compared with.
     *
     * @param subset key of the cases
     * @param variable a clinical column of numbers
     * @param low whether low values speak for the event
     */
    public record Rival(
            String subset,
            String variable,
            @Key("low_is_risk") boolean low) {}

    /**
     * What is expected of a model before it is made.
     *
     * @param r2 of Cox and Snell; empty for 0.15 of the largest that can be had
     */
    public record Expected(Optional<Double> r2) {

        /** Nothing is known. */
        public static final Expected UNKNOWN = new Expected(Optional.empty());

        /** @throws IllegalArgumentException unless it is between 0 and 1 */
        public Expected {
            if (r2.isPresent() && !(r2.get() > 0 && r2.get() < 1))
                throw new IllegalArgumentException("sample_size.r2 must be above 0 and below 1, was " + r2.get());
        }
    }
}
