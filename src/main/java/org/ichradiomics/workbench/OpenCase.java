package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import ij.ImagePlus;

import org.ichradiomics.casework.Autosave;
import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.CaseSaving;
import org.ichradiomics.casework.CaseStage;
import org.ichradiomics.casework.CaseState;
import org.ichradiomics.casework.Draft;
import org.ichradiomics.imagej.LabelVolume;
import org.ichradiomics.imagej.OpenedFrom;
import org.ichradiomics.imagej.OutlineSession;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/**
 * The case on the workbench: its image, what is drawn and what was said, kept on disk as it changes. No window; all but
 * drawing happens in the thread of the windows.
 */
final class OpenCase {

    private final OutlineSession session;
    private final CaseHome home;
    private final Runnable listener;
    private final Consumer<String> problem;
    private volatile Autosave autosave;
    private final Runnable drawing = this::drawn;
    private volatile CaseState state;
    private volatile boolean isByHand;
    private volatile boolean isCommanded;
    private volatile int changes;

    private OpenCase(
            OutlineSession session, CaseHome home, CaseState state, Runnable listener, Consumer<String> problem) {
        this.session = session;
        this.home = home;
        this.state = state;
        this.listener = listener;
        this.problem = problem;
        goOn();
    }

    /**
     * Opens a case as it was left: saved, or drawn and not saved yet.
     *
     * @param reader code of whoever reads; may be empty
     * @param listener called in the thread of the windows after each change
     * @param problem hears why the case cannot be kept on disk, and an empty text when that is over
     * @throws InvalidInputException if it was outlined by another reader, or what was left cannot be read
     */
    static OpenCase of(ImagePlus image, CaseHome home, String reader, Runnable listener, Consumer<String> problem)
            throws InvalidInputException {
        CaseSaving.finish(home.out());
        Optional<CaseState> left = CaseState.read(home);
        CaseState state = left.orElse(CaseState.NEW.withReader(reader));
        if (!state.reader().equals(reader) && !state.reader().isEmpty() && !reader.isEmpty()) {
            throw new InvalidInputException("The case " + home.id() + " in this folder was read by " + state.reader()
                    + ", whose outline is not shown to " + reader + ": choose a folder of your own for the cases.");
        }
        if (!reader.isEmpty()) state = state.withReader(reader);
        Optional<Path> file = OpenedFrom.of(image);
        if (file.isPresent()) state = state.withScan(file.get(), home);
        OutlineSession session = OutlineSession.of(image);
        OpenCase open = new OpenCase(session, home, state, listener, problem);
        Path drawn = Draft.outline(home, state);
        if (left.isPresent() && Files.exists(drawn)) open.draw(drawn);
        image.setSlice(left.isPresent() ? Math.min(state.slice(), image.getStackSize()) : image.getCurrentSlice());
        session.listen(open.drawing);
        return open;
    }

    private void draw(Path file) throws InvalidInputException {
        session.open(file, Placement.CHECKED, state.made());
        isByHand = true;
        for (int slice : state.emptySlices()) session.change(outline -> outline.markEmpty(slice - 1, true));
    }

    ImagePlus image() {
        return session.image();
    }

    OutlineSession session() {
        return session;
    }

    Outline outline() {
        return session.outline();
    }

    CaseHome home() {
        return home;
    }

    CaseState state() {
        return state;
    }

    /** How often the outline has changed since the case was opened. */
    int changes() {
        return changes;
    }

    /** Whether the outline is not that of the recorded commands alone. */
    boolean isByHand() {
        return isByHand;
    }

    /** Says that what changes until it is called again is recorded as a command. */
    void setCommanded(boolean commanded) {
        isCommanded = commanded;
    }

    /** Takes over what was said of the same image in another folder. */
    void takeOver(OpenCase before) {
        isByHand = before.isByHand;
        Optional<Path> file = OpenedFrom.of(image());
        state = file.isPresent() ? before.state.withScan(file.get(), home) : before.state;
        EventQueue.invokeLater(autosave::drawn);
    }

    /** Where its scan lies; empty where the image was opened from no file. */
    Optional<Path> folder() {
        return OpenedFrom.of(image()).map(file -> file.toAbsolutePath().getParent());
    }

    /** Something was said. */
    void say(UnaryOperator<CaseState> change) {
        CaseState before = state;
        state = change.apply(before);
        if (state.equals(before)) return;
        if (state.stage() != CaseStage.DRAWN) state = state.at(CaseStage.DRAWN);
        autosave.changed();
        listener.run();
    }

    /** The case is no longer as it was saved. */
    void touch() {
        if (state.stage() == CaseStage.DRAWN) return;
        state = state.at(CaseStage.DRAWN);
        autosave.changed();
    }

    /** In whichever thread draws. */
    private void drawn() {
        if (!isCommanded) isByHand = true;
        changes++;
        EventQueue.invokeLater(() -> {
            state = state.at(CaseStage.DRAWN);
            autosave.drawn();
            listener.run();
        });
    }

    private Draft draft() {
        int[] marked = IntStream.range(0, outline().grid().nz())
                .filter(outline()::isMarkedEmpty)
                .map(z -> z + 1)
                .toArray();
        CaseState now = state.onSlice(image().getCurrentSlice())
                .withEmptySlices(IntStream.of(marked).boxed().toList())
                .withMade(outline().made());
        LabelVolume drawn = session.volume();
        return new Draft(now, file -> drawn.write(file, Replacing.ALWAYS));
    }

    /** Keeps it on disk as it changes, from now on. */
    final void goOn() {
        autosave = new Autosave(
                home, this::draft, EventQueue::invokeLater, said -> EventQueue.invokeLater(() -> problem.accept(said)));
    }

    /**
     * Writes what is not on disk yet, and no more until it goes on: a draft that comes late would take a saved case for
     * a drawn one.
     *
     * @throws InvalidInputException if that is not possible
     */
    void hold() throws InvalidInputException {
        autosave.finish();
    }

    /** Ends the work on it; what is not on disk yet is written first. */
    void close() throws InvalidInputException {
        session.unlisten(drawing);
        autosave.finish();
    }

    /** Ends the work on it: it was saved meanwhile. */
    void saved() {
        session.unlisten(drawing);
        autosave.close();
    }
}
