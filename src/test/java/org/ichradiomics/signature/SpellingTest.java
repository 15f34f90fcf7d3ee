package org.ichradiomics.signature;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpellingTest {

    /** R 4.3: make.names(...) on the right. */
    @ParameterizedTest
    @CsvSource({
        "log-sigma-2-0-mm-3D_glszm_GrayLevelVariance, log.sigma.2.0.mm.3D_glszm_GrayLevelVariance",
        "wavelet-LLH_firstorder_10Percentile, wavelet.LLH_firstorder_10Percentile",
        "NCCT_wavelet-HHH_glcm_Imc1, NCCT_wavelet.HHH_glcm_Imc1",
        "lbp-3D-m1_firstorder_Mean, lbp.3D.m1_firstorder_Mean",
        "original_shape_Sphericity, original_shape_Sphericity",
        "logarithm_ngtdm_Busyness, logarithm_ngtdm_Busyness"
    })
    void readsRsSpelling(String python, String r) {
        assertEquals(python, Spelling.python(r));
        assertEquals(python, Spelling.python(python));
        assertEquals(Optional.of(r), Spelling.find(List.of("x", r), python));
        assertEquals(Optional.of(python), Spelling.find(List.of("x", python), r));
    }

    @Test
    void leavesOtherNames() {
        assertEquals("volume.ml", Spelling.python("volume.ml"));
        assertEquals(Optional.empty(), Spelling.find(List.of("a-b"), "a.b"));
        assertEquals(Optional.of("AGE"), Spelling.variable(List.of("AGE"), "age"));
    }
}
