package org.ichradiomics.plugin;

import java.util.List;
import java.util.Optional;

import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.studies.ReaderComparison;

/** <i>Reader Agreement...</i> in plain ImageJ. */
public final class ReaderAgreementPlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE =
            "Two readers of the same cases: their features by intraclass correlation, their outlines by Dice and "
                    + "volume, or both.\n"
                    + "First, second: titles of open tables, or paths of CSV files. First_masks, second_masks: "
                    + "folders of masks named alike.";

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                ReaderComparison.run(Options.parse(Macro.getOptions(), ReaderComparison.DEFAULTS));
                return;
            }
            Optional<Options> options = OptionsDialog.ask(
                    "ICH Radiomics - Reader Agreement",
                    MESSAGE,
                    ReaderComparison.DEFAULTS,
                    List.of("first", "second", "out"),
                    List.of("first_masks", "second_masks"),
                    ReaderComparison.CHOICES);
            if (options.isPresent()) ReaderComparison.run(options.get());
        });
    }
}
