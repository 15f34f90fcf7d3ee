package org.ichradiomics.batch;

import java.util.List;

import org.ichradiomics.text.English;

/**
 * What came of the pages of a cohort's cases.
 *
 * @param cases that were measured
 * @param kept cases that a reader has saved, whose files are left as they are
 * @param missing why a case has no page, a sentence each
 */
public record ReportedCases(int cases, List<String> kept, List<String> missing) {

    /** Keeps its own copies. */
    public ReportedCases {
        kept = List.copyOf(kept);
        missing = List.copyOf(missing);
    }

    /** In a sentence. */
    public String text() {
        int written = cases - kept.size() - missing.size();
        return English.counted(written, "report") + " in cases and pictures"
                + (kept.isEmpty() ? "" : "; saved by a reader and left: " + String.join(", ", kept))
                + (missing.isEmpty() ? "" : "; " + missing.size() + " missing") + ".";
    }
}
