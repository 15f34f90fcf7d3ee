package org.ichradiomics.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.Macro;
import ij.WindowManager;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.ExpansionMeasuring;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ExpansionPreview;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.ExpansionPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Expansion...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        initializer = "prefill",
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Expansion...")})
public class ExpansionCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(ExpansionPlugIn.MESSAGE);

    @Parameter(label = "Baseline (title)", persist = false, required = false, callback = "preview")
    private String baseline = "";

    @Parameter(label = "Its mask", persist = false, required = false, callback = "preview")
    private String baseline_mask = "automatic";

    @Parameter(label = "Its label", persist = false, required = false, callback = "preview")
    private String baseline_label = "any";

    @Parameter(label = "Its spacing (mm)", persist = false, required = false, callback = "preview")
    private String baseline_spacing = "";

    @Parameter(label = "Follow-up (title)", persist = false, required = false, callback = "preview")
    private String followup = "";

    @Parameter(label = "Its mask", persist = false, required = false, callback = "preview")
    private String followup_mask = "automatic";

    @Parameter(label = "Its label", persist = false, required = false, callback = "preview")
    private String followup_label = "same";

    @Parameter(label = "Its spacing (mm)", persist = false, required = false, callback = "preview")
    private String followup_spacing = "";

    @Parameter(
            label = "Spacing use",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"if missing", "instead"})
    private String spacing_use = "if missing";

    @Parameter(label = "Hours between the scans", persist = false, required = false, callback = "preview")
    private String hours = "";

    @Parameter(label = "IVH label (in both masks)", persist = false, required = false, callback = "preview")
    private String ivh_label = "none";

    @Parameter(
            label = "Surgery between the scans",
            persist = false,
            required = false,
            callback = "preview",
            choices = {"no", "yes"})
    private String surgery = "no";

    @Parameter(
            label = "Definition",
            persist = false,
            required = false,
            callback = "preview",
            choices = {
                "standard",
                "standard strict",
                "12.5 mL",
                "massive",
                "moderate or massive",
                "6 mL",
                "revised any IVH",
                "revised 1 mL IVH"
            })
    private String definition = "standard";

    @Parameter(label = "Table", persist = false, required = false)
    private String table = "ICH Expansion";

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
            ExpansionOptions options = macro != null
                    ? ExpansionOptions.parse(macro)
                    : ExpansionOptions.of(fields()).asking(AskingUser::mayReplace);
            ExpansionMeasuring.run(options, Screen.hasUser() ? new AskingUser() : LesionFinder.Asker.NOBODY);
        });
    }

    /** Suggests the open images, but to nobody whose options might have left them out. */
    void prefill() {
        if (!Screen.hasUser()) return;
        String[] open = WindowManager.getImageTitles();
        if (baseline.isEmpty() && open.length > 0) baseline = open[0];
        if (followup.isEmpty() && open.length > 1) followup = open[1];
        preview();
    }

    /** Shows volumes and growth before OK. */
    void preview() {
        if (Screen.hasUser())
            preview = html(ExpansionPreview.of(ExpansionOptions.of(fields())).text());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("baseline", baseline);
        fields.put("baseline_mask", baseline_mask);
        fields.put("baseline_label", baseline_label);
        fields.put("baseline_spacing", baseline_spacing);
        fields.put("followup", followup);
        fields.put("followup_mask", followup_mask);
        fields.put("followup_label", followup_label);
        fields.put("followup_spacing", followup_spacing);
        fields.put("spacing_use", spacing_use);
        fields.put("hours", hours);
        fields.put("ivh_label", ivh_label);
        fields.put("surgery", surgery);
        fields.put("definition", definition);
        fields.put("table", table);
        fields.put("out", out);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
