package org.ichradiomics.clinical;

import java.util.Optional;

/**
 * What a cell says about an item.
 *
 * @param value the number; of a choice its place from 0, of yes and no 1 and 0; NaN if there is none
 * @param wrong what is wrong, to follow the cell in a sentence, maybe no word; nothing if nothing is, or if the cell is
 *     empty
 */
record Answer(double value, Optional<String> wrong) {

    static final Answer MISSING = new Answer(Double.NaN, Optional.empty());

    static Answer of(double value) {
        return new Answer(value, Optional.empty());
    }

    static Answer wrong(String what) {
        return new Answer(Double.NaN, Optional.of(what));
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }
}
