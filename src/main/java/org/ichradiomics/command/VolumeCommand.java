package org.ichradiomics.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.VolumeMeasuring;
import org.ichradiomics.imagej.VolumeOptions;
import org.ichradiomics.plugin.AskingUser;

/** <i>Plugins &gt; ICH Radiomics &gt; Volume...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        initializer = "preview",
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Volume...")})
public class VolumeCommand extends GuardedCommand implements OnImage {

    @Parameter(required = false)
    private ImagePlus image;

    @Parameter(
            label = "Mask",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"automatic", "selection", "overlay", "ROI Manager", "ROI file", "mask image", "mask file"})
    private String mask = "automatic";

    @Parameter(label = "ROI file (path)", persist = false, required = false, callback = "preview")
    private String roi_path = "";

    @Parameter(label = "Mask image (title)", persist = false, required = false, callback = "preview")
    private String maskimage = "";

    @Parameter(label = "Mask file (path)", persist = false, required = false, callback = "preview")
    private String maskpath = "";

    @Parameter(label = "Label", persist = false, required = false, callback = "preview")
    private String label = "any";

    @Parameter(
            label = "Rows",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"one", "per ROI", "per group"})
    private String rows = "one";

    @Parameter(label = "Spacing (mm)", persist = false, required = false, callback = "preview")
    private String spacing = "";

    @Parameter(
            label = "Spacing use",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"if missing", "instead"})
    private String spacing_use = "if missing";

    @Parameter(label = " ", visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private String preview = "";

    @Override
    public void run() {
        guarded(() -> {
            String macro = Macro.getOptions();
            VolumeOptions options = macro != null ? VolumeOptions.parse(macro) : VolumeOptions.of(fields());
            VolumeMeasuring.run(
                    image(image, options.get("image")),
                    options,
                    Screen.hasUser() ? new AskingUser() : LesionFinder.Asker.NOBODY);
        });
    }

    /** Shows volume, slices and HU range before OK. */
    void preview() {
        if (image == null || !Screen.hasUser()) return;
        preview = html(MaskPreview.of(image, VolumeOptions.of(fields()).mask()).text());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mask", mask);
        fields.put("roi_path", roi_path);
        fields.put("maskimage", maskimage);
        fields.put("maskpath", maskpath);
        fields.put("label", label);
        fields.put("rows", rows);
        fields.put("spacing", spacing);
        fields.put("spacing_use", spacing_use);
        return fields;
    }
}
