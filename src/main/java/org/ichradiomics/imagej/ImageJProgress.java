package org.ichradiomics.imagej;

import java.util.concurrent.CancellationException;

import ij.IJ;

import org.ichradiomics.text.Progress;

/** In ImageJ's status line and progress bar; Esc ends the work. */
enum ImageJProgress implements Progress {
    INSTANCE;

    @Override
    public void at(String family, double done) {
        if (IJ.escapePressed()) throw new CancellationException();
        IJ.showStatus("ICH Radiomics: " + family);
        IJ.showProgress(done);
    }
}
