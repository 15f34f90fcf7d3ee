package org.ichradiomics.plugin;

import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.ExpansionMeasuring;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.Screen;

/** <i>Plugins &gt; ICH Radiomics &gt; Expansion...</i> in plain ImageJ. */
public final class ExpansionPlugIn implements PlugIn {

    /** What the dialogs say above their fields. */
    public static final String MESSAGE =
            "Two scans of one haematoma, each with its mask: \"automatic\" (the ROIs drawn on it), \"selection\",\n"
                    + "\"overlay\", \"ROI Manager\", the title of an open mask image, or the path of a mask or ROI file (.roi, .zip).";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                ExpansionMeasuring.run(ExpansionOptions.parse(Macro.getOptions()), LesionFinder.Asker.NOBODY);
                return;
            }
            ExpansionDialog dialog = new ExpansionDialog();
            Optional<ExpansionOptions> options = dialog.ask();
            if (options.isPresent()) ExpansionMeasuring.run(options.get(), new AskingUser(dialog.isConfirmed()));
        });
    }
}
