package org.ichradiomics.stats;

/** How the test of a continuous variable is chosen. */
public enum TestRule {
    /** A t-test if neither group's normality is rejected (Shapiro–Wilk p ≥ 0.05), else Mann–Whitney. */
    AUTO,
    /** Always a t-test. */
    PARAMETRIC,
    /** Always Mann–Whitney. */
    RANK
}
