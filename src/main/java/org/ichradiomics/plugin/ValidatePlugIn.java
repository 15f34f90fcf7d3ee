package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.studies.SignatureValidation;

/** <i>Validate...</i> in plain ImageJ. */
public final class ValidatePlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "How well a signature predicts the outcome of these cases, all of whom test it.\n"
                    + "Tables: the title of an open table, or the path of a CSV file; clinical may be empty where "
                    + "the features have the outcome beside them.\n"
                    + "Signature: Zhan 2020, or the path of a JSON file. Outcome: a column, or expansion by two "
                    + "volumes. Out: for the whole study.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                SignatureValidation.run(Options.parse(Macro.getOptions(), SignatureValidation.DEFAULTS));
                return;
            }
            Map<String, String> defaults = OpenTable.suggested(SignatureValidation.DEFAULTS, "features");
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Validate",
                    MESSAGE,
                    defaults,
                    List.of("features", "clinical", "signature"),
                    List.of("out"),
                    Map.of());
            if (options.isPresent()) SignatureValidation.run(options.get());
        });
    }
}
