package org.ichradiomics.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.batch.BatchRunning;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.BatchPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Batch...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Batch...")})
public class BatchCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(BatchPlugIn.MESSAGE);

    @Parameter(label = "Cases (CSV or folder)", persist = false, required = false)
    private String cases = "";

    @Parameter(label = "Out (CSV)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Resume",
            persist = false,
            required = false,
            choices = {"no", "yes", "recompute"})
    private String resume = "no";

    @Parameter(
            label = "Check only",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String check = "no";

    @Parameter(label = "Threads", persist = false, required = false)
    private String threads = "auto";

    @Parameter(label = "Label (of the masks)", persist = false, required = false)
    private String label = "any";

    @Parameter(
            label = "Placement (of the masks)",
            persist = false,
            required = false,
            choices = {"checked", "forced", "resampled"})
    private String placement = "checked";

    @Parameter(
            label = "Catalogue",
            persist = false,
            required = false,
            choices = {"AK", "IBSI", "both"})
    private String catalogue = "AK";

    @Parameter(label = "Settings (IBSI)", persist = false, required = false)
    private String settings = "ICH";

    @Parameter(label = "Bins", persist = false, required = false)
    private String bins = "256";

    @Parameter(label = "Low (HU)", persist = false, required = false)
    private String low = "auto";

    @Parameter(label = "High (HU)", persist = false, required = false)
    private String high = "auto";

    @Parameter(label = "Run distance (mm)", persist = false, required = false)
    private String run_distance = "auto";

    @Parameter(label = "Spacing (mm)", persist = false, required = false)
    private String spacing = "";

    @Parameter(
            label = "Spacing use",
            persist = false,
            required = false,
            choices = {"if missing", "instead"})
    private String spacing_use = "if missing";

    @Parameter(label = "Signature", persist = false, required = false)
    private String signature = "Zhan 2020";

    @Parameter(label = "Reference", persist = false, required = false)
    private String reference = "own cohort";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> BatchRunning.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), BatchRunning.DEFAULTS)
                        : Options.of(fields(), BatchRunning.DEFAULTS).asking(AskingUser::mayReplace)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cases", cases);
        fields.put("out", out);
        fields.put("resume", resume);
        fields.put("check", check);
        fields.put("threads", threads);
        fields.put("label", label);
        fields.put("placement", placement);
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
        fields.put("overwrite", overwrite);
        return fields;
    }
}
