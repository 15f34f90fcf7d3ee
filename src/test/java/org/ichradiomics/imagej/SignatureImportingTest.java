package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignatureImportingTest {

    @TempDir
    Path folder;

    private Options options(String table, Map<String, String> more) throws Exception {
        Path file = Files.writeString(folder.resolve("model.csv"), table);
        Options options = Options.of(more, SignatureImporting.OPTIONS);
        return options.with("file", file.toString())
                .with("out", folder.resolve("s.json").toString());
    }

    @Test
    void writesWhatIsSaidOfIt() throws Exception {
        Options options = options(
                "term,coefficient,mean,sd,unit\n(Intercept),-1,,,\nkurtosis,0.5,1,2,\nage,0.02,,,years\n",
                Map.of("params", "AK", "link", "logit", "cutoff", "0.3", "cutoff_on", "probability", "training", "90"));
        assertEquals("model: 1 feature, 1 clinical variable.", SignatureImporting.run(options));
        Signature read = Signature.FILE.read(folder.resolve("s.json"));
        assertEquals(Output.Value.PROBABILITY, read.output().cutoffOn());
        assertEquals(90, read.development().cases());
        Options table = Options.of(Map.of(), SignatureImporting.OPTIONS)
                .with("file", folder.resolve("s.json").toString())
                .with("out", folder.resolve("again.csv").toString());
        SignatureImporting.run(table);
        assertEquals(
                "term,coefficient,mean,sd,unit,kind\n(Intercept),-1.0,,,,\nkurtosis,0.5,1.0,2.0,,feature\n"
                        + "age,0.02,,,years,clinical\n",
                Files.readString(folder.resolve("again.csv")));
    }

    @Test
    void robustnessOfTheUsersCohortIsKept() throws Exception {
        Path icc = Files.writeString(
                folder.resolve("icc.csv"),
                "perturbations,feature,cases,icc_1_1,icc_1_1_lower95,icc_1_1_upper95\n"
                        + "volume,kurtosis,8,0.9,0.8,0.95\nall,kurtosis,8,0.33,0.1,0.7\n");
        SignatureImporting.Imported imported =
                SignatureImporting.of(options("kurtosis 1\n", Map.of("params", "AK", "robustness", icc.toString())));
        assertEquals(0.33, imported.signature().robustness().get("kurtosis").value());
        assertTrue(String.join(" ", imported.notes()).contains("not to be relied on: kurtosis."));
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        for (var wrong : Map.of(
                        "groups", "groups=one is not two names: write groups=[expansion; no expansion], say.",
                        "volume",
                                "volume=one is not two numbers, the smaller first: write volume=3,10, say, or leave "
                                        + "one of them out.",
                        "cutoff_on", "A cutoff on the probability needs the link logit: correct it.")
                .entrySet()) {
            String value = wrong.getKey().equals("cutoff_on") ? "probability" : "one";
            Options options = options("kurtosis 1\n", Map.of(wrong.getKey(), value));
            assertEquals(
                    wrong.getValue(),
                    assertThrows(InvalidInputException.class, () -> SignatureImporting.of(options))
                            .getMessage());
        }
    }
}
