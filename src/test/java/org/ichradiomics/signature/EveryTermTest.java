package org.ichradiomics.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A signature with every kind of term, and its {@link Output}, against the same computed as a spreadsheet would, cell
 * by cell.
 */
class EveryTermTest {

    private static final String SIGNATURE = """
            {
              "format": "ICH Radiomics signature", "version": 2,
              "name": "every", "citation": "a test", "intercept": -0.7,
              "terms": [
                {"feature": "log.sigma.2.0.mm.3D_glszm_GrayLevelVariance", "weight": 0.4, "mean": 14, "sd": 6},
                {"feature": "wavelet-LLH_glcm_Contrast", "weight": -0.3, "mean": 3, "sd": 2},
                {"feature": "Age", "weight": 0.02, "clinical": {"unit": "years"}, "valid": {"from": 18, "to": 90}},
                {"feature": "gcs", "weight": -0.5, "mean": 12, "sd": 3, "clinical": {}},
                {"feature": "site", "weight": 0.9, "clinical": {"coding": {"deep": 0, "lobar": 1, "both": 0.5}}},
                {"feature": "first", "weight": 1.2, "score": "score"},
                {"feature": "second", "weight": 2.0, "mean": 0.5, "sd": 0.2, "score": "probability"}
              ],
              "cutoff": 0.4, "volume_mL": {"from": 3, "below": 30}, "plausible": {"from": null, "to": null},
              "settings": "unknown", "reference": null,
              "output": {"link": "logit", "cutoff_on": "probability", "high": "grows", "low": "stays"},
              "parts": [
                {"name": "first", "citation": "", "intercept": 0.1,
                 "terms": [{"feature": "original_shape_Sphericity", "weight": -0.6, "mean": 0.6, "sd": 0.1}],
                 "cutoff": null, "volume_mL": {"from": null, "below": null}, "plausible": {"from": null, "to": null},
                 "settings": "unknown", "reference": null},
                {"name": "second", "citation": "", "intercept": -0.2,
                 "terms": [{"feature": "original_shape_Sphericity", "weight": 0.8, "mean": 0.5, "sd": 0.2},
                           {"feature": "gcs", "weight": 0.1, "clinical": {}}],
                 "cutoff": null, "volume_mL": {"from": null, "below": null}, "plausible": {"from": null, "to": null},
                 "settings": "unknown", "reference": null, "output": {"link": "logit"}}
              ]
            }
            """;

    private static final String TABLE = """
            case,log-sigma-2-0-mm-3D_glszm_GrayLevelVariance,wavelet.LLH_glcm_Contrast,original_shape_Sphericity,\
            age,GCS,site,Volume (mL)
            a,20,4.5,0.71,71,9,Lobar,8
            b,11.5,1,0.44,93,15,deep,8
            c,14,3,0.6,50,12,0.5,40
            """;

    private static Signature signature() throws InvalidInputException {
        return Signature.FILE.parse(SIGNATURE, "s.json");
    }

    private static List<Score> scores(String table) throws InvalidInputException {
        return Score.ofEach(signature(), Optional.empty(), FeatureTableCsv.parse(table, "t.csv"));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** One row of the sheet. */
    private static double sheet(
            double variance, double contrast, double sphericity, double age, double gcs, double site) {
        double first = 0.1 - 0.6 * (sphericity - 0.6) / 0.1;
        double second = logistic(-0.2 + 0.8 * (sphericity - 0.5) / 0.2 + 0.1 * gcs);
        return -0.7
                + 0.4 * (variance - 14) / 6
                - 0.3 * (contrast - 3) / 2
                + 0.02 * age
                - 0.5 * (gcs - 12) / 3
                + 0.9 * site
                + 1.2 * first
                + 2.0 * (second - 0.5) / 0.2;
    }

    @Test
    void scoresAreThoseOfASheet() throws Exception {
        double[] expected = {
            sheet(20, 4.5, 0.71, 71, 9, 1), sheet(11.5, 1, 0.44, 93, 15, 0), sheet(14, 3, 0.6, 50, 12, 0.5)
        };
        List<Score> scores = scores(TABLE);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], scores.get(i).value(), 1e-12);
            assertEquals(logistic(expected[i]), scores.get(i).probability(), 1e-12);
            assertEquals(
                    logistic(expected[i]) >= 0.4 ? "grows" : "stays",
                    scores.get(i).called());
        }
        assertEquals("Training of every", scores.get(0).reference());
        assertTrue(scores.get(1).note().contains("Age is 93, outside 18 to 90, the range of the signature \"every\"."));
        assertTrue(scores.get(2).note().contains("The volume is not below 30 mL"));
    }

    /** An SD of the training with n is smaller than that of a cohort's table by √((n − 1)/n). */
    @Test
    void theDivisorOfTheTrainingHoldsAgainstACohort() throws Exception {
        Signature n = Signature.FILE.parse(
                SIGNATURE
                        .replaceAll(", \"mean\": (14|3), \"sd\": \\d", "")
                        .replaceAll("(?s),\\s*\\{\"feature\": \"Age.*?\\],\\s*\"cutoff\": 0.4", "], \"cutoff\": 0.4")
                        .replaceAll("(?s),\\s*\"parts\".*", ", \"development\": {\"sd_divisor\": \"n\"}}"),
                "s.json");
        FeatureTable table = FeatureTableCsv.parse(TABLE, "t.csv");
        Reference cohort = Reference.of(
                table, List.of(table.columns().get(1), table.columns().get(2)), "us", "");
        double[] x = table.values(table.columns().get(1));
        double[] y = table.values(table.columns().get(2));
        double[] z = {-0.7 + 0.4 * z(x) - 0.3 * z(y)};
        assertEquals(z[0], Score.ofEach(n, Optional.of(cohort), table).get(0).value(), 1e-12);
        assertEquals(
                "No R-score: there is no reference for the signature \"every\"; build one from your own cohort, or "
                        + "choose the demonstration reference.",
                Score.ofEach(n, Optional.empty(), table).get(0).note());
    }

    /** The first value's, with n as divisor. */
    private static double z(double[] x) {
        double mean = (x[0] + x[1] + x[2]) / 3;
        double squares = Math.pow(x[0] - mean, 2) + Math.pow(x[1] - mean, 2) + Math.pow(x[2] - mean, 2);
        return (x[0] - mean) / Math.sqrt(squares / 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,20,4.5,0.71,71,9 | a,20,4.5,0.71,,9 | No R-score: there is no value for Age (years).",
                "Lobar | elsewhere | No R-score: site is \"elsewhere\", but must be deep, lobar, both.",
                "a,20 | a,NA | No R-score: there is no value for log.sigma.2.0.mm.3D_glszm_GrayLevelVariance.",
                "71,9,Lobar | ,,Lobar | No R-score: there is no value for Age (years), gcs."
            })
    void oneSentenceAndNoScore(String good, String bad, String sentence) throws Exception {
        Score score = scores(TABLE.replaceFirst(good, bad)).get(0);
        assertTrue(Double.isNaN(score.value()) && Double.isNaN(score.probability()));
        assertEquals("none", score.called());
        assertEquals(sentence, score.note());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "original_shape_Sphericity | original_shape_Sphericty | The table t.csv lacks these features of the "
                        + "signature \"every\": original_shape_Sphericity (did you mean "
                        + "\"original_shape_Sphericty\"?); extract them, or choose another signature.",
                "site | place | The table t.csv lacks these clinical variables of the signature \"every\": site; add a "
                        + "column for each."
            })
    void refusesTables(String good, String bad, String sentence) {
        var e = assertThrows(InvalidInputException.class, () -> scores(TABLE.replaceFirst(good, bad)));
        assertEquals(sentence, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"first\" | \"name\": \"third\" | each score among its terms needs one part of that name",
                "\"mean\": 14,  | `` | needs both a mean and an SD",
                "\"sd\": 6 | \"sd\": 0 | the SD of log.sigma.2.0.mm.3D_glszm_GrayLevelVariance must be above 0",
                "\"cutoff\": 0.4 | \"cutoff\": 1.4 | a cutoff on the probability must lie between 0 and 1",
                "\"output\": {\"link\": \"logit\"} | \"output\": {} | the part second has no probability",
                "\"stays\" | \"none\" | the groups need two names",
                "\"deep\": 0 | \"Lobar\": 0 | a word of the coding comes twice",
                "0.1, \"clinical\": {} | 0.1, \"clinical\": {\"unit\": \"points\"} | the "
                        + "clinical variable gcs comes with two"
            })
    void refusesFiles(String good, String bad, String part) {
        var e = assertThrows(
                InvalidInputException.class,
                () -> Signature.FILE.parse(SIGNATURE.replace(good.strip(), bad), "s.json"));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void readsBackWhatItWrites() throws Exception {
        Signature signature = signature();
        assertEquals(signature, Signature.FILE.parse(Signature.FILE.text(signature), "again.json"));
    }

    /** The example of the documentation is a file of this form. */
    @Test
    void theExampleIsInTheWrittenForm() throws Exception {
        String text = Files.readString(Path.of("docs/examples/signature.json"));
        assertEquals(text, Signature.FILE.text(Signature.FILE.parse(text, "signature.json")));
    }
}
