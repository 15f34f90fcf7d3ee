package org.ichradiomics.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.CaseState;
import org.ichradiomics.imagej.PutAway;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.InvalidInputException;

/**
 * Opens the scans of a case as they were left, beside the thread of the windows.
 *
 * @param drawn hears of each change of the first scan
 * @param drawnLater hears of each change of the follow-up
 * @param notKept hears why a case cannot be kept on disk
 */
record Opening(Steps steps, Desk desk, Runnable drawn, Runnable drawnLater, Consumer<String> notKept) {

    /**
     * A case with its follow-up, where one was drawn on before.
     *
     * @param later the image of the follow-up, if it is open
     */
    Visits begin(ImagePlus image, String id, Optional<ImagePlus> later) throws InvalidInputException {
        PutAway.roisOfOthers(image).ifPresent(steps::say);
        Visits begun = Visits.of(scan(image, CaseHome.of(desk.out(), id)));
        CaseHome home = home(begun).followUp();
        if (later.isPresent()) return begun.with(scan(later.get(), home));
        Optional<CaseState> left = CaseState.read(home);
        if (left.isEmpty()) return begun;
        Optional<Path> scan = left.get().scanOf(home).filter(Files::exists);
        if (scan.isPresent()) return follow(scan.get(), begun);
        steps.say("The follow-up of " + id + " is not where it was: choose it again (Follow-up).");
        return begun;
    }

    private static CaseHome home(Visits of) {
        return of.first().orElseThrow().home();
    }

    private OpenCase scan(ImagePlus image, CaseHome home) throws InvalidInputException {
        return OpenCase.of(image, home, desk.reader(), home.isFollowUp() ? drawnLater : drawn, notKept);
    }

    /** The same case with a follow-up, under a title of its own. */
    Visits follow(Path scan, Visits first) throws InvalidInputException {
        steps.call(Tasks.OPEN_CT, null, Map.of("path", scan.toString()));
        ImagePlus image = WindowManager.getCurrentImage();
        if (image.getTitle().equals(first.first().orElseThrow().image().getTitle())) {
            image.setTitle("follow-up " + image.getTitle());
            Steps.record("Rename...", Map.of("title", image.getTitle()));
        }
        return first.with(scan(image, home(first).followUp()));
    }

    /** The same case, kept in another folder from now on. */
    Visits move(Visits before, Path out) throws InvalidInputException {
        CaseHome home = CaseHome.of(out, home(before).id());
        Visits moved = Visits.of(move(before.first().orElseThrow(), home));
        if (before.later().isPresent()) moved = moved.with(move(before.later().get(), home.followUp()));
        return moved.at(before.isLater());
    }

    private OpenCase move(OpenCase before, CaseHome to) throws InvalidInputException {
        OpenCase moved = scan(before.image(), to);
        moved.takeOver(before);
        return moved;
    }
}
