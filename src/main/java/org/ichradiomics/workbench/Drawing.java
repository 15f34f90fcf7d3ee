package org.ichradiomics.workbench;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.imagej.OutlineSession;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.outline.Doubt;
import org.ichradiomics.outline.Outline;

/** The ways to draw on the case that is open: commands, which are recorded, and strokes by hand. */
final class Drawing {

    private final Bench bench;
    private final Steps steps;

    Drawing(Bench bench, Steps steps) {
        this.bench = bench;
        this.steps = steps;
    }

    void fillBetween() {
        if (bench.open().isEmpty()) return;
        OpenCase now = bench.open().get();
        Map<String, String> options = new LinkedHashMap<>(bench.where(now));
        options.put("label", Integer.toString(bench.tissue().label()));
        command(() -> steps.call(Tasks.FILL_BETWEEN_SLICES, now.image(), options));
    }

    /** Does what is recorded as a command. */
    void command(Steps.Work<String> work) {
        OpenCase now = bench.open().orElseThrow();
        steps.run(
                () -> {
                    now.setCommanded(true);
                    try {
                        return work.run();
                    } finally {
                        now.setCommanded(false);
                    }
                },
                done -> {});
    }

    void mend(Doubt doubt) {
        if (doubt.remedy() == Doubt.Remedy.FILL_BETWEEN) fillBetween();
        else {
            int label = bench.tissue().label();
            draw(outline -> doubt.remedy().on(outline, label));
        }
    }

    void undo() {
        draw(Outline::undo);
    }

    void redo() {
        draw(Outline::redo);
    }

    /** A step of drawing by hand. */
    void draw(OutlineSession.Step step) {
        if (bench.open().isEmpty()) return;
        OpenCase now = bench.open().get();
        steps.run(() -> now.session().change(step), changed -> {});
    }
}
