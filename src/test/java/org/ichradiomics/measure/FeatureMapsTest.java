package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@link FeatureMaps}, {@link IbsiMapping} and {@link KernelShape} against maps that PyRadiomics 3.1 (commit 8ed5793,
 * voxelBased) makes; IBSI's features are those that are the same quantity, under levels that are the same but for their
 * number.
 */
class FeatureMapsTest {

    private static final Map<String, String> SAME = Map.of(
            "stat_mean", "firstorder_Mean",
            "ih_entropy", "firstorder_Entropy",
            "stat_skew", "firstorder_Skewness",
            "stat_p90", "firstorder_90Percentile",
            "cm_joint_entr_3D_avg", "glcm_JointEntropy",
            "cm_contrast_3D_avg", "glcm_Contrast",
            "cm_inv_diff_mom_3D_avg", "glcm_Idm",
            "ngl_dc_entr_3D", "gldm_DependenceEntropy");

    @TempDir
    Path folder;

    private static FeatureMaps.Made made(String settings, FeatureMaps.Wanted wanted)
            throws IOException, InvalidInputException {
        Scan scan = read("map0_hu.nii.gz");
        Labels labels = Labels.of(read("map0_mask.nii.gz"));
        Region lesion = Region.of(scan.hu(), labels.select("1"), scan.spacing());
        return FeatureMaps.under(settings).of(scan, lesion, wanted, Progress.NONE);
    }

    private static Scan read(String name) throws InvalidInputException {
        Path file = Shared.of("maps/" + name);
        try (OpenFiles files = new OpenFiles()) {
            return FileKind.require(file, files).open(file, files).scan();
        }
    }

    private Path ibsi() throws IOException {
        return Files.writeString(folder.resolve("ibsi.json"), """
                {"format": "ICH Radiomics IBSI settings", "version": 1, "name": "maps", "approach": "3D",
                 "round_intensities": false, "interpolation": null,
                 "resegmentation": {"low": -1000.0, "high": 1000.0, "outliers_sd": null},
                 "discretisation": {"texture": {"method": "fixed width", "width": 5.0}, "ivh": {"method": "none"}}}
                """);
    }

    @ParameterizedTest
    @CsvSource({"r1, 1, 3d", "r2, 2, auto"})
    void ofIbsiIsTheSameQuantity(String setting, int radius, String shape) throws IOException, InvalidInputException {
        List<String> names = SAME.keySet().stream().sorted().toList();
        KernelShape kernel = KernelShape.of(shape);
        assertAgrees(setting, made(ibsi().toString(), new FeatureMaps.Wanted(names, radius, kernel, true)));
    }

    @Test
    void ofPyRadiomicsIsPyRadiomicsMap() throws IOException, InvalidInputException {
        Path parameters = Files.writeString(folder.resolve("p.yaml"), "setting: {binWidth: 5}");
        List<String> names = new ArrayList<>(SAME.values());
        FeatureMaps.Made made = made(parameters.toString(), new FeatureMaps.Wanted(names, 2, KernelShape.AUTO, true));
        assertEquals("5 × 5 × 1 voxels, 2.5 × 2.5 × 5.0 mm", made.kernel(), "slices are thick");
        assertEquals(names, made.maps().stream().map(FeatureMap::name).toList());
        assertAgrees("r2_2d", made);
    }

    private static void assertAgrees(String setting, FeatureMaps.Made made) throws IOException {
        List<String> lines = Files.readAllLines(Shared.of("maps/map0_expected.csv"));
        List<String> names = List.of(lines.get(0).split(","));
        int cells = 0;
        for (FeatureMap map : made.maps()) {
            int column = names.indexOf(SAME.getOrDefault(map.name(), map.name()));
            RandomAccess<DoubleType> voxel =
                    map.geometry().toStored(map.values()).randomAccess();
            for (String line : lines) {
                String[] row = line.split(",", -1);
                if (!row[0].equals(setting)) continue;
                for (int axis = 0; axis < 3; axis++) voxel.setPosition(Integer.parseInt(row[1 + axis]), axis);
                double wanted = Double.parseDouble(row[column]);
                double tolerance = Math.max(1e-12, 1e-9 * Math.abs(wanted));
                assertEquals(wanted, voxel.get().get(), tolerance, map.name() + " " + line);
                cells++;
            }
        }
        assertEquals(452 * made.maps().size(), cells);
    }

    @Test
    void saysWhatIsNone() {
        assertRefused("glcm_Contrst", 1, "(did you mean \"glcm_Contrast\"?)");
        assertRefused("shape_Sphericity", 1, "has no map");
        assertRefused("morph_volume", 1, "has no map");
        assertRefused("glcm_Contrast", 0, "A kernel radius of 0 ");
        assertRefused("glcm_Contrast", 24, "reaches beyond the image of 24 × 22 × 6 voxels");
    }

    private static void assertRefused(String feature, int radius, String words) {
        FeatureMaps.Wanted wanted = new FeatureMaps.Wanted(List.of(feature), radius, KernelShape.AUTO, true);
        String said = assertThrows(InvalidInputException.class, () -> made("", wanted))
                .getMessage();
        assertTrue(said.contains(words), said);
    }

    @Test
    void theKernelKeepsToThickSlices() {
        assertTrue(KernelShape.AUTO.isFlat(Optional.empty(), new Spacing(0.5, 0.5, 1.01)));
        assertFalse(KernelShape.AUTO.isFlat(Optional.empty(), new Spacing(0.5, 0.5, 1)));
        assertFalse(KernelShape.AUTO.isFlat(Optional.of(false), new Spacing(0.5, 0.5, 5)));
        assertTrue(KernelShape.FLAT.isFlat(Optional.of(false), new Spacing(1, 1, 1)));
    }
}
