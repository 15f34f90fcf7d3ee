package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.measure.Perturbation;
import org.ichradiomics.study.output.MachineFiles;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A study that leaves out what is not robust: f0 is, f1 is not, of the others nothing is known but f2 to f4. */
class SturdyTest {

    private static final String PLAN = "outcome: {expansion: {}}\n" + "split: none\nunivariate: {p: 1}\nmodels: []\n";

    @TempDir
    Path folder;

    private StudyResult run(String agreement) throws Exception {
        Random random = new Random(3);
        StringBuilder table = new StringBuilder("case,perturbation,voxels,dice_to_original,f0,f1,f2,f3,f4\n");
        for (int i = 0; i < 12; i++) {
            for (String name : Perturbation.GROUPS.get(Perturbation.EVERY)) {
                table.append("p").append(i).append(',').append(name).append(",10,1");
                for (double noise : new double[] {0.01, 30, 0.01, 0.02, 0.03})
                    table.append(',').append(i + noise * random.nextGaussian());
                table.append('\n');
            }
        }
        Files.writeString(folder.resolve("perturbed.csv"), table);
        Path plan = new SmallCohort(90, 5).writeTo(folder, PLAN + agreement);
        StudyFile file = StudyFile.read(plan);
        assertEquals(
                file.text(),
                StudyFile.parse(file.text(), folder.resolve("again.json")).text());
        return Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
    }

    @Test
    void whatIsNotRobustIsLeftOutBeforeSelection() throws Exception {
        StudyResult result = run("agreement: {perturbation: perturbed.csv, limit: lower 0.90}\n");
        List<String> tested = result.filter().orElseThrow().rows().stream()
                .map(UnivariateFilter.Row::feature)
                .toList();
        assertEquals(List.of("f0", "f2", "f3", "f4"), tested);
        assertEquals(4, result.sturdy().orElseThrow().kept());
        assertEquals(SmallCohort.FEATURES, result.sturdy().orElseThrow().rows().size());
        assertTrue(result.inputs().hashes().containsKey("perturbed.csv"));
        String csv = MachineFiles.of(result).get("robustness.csv");
        assertTrue(csv.startsWith("feature,n,icc,low,high,robust\nf0,12,0.99"), csv);
        assertEquals(
                SmallCohort.FEATURES - 4,
                csv.lines().filter(line -> line.endsWith(",no")).count());
        String said = result.notes().stream()
                .filter(note -> note.startsWith("Robustness of the features of the signature: ICC(1,1)"))
                .collect(Collectors.joining());
        assertTrue(said.contains("12 cases: f0 1.00 (1.00 to 1.00)"), said);
        assertTrue(result.signature().orElseThrow().robustness().containsKey("f0"));
    }

    @Test
    void withoutATableItIsNotKnown() throws Exception {
        StudyResult result = run("");
        assertTrue(result.sturdy().isEmpty());
        assertEquals(SmallCohort.FEATURES, result.filter().orElseThrow().rows().size());
        assertTrue(
                result.notes().stream()
                        .anyMatch(note -> note.startsWith(
                                "Robustness of the features of the signature: not known for this cohort")),
                result.notes().toString());
    }

    @Test
    void anotherLimitAndNone() throws Exception {
        assertEquals(
                5,
                run("agreement: {perturbation: perturbed.csv, limit: above 0}\n")
                        .sturdy()
                        .orElseThrow()
                        .kept());
        assertEquals(
                "None of the 12 features has a lower 95 % limit of ICC(1,1) of 0.999999 or more in the table of "
                        + "perturbed cases: give the table of these features, or another agreement.limit of the "
                        + "study file.",
                assertThrows(
                                InvalidInputException.class,
                                () -> run("agreement: {perturbation: perturbed.csv, limit: lower 0.999999}\n"))
                        .getMessage());
        assertEquals(
                "\"agreement.limit\" in study.yml must be such as \"lower 0.90\" or \"above 0.75\", is \"0.9\": "
                        + "correct it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> run("agreement: {perturbation: perturbed.csv, limit: '0.9'}\n"))
                        .getMessage());
    }
}
