package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.scan.Labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskCommandTest {

    private static final Path SAMPLES = Path.of("sample-images");
    private static final Path SCAN = SAMPLES.resolve("head-ct-phantom.nii.gz");
    private static final Path MASK = SAMPLES.resolve("head-ct-phantom-mask.nii.gz");

    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** A volume of {@link Volumes#hu}'s size with label 2 in three voxels and label 5 in two. */
    private static float[] labels() {
        float[] labels = new float[Volumes.hu().length];
        for (int i = 10; i < 13; i++) labels[i] = 2;
        for (int i = 60; i < 62; i++) labels[i] = 5;
        return labels;
    }

    @Test
    void roisBecomeTheMaskTheyWereMadeOf() throws Exception {
        Path out = file("m.nii.gz");
        Console made = Console.run("mask", SAMPLES.resolve("head-ct-phantom-rois.zip"), "--on", SCAN, "--out", out);
        assertEquals(0, made.exit(), made.err());
        assertTrue(made.out().contains("voxels: 1499") && made.out().contains("written: "), made.out());
        assertEquals(Nifti.readLabels(MASK).list(), Nifti.readLabels(out).list());
        String row = Console.run("volume", SCAN, "--mask", out, "--json").out();
        assertTrue(row.contains("\"voxels\": 1499"), row);
    }

    @Test
    void labelsKeepTheirNumbers() throws Exception {
        Path scan = Volumes.nifti(file("ct.nii"), Volumes.hu());
        Path mask = Volumes.nifti(file("labels.nii"), labels());
        assertEquals(
                0,
                Console.run("mask", mask, "--on", scan, "--out", file("all.nii"))
                        .exit());
        Labels all = Nifti.readLabels(file("all.nii"));
        assertEquals(Nifti.readLabels(mask).list(), all.list());
        assertEquals(2, all.list().size());
        assertEquals(
                0,
                Console.run("mask", mask, "--on", scan, "--label", "5", "--out", file("five.nii"))
                        .exit());
        assertEquals(5, Nifti.readLabels(file("five.nii")).list().get(0).value());
        assertEquals(1, Nifti.readLabels(file("five.nii")).list().size());
        Console none = Console.run("mask", mask, "--on", scan, "--mask-label", "3", "--out", file("three.nii"));
        assertEquals(3, none.exit());
        assertFalse(Files.exists(file("three.nii")));
    }

    @Test
    void labelsAreListed() throws Exception {
        Console list = Console.run("mask", Volumes.nifti(file("labels.nii"), labels()), "--list");
        assertEquals(0, list.exit(), list.err());
        assertEquals(
                List.of("label 2", "label 5"),
                list.out()
                        .lines()
                        .filter(line -> line.startsWith("label"))
                        .map(line -> line.substring(0, 7))
                        .toList());
    }

    @Test
    void anEmptyMaskIsWrittenAndSaid() throws Exception {
        Path scan = Volumes.nifti(file("ct.nii"), Volumes.hu());
        Path mask = Volumes.nifti(file("none.nii"), new float[Volumes.hu().length]);
        Console made = Console.run("mask", mask, "--on", scan, "--out", file("m.nii"));
        assertEquals(0, made.exit(), made.err());
        assertTrue(made.out().contains("is empty, every voxel is 0"), made.out());
        assertTrue(Nifti.readLabels(file("m.nii")).isEmpty());
    }

    @Test
    void whatIsMissingOrInTheWayIsSaid() throws Exception {
        Console missing = Console.run("mask", MASK, "--out", file("m.nii"));
        assertEquals(2, missing.exit());
        assertTrue(missing.err().contains("--on is missing"), missing.err());
        Files.writeString(file("m.nii"), "something else");
        assertEquals(
                3,
                Console.run("mask", MASK, "--on", SCAN, "--out", file("m.nii")).exit());
        assertEquals("something else", Files.readString(file("m.nii")));
        assertEquals(
                0,
                Console.run("mask", MASK, "--on", SCAN, "--out", file("m.nii"), "--overwrite")
                        .exit());
        Console again = Console.run("mask", MASK, "--on", SCAN, "--out", file("m.nii"));
        assertTrue(again.out().contains("unchanged: "), again.out() + again.err());
        assertEquals(2, Console.run("mask", MASK, "--on", SCAN, "--out", MASK).exit());
    }

    @Test
    void theSampleIsWrittenOnce() throws Exception {
        Path sample = folder.resolve("sample");
        assertTrue(Console.run("sample", "--out", sample).out().startsWith("written: "));
        assertEquals(-1, Files.mismatch(sample.resolve("head-ct-phantom.tif"), SAMPLES.resolve("head-ct-phantom.tif")));
        assertEquals(
                -1,
                Files.mismatch(
                        sample.resolve("head-ct-phantom-rois.zip"), SAMPLES.resolve("head-ct-phantom-rois.zip")));
        assertTrue(Console.run("sample", "--out", sample).out().startsWith("unchanged: "));
    }
}
