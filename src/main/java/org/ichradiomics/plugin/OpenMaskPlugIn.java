package org.ichradiomics.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.MaskOpening;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.text.InvalidInputException;

/** <i>Open Mask...</i> in plain ImageJ. */
public final class OpenMaskPlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE = "A mask onto the current image, matched by its place in the patient.\n"
            + "Path: NIfTI, NRRD, MetaImage, TIFF, .roi or .zip of ROIs.\n"
            + "Placement: checked; or forced (voxel by voxel), resampled, where the mask's grid is not the image's.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            ImagePlus image = MacroCalls.image("");
            if (!Screen.hasUser()) {
                MaskOpening.run(
                        image,
                        Options.parse(Macro.getOptions(), MaskOpening.DEFAULTS, "image"),
                        CtOpening.Chooser.FIRST);
                return;
            }
            MaskPreview.requireImage(image);
            // Which label is asked when there are several.
            Map<String, String> asked = new LinkedHashMap<>(MaskOpening.DEFAULTS);
            asked.remove("label");
            Optional<Options> options = OptionsDialog.ask("ICH Radiomics - Open Mask", MESSAGE, asked, List.of("path"));
            if (options.isEmpty()) return;
            asked.replaceAll((key, value) -> options.get().get(key));
            open(image, Options.of(asked, MaskOpening.DEFAULTS));
        });
    }

    /**
     * Opens it, and asks what the options leave open.
     *
     * @throws InvalidInputException if the mask cannot be read, or does not fit the image
     */
    public static void open(ImagePlus image, Options options) throws InvalidInputException {
        if (!Screen.hasUser()) {
            MaskOpening.run(image, options, CtOpening.Chooser.FIRST);
            return;
        }
        if (MaskOpening.replaces(image)
                && !IJ.showMessageWithCancel(
                        "ICH Radiomics - Open Mask",
                        "The ROIs in the overlay and in the ROI Manager will be replaced.")) {
            throw new CancellationException();
        }
        MaskOpening.run(image, options, new ChoosingUser("Label", "Several labels: which one?", "label"));
    }
}
