package org.ichradiomics.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ichradiomics.imagej.OutlineSession;
import org.ichradiomics.outline.Doubt;
import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.English;

/**
 * What the outline comes to, while it is drawn.
 *
 * @param tissue which of the labels
 * @param slices voxels on each slice
 * @param millilitres volume
 * @param mean HU; NaN where nothing is drawn
 * @param doubts about its shape
 */
record Drawn(Tissue tissue, int[] slices, double millilitres, double mean, List<Doubt> doubts) {

    private static final double DARKEST = 20;
    private static final double BRIGHTEST = 110;

    static Drawn of(OutlineSession session, Tissue tissue) {
        Outline outline = session.outline();
        Head head = session.head();
        int label = tissue.label();
        double sum = 0;
        long voxels = 0;
        int size = outline.grid().size();
        for (int i = 0; i < size; i++) {
            if (outline.label(i) != label) continue;
            sum += head.hu(i);
            voxels++;
        }
        return new Drawn(
                tissue,
                outline.voxels(label),
                outline.millilitres(label),
                voxels == 0 ? Double.NaN : sum / voxels,
                Doubt.of(outline, label));
    }

    boolean isEmpty() {
        return Double.isNaN(mean);
    }

    /** Volume, slices and mean, in a line. */
    String text() {
        if (isEmpty()) return "no " + tissue + " drawn";
        int drawn = 0;
        for (int voxels : slices) drawn += voxels > 0 ? 1 : 0;
        return String.format(
                Locale.ROOT, "%.2f mL   %s   mean %.1f HU", millilitres, English.counted(drawn, "slice"), mean);
    }

    /** What is doubtful and nothing mends at once. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (tissue == Tissue.HAEMATOMA && !isEmpty() && !(mean >= DARKEST && mean <= BRIGHTEST)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Mean %.0f HU is no fresh blood (%.0f to %.0f HU): look where it is drawn.",
                    mean,
                    DARKEST,
                    BRIGHTEST));
        }
        return warnings;
    }
}
