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

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Extraction;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.plugin.AskingUser;

/** <i>Plugins &gt; ICH Radiomics &gt; Extract...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        initializer = "preview",
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Extract...")})
public class ExtractCommand extends GuardedCommand implements OnImage {

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
            label = "Placement (of a mask)",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"checked", "forced", "resampled"})
    private String placement = "checked";

    @Parameter(
            label = "Rows",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"one", "per ROI", "per group"})
    private String rows = "one";

    @Parameter(
            label = "Catalogue",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"AK", "IBSI", "both"})
    private String catalogue = "AK";

    @Parameter(label = "Settings (IBSI)", persist = false, required = false, callback = "preview")
    private String settings = "ICH";

    @Parameter(label = "Bins", persist = false, required = false, callback = "preview")
    private String bins = "256";

    @Parameter(label = "Low (HU)", persist = false, required = false, callback = "preview")
    private String low = "auto";

    @Parameter(label = "High (HU)", persist = false, required = false, callback = "preview")
    private String high = "auto";

    @Parameter(label = "Run distance (mm)", persist = false, required = false, callback = "preview")
    private String run_distance = "auto";

    @Parameter(label = "Spacing (mm)", persist = false, required = false, callback = "preview")
    private String spacing = "";

    @Parameter(
            label = "Spacing use",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"if missing", "instead"})
    private String spacing_use = "if missing";

    @Parameter(label = "Signature", persist = false, required = false, callback = "preview")
    private String signature = "Zhan 2020";

    @Parameter(label = "Reference", persist = false, required = false, callback = "preview")
    private String reference = "Demonstration";

    @Parameter(label = "Table", persist = false, required = false)
    private String table = "ICH Radiomics";

    @Parameter(label = "Out (CSV)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Parameter(label = " ", visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private String preview = "";

    @Override
    public void run() {
        guarded(() -> {
            String macro = Macro.getOptions();
            // A macro's own text is read as plain ImageJ reads it: SciJava passes over keys that it does not know.
            ExtractOptions options = macro != null
                    ? ExtractOptions.parse(macro)
                    : ExtractOptions.of(fields()).asking(AskingUser::mayReplace);
            Extraction.run(
                    image(image, options.get("image")),
                    null,
                    options,
                    Screen.hasUser() ? new AskingUser() : LesionFinder.Asker.NOBODY);
        });
    }

    /** Shows volume, slices and HU range before OK. */
    void preview() {
        if (image == null || !Screen.hasUser()) return;
        preview = html(MaskPreview.of(image, ExtractOptions.of(fields())).text());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mask", mask);
        fields.put("roi_path", roi_path);
        fields.put("maskimage", maskimage);
        fields.put("maskpath", maskpath);
        fields.put("label", label);
        fields.put("placement", placement);
        fields.put("rows", rows);
        fields.put("catalogue", catalogue);
        fields.put("settings", settings);
        fields.put("bins", bins);
        fields.put("low", low);
        fields.put("high", high);
        fields.put("run_distance", run_distance);
        fields.put("spacing", spacing);
        fields.put("spacing_use", spacing_use);
        fields.put("signature", signature);
        fields.put("reference", reference);
        fields.put("table", table);
        fields.put("out", out);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
