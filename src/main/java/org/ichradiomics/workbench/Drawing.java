package org.ichradiomics.workbench;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;

import org.ichradiomics.imagej.HaematomaGrowing;
import org.ichradiomics.imagej.Options;
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

    /** Grows the bleed from the points of the image's selection, which is taken away. */
    void grow(String seeds, String against) {
        if (bench.open().isEmpty() || steps.isBusy()) return;
        Map<String, String> options = new LinkedHashMap<>();
        options.put("seed", seeds);
        options.put("against", against);
        options.put("low", bench.limits().low());
        options.put("high", bench.limits().high());
        options.put("label", Integer.toString(bench.tissue().label()));
        options.put("overwrite", "yes");
        ImagePlus image = bench.open().get().image();
        command(() -> {
            // As the task does it, but for the log, which would lie over the image.
            HaematomaGrowing.Result grown =
                    HaematomaGrowing.run(image, Options.of(options, Tasks.GROW_HAEMATOMA.options()), new Steps.Shown());
            Steps.record(Tasks.GROW_HAEMATOMA, options);
            return grown.text();
        });
    }

    void fillBetween() {
        if (bench.open().isEmpty()) return;
        Map<String, String> options =
                Map.of("label", Integer.toString(bench.tissue().label()));
        command(() -> steps.call(Tasks.FILL_BETWEEN_SLICES, bench.open().get().image(), options));
    }

    private void command(Steps.Work<String> work) {
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
