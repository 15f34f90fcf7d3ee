package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.ScanParts;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.CountedFiles;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a file is, its header, its voxels and its hash come from one open file. Covers Excerpt. */
class OpenedOnceTest {

    @TempDir
    private Path folder;

    private interface Pass {
        void over(Path image, Path mask) throws Exception;
    }

    /** How often each file of a scan and a mask is opened in one pass; those that are not opened at all too. */
    private static Map<String, Integer> opens(KindSample.Pair pair, Pass pass) throws Exception {
        CountedFiles files = new CountedFiles(pair.image());
        pass.over(files.counted(pair.image()), files.counted(pair.mask()));
        return files.opens();
    }

    private static Map<String, Integer> once(KindSample.Pair pair) throws Exception {
        Map<String, Integer> once = new TreeMap<>();
        try (OpenFiles files = new OpenFiles()) {
            Set<Path> parts = new HashSet<>(ScanParts.of(pair.image(), files));
            parts.addAll(ScanParts.of(pair.mask(), files));
            parts.forEach(part -> once.put(part.getFileName().toString(), 1));
        }
        return once;
    }

    @ParameterizedTest
    @EnumSource
    void toBeMeasured(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            assertEquals(
                    once(pair),
                    opens(pair, (image, mask) -> {
                        ImageFile read = ImageFile.read(image);
                        MaskFile.lesion(mask, Labels.ANY, Placement.CHECKED, read);
                    }),
                    pair.toString());
        }
    }

    /** What is cut out is that of the whole: the lesion's voxels in it, and what its image says. */
    @ParameterizedTest
    @EnumSource
    void toBeCutOut(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            Map<String, Integer> opens = opens(pair, (image, mask) -> {
                try (OpenFiles files = new OpenFiles()) {
                    Excerpt cut = ImageFile.excerpt(
                            image,
                            GivenSpacing.NONE,
                            spacing -> Margin.NONE,
                            files,
                            file -> file.marked(mask, Labels.ANY, List.of(), LesionRule.of(Placement.CHECKED), files));
                    assertWhole(pair, cut);
                }
            });
            assertEquals(once(pair), opens, pair.toString());
        }
    }

    private static void assertWhole(KindSample.Pair pair, Excerpt cut) throws Exception {
        ImageFile whole = ImageFile.read(pair.image());
        Lesion lesion = MaskFile.lesion(pair.mask(), Labels.ANY, Placement.CHECKED, whole);
        Scan scan = whole.scan();
        VolumeMeasurement expected = VolumeMeasurement.of(scan, scan.spacing(), lesion);
        assertEquals(expected, VolumeMeasurement.of(cut.scan(), cut.scan().spacing(), cut.lesion()), pair.toString());
        Region one = lesion.region(scan, scan.spacing());
        Region other = cut.lesion().region(cut.scan(), cut.scan().spacing());
        assertEquals(one.size(), other.size());
        for (int d = 0; d < 3; d++) assertEquals(one.matrix(d), other.matrix(d));
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.hu(i), other.hu(i));
            for (int d = 0; d < 3; d++) assertEquals(one.at(i, d), other.at(i, d));
        }
    }

    /** ROIs have no header. */
    @ParameterizedTest
    @EnumSource
    void toBeLookedAt(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            Map<String, Integer> opens = opens(pair, (image, mask) -> {
                MaskFile.requireFits(mask, Optional.of(ImageFile.header(image)), Placement.FORCED);
            });
            Map<String, Integer> once = once(pair);
            if (kind == FileKind.ROIS) once.remove("p1_mask.zip");
            assertEquals(once, opens, pair.toString());
        }
    }

    /** An archive is hashed by its bytes and read by Java's reader, which takes a name only. */
    @ParameterizedTest
    @EnumSource
    void toBeHashedAndMeasured(FileKind kind) throws Exception {
        CaseRunner runner = new CaseRunner(
                ExtractOptions.parse("").protocol(),
                GivenSpacing.NONE,
                LesionRule.of(Placement.CHECKED),
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            Map<String, Integer> opens = opens(pair, (image, mask) -> {
                CaseRow row = runner.run(new BatchCase(
                        "p1", Map.of(ListColumn.IMAGE, image, ListColumn.MASK, mask), Labels.ANY, List.of()));
                assertTrue(row.status() != CaseRow.Status.FAILED, row.reason());
            });
            Map<String, Integer> once = once(pair);
            once.replace("p1.zip", 2);
            assertEquals(once, opens, pair.toString());
        }
    }

    /** So that a new reader that opens a file itself is seen. */
    @Test
    void theCountSeesAnyOpening() throws Exception {
        Path file = java.nio.file.Files.writeString(folder.resolve("a"), "text");
        CountedFiles files = new CountedFiles(folder);
        Path counted = files.counted(folder).resolve("a");
        java.nio.file.Files.readString(counted);
        java.nio.file.Files.newInputStream(counted).close();
        java.nio.channels.FileChannel.open(counted).close();
        assertTrue(counted.toFile().exists());
        assertEquals(Map.of("a", 4), files.opens());
        assertEquals(file, counted.resolveSibling("a").toFile().toPath());
    }
}
