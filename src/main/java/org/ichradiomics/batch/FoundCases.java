package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.WholeFile;

/** What a folder was found to hold: cases, sorted by their ids, and files that belong to none. */
final class FoundCases {

    private final Path folder;
    private final Map<String, BatchCase> cases = new TreeMap<>();
    private final Set<Path> used = new HashSet<>();
    private final List<String> left = new ArrayList<>();

    FoundCases(Path folder) {
        this.folder = folder;
    }

    List<BatchCase> cases() {
        return List.copyOf(cases.values());
    }

    /** A line for each file that belongs to no case. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** A case of an image and its mask; one whose names cannot be written here is told with its reason. */
    void pair(String id, Path image, Path mask) {
        BatchCase other = cases.get(id);
        if (other != null) {
            refuse(
                    id,
                    Stream.concat(other.existing(), Stream.of(image, mask)).toList(),
                    "of which more than one pair has this name");
            return;
        }
        used.addAll(List.of(image, mask));
        try {
            for (Path file : List.of(image, mask)) PathName.requireKnown(file.toString());
            Map<ListColumn, Path> files = Map.of(ListColumn.IMAGE, image, ListColumn.MASK, alone(mask));
            cases.put(id, new BatchCase(id, files, Labels.ANY, List.of()));
        } catch (InvalidInputException e) {
            cases.put(id, BatchCase.unreadable(id, Labels.ANY, List.of(), e));
        }
    }

    /** A case of which nobody can tell what its image and mask are; it does not cost the others. */
    void refuse(String id, List<Path> which, String why) {
        used.addAll(which);
        String names = which.stream().map(this::relative).distinct().sorted().collect(Collectors.joining(", "));
        cases.put(
                id,
                BatchCase.unreadable(
                        id,
                        Labels.ANY,
                        List.of(),
                        new InvalidInputException("Its image and mask are not clear from " + names + ", " + why
                                + ": name them in a CSV file with the columns case,image,mask.")));
    }

    /** A file of no case, unless it was used for one. */
    void leave(Path file, String why) {
        if (used.add(file)) left.add(relative(file) + ": " + why);
    }

    private String relative(Path file) {
        return relative(folder, file);
    }

    /** As sentences name a file that lies in a folder, or beside it. */
    static String relative(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        if (!to.startsWith(from)) return WholeFile.name(file);
        return from.relativize(to).toString().replace('\\', '/');
    }

    /** A folder for a single file, as archives have it for each series, stands for that file. */
    static Path alone(Path mask) throws InvalidInputException {
        if (!Files.isDirectory(mask)) return mask;
        List<Path> inside = WholeFile.entries(mask);
        return inside.size() == 1 && Files.isRegularFile(inside.get(0)) ? inside.get(0) : mask;
    }
}
