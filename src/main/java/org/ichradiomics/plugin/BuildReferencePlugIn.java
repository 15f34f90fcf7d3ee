package org.ichradiomics.plugin;

import java.util.List;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.imagej.Screen;

/** <i>Build Reference...</i> in plain ImageJ. */
public final class BuildReferencePlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE = "Mean and SD of every feature of a cohort, for R-scores against it.\n"
            + "Table: the title of an open table, or the path of a CSV file. Out: the JSON file to write.\n"
            + "Columns: which are features, names or patterns such as wavelet*, separated by ; - empty: those that "
            + "bear a feature's name.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                ReferenceBuilding.run(Options.parse(Macro.getOptions(), ReferenceBuilding.DEFAULTS));
                return;
            }
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Build Reference", MESSAGE, ReferenceBuilding.DEFAULTS, List.of("table", "out"));
            if (options.isPresent()) ReferenceBuilding.run(options.get());
        });
    }
}
