package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.text.InvalidInputException;

/** Macro calls: text in, text out, errors by ImageJ's own way, which stops the macro. */
public final class MacroCalls {

    private MacroCalls() {}

    /** What a call answers. */
    @FunctionalInterface
    public interface Answer {

        /**
         * The answer.
         *
         * @throws InvalidInputException what the user can mend
         */
        String text() throws InvalidInputException;
    }

    /**
     * The answer; empty if it is an error, which ends the macro, or if the user stopped it, which ended the macro
     * before.
     */
    public static String answer(Answer answer) {
        try {
            return answer.text();
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        } catch (OutOfMemoryError e) {
            Failure.endCall(Failure.of(e));
            return "";
        } catch (LinkageError e) {
            Failure.endCall(Failure.of(e));
            return "";
        } catch (CancellationException e) {
            return "";
        }
    }

    /**
     * Any value of the full table, exactly.
     *
     * @param row from 0
     * @param name a column
     */
    public static String value(String row, String name) {
        return answer(() -> Scripting.value(number(row), name.strip()));
    }

    private static int number(String row) throws InvalidInputException {
        try {
            double number = Double.parseDouble(row.strip());
            if (number == Math.rint(number)) return (int) number;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException("The row " + row + " is not a whole number: use 0 for the first row.");
    }

    /**
     * The image a text means.
     *
     * @param titleOrPath empty: the current image
     * @return null if no image is open
     * @throws InvalidInputException if there is neither an open image nor a file of that name, or the file cannot be
     *     read
     */
    public static ImagePlus image(String titleOrPath) throws InvalidInputException {
        if (titleOrPath.isEmpty()) return WindowManager.getCurrentImage();
        ImagePlus open = WindowManager.getImage(titleOrPath);
        if (open != null) return open;
        Path path = Options.path(titleOrPath);
        return CtOpening.asItIs(path);
    }
}
