package org.ichradiomics.plugin;

import java.util.List;
import java.util.concurrent.CancellationException;

import ij.gui.GenericDialog;
import ij.gui.Roi;

import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskSource;

/** Asks in a window what the dialog of <i>Extract...</i> could not. */
public final class AskingUser implements LesionFinder.Asker {

    @Override
    public void takes(MaskSource source, List<MaskSource> differing) {
        // The dialog has said so before OK.
    }

    @Override
    public int slice(Roi roi, int slices) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Slice of a ROI");
        dialog.addMessage("The ROI " + (roi.getName() == null ? "without a name" : roi.getName()) + " is on no slice.");
        dialog.addNumericField("Slice (1 to " + slices + ")", 1, 0);
        dialog.showDialog();
        double slice = dialog.getNextNumber();
        if (dialog.wasCanceled() || !(slice >= 1 && slice <= slices)) throw new CancellationException();
        return (int) slice;
    }
}
