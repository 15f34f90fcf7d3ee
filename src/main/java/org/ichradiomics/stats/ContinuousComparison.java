package org.ichradiomics.stats;

/**
 * A continuous variable in two groups: every test that may be asked for, and the one that holds.
 *
 * <p>Shapiro–Wilk in each group chooses between t-test and Mann–Whitney ({@link TestRule#AUTO}), Levene between Student
 * (p ≥ 0.05) and Welch. Where distances from the mean do not vary at all, Levene has no value and Student is taken.
 *
 * @param first usually the cases with the event
 * @param rank the Mann–Whitney test that was asked for; its p holds where a rank test is chosen
 * @param status whether there is a test at all
 * @param test null unless the status is {@link Status#TESTED}
 * @param p of {@code test}; NaN without one
 */
public record ContinuousComparison(
        Summary first,
        Summary second,
        ShapiroWilk normalityOfFirst,
        ShapiroWilk normalityOfSecond,
        Levene levene,
        TTest student,
        TTest welch,
        MannWhitney rank,
        Status status,
        Test test,
        double p) {

    /** Level at which the tests that choose a test reject. */
    public static final double LEVEL = 0.05;

    /** Whether a variable could be tested. */
    public enum Status {
        /** It could be. */
        TESTED,
        /** A group has fewer than two values. */
        TOO_FEW,
        /** All values are the same. */
        CONSTANT
    }

    /** The test that was chosen. */
    public enum Test {
        /** Student's t-test: normal in both groups, of one variance. */
        STUDENT,
        /** Welch's t-test: normal in both groups, of two variances. */
        WELCH,
        /** The rank test of Mann and Whitney: not normal in one of the groups. */
        MANN_WHITNEY
    }

    /** Values that are not finite are missing. */
    public static ContinuousComparison of(
            double[] first, double[] second, TestRule rule, MannWhitney.Method method, Quantile quartiles) {
        Summary x = Summary.of(first, quartiles);
        Summary y = Summary.of(second, quartiles);
        ShapiroWilk nx = ShapiroWilk.of(first);
        ShapiroWilk ny = ShapiroWilk.of(second);
        Levene levene = Levene.of(first, second);
        TTest student = TTest.student(first, second);
        TTest welch = TTest.welch(first, second);
        MannWhitney rank = MannWhitney.of(first, second, method);
        Status status = status(x, y);
        Test test = status == Status.TESTED ? chosen(rule, nx, ny, levene) : null;
        double p = test == null
                ? Double.NaN
                : switch (test) {
                    case STUDENT -> student.p();
                    case WELCH -> welch.p();
                    case MANN_WHITNEY -> rank.p();
                };
        return new ContinuousComparison(x, y, nx, ny, levene, student, welch, rank, status, test, p);
    }

    /**
     * The p of that comparison alone: the same bits, without the tests that do not decide. NaN also where a rank test
     * was to be exact and cannot be.
     */
    public static double p(double[] first, double[] second, TestRule rule, MannWhitney.Method method) {
        double[] x = Summary.finite(first);
        double[] y = Summary.finite(second);
        if (x.length < 2 || y.length < 2) return Double.NaN;
        if (Summary.isConstant(x) && Summary.isConstant(y) && x[0] == y[0]) return Double.NaN;
        boolean byRank = rule == TestRule.RANK || rule == TestRule.AUTO && !(isNormal(x) && isNormal(y));
        if (byRank) return MannWhitney.of(x, y, method).p();
        return (Levene.of(x, y).p() < LEVEL ? TTest.welch(x, y) : TTest.student(x, y)).p();
    }

    private static boolean isNormal(double[] x) {
        return ShapiroWilk.of(x).p() >= LEVEL;
    }

    /**
     * As the paper's statistics program: automatic rule, normal approximation without continuity correction, quartiles
     * of type 7.
     */
    public static ContinuousComparison of(double[] first, double[] second) {
        return of(first, second, TestRule.AUTO, MannWhitney.Method.ASYMPTOTIC, Quantile.TYPE_7);
    }

    /** Probability that a value of the first group is the larger of a pair, ties a half; NaN for an empty group. */
    public double auc() {
        return rank.u() / first.n() / second.n();
    }

    private static Status status(Summary x, Summary y) {
        if (x.n() < 2 || y.n() < 2) return Status.TOO_FEW;
        boolean constant = x.minimum() == x.maximum() && y.minimum() == y.maximum() && x.minimum() == y.minimum();
        return constant ? Status.CONSTANT : Status.TESTED;
    }

    private static Test chosen(TestRule rule, ShapiroWilk first, ShapiroWilk second, Levene levene) {
        // NaN, where normality cannot be tested, is not normal.
        boolean normal = first.p() >= LEVEL && second.p() >= LEVEL;
        if (rule == TestRule.RANK || rule == TestRule.AUTO && !normal) return Test.MANN_WHITNEY;
        return levene.p() < LEVEL ? Test.WELCH : Test.STUDENT;
    }
}
