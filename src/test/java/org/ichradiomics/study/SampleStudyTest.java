package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleStudyTest {

    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theCohortIsThatOfThePaper() throws Exception {
        StudyFile file = StudyFile.find(" Sample ");
        Cohort cohort = Cohort.of(file.plan(), file.inputs());
        assertEquals(
                "313 cases, 218 train, 30 + 14 expand",
                cohort.size() + " cases, " + cohort.split().training().length + " train, "
                        + cohort.outcome().count(cohort.split().training()) + " + "
                        + cohort.outcome().count(cohort.split().test()) + " expand");
        assertEquals(396, cohort.features().orElseThrow().names().size());
        assertEquals(50, file.inputs().secondReader().orElseThrow().size());
        assertTrue(cohort.second().isPresent());
    }

    @Test
    void whatIsWrittenIsTheSameStudy() throws Exception {
        assertTrue(SampleStudy.writeInto(folder.resolve("mine"), Replacing.of(false)));
        assertFalse(SampleStudy.writeInto(folder.resolve("mine"), Replacing.of(false)), "the same bytes");
        assertEquals(
                List.of("clinical.csv", "features.csv", "features_reader2.csv", "study.yml"),
                names(folder.resolve("mine")));
        StudyFile sample = StudyFile.find(SampleStudy.NAME);
        StudyFile copy =
                StudyFile.find(folder.resolve("mine").resolve(SampleStudy.STUDY).toString());
        assertEquals(sample.plan(), copy.plan());
        assertEquals(sample.files(), copy.files());
        assertEquals(
                FeatureTableCsv.text(sample.inputs().features().orElseThrow()),
                FeatureTableCsv.text(copy.inputs().features().orElseThrow()));
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Files.writeString(folder.resolve("features.csv"), "mine");
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> SampleStudy.writeInto(folder, Replacing.of(false)));
        assertEquals(
                "There is a file features.csv with other content: choose another name, or give overwrite=yes to "
                        + "replace it.",
                refused.getMessage());
        assertEquals(List.of("features.csv"), names(folder));
        assertThrows(
                InvalidInputException.class,
                () -> SampleStudy.writeInto(folder.resolve("features.csv"), Replacing.of(false)));
        assertThrows(
                InvalidInputException.class,
                () -> SampleStudy.writeInto(folder.resolve("no/such/folder"), Replacing.of(false)));
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void aFileOfThatNameHasAFolderBeforeIt() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> StudyFile.find("./sample"));
        assertTrue(refused.getMessage().startsWith("There is no file sample in the folder "), refused.getMessage());
    }
}
