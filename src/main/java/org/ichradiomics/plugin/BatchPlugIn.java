package org.ichradiomics.plugin;

import java.util.List;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.batch.BatchRunning;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;

/** <i>Batch...</i> in plain ImageJ. */
public final class BatchPlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "Cases: a CSV file with the columns case, image, mask; or a folder with NAME.nii.gz and NAME_mask.nii.gz.\n"
                    + "Resume: no, yes, or recompute (what has changed). Check: yes reads the headers only. Esc ends a run; resume goes on.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                BatchRunning.run(Options.parse(Macro.getOptions(), BatchRunning.DEFAULTS));
                return;
            }
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Batch",
                    MESSAGE,
                    BatchRunning.DEFAULTS,
                    List.of("cases", "out", "settings", "signature", "reference"),
                    BatchRunning.CHOICES);
            if (options.isPresent()) BatchRunning.run(options.get());
        });
    }
}
