package org.ichradiomics.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import org.ichradiomics.region.InvalidInputException;

/** How an error reaches the user of ImageJ. */
public final class Failure {

    private static final String TITLE = "ICH Radiomics";

    private Failure() {
    }

    /** Shows the sentence; in a macro, ImageJ ends the macro by an exception of its own. */
    public static void show(InvalidInputException e) {
        IJ.error(TITLE, e.in(MenuWords.INSTANCE));
    }

    /** Shows the sentence and ends the macro that said {@code call(...)}: after IJ.error alone, ImageJ would go on with its next line. */
    static void endCall(InvalidInputException e) {
        Interpreter macro = Interpreter.getInstance();
        try {
            show(e);
        } catch (RuntimeException canceled) {
            // On its way through call(...), the exception would only become a trace in the log.
            if (!Macro.MACRO_CANCELED.equals(canceled.getMessage())) throw canceled;
        }
        if (macro == null) return;
        // Silently, because the sentence has been said, and without a screen ImageJ's own way of saying it throws.
        macro.setIgnoreErrors(true);
        macro.abort(e.in(MenuWords.INSTANCE));
    }
}
