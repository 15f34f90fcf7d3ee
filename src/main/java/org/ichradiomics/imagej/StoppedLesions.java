package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * Lesions of which a reader would see at a glance that something is wrong: whoever is there is asked before the first
 * row.
 */
final class StoppedLesions {

    private StoppedLesions() {}

    /**
     * The lesions as they are to be measured.
     *
     * @return the same; those that are stopped say so if somebody wanted them measured all the same
     */
    static List<Lesion> confirmed(Scan scan, Spacing spacing, List<Lesion> lesions, LesionFinder.Asker asker) {
        List<Glance> glances = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Lesion lesion : lesions) {
            Glance glance = glance(scan, spacing, lesion);
            glances.add(glance);
            reasons.addAll(glance.reasons());
        }
        if (reasons.isEmpty()) return lesions;
        Optional<String> answer = asker.stopped(List.copyOf(reasons));
        if (answer.isEmpty()) return lesions;
        List<Lesion> confirmed = new ArrayList<>();
        for (int i = 0; i < lesions.size(); i++) {
            confirmed.add(glances.get(i).isStopped() ? lesions.get(i).noted(answer.get()) : lesions.get(i));
        }
        return confirmed;
    }

    private static Glance glance(Scan scan, Spacing spacing, Lesion lesion) {
        try {
            return lesion.glance(scan, spacing);
        } catch (InvalidInputException e) {
            // Told when it is measured, after the rows of those before it.
            return Glance.NONE;
        }
    }
}
