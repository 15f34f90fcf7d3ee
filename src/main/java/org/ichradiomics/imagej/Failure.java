package org.ichradiomics.imagej;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import org.ichradiomics.front.WrongJar;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Words;

/** How an error reaches the user of ImageJ. */
public final class Failure {

    private static final String TITLE = "ICH Radiomics";

    private Failure() {}

    /** What to tell when there is too little memory, whatever was done. */
    public static InvalidInputException of(OutOfMemoryError e) {
        return new InvalidInputException(Sentence.of("There is not enough memory for this: ", Mend.MEMORY, "."), e);
    }

    /** What to tell when classes do not fit together. */
    public static InvalidInputException of(LinkageError e) {
        if (e instanceof ExceptionInInitializerError) {
            return new InvalidInputException("ICH Radiomics failed (" + e.getCause() + "): please report it.", e);
        }
        return new InvalidInputException(WrongJar.sentence(e), e);
    }

    /** Shows the sentence; in a macro, ImageJ ends the macro by an exception of its own. */
    public static void show(InvalidInputException e, Words words) {
        IJ.error(TITLE, e.in(words));
    }

    /**
     * Shows the sentence and ends the macro that said {@code call(...)}: after IJ.error alone, ImageJ would go on with
     * its next line.
     */
    public static void endCall(InvalidInputException e) {
        Interpreter macro = Interpreter.getInstance();
        try {
            show(e, MenuWords.INSTANCE);
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
