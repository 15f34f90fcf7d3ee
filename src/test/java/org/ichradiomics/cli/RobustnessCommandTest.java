package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.Macro;
import org.ichradiomics.Shared;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers RobustnessRunning. */
class RobustnessCommandTest {

    private static final Path ORACLE = Shared.of("perturbation");

    @TempDir
    private Path folder;

    private Path list(String... ids) throws IOException {
        StringBuilder csv = new StringBuilder("case,image,mask\n");
        for (String id : ids) {
            csv.append(id);
            for (String what : new String[] {"hu", "mask"})
                csv.append(",")
                        .append(ORACLE.resolve(id + "_" + what + ".nii.gz").toAbsolutePath());
            csv.append("\n");
        }
        return Files.writeString(folder.resolve("cases.csv"), csv);
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** README.md of the oracle, all perturbations: volume 0.95; kurtosis below 0.5. */
    @Test
    void aCohortGivesTablesFigureAndWords() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) ids.add("case0" + i);
        Path out = folder.resolve("out");
        Object[] line = {"robustness", list(ids.toArray(String[]::new)), "--out", out, "--threads", 2};
        Console console = Console.run(line);
        assertEquals(0, console.exit(), console.err());
        assertTrue(console.out().startsWith("8 done\nOf 396 features, "), console.out());
        assertEquals(
                List.of(
                        "counts.csv",
                        "icc.csv",
                        "methods.txt",
                        "perturbed.csv",
                        "perturbed.journal",
                        "perturbed.json",
                        "perturbed.log",
                        "robustness.svg"),
                names(out));
        FeatureTable icc = FeatureTableCsv.read(out.resolve("icc.csv"));
        assertEquals(6 * 396, icc.size());
        FeatureTable oracle = FeatureTableCsv.read(ORACLE.resolve("icc.csv"));
        assertEquals(icc(oracle, "volume_ml"), icc(icc, "VolumeCC"), 1e-6);
        assertEquals(icc(oracle, "mean"), icc(icc, "MeanValue"), 1e-6);
        assertTrue(icc(icc, "kurtosis") < 0.5);

        Console again = Console.run(line);
        assertEquals(0, again.exit(), again.err());
        assertTrue(again.out().contains("unchanged, since this run was finished before"), again.out());
        Files.writeString(out.resolve("icc.csv"), "mine");
        Console changed = Console.run(line);
        assertEquals(3, changed.exit());
        assertTrue(
                changed.err()
                        .contains("There is a file icc.csv with other content: choose another name, or give "
                                + "--overwrite to replace it."),
                changed.err());
    }

    private static double icc(FeatureTable table, String feature) throws Exception {
        for (int r = 0; r < table.size(); r++) {
            boolean isAll = table.texts("perturbations").get(r).equals("all");
            if (isAll && table.texts("feature").get(r).equals(feature)) return table.values("icc_1_1")[r];
        }
        throw new AssertionError(feature);
    }

    @Test
    void aCaseThatCannotBeReadIsSaidAndCostsNoOther() throws Exception {
        Path out = folder.resolve("out");
        Path list = list("case00", "case01", "gone");
        Console console = Console.run("robustness", list, "--out", out, "--threads", 1);
        assertEquals(4, console.exit(), console.err());
        assertTrue(console.out().startsWith("2 done, 1 failed\nOf 396 features, "), console.out());
        assertTrue(console.err().contains("gone: failed: There is no file gone_hu.nii.gz"), console.err());
        assertEquals(2 * 19, FeatureTableCsv.read(out.resolve("perturbed.csv")).size());
    }

    @Test
    void oneCaseIsTooFew() throws Exception {
        Console console = Console.run("robustness", list("case00"), "--out", folder.resolve("out"));
        assertEquals(3, console.exit());
        assertTrue(console.err().contains("Robustness needs at least 2 cases, but 1 case is in"), console.err());
    }

    @Test
    void aMacroDoesTheSame() throws Exception {
        Path list = list("case00", "case01");
        Path line = folder.resolve("line");
        Console.run("robustness", list, "--out", line, "--masks", "--catalogue", "ibsi", "--settings", "ICH");
        Path macro = folder.resolve("macro");
        String said = Macro.run(
                "robustness",
                "cases=[" + list + "] out=[" + macro + "] masks=yes catalogue=IBSI settings=ICH threads=1");
        assertTrue(said.startsWith("Of 351 features, "), said);
        assertEquals(names(line), names(macro));
        for (String name : names(line)) {
            if (name.matches(".*\\.(journal|log)")) continue;
            assertEquals(-1, Files.mismatch(line.resolve(name), macro.resolve(name)), name);
        }
        assertEquals(
                2 * 19,
                names(line).stream()
                        .filter(name -> name.endsWith("_mask.nii.gz"))
                        .count());
    }

    @Test
    void theScoreOfACaseSaysHowRobustItsFeaturesAre() throws Exception {
        Path icc = Files.writeString(
                folder.resolve("icc.csv"),
                "perturbations,feature,cases,icc_1_1,icc_1_1_lower95,icc_1_1_upper95\n"
                        + "all,kurtosis,8,0.33,0.1,0.7\n");
        Path plain = folder.resolve("plain.csv");
        Path said = folder.resolve("said.csv");
        assertEquals(0, Console.extract("headct_blob", plain).exit());
        Console console = Console.extract("headct_blob", said, "--robustness", icc);
        assertEquals(0, console.exit(), console.err());
        FeatureTable without = FeatureTableCsv.read(plain);
        FeatureTable with = FeatureTableCsv.read(said);
        String notes = with.texts(FeatureTable.NOTES).get(0);
        assertTrue(notes.contains("kurtosis 0.33 (0.10 to 0.70); not known of "), notes);
        assertTrue(notes.contains("not to be relied on: kurtosis."), notes);
        assertEquals(without.texts(FeatureTable.SCORE), with.texts(FeatureTable.SCORE));
    }
}
