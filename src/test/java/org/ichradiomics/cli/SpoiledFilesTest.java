package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files as other programs leave them; what lies under the masks is numpy's, see the README beside the files. */
class SpoiledFilesTest {

    private static final Path FILES = Path.of("src/test/resources/spoiled");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tilted/ct.nii.gz | tilted/m.nii.gz | distance was measured along the normal, 5.0000 mm",
                "location/thick6 | location/m.nrrd | order and distance were taken from SliceLocation",
                "location/reversed | location/m.nrrd | order and distance were taken from SliceLocation",
                "ct.nii.gz | slope/m255.nii.gz | 1.0000000591389835 where 1 was meant",
                "ct.nii.gz | slope/m65535.nii.gz | 0.9999999997671694 where 1 was meant",
                "ct.nii.gz | parts/crop.nrrd | covers 25 × 22 × 7 of the 64 × 60 × 10 voxels",
                "ct.nii.gz | parts/crop.nii.gz | covers 25 × 22 × 7 of the 64 × 60 × 10 voxels",
                "ct.nii.gz | parts/padded.nrrd | has 74 × 70 × 14 voxels, of which 64 × 60 × 10 lie in the 64 × 60 × "
                        + "10 of ct.nii.gz"
            })
    void theHaematomaIsMeasured(String image, String mask, String note) throws Exception {
        FeatureTable row = extracted(FILES.resolve(image), FILES.resolve(mask));
        assertEquals(769, number(row, "Voxels"));
        assertEquals(0.7786125, number(row, "Volume (mL)"), 1e-7);
        assertEquals(61.77243172951886, number(row, "MeanValue"), 1e-9);
        assertTrue(row.texts("Notes").get(0).contains(note), row.texts("Notes").toString());
    }

    @Test
    void aZipThatMacOsPackedAgainIsRead() throws Exception {
        FeatureTable row = extracted(FILES.resolve("rezipped/ct.nii.gz"), FILES.resolve("rezipped/RoiSet_mac.zip"));
        assertEquals(444, number(row, "Voxels"));
        assertEquals(30.065315, number(row, "MeanValue"), 1e-6);
    }

    /** 20°: 5 mm along the normal; the NIfTI as dcm2niix writes it, its rows from back to front, its slices shifted. */
    @Test
    void aTiltedScanGivesTheSameNumbersFromDicomAndFromNifti() throws Exception {
        double shift = 5 * Math.tan(Math.toRadians(20));
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        int rows = 24;
        Path series = DicomStack.write(
                folder.resolve("series"),
                9,
                24,
                rows,
                (slice, k) -> slice.orientation(1, 0, 0, 0, c, -s)
                        .text(0x00280030, "DS", "0.5\\0.5")
                        .position(-100, -80 + 5 * k * s + shift * k * c, 5 * k * c - shift * k * s));
        Scan dicom = DicomFolder.read(series);
        assertEquals(5, dicom.geometry().spacing().orElseThrow().z());
        // Of the last row, running to the front; RAS.
        double[] first = {100, 80 - (rows - 1) * 0.5 * c, -(rows - 1) * 0.5 * s};
        Affine sheared = Affine.of(
                -0.5,
                0,
                0,
                first[0],
                0,
                0.5 * c,
                -(5 * s + shift * c),
                first[1],
                0,
                0.5 * s,
                5 * c - shift * s,
                first[2]);
        Geometry file = Geometry.stored(
                new int[] {24, rows, 9}, new double[] {0.5, 0.5, Math.hypot(5, shift)}, sheared, List.of());
        Path image = folder.resolve("ct.nii.gz");
        Nifti.writeInt16(image, dicom.hu(), file);
        Path mask = folder.resolve("mask.nii.gz");
        boolean[] inside = new boolean[24 * rows * 9];
        IntStream.range(0, inside.length)
                .forEach(i -> inside[i] = Math.hypot(i % 24 - 11, i / 24 % rows - 9) < 6 && i / 576 > 1 && i / 576 < 8);
        Nifti.writeMask(mask, ArrayImgs.booleans(inside, 24, rows, 9), file);
        FeatureTable ofDicom = extracted(series, mask);
        FeatureTable ofNifti = extracted(image, mask);
        assertEquals(number(ofDicom, "Voxels") * 0.5 * 0.5 * 5 / 1000, number(ofDicom, "Volume (mL)"), 1e-12);
        for (String feature :
                Catalogue.AK.features().stream().map(f -> f.name()).toList()) {
            assertEquals(ofDicom.texts(feature), ofNifti.texts(feature), feature);
        }
        assertTrue(
                ofDicom.texts("Notes").get(0).contains("read the other way"),
                ofDicom.texts("Notes").toString());
    }

    private FeatureTable extracted(Path image, Path mask) throws Exception {
        Path out = folder.resolve(image.getFileName() + "-" + mask.getFileName() + ".csv");
        Console run = Console.run("extract", image, "--mask", mask, "--out", out);
        assertEquals(0, run.exit(), run.err());
        return FeatureTableCsv.read(out);
    }

    private static double number(FeatureTable row, String column) throws Exception {
        return Double.parseDouble(row.texts(column).get(0));
    }
}
