package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Cases that a batch wants looked at: they take part in a study, which names them.
 *
 * <p>Covers CaseStatus.
 */
class CasesToCheckTest {

    @TempDir
    Path folder;

    private Cohort cohort(String... toCheck) throws Exception {
        Path file = SmallStudy.writeInto(folder);
        List<String> lines = Files.readAllLines(folder.resolve("features.csv"));
        Files.writeString(
                folder.resolve("features.csv"),
                lines.stream()
                                .map(line -> {
                                    String id = line.substring(0, line.indexOf(','));
                                    return line
                                            + (id.equals("case")
                                                    ? ",status,reason"
                                                    : List.of(toCheck).contains(id)
                                                            ? ",check,a slice is empty"
                                                            : ",done,");
                                })
                                .collect(Collectors.joining("\n"))
                        + "\n");
        StudyFile study = StudyFile.read(file);
        return Cohort.of(study.plan(), study.inputs());
    }

    @Test
    void theyTakePartAndAreNamed() throws Exception {
        Cohort cohort = cohort("c7", "c12");
        assertEquals(SmallStudy.CASES, cohort.size());
        String sentence =
                "2 cases are to be checked, as the batch found something at a glance (c7, c12); such cases take "
                        + "part: look at mask and image of each.";
        assertTrue(cohort.notes().contains(sentence), cohort.notes().toString());
        assertEquals(SmallStudy.FEATURES, cohort.features().orElseThrow().names());
    }

    @Test
    void nothingIsSaidWhereThereAreNone() throws Exception {
        assertTrue(cohort().notes().stream().noneMatch(note -> note.contains("to be checked")));
    }

    @Test
    void inEitherTableAndOnce() throws Exception {
        FeatureTable one = FeatureTableCsv.parse("case,status\na,check\nb,done\nc,incomplete\n", "one.csv");
        FeatureTable two = FeatureTableCsv.parse("case,status\na,check\nb,done\nc,Check\n", "two.csv");
        FeatureTable none = FeatureTableCsv.parse("case,age\na,1\nb,2\nc,3\n", "none.csv");
        List<String> ids = List.of("a", "b", "c");
        assertEquals(Optional.empty(), CaseStatus.sentence(ids, List.of(none), "such cases take part"));
        assertEquals(
                Optional.of("1 case is to be checked, as the batch found something at a glance (a); such cases "
                        + "take part: look at mask and image of it."),
                CaseStatus.sentence(ids, List.of(none, one), "such cases take part"));
        assertTrue(CaseStatus.sentence(ids, List.of(two, one), "such cases take part")
                .orElseThrow()
                .startsWith("2 cases are to be checked"));
    }
}
