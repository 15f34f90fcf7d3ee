package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.io.OpenDialog;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.MaskSaving;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Rows;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.menu.Help;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;

/** <i>Save Mask...</i> in plain ImageJ. */
public final class SaveMaskPlugIn implements PlugIn {

    private static final int WIDTH = 36;
    private static final List<String> CHOICES = List.of("mask", "maskimage", "placement", "rows");

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            ImagePlus image = MacroCalls.image("");
            if (!Screen.hasUser()) {
                MaskSaving.run(
                        image,
                        Options.parse(Macro.getOptions(), MaskSaving.DEFAULTS, "image"),
                        LesionFinder.Asker.NOBODY);
                return;
            }
            Optional<Options> options = ask(image);
            if (options.isPresent()) save(image, options.get());
        });
    }

    /**
     * Writes it; where somebody is there, asks before another file is replaced.
     *
     * @throws InvalidInputException if there is no mask, or it cannot be written
     */
    public static void save(ImagePlus image, Options options) throws InvalidInputException {
        if (!Screen.hasUser()) {
            MaskSaving.run(image, options, LesionFinder.Asker.NOBODY);
            return;
        }
        long voxels = MaskSaving.run(image, options.asking(AskingUser::replaces), new AskingUser());
        IJ.showStatus("ICH Radiomics: " + voxels + " voxels saved");
    }

    private static Optional<Options> ask(ImagePlus image) throws InvalidInputException {
        MaskPreview.requireImage(image);
        Map<String, String> defaults = MaskSaving.DEFAULTS;
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Save Mask");
        dialog.addMessage("The mask as NIfTI (.nii.gz or .nii), on the grid of the CT's own file.");
        Fields.addMask(dialog, defaults.get("mask"), "", "");
        dialog.addChoice("Placement", Placement.texts(), defaults.get("placement"));
        dialog.addStringField("Label (of a mask)", defaults.get("label"), 8);
        dialog.addChoice("Rows", Rows.texts(), defaults.get("rows"));
        dialog.addFileField("Out (.nii.gz)", proposed(image), WIDTH);
        dialog.addMessage("Volume, slices and HU range of the mask\n \n \n \n ");
        DialogListener live = new LivePreview(image);
        dialog.addDialogListener(live);
        dialog.addHelp(Help.HELP.html());
        Fields.letOkWait(dialog, live.dialogItemChanged(dialog, null));
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        return Optional.of(options(dialog));
    }

    private static Options options(GenericDialog dialog) {
        return Options.of(Fields.values(dialog, MaskSaving.DEFAULTS.keySet(), CHOICES), MaskSaving.DEFAULTS);
    }

    /** The mask as it is chosen, under the fields. */
    private static final class LivePreview implements DialogListener {

        private final ImagePlus image;
        private Map<String, String> previewed = Map.of();
        private MaskPreview preview;

        LivePreview(ImagePlus image) {
            this.image = image;
        }

        @Override
        public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
            Map<String, String> now = Fields.values(dialog, MaskSaving.DEFAULTS.keySet(), CHOICES);
            now.remove("out");
            if (!now.equals(previewed)) {
                previewed = now;
                preview = MaskPreview.ofSaving(image, Options.of(now, MaskSaving.DEFAULTS));
                if (dialog.getMessage() instanceof MultiLineLabel label) label.setText(preview.text());
                dialog.pack();
            }
            return preview.isUsable();
        }
    }

    /** Beside what was opened last, named after the image. */
    private static String proposed(ImagePlus image) {
        String folder = OpenDialog.getDefaultDirectory();
        return (folder == null ? "" : folder) + image.getTitle().replaceFirst("(?i)(\\.nii)?\\.[a-z]{2,5}$", "")
                + "-mask.nii.gz";
    }
}
