package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.WindowManager;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ExpansionPreview;
import org.ichradiomics.scan.SpacingUse;

/**
 * The dialog of <i>Expansion...</i> in plain ImageJ; under the fields stand both volumes and what the definition says.
 */
final class ExpansionDialog implements DialogListener {

    private static final int WIDTH = 36;
    private static final List<String> CHOICES = List.of("baseline", "followup", "spacing_use", "surgery", "definition");

    /** What the preview does not depend on. */
    private static final List<String> NOT_PREVIEWED = List.of("table", "out");

    private Map<String, String> previewed = Map.of();
    private ExpansionPreview preview;
    private AllTheSame allTheSame;

    /**
     * Asks.
     *
     * @return the options, empty if the user canceled
     */
    Optional<ExpansionOptions> ask() {
        Map<String, String> defaults = ExpansionOptions.DEFAULTS;
        String[] titles = Fields.openImages();
        List<String> open = Arrays.asList(WindowManager.getImageTitles());
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Expansion");
        dialog.addMessage(ExpansionPlugIn.MESSAGE);
        dialog.addChoice("Baseline (open image)", titles, open.isEmpty() ? "" : open.get(0));
        dialog.addFileField("Baseline_mask", defaults.get("baseline_mask"), WIDTH);
        dialog.addStringField("Baseline_label (of a mask)", defaults.get("baseline_label"), 8);
        dialog.addStringField("Baseline_spacing (mm)", "", 16);
        dialog.addChoice("Followup (open image)", titles, open.size() < 2 ? "" : open.get(1));
        dialog.addFileField("Followup_mask", defaults.get("followup_mask"), WIDTH);
        dialog.addStringField("Followup_label (of a mask)", defaults.get("followup_label"), 8);
        dialog.addStringField("Followup_spacing (mm)", "", 16);
        dialog.addChoice("Spacing_use", SpacingUse.texts(), defaults.get("spacing_use"));
        dialog.addStringField("Hours (between the scans)", "", 8);
        dialog.addStringField("Ivh_label (in both masks)", defaults.get("ivh_label"), 8);
        dialog.addChoice("Surgery (between the scans)", new String[] {"no", "yes"}, defaults.get("surgery"));
        dialog.addChoice("Definition", ExpansionOptions.definitions(), defaults.get("definition"));
        dialog.addStringField("Table", defaults.get("table"), WIDTH);
        dialog.addFileField("Out (CSV)", "", WIDTH);
        dialog.addMessage("Volumes and growth\n \n \n ");
        allTheSame = AllTheSame.addTo(dialog);
        dialog.addDialogListener(this);
        dialog.addHelp(Help.html());
        Fields.letOkWait(dialog, dialogItemChanged(dialog, null));
        dialog.showDialog();
        return dialog.wasCanceled()
                ? Optional.empty()
                : Optional.of(ExpansionOptions.of(values(dialog)).asking(AskingUser::mayReplace));
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        Map<String, String> values = values(dialog);
        Map<String, String> now = new LinkedHashMap<>(values);
        now.keySet().removeAll(NOT_PREVIEWED);
        if (!now.equals(previewed)) {
            previewed = now;
            preview = ExpansionPreview.of(ExpansionOptions.of(values));
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
        return Fields.values(dialog, ExpansionOptions.DEFAULTS.keySet(), CHOICES);
    }
}
