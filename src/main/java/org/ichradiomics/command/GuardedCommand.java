package org.ichradiomics.command;

import ij.Macro;

import org.scijava.command.ContextCommand;

import org.ichradiomics.plugin.Guarded;

/** A command whose errors stop a macro: shown by ImageJ, then canceled without a reason, the one way that does both in Fiji. */
abstract class GuardedCommand extends ContextCommand {

    /** Several lines as SciJava shows them. */
    static String html(String lines) {
        return "<html>" + lines.replace("\n", "<br>") + "</html>";
    }

    /** Runs it; on an error the command ends as canceled. */
    final void guarded(Guarded.Work work) {
        boolean done = false;
        try {
            done = Guarded.run(work);
        } catch (RuntimeException e) {
            // In a macro, IJ.error ends by this exception; through Fiji's thread pool it would reach the user as a trace.
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
        if (!done) cancel(null);
    }
}
