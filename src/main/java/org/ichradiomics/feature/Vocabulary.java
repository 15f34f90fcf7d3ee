package org.ichradiomics.feature;

/** Who else gives names to radiomic features. */
public enum Vocabulary {

    /** The Image Biomarker Standardisation Initiative, chapter 1; names are its permanent codes, e.g. {@code Q4LE}. */
    IBSI("IBSI"),

    /** PyRadiomics 3.1; names are those of its result columns without the image type, e.g. {@code glcm_JointEnergy}. */
    PYRADIOMICS("PyRadiomics");

    private final String text;

    Vocabulary(String text) {
        this.text = text;
    }

    /** As in the heads of tables. */
    public String text() {
        return text;
    }
}
