package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.TableScoring;

/** <i>R-score...</i> in plain ImageJ. */
public final class RScorePlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "Scores every case of a table: the title of an open table, or the path of a CSV file.\n"
                    + "Reference: Demonstration, none, \"" + TableScoring.THIS_TABLE
                    + "\" (from 20 cases), or the path of a JSON file.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                TableScoring.run(Options.parse(Macro.getOptions(), TableScoring.DEFAULTS));
                return;
            }
            Map<String, String> defaults = OpenTable.suggested(TableScoring.DEFAULTS, "table");
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - R-score", MESSAGE, defaults, List.of("table", "signature", "reference", "out"));
            if (options.isPresent()) TableScoring.run(options.get());
        });
    }
}
