package org.ichradiomics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that somebody may have meant who named one that is not there. */
public final class NearFile {

    /** In a folder with more than these nobody looks for a slip of the pen at every missing case. */
    private static final int MOST_NAMES = 1000;

    private NearFile() {}

    /** What stands behind the name of a missing file: {@code (did you mean "ct.nii.gz"?)}; empty where none is near. */
    public static String question(Path missing) {
        Path whole = missing.toAbsolutePath().normalize();
        return of(whole)
                .map(file -> " (did you mean \"" + common(whole, file).relativize(file) + "\"?)")
                .orElse("");
    }

    /** A folder on the way may be misspelt as well. */
    private static Optional<Path> of(Path missing) {
        Path parent = missing.getParent();
        if (parent == null) return Optional.empty();
        Optional<Path> folder = Files.isDirectory(parent) ? Optional.of(parent) : of(parent);
        String name = WholeFile.name(missing);
        return folder.flatMap(there -> near(there, name).map(there::resolve));
    }

    private static Optional<String> near(Path folder, String name) {
        if (Files.exists(folder.resolve(name))) return Optional.of(name);
        List<String> names = names(folder);
        Optional<String> longer =
                names.stream().filter(there -> there.startsWith(name + ".")).findFirst();
        return longer.or(() -> Nearest.of(name, names));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(WholeFile::name)
                    .filter(name -> !name.startsWith("."))
                    .limit(MOST_NAMES + 1L)
                    .sorted()
                    .toList();
            return names.size() > MOST_NAMES ? List.of() : names;
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path common(Path a, Path b) {
        Path folder = a.getParent();
        while (!b.startsWith(folder)) folder = folder.getParent();
        return folder;
    }
}
