package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.studies.SignatureTraining;

/** <i>Train Signature...</i> in plain ImageJ. */
public final class TrainSignaturePlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "Tables: the title of an open table, or the path of a CSV file; clinical may be empty where the features "
                    + "have the outcome beside them.\n"
                    + "Outcome: a column, or expansion by two volumes. Split: a share, a column of train and test, "
                    + "or none. Out: the JSON file to write.\n"
                    + "Columns: which are features, names or patterns such as wavelet*, separated by ; "
                    + "- empty: those that bear a feature's name.\n"
                    + "Reader2: features of another reader; agreement=required trains on those with an ICC above "
                    + "0.75. Folder: for the whole study.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                SignatureTraining.run(Options.parse(Macro.getOptions(), SignatureTraining.DEFAULTS));
                return;
            }
            Map<String, String> defaults = OpenTable.suggested(SignatureTraining.DEFAULTS, "features");
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Train Signature",
                    MESSAGE,
                    defaults,
                    List.of("features", "clinical", "reader2", "out"),
                    List.of("folder"),
                    SignatureTraining.CHOICES);
            if (options.isPresent()) SignatureTraining.run(options.get());
        });
    }
}
