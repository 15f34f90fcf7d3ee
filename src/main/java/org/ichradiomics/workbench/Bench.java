package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.Worklist;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.CaseReading;
import org.ichradiomics.imagej.Marks;
import org.ichradiomics.imagej.PutAway;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.outline.Doubt;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.InvalidInputException;

/**
 * What lies on the workbench: a list, one of its cases, what is drawn and what it comes to. Knows no window; all of it
 * is asked for and changed in the thread of the windows, and who listens is told there.
 */
final class Bench {

    private final Steps steps;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Looking looking;
    private final Drawing drawing;
    private final Growing growing;
    private final Desk desk;
    private final Consumer<ImagePlus> shown;
    private long since;
    private Optional<Worklist> list = Optional.empty();
    private int place;
    private Optional<OpenCase> open = Optional.empty();
    private String said = "";
    private String notKept = "";
    private Tissue tissue = Tissue.HAEMATOMA;

    /** @param shown hears of each image that comes to the workbench */
    Bench(User user, Desk desk, Consumer<ImagePlus> shown) {
        this.shown = shown;
        this.steps = new Steps(user, this::say);
        this.desk = desk;
        this.looking = new Looking(steps, this::fire);
        this.drawing = new Drawing(this, steps);
        this.growing = new Growing(this, steps);
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void fire() {
        listeners.forEach(Runnable::run);
    }

    /** Says why something could not be done; an empty text: that is over. */
    void say(String sentence) {
        said = sentence;
        fire();
    }

    /** The ways to draw. */
    Drawing drawing() {
        return drawing;
    }

    /** The way to grow. */
    Growing growing() {
        return growing;
    }

    Desk desk() {
        return desk;
    }

    Optional<Worklist> list() {
        return list;
    }

    /** Of the case in the list, from 0. */
    int place() {
        return place;
    }

    Optional<OpenCase> open() {
        return open;
    }

    Optional<Drawn> drawn() {
        return looking.drawn();
    }

    /** What the case comes to; empty where nothing is drawn, or it was not looked at yet. */
    Optional<CaseReading> reading() {
        return looking.reading();
    }

    Tissue tissue() {
        return tissue;
    }

    boolean isBusy() {
        return steps.isBusy();
    }

    /** Why the last step could not be taken, what is not kept on disk, what is doubtful; nothing if all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!said.isEmpty()) warnings.add(said);
        if (!notKept.isEmpty()) warnings.add("Not on disk yet: " + notKept);
        drawn().ifPresent(d -> warnings.addAll(d.warnings()));
        return warnings;
    }

    List<Doubt> doubts() {
        return drawn().map(Drawn::doubts).orElse(List.of());
    }

    void choose(Tissue other) {
        tissue = other;
        look();
    }

    /** Puts an image on the workbench, as a case of its own name, or as the one of the list. */
    void begin(ImagePlus image, String id) {
        if (open.isPresent()
                && open.get().image() == image
                && open.get().home().id().equals(id)) return;
        Optional<OpenCase> before = open;
        open = Optional.empty();
        looking.forget();
        steps.run(
                () -> {
                    if (before.isPresent()) before.get().close();
                    PutAway.roisOfOthers(image).ifPresent(steps::say);
                    CaseHome home = CaseHome.of(desk.out(), id);
                    return OpenCase.of(image, home, desk.reader(), this::look, this::notKept);
                },
                found -> {
                    open = Optional.of(found);
                    since = System.nanoTime();
                    desk.remember(id, list.isEmpty() ? Optional.empty() : desk.list());
                    shown.accept(image);
                    Marks.sides(image, found.session().scan());
                    look();
                });
    }

    /** The same of an image under its own name. */
    void begin(ImagePlus image) {
        begin(image, FileKind.caseName(Path.of(image.getTitle())));
    }

    /** Keeps the cases in another folder from now on; the open case goes there with what is drawn and said. */
    void keepIn(Path out) {
        desk.choose(out);
        Optional<OpenCase> before = open;
        if (before.isEmpty()) {
            fire();
            return;
        }
        open = Optional.empty();
        steps.run(
                () -> {
                    before.get().close();
                    OpenCase moved = OpenCase.of(
                            before.get().image(),
                            CaseHome.of(out, before.get().home().id()),
                            desk.reader(),
                            this::look,
                            this::notKept);
                    moved.takeOver(before.get());
                    return moved;
                },
                found -> {
                    open = Optional.of(found);
                    look();
                });
    }

    private void notKept(String sentence) {
        notKept = sentence;
        fire();
    }

    /** Takes a list, and opens its first case that is not finished. */
    void take(Path csvOrFolder) {
        steps.run(() -> Worklist.read(csvOrFolder), read -> {
            list = Optional.of(read);
            desk.settle(csvOrFolder);
            int first = desk.left().map(one -> place(one, read)).orElse(-1);
            desk.remember("", Optional.of(csvOrFolder));
            go(first >= 0 ? first : desk.next(read, 0).orElse(0));
        });
    }

    private static int place(Worklist.Listed one, Worklist list) {
        return list.cases().stream().map(Worklist.Listed::id).toList().indexOf(one.id());
    }

    /** Takes the list and the case that were left, where they are still there. */
    void resume() {
        Optional<Path> before = desk.list();
        if (before.isPresent()) take(before.get());
        else desk.left().ifPresent(one -> go(one, 0));
    }

    /** Goes to a case of the list. */
    void go(int to) {
        if (list.isPresent() && to >= 0 && to < list.get().cases().size())
            go(list.get().cases().get(to), to);
    }

    private void go(Worklist.Listed one, int to) {
        Optional<OpenCase> before = open;
        open = Optional.empty();
        steps.run(
                () -> {
                    if (before.isPresent()) leave(before.get());
                    steps.call(Tasks.OPEN_CT, null, Map.of("path", one.image().toString()));
                    return WindowManager.getCurrentImage();
                },
                image -> {
                    place = to;
                    begin(image, one.id());
                });
    }

    private static void leave(OpenCase before) throws InvalidInputException {
        before.close();
        before.image().changes = false;
        before.image().close();
    }

    /** Puts the case on disk and takes it off the workbench; its image stays. */
    void leave() {
        open.ifPresent(now -> closed(now.image()));
    }

    /** The case was closed with its image. */
    void closed(ImagePlus image) {
        if (open.isEmpty() || open.get().image() != image) return;
        OpenCase before = open.get();
        open = Optional.empty();
        looking.forget();
        steps.run(
                () -> {
                    before.close();
                    return before;
                },
                left -> fire());
    }

    /** Looks at the case anew. */
    private void look() {
        fire();
        open.ifPresent(now -> looking.at(now, tissue));
    }

    void answer(String sign, String answer) {
        open.ifPresent(now -> now.say(state -> state.withSign(sign, answer)));
    }

    void enter(String item, String text) {
        open.ifPresent(now -> now.say(state -> state.withPatient(item, text)));
    }

    /** Leaves the case out, for a reason. */
    void exclude(String reason) {
        save(Map.of("exclude", reason), true);
    }

    void saveAndNext() {
        save(Map.of(), true);
    }

    /** Saves the case, stays with it, and opens its report. */
    void report() {
        Path page = open.orElseThrow().home().report();
        save(Map.of(), false);
        steps.run(
                () -> {
                    IJ.runPlugIn("ij.plugin.BrowserLauncher", page.toUri().toString());
                    return page;
                },
                shown -> {});
    }

    private void save(Map<String, String> more, boolean isLeft) {
        if (open.isEmpty() || steps.isBusy()) return;
        if (!growing.moved().equals(growing.limits())) {
            growing.take();
            steps.run(() -> more, settled -> save(settled, isLeft));
            return;
        }
        OpenCase now = open.get();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("out", desk.out().toString());
        options.put("name", now.home().id());
        options.put("reader", now.state().reader());
        options.putAll(now.state().signs());
        options.putAll(now.state().patient());
        options.putAll(more);
        try {
            now.hold();
        } catch (InvalidInputException e) {
            say(e.getMessage());
            now.goOn();
            return;
        }
        boolean isDrawn = now.isByHand() && !more.containsKey("exclude");
        steps.run(
                () -> {
                    boolean isSaved = false;
                    try {
                        steps.run(Tasks.SAVE_CASE, now.image(), options);
                        isSaved = true;
                    } finally {
                        if (!isSaved) EventQueue.invokeLater(now::goOn);
                    }
                    // Strokes are recorded as what they came to, before they are saved.
                    if (isDrawn)
                        Steps.record(
                                Tasks.OPEN_MASK,
                                Map.of("path", now.home().mask().toString(), "label", "all"));
                    Steps.record(Tasks.SAVE_CASE, options);
                    return now;
                },
                saved -> saved(now, isLeft));
    }

    private void saved(OpenCase now, boolean isLeft) {
        now.saved();
        desk.finished(System.nanoTime() - since);
        open = Optional.empty();
        OptionalInt next = list.isEmpty() || !isLeft ? OptionalInt.empty() : desk.next(list.get(), place + 1);
        if (next.isPresent()) {
            now.image().changes = false;
            now.image().close();
            go(next.getAsInt());
        } else {
            begin(now.image(), now.home().id());
        }
    }
}
