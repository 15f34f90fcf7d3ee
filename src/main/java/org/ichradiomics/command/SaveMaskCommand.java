package org.ichradiomics.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.Macro;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.MaskSaving;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.SaveMaskPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Save Mask...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Save Mask...")})
public class SaveMaskCommand extends GuardedCommand implements OnImage {

    @Parameter(required = false)
    private ImagePlus image;

    @Parameter(
            label = "Mask",
            persist = false,
            required = false,
            choices = {"automatic", "selection", "overlay", "ROI Manager", "ROI file", "mask image", "mask file"})
    private String mask = "automatic";

    @Parameter(label = "ROI file (path)", persist = false, required = false)
    private String roi_path = "";

    @Parameter(label = "Mask image (title)", persist = false, required = false)
    private String maskimage = "";

    @Parameter(label = "Mask file (path)", persist = false, required = false)
    private String maskpath = "";

    @Parameter(
            label = "Placement",
            persist = false,
            required = false,
            choices = {"checked", "forced", "resampled"})
    private String placement = "checked";

    @Parameter(label = "Label", persist = false, required = false)
    private String label = "any";

    @Parameter(
            label = "Rows",
            persist = false,
            required = false,
            choices = {"one", "per ROI", "per group"})
    private String rows = "one";

    @Parameter(label = "Out (.nii.gz)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> SaveMaskPlugIn.save(
                image,
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), MaskSaving.DEFAULTS, "image")
                        : Options.of(fields(), MaskSaving.DEFAULTS).asking(AskingUser::replaces)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mask", mask);
        fields.put("roi_path", roi_path);
        fields.put("maskimage", maskimage);
        fields.put("maskpath", maskpath);
        fields.put("placement", placement);
        fields.put("label", label);
        fields.put("rows", rows);
        fields.put("out", out);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
