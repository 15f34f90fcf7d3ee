package org.ichradiomics.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.window.Pictures.Picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** No picture of the documentation is older than the window that it shows. */
class PicturesTest {

    /** Of no window that is declared → where it comes from. */
    private static final Map<String, String> OTHERS = Map.of(
            "expansion.png", "a figure of the window Expansion",
            "report.png", "the page that report writes of a phantom",
            "sign-black-hole.png", "a slice of a phantom with its sign",
            "study.png", "three figures that study sample writes",
            "workbench.png", "taken by the robot of WorkbenchWindowIT");

    static Stream<Picture> pictures() {
        return Pictures.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void itShowsTheWindowAsItIs(Picture picture) throws Exception {
        assertEquals(
                Optional.of(picture.hash()),
                PictureFile.hash(picture.file()),
                picture.file() + " is older than its window: make it anew with mvn -o test-compile exec:exec@pictures");
    }

    @Test
    void eachIsKnown() throws IOException {
        Set<String> known = new TreeSet<>(OTHERS.keySet());
        pictures().map(Picture::name).forEach(known::add);
        try (Stream<Path> files = Files.list(Pictures.FOLDER)) {
            assertEquals(
                    known,
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
