package org.ichradiomics.plugin;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import ij.IJ;
import ij.Macro;

import org.ichradiomics.imagej.Failure;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

/** Runs what a menu item starts, and shows what goes wrong as one sentence. */
final class Guarded {

    /** What a menu item starts. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @throws InvalidInputException what the user can mend
         */
        void run() throws InvalidInputException;
    }

    private Guarded() {}

    /**
     * Runs it; in a macro, an error ends the macro by the exception that ImageJ throws for it.
     *
     * @param words of the user
     * @param listener hears the sentence before the user does
     * @return whether it came to its end
     */
    static boolean run(Work work, Words words, Consumer<String> listener) {
        try {
            work.run();
            return true;
        } catch (InvalidInputException e) {
            show(e, words, listener);
        } catch (CancellationException e) {
            IJ.showStatus("ICH Radiomics: canceled");
            IJ.beep();
        } catch (OutOfMemoryError e) {
            show(Failure.of(e), words, listener);
        } catch (LinkageError e) {
            e.printStackTrace();
            show(Failure.of(e), words, listener);
        } catch (RuntimeException e) {
            if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
            // A fault of ours: the trace for whoever mends it, a sentence for the user, and the end for a macro.
            e.printStackTrace();
            show(
                    new InvalidInputException(
                            "ICH Radiomics failed (" + e + "): please report it with the image's size and type.", e),
                    words,
                    listener);
        }
        return false;
    }

    private static void show(InvalidInputException e, Words words, Consumer<String> listener) {
        listener.accept(e.in(words));
        Failure.show(e, words);
    }
}
