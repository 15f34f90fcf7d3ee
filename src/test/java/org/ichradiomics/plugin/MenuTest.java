package org.ichradiomics.plugin;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImageJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.Command;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import org.ichradiomics.front.Door;
import org.ichradiomics.front.JavaVersion;
import org.ichradiomics.front.MenuItem;
import org.ichradiomics.front.WrongJar;
import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.menu.Tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The two menus are one: the same labels at the same place in ImageJ and Fiji.
 *
 * <p>Covers Door, JavaVersion, MenuItem, Start, TaskDoor and WrongJar.
 */
class MenuTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern LINE = Pattern.compile(
            "(Plugins(?:>[^,]+)*), \"([^\"]+)\", org\\.ichradiomics\\.front\\.MenuItem\\(\"([\\w-]+)\"\\)");

    /** Path with label → class behind the front of all items, in the order of plugins.config. */
    private static Map<String, String> config() throws Exception {
        Map<String, String> items = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CLASSES.resolve("plugins.config"))) {
            if (line.isBlank() || line.startsWith("#") || line.endsWith("\"-\"")) continue;
            Matcher item = LINE.matcher(line.strip());
            assertTrue(item.matches(), line);
            String before = items.put(item.group(1) + ">" + item.group(2), item.group(3));
            assertEquals(null, before, "twice: " + line);
        }
        return items;
    }

    static Stream<String> labels() throws Exception {
        return config().keySet().stream().map(path -> path.substring(path.lastIndexOf('>') + 1));
    }

    static Stream<Class<?>> annotated() throws Exception {
        try (Stream<Path> files = Files.list(CLASSES.resolve("org/ichradiomics/command"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.startsWith("package"))
                    .sorted()
                    .<Class<?>>map(name -> load("org.ichradiomics.command." + name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(Plugin.class))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(Class<?> command) {
        return Arrays.stream(command.getAnnotation(Plugin.class).menu())
                .map(Menu::label)
                .collect(Collectors.joining(">"));
    }

    private static List<? extends Class<?>> commands() throws Exception {
        return annotated().filter(Command.class::isAssignableFrom).toList();
    }

    @Test
    void sameLabelsAtTheSamePlace() throws Exception {
        assertEquals(
                new TreeSet<>(config().keySet()),
                commands().stream().map(MenuTest::path).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(config().size(), commands().size());
        for (String path : config().keySet()) assertTrue(path.startsWith("Plugins>ICH Radiomics>"), path);
    }

    /** interface.md, "Menu": these, in this order; items that are not made yet are left out. */
    @Test
    void theOrderThatWasAgreed() throws Exception {
        List<String> agreed = List.of(
                "Workbench...",
                "Extract...",
                "R-score...",
                "Build Reference...",
                "Save Table...",
                "Import Signature...",
                "Open CT...",
                "Open Mask...",
                "Save Mask...",
                "Grow Haematoma...",
                "Fill Between Slices...",
                "ICH Brush",
                "Volume...",
                "Expansion...",
                "Signs...",
                "Clinical Scores...",
                "Feature Maps...",
                "Case Report...",
                "Save Case...",
                "Batch...",
                "Study...",
                "Train Signature...",
                "Validate...",
                "Reader Agreement...",
                "Robustness...",
                "Open Sample",
                "Feature Reference",
                "ICH Radiomics Help",
                "About ICH Radiomics...");
        List<String> labels = labels().toList();
        assertEquals(agreed.stream().filter(labels::contains).toList(), labels);
    }

    @Test
    void theirClassesAreThere() throws Exception {
        for (String name : config().values()) assertTrue(Tasks.find(name).isPresent(), name);
        assertInstanceOf(Door.class, new TaskDoor());
        for (Class<?> command : commands()) {
            assertInstanceOf(Command.class, command.getDeclaredConstructor().newInstance());
            assertTrue(command.getAnnotation(Plugin.class).headless(), command.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("labels")
    void freeInImageJ(String label) throws Exception {
        assertEquals("1.54p", ImageJ.VERSION);
        Properties menus = new Properties();
        try (InputStream in = IJ.class.getResourceAsStream("/IJ_Props.txt")) {
            menus.load(in);
        }
        Map<String, String> taken = new TreeMap<>();
        menus.forEach((key, value) -> taken.put(
                value.toString()
                        .replaceAll("^\"([^\"]*)\".*|^([^,]*),.*", "$1$2")
                        .strip(),
                key.toString()));
        assertTrue(
                taken.containsKey("Gaussian Blur...") && taken.containsKey("Measure...") && taken.size() > 300,
                taken.size() + " are read");
        assertFalse(taken.keySet().stream().anyMatch(label::equalsIgnoreCase), label);
    }

    @Test
    void imageJFindsThem() throws Exception {
        MacroRun.of("run('Options...')");
        for (Map.Entry<String, String> item : config().entrySet()) {
            String label = item.getKey().substring(item.getKey().lastIndexOf('>') + 1);
            assertEquals(
                    MenuItem.class.getName() + "(\"" + item.getValue() + "\")",
                    ij.Menus.getCommands().get(label),
                    label);
        }
    }

    /** JDK 23 and later write no index unless told to; the menu of Fiji would be empty. */
    @Test
    void theIndexListsThem() throws Exception {
        String index = Files.readString(CLASSES.resolve("META-INF/json/org.scijava.plugin.Plugin"));
        List<Class<?>> all = new ArrayList<>(annotated().toList());
        assertTrue(all.size() > 5 && all.stream().anyMatch(PreprocessorPlugin.class::isAssignableFrom));
        for (Class<?> type : all) assertTrue(index.contains("\"class\":\"" + type.getName() + "\""), type.getName());
        assertEquals(all.size(), index.split("\"class\":", -1).length - 1);
    }

    static Stream<Path> classes() throws Exception {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/ichradiomics"))) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList().stream();
        }
    }

    /** Plain ImageJ has no SciJava: a class that names it would not load there. */
    @Test
    void onlyCommandsKnowSciJava() throws Exception {
        int commands = 0;
        for (Path file : classes().toList()) {
            boolean knows = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("org/scijava");
            boolean command = file.getParent().getFileName().toString().equals("command");
            assertFalse(knows && !command, file + " knows SciJava");
            if (knows) commands++;
        }
        assertTrue(commands > 5, "nothing was found at all");
    }

    /** The front is for an older Java to load, and so it names no class that such a Java cannot. */
    @Test
    void java17BehindAFrontOfJava8() throws Exception {
        int front = 0;
        for (Path file : classes().toList()) {
            boolean isFront = file.getParent().getFileName().toString().matches("front|command");
            byte[] bytes = Files.readAllBytes(file);
            assertEquals(isFront ? 52 : 61, bytes[7], file.toString());
            if (!isFront) continue;
            front++;
            assertFalse(
                    new String(bytes, StandardCharsets.ISO_8859_1)
                            .matches("(?s).*org/ichradiomics/(?!front/|command/).*"),
                    file.toString());
        }
        assertTrue(front > 2, "nothing was found at all");
    }

    @Test
    void whatIsNotThereIsOneSentence() {
        IJ.getErrorMessage();
        new MenuItem().run("Gone");
        assertEquals(WrongJar.sentence(new IllegalArgumentException("no task Gone")), IJ.getErrorMessage());
    }

    @ParameterizedTest
    @CsvSource({"1.8, 8", "9, 9", "11, 11", "16, 16"})
    void anOlderJavaIsRefused(String specification, String version) {
        assertEquals(
                "ICH Radiomics needs Java 17 or later, and this is Java " + version
                        + ": use an ImageJ or Fiji that comes with a newer one, or start this one with a newer Java.",
                JavaVersion.refusal(specification));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"17", "21", "25", "100", "", "EA"})
    void aNewerJavaIsNot(String specification) {
        assertEquals("", JavaVersion.refusal(specification));
    }

    @Test
    void labelsWithADialogEndInDots() throws Exception {
        List<String> without = labels().filter(label -> !label.endsWith("...")).toList();
        assertEquals(List.of("ICH Brush", "Open Sample", "Feature Reference", "ICH Radiomics Help"), without);
        assertEquals(
                labels().map(label -> label.toLowerCase(Locale.ROOT)).distinct().count(), labels().count());
    }
}
