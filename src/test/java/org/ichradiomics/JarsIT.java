package org.ichradiomics;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The jars as users get them. */
class JarsIT {

    private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

    private static JarFile jar(String property) throws Exception {
        return new JarFile(System.getProperty(property));
    }

    private static List<String> items(JarFile jar) throws Exception {
        List<JarEntry> configs = jar.stream()
                .filter(entry -> entry.getName().endsWith("plugins.config"))
                .toList();
        assertEquals(
                1,
                configs.size(),
                "ImageJ takes the first, and makes one up of classes with an underscore where there is none");
        String text = new String(jar.getInputStream(configs.get(0)).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void theOneForTheCommandLineHasNoMenu() throws Exception {
        try (JarFile jar = jar("cli.jar")) {
            assertEquals(List.of(), items(jar));
            assertFalse(jar.stream().map(JarEntry::getName).anyMatch(INDEX::equals), "Fiji reads it");
        }
    }

    @Test
    void thePluginHasItsMenuBehindTheFront() throws Exception {
        try (JarFile jar = jar("plugin.jar")) {
            List<String> items =
                    items(jar).stream().filter(line -> !line.endsWith("\"-\"")).toList();
            assertTrue(
                    items.size() > 10
                            && items.stream().allMatch(line -> line.contains("org.ichradiomics.front.MenuItem(")),
                    items.toString());
            assertTrue(jar.stream().map(JarEntry::getName).anyMatch(INDEX::equals));
            assertEquals(
                    52,
                    jar.getInputStream(jar.getEntry("org/ichradiomics/front/MenuItem.class"))
                            .readNBytes(8)[7]);
        }
    }

    /** Fiji's updater and SciJava read who made it, and what it is, of this. */
    @Test
    void eachBearsItsOwnDescriptorAndNoOther() throws Exception {
        for (String property : List.of("plugin.jar", "cli.jar")) {
            try (JarFile jar = jar(property)) {
                assertEquals(
                        List.of("META-INF/maven/org.ichradiomics/ICH_Radiomics/pom.xml"),
                        jar.stream()
                                .map(JarEntry::getName)
                                .filter(name -> name.startsWith("META-INF/maven/") && !name.endsWith("/"))
                                .toList(),
                        property);
            }
        }
    }

    /** The libraries of workbooks are many, and the plugin jar has of them what is used. */
    @Test
    void aWorkbookIsWrittenAndReadByWhatIsInside(@TempDir Path folder) throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), "case,x\n007,0.1\n");
        for (String property : List.of("plugin.jar", "cli.jar")) {
            URL[] jar = {Path.of(System.getProperty(property)).toUri().toURL()};
            try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
                Class<?> tables = alone.loadClass("org.ichradiomics.text.FeatureTableCsv");
                Class<?> table = alone.loadClass("org.ichradiomics.text.FeatureTable");
                Path book = folder.resolve(property + ".xlsx");
                Object read = tables.getMethod("read", Path.class).invoke(null, csv);
                tables.getMethod("write", table, Path.class).invoke(null, read, book);
                Object again = tables.getMethod("read", Path.class).invoke(null, book);
                assertEquals(
                        Files.readString(csv), tables.getMethod("text", table).invoke(null, again), property);
            }
        }
    }

    @Test
    void whatIsInsideHasItsLicenceBesideIt() throws Exception {
        for (String property : List.of("plugin.jar", "cli.jar")) {
            try (JarFile jar = jar(property)) {
                List<String[]> libraries = lines(jar, "META-INF/licenses/index.csv").stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .toList();
                for (String[] library : libraries) {
                    assertTrue(
                            library[3].equals("public domain")
                                    || jar.getEntry("META-INF/licenses/" + library[3]) != null,
                            library[2]);
                }
                assertEquals(
                        List.of(),
                        jar.stream()
                                .map(JarEntry::getName)
                                .filter(name -> name.endsWith(".class") && !isLicensed(name, libraries))
                                .toList(),
                        property + ": of whom are these? META-INF/licenses/index.csv does not say");
            }
        }
    }

    private static boolean isLicensed(String name, List<String[]> libraries) {
        String shaded = "org/ichradiomics/shaded/";
        if (!name.startsWith(shaded) && name.startsWith("org/ichradiomics/")) return true;
        return libraries.stream()
                .anyMatch(library -> name.startsWith(library[0] + "/")
                        || !library[1].isEmpty() && name.startsWith(shaded + library[1] + "/"));
    }

    private static List<String> lines(JarFile jar, String name) throws Exception {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void oneJarLooksLikeThePlugin() throws Exception {
        try (Stream<Path> jars =
                Files.list(Path.of(System.getProperty("plugin.jar")).getParent())) {
            assertEquals(
                    List.of(),
                    jars.map(jar -> jar.getFileName().toString())
                            .filter(name -> name.startsWith("original-"))
                            .toList());
        }
    }
}
