package org.ichradiomics;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final List<Path> SOURCES = Stream.of("front", "main", "spark")
            .map(root -> Path.of("src", root, "java/org/ichradiomics"))
            .toList();

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?([\\w.]+)\\.[A-Z]\\w*(?:[.;].*)?$", Pattern.MULTILINE);

    private static final String JAVA = "java";
    private static final String GSON = "com.google.gson";
    private static final String MATH = "org.apache.commons.math3";
    private static final String STATISTICS = "org.apache.commons.statistics";
    private static final String IMGLIB = "net.imglib2";

    private static final Map<String, String> MAY_IMPORT = new LinkedHashMap<>();

    static {
        room(
                "text",
                GSON,
                "org.snakeyaml.engine",
                "de.siegmar.fastcsv",
                "org.dhatim.fastexcel",
                "org.apache.commons.compress");
        room("region", IMGLIB, "text");
        room("scan", IMGLIB, "text region");
        room("feature", "text region");
        room("intensity", "text region feature");
        room("shape", MATH, "region feature");
        room("texture", MATH, "region feature");
        room("growth", "region");
        room("filter", "text region");
        room("pyradiomics", IMGLIB, "text region scan feature intensity shape texture filter");
        room("sign", "text region");
        room("clinical", "text");
        room("outline", IMGLIB, "text region");
        room("stats", MATH, STATISTICS, "text");
        room("figure", "text stats");
        room("format.dicom", IMGLIB, "javax.imageio com.sun.media.imageioimpl jj2000", "text scan");
        room("format", IMGLIB, "javax.imageio org.w3c.dom text region scan format.dicom");
        room("casework", "text format");
        room("signature", GSON, MATH, "text feature");
        room(
                "measure",
                IMGLIB,
                GSON,
                "text region scan feature intensity shape texture growth filter pyradiomics signature");
        room("study", GSON, "text measure signature stats");
        room("study.output", GSON, MATH, "text signature stats study figure");
        room("page", IMGLIB, "text region scan growth measure signature sign clinical figure");
        room("batch", IMGLIB, GSON, "text region scan sign clinical growth format casework measure signature page");
        // Below this line ij and scijava may be imported.
        room("front", "ij");
        room(
                "imagej",
                "ij",
                IMGLIB,
                GSON,
                "text region scan feature sign clinical growth outline format pyradiomics measure signature figure "
                        + "study casework page batch front");
        room(
                "imagej.studies",
                "ij",
                "javax.swing",
                IMGLIB,
                "text region scan format measure signature stats study batch imagej");
        room("menu", "ij", "text sign clinical signature measure imagej");
        room(
                "workbench",
                "ij",
                "javax.swing",
                IMGLIB,
                "text scan outline sign clinical signature figure format casework page imagej menu");
        room("plugin", "ij", "javax.swing", "text figure page imagej menu workbench front");
        room("command", "ij org.scijava", "front");
        room(
                "cli",
                "ij picocli",
                IMGLIB,
                GSON,
                "de.siegmar.fastcsv",
                "text region scan sign clinical growth filter format pyradiomics measure signature study batch imagej "
                        + "menu");
        room("cluster", "org.apache.spark org.apache.hadoop scala", "text batch cli");
        room("", "ij", "imagej menu");
    }

    /** @param others rooms and libraries, by blanks */
    private static void room(String name, String... others) {
        MAY_IMPORT.put(name, String.join(" ", others));
    }

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
                    || Stream.of((JAVA + " " + MAY_IMPORT.get(home)).split(" "))
                            .anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
            assertTrue(allowed, home + " must not import " + imported);
        }
    }
}
