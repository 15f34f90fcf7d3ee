package org.ichradiomics.measure;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FeatureColumnsTest {

    /** Three cases with the same numbers in every column but the first. */
    private static FeatureTable table(String... columns) {
        List<String> header = Stream.concat(Stream.of("id"), Stream.of(columns)).toList();
        return FeatureTable.of(
                header,
                Stream.of("a", "b", "c")
                        .map(id -> Stream.concat(Stream.of(id), Collections.nCopies(columns.length, "1.5").stream())
                                .toList())
                        .toList());
    }

    private static FeatureColumns of(FeatureTable table, String... named) throws InvalidInputException {
        return FeatureColumns.of(table, List.of(named));
    }

    @Test
    void aCataloguesColumnsAndNothingElse() throws InvalidInputException {
        FeatureColumns columns =
                of(table("age", "kurtosis", "discharge_mrs", "Voxels", "GLCMEnergy_AllDirection_offset4_SD"));
        assertEquals(List.of("kurtosis", "GLCMEnergy_AllDirection_offset4_SD"), columns.features());
        assertEquals(List.of("age", "discharge_mrs", "Voxels"), columns.others());
        assertEquals(
                Optional.of("Features of the table are its 2 columns, those with a name of the AK catalogue; "
                        + "passed over: age, discharge_mrs, Voxels."),
                columns.text());
    }

    @Test
    void allNamesOfTheKit() throws InvalidInputException {
        List<String> names = Catalogue.AK.features().stream().map(Feature::name).toList();
        FeatureColumns columns = of(table(names.toArray(String[]::new)));
        assertEquals(names, columns.features());
        assertEquals(Optional.empty(), columns.text());
    }

    /** So spelt in tables of the paper's kit; beside the kit's own name they are somebody else's. */
    @Test
    void energyAndEntropyKeepTheirSpelling() throws InvalidInputException {
        assertEquals(
                List.of("Energy", "Entropy"),
                of(table("Energy", "Entropy", "other")).features());
        assertEquals(
                List.of("Entropy", "histogramEnergy"),
                of(table("Energy", "Entropy", "histogramEnergy")).features());
    }

    @ParameterizedTest
    @CsvSource({
        "stat_mean, IBSI",
        "cm_energy_2.5D_vmrg, IBSI",
        "log_sigma3_cutoff4_2D_mirror__stat_mean, IBSI",
        "laws_kernelE3W5R5_3D_mirror_rotationmax__stat_mean, IBSI",
        "original_firstorder_Energy, PyRadiomics",
        "original_shape_Sphericity, PyRadiomics",
        "wavelet-LLH_glcm_JointEnergy, PyRadiomics",
        "wavelet.HHH_glrlm_RunEntropy, PyRadiomics",
        "wavelet-LH_glszm_ZoneEntropy, PyRadiomics",
        "log-sigma-1-0-mm-3D_glcm_Idm, PyRadiomics",
        "log.sigma.0.5.mm.3D_firstorder_Mean, PyRadiomics",
        "lbp-3D-m1_ngtdm_Busyness, PyRadiomics",
        "lbp-2D_gldm_DependenceEntropy, PyRadiomics",
        "squareroot_firstorder_Mean, PyRadiomics",
        "ct_original_shape2D_Perimeter, PyRadiomics",
        "shape_Sphericity, PyRadiomics"
    })
    void knowsTheNamesOfAllCatalogues(String column, String catalogue) throws InvalidInputException {
        FeatureColumns columns = of(table("age", column));
        assertEquals(List.of(column), columns.features());
        assertEquals(Optional.of(catalogue), FeatureNames.catalogue(column, List.of(column)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age",
                "Kurtosis_of_someone",
                "diagnostics_Image-original_Mean",
                "haematoma_shape_Regular",
                "original_shape",
                "x__y",
                "glcm"
            })
    void noFeatureOfACatalogue(String column) {
        assertEquals(Optional.empty(), FeatureNames.catalogue(column, List.of(column)));
    }

    @Test
    void allNumbersWhereThereIsNoCatalogue() throws InvalidInputException {
        FeatureTable table = table("f1", "f2", "Label", "ROI", "status", "Volume (mL)", "note")
                .with("note", List.of("x", "y", "1"));
        FeatureColumns columns = of(table);
        assertEquals(List.of("f1", "f2"), columns.features());
        assertEquals(
                "No column of the table bears the name of a feature in a catalogue: all its columns of numbers "
                        + "are features (f1, f2). Features of the table are "
                        + "its 2 columns, those of numbers; passed over: Label, ROI, status, Volume (mL), note.",
                columns.text().orElseThrow());
        assertEquals(
                List.of("f2"), FeatureColumns.of(table, List.of(), "f1"::equals).features());
    }

    @Test
    void namesAndPatternsDecideOtherwise() throws InvalidInputException {
        FeatureTable table =
                table("age", "kurtosis", "wavelet-LLH_glcm_Idm", "wavelet-HHH_glcm_Idm", "Volume (mL)", "Label");
        assertEquals(
                List.of("wavelet-LLH_glcm_Idm", "wavelet-HHH_glcm_Idm", "age"),
                of(table, "wavelet*", "age").features());
        assertEquals(List.of("Volume (mL)"), of(table, "Volume (mL)").features());
        assertEquals(
                List.of("age", "kurtosis", "wavelet-LLH_glcm_Idm", "wavelet-HHH_glcm_Idm"),
                of(table, "*").features());
        assertEquals(List.of("wavelet*", "age"), FeatureColumns.split(" wavelet* ;age;"));
    }

    @Test
    void aNameThatIsNotThereIsRefused() {
        FeatureTable table = table("age", "kurtosis", "Label");
        assertEquals(
                "The table has no column \"kurtossis\" (did you mean \"kurtosis\"?): add it or choose another "
                        + "table.",
                assertThrows(InvalidInputException.class, () -> of(table, "kurtossis"))
                        .getMessage());
        assertEquals(
                "No column of the table fits \"log-*\" among the features that are named: correct it or leave it "
                        + "out.",
                assertThrows(InvalidInputException.class, () -> of(table, "log-*"))
                        .getMessage());
        assertEquals(
                "The column \"Label\" of the table says something about a case and is no feature: leave it out "
                        + "of the features.",
                assertThrows(InvalidInputException.class, () -> of(table, "Label"))
                        .getMessage());
    }

    @Test
    void aFeatureWithoutAnyValueIsSaid() throws InvalidInputException {
        FeatureColumns columns = of(table("kurtosis", "skewness").with("skewness", List.of("", "NA", "-")));
        assertEquals(List.of("kurtosis"), columns.features());
        assertEquals(Optional.of("Without any value in the table, and so no features: skewness."), columns.text());
    }
}
