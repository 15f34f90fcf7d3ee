package org.ichradiomics.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import org.ichradiomics.text.WholeFile;

/**
 * What a line of the list could be for a cohort that is laid out in another way: an example to begin with, not a
 * pairing to rely on.
 */
final class ExampleLine {

    private static final int DEEPEST = 4;
    private static final int MOST_FILES = 2000;

    private ExampleLine() {}

    /** {@code p1,images/p1.nii.gz,masks/p1.nii.gz}; empty if no image and mask share a name. */
    static Optional<String> of(Path folder) {
        Map<String, Path> images = new LinkedHashMap<>();
        Map<String, Path> masks = new LinkedHashMap<>();
        for (Path file : volumes(folder)) {
            String stem = CaseFolder.stem(file).orElseThrow();
            Matcher mask = FolderLayout.MASK_NAME.matcher(stem);
            Matcher image = FolderLayout.IMAGE_NAME.matcher(stem);
            boolean isMask = mask.matches()
                    || FolderLayout.MASKS
                            .matcher(WholeFile.name(file.getParent()))
                            .matches();
            if (isMask) masks.putIfAbsent(mask.matches() ? mask.group(1) : stem, file);
            else images.putIfAbsent(image.matches() ? image.group(1) : stem, file);
        }
        return images.keySet().stream()
                .filter(masks::containsKey)
                .findFirst()
                .map(name -> name + "," + relative(folder, images.get(name)) + "," + relative(folder, masks.get(name)));
    }

    private static List<Path> volumes(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(file -> FolderLayout.isVolume(WholeFile.name(file)) && Files.isRegularFile(file))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
