package org.ichradiomics.outline;

import java.util.Locale;

/** What becomes of the holes that a growth leaves within a slice. */
public enum Holding {

    /** They stay holes. */
    KEEP,
    /** They belong to the bleed. */
    FILL;

    /** The word for it: {@code keep}, {@code fill}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
