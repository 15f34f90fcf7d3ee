package org.ichradiomics.plugin;

import java.util.Optional;

import ij.ImagePlus;
import ij.Macro;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.imagej.VolumeMeasuring;
import org.ichradiomics.imagej.VolumeOptions;

/** <i>Plugins &gt; ICH Radiomics &gt; Volume...</i> in plain ImageJ. */
public final class VolumePlugIn implements PlugIn {

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                VolumeOptions options = VolumeOptions.parse(Macro.getOptions());
                VolumeMeasuring.run(MacroCalls.image(options.get("image")), options, LesionFinder.Asker.NOBODY);
                return;
            }
            ImagePlus image = MacroCalls.image("");
            VolumeDialog dialog = new VolumeDialog(image);
            Optional<VolumeOptions> options = dialog.ask();
            if (options.isPresent()) VolumeMeasuring.run(image, options.get(), new AskingUser(dialog.isConfirmed()));
        });
    }
}
