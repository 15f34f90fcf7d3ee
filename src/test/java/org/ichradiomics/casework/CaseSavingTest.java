package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CaseSavingTest {

    private static final CaseState DONE = CaseState.NEW.at(CaseStage.DONE);

    @TempDir
    Path folder;

    private CaseHome home;

    @BeforeEach
    void aHome() throws Exception {
        home = CaseHome.of(folder.resolve("out"), "p2");
    }

    private static FeatureTable row(String id, String value) {
        return FeatureTable.of(List.of("case", "volume"), List.of(List.of(id, value)));
    }

    private void save(String id, String value) throws Exception {
        CaseHome one = CaseHome.of(home.out(), id);
        new CaseSaving(one)
                .with(one.report(), file -> write(file, value))
                .with(one.picture(), file -> write(file, value))
                .save(row(id, value), DONE);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void savedAgainTheRowKeepsItsPlaceAndTheOldOneGoesIntoTheHistory() throws Exception {
        save("p1", "1.0");
        save("p2", "2.0");
        save("p3", "3.0");
        assertFalse(Files.exists(home.history()));
        save("p2", "2.5");
        save("p2", "2.5");
        save("p2", "2.75");
        assertEquals("case,volume\np1,1.0\np2,2.75\np3,3.0\n", Files.readString(home.table()));
        assertEquals("case,volume\np2,2.0\np2,2.5\n", Files.readString(home.history()));
        assertEquals("2.75", Files.readString(home.report()));
        assertEquals("2.75", Files.readString(home.picture()));
        assertEquals(CaseStage.DONE, Worklist.stage(home));
    }

    @Test
    void oneFileThatCannotBeWrittenLeavesNothing() throws Exception {
        save("p1", "1.0");
        assertThrows(
                InvalidInputException.class,
                () -> new CaseSaving(home)
                        .with(home.mask(), file -> write(file, "mask"))
                        .with(home.report(), file -> {
                            throw new InvalidInputException("No report.");
                        })
                        .save(row("p2", "2.0"), DONE));
        assertEquals("case,volume\np1,1.0\n", Files.readString(home.table()));
        assertFalse(Files.exists(home.folder()));
    }

    @Test
    void aTableOfOtherColumnsIsLeftAsItIs() throws Exception {
        save("p1", "1.0");
        FeatureTable other = FeatureTable.of(List.of("case", "grey"), List.of(List.of("p2", "1")));
        assertTrue(assertThrows(InvalidInputException.class, () -> new CaseSaving(home).save(other, DONE))
                .getMessage()
                .contains("has other columns than this case"));
        assertEquals("case,volume\np1,1.0\n", Files.readString(home.table()));
    }

    /** Cases that were saved before a column was thought of have none in it. */
    @Test
    void aTableOfFewerColumnsIsAddedTo() throws Exception {
        save("p1", "1.0");
        FeatureTable more =
                FeatureTable.of(List.of("case", "volume", "growth_mL"), List.of(List.of("p2", "2.0", "0.5")));
        new CaseSaving(CaseHome.of(home.out(), "p2")).save(more, DONE);
        assertEquals("case,volume,growth_mL\np1,1.0,\np2,2.0,0.5\n", Files.readString(home.table()));
    }

    /** What a killed program left half moved is found whole by whoever opens the folder next. */
    @Test
    void aSavingThatWasCutShortIsFinished() throws Exception {
        save("p1", "1.0");
        Path ready = Files.createDirectories(home.out().resolve(".ich-radiomics-ready-1/cases/p2"));
        Files.writeString(ready.resolve("report.html"), "2.0");
        CaseSaving.finish(home.out());
        assertEquals("2.0", Files.readString(home.report()));
        CaseSaving.finish(folder.resolve("nowhere"));
    }
}
