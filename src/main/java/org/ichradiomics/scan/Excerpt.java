package org.ichradiomics.scan;

/**
 * A lesion, and as much of its scan as is needed to measure it.
 *
 * @param scan with the spacing that holds
 */
public record Excerpt(Scan scan, Lesion lesion) {}
