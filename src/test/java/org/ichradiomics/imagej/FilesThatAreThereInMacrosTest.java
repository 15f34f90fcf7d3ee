package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.FolderOpener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.FeatureTableCsv;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Nothing finished is lost: what macros and scripts of ImageJ do where a file is there already.
 *
 * <p>Covers ImageFile, MaskFile and Unchanged.
 */
class FilesThatAreThereInMacrosTest {

    @TempDir
    private Path folder;

    private Path csv;
    private ImagePlus head;

    @BeforeEach
    void write() throws Exception {
        csv = folder.resolve("t.csv");
        head = HeadCt.drawn();
    }

    private void extract(String more) {
        IchRadiomics.extract(head, null, "mask=overlay out=[" + csv + "] " + more);
    }

    @Test
    void aRowIsNotAddedTwice() throws Exception {
        extract("");
        byte[] table = Files.readAllBytes(csv);
        byte[] record = Files.readAllBytes(folder.resolve("t.json"));
        extract("");
        assertArrayEquals(table, Files.readAllBytes(csv));
        assertArrayEquals(record, Files.readAllBytes(folder.resolve("t.json")));
        extract("bins=64");
        assertEquals(2, FeatureTableCsv.read(csv).size());
        extract("bins=32 overwrite=yes");
        assertEquals(1, FeatureTableCsv.read(csv).size());
    }

    /** Else a row would stand in Results and not in the file, and the next try would add it there again. */
    private long saveMask(String more) throws Exception {
        return MaskSaving.run(
                head,
                Options.parse("mask=overlay out=[" + folder.resolve("m.nii.gz") + "] " + more, MaskSaving.OPTIONS),
                LesionFinder.Asker.NOBODY);
    }

    @Test
    void anotherMaskIsRefusedInAMacrosOwnWords() throws Exception {
        saveMask("");
        byte[] there = Files.readAllBytes(folder.resolve("m.nii.gz"));
        saveMask("");
        Files.write(folder.resolve("m.nii.gz"), new byte[] {1, 2, 3});
        assertRefused(
                () -> saveMask(""),
                "There is a file m.nii.gz with other content: choose another name, or give overwrite=yes to replace "
                        + "it.");
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(folder.resolve("m.nii.gz")));
        saveMask("overwrite=yes");
        assertArrayEquals(there, Files.readAllBytes(folder.resolve("m.nii.gz")));
        assertRefused(() -> saveMask("overwrite=perhaps"), "overwrite=perhaps is no choice");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("m.nii.gz"),
                    files.map(file -> file.getFileName().toString()).toList(),
                    "nothing half written");
        }
    }

    private void reference(String name, Predicate<String> question) throws Exception {
        ReferenceBuilding.run(Options.parse(
                        "table=[" + csv + "] name=[" + name + "] out=[" + folder.resolve("r.json") + "]",
                        ReferenceBuilding.OPTIONS)
                .asking(question));
    }

    @Test
    void somebodyBeforeADialogIsAsked() throws Exception {
        extract("");
        extract("reference=none");
        reference("A", question -> false);
        reference("A", question -> false);
        assertRefused(() -> reference("B", question -> false), "There is a file r.json with other content");
        List<String> asked = new ArrayList<>();
        reference("B", asked::add);
        assertEquals(List.of("There is a file r.json with other content"), asked);
        assertTrue(Files.readString(folder.resolve("r.json")).contains("\"B\""));
    }

    /** A mask of DICOM slices, which lies beside this scan. */
    @Test
    void slicesOfDicomAreAMask() throws Exception {
        Path slices = Path.of("src/test/resources/cases/F19/maskseries");
        assertEquals(769, MaskFile.labels(slices).list().get(0).voxels());
        ImageFile image = ImageFile.read(Path.of("src/test/resources/cases/F19/ct.nii.gz"));
        assertRefused(
                () -> MaskFile.lesion(slices, "any", Placement.CHECKED, image),
                "has no labelled voxel inside ct.nii.gz");
    }

    /** Pictures are the same mask as their stack, which ImageJ makes of them. */
    @Test
    void slicesAsPicturesAreTheMask() throws Exception {
        Path pictures = Path.of("src/test/resources/cases/F19/pngs");
        ImagePlus stack = FolderOpener.open(pictures.toString(), "");
        Path tiff = folder.resolve("pngs.tif");
        IJ.saveAsTiff(stack, tiff.toString());
        ImageFile image = ImageFile.read(Path.of("src/test/resources/cases/F19/ct.nii.gz"));
        for (Path mask : List.of(tiff, pictures)) {
            Lesion lesion = MaskFile.lesion(mask, "any", Placement.CHECKED, image);
            assertEquals(
                    769, lesion.region(image.scan(), image.scan().spacing()).size(), mask.toString());
            assertEquals(
                    List.of(),
                    lesion.glance(image.scan(), image.scan().spacing()).reasons(),
                    mask.toString());
        }
    }
}
