package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one step was.
 *
 * @param label it changed; 0: all
 * @param isAnew whether nothing of what was drawn with the label before is left
 * @param how in a word or more
 */
record Made(int label, boolean isAnew, String how) {

    static Made anew(int label, String how) {
        return new Made(label, true, how);
    }

    static Made more(int label, String how) {
        return new Made(label, false, how);
    }

    private boolean replaces(Made earlier) {
        return isAnew && (label == 0 || label == earlier.label);
    }

    private String text() {
        return label <= Tissue.HAEMATOMA.label()
                ? how
                : Tissue.of(label).map(Tissue::toString).orElse("label " + label) + " " + how;
    }

    /** How an outline came to be, from the steps that it still shows: what follows upon itself is counted. */
    static String text(List<Made> steps) {
        List<Made> left = new ArrayList<>();
        for (Made step : steps) {
            left.removeIf(step::replaces);
            left.add(step);
        }
        List<String> texts =
                left.stream().map(Made::text).filter(text -> !text.isEmpty()).toList();
        List<String> said = new ArrayList<>();
        for (int i = 0, from = 0; i < texts.size(); i++) {
            if (i + 1 < texts.size() && texts.get(i + 1).equals(texts.get(i))) continue;
            said.add(texts.get(i) + (i > from ? " × " + (i - from + 1) : ""));
            from = i + 1;
        }
        return said.stream().collect(Collectors.joining("; "));
    }
}
