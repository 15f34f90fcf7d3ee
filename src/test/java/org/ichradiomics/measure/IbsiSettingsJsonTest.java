package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.ReferenceMap;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers IbsiPreset, IbsiSettings and MeasuredImages. */
class IbsiSettingsJsonTest {

    @ParameterizedTest
    @EnumSource
    void presetsReadBackAsTheyWereWritten(IbsiPreset preset) throws Exception {
        IbsiSettings settings = preset.settings();
        assertEquals(settings, IbsiSettingsJson.parse(IbsiSettingsJson.text(settings), "x.json"));
        assertEquals(settings, IbsiPreset.find(preset.text().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"C\"         | \"nam\": \"C\"             | x.json lacks the key \"name\": add it, or "
                        + "choose another file.",
                "\"name\": \"C\"         | \"name\": \"C\", \"n\": 1  | x.json has unknown keys: n; correct or "
                        + "remove them.",
                "\"image\":              | \"order\": 3, \"image\":   | x.json has unknown keys: "
                        + "interpolation.order; correct or remove them.",
                "\"width\": 25.0         | \"width\": 0               | \"discretisation.texture.width\" in x.json "
                        + "must be a positive number of HU, was 0.0: correct it.",
                "\"width\": 2.5          | \"width\": -1              | \"discretisation.ivh.width\" in x.json must "
                        + "be a positive number of HU, was -1.0: correct it.",
                "\"width\": 2.5          | \"width\": 2.5, \"count\": 4 | x.json has unknown keys: "
                        + "discretisation.ivh.count; correct or remove them.",
                "\"low\": -1000.0        | \"low\": 500               | \"resegmentation.high\" in x.json must be "
                        + "above low, was low = 500.0 and high = 400.0 HU: correct it.",
                "\"low\": -1000.0        | \"low\": null              | \"resegmentation.low\" in x.json must be a "
                        + "number of HU, as the other end of the range is one: correct it.",
                "\"outliers_sd\": null   | \"outliers_sd\": 0         | \"resegmentation.outliers_sd\" in x.json "
                        + "must be a positive number of standard deviations or null, was 0.0: correct it.",
                "\"low\": -1000.0        | \"low\": NaN               | x.json is not valid JSON (line 17, column "
                        + "12) at the key \"resegmentation.low\": correct it, or choose another file.",
                "\"low\": -1000.0        | \"low\": 1e999             | \"resegmentation.low\" in x.json is too "
                        + "large a number: correct it.",
                "\"linear\"              | \"bicubic\"                | \"interpolation.image\" in x.json must be "
                        + "\"nearest\" or \"linear\" or \"cubic B-spline\", is \"bicubic\": correct it.",
                "\"approach\": \"3D\"    | \"approach\": \"2D\"       | \"interpolation.spacing_mm\" in x.json must "
                        + "be two numbers for the approach 2D, was [2.0, 2.0, 2.0]: correct it.",
                "\"round_intensities\": true | \"round_intensities\": 1 | \"round_intensities\" in x.json must be "
                        + "true or false, is a number: correct it."
            })
    void refusesNonsenseInOneSentenceThatNamesTheKey(String from, String to, String sentence) {
        String c = IbsiSettingsJson.text(IbsiPreset.C.settings());
        assertTrue(c.contains(from), c);
        String text = c.replaceFirst(Pattern.quote(from), to);
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(text, "x.json"))
                        .getMessage());
    }

    @Test
    void refusesASpacingOfZero() {
        String text = IbsiSettingsJson.text(IbsiPreset.C.settings()).replaceFirst("2\\.0,", "0,");
        assertEquals(
                "\"interpolation.spacing_mm\" in x.json must be two or three positive numbers of mm, "
                        + "0.0001 to 10000, was [0.0, 2.0, "
                        + "2.0]: correct it.",
                assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(text, "x.json"))
                        .getMessage());
    }

    @Test
    void valuesRefuseNaN() {
        assertThrows(IllegalArgumentException.class, () -> new Binning.FixedWidth(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Resegmentation(Double.NaN, 4, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Regrid(List.of(1.0, Double.NaN), Interpolation.LINEAR, Interpolation.LINEAR));
    }

    @Test
    void namesWhatIsThereIfAConfigurationIsUnknown() {
        assertEquals(
                "There is no configuration \"F\": give A, B, C, D, E, digital, ICH, 1.A … 9.B or the path "
                        + "of a JSON file.",
                assertThrows(InvalidInputException.class, () -> IbsiPreset.find("F"))
                        .getMessage());
    }

    @Test
    void theDocumentedExampleIsPresetC() throws Exception {
        String page = Files.readString(Path.of("docs/ibsi-settings.md"));
        int start = page.indexOf("```json") + "```json\n".length();
        assertEquals(
                IbsiPreset.C.settings(),
                IbsiSettingsJson.parse(page.substring(start, page.indexOf("```", start)), "docs"));
    }

    @Test
    void theDocumentedFiltersAreRead() throws Exception {
        String page = Files.readString(Path.of("docs/ibsi-settings.md"));
        int start = page.indexOf("```json", page.indexOf("## Families and filters")) + "```json\n".length();
        String keys = page.substring(start, page.indexOf("```", start)).strip();
        IbsiSettings settings = IbsiSettingsJson.parse(
                IbsiSettingsJson.text(IbsiPreset.ICH.settings()).replaceFirst("\\{", "{" + keys + ","), "docs");
        assertEquals(
                List.of("log_sigma1.5_cutoff4_2D_mirror", "laws_kernelL5E5_energy_delta7_2D_mirror_rotationmax"),
                settings.images().filters().stream().map(IbsiFilter::name).toList());
        assertEquals(EnumSet.of(IbsiFamily.MORPHOLOGY, IbsiFamily.STATISTICS), settings.families());
    }

    /** The mesh and the axes can be had without the rest; with the whole they are nothing more. */
    @Test
    void partsOfMorphologyAreFamiliesToo() throws Exception {
        List<String> all = columns("");
        List<String> parts = columns("\"families\": [\"Morphology (axes)\", \"Morphology (mesh)\"],");
        assertEquals(
                all.stream()
                        .filter(name ->
                                name.matches("morph_(?:volume|vol_approx|area_mesh|av|comp_.|sph.*|asph.*|pca_.*)"))
                        .toList(),
                parts);
        assertEquals(14, parts.size());
        String whole = "\"families\": [\"Morphology\", \"Morphology (mesh)\", \"GLCM\"],";
        assertEquals(columns("\"families\": [\"Morphology\", \"GLCM\"],"), columns(whole));
        String sentence = assertThrows(InvalidInputException.class, () -> columns("\"families\": [\"Mesh\"],"))
                .getMessage();
        for (IbsiFamily family : IbsiFamily.values()) assertTrue(sentence.contains(family.text()), sentence);
    }

    private static List<String> columns(String keys) throws InvalidInputException {
        IbsiSettings settings = IbsiSettingsJson.parse(
                IbsiSettingsJson.text(IbsiPreset.ICH.settings()).replaceFirst("\\{", "{" + keys), "test");
        return new IbsiExtractor(settings)
                .features().stream().map(Feature::name).toList();
    }

    /** Made by 0.1.0: tables and signatures that carry them are still of these settings. */
    @ParameterizedTest
    @CsvSource({
        "A, 229cef249f03",
        "B, 42d8f4f95e7e",
        "C, c5394c2d8176",
        "D, 979068674167",
        "E, db4b9705731b",
        "DIGITAL, c55a0db889f0",
        "ICH, 051a00379ba0"
    })
    void settingsOfOlderFilesKeepTheirHash(IbsiPreset preset, String hash) {
        assertEquals(hash, Settings.of(preset.settings().asMap()).hash());
        assertFalse(IbsiSettingsJson.text(preset.settings()).contains("filter"), "a file without filters is as it was");
    }

    @Test
    void theConfigurationsOfIbsi2ReadBackAsTheyWereWritten() throws Exception {
        assertEquals(18, Ibsi2Configuration.all().size());
        for (IbsiSettings settings : Ibsi2Configuration.all()) {
            assertEquals(settings, IbsiSettingsJson.parse(IbsiSettingsJson.text(settings), "x.json"));
            assertEquals(settings, IbsiPreset.find(" " + settings.name().toLowerCase(Locale.ROOT)));
            assertTrue(IbsiPreset.isName(settings.name()));
        }
        assertEquals(
                18,
                Ibsi2Configuration.all().stream()
                        .map(settings -> Settings.of(settings.asMap()).hash())
                        .distinct()
                        .count());
    }

    @Test
    void everyFilterOfTheReferenceMapsReadsBackAsItWasWritten() throws Exception {
        List<IbsiFilter> filters =
                ReferenceMap.all().stream().map(ReferenceMap::filter).toList();
        IbsiSettings c = IbsiPreset.C.settings();
        IbsiSettings settings = new IbsiSettings(
                "maps",
                c.approaches(),
                c.round(),
                c.regrid(),
                c.resegmentation(),
                c.texture(),
                c.volume(),
                EnumSet.of(IbsiFamily.STATISTICS, IbsiFamily.GLCM),
                new MeasuredImages(true, filters));
        assertEquals(settings, IbsiSettingsJson.parse(IbsiSettingsJson.text(settings), "x.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'filter': 'log', 'dimension': '2D', 'sigma': 0, 'boundary': 'mirror' | \"filters[0].sigma\" in x.json "
                        + "must be a positive number of mm, "
                        + "was \"0\": correct it.",
                "'filter': 'log', 'dimension': '2D', 'sigmas': 1, 'boundary': 'mirror' | \"filters[0].sigma\" in "
                        + "x.json is missing: correct it.",
                "'filter': 'log', 'dimension': '2D', 'sigma': 1, 'delta': 2, 'boundary': 'mirror' | "
                        + "\"filters[0].delta\" in x.json is no parameter of "
                        + "the filter log: correct it.",
                "'filter': 'log', 'dimension': '2D', 'sigma': 1 | x.json lacks the key \"filters[0].boundary\": add "
                        + "it, or choose another file.",
                "'filter': 'lbp', 'dimension': '2D', 'boundary': 'mirror' | \"filters[0].filter\" in x.json must be "
                        + "one of mean, log, laws, gabor, "
                        + "wavelet, simoncelli, riesz_log, riesz_simoncelli, was \"lbp\": correct it.",
                "'filter': 'laws', 'dimension': '2D', 'kernel': 'L5E5', 'boundary': 'mirror', 'rotation': 'min' | "
                        + "\"filters[0].rotation\" in x.json must "
                        + "be one of none, max, mean, was \"min\": correct it.",
                "'filter': 'gabor', 'dimension': '3D', 'sigma': 1, 'lambda': 1, 'gamma': 1, 'theta': 'pi/3', "
                        + "'orthogonal_planes': false, 'boundary': "
                        + "'mirror' | \"filters[0].orthogonal_planes\" in x.json must be there in 3D: Gabor's kernel "
                        + "lies in a plane: correct it."
            })
    void aWrongFilterIsRefusedByItsKey(String filter, String sentence) {
        String text = withFilters("[{" + filter.replace('\'', '"') + "}]");
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(text, "x.json"))
                        .getMessage());
    }

    @Test
    void filtersThatAreRepeatedOrLeaveNothingAreRefused() {
        String mean = "{\"filter\": \"mean\", \"dimension\": \"2D\", \"support\": 3, \"boundary\": \"zero\"}";
        assertEquals(
                "\"filters\" in x.json must differ, but have mean_support3_2D_zero twice: correct it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> IbsiSettingsJson.parse(withFilters("[" + mean + "," + mean + "]"), "x.json"))
                        .getMessage());
        assertEquals(
                "\"unfiltered\" in x.json must be true where there are no filters: correct it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> IbsiSettingsJson.parse(withFilters("[], \"unfiltered\": false"), "x.json"))
                        .getMessage());
        assertEquals(
                "\"families\" in x.json must be some of Morphology, Local intensity, Intensity-based "
                        + "statistics, Intensity histogram, "
                        + "Intensity-volume histogram, GLCM, GLRLM, GLSZM, GLDZM, NGTDM, NGLDM, "
                        + "Morphology (mesh), Morphology (axes); \"glcm\" is none of "
                        + "them: correct it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> IbsiSettingsJson.parse(withFilters("[], \"families\": [\"glcm\"]"), "x.json"))
                        .getMessage());
        String shape = withFilters("[" + mean + "], \"families\": [\"Morphology\"]");
        assertTrue(assertThrows(InvalidInputException.class, () -> IbsiSettingsJson.parse(shape, "x.json"))
                .getMessage()
                .startsWith("\"families\" in x.json must name more than Morphology where there are filters"));
    }

    private static String withFilters(String filters) {
        return IbsiSettingsJson.text(IbsiPreset.C.settings()).replaceFirst("\\{", "{\"filters\": " + filters + ",");
    }

    @Test
    void mapNamesEverySetting() {
        assertEquals(
                "{catalogue=IBSI, name=E, approach=3D, round_intensities=true, interpolation.spacing_mm=[2.0, 2.0, "
                        + "2.0], interpolation.image=cubic B-spline, interpolation.mask=linear, "
                        + "resegmentation.low=-1000.0, resegmentation.high=400.0, "
                        + "resegmentation.outliers_sd=3.0, discretisation.texture=fixed number 32, "
                        + "discretisation.ivh=fixed number 1000}",
                IbsiPreset.E.settings().asMap().toString());
        assertTrue(Ibsi2Configuration.named("4.b")
                .orElseThrow()
                .asMap()
                .toString()
                .endsWith("families=Intensity-based statistics, "
                        + "unfiltered=false, filters=laws_kernelL5E5E5_energy_delta7_3D_mirror_rotationmax}"));
        assertEquals(Optional.empty(), IbsiPreset.A.settings().regrid());
    }
}
