package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.cli.InspectedFile;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every kind of file at every door: as scan, as mask, to be inspected, in a folder of cases, and in what is said. */
class FileKindTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isAskedAtTheDoor(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            try (OpenFiles files = new OpenFiles()) {
                boolean isScan = kind != FileKind.ROIS;
                if (isScan) assertEquals(Optional.of(kind), FileKind.of(pair.image(), files));
                if (kind != FileKind.DICOM) assertEquals(kind, FileKind.ofMask(pair.mask(), files));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsScanAndMask(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            ImageFile image = ImageFile.read(pair.image());
            assertEquals(3, image.scan().geometry().size(2));
            assertEquals(1, image.series().size());
            assertTrue(MaskFile.lesion(pair.mask(), Labels.ANY, Placement.CHECKED, image)
                            .region(image.scan(), image.scan().spacing())
                            .size()
                    > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isInspected(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            assertTrue(InspectedFile.of(pair.image()).contains("dims: 16 × 12 × 3"));
        }
    }

    /** A zip of slices is named by a list only: in a folder a zip holds ROIs. */
    @ParameterizedTest
    @EnumSource
    void isFoundInAFolderOfCases(FileKind kind) throws Exception {
        for (KindSample.Pair pair : new KindSample(folder).of(kind)) {
            if (pair.image().endsWith("p1.zip")) continue;
            List<BatchCase> cases = CaseList.read(pair.image().getParent()).cases();
            assertEquals(1, cases.size(), cases.toString());
            assertEquals("p1", cases.get(0).id());
            assertEquals(Optional.of(pair.image()), cases.get(0).file(ListColumn.IMAGE));
            assertEquals(Optional.of(pair.mask()), cases.get(0).file(ListColumn.MASK));
            assertEquals(Optional.of("p1"), CaseFolder.stem(pair.image()));
            assertEquals("p1", FileKind.caseName(pair.image()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSaid(FileKind kind) throws Exception {
        Path other = Files.write(folder.resolve("a.png"), new byte[] {1});
        String refusal = assertThrows(InvalidInputException.class, () -> ScanFile.readScan(other))
                .getMessage();
        EnumSet<FileKind> scans = EnumSet.complementOf(EnumSet.of(FileKind.ROIS, FileKind.SEG, FileKind.RTSTRUCT));
        assertEquals(scans.contains(kind), refusal.contains(kind.toString()), refusal);
        assertEquals(scans.contains(kind), FileKind.scans().contains(kind.toString()), FileKind.scans());
        assertTrue(kind == FileKind.DICOM || FileKind.masks().contains(kind.toString()), FileKind::masks);
        String dialog = Tasks.OPEN_CT.message();
        assertEquals(scans.contains(kind), dialog.contains(kind.toString()), dialog);
        assertTrue(kind == FileKind.DICOM || Tasks.OPEN_MASK.message().contains(kind.toString()));
        String help = InspectedFile.helpOfExtract();
        assertTrue(help.contains(kind.toString()), help);
    }
}
