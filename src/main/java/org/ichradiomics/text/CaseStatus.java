package org.ichradiomics.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column of a batch's table that says how far each case came, for those who read the table. */
public final class CaseStatus {

    /** The column of a case's status in a batch table. */
    public static final String COLUMN = "status";

    /** Measured, but a reader would see at a glance that something is wrong with it. */
    public static final String CHECK = "check";

    private CaseStatus() {}

    /**
     * A sentence about the cases that are to be checked; empty if there is none.
     *
     * @param ids of the cases, in the order of the rows
     * @param tables with a row for each of them; those without a status say nothing
     * @param fate what becomes of such cases, a clause such as "such cases take part"
     * @throws InvalidInputException never, as only tables with the column are asked for it
     */
    public static Optional<String> sentence(List<String> ids, List<FeatureTable> tables, String fate)
            throws InvalidInputException {
        Set<String> found = new LinkedHashSet<>();
        for (FeatureTable table : tables) {
            if (!table.has(COLUMN)) continue;
            List<String> status = table.texts(COLUMN);
            for (int row = 0; row < ids.size(); row++) {
                if (status.get(row).strip().equalsIgnoreCase(CHECK)) found.add(ids.get(row));
            }
        }
        if (found.isEmpty()) return Optional.empty();
        List<String> ordered = new ArrayList<>(ids);
        ordered.retainAll(found);
        boolean one = ordered.size() == 1;
        return Optional.of(ordered.size() + (one ? " case is" : " cases are")
                + " to be checked, as the batch found something at a glance ("
                + String.join(", ", ordered) + "); " + fate + ": look at mask and image of " + (one ? "it." : "each."));
    }
}
