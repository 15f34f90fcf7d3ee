package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Rows;
import org.ichradiomics.imagej.VolumeOptions;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;

/** The dialog of <i>Volume...</i> in plain ImageJ; under the fields stands the mask as it is chosen. */
final class VolumeDialog implements DialogListener {

    private static final List<String> CHOICES = List.of("mask", "maskimage", "rows", "spacing_use");

    private final ImagePlus image;
    private Map<String, String> previewed = Map.of();
    private MaskPreview preview;
    private AllTheSame allTheSame;

    VolumeDialog(ImagePlus image) {
        this.image = image;
    }

    /**
     * Asks.
     *
     * @return the options, empty if the user canceled
     * @throws InvalidInputException if there is no image that could be measured
     */
    Optional<VolumeOptions> ask() throws InvalidInputException {
        MaskPreview.requireImage(image);
        Map<String, String> defaults = VolumeOptions.DEFAULTS;
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Volume");
        Fields.addMask(dialog, defaults.get("mask"), "", "");
        dialog.addStringField("Label (of a mask)", defaults.get("label"), 8);
        dialog.addChoice("Rows", Rows.texts(), defaults.get("rows"));
        dialog.addStringField("Spacing (mm)", "", 16);
        dialog.addChoice("Spacing_use", SpacingUse.texts(), defaults.get("spacing_use"));
        dialog.addMessage("Volume, slices and HU range of the mask\n \n \n \n ");
        allTheSame = AllTheSame.addTo(dialog);
        dialog.addDialogListener(this);
        dialog.addHelp(Help.html());
        Fields.letOkWait(dialog, dialogItemChanged(dialog, null));
        dialog.showDialog();
        return dialog.wasCanceled() ? Optional.empty() : Optional.of(VolumeOptions.of(values(dialog)));
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        Map<String, String> now = values(dialog);
        if (!now.equals(previewed)) {
            previewed = now;
            preview = MaskPreview.of(image, VolumeOptions.of(now).mask());
            if (dialog.getMessage() instanceof MultiLineLabel label) label.setText(preview.text());
            dialog.pack();
        }
        return allTheSame.allows(preview.stopped()) && preview.isUsable();
    }

    /** Whether a mask that is stopped shall be measured all the same. */
    boolean isConfirmed() {
        return allTheSame.isSet();
    }

    private static Map<String, String> values(GenericDialog dialog) {
        return Fields.values(dialog, VolumeOptions.DEFAULTS.keySet(), CHOICES);
    }
}
