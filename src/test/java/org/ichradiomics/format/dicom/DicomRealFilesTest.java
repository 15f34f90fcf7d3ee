package org.ichradiomics.format.dicom;

import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.ichradiomics.format.dicom.DicomCase.assertWarns;
import static org.ichradiomics.format.dicom.DicomCase.hu;
import static org.ichradiomics.format.dicom.DicomCase.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Files made by scanners, published by others; not part of the project. Expected values: pydicom 2.3.1 and NumPy,
 * pixels of JPEG and JPEG 2000 unpacked by GDCM 3.0.21 and DCMTK 3.6.7.
 */
class DicomRealFilesTest {

    @AutoClose
    private final OpenFiles files = new OpenFiles();

    /** Sum over all HU, so that no voxel can differ unseen unless another makes up for it. */
    @ParameterizedTest
    @CsvSource({
        "pydicom_CT_small.dcm,                     128, 128,  1, 0.661468,    5,   LPS,  -896, 1167,    -1950906, "
                + "-849,  904",
        "pydicom_J2K_pixelrep_mismatch.dcm,        512, 512,  1, 0.431,       5,   LPS, -2000, 1896,  -172605258, "
                + "-2000, 27",
        "pydicomdata_bad_sequence.dcm,             512, 512,  1, 0.287109375, 1,   LPS, -1011, 1243,   -20086954,   "
                + "58,  202",
        "pydicomdata_explicit_VR-UN.dcm,           512, 512,  1, 0.859375,    NaN, LAI, -1024, 1186,  -175887460, "
                + "-1024, NaN",
        "pydicomdata_eCT_Supplemental.dcm,         512, 512,  2, 0.388672,    10,  RPI, -1024,  172,  -337621504, "
                + "NaN,  NaN",
        "ge_tilt18p5_mixed_thickness_10slices.zip, 512, 512, 10, 0.4882812,   NaN, LPS, -1500, 1912, -1581465344, "
                + "-1500, NaN"
    })
    void aSeriesIsAsOthersReadIt(
            String name,
            int x,
            int y,
            int z,
            double plane,
            double distance,
            String axes,
            double min,
            double max,
            double sum,
            double first,
            double centre)
            throws InvalidInputException {
        Scan scan = DicomFolder.read(file(name));
        Geometry geometry = scan.geometry();
        assertArrayEquals(new int[] {x, y, z}, new int[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        assertArrayEquals(new double[] {plane, plane, distance}, geometry.lengths());
        assertEquals(axes, geometry.storedAxes().orElseThrow());
        double[] hu = hu(scan);
        assertEquals(min, Arrays.stream(hu).min().getAsDouble());
        assertEquals(max, Arrays.stream(hu).max().getAsDouble());
        assertEquals(sum, Arrays.stream(hu).sum());
        if (axes.equals("LPS") && !Double.isNaN(first)) assertEquals(first, hu[0]);
        if (axes.equals("LPS") && !Double.isNaN(centre)) assertEquals(centre, hu[x / 2 + x * (y / 2)]);
    }

    @Test
    void everyQuirkIsSaid() throws InvalidInputException {
        Scan tilted = DicomFolder.read(file("ge_tilt18p5_mixed_thickness_10slices.zip"));
        assertWarns(tilted, "tilted gantry (18.5°)");
        assertWarns(tilted, "mixed slice distance, 1.081 mm (1 ×), 4.002 mm (3 ×), 6.999 mm (5 ×)");
        assertWarns(tilted, "mixed thickness, 4 mm (4 ×), 7 mm (6 ×)");
        assertTrue(tilted.geometry().spacing().isEmpty());
        assertWarns(DicomFolder.read(file("pydicom_J2K_pixelrep_mismatch.dcm")), "tilted gantry (-22°)");
        assertWarns(DicomFolder.read(file("pydicomdata_explicit_VR-UN.dcm")), "does not say how thick it is");
        assertWarns(DicomFolder.read(file("pydicomdata_eCT_Supplemental.dcm")), "values of the type US (unspecified)");
    }

    @Test
    void aTruncatedFileIsRefused() {
        assertEquals(
                "pydicom_MR_truncated.dcm is cut short, its pixel data end early: copy or export it again.",
                refusal(file("pydicom_MR_truncated.dcm")));
    }

    @Test
    void aFolderOfEverythingIsSorted() throws InvalidInputException {
        Path folder = file("pydicom_CT_small.dcm").getParent();
        assertEquals(
                "2 slices, 512 × 512, 10 mm, CT, axial",
                DicomFolder.of(folder, files).series().get(0));
        assertEquals(6, DicomFolder.of(folder, files).all().size());
        assertWarns(DicomFolder.read(folder), "6 series of 6 studies");
    }

    private static Path file(String name) {
        return Shared.of("data/dicom/" + name);
    }
}
