package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a batch.
 *
 * @param done       cases of which all is there
 * @param incomplete cases without their follow-up
 * @param failed     cases of which nothing is there
 * @param reference  against which the scores are read
 */
public record BatchSummary(int done, int incomplete, int failed, String reference) {

    public boolean isAllDone() {
        return incomplete == 0 && failed == 0;
    }

    /** {@code 38 done, 2 failed; R-score against "Own cohort"}. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of(done + " done"));
        if (incomplete > 0) parts.add(incomplete + " incomplete");
        if (failed > 0) parts.add(failed + " failed");
        return String.join(", ", parts) + "; R-score against \"" + reference + "\"";
    }
}
