package org.ichradiomics.command;

import ij.ImagePlus;
import ij.Macro;
import org.scijava.command.ContextCommand;

import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.plugin.Guarded;
import org.ichradiomics.text.InvalidInputException;

/**
 * A command whose errors stop a macro: shown by ImageJ, then canceled without a reason, the one way that does both in
 * Fiji.
 */
abstract class GuardedCommand extends ContextCommand {

    private volatile Thread runner;
    private volatile String sentence = "";

    /** Several lines as SciJava shows them. */
    static String html(String lines) {
        return "<html>" + lines.replace("\n", "<br>") + "</html>";
    }

    /**
     * The image that was handed over, or that which a macro names: SciJava makes an empty image of a name that it does
     * not know.
     */
    static ImagePlus image(ImagePlus given, String named) throws InvalidInputException {
        return named.isEmpty() ? given : MacroCalls.image(named);
    }

    /** Runs it; on an error the command ends as canceled. */
    final void guarded(Guarded.Work work) {
        runner = Thread.currentThread();
        boolean done = false;
        try {
            done = Guarded.run(work, told -> sentence = told);
        } catch (RuntimeException e) {
            // In a macro, IJ.error ends by this exception; through Fiji's thread pool it would reach the user as a
            // trace.
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
        if (!done) cancel(null);
    }

    /**
     * What was wrong, for the script that ran the command. SciJava, which asks in the thread that ran it, gets none: it
     * would open a second window for it, and let a macro go on.
     */
    @Override
    public String getCancelReason() {
        String reason = super.getCancelReason();
        return reason == null || Thread.currentThread() == runner ? reason : sentence;
    }
}
