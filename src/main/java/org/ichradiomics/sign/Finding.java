package org.ichradiomics.sign;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The strongest that was seen of something.
 *
 * @param isSuggested whether the rule is met
 * @param value 0 where nothing was seen
 * @param section null where nothing was seen
 * @param parts of that section
 */
record Finding(boolean isSuggested, double value, Section section, List<Pixels> parts) {

    static final Finding NOTHING = new Finding(false, 0, null, List.of());

    /** One that meets the rule before one that does not, then the larger value, then the first. */
    static Finding strongest(Stream<Finding> findings) {
        return findings.reduce(NOTHING, (a, b) -> b.isStrongerThan(a) ? b : a);
    }

    private boolean isStrongerThan(Finding other) {
        return isSuggested == other.isSuggested ? value > other.value : isSuggested;
    }

    /** Counted from 0; empty where nothing was seen, or what was measured belongs to no slice. */
    OptionalInt slice() {
        return section == null ? OptionalInt.empty() : OptionalInt.of(section.slice());
    }
}
