package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With {@link CaseStage} and {@link CaseHome}. */
class CaseStateTest {

    @TempDir
    Path folder;

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        CaseHome home = CaseHome.of(folder.resolve("out"), "p012");
        assertEquals(Optional.empty(), CaseState.read(home));
        CaseState state = CaseState.NEW
                .withReader("A")
                .onSlice(7)
                .withEmptySlices(List.of(3, 4))
                .withSign("black_hole", "unsure")
                .withSign("blend", "no")
                .withPatient("age", "67")
                .withPatient("gcs", "14")
                .excluded("motion");
        Files.createDirectories(home.folder());
        state.write(home.state());
        assertEquals(Optional.of(state), CaseState.read(home));
        assertEquals(CaseStage.EXCLUDED, Worklist.stage(home));
        assertTrue(CaseStage.EXCLUDED.isFinished() && CaseStage.DONE.isFinished() && !CaseStage.DRAWN.isFinished());
    }

    @Test
    void anEmptyAnswerIsTakenBack() {
        assertEquals(CaseState.NEW, CaseState.NEW.withSign("blend", "yes").withSign("blend", ""));
    }

    /** The scan is found from where the file lies, so that both can be moved together. */
    @Test
    void theScanHasNoAbsolutePath() throws Exception {
        CaseHome home = CaseHome.of(folder.resolve("out"), "p012");
        Path scan = Files.writeString(folder.resolve("ct.nii"), "");
        CaseState state = CaseState.NEW.withScan(scan, home);
        assertEquals("../../../ct.nii", state.scan());
        Files.createDirectories(home.folder());
        assertEquals(Optional.of(scan), state.scanOf(home));
    }

    @Test
    void aFileOfSomethingElseIsNoState() throws Exception {
        CaseHome home = CaseHome.of(folder, "p012");
        Files.createDirectories(home.folder());
        Files.writeString(home.state(), "{\"format\": \"ICH Radiomics signature\", \"version\": 1}");
        assertTrue(assertThrows(InvalidInputException.class, () -> CaseState.read(home))
                .getMessage()
                .startsWith("state.json is not a state of a case"));
    }

    @Test
    void idsThatNameNoFolderEverywhereAreRefused() throws Exception {
        for (String id : new String[] {"", "a/b", "a\\b", "..", "a.", " a", "CON", "nul.txt", "a:b", "x".repeat(121)})
            assertThrows(InvalidInputException.class, () -> CaseHome.of(folder, id), id);
        for (String id : new String[] {"p012", "Müller 3", "a.b", "console"})
            assertFalse(CaseHome.of(folder, id).folder().toString().isEmpty(), id);
    }
}
