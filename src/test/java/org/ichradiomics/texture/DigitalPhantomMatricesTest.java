package org.ichradiomics.texture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** Every texture matrix of the digital phantom, cell by cell. */
class DigitalPhantomMatricesTest {

    private static final Path MATRICES = Path.of("src/test/resources/ibsi/digital_phantom_matrices.csv");

    /** Which matrix: the first four columns of the file. */
    private record Key(String family, String kind, String slice, String direction) {}

    private static final TextureMatrices IN_SLICES = TextureMatrices.of(DigitalPhantom.lesion(), Approach.IN_SLICES);
    private static final TextureMatrices IN_VOLUME = TextureMatrices.of(DigitalPhantom.lesion(), Approach.IN_VOLUME);

    static Stream<Map.Entry<Key, Map<String, Double>>> matrices() throws IOException {
        return published().entrySet().stream();
    }

    private static Map<Key, Map<String, Double>> published() throws IOException {
        Map<Key, Map<String, Double>> matrices = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MATRICES)) {
            if (line.startsWith("#") || line.startsWith("matrix,")) continue;
            String[] cells = line.split(",");
            matrices.computeIfAbsent(new Key(cells[0], cells[1], cells[2], cells[3]), key -> new TreeMap<>())
                    .put(cells[4] + " " + cells[5], Double.parseDouble(cells[6]));
        }
        return matrices;
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void countsAsPublished(Map.Entry<Key, Map<String, Double>> published) {
        Key key = published.getKey();
        Map<String, Double> counted = switch (key.family) {
            case "GLCM" -> cells(pick(key, TextureMatrices::pairs));
            case "GLRLM" -> cells(pick(key, TextureMatrices::runs));
            case "GLSZM" -> cells(pick(key, TextureMatrices::zoneSizes));
            case "GLDZM" -> cells(pick(key, TextureMatrices::zoneDistances));
            case "NGLDM" -> cells(pick(key, TextureMatrices::dependences));
            case "NGTDM" -> cells(pick(key, TextureMatrices::differences));
            default -> throw new AssertionError("no such matrix: " + key);
        };
        assertEquals(published.getValue().keySet(), counted.keySet(), key.toString());
        // Ten digits are printed of s; the others are whole numbers.
        published.getValue().forEach((cell, count) -> assertEquals(count, counted.get(cell), 1e-8, key + " " + cell));
    }

    @Test
    void noMatrixIsMissing() throws IOException {
        int slices = DigitalPhantom.NZ;
        assertEquals(2 * (slices * 5 + 14) + 4 * (slices + 1), published().size());
    }

    /** The matrix that a line of the file belongs to; a direction may be walked from either end. */
    private static <M extends TextureMatrix<M>> M pick(Key key, Function<TextureMatrices, MatrixGrid<M>> family) {
        MatrixGrid<M> grid = family.apply(key.slice.isEmpty() ? IN_VOLUME : IN_SLICES);
        int row = key.slice.isEmpty() ? 0 : Integer.parseInt(key.slice) - 1;
        if (key.kind.endsWith("merged"))
            return grid.under(key.slice.isEmpty() ? Aggregation.VOLUME_MERGED : Aggregation.SLICES_MERGED)
                    .get(row);
        if (key.direction.isEmpty()) return grid.rows().get(row).get(0);
        List<Direction> directions = key.slice.isEmpty() ? Direction.IN_SPACE : Direction.IN_PLANE;
        M found = null;
        for (int d = 0; d < directions.size(); d++) {
            Direction step = directions.get(d);
            String forth = "(" + step.dx() + " " + step.dy() + " " + step.dz() + ")";
            String back = "(" + -step.dx() + " " + -step.dy() + " " + -step.dz() + ")";
            if (key.direction.equals(forth) || key.direction.equals(back))
                found = grid.rows().get(row).get(d);
        }
        assertNotNull(found, key.toString());
        return found;
    }

    private static Map<String, Double> cells(PairMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        Cells triangle = matrix.triangle();
        for (int c = 0; c < triangle.size(); c++) {
            int i = triangle.row(c);
            int j = triangle.column(c);
            double count = i == j ? 2.0 * triangle.count(c) : triangle.count(c);
            cells.put(i + " " + j, count);
            cells.put(j + " " + i, count);
        }
        return cells;
    }

    private static Map<String, Double> cells(CountMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (int c = 0; c < matrix.cells().size(); c++) {
            cells.put(matrix.cells().row(c) + " " + matrix.cells().column(c), (double)
                    matrix.cells().count(c));
        }
        return cells;
    }

    private static Map<String, Double> cells(ToneDifferenceMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (int k = 0; k < matrix.levels(); k++)
            cells.put(matrix.level(k) + " " + matrix.voxels(k), matrix.difference(k));
        return cells;
    }
}
