package org.ichradiomics.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ij.IJ;
import ij.plugin.PlugIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** The menu is written down twice, for ImageJ and for Fiji, and must be one. */
class MenuTest {

    private record Item(String menu, String label, String type) {
    }

    private static final Pattern LINE = Pattern.compile("(.*), \"(.*)\", (.*)");

    static List<Item> items() throws IOException {
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("plugins.config"))) {
            Matcher item = LINE.matcher(line);
            if (item.matches()) items.add(new Item(item.group(1), item.group(2), item.group(3)));
        }
        return items;
    }

    @Test
    void theItemsAreThose() throws IOException {
        assertEquals(List.of("Extract...", "R-score...", "Build Reference...", "Open Sample", "Feature Reference", "ICH Radiomics Help",
                "About ICH Radiomics..."), items().stream().map(Item::label).toList());
        assertEquals(items().size(), new HashSet<>(items().stream().map(Item::label).toList()).size());
    }

    @ParameterizedTest
    @MethodSource("items")
    void imageJFindsItsPlugIn(Item item) throws Exception {
        assertEquals("Plugins>ICH Radiomics", item.menu);
        assertTrue(PlugIn.class.isAssignableFrom(Class.forName(item.type)), item.type);
        Class.forName(item.type).getDeclaredConstructor().newInstance();
    }

    @ParameterizedTest
    @MethodSource("items")
    void fijiFindsACommandAtTheSamePlace(Item item) {
        try (Context context = new Context(CommandService.class)) {
            List<String> paths = context.service(CommandService.class).getCommands().stream().filter(MenuTest::isOurs)
                    .map(command -> command.getMenuPath().getMenuString()).toList();
            assertTrue(paths.contains("Plugins > ICH Radiomics > " + item.label), item.label + " is not in " + paths);
        }
    }

    @Test
    void fijiHasNoOtherCommandsAndOurPreprocessor() throws IOException {
        try (Context context = new Context(CommandService.class, PluginService.class)) {
            assertEquals(items().size(), context.service(CommandService.class).getCommands().stream().filter(MenuTest::isOurs).count());
            assertTrue(context.service(PluginService.class).getPluginsOfType(PreprocessorPlugin.class).stream()
                    .anyMatch(plugin -> plugin.getClassName().equals(CalledImagePreprocessor.class.getName())));
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void theLabelIsFreeInImageJ(Item item) throws IOException {
        try (InputStream in = IJ.class.getResourceAsStream("/IJ_Props.txt")) {
            String properties = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(properties.contains("\"Invert\",ij.plugin.filter.Filters") || properties.contains("Invert"), "not the menu of ImageJ");
            assertFalse(properties.contains("\"" + item.label + "\""), item.label + " is an item of ImageJ itself");
        }
    }

    @Test
    void onlyTheCommandsKnowSciJava() throws IOException {
        // Plain ImageJ has no scijava-common: a class that names it would not load there.
        try (Stream<Path> files = Files.walk(Path.of("target/classes/org/ichradiomics"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                boolean command = file.toString().replace('\\', '/').contains("/command/");
                boolean knows = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("org/scijava");
                assertTrue(command || !knows, file + " names org.scijava");
            }
        }
    }

    private static boolean isOurs(CommandInfo command) {
        return command.getDelegateClassName().startsWith("org.ichradiomics.");
    }
}
