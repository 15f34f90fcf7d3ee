package org.ichradiomics.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.AxisOrderTest;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NrrdWriterTest {

    @TempDir
    Path folder;

    /** As NIfTI has them, which its own test holds to files of other programs. */
    @ParameterizedTest
    @MethodSource("org.ichradiomics.scan.AxisOrderTest#orders")
    void labelsLieWhereThoseOfNiftiDo(String order) throws Exception {
        Geometry geometry = Nifti.readScan(AxisOrderTest.stored(order).write(folder.resolve("scan.nii")))
                .geometry();
        byte[] labels = new byte[(int) geometry.voxels()];
        new Random(order.hashCode()).nextBytes(labels);
        var image = ArrayImgs.unsignedBytes(labels, geometry.size(0), geometry.size(1), geometry.size(2));
        Path nifti = folder.resolve("mask.nii");
        Path nrrd = folder.resolve("mask.nrrd");
        NiftiWriter.writeLabels(nifti, image, geometry, Replacing.ALWAYS);
        assertTrue(NrrdWriter.writeLabels(nrrd, image, geometry, Replacing.of(false)));
        assertFalse(NrrdWriter.writeLabels(nrrd, image, geometry, Replacing.of(false)));
        Scan expected = ScanFile.readScan(nifti);
        Scan back = ScanFile.readScan(nrrd);
        assertArrayEquals(Voxels.of(expected.hu()), Voxels.of(back.hu()));
        assertEquals(expected.geometry().storedAxes(), back.geometry().storedAxes());
        Affine there = back.geometry().storedAffine();
        for (int i = 0; i < 12; i++)
            assertEquals(geometry.storedAffine().get(i / 4, i % 4), there.get(i / 4, i % 4), 1e-12);
    }

    /** As the specification has it, written out by hand: 2 × 1 × 2 voxels, the last slice first. */
    @Test
    void theHeaderIsThatOfTheSpecification() throws Exception {
        Geometry geometry = Geometry.stored(
                new int[] {2, 1, 2},
                new double[] {0.5, 0.5, 5},
                Affine.of(-0.5, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, -5, 30),
                List.of());
        Path file = folder.resolve("mask.nrrd");
        NrrdWriter.writeLabels(
                file, ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, (byte) 255}, 2, 1, 2), geometry, Replacing.ALWAYS);
        byte[] bytes = Files.readAllBytes(file);
        String header = """
                NRRD0004
                type: uint8
                dimension: 3
                space: left-posterior-superior
                sizes: 2 1 2
                space directions: (0.5,0.0,0.0) (0.0,0.5,0.0) (0.0,0.0,-5.0)
                space units: "mm" "mm" "mm"
                kinds: domain domain domain
                encoding: gzip
                space origin: (-10.0,-20.0,30.0)

                """;
        assertEquals(header, new String(bytes, 0, header.length(), StandardCharsets.US_ASCII));
        byte[] voxels = new GZIPInputStream(
                        new ByteArrayInputStream(bytes, header.length(), bytes.length - header.length()))
                .readAllBytes();
        assertArrayEquals(new byte[] {3, (byte) 255, 1, 2}, voxels);
    }

    @Test
    void aDistanceThatNobodyKnowsIsNone() throws Exception {
        Geometry geometry = Geometry.stored(new int[] {2, 1, 1}, new double[] {0.5, 0.5, Double.NaN}, null, List.of());
        Path file = folder.resolve("mask.nrrd");
        NrrdWriter.writeLabels(file, ArrayImgs.unsignedBytes(new byte[] {1, 0}, 2, 1, 1), geometry, Replacing.ALWAYS);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains("spacings: 0.5 0.5 NaN\n"));
        assertArrayEquals(new double[] {1, 0}, Voxels.of(ScanFile.readScan(file).hu()));
    }
}
