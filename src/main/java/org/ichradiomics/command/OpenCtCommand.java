package org.ichradiomics.command;

import java.util.Map;

import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.plugin.OpenCtPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Open CT...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Open CT...")})
public class OpenCtCommand extends GuardedCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(OpenCtPlugIn.MESSAGE);

    @Parameter(label = "Path (file or folder)", persist = false, required = false)
    private String path = "";

    @Parameter(label = "Series (number; empty: asked)", persist = false, required = false)
    private String series = "";

    @Override
    public void run() {
        guarded(() -> OpenCtPlugIn.open(
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), CtOpening.DEFAULTS)
                        : Options.of(Map.of("path", path, "series", series), CtOpening.DEFAULTS)));
    }
}
