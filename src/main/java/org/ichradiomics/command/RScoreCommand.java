package org.ichradiomics.command;

import java.util.Map;

import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.RScorePlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; R-score...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "R-score...")})
public class RScoreCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(RScorePlugIn.MESSAGE);

    @Parameter(label = "Table (title or path)", persist = false, required = false)
    private String table = "ICH Radiomics";

    @Parameter(label = "Signature", persist = false, required = false)
    private String signature = "Zhan 2020";

    @Parameter(label = "Reference", persist = false, required = false)
    private String reference = "Demonstration";

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
        guarded(() -> TableScoring.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), TableScoring.DEFAULTS)
                        : Options.of(
                                        Map.of(
                                                "table",
                                                table,
                                                "signature",
                                                signature,
                                                "reference",
                                                reference,
                                                "out",
                                                out,
                                                "overwrite",
                                                overwrite),
                                        TableScoring.DEFAULTS)
                                .asking(AskingUser::replaces)));
    }
}
