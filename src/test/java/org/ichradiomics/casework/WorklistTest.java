package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorklistTest {

    @TempDir
    Path folder;

    private Path file(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private static List<String> ids(Worklist list) {
        return list.cases().stream().map(Worklist.Listed::id).toList();
    }

    @Test
    void aFolderOfScansMasksAndSeries() throws Exception {
        Path one = file("b1.nii.gz");
        file("b1_mask.nii.gz");
        file("b1_followup.nii.gz");
        file("notes.txt");
        file("rois.zip");
        file(".hidden.nii");
        file("pictures/b1.png");
        file("cases/b1/state.json");
        Path inner = file("b2/image.nrrd");
        file("b2/mask.nrrd");
        file("b3/IM0001");
        Worklist list = Worklist.read(folder);
        assertEquals(List.of("b1", "b2", "b3"), ids(list));
        assertEquals(
                List.of(one, inner, folder.resolve("b3")),
                list.cases().stream().map(Worklist.Listed::image).toList());
    }

    @Test
    void aListCountsItsPathsFromItsFolder() throws Exception {
        Path scan = file("scans/ct.nii");
        Path later = file("scans/later.nii");
        Path csv = Files.writeString(
                folder.resolve("list.csv"), "case,image,followup\np1,scans/ct.nii,scans/later.nii\np2,scans/ct.nii,\n");
        Worklist list = Worklist.read(csv);
        assertEquals(List.of("p1", "p2"), ids(list));
        assertEquals(scan, list.cases().get(1).image());
        assertEquals(Optional.of(later), list.cases().get(0).followup());
        assertEquals(Optional.empty(), list.cases().get(1).followup());
        assertEquals(CaseStage.OPEN, Worklist.stage(CaseHome.of(folder, "p1")));
    }

    @Test
    void whatIsNoListIsSaid() throws Exception {
        assertTrue(assertThrows(InvalidInputException.class, () -> Worklist.read(folder))
                .getMessage()
                .contains(" holds no scan: "));
        Path twice = Files.writeString(folder.resolve("list.csv"), "case,image\nA,a.nii\na,b.nii\n");
        assertTrue(assertThrows(InvalidInputException.class, () -> Worklist.read(twice))
                .getMessage()
                .startsWith("The case a comes twice in list.csv"));
    }
}
