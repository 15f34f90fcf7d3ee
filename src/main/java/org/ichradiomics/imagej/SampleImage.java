package org.ichradiomics.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.WholeFile;

/** A head-CT-like phantom with its haematoma drawn. */
public final class SampleImage {

    private static final String FOLDER = "/sample-images/";
    private static final String IMAGE = "head-ct-phantom.tif";
    private static final String ROIS = "head-ct-phantom-rois.zip";

    /** Those of <i>Open Sample</i> and {@code sample}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.out("Out", "DIR", "The folder in which image and ROIs are written.")
                    .required()
                    .onlyOnTheLine(),
            CommonOptions.overwrite("Replace files of other content that have their names.")
                    .onlyOnTheLine());

    private SampleImage() {}

    /**
     * The sample with its ROIs as overlay, not shown yet.
     *
     * @throws InvalidInputException if the jar is damaged
     */
    public static ImagePlus open() throws InvalidInputException {
        try (InputStream tiff = new Resource(SampleImage.class, FOLDER + IMAGE).open();
                InputStream rois = new Resource(SampleImage.class, FOLDER + ROIS).open()) {
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

    /**
     * Writes the files of the sample.
     *
     * @param folder made if it is not there
     * @return those that were written; what was there already is not among them
     * @throws InvalidInputException if one of them cannot be written, or other files may not be replaced
     */
    public static List<Path> write(Path folder, Replacing replacing) throws InvalidInputException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + folder + " cannot be made: choose another, or mend its permissions.", e);
        }
        for (String name : List.of(IMAGE, ROIS)) {
            Path file = folder.resolve(name);
            WholeFile.Content content = to -> {
                try (InputStream in = new Resource(SampleImage.class, FOLDER + name).open()) {
                    in.transferTo(to);
                }
            };
            if (WholeFile.write(file, content, replacing)) written.add(file);
        }
        return written;
    }
}
