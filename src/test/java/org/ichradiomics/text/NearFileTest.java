package org.ichradiomics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NearFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("patients/p01"));
        for (String name : new String[] {"ct.nii.gz", "ct.tif", "head-ct-mask.nii.gz", "patients/p01/ct.nii.gz"})
            Files.createFile(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "CT.nii.gz, ct.nii.gz",
        "head-ct-msk.nii.gz, head-ct-mask.nii.gz",
        "ct.nii, ct.nii.gz", // its ending is missing
        "patiens/p01/ct.nii.gz, patients/p01/ct.nii.gz",
        "patients/p001/ct.nii.gz, p01/ct.nii.gz"
    })
    void theFileThatWasMeant(String written, Path meant) {
        assertEquals(" (did you mean \"" + meant + "\"?)", NearFile.question(folder.resolve(written)));
    }

    @ParameterizedTest
    @CsvSource({"angiogram.nrrd", "nowhere/angiogram.nrrd", "patients/p77/xy.nrrd"})
    void noneIsNear(String written) {
        assertEquals("", NearFile.question(folder.resolve(written)));
    }

    @Test
    void nobodyLooksThroughThousands() throws IOException {
        for (int i = 0; i < 1000; i++) Files.createFile(folder.resolve("case" + i + ".csv"));
        assertEquals("", NearFile.question(folder.resolve("CT.nii.gz")));
    }
}
