package org.ichradiomics.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.casework.Worklist;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.CaseReading;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Marks;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.outline.Doubt;
import org.ichradiomics.outline.Tissue;

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
    private final Saving saving;
    private final Opening opening;
    private final Desk desk;
    private final Consumer<ImagePlus> shown;
    private long since;
    private Optional<Worklist> list = Optional.empty();
    private int place;
    private Visits visits = Visits.NONE;
    private String said = "";
    private String notKept = "";
    private Tissue tissue = Tissue.HAEMATOMA;

    /** @param shown hears of each image that comes to the workbench */
    Bench(User user, Desk desk, Consumer<ImagePlus> shown) {
        this.shown = shown;
        this.steps = new Steps(user, this::say, this::fire);
        this.desk = desk;
        this.looking = new Looking(steps, this::fire);
        this.drawing = new Drawing(this, steps);
        this.growing = new Growing(this, steps);
        this.saving = new Saving(this, steps);
        this.opening = new Opening(steps, desk, this::look, this::drawnLater, this::notKept);
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

    /** The way to tables of what was said. */
    Answers answers() {
        return new Answers(this, steps);
    }

    /** The way to disk. */
    Saving saving() {
        return saving;
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

    /** The scan that is drawn on. */
    Optional<OpenCase> open() {
        return visits.now();
    }

    /** All scans of the case. */
    Visits visits() {
        return visits;
    }

    /** The options of a task that say on which scan, where there are two. */
    Map<String, String> where(OpenCase one) {
        return visits.later().isEmpty()
                ? Map.of()
                : Map.of(CommonOptions.IMAGE.key(), one.image().getTitle());
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
        if (visits.first()
                .filter(one -> one.image() == image && one.home().id().equals(id))
                .isPresent()) return;
        begin(image, id, Optional.empty());
    }

    /** @param later the image of its follow-up, if it is open */
    private void begin(ImagePlus image, String id, Optional<ImagePlus> later) {
        Visits before = forget();
        steps.run(
                () -> {
                    before.close();
                    return opening.begin(image, id, later);
                },
                found -> {
                    visits = found;
                    since = System.nanoTime();
                    desk.remember(id, list.isEmpty() ? Optional.empty() : desk.list());
                    visits.all().forEach(this::show);
                    turn(false);
                });
    }

    private Visits forget() {
        Visits before = visits;
        visits = Visits.NONE;
        looking.forget();
        return before;
    }

    private void show(OpenCase one) {
        shown.accept(one.image());
        Marks.sides(one.image(), one.session().scan());
    }

    private void drawnLater() {
        visits.first().ifPresent(OpenCase::touch);
        look();
    }

    /** The later scan of the case that the list or the disk names; empty if there is none. */
    Optional<Path> listedFollowUp() {
        return list.flatMap(l -> l.cases().get(place).followup());
    }

    /** Takes a later scan of the same patient, to be drawn on as the first. */
    void follow(Path scan) {
        if (visits.first().isEmpty() || steps.isBusy()) return;
        Visits before = visits;
        steps.run(() -> opening.follow(scan, before), found -> {
            visits = found;
            show(found.later().orElseThrow());
            turn(true);
        });
    }

    /** Goes to the one scan of the case, or to the other. */
    void turn(boolean toLater) {
        visits = visits.at(toLater);
        open().map(now -> now.image().getWindow()).ifPresent(window -> {
            WindowManager.setCurrentWindow(window);
            window.toFront();
            window.getCanvas().requestFocus();
        });
        look();
    }

    /** The same of an image under its own name. */
    void begin(ImagePlus image) {
        begin(image, FileKind.caseName(Path.of(image.getTitle())));
    }

    /** Keeps the cases in another folder from now on; the open case goes there with what is drawn and said. */
    void keepIn(Path out) {
        desk.choose(out);
        if (visits.first().isEmpty()) {
            fire();
            return;
        }
        Visits before = forget();
        steps.run(
                () -> {
                    before.close();
                    return opening.move(before, out);
                },
                moved -> {
                    visits = moved;
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
        Visits before = forget();
        steps.run(
                () -> {
                    before.close();
                    before.closeImages();
                    steps.call(Tasks.OPEN_CT, null, Map.of("path", one.image().toString()));
                    return WindowManager.getCurrentImage();
                },
                image -> {
                    place = to;
                    begin(image, one.id());
                });
    }

    /** Puts the case on disk and takes it off the workbench; its images stay. */
    void leave() {
        visits.first().ifPresent(first -> closed(first.image()));
    }

    /** A scan of the case was closed. */
    void closed(ImagePlus image) {
        Optional<OpenCase> gone = visits.of(image);
        if (gone.isEmpty()) return;
        Visits before = forget();
        Visits stay = before.without(gone.get());
        visits = stay;
        steps.run(
                () -> {
                    for (OpenCase one : before.all()) if (!stay.all().contains(one)) one.close();
                    return before;
                },
                left -> look());
    }

    /** Looks at the case anew. */
    private void look() {
        fire();
        if (visits.first().isPresent()) looking.at(visits, tissue);
    }

    void answer(String sign, String answer) {
        visits.first().ifPresent(now -> now.say(state -> state.withSign(sign, answer)));
    }

    void enter(String item, String text) {
        visits.first().ifPresent(now -> now.say(state -> state.withPatient(item, text)));
    }

    /** The case was saved: to the next one, or on with this one as it lies on disk. */
    void saved(boolean isLeft) {
        Visits before = forget();
        OpenCase first = before.first().orElseThrow();
        desk.finished(System.nanoTime() - since);
        OptionalInt next = list.isEmpty() || !isLeft ? OptionalInt.empty() : desk.next(list.get(), place + 1);
        if (next.isPresent()) {
            before.closeImages();
            go(next.getAsInt());
            return;
        }
        begin(first.image(), first.home().id(), before.later().map(OpenCase::image));
        if (isLeft && list.isPresent()) steps.run(() -> desk.finished(list.get()), this::say);
    }
}
