package org.ichradiomics.pyradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@link FeatureMap}, {@code SlidingKernel} and {@link Mapping} against the maps that PyRadiomics 3.1 (commit 8ed5793,
 * voxelBased) makes.
 */
class MappingTest {

    @ParameterizedTest
    @CsvSource({
        "r1, 1, true, binWidth:5",
        "r2, 2, true, binWidth:5",
        "r1_unmasked, 1, false, binWidth:5",
        "r2_2d, 2, true, binWidth:5 force2D:true",
        "r1_bins16, 1, true, binCount:16"
    })
    void isPyRadiomicsMap(String setting, int radius, boolean isMasked, String parameters)
            throws IOException, InvalidInputException {
        List<String> lines = Files.readAllLines(Shared.of("maps/map0_expected.csv"));
        List<String> names = new ArrayList<>(List.of(lines.get(0).split(",")));
        names.replaceAll(name -> "original_" + name);
        List<String> columns = names.subList(4, names.size());
        Map<String, FeatureMap> maps = maps(columns, radius, isMasked, parameters);
        assertEquals(columns.size(), maps.size());
        int cells = 0;
        for (String line : lines) {
            String[] row = line.split(",", -1);
            if (!row[0].equals(setting)) continue;
            for (int k = 4; k < row.length; k++, cells++) {
                double wanted = Double.parseDouble(row[k]);
                double found = at(maps.get(names.get(k)), row);
                assertEquals(wanted, found, Math.max(1e-12, 1e-9 * Math.abs(wanted)), setting + " " + names.get(k));
            }
        }
        assertEquals(452 * columns.size(), cells);
    }

    @Test
    void isNaNOutside() throws IOException, InvalidInputException {
        FeatureMap map =
                maps(List.of("original_firstorder_Mean"), 1, true, "binWidth:5").get("original_firstorder_Mean");
        int inside = 0;
        for (DoubleType value : map.values()) if (!Double.isNaN(value.get())) inside++;
        assertEquals(452, inside);
    }

    @Test
    void isTheSameForAnyNumberOfThreads() throws Exception {
        List<String> columns = List.of("original_glcm_Correlation", "original_glszm_ZoneEntropy");
        Map<String, FeatureMap> one = new ForkJoinPool(1)
                .submit(() -> maps(columns, 2, true, "binWidth:5"))
                .get();
        Map<String, FeatureMap> many = new ForkJoinPool(5)
                .submit(() -> maps(columns, 2, true, "binWidth:5"))
                .get();
        for (String column : columns)
            assertTrue(
                    Util.imagesEqual(one.get(column).values(), many.get(column).values()));
    }

    private static double at(FeatureMap map, String... row) {
        RandomAccess<DoubleType> stored = map.geometry().toStored(map.values()).randomAccess();
        for (int axis = 0; axis < 3; axis++) stored.setPosition(Integer.parseInt(row[1 + axis]), axis);
        return stored.get().get();
    }

    private static Map<String, FeatureMap> maps(List<String> columns, int radius, boolean isMasked, String parameters)
            throws IOException, InvalidInputException {
        Scan scan = read("map0_hu.nii.gz");
        Labels labels = Labels.of(read("map0_mask.nii.gz"));
        Region region = Region.of(scan.hu(), labels.select("1"), scan.spacing());
        Map<String, FeatureMap> maps = new LinkedHashMap<>();
        PyRadiomics catalogue = PyRadiomics.USUAL.with(List.of(parameters.split(" ")));
        for (FeatureMap map : catalogue.maps(scan, region, columns, radius, isMasked, Progress.NONE))
            maps.put(map.name(), map);
        return maps;
    }

    private static Scan read(String name) throws IOException, InvalidInputException {
        Path file = Shared.of("maps/" + name);
        try (OpenFiles files = new OpenFiles()) {
            return FileKind.require(file, files).open(file, files).scan();
        }
    }
}
