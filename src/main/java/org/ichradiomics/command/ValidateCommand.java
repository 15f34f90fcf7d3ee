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
import org.ichradiomics.imagej.studies.SignatureValidation;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.ValidatePlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Validate...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Validate...")})
public class ValidateCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(ValidatePlugIn.MESSAGE);

    @Parameter(label = "Features (title or path)", persist = false, required = false)
    private String features = "ICH Radiomics";

    @Parameter(label = "Clinical (title or path)", persist = false, required = false)
    private String clinical = "";

    @Parameter(label = "Signature", persist = false, required = false)
    private String signature = "Zhan 2020";

    @Parameter(label = "Outcome (a column, or expansion)", persist = false, required = false)
    private String outcome = "expansion";

    @Parameter(label = "Out (folder)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> SignatureValidation.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), SignatureValidation.DEFAULTS)
                        : Options.of(fields(), SignatureValidation.DEFAULTS).asking(AskingUser::replaces)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("features", features);
        fields.put("clinical", clinical);
        fields.put("signature", signature);
        fields.put("outcome", outcome);
        fields.put("out", out);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
