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

/** A mask is one file; a folder of its slices is refused with how to make one of them. */
final class MaskFolder {

    private static final String PICTURE = "(?i).+\\.(?:png|jpe?g|bmp|gif|tiff?)";

    /** Enough to tell what a folder holds. */
    private static final int MOST_FILES = 32;

    private MaskFolder() {}

    /** @throws InvalidInputException if it is a folder */
    static void refuse(Path path, OpenFiles files) throws InvalidInputException {
        if (!Files.isDirectory(path)) return;
        String name = WholeFile.name(path);
        List<Path> inside = inside(path);
        if (inside.stream().anyMatch(file -> isDicom(file, files))) {
            throw new InvalidInputException(name
                    + " is a folder of DICOM files, and a mask is one file: open the folder with Open CT... in ImageJ, "
                    + "save it with File > Save As > Tiff..., and name that file.");
        }
        if (inside.stream().anyMatch(file -> file.getFileName().toString().matches(PICTURE))) {
            throw new InvalidInputException(
                    name + " is a folder of single slices, and a mask is one file: stack them in ImageJ with "
                            + "File > Import > Image Sequence..., save the stack with File > Save As > Tiff..., and "
                            + "name that file.");
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
