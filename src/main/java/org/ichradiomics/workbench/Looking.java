package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.util.Optional;

import org.ichradiomics.imagej.CaseKeeping;
import org.ichradiomics.imagej.CaseReading;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * Looks at what is drawn, beside the thread of the windows: at once how much it is, and, when nothing changes
 * meanwhile, what it comes to. What is overtaken by a change is not shown.
 */
final class Looking {

    private final Steps steps;
    private final Runnable listener;
    private Optional<Drawn> drawn = Optional.empty();
    private Optional<CaseReading> reading = Optional.empty();
    private volatile long changes;

    /** @param listener called in the thread of the windows when there is something new */
    Looking(Steps steps, Runnable listener) {
        this.steps = steps;
        this.listener = listener;
    }

    Optional<Drawn> drawn() {
        return drawn;
    }

    Optional<CaseReading> reading() {
        return reading;
    }

    void forget() {
        changes++;
        drawn = Optional.empty();
        reading = Optional.empty();
    }

    /** Looks anew. */
    void at(Visits visits, Tissue tissue) {
        long number = ++changes;
        steps.quietly(() -> {
            if (number != changes) return;
            Drawn found = Drawn.of(visits.now().orElseThrow().session(), tissue);
            show(number, () -> drawn = Optional.of(found));
            steps.quietly(() -> read(visits, number));
        });
    }

    private void read(Visits visits, long number) {
        if (number != changes) return;
        OpenCase first = visits.first().orElseThrow();
        Optional<CaseReading> found = Optional.empty();
        try {
            found = Optional.of(CaseReading.of(
                    first.session(), first.home().id(), CaseKeeping.usual(), LesionFinder.Asker.NOBODY, Progress.NONE));
            if (visits.later().isPresent())
                found = Optional.of(found.get()
                        .followed(first.session(), visits.later().get().session(), LesionFinder.Asker.NOBODY));
        } catch (InvalidInputException e) {
            // Nothing is drawn: there is nothing to read.
        }
        Optional<CaseReading> result = found;
        show(number, () -> reading = result);
    }

    private void show(long number, Runnable change) {
        EventQueue.invokeLater(() -> {
            if (number != changes) return;
            change.run();
            listener.run();
        });
    }
}
