package org.ichradiomics.pyradiomics;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ParameterFileTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "setting:\n  binWith: 25\n",
                        "p.yaml, setting, has the key \"binWith\", which PyRadiomics does not know (did you mean "
                                + "\"binWidth\"?): correct it or leave it out."),
                Arguments.of(
                        "setting:\n  binWidth: wide\n",
                        "p.yaml, setting, has binWidth: wide, which must be a positive number: correct it."),
                Arguments.of(
                        "setting:\n  label: 1.5\n",
                        "p.yaml, setting, has label: 1.5, which must be a whole number from 1: correct it."),
                Arguments.of(
                        "imageType:\n  LBP2D: {}\n",
                        "p.yaml asks for the image type LBP2D, which is not measured here: leave it out."),
                Arguments.of(
                        "imageType:\n  Original:\n",
                        "p.yaml has Original with nothing behind it, which PyRadiomics refuses: write Original: {}."),
                Arguments.of(
                        "imageType:\n  Wavelt: {}\n",
                        "p.yaml asks for the image type Wavelt, which PyRadiomics does not know (did you mean "
                                + "\"Wavelet\"?): correct it or leave it out."),
                Arguments.of(
                        "imageType:\n  LoG:\n    sigma: 1.0\n",
                        "p.yaml, LoG, has sigma: 1.0, which must be a list of positive numbers of mm: correct it."),
                Arguments.of(
                        "featureClass:\n  glcm: [JointEnergie]\n",
                        "p.yaml asks for the feature JointEnergie of glcm, which PyRadiomics does not know (did you "
                                + "mean \"JointEnergy\"?): correct it or leave it out."),
                Arguments.of(
                        "featureClass:\n  glcn:\n",
                        "p.yaml asks for the feature class glcn, which PyRadiomics does not know (did you mean "
                                + "\"glcm\"?): correct it or leave it out."),
                Arguments.of(
                        "voxelSetting:\n  kernelRadius: 1\n",
                        "p.yaml has voxelSetting, which is for maps of voxels and not for a row: leave it out."),
                Arguments.of(
                        "settings:\n  binWidth: 5\n",
                        "p.yaml has the key \"settings\", which PyRadiomics does not know (did you mean "
                                + "\"setting\"?): a parameter file has setting, imageType, featureClass."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesByName(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> PyRadiomics.parse(text, "p.yaml"))
                        .getMessage());
    }

    @Test
    void readsJsonAsYaml() throws InvalidInputException {
        String json = "{\"setting\": {\"binWidth\": 5, \"force2D\": true}, \"featureClass\": {\"ngtdm\": []}}";
        assertEquals(
                List.of("Busyness", "Coarseness", "Complexity", "Contrast", "Strength"),
                names(PyRadiomics.parse(json, "p.json"), "original_ngtdm_"));
    }

    /** A sigma is named as it is written; of two levels of a wavelet the last has the low-pass. */
    @Test
    void namesColumnsOfAllImages() throws InvalidInputException {
        String text =
                "imageType:\n  LoG: {sigma: [1, 1.0, 2.50]}\n  Wavelet: {level: 2}\nfeatureClass: {ngtdm: [Busyness]}";
        List<String> names = names(PyRadiomics.parse(text, "p.yaml"), "");
        assertEquals(
                List.of(
                        "log-sigma-1-mm-3D_ngtdm_Busyness",
                        "log-sigma-1-0-mm-3D_ngtdm_Busyness",
                        "log-sigma-2-5-mm-3D_ngtdm_Busyness",
                        "wavelet-LLH_ngtdm_Busyness"),
                names.subList(0, 4));
        assertEquals(3 + 7 + 8, names.size());
        assertEquals("wavelet2-LLL_ngtdm_Busyness", names.get(names.size() - 1));
    }

    /** 18 first order, 14 shape, 24 glcm, 16 glrlm, 16 glszm, 14 gldm, 5 ngtdm. */
    @Test
    void measuresAllClassesWhereNoneIsNamed() {
        assertEquals(107, PyRadiomics.USUAL.features().size());
        assertEquals(
                "original_shape_Elongation", PyRadiomics.USUAL.features().get(0).name());
    }

    private static List<String> names(PyRadiomics catalogue, String prefix) {
        return catalogue.features().stream()
                .map(Feature::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
