package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.CaseKeeping;
import org.ichradiomics.imagej.CaseReporting;
import org.ichradiomics.imagej.MaskSource;
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
        save(Map.of(EXCLUDE, reason), () -> bench.saved(true));
    }

    void saveAndNext() {
        save(Map.of(), () -> bench.saved(true));
    }

    /** Saves the case, stays with it, and opens its report. */
    void report() {
        Visits visits = bench.visits();
        if (visits.first().isEmpty()) return;
        OpenCase first = visits.first().get();
        save(Map.of(), () -> {
            Map<String, String> options = report(first, visits.later());
            steps.run(() -> steps.call(Tasks.CASE_REPORT, first.image(), options), done -> {});
            bench.saved(false);
        });
    }

    /** What is said and drawn is read from where it was saved. */
    private Map<String, String> report(OpenCase first, Optional<OpenCase> later) {
        String table = first.home().table().toString();
        Map<String, String> options = new LinkedHashMap<>(bench.where(first));
        options.put("mask", MaskSource.MASK_FILE.text());
        options.put("maskpath", first.home().mask().toString());
        options.put("label", Integer.toString(Tissue.HAEMATOMA.label()));
        options.put("name", first.home().id());
        later.ifPresent(one -> {
            options.put(CaseReporting.LATER.key(), one.image().getTitle());
            options.put("followupmask", one.home().mask().toString());
        });
        options.put("signs", table);
        if (!first.state().patient().isEmpty()) options.put("patient", table);
        options.put("out", first.home().report().toString());
        options.put("overwrite", "yes");
        return options;
    }

    /** @param next what is done when it is saved */
    private void save(Map<String, String> more, Runnable next) {
        Visits visits = bench.visits();
        if (visits.first().isEmpty() || steps.isBusy()) return;
        if (!bench.growing().moved().equals(bench.growing().limits())) {
            bench.growing().take();
            steps.run(() -> more, settled -> save(settled, next));
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
                    next.run();
                });
    }

    private Map<String, String> options(OpenCase first, Optional<OpenCase> later, Map<String, String> more) {
        Map<String, String> options = new LinkedHashMap<>(bench.where(first));
        later.ifPresent(one -> {
            options.put(CaseReporting.LATER.key(), one.image().getTitle());
            if (one.isByHand())
                options.put(CaseKeeping.LATER_MADE.key(), one.outline().made());
        });
        if (first.isByHand())
            options.put(CaseKeeping.MADE.key(), first.outline().made());
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
