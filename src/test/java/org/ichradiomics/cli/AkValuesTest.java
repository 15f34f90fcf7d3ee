package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.measure.AkCase;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** All 396 values in the files that the command line writes, against ITK 5.2.1's own filters. */
class AkValuesTest {

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(Console.CASES)) {
            return files
                    .filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreEightCases() throws IOException {
        assertEquals(8, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneRowHoldsThemAll(String name) throws Exception {
        Path csv = folder.resolve("wide.csv");
        assertEquals(0, Console.extract(name, csv).exit());
        FeatureTable table = FeatureTableCsv.read(csv);
        assertEquals(List.of("image"), table.cases());
        Map<String, Double> measured = new LinkedHashMap<>();
        for (String feature : table.columns().subList(10, 406)) measured.put(feature, table.values(feature)[0]);
        assertAgrees(name, measured);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLongFormHoldsThemAll(String name) throws Exception {
        Path csv = folder.resolve("long.csv");
        assertEquals(0, Console.extract(name, csv, "--long").exit());
        List<String> lines = Files.readAllLines(csv);
        assertEquals("case,feature,value", lines.get(0));
        Map<String, Double> measured = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            assertEquals(3, cells.length, line);
            assertEquals("image", cells[0]);
            measured.put(cells[1], Double.valueOf(cells[2]));
        }
        assertTrue(lines.get(397).startsWith("image,R-score,"), lines.get(397));
        measured.remove("R-score");
        assertAgrees(name, measured);
    }

    @Test
    void bothFormsHoldTheSameText() throws Exception {
        Console.extract("headct_blob", folder.resolve("wide.csv"));
        Console.extract("headct_blob", folder.resolve("long.csv"), "--long");
        List<String> wide = Files.readAllLines(folder.resolve("wide.csv"));
        for (String line : Files.readAllLines(folder.resolve("long.csv")).subList(1, 398)) {
            assertTrue(wide.get(1).contains("," + line.substring(line.lastIndexOf(',') + 1) + ","), line);
        }
    }

    @Test
    void theLocaleIsNoMatter() throws Exception {
        Locale before = Locale.getDefault();
        Console root = Console.extract("headct_blob", folder.resolve("a.csv"));
        try {
            for (Locale locale :
                    List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(locale);
                String name = locale.getLanguage(); // a table of its own: a row is not added twice
                Console there = Console.extract("headct_blob", folder.resolve(name + ".csv"));
                assertEquals(root.out().replace("a.csv", name + ".csv").replace("a.json", name + ".json"), there.out());
                assertEquals(
                        Files.readString(folder.resolve("a.csv")), Files.readString(folder.resolve(name + ".csv")));
                assertEquals(
                        Files.readString(folder.resolve("a.json")), Files.readString(folder.resolve(name + ".json")));
            }
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(root.out().contains("Volume (mL): 2.561625"), root.out());
    }

    private static void assertAgrees(String name, Map<String, Double> measured) throws Exception {
        AkCase known = AkCase.read(Console.CASES.resolve(name));
        assertEquals(396, known.expected().size());
        assertEquals(List.copyOf(known.expected().keySet()), List.copyOf(measured.keySet()));
        known.expected().forEach((feature, value) -> {
            if (Double.isFinite(value)) {
                assertEquals(value, measured.get(feature), known.tolerance(feature), feature);
            } else {
                assertEquals(value, measured.get(feature), feature);
            }
        });
    }
}
