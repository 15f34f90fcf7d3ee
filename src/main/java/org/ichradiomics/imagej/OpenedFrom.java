package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import ij.io.FileInfo;

import org.ichradiomics.text.InvalidInputException;

/** Which file an image was opened from, as long as it is open; nothing of it is saved with the image. */
public final class OpenedFrom {

    private static final String KEY = "ICH Radiomics file";

    private OpenedFrom() {}

    static void keep(ImagePlus image, Path file) {
        image.setProperty(KEY, file.toAbsolutePath().normalize());
    }

    /** The file or folder; empty for an image that was computed, or opened by others than ImageJ. */
    public static Optional<Path> of(ImagePlus image) {
        if (image.getProperty(KEY) instanceof Path file) return Optional.of(file);
        FileInfo info = image.getOriginalFileInfo();
        if (info == null || info.fileName == null || info.fileName.isEmpty()) return Optional.empty();
        if (info.directory == null || info.directory.isEmpty() || info.directory.contains("://"))
            return Optional.empty();
        try {
            return Optional.of(Options.path(info.directory)
                    .resolve(info.fileName)
                    .toAbsolutePath()
                    .normalize());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
