package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.signature.Clinical;
import org.ichradiomics.signature.CoefficientCsv;
import org.ichradiomics.signature.Coefficients;
import org.ichradiomics.signature.Development;
import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests {@link CoefficientCsv} and {@link Clinical} as well. */
class SignatureImportTest {

    private static final Path EXAMPLES = Path.of("docs/examples");

    private static SignatureImport plain(String settings, boolean isRaw) throws InvalidInputException {
        return new SignatureImport(
                "s",
                "",
                Output.USUAL,
                1,
                Development.UNKNOWN,
                Range.ALL,
                Optional.empty(),
                GivenSettings.of(settings),
                List.of("smoker"),
                isRaw);
    }

    private static Signature read(String table, String settings, boolean isRaw) throws InvalidInputException {
        return plain(settings, isRaw).of(Coefficients.parse(table, "x.csv"));
    }

    /** The three files beside the documentation belong together. */
    @Test
    void theExampleIsMadeOfItsTable() throws Exception {
        SignatureImport said = new SignatureImport(
                "Example",
                "Invented numbers, to show the format.",
                new Output(Output.Link.LOGIT, Output.Value.PROBABILITY, "expansion", "no expansion"),
                0.4,
                new Development("expansion", 180, 54, Development.Divisor.N_LESS_1, "CC0 1.0"),
                new Range(3, 30),
                Optional.of(new Range(Double.NEGATIVE_INFINITY, 6)),
                GivenSettings.of(EXAMPLES.resolve("signature.yaml").toString()),
                List.of(),
                false);
        Signature made =
                said.of(Coefficients.parse(Files.readString(EXAMPLES.resolve("signature.csv")), "signature.csv"));
        assertEquals(Signature.FILE.read(EXAMPLES.resolve("signature.json")), made);
        assertEquals(made, said.of(Coefficients.parse(CoefficientCsv.of(made), "again.csv")));
    }

    @Test
    void valuesAsMeasuredNeedNoReference() throws Exception {
        Signature signature =
                read("term,coefficient\nkurtosis,2\nsmoker,1\nage,3\n".replace("age,3\n", ""), "AK", true);
        assertEquals(Optional.of(0.0), signature.terms().get(0).mean());
        assertEquals(Optional.of(1.0), signature.terms().get(0).sd());
        assertEquals(Optional.of(Clinical.PLAIN), signature.terms().get(1).clinical());
        assertEquals(Optional.empty(), read("kurtosis 2", "AK", false).own());
        assertEquals(Settings.of(ExtractionSettings.AK.asMap()), signature.settings());
    }

    @Test
    void unitsSayHowAVariableIsGiven() throws Exception {
        Signature signature = read(
                "term,coefficient,unit\nage,1,years\nivh,1,0/1\nsite,1,deep=0; lobar=1\nkurtosis,1,none\n", "", false);
        assertEquals("years", signature.terms().get(0).clinical().orElseThrow().unit());
        assertEquals(Optional.of(Clinical.BINARY), signature.terms().get(1).clinical());
        assertEquals(
                List.of("deep", "lobar"),
                List.copyOf(signature
                        .terms()
                        .get(2)
                        .clinical()
                        .orElseThrow()
                        .coding()
                        .keySet()));
        assertEquals(true, signature.terms().get(3).isFeature());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kurtosys 1~glcm_Contrst 2 | AK | No catalogue that is asked for has kurtosys (did you mean "
                        + "\"kurtosis\"?), glcm_Contrst (did you mean \"original_glcm_Contrast\"?): correct the name, "
                        + "or say that it is a clinical variable.",
                "wavelet.LLH_glcm_Contrst 1 | '' | No catalogue that is asked for has wavelet.LLH_glcm_Contrst (did "
                        + "you mean \"wavelet-LLH_glcm_Contrast\"?): correct the name, or say that it is a clinical "
                        + "variable.",
                "original_glcm_Contrast 1 | AK | No catalogue that is asked for has original_glcm_Contrast (of "
                        + "PyRadiomics, but the settings are of AK): correct the name, or say that it is a clinical "
                        + "variable.",
                "term,coefficient,unit~site,1,deep=no | '' | The coding of site, \"deep=no\", is not of the form no=0; "
                        + "yes=1: correct it.",
                "term,coefficient,of~kurtosis,1,rad | '' | The term kurtosis is of \"rad\", but no score of that name "
                        + "is a term: correct the name.",
                "term,coefficient,kind~kurtosis,1,radiomic | '' | The kind of kurtosis, \"radiomic\", is none: write "
                        + "feature, clinical, score or probability.",
                "term,coefficient,mean,sd~kurtosis,1,2,0 | '' | \"s\" is no usable signature, since the SD of kurtosis "
                        + "must be above 0, was 0.0: correct the table or what is said of it."
            })
    void refuses(String table, String settings, String sentence) {
        var e = assertThrows(InvalidInputException.class, () -> read(table.replace('~', '\n'), settings, false));
        assertEquals(sentence, e.getMessage());
    }
}
