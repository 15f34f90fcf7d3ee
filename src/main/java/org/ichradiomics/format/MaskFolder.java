package org.ichradiomics.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/** A mask is a file, or a folder of nothing but its slices. */
final class MaskFolder {

    private static final String PICTURE = "(?i).+\\.(?:png|jpe?g|bmp|gif|tiff?)";

    /** Enough to tell what a folder holds. */
    private static final int MOST_FILES = 32;

    private MaskFolder() {}

    /** @throws InvalidInputException if it is a folder of anything else */
    static void refuse(Path path, OpenFiles files) throws InvalidInputException {
        if (!Files.isDirectory(path)) return;
        String name = WholeFile.name(path);
        List<Path> inside = inside(path);
        if (inside.stream().anyMatch(file -> isDicom(file, files))) return;
        if (inside.stream().anyMatch(file -> file.getFileName().toString().matches(PICTURE))) {
            throw new InvalidInputException(name
                    + " holds other files beside its pictures: put the slices of the mask into a folder of their own.");
        }
        throw new InvalidInputException(name + " is a folder: choose a file in it.");
    }

    private static boolean isDicom(Path file, OpenFiles files) {
        try {
            return DicomFolder.isOne(file, files);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).limit(MOST_FILES).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
