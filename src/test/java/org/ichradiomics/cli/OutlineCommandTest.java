package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.format.Voxels;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers BetweenCommand too. */
class OutlineCommandTest {

    @TempDir
    Path folder;

    private static Path phantom(String name) throws Exception {
        return Path.of(Outline.class.getResource(name + ".nii.gz").toURI());
    }

    private static double[] voxels(Path mask) throws Exception {
        return Voxels.of(ScanFile.readScan(mask).hu());
    }

    /** Dice of a mask and the truth of a phantom. */
    private static double dice(Path mask, String truth) throws Exception {
        double[] a = voxels(mask);
        double[] b = voxels(phantom(truth));
        double both = 0;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] > 0 && b[i] > 0 ? 1 : 0;
            sum += (a[i] > 0 ? 1 : 0) + (b[i] > 0 ? 1 : 0);
        }
        return 2 * both / sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.nii.gz", "mask.nii", "mask.nrrd"})
    void aClickBecomesAMask(String name) throws Exception {
        Path out = folder.resolve(name);
        Console grown = Console.run("outline", phantom("deep_hu"), "--seed", "68,62,12", "--out", out);
        assertEquals(0, grown.exit(), grown.err());
        assertTrue(grown.out().contains("slices: 8") && grown.out().contains("written: "), grown.out());
        assertTrue(dice(out, "deep_truth") > 0.97);
        Console again = Console.run("outline", phantom("deep_hu"), "--seed=68,62,12", "--out", out);
        assertTrue(again.exit() == 0 && again.out().contains("unchanged: "), again.out());
        Console other = Console.run("outline", phantom("deep_hu"), "--seed", "68,62,12", "--radius=8", "--out", out);
        assertEquals(3, other.exit());
        assertTrue(other.err().contains("--overwrite"), other.err());
    }

    @Test
    void strokesAreMoreSeedsAndPointsAgainst() throws Exception {
        Path one = folder.resolve("one.nii.gz");
        Path two = folder.resolve("two.nii.gz");
        assertEquals(
                0,
                Console.run("outline", phantom("ivh2_hu"), "--seed", "68,68,11", "--out", one)
                        .exit());
        Console against = Console.run(
                "outline",
                phantom("ivh2_hu"),
                "--seed=68,68,11",
                "--against=58,74,11",
                "--against=58,73,13",
                "--label=3",
                "--json",
                "--out",
                two);
        assertEquals(0, against.exit(), against.err());
        assertTrue(against.out().contains("\"label\": 3"), against.out());
        assertTrue(dice(two, "ivh2_truth") > dice(one, "ivh2_truth"));
        assertEquals(3, Arrays.stream(voxels(two)).max().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed=20,64,12 | 3 | no fresh blood",
                "--seed=20,64 | 2 | is no voxel: write --seed=",
                "--seed=2,2,12 | 3 | air",
                "--low=many | 2 | is not a number"
            })
    void whatIsWrongIsSaidAndNothingWritten(String option, int exit, String words) throws Exception {
        Path out = folder.resolve("mask.nii.gz");
        Console wrong = option.startsWith("--seed")
                ? Console.run("outline", phantom("deep_hu"), option, "--out", out)
                : Console.run("outline", phantom("deep_hu"), "--seed=68,62,12", option, "--out", out);
        assertEquals(exit, wrong.exit(), wrong.err());
        assertTrue(wrong.err().contains(words), wrong.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void slicesBetweenAreFilled() throws Exception {
        double[] truth = voxels(phantom("deep_truth"));
        int plane = 104 * 128;
        Path drawn = folder.resolve("drawn.nii.gz");
        Path out = folder.resolve("filled.nii.gz");
        assertEquals(
                0,
                Console.run("mask", phantom("deep_truth"), "--on", phantom("deep_hu"), "--out", drawn)
                        .exit());
        Console nothing = Console.run("between", drawn, "--out", folder.resolve("same.nii.gz"));
        assertTrue(nothing.out().contains("no slice between drawn ones is empty"), nothing.out());
        assertArrayEquals(truth, voxels(folder.resolve("same.nii.gz")));
        Path every = everySecond(truth, folder.resolve("every.nii"));
        Console filled = Console.run("between", every, "--out", out, "--json");
        assertEquals(0, filled.exit(), filled.err());
        assertTrue(filled.out().contains("\"filled_slices\""), filled.out());
        double[] after = voxels(out);
        double[] before = voxels(every);
        for (int z = 0; z < 22; z++) {
            double[] was = Arrays.copyOfRange(before, z * plane, (z + 1) * plane);
            double[] is = Arrays.copyOfRange(after, z * plane, (z + 1) * plane);
            if (Arrays.stream(was).sum() > 0) assertArrayEquals(was, is, "slice " + z + " was drawn");
        }
        assertTrue(dice(out, "deep_truth") > 0.93);
    }

    /** The first, third, … drawn slice, and the last. */
    private static Path everySecond(double[] truth, Path file) throws Exception {
        byte[] labels = new byte[truth.length];
        int plane = 104 * 128;
        int first = -1;
        int last = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] == 0) continue;
            if (first < 0) first = i / plane;
            last = i / plane;
        }
        for (int i = 0; i < truth.length; i++)
            if ((i / plane - first) % 2 == 0 || i / plane == last) labels[i] = (byte) truth[i];
        NiftiWriter.writeLabels(
                file,
                ArrayImgs.unsignedBytes(labels, 104, 128, 22),
                ScanFile.readScan(phantom("deep_hu")).geometry(),
                Replacing.ALWAYS);
        return file;
    }
}
