package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Rows;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;

/**
 * The dialog of <i>Extract...</i> in plain ImageJ. Under the fields stand volume, slices and HU range of the mask as it
 * is chosen; OK waits until it can be measured. Nothing is remembered: the source and the path of one patient's mask
 * would be the wrong ones for the next.
 */
final class ExtractDialog implements DialogListener {

    private static final int WIDTH = 36;
    private static final List<String> CHOICES =
            List.of("mask", "maskimage", "placement", "rows", "catalogue", "spacing_use");

    /** What the preview depends on; typing anything else need not read a mask again. */
    private static final List<String> PREVIEWED = List.of(
            "mask",
            "roi_path",
            "maskimage",
            "maskpath",
            "label",
            "placement",
            "rows",
            "catalogue",
            "settings",
            "bins",
            "low",
            "high",
            "run_distance",
            "spacing",
            "spacing_use",
            "signature",
            "reference");

    private final ImagePlus image;
    private Map<String, String> previewed = Map.of();
    private MaskPreview preview;
    private AllTheSame allTheSame;

    ExtractDialog(ImagePlus image) {
        this.image = image;
    }

    /**
     * Asks.
     *
     * @return the options, empty if the user canceled
     * @throws InvalidInputException if there is no image that could be measured
     */
    Optional<ExtractOptions> ask() throws InvalidInputException {
        MaskPreview.requireImage(image);
        Map<String, String> defaults = ExtractOptions.DEFAULTS;
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Extract");
        Fields.addMask(dialog, defaults.get("mask"), "", "");
        dialog.addStringField("Label (of a mask)", defaults.get("label"), 8);
        dialog.addChoice("Placement (of a mask)", Placement.texts(), defaults.get("placement"));
        dialog.addChoice("Rows", Rows.texts(), defaults.get("rows"));
        dialog.addChoice("Catalogue", ExtractOptions.CATALOGUES.toArray(String[]::new), defaults.get("catalogue"));
        dialog.addFileField("Settings (IBSI)", defaults.get("settings"), WIDTH);
        dialog.addStringField("Bins", defaults.get("bins"), 8);
        dialog.addStringField("Low (HU)", defaults.get("low"), 8);
        dialog.addStringField("High (HU)", defaults.get("high"), 8);
        dialog.addStringField("Run_distance (mm)", defaults.get("run_distance"), 8);
        dialog.addStringField("Spacing (mm)", "", 16);
        dialog.addChoice("Spacing_use", SpacingUse.texts(), defaults.get("spacing_use"));
        dialog.addFileField("Signature", defaults.get("signature"), WIDTH);
        dialog.addFileField("Reference", defaults.get("reference"), WIDTH);
        dialog.addStringField("Table", defaults.get("table"), WIDTH);
        dialog.addFileField("Out (CSV)", "", WIDTH);
        dialog.addMessage("Volume, slices and HU range of the mask\n \n \n \n ");
        allTheSame = AllTheSame.addTo(dialog);
        dialog.addDialogListener(this);
        dialog.addHelp(Help.html());
        Fields.letOkWait(dialog, dialogItemChanged(dialog, null));
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        Map<String, String> values = values(dialog);
        return Optional.of(ExtractOptions.of(values).asking(AskingUser::mayReplace));
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        Map<String, String> values = values(dialog);
        Map<String, String> now = new LinkedHashMap<>(values);
        now.keySet().retainAll(PREVIEWED);
        if (!now.equals(previewed)) {
            previewed = now;
            preview = MaskPreview.of(image, ExtractOptions.of(values));
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
        return Fields.values(dialog, ExtractOptions.DEFAULTS.keySet(), CHOICES);
    }
}
