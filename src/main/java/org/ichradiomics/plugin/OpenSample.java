package org.ichradiomics.plugin;

import java.io.IOException;
import java.io.InputStream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.RoiFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Resource;

/** <i>Open Sample</i>: a head-CT-like phantom with its haematoma drawn as overlay. */
public final class OpenSample implements PlugIn {

    private static final String FOLDER = "/sample-images/";
    private static final String IMAGE = "head-ct-phantom.tif";
    private static final String ROIS = "head-ct-phantom-rois.zip";

    @Override
    public void run(String arg) {
        Guarded.run(() -> open().show());
    }

    /** The sample, not shown yet. */
    static ImagePlus open() throws InvalidInputException {
        try (InputStream tiff = new Resource(OpenSample.class, FOLDER + IMAGE).open();
                InputStream rois = new Resource(OpenSample.class, FOLDER + ROIS).open()) {
            ImagePlus image = new Opener().openTiff(tiff, IMAGE);
            Overlay overlay = new Overlay();
            for (Roi roi : RoiFile.read(rois, ROIS)) overlay.add(roi);
            image.setOverlay(overlay);
            if (!overlay.toArray()[0].hasHyperStackPosition())
                image.setSlice(overlay.get(overlay.size() / 2).getPosition());
            return image;
        } catch (IOException e) {
            throw new InvalidInputException("The sample cannot be read: install the plugin jar again.", e);
        }
    }
}
