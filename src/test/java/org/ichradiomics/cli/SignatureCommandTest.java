package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignatureCommandTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... args) {
        said.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Main.run(args, new PrintWriter(said), new PrintWriter(errors));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void thereAndBack() throws Exception {
        Files.writeString(folder.resolve("m.csv"), "term,coefficient,mean,sd\n(Intercept),-1,,\nkurtosis,0.5,1,2\n");
        String[] read = {"signature", "import", at("m.csv"), "--params=AK", "--cutoff=0", "--out", at("s.json")};
        assertEquals(0, run(read), errors.toString());
        assertTrue(said.toString().startsWith("m: 1 feature."), said.toString());
        assertEquals(0, run(read));
        assertTrue(said.toString().contains("unchanged: "), said.toString());
        assertEquals(0, run("signature", "export", at("s.json"), "--out", at("back.csv")), errors.toString());
        assertEquals(
                "term,coefficient,mean,sd,unit\n(Intercept),-1.0,,,\nkurtosis,0.5,1.0,2.0,\n",
                Files.readString(folder.resolve("back.csv")));
        Files.writeString(folder.resolve("t.csv"), "case,kurtosis\na,5\n");
        assertEquals(0, run("score", at("t.csv"), "--signature", at("s.json")), errors.toString());
        assertTrue(said.toString().contains("a,0.0,Training of m,high,"), said.toString());
    }

    @Test
    void wrongUseIsTold() {
        assertEquals(2, run("signature"));
        assertTrue(
                errors.toString()
                        .startsWith("There is no command signature alone: there are signature "
                                + "import and signature export."),
                errors.toString());
        assertEquals(0, run("signature", "import", "--help"));
        assertTrue(said.toString().contains("--cutoff-on"), said.toString());
        assertEquals(3, run("signature", "export", "none.json", "--out", at("x.csv")));
    }
}
