package org.ichradiomics.plugin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.gui.GenericDialog;
import ij.gui.Roi;

import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.MaskSource;

/** Asks in a window what the dialog of <i>Extract...</i> could not. */
public final class AskingUser implements LesionFinder.Asker {

    private final boolean confirmed;

    public AskingUser() {
        this(false);
    }

    /** @param confirmed whether a dialog has asked for what is stopped, and was answered */
    AskingUser(boolean confirmed) {
        this.confirmed = confirmed;
    }

    @Override
    public Optional<String> stopped(List<String> reasons) {
        if (!confirmed) ask(reasons);
        return Optional.of("It was measured all the same, as the user had it.");
    }

    private static void ask(List<String> reasons) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Stopped");
        dialog.addMessage(MaskPreview.wrapped(reasons));
        AllTheSame allTheSame = AllTheSame.addTo(dialog);
        dialog.addDialogListener((changed, event) -> allTheSame.allows(reasons));
        allTheSame.allows(reasons);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
    }

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
