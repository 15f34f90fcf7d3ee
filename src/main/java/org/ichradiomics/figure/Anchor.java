package org.ichradiomics.figure;

/** Which part of a text lies at its place. */
public enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
        this.share = share;
    }

    /** The share of the text's width that lies before its place. */
    double share() {
        return share;
    }
}
