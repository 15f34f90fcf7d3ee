package org.ichradiomics.feature;

/** Where the definitions of the AK catalogue come from; the vendor's kit has no public manual. */
public final class Source {

    /** Shown by 51 × 396 published values. */
    public static final String DOCUMENTED = "AK export pone.0227703.s014 (Li et al. 2020)";

    /** ITK's source, and nothing in the published values against it. */
    public static final String ITK = "ITK 5.2.1 source";

    /** Free: neither the published values nor ITK fix it. */
    public static final String CHOSEN = "chosen; fits AK export pone.0227703.s014";

    private Source() {
    }
}
