package org.ichradiomics.plugin;

import java.awt.Checkbox;
import java.awt.CheckboxGroup;
import java.awt.TextField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.MaskChoice;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.MaskSource;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.menu.User;
import org.ichradiomics.page.CaseCard;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.workbench.Workbench;

/** Asks in a window what the dialog of <i>Extract...</i> could not. */
public final class AskingUser implements User {

    private final boolean confirmed;

    /** Whether it was said once. */
    private boolean isReplacing;

    /** Nothing was answered yet. */
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
        TaskDialog.letOkWait(dialog, allTheSame.allows(reasons));
        dialog.showDialog();
        if (dialog.wasCanceled() || !allTheSame.isSet()) throw new CancellationException();
    }

    @Override
    public boolean mayReplace(String inTheWay) {
        if (!Screen.hasUser()) return false;
        warn("ICH Radiomics", inTheWay + ".\nOK replaces what is there, Cancel leaves it as it is.");
        // A macro cannot be asked: without it, it would be refused what was done here.
        if (Recorder.record && !isReplacing)
            Recorder.recordOption(Replacing.OVERWRITE.key(), Replacing.OVERWRITE.value());
        isReplacing = true;
        return true;
    }

    @Override
    public void warn(String title, String sentence) {
        if (!IJ.showMessageWithCancel(title, sentence)) throw new CancellationException();
    }

    @Override
    public void answered(List<CaseCard> cards) {
        CardWindow.show(cards);
    }

    @Override
    public CtOpening.Chooser chooser(String title, String message, String key) {
        return new ChoosingUser(title, message, key);
    }

    @Override
    public void workbench(ImagePlus image) throws InvalidInputException {
        if (!Screen.isThere()) User.super.workbench(image);
        else Workbench.show(image == null ? WindowManager.getCurrentImage() : image, this);
    }

    /** Nothing is preselected, and OK waits. */
    @Override
    public MaskSource choose(String key, List<MaskChoice> masks) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Which mask");
        dialog.addMessage("There are different masks on this image. Which one is to be measured?");
        String[] items = masks.stream().map(MaskChoice::toString).toArray(String[]::new);
        dialog.addRadioButtonGroup("", items, items.length, 1, null);
        dialog.addDialogListener((changed, event) -> chosen(dialog, masks).isPresent());
        TaskDialog.letOkWait(dialog, false);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return chosen(dialog, masks).orElseThrow(CancellationException::new).source();
    }

    private static Optional<MaskChoice> chosen(GenericDialog dialog, List<MaskChoice> masks) {
        Checkbox one = ((CheckboxGroup) dialog.getRadioButtonGroups().get(0)).getSelectedCheckbox();
        return masks.stream()
                .filter(mask -> one != null && mask.toString().equals(one.getLabel()))
                .findFirst();
    }

    /** Nothing is filled in, and OK waits: a slice that was only accepted is the wrong one. */
    @Override
    public int slice(Roi roi, int slices) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Slice of a ROI");
        dialog.addMessage("The ROI " + (roi.getName() == null ? "without a name" : roi.getName()) + " is on no slice.");
        dialog.addStringField("Slice (1 to " + slices + ")", "", 6);
        // Asked of the field: what a dialog reads itself is recorded as an option, and there is none.
        TextField field = (TextField) dialog.getStringFields().get(0);
        dialog.addDialogListener((changed, event) -> slice(field, slices).isPresent());
        TaskDialog.letOkWait(dialog, false);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return slice(field, slices).orElseThrow(CancellationException::new);
    }

    private static OptionalInt slice(TextField field, int slices) {
        String text = field.getText().strip();
        int slice = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        return slice >= 1 && slice <= slices ? OptionalInt.of(slice) : OptionalInt.empty();
    }
}
