package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CaseRunnerTest {

    @TempDir
    private Path folder;

    /** The end of a batch interrupts its threads, which closes the files that they read. */
    private record Interrupted(Runnable end) implements CaseFiles {

        @Override
        public Excerpt excerpt(
                Path image,
                GivenSpacing spacing,
                Function<Spacing, Margin> margin,
                OpenFiles files,
                LesionFinder finder)
                throws InvalidInputException {
            end.run();
            Thread.currentThread().interrupt();
            return CohortFiles.INSTANCE.excerpt(image, spacing, margin, files, finder);
        }

        @Override
        public byte[] rois(Scan scan, SortedMap<Long, VoxelMask> masks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Header header(Path image) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void requireFits(Path mask, Optional<Header> scan, Placement placement) {
            throw new UnsupportedOperationException();
        }
    }

    /** Else the journal would hold an error of a file that has none. */
    @Test
    void aCaseThatIsReadWhenTheBatchEndsIsNotFailed() throws Exception {
        Path image = Files.copy(Path.of("sample-images/head-ct-phantom.nii.gz"), folder.resolve("a.nii.gz"));
        Path mask = Files.copy(Path.of("sample-images/head-ct-phantom-mask.nii.gz"), folder.resolve("m.nii.gz"));
        // Of files that are younger the bytes are looked at again.
        for (Path file : List.of(image, mask)) Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        CaseRunner[] runner = new CaseRunner[1];
        runner[0] = new CaseRunner(
                ExtractOptions.parse("").protocol(),
                GivenSpacing.NONE,
                LesionRule.of(Placement.CHECKED),
                new Interrupted(() -> runner[0].cancel()),
                MenuWords.INSTANCE);
        BatchCase one =
                new BatchCase("a", Map.of(ListColumn.IMAGE, image, ListColumn.MASK, mask), Labels.ANY, List.of());
        try {
            assertThrows(CancellationException.class, () -> runner[0].run(one));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aFolderIsAScanWhateverItsName() throws Exception {
        Files.createDirectory(folder.resolve("a.zip"));
        Files.writeString(folder.resolve("a.zip_mask.nii"), "");
        Map<ListColumn, Path> files = CaseFolder.read(folder).cases().get(0).files();
        assertEquals(
                Map.of(
                        ListColumn.IMAGE, folder.resolve("a.zip"),
                        ListColumn.MASK, folder.resolve("a.zip_mask.nii")),
                files);
    }
}
