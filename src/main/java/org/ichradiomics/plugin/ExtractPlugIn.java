package org.ichradiomics.plugin;

import java.util.Optional;

import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Extraction;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.Screen;

/** <i>Plugins &gt; ICH Radiomics &gt; Extract...</i> in plain ImageJ. */
public final class ExtractPlugIn implements PlugIn {

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                ExtractOptions options = ExtractOptions.parse(Macro.getOptions());
                Extraction.run(MacroCalls.image(options.get("image")), null, options, LesionFinder.Asker.NOBODY);
                return;
            }
            ImagePlus image = MacroCalls.image("");
            ExtractDialog dialog = new ExtractDialog(image);
            Optional<ExtractOptions> options = dialog.ask();
            if (options.isPresent()) Extraction.run(image, null, options.get(), new AskingUser(dialog.isConfirmed()));
        });
    }
}
