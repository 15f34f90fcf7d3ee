package org.ichradiomics.signature;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.FieldsFile;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PyRadiomicsParametersTest {

    private static final String YAML = """
            imageType:
              Original: {}
              LoG:
                sigma: [2.0]
                binWidth: 10
            setting:
              binWidth: 5
              label: 3
            """;

    /** As PyRadiomics 3.1 prints its settings. */
    private static final String TABLE = """
            Image,diagnostics_Configuration_Settings,diagnostics_Configuration_EnabledImageTypes,\
            original_firstorder_Mean
            a,"{'minimumROIDimensions': 2, 'normalize': False, 'normalizeScale': 1, 'removeOutliers': None, \
            'resampledPixelSpacing': None, 'interpolator': 'sitkBSpline', 'preCrop': False, 'padDistance': 5, \
            'distances': [1], 'force2D': False, 'force2Ddimension': 0, 'resegmentRange': None, 'label': 1, \
            'additionalInfo': True, 'binWidth': 5.}","{'Original': {}, 'LoG': {'sigma': [1.0], 'binWidth': 12}}",50
            """;

    private static Settings yaml(String text) throws InvalidInputException {
        return PyRadiomicsParameters.of(FieldsFile.parse(text, Path.of("p.yaml")));
    }

    private static Settings table(String text) throws InvalidInputException {
        return PyRadiomicsParameters.of(FeatureTableCsv.parse(text, "t.csv")).orElseThrow();
    }

    @Test
    void theFileAndTheTableSayTheSame() throws Exception {
        Settings file = yaml(YAML);
        assertEquals("5", file.entries().get("binWidth"));
        assertEquals("none", file.entries().get("resegmentRange"));
        assertEquals(Optional.of("LoG.binWidth 10 and 12"), file.difference(table(TABLE)));
        List<String> original = List.of("original_firstorder_Mean");
        assertEquals(
                Optional.empty(),
                PyRadiomicsParameters.concerning(original, file)
                        .difference(PyRadiomicsParameters.concerning(original, table(TABLE))));
    }

    @Test
    void aScoreUnderOtherSettingsIsRefusedByItsKey() throws Exception {
        Signature signature = new Signature(
                "s",
                "",
                0,
                List.of(new Signature.Term(
                        "original_firstorder_Mean",
                        1,
                        Optional.of(40.0),
                        Optional.of(5.0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                1,
                Range.ALL,
                Range.ALL,
                yaml(YAML),
                Optional.empty());
        FeatureTable table = FeatureTableCsv.parse(TABLE, "t.csv");
        assertEquals(2, Score.ofEach(signature, Optional.empty(), table).get(0).value());
        FeatureTable other = FeatureTableCsv.parse(TABLE.replace("'binWidth': 5.", "'binWidth': 25"), "t.csv");
        assertEquals(
                "The table t.csv was made with settings other than those of the signature \"s\": binWidth 25 and 5; "
                        + "extract with the same settings.",
                assertThrows(InvalidInputException.class, () -> Score.ofEach(signature, Optional.empty(), other))
                        .getMessage());
    }

    @Test
    void refusesRowsOfDifferentSettings() {
        String two = TABLE
                + TABLE.lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("a,", "b,")
                        .replace("'padDistance': 5", "'padDistance': 8");
        assertEquals(
                "The rows of the table t.csv were made with different settings: padDistance 8 and 5; extract all cases "
                        + "with the same settings.",
                assertThrows(InvalidInputException.class, () -> table(two)).getMessage());
    }
}
