package org.ichradiomics.clinical;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What came of one patient's answers.
 *
 * @param score the sum; empty if an item is missing or impossible
 * @param points by the column of the item, of those that could be read
 * @param outcomes as printed, in the order of {@link ClinicalScore#outcomes}; empty texts without a score
 * @param note which items are missing or impossible, and what to write, as a table names them; empty with a score
 * @param words the same as a window names them
 */
public record Scored(OptionalInt score, Map<String, Integer> points, List<String> outcomes, String note, String words) {

    public Scored {
        outcomes = List.copyOf(outcomes);
    }

    /** As it stands in a table. */
    public String text() {
        return score.isPresent() ? Integer.toString(score.getAsInt()) : "";
    }
}
