package org.ichradiomics.pyradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Parameter files as users write them, against what PyRadiomics 3.1 (commit 8ed5793, with ITK 5.2.1 and PyWavelets
 * 1.9.0) answers: names, order and values of {@link PyRadiomics}, and so of {@link FeatureClass},
 * {@code PyRadiomicsFirstOrder}, {@code PyRadiomicsShape}, {@code PyRadiomicsFlatShape}, {@code PyRadiomicsTexture},
 * {@code Weighting}, {@code RecursiveLaplacian}, {@code PeriodicWavelet} and {@code CornerResampling}.
 */
class ProfileTest {

    private static final String FOLDER = "pyradiomics/profile";

    static Stream<Path> parameterFiles() throws IOException {
        try (Stream<Path> files = Files.list(Shared.of(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("parameterFiles")
    void answersAsPyRadiomics(Path parameters) throws IOException, InvalidInputException {
        PyRadiomics catalogue = PyRadiomics.read(parameters);
        String name = parameters.getFileName().toString().replace(".yaml", ".csv");
        FeatureTable expected = FeatureTableCsv.parse(Files.readString(parameters.resolveSibling(name)), name);
        int rows = 0;
        for (int row = 0; row < expected.size(); row++) {
            Map<String, String> wanted = row(expected, row);
            Path image = Path.of(wanted.remove("Image"));
            Path mask = Path.of(wanted.remove("Mask"));
            if (!isThere(image)) continue;
            rows++;
            PyRadiomics.Values found = catalogue.measure(scan(image), labels(mask), Progress.NONE);
            Map<String, String> answer = new LinkedHashMap<>(found.diagnostics());
            found.values().forEach((column, value) -> answer.put(column, Double.toString(value)));
            assertEquals(new ArrayList<>(wanted.keySet()), new ArrayList<>(answer.keySet()));
            wanted.forEach((column, text) -> assertSame(column, text, answer.get(column)));
        }
        assertFalse(rows == 0);
    }

    private static Map<String, String> row(FeatureTable table, int row) throws InvalidInputException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : table.columns()) {
            String cell = table.texts(column).get(row);
            if (!cell.isEmpty()) cells.put(column, cell);
        }
        return cells;
    }

    private static void assertSame(String column, String expected, String found) {
        if (column.matches("diagnostics_(Versions|Configuration)_.*") || expected.equals(found)) return;
        double[] wanted = numbers(expected);
        double[] got = numbers(found);
        assertEquals(wanted.length, got.length, column);
        for (int i = 0; i < wanted.length; i++)
            assertEquals(wanted[i], got[i], tolerance(column) * Math.max(Math.abs(wanted[i]), 1e-3), column);
    }

    /** As another correct program may differ. */
    private static double tolerance(String column) {
        if (column.equals("diagnostics_Image-interpolated_Mean")) return 1e-5;
        if (column.matches("(log-sigma|gradient).*_firstorder_.*")) return 1e-6;
        return column.matches("wavelet.*_firstorder_.*") ? 1e-7 : 1e-8;
    }

    private static double[] numbers(String text) {
        return Stream.of(text.replaceAll("[()]", "").split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static boolean isThere(Path file) {
        return file.toString().startsWith("tiny") || Files.exists(Path.of("..", "shared"));
    }

    private static Scan scan(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            Path path = find(file);
            return FileKind.require(path, files).open(path, files).scan();
        }
    }

    private static Scan labels(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            Path path = find(file);
            return FileKind.require(path, files).open(path, files).labels();
        }
    }

    private static Path find(Path file) {
        for (String folder : List.of("pyradiomics/profile", "pyradiomics")) {
            Path path = Shared.of(folder).resolve(file);
            if (Files.exists(path)) return path;
        }
        return Shared.of("data/ct/" + file);
    }
}
