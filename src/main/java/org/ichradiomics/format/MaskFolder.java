package org.ichradiomics.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.text.InvalidInputException;

/** A mask is one file; a folder of its slices is refused with how to make one of them. */
final class MaskFolder {

    private static final String PICTURE = "(?i).+\\.(?:png|jpe?g|bmp|gif|tiff?)";

    /** Enough to tell what a folder holds. */
    private static final int MOST_FILES = 32;

    private MaskFolder() {}

    /** @throws InvalidInputException if it is a folder */
    static void refuse(Path path) throws InvalidInputException {
        if (!Files.isDirectory(path)) return;
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        List<Path> files = files(path);
        if (files.stream().anyMatch(DicomFolder::looksLikeDicom)) {
            throw new InvalidInputException(name
                    + " is a folder of DICOM files, and a mask is one file: open the folder with Open CT... in ImageJ, "
                    + "save it with File > Save As > Tiff..., and name that file.");
        }
        if (files.stream().anyMatch(file -> file.getFileName().toString().matches(PICTURE))) {
            throw new InvalidInputException(
                    name + " is a folder of single slices, and a mask is one file: stack them in ImageJ with "
                            + "File > Import > Image Sequence..., save the stack with File > Save As > Tiff..., and name that file.");
        }
        throw new InvalidInputException(name + " is a folder: choose a file in it.");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).limit(MOST_FILES).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
