package org.ichradiomics.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.grey.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.InvalidInputException;

class IbsiSettingsJsonTest {

    @ParameterizedTest
    @EnumSource
    void presetsReadBackAsTheyWereWritten(IbsiPreset preset) throws Exception {
        IbsiSettings settings = preset.settings();
        assertEquals(settings, IbsiSettingsJson.parse(IbsiSettingsJson.text(settings), "x.json"));
        assertEquals(settings, IbsiPreset.find(preset.text().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"name\": \"C\"         | \"nam\": \"C\"             | x.json lacks the key \"name\": add it, or choose another file.",
        "\"name\": \"C\"         | \"name\": \"C\", \"n\": 1  | x.json has unknown keys: n; correct or remove them.",
        "\"image\":              | \"order\": 3, \"image\":   | x.json has unknown keys: interpolation.order; correct or remove them.",
        "\"width\": 25.0         | \"width\": 0               | \"discretisation.texture.width\" in x.json must be a positive number of HU, was 0.0: correct it.",
        "\"width\": 2.5          | \"width\": -1              | \"discretisation.ivh.width\" in x.json must be a positive number of HU, was -1.0: correct it.",
        "\"width\": 2.5          | \"width\": 2.5, \"count\": 4 | x.json has unknown keys: discretisation.ivh.count; correct or remove them.",
        "\"low\": -1000.0        | \"low\": 500               | \"resegmentation.high\" in x.json must be above low, was low = 500.0 and high = 400.0 HU: correct it.",
        "\"low\": -1000.0        | \"low\": null              | \"resegmentation.low\" in x.json must be a number of HU, as the other end of the range is one: correct it.",
        "\"outliers_sd\": null   | \"outliers_sd\": 0         | \"resegmentation.outliers_sd\" in x.json must be a positive number of standard deviations or null, was 0.0: correct it.",
        "\"low\": -1000.0        | \"low\": NaN               | x.json is not valid JSON (line 17, column 12) at the key \"resegmentation.low\": correct it, or choose another file.",
        "\"low\": -1000.0        | \"low\": 1e999             | \"resegmentation.low\" in x.json is too large a number: correct it.",
        "\"linear\"              | \"bicubic\"                | \"interpolation.image\" in x.json must be \"nearest\" or \"linear\" or \"cubic B-spline\", is \"bicubic\": correct it.",
        "\"approach\": \"3D\"    | \"approach\": \"2D\"       | \"interpolation.spacing_mm\" in x.json must be two numbers for the approach 2D, was [2.0, 2.0, 2.0]: correct it.",
        "\"round_intensities\": true | \"round_intensities\": 1 | \"round_intensities\" in x.json must be true or false, is a number: correct it."})
    void refusesNonsenseInOneSentenceThatNamesTheKey(String from, String to, String sentence) {
        String c = IbsiSettingsJson.text(IbsiPreset.C.settings());
        assertTrue(c.contains(from), c);
        String text = c.replaceFirst(Pattern.quote(from), to);
        assertEquals(sentence, assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(text, "x.json")).getMessage());
    }

    @Test
    void refusesASpacingOfZero() {
        String text = IbsiSettingsJson.text(IbsiPreset.C.settings()).replaceFirst("2\\.0,", "0,");
        assertEquals("\"interpolation.spacing_mm\" in x.json must be two or three positive numbers of mm, was [0.0, 2.0, 2.0]: correct it.",
                assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(text, "x.json")).getMessage());
    }

    @Test
    void valuesRefuseNaN() {
        assertThrows(IllegalArgumentException.class, () -> new Binning.FixedWidth(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Resegmentation(Double.NaN, 4, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Regrid(List.of(1.0, Double.NaN), Interpolation.LINEAR,
                Interpolation.LINEAR));
    }

    @Test
    void namesWhatIsThereIfAConfigurationIsUnknown() {
        assertEquals("There is no configuration \"F\": give A, B, C, D, E, digital, ICH or the path of a JSON file.",
                assertThrows(InvalidInputException.class, () -> IbsiPreset.find("F")).getMessage());
    }

    @Test
    void theDocumentedExampleIsPresetC() throws Exception {
        String page = Files.readString(Path.of("docs/ibsi-settings.md"));
        int start = page.indexOf("```json") + "```json\n".length();
        assertEquals(IbsiPreset.C.settings(), IbsiSettingsJson.parse(page.substring(start, page.indexOf("```", start)), "docs"));
    }

    @Test
    void mapNamesEverySetting() {
        assertEquals("{catalogue=IBSI, name=E, approach=3D, round_intensities=true, interpolation.spacing_mm=[2.0, 2.0, 2.0], "
                + "interpolation.image=cubic B-spline, interpolation.mask=linear, resegmentation.low=-1000.0, resegmentation.high=400.0, "
                + "resegmentation.outliers_sd=3.0, discretisation.texture=fixed number 32, discretisation.ivh=fixed number 1000}",
                IbsiPreset.E.settings().asMap().toString());
        assertEquals(Optional.empty(), IbsiPreset.A.settings().regrid());
    }
}
