package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.IJ;

import org.ichradiomics.imagej.CaseReporting;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.InvalidInputException;

/** Saves the case that is on the workbench, with its follow-up. */
final class Saving {

    private static final String EXCLUDE = "exclude";

    private final Bench bench;
    private final Steps steps;

    Saving(Bench bench, Steps steps) {
        this.bench = bench;
        this.steps = steps;
    }

    /** Leaves the case out, for a reason. */
    void exclude(String reason) {
        save(Map.of(EXCLUDE, reason), true);
    }

    void saveAndNext() {
        save(Map.of(), true);
    }

    /** Saves the case, stays with it, and opens its report. */
    void report() {
        if (bench.visits().first().isEmpty()) return;
        String page = bench.visits().first().get().home().report().toUri().toString();
        save(Map.of(), false);
        steps.run(
                () -> {
                    IJ.runPlugIn("ij.plugin.BrowserLauncher", page);
                    return page;
                },
                shown -> {});
    }

    private void save(Map<String, String> more, boolean isLeft) {
        Visits visits = bench.visits();
        if (visits.first().isEmpty() || steps.isBusy()) return;
        if (!bench.growing().moved().equals(bench.growing().limits())) {
            bench.growing().take();
            steps.run(() -> more, settled -> save(settled, isLeft));
            return;
        }
        boolean isExcluded = more.containsKey(EXCLUDE);
        Optional<OpenCase> later = visits.later().filter(one -> !isExcluded);
        if (later.filter(one -> one.outline().millilitres(Tissue.HAEMATOMA.label()) == 0)
                .isPresent()) {
            bench.say("No haematoma is drawn on the follow-up "
                    + later.get().image().getTitle() + ": draw it, or close this image to save the case without it.");
            return;
        }
        Map<String, String> options = options(visits.first().get(), later, more);
        if (!hold(visits.all())) return;
        steps.run(
                () -> {
                    boolean isSaved = false;
                    try {
                        steps.run(Tasks.SAVE_CASE, visits.first().get().image(), options);
                        isSaved = true;
                    } finally {
                        if (!isSaved) EventQueue.invokeLater(() -> visits.all().forEach(OpenCase::goOn));
                    }
                    // Strokes are recorded as what they came to, before they are saved.
                    if (!isExcluded) for (OpenCase one : visits.all()) if (one.isByHand()) record(one);
                    Steps.record(Tasks.SAVE_CASE, options);
                    return visits;
                },
                saved -> {
                    saved.all().forEach(OpenCase::saved);
                    bench.saved(isLeft);
                });
    }

    private Map<String, String> options(OpenCase first, Optional<OpenCase> later, Map<String, String> more) {
        Map<String, String> options = new LinkedHashMap<>(bench.where(first));
        later.ifPresent(
                one -> options.put(CaseReporting.LATER.key(), one.image().getTitle()));
        options.put("out", bench.desk().out().toString());
        options.put("name", first.home().id());
        options.put("reader", first.state().reader());
        options.putAll(first.state().signs());
        options.putAll(first.state().patient());
        options.putAll(more);
        return options;
    }

    /** Whether all is on disk that was drawn and said. */
    private boolean hold(List<OpenCase> all) {
        try {
            for (OpenCase one : all) one.hold();
            return true;
        } catch (InvalidInputException e) {
            bench.say(e.getMessage());
            all.forEach(OpenCase::goOn);
            return false;
        }
    }

    private void record(OpenCase one) {
        Map<String, String> options = new LinkedHashMap<>(bench.where(one));
        options.put("path", one.home().mask().toString());
        options.put("label", "all");
        Steps.record(Tasks.OPEN_MASK, options);
    }
}
