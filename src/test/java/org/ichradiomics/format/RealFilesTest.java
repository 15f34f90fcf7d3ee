package org.ichradiomics.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Files made by others: MRIcroGL, FSL, Mango, TotalSegmentator, BLAST-CT. They are not part of the project; the
 * expected numbers are those of the README beside them, and of the header fields as Python's {@code struct} reads them.
 *
 * <p>Covers Header.
 */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource({
        "ct/ge_head_hybrid_hu.nii.gz,           512, 512,  14, 0.4882811903953552, 0.4882811903953552, 7, LPS, "
                + "-1500, 1761",
        "ct/ge_head_hybrid_followup_hu.nii.gz,  512, 512,  14, 0.4882811903953552, 0.4882811903953552, 7, LPS, "
                + "-1500, 1761",
        "ct/ts_body_ct_3mm.nii.gz,              122, 101,  30, 3, 3, 3,                                   RAS, "
                + "-1100, 1207",
        "nifti/scct_stripped_hu_LAS.nii.gz,      91, 109,  91, 2, 2, 2,                                   LAS,    "
                + "-9,   72",
        "nifti/CT_pitch_oblique_uint8.nii.gz,   175, 248,  58, 0.8125, 0.8125, 2.3970494270324707,        RAS,     "
                + "0,  255",
        "nifti/avg152T1_LR_nifti2.nii.gz,        91, 109,  91, 2, 2, 2,                                   LAS,     "
                + "0,  255",
        "nifti/with_extension.nii.gz,           161, 191, 151, 1, 1, 1,                                   LPI,     "
                + "0,    1",
        "nifti/mha_short_zlib.mha,               64,  64,  37, 3.4375000000000009, 3.4375000000000009, "
                + "3.7999999999999994, LAS, 0, 6690"
    })
    void aScanIsAsItsReadmeSays(
            String name, int x, int y, int z, double dx, double dy, double dz, String axes, double min, double max)
            throws InvalidInputException {
        Scan scan = ScanFile.readScan(file(name));
        Geometry geometry = scan.geometry();
        assertArrayEquals(new int[] {x, y, z}, new int[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        assertEquals(new Spacing(dx, dy, dz), geometry.spacing().orElseThrow());
        assertEquals(axes, geometry.storedAxes().orElseThrow());
        assertEquals(List.of(), scan.warnings());
        double[] hu = Voxels.of(scan.hu());
        assertEquals(min, Arrays.stream(hu).min().getAsDouble());
        assertEquals(max, Arrays.stream(hu).max().getAsDouble());
        Header header = ScanFile.probe(file(name));
        assertEquals(geometry.spacing(), header.geometry().spacing());
        assertEquals(axes, header.geometry().storedAxes().orElseThrow());
        assertEquals(List.of(), header.warnings());
    }

    /**
     * Oracle: NumPy over the bytes after the header, unpacked by Python's gzip and zlib and turned to LPS; the last
     * number is Σ i · value[i] in raster order, which no two voxels can swap unseen.
     */
    @ParameterizedTest
    @CsvSource({
        "nifti/FLAIR_oblique.nrrd, NRRD,      uint8, 60, 80, 70, 157, 40, 100, 30, 110, 90, 20, 100, 48, "
                + "163191262793490",
        "nifti/mha_short_zlib.mha, MetaImage, int16, 32, 32, 18, 4369, 20, 40, 10, 1572, 50, 5, 30, 0,     "
                + "6521792320567"
    })
    void everyVoxelOfTheOtherFormatsIsInItsPlace(
            String name,
            String kind,
            String datatype,
            int x1,
            int y1,
            int z1,
            double v1,
            int x2,
            int y2,
            int z2,
            double v2,
            int x3,
            int y3,
            int z3,
            double v3,
            long sum)
            throws InvalidInputException {
        Header header = ScanFile.probe(file(name));
        assertEquals(kind, header.kind());
        assertEquals(datatype, header.datatype());
        Scan scan = ScanFile.readScan(file(name));
        assertEquals(v1, scan.hu().getAt(x1, y1, z1).get());
        assertEquals(v2, scan.hu().getAt(x2, y2, z2).get());
        assertEquals(v3, scan.hu().getAt(x3, y3, z3).get());
        double[] hu = Voxels.of(scan.hu());
        long weighted = 0;
        for (int i = 0; i < hu.length; i++) weighted += i * (long) hu[i];
        assertEquals(sum, weighted);
    }

    /**
     * Oblique by 18°, stored from left to right, back to front: oracle NumPy, first voxel in LPS and the three
     * directions of the header.
     */
    @Test
    void theObliqueScanLiesWhereItsHeaderSays() throws InvalidInputException {
        Geometry geometry = ScanFile.probe(file("nifti/FLAIR_oblique.nrrd")).geometry();
        assertEquals("RAS", geometry.storedAxes().orElseThrow());
        assertArrayEquals(new int[] {124, 160, 140}, new int[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        Affine affine = geometry.affine().orElseThrow();
        for (int axis = 0; axis < 3; axis++) assertEquals(1, affine.length(axis), 1e-12);
        // LPS (-59.858, -34.654, -89.538) is RAS (59.858, 34.654, -89.538).
        assertEquals(59.85837621, affine.get(0, 3), 1e-7);
        assertEquals(34.65407681, affine.get(1, 3), 1e-7);
        assertEquals(-89.53775714, affine.get(2, 3), 1e-7);
        assertEquals(-0.99359200921208746, affine.get(0, 0), 1e-15);
        assertEquals(-0.95093665139041228, affine.get(1, 1), 1e-15);
        assertEquals(0.94563858529983524, affine.get(2, 2), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "ct/ge_head_hybrid_haematoma.nii.gz,              any, 4774,  7.967470",
        "ct/ge_head_hybrid_haematoma_rows_flipped.nii.gz, any, 4774,  7.967470",
        "ct/ge_head_hybrid_followup_haematoma.nii.gz,     any, 7397, 12.345073",
        "ct/blast_tbi_labels_only.nii.gz,                   1, 46448, 46.448",
        "ct/blast_tbi_labels_only.nii.gz,                   2, 22852, 22.852",
        "ct/blast_tbi_labels_only.nii.gz,                   3, 75568, 75.568",
        "ct/blast_tbi_labels_only.nii.gz,                   4,   592,  0.592"
    })
    void aMaskIsAsItsReadmeSays(String name, String label, int voxels, double millilitres)
            throws InvalidInputException {
        Labels labels = Nifti.readLabels(file(name));
        assertEquals(voxels, Voxels.count(Voxels.inside(labels.select(label))));
        Label listed = labels.list().get(label.equals("any") ? 0 : Integer.parseInt(label) - 1);
        assertEquals(voxels, listed.voxels());
        assertEquals(millilitres, listed.millilitres(), 5e-7);
    }

    /** Stored the other way round and saying so, a mask covers the same voxels. */
    @Test
    void theFlippedMaskIsTheSameMask() throws InvalidInputException {
        Labels plain = Nifti.readLabels(file("ct/ge_head_hybrid_haematoma.nii.gz"));
        Labels flipped = Nifti.readLabels(file("ct/ge_head_hybrid_haematoma_rows_flipped.nii.gz"));
        Scan scan = Nifti.readScan(file("ct/ge_head_hybrid_hu.nii.gz"));
        boolean[] expected = Voxels.inside(plain.select("any"));
        assertArrayEquals(expected, Voxels.inside(flipped.select("any")));
        assertArrayEquals(expected, Voxels.inside(flipped.onto(scan).select("any")));
        assertEquals(List.of(), flipped.onto(scan).warnings());
    }

    /** Oracle: ge_head_hybrid.json, computed from the arrays by NumPy. */
    @ParameterizedTest
    @CsvSource({
        "ge_head_hybrid_hu, ge_head_hybrid_haematoma_rows_flipped, 4774, 58.806242144951824, 22, 87, 4, 2",
        "ge_head_hybrid_followup_hu, ge_head_hybrid_followup_haematoma, 7397, 59.02811950790861, 19, 87, 5, 1"
    })
    void theLesionIsTheOneThatWasMeasured(
            String scanName,
            String maskName,
            int voxels,
            double mean,
            double min,
            double max,
            int slices,
            int firstSlice)
            throws InvalidInputException {
        Scan scan = Nifti.readScan(file("ct/" + scanName + ".nii.gz"));
        Labels mask = Nifti.readLabels(file("ct/" + maskName + ".nii.gz")).onto(scan);
        Region region = Region.of(
                scan.hu(), mask.select("any"), scan.geometry().spacing().orElseThrow());
        assertEquals(voxels, region.size());
        assertEquals(mean, region.mean(), 1e-12 * mean);
        assertEquals(min, region.min());
        assertEquals(max, region.max());
        assertEquals(slices, region.slices());
        assertEquals(firstSlice, region.origin(2));
    }

    @Test
    void severalLabelsAreListedWithTheirVolumes() throws InvalidInputException {
        Labels labels = Nifti.readLabels(file("ct/ts_body_labels.nii.gz"));
        assertEquals(41, labels.list().size());
        String sentence = Voxels.refusal(() -> labels.select("any"));
        assertTrue(
                sentence.startsWith("ts_body_labels.nii.gz holds 41 labels: choose one of 1 (255.204 mL), 2 ("),
                sentence);
        assertTrue(sentence.endsWith(", 117 (56.700 mL)."), sentence);
        assertEquals(
                List.of(),
                labels.onto(Nifti.readScan(file("ct/ts_body_ct_3mm.nii.gz"))).warnings());
    }

    @Test
    void bothByteOrdersHoldTheSameVoxels() throws InvalidInputException {
        Scan big = Nifti.readScan(file("nifti/big.nii.gz"));
        Scan little = Nifti.readScan(file("nifti/little.nii.gz"));
        assertArrayEquals(Voxels.of(big.hu()), Voxels.of(little.hu()));
        for (Scan scan : List.of(big, little)) {
            assertEquals(new Spacing(4, 4, 6), scan.geometry().spacing().orElseThrow());
            assertEquals("LAS", scan.geometry().storedAxes().orElseThrow());
        }
    }

    @Test
    void aMaskOfAnotherScanIsRefused() throws InvalidInputException {
        Labels labels = Nifti.readLabels(file("ct/blast_tbi_labels_only.nii.gz"));
        Scan scan = Nifti.readScan(file("ct/ge_head_hybrid_hu.nii.gz"));
        String sentence = Voxels.refusal(() -> labels.onto(scan));
        assertTrue(sentence.contains("201 × 201 × 149") && sentence.contains("512 × 512 × 14"), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "nifti/5D_small.nii,               'holds more than one volume, 3 along axis 5'",
        "nifti/not-nifti.nii,              is not a NIfTI file",
        "nifti/FLAIR_oblique.nrrd,         is not a NIfTI file",
        "dicom/pydicom_CT_small.dcm,       is not a NIfTI file"
    })
    void whatIsNotOneVolumeIsRefused(String name, String words) {
        Path file = file(name);
        String sentence = Voxels.refusal(() -> Nifti.readScan(file));
        assertTrue(sentence.startsWith(file.getFileName() + " " + words), sentence);
        assertFalse(sentence.contains("shared"), sentence);
    }

    private static Path file(String name) {
        return Shared.of("data/" + name);
    }
}
