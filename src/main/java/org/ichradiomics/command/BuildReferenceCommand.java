package org.ichradiomics.command;

import java.util.Map;

import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.BuildReferencePlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Build Reference...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Build Reference...")})
public class BuildReferenceCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(BuildReferencePlugIn.MESSAGE);

    @Parameter(label = "Table (title or path)", persist = false, required = false)
    private String table = "ICH Radiomics";

    @Parameter(label = "Name", persist = false, required = false)
    private String name = "My cohort";

    @Parameter(label = "Columns that are features (names, patterns; empty: by name)", persist = false, required = false)
    private String columns = "";

    @Parameter(label = "Out (JSON)", persist = false, required = false)
    private String out = "";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> ReferenceBuilding.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), ReferenceBuilding.DEFAULTS)
                        : Options.of(
                                        Map.of(
                                                "table",
                                                table,
                                                "name",
                                                name,
                                                "columns",
                                                columns,
                                                "out",
                                                out,
                                                "overwrite",
                                                overwrite),
                                        ReferenceBuilding.DEFAULTS)
                                .asking(AskingUser::replaces)));
    }
}
