package org.ichradiomics.command;

import java.util.Map;

import ij.ImagePlus;
import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.MaskOpening;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.plugin.OpenMaskPlugIn;

/** <i>Plugins &gt; ICH Radiomics &gt; Open Mask...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Open Mask...")})
public class OpenMaskCommand extends GuardedCommand implements OnImage {

    @Parameter(required = false)
    private ImagePlus image;

    @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
    private final String message = html(OpenMaskPlugIn.MESSAGE);

    @Parameter(label = "Path", persist = false, required = false)
    private String path = "";

    @Parameter(label = "Label (number, all, or any)", persist = false, required = false)
    private String label = "any";

    @Parameter(
            label = "Placement",
            persist = false,
            required = false,
            choices = {"checked", "forced", "resampled"})
    private String placement = "checked";

    @Override
    public void run() {
        guarded(() -> OpenMaskPlugIn.open(
                image,
                Macro.getOptions() != null
                        ? Options.parse(Macro.getOptions(), MaskOpening.DEFAULTS, "image")
                        : Options.of(
                                Map.of("path", path, "label", label, "placement", placement), MaskOpening.DEFAULTS)));
    }
}
