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
import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.ReaderAgreementPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Reader Agreement...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Reader Agreement...")})
public class ReaderAgreementCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(ReaderAgreementPlugIn.MESSAGE);

    @Parameter(label = "First reader (title or path)", persist = false, required = false)
    private String first = "";

    @Parameter(label = "Second reader (title or path)", persist = false, required = false)
    private String second = "";

    @Parameter(
            label = "ICC",
            persist = false,
            required = false,
            choices = {"2,1", "1,1", "3,1"})
    private String icc = "2,1";

    @Parameter(label = "Good above", persist = false, required = false)
    private String above = "0.75";

    @Parameter(label = "Masks of the first (folder)", persist = false, required = false)
    private String first_masks = "";

    @Parameter(label = "Masks of the second (folder)", persist = false, required = false)
    private String second_masks = "";

    @Parameter(label = "Label (of the masks)", persist = false, required = false)
    private String label = "any";

    @Parameter(label = "Out (CSV)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> ReaderComparison.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), ReaderComparison.DEFAULTS)
                        : Options.of(fields(), ReaderComparison.DEFAULTS).asking(AskingUser::replaces)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("first", first);
        fields.put("second", second);
        fields.put("icc", icc);
        fields.put("above", above);
        fields.put("first_masks", first_masks);
        fields.put("second_masks", second_masks);
        fields.put("label", label);
        fields.put("out", out);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
