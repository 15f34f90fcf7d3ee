package org.ichradiomics.plugin;

import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.Macro;

import org.ichradiomics.imagej.Failure;
import org.ichradiomics.region.InvalidInputException;

/** Runs what a menu item starts, and shows what goes wrong as one sentence. */
public final class Guarded {

    /** What a menu item starts. */
    @FunctionalInterface
    public interface Work {

        void run() throws InvalidInputException;
    }

    private Guarded() {
    }

    /**
     * Runs it; in a macro, an error ends the macro by the exception that ImageJ throws for it.
     *
     * @return whether it came to its end
     */
    public static boolean run(Work work) {
        try {
            work.run();
            return true;
        } catch (InvalidInputException e) {
            Failure.show(e);
        } catch (CancellationException e) {
            IJ.showStatus("ICH Radiomics: canceled");
            IJ.beep();
        } catch (OutOfMemoryError e) {
            Failure.show(new InvalidInputException("There is not enough memory for this image: raise it in Edit > Options > Memory & Threads..., "
                    + "or crop the image.", e));
        } catch (RuntimeException e) {
            if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
            // A fault of ours: the trace for whoever mends it, a sentence for the user, and the end for a macro.
            e.printStackTrace();
            Failure.show(new InvalidInputException("ICH Radiomics failed (" + e + "): please report it with the image's size and type.", e));
        }
        return false;
    }
}
