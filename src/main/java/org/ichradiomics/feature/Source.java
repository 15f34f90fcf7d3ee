package org.ichradiomics.feature;

/** Where the definitions come from. The AK catalogue has several sources, as the vendor's kit has no public manual. */
public final class Source {

    /** Shown by 51 × 396 published values. */
    public static final String DOCUMENTED = "AK export pone.0227703.s014 (Li et al. 2020)";

    /** ITK's source, and nothing in the published values against it. */
    public static final String ITK = "ITK 5.2.1 source";

    /** Free: neither the published values nor ITK fix it. */
    public static final String CHOSEN = "chosen; fits AK export pone.0227703.s014";

    /** The standard: ibsi.readthedocs.io, summarised in Radiology 2020;295:328-338. */
    public static final String IBSI = "IBSI reference manual (Zwanenburg et al. 2020)";

    /** As PyRadiomics computes it, its quirks included: van Griethuysen et al. Cancer Res 2017;77:e104-e107. */
    public static final String PYRADIOMICS = "PyRadiomics 3.1";

    /** Defined there, but without reference values: not to be reported as IBSI-compliant. */
    public static final String IBSI_NOT_STANDARDISED = "IBSI reference manual, not standardised (no reference values)";

    private Source() {}
}
