package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.studies.StudyRunning;

/** <i>Study...</i> in plain ImageJ. */
public final class StudyPlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "A study from features and outcomes: signature, validation, models, report. Esc ends it.\n"
                    + "Study: a study file (.json, .yml), or sample, a synthetic cohort. Out: the folder to write.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                StudyRunning.run(Options.parse(Macro.getOptions(), StudyRunning.DEFAULTS));
                return;
            }
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Study",
                    MESSAGE,
                    StudyRunning.DEFAULTS,
                    List.of("study"),
                    List.of("out"),
                    Map.of());
            if (options.isPresent()) StudyRunning.run(options.get());
        });
    }
}
