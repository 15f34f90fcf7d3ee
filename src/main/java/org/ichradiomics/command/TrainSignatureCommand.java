package org.ichradiomics.command;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.TrainSignaturePlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Train Signature...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Train Signature...")})
public class TrainSignatureCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(TrainSignaturePlugIn.MESSAGE);

    @Parameter(label = "Features (title or path)", persist = false, required = false)
    private String features = "ICH Radiomics";

    @Parameter(label = "Clinical (title or path)", persist = false, required = false)
    private String clinical = "";

    @Parameter(label = "Outcome (a column, or expansion)", persist = false, required = false)
    private String outcome = "expansion";

    @Parameter(label = "Split (share, column, none)", persist = false, required = false)
    private String split = "0.7";

    @Parameter(label = "Second reader (title or path)", persist = false, required = false)
    private String reader2 = "";

    @Parameter(label = "Columns that are features (names, patterns; empty: by name)", persist = false, required = false)
    private String columns = "";

    @Parameter(
            label = "Agreement of readers",
            persist = false,
            required = false,
            choices = {"reported", "required"})
    private String agreement = "reported";

    @Parameter(label = "p of the univariate filter", persist = false, required = false)
    private String p = "0.05";

    @Parameter(
            label = "Measure",
            persist = false,
            required = false,
            choices = {"AUC", "deviance"})
    private String measure = "AUC";

    @Parameter(
            label = "Lambda",
            persist = false,
            required = false,
            choices = {"min", "1se"})
    private String lambda_rule = "min";

    @Parameter(label = "Folds", persist = false, required = false)
    private String folds = "10";

    @Parameter(label = "Alpha", persist = false, required = false)
    private String alpha = "1";

    @Parameter(label = "Seed", persist = false, required = false)
    private String seed = "1";

    @Parameter(label = "Name of the signature", persist = false, required = false)
    private String signature_name = "My signature";

    @Parameter(label = "Out (JSON)", persist = false, required = false)
    private String out = "";

    @Parameter(label = "Folder (for the whole study)", persist = false, required = false)
    private String folder = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> SignatureTraining.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), SignatureTraining.DEFAULTS)
                        : Options.of(fields(), SignatureTraining.DEFAULTS).asking(AskingUser::replaces)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("features", features);
        fields.put("clinical", clinical);
        fields.put("outcome", outcome);
        fields.put("split", split);
        fields.put("reader2", reader2);
        fields.put("columns", columns);
        fields.put("agreement", agreement);
        fields.put("p", p);
        fields.put("measure", measure);
        fields.put("lambda_rule", lambda_rule);
        fields.put("folds", folds);
        fields.put("alpha", alpha);
        fields.put("seed", seed);
        fields.put("signature_name", signature_name);
        fields.put("out", out);
        fields.put("folder", folder);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
