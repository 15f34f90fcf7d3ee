package org.ichradiomics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Oracles that others have too: the copy in the test resources where the licence allows one, else what lies in
 * {@code ../shared}, beside the project.
 */
public final class Shared {

    private static final Path COPIES = Path.of("src/test/resources/shared");
    private static final Path BESIDE = Path.of("..", "shared");

    private Shared() {}

    /**
     * @param name of a file or folder, such as {@code stats/cohort313}
     * @return where it lies; without it the test ends here, and counts as skipped
     */
    public static Path of(String name) {
        Optional<Path> found = Stream.of(COPIES, BESIDE)
                .map(root -> root.resolve(name))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), () -> name + " is not in this clone, and there is no ../shared");
        return found.orElseThrow();
    }
}
