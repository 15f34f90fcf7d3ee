package org.ichradiomics.menu;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskChoice;
import org.ichradiomics.imagej.MaskSource;
import org.ichradiomics.text.InvalidInputException;

/** Whoever has asked for a task, and may be asked what its options leave open. */
public interface User extends LesionFinder.Asker {

    /** Nobody is there: a macro, a script, no screen. */
    User NOBODY = new User() {
        @Override
        public MaskSource choose(String key, List<MaskChoice> masks) throws InvalidInputException {
            return LesionFinder.Asker.NOBODY.choose(key, masks);
        }

        @Override
        public int slice(Roi roi, int slices) throws InvalidInputException {
            return LesionFinder.Asker.NOBODY.slice(roi, slices);
        }
    };

    /**
     * Whether what is in the way of a file may be replaced; nobody is asked where nobody is.
     *
     * @param inTheWay as the beginning of a sentence
     * @throws java.util.concurrent.CancellationException if somebody was asked, and it may not
     */
    default boolean mayReplace(String inTheWay) {
        return false;
    }

    /**
     * Tells what will be lost.
     *
     * @param title of the window
     * @throws java.util.concurrent.CancellationException if somebody does not want that
     */
    default void warn(String title, String sentence) {}

    /**
     * Asks which of several is meant.
     *
     * @param title of the window
     * @param message above the choices
     * @param key the option that would have said it; recorded with the answer
     */
    default CtOpening.Chooser chooser(String title, String message, String key) {
        return CtOpening.Chooser.FIRST;
    }

    /**
     * Opens the workbench.
     *
     * @param image the current one; null if there is none
     * @throws InvalidInputException where there is no window
     */
    default void workbench(ImagePlus image) throws InvalidInputException {
        throw new InvalidInputException("The workbench is a window, and there is no screen: its buttons are commands, "
                + "use Grow Haematoma..., Fill Between Slices..., Case Report... or Save Case... instead.");
    }
}
