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
import org.ichradiomics.imagej.studies.StudyRunning;
import org.ichradiomics.plugin.AskingUser;
import org.ichradiomics.plugin.StudyPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Study...</i> in Fiji. Fields bear the names of the macro keys. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Study...")})
public class StudyCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(StudyPlugIn.MESSAGE);

    @Parameter(label = "Study (file, or sample)", persist = false, required = false)
    private String study = "sample";

    @Parameter(label = "Out (folder)", persist = false, required = false)
    private String out = "";

    @Parameter(label = "Threads", persist = false, required = false)
    private String threads = "auto";

    @Parameter(
            label = "Overwrite files",
            persist = false,
            required = false,
            choices = {"no", "yes"})
    private String overwrite = "no";

    @Override
    public void run() {
        guarded(() -> StudyRunning.run(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), StudyRunning.DEFAULTS)
                        : Options.of(fields(), StudyRunning.DEFAULTS).asking(AskingUser::replaces)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("study", study);
        fields.put("out", out);
        fields.put("threads", threads);
        fields.put("overwrite", overwrite);
        return fields;
    }
}
