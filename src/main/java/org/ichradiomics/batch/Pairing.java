package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Images and masks that belong together by their names: both are called {@code NAME}, be it with an end that says what
 * they are. A name that fits more than one image or mask is refused with the list of them.
 *
 * @param imageEnd of the names of images, the name itself as its first group
 * @param maskEnd of those of masks
 */
record Pairing(Pattern imageEnd, Pattern maskEnd) {

    /** {@code NAME_ct} and {@code NAME_seg}, also {@code NAME} and {@code NAME_seg}, or {@code NAME} twice. */
    static final Pairing USUAL = new Pairing(FolderLayout.IMAGE_NAME, FolderLayout.MASK_NAME);

    /** Puts each image with its mask, and leaves those that have none. */
    void add(List<Path> images, List<Path> masks, FoundCases found) {
        Map<String, Set<Path>> imagesOf = byName(images, imageEnd);
        Map<String, Set<Path>> masksOf = byName(masks, maskEnd);
        for (Path image : images) {
            Set<Path> fitting = others(image, imageEnd, masksOf);
            if (fitting.isEmpty()) {
                found.leave(image, "no mask has its name");
                continue;
            }
            Path mask = fitting.iterator().next();
            String id = names(image, imageEnd)
                    .filter(masksOf::containsKey)
                    .findFirst()
                    .orElseThrow();
            Set<Path> rivals = others(mask, maskEnd, imagesOf);
            if (fitting.size() == 1 && rivals.size() == 1) found.pair(id, image, mask);
            else
                found.refuse(
                        id, Stream.concat(rivals.stream(), fitting.stream()).toList(), "which all fit by their names");
        }
        for (Path mask : masks) found.leave(mask, "no image has its name");
    }

    private static Map<String, Set<Path>> byName(List<Path> files, Pattern end) {
        Map<String, Set<Path>> named = new LinkedHashMap<>();
        for (Path file : files)
            names(file, end)
                    .forEach(name -> named.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(file));
        return named;
    }

    private static Set<Path> others(Path file, Pattern end, Map<String, Set<Path>> others) {
        Set<Path> fitting = new LinkedHashSet<>();
        names(file, end).forEach(name -> fitting.addAll(others.getOrDefault(name, Set.of())));
        return fitting;
    }

    /** What a file may be called: its name without the ending, then without what says its kind. */
    private static Stream<String> names(Path file, Pattern end) {
        Optional<String> stem = CaseFolder.stem(file);
        return Stream.concat(
                stem.stream(), stem.map(end::matcher).filter(Matcher::matches).map(name -> name.group(1)).stream());
    }
}
