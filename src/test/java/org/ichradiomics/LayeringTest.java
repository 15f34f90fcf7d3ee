package org.ichradiomics;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The picture of the house: which package may know which. Arrows only point up this list. */
class LayeringTest {

    /** Those of front are by themselves, since an older Java must be able to load them. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src/front/java/org/ichradiomics"), Path.of("src/main/java/org/ichradiomics"));

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?([\\w.]+)\\.[A-Z]\\w*(?:[.;].*)?$", Pattern.MULTILINE);

    private static final List<String> JAVA = List.of("java");
    private static final List<String> IMGLIB = List.of("net.imglib2");
    private static final List<String> NUMBERS = List.of("region", "grey");
    private static final List<String> FAMILY = List.of("region", "grey", "feature");

    private static final Map<String, List<List<String>>> MAY_IMPORT = Map.ofEntries(
            Map.entry("region", List.of(IMGLIB)),
            Map.entry("disk", List.of(List.of("region"))),
            Map.entry("grey", List.of(List.of("region"))),
            Map.entry("feature", List.of(NUMBERS, List.of("disk", "de.siegmar.fastcsv"))),
            Map.entry("intensity", List.of(FAMILY)),
            Map.entry("shape", List.of(FAMILY, List.of("org.apache.commons.math3"))),
            Map.entry("texture", List.of(FAMILY)),
            Map.entry("growth", List.of(List.of("region"))),
            Map.entry("sign", List.of(List.of("region", "feature"))),
            Map.entry("filter", List.of(List.of("region"))),
            Map.entry("outline", List.of(IMGLIB, List.of("region"))),
            Map.entry("extract", List.of(FAMILY, List.of("intensity", "shape", "texture"))),
            Map.entry("json", List.of(List.of("region", "com.google.gson", "org.snakeyaml.engine"))),
            Map.entry("clinical", List.of(List.of("region", "feature", "json"))),
            Map.entry(
                    "signature",
                    List.of(List.of(
                            "disk", "region", "feature", "json", "com.google.gson", "org.apache.commons.math3"))),
            Map.entry("stats", List.of(List.of("region", "org.apache.commons.math3", "org.apache.commons.statistics"))),
            Map.entry(
                    "ibsi",
                    List.of(
                            IMGLIB,
                            FAMILY,
                            List.of(
                                    "disk",
                                    "intensity",
                                    "shape",
                                    "texture",
                                    "filter",
                                    "format",
                                    "json",
                                    "signature",
                                    "com.google.gson"))),
            Map.entry("catalogue", List.of(List.of("region", "feature", "extract", "ibsi"))),
            Map.entry("figure", List.of(List.of("region", "stats"))),
            Map.entry("format", List.of(IMGLIB, List.of("disk", "region"))),
            Map.entry(
                    "format.dicom",
                    List.of(
                            IMGLIB,
                            List.of("region", "format", "javax.imageio", "com.sun.media.imageioimpl", "jj2000"))),
            Map.entry("format.file", List.of(List.of("region", "format"))),
            Map.entry(
                    "report",
                    List.of(
                            IMGLIB,
                            FAMILY,
                            List.of(
                                    "disk",
                                    "extract",
                                    "growth",
                                    "ibsi",
                                    "signature",
                                    "format",
                                    "com.google.gson",
                                    ""))),
            Map.entry(
                    "study",
                    List.of(List.of(
                            "disk",
                            "region",
                            "feature",
                            "json",
                            "catalogue",
                            "signature",
                            "stats",
                            "com.google.gson",
                            ""))),
            Map.entry(
                    "study.output",
                    List.of(List.of(
                            "disk",
                            "region",
                            "feature",
                            "signature",
                            "stats",
                            "study",
                            "figure",
                            "com.google.gson",
                            "org.apache.commons.math3",
                            ""))),
            // Below this line ij and scijava may be imported.
            Map.entry("front", List.of(List.of("ij"))),
            Map.entry(
                    "imagej",
                    List.of(
                            IMGLIB,
                            FAMILY,
                            List.of(
                                    "front",
                                    "disk",
                                    "extract",
                                    "growth",
                                    "ibsi",
                                    "signature",
                                    "catalogue",
                                    "format",
                                    "report",
                                    "",
                                    "com.google.gson",
                                    "ij"))),
            Map.entry(
                    "imagej.studies",
                    List.of(
                            IMGLIB,
                            List.of(
                                    "disk",
                                    "region",
                                    "feature",
                                    "signature",
                                    "catalogue",
                                    "format",
                                    "stats",
                                    "study",
                                    "figure",
                                    "plot",
                                    "imagej",
                                    "",
                                    "ij"))),
            Map.entry(
                    "batch",
                    List.of(
                            IMGLIB,
                            FAMILY,
                            List.of(
                                    "disk",
                                    "signature",
                                    "catalogue",
                                    "format",
                                    "growth",
                                    "report",
                                    "imagej",
                                    "",
                                    "com.google.gson",
                                    "ij"))),
            Map.entry("plot", List.of(List.of("figure", "region", "ij"))),
            Map.entry(
                    "plugin",
                    List.of(FAMILY, List.of("disk", "batch", "extract", "format", "report", "imagej", "", "ij"))),
            Map.entry("command", List.of(List.of("batch", "region", "imagej", "plugin", "ij", "org.scijava"))),
            Map.entry(
                    "cli",
                    List.of(
                            IMGLIB,
                            FAMILY,
                            List.of(
                                    "disk",
                                    "batch",
                                    "extract",
                                    "growth",
                                    "filter",
                                    "ibsi",
                                    "signature",
                                    "format",
                                    "report",
                                    "study",
                                    "imagej",
                                    "",
                                    "com.google.gson",
                                    "de.siegmar.fastcsv",
                                    "picocli",
                                    "ij"))),
            Map.entry("", List.of(List.of("batch", "imagej", "ij"))));

    static Stream<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources.stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void importsOnlyWhatItsPackageMayKnow(Path source) throws IOException {
        Path sources = SOURCES.stream().filter(source::startsWith).findFirst().orElseThrow();
        String home = sources.relativize(source.getParent()).toString().replace(File.separatorChar, '.');
        assertTrue(MAY_IMPORT.containsKey(home), "the package " + home + " is not in the picture of the house");
        Matcher imports = IMPORT.matcher(Files.readString(source));
        while (imports.find()) {
            String imported = imports.group(1);
            String name = imported.startsWith("org.ichradiomics")
                    ? imported.substring("org.ichradiomics".length()).replaceFirst("^\\.", "")
                    : imported;
            boolean allowed = name.equals(home)
                    || Stream.concat(Stream.of(JAVA), MAY_IMPORT.get(home).stream())
                            .flatMap(List::stream)
                            .anyMatch(root -> name.equals(root) || !root.isEmpty() && name.startsWith(root + "."));
            assertTrue(allowed, home + " must not import " + imported);
        }
    }
}
