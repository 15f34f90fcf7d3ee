package org.ichradiomics.imagej.studies;

import java.util.concurrent.CancellationException;

import ij.IJ;

import org.ichradiomics.text.Progress;

/** Shows in ImageJ's status line how far the work is, and ends it when the user presses Esc. */
final class StatusLine implements Progress, AutoCloseable {

    StatusLine() {
        IJ.resetEscape();
    }

    @Override
    public void at(String what, double done) {
        if (IJ.escapePressed()) throw new CancellationException();
        IJ.showStatus("ICH Radiomics: " + what);
        IJ.showProgress(done);
    }

    @Override
    public void close() {
        IJ.showProgress(1);
        IJ.showStatus("");
    }
}
