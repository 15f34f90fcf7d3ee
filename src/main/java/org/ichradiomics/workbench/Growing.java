package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.Timer;

import org.ichradiomics.imagej.HaematomaGrowing;
import org.ichradiomics.imagej.Marks;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.outline.Grown;
import org.ichradiomics.text.InvalidInputException;

/**
 * Grows from a click, and again from the same one while a limit is moved: what would grow is shown, and becomes the
 * outline, in one step, when the limit is let go. What was drawn since the click is never replaced so.
 */
final class Growing {

    /** A limit that was moved by keys and stays as it is so long is let go, ms. */
    private static final int REST = 600;

    /** Where HU come from before there is a click. */
    static final String UNKNOWN = "from the click";

    private final Bench bench;
    private final Steps steps;
    private final Timer rest = new Timer(REST, event -> take());
    private Limits limits = Limits.AUTO;
    private Limits moved = limits;
    private Optional<Click> click = Optional.empty();
    private Optional<Grown> used = Optional.empty();
    private String preview = "";
    private volatile long asked;

    /** From what was grown last, and how often the outline had changed then. */
    private record Click(OpenCase on, int label, String seeds, String against, int changes) {

        private boolean holds(Bench bench) {
            return bench.open()
                            .filter(now -> now == on && now.changes() == changes)
                            .isPresent()
                    && bench.tissue().label() == label;
        }
    }

    Growing(Bench bench, Steps steps) {
        this.bench = bench;
        this.steps = steps;
        rest.setRepeats(false);
    }

    /** Those that hold. */
    Limits limits() {
        return limits;
    }

    /** The same while one of them is moved, and not let go yet. */
    Limits moved() {
        return moved;
    }

    /** HU between which the outline was grown, as numbers; what limits begin with that are no longer the click's. */
    int[] hu() {
        if (!moved.isAuto()) return new int[] {Integer.parseInt(moved.low()), Integer.parseInt(moved.high())};
        return used.filter(grown -> click.isPresent())
                .map(grown -> new int[] {(int) Math.round(grown.low()), (int) Math.round(grown.high())})
                .orElse(new int[] {(int) moved.lock().low(), (int) moved.lock().high()});
    }

    /** The limits in a word or two. */
    String text() {
        int[] hu = hu();
        boolean isKnown =
                !moved.isAuto() || click.filter(one -> one.holds(bench)).isPresent();
        return isKnown ? String.format(Locale.ROOT, "%d–%d HU", hu[0], hu[1]) : UNKNOWN;
    }

    /** What would grow with limits that are being moved; empty while none is. */
    String preview() {
        return preview;
    }

    /** Grows the bleed from points of the image, as the options of the task have them. */
    void grow(String seeds, String against) {
        if (bench.open().isEmpty() || steps.isBusy()) return;
        rest.stop();
        limits = moved;
        int label = bench.tissue().label();
        grow(new Click(bench.open().get(), label, seeds, against, 0));
    }

    private void grow(Click from) {
        asked++;
        preview = "";
        Map<String, String> options = options(from);
        bench.drawing().command(() -> {
            Marks.noPreview(from.on.image());
            // As the task does it, but for the log, which would lie over the image.
            HaematomaGrowing.Result grown = HaematomaGrowing.run(
                    from.on.image(), Options.of(options, Tasks.GROW_HAEMATOMA.options()), new Steps.Shown());
            Steps.record(Tasks.GROW_HAEMATOMA, options);
            int changes = from.on.changes();
            EventQueue.invokeLater(() -> {
                used = Optional.of(grown.grown());
                click = Optional.of(new Click(from.on, from.label, from.seeds, from.against, changes));
                bench.fire();
            });
            return grown.text();
        });
    }

    private Map<String, String> options(Click from) {
        Map<String, String> options = new LinkedHashMap<>(bench.where(from.on));
        options.put("seed", from.seeds);
        options.put("against", from.against);
        options.put("low", moved.low());
        options.put("high", moved.high());
        options.put("radius", moved.reach());
        options.put("label", Integer.toString(from.label));
        options.put("overwrite", "yes");
        return options;
    }

    /**
     * Moves the limits.
     *
     * @param isHeld whether they are still being moved with the mouse
     */
    void move(Limits to, boolean isHeld) {
        if (to.equals(moved) && (isHeld || to.equals(limits))) return;
        moved = to;
        look();
        if (isHeld) rest.stop();
        else rest.restart();
        bench.fire();
    }

    private void look() {
        if (click.filter(one -> one.holds(bench)).isEmpty()) return;
        Click from = click.get();
        Map<String, String> options = options(from);
        long number = ++asked;
        steps.soon(() -> {
            if (number != asked) return;
            try {
                Grown grown =
                        HaematomaGrowing.preview(from.on.image(), Options.of(options, Tasks.GROW_HAEMATOMA.options()));
                if (number == asked) Marks.preview(from.on.image(), grown);
                said(number, String.format(Locale.ROOT, "→ %.2f mL", grown.millilitres()), "");
            } catch (InvalidInputException e) {
                Marks.noPreview(from.on.image());
                said(number, "→ no bleed", e.in(MenuWords.INSTANCE));
            }
        });
    }

    private void said(long number, String volume, String refusal) {
        EventQueue.invokeLater(() -> {
            if (number != asked) return;
            preview = volume;
            bench.say(refusal);
        });
    }

    /** The limits that were moved hold from now on; what has grown with them becomes the outline. */
    void take() {
        if (moved.equals(limits)) {
            drop();
            return;
        }
        if (steps.isBusy()) {
            rest.restart();
            return;
        }
        rest.stop();
        limits = moved;
        if (click.filter(one -> one.holds(bench)).isPresent()) grow(click.get());
        bench.fire();
    }

    /** The limits are again what they were before they were moved. */
    void drop() {
        rest.stop();
        asked++;
        preview = "";
        moved = limits;
        click.ifPresent(from -> steps.soon(() -> Marks.noPreview(from.on.image())));
        bench.fire();
    }

    /** HU from the click, or no longer. */
    void auto() {
        int[] hu = hu();
        move(moved.isAuto() ? moved.within(hu[0], hu[1]) : moved.auto(), false);
        take();
    }

    /** Moves one or both HU limits, and the reach, by keys. */
    void nudge(int low, int high, int mm) {
        int[] hu = hu();
        Limits to = low == 0 && high == 0 ? moved : moved.within(hu[0] + low, hu[1] + high);
        move(to.reaching(moved.mm() + mm), false);
    }
}
