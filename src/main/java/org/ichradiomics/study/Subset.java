package org.ichradiomics.study;

/**
 * Cases of a cohort that are looked at together.
 *
 * @param key in file names and JSON keys: train, test, all, vol3_10, vol_lt3
 * @param title in tables and figures
 * @param cases their places in the cohort, ascending
 */
public record Subset(String key, String title, int[] cases) {

    /** Those on whom the signature is trained. */
    public static final String TRAINING = "train";
    /** Those on whom it is tested. */
    public static final String TEST = "test";
    /** How the keys of several tests begin. */
    static final String TESTS = "test_";
    /** Several tests together, where a plan asks for it. */
    static final String POOLED = "test_pooled";
    /** Both together. */
    public static final String ALL = "all";

    /** Of values by case those of some cases, in their order. */
    public static double[] take(double[] values, int[] cases) {
        double[] some = new double[cases.length];
        for (int i = 0; i < some.length; i++) some[i] = values[cases[i]];
        return some;
    }

    /** Whether its cases test, all or some of them. */
    public boolean isTest() {
        return key.equals(TEST) || key.startsWith(TESTS);
    }

    /** How many cases there are. */
    public int size() {
        return cases.length;
    }
}
