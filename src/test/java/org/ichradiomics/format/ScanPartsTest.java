package org.ichradiomics.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Every file that a header names is one of the scan's. */
class ScanPartsTest {

    @AutoClose
    private final OpenFiles files = new OpenFiles();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.nii.gz  | x                                             | a.nii.gz",
                "a.mhd     | NDims = 3#ElementDataFile = vox.raw           | a.mhd vox.raw",
                "a.mhd     | NDims = 3#ElementDataFile = sub/vox 1.zraw    | a.mhd sub/vox_1.zraw",
                "a.mhd     | NDims = 3#ElementDataFile = LIST#s1.raw#s2.raw | a.mhd s1.raw s2.raw",
                "a.mhd     | NDims = 3#ElementDataFile = s%d.raw 1 2 1     | a.mhd s1.raw s2.raw",
                "a.nhdr    | NRRD0004#type: short#data file: vox.raw       | a.nhdr vox.raw",
                "a.nhdr    | NRRD0004#datafile: LIST#s1.raw#s2.raw         | a.nhdr s1.raw s2.raw",
                "a.nhdr    | NRRD0004#data file: s%03d.raw 1 2 1           | a.nhdr s001.raw s002.raw",
                "a.mha     | NDims = 3#ElementDataFile = LOCAL#vox.raw     | a.mha",
                "a.nrrd    | NRRD0004#type: short##vox.raw                 | a.nrrd",
                "a.hdr     | x                                             | a.hdr a.img",
                "a.img     | x                                             | a.hdr a.img"
            })
    void areAllFound(String name, String header, String parts) throws Exception {
        for (String other : List.of(
                "vox.raw",
                "sub/vox 1.zraw",
                "s1.raw",
                "s2.raw",
                "s001.raw",
                "s002.raw",
                "a.hdr",
                "a.img",
                "a.txt",
                "ab.hdr")) {
            Files.createDirectories(folder.resolve(other).getParent());
            Files.writeString(folder.resolve(other), "x");
        }
        Files.writeString(folder.resolve(name), header.replace('#', '\n') + "\n");
        assertEquals(
                parts.replace("vox_1", "vox 1"),
                String.join(
                        " ",
                        ScanParts.of(folder.resolve(name), files).stream()
                                .map(part -> folder.relativize(part).toString().replace('\\', '/'))
                                .toList()));
    }

    @Test
    void aFolderIsAllThatIsInIt() throws Exception {
        Path scan = Files.createDirectories(folder.resolve("scan/1")).getParent();
        Files.writeString(scan.resolve("IM2"), "");
        Files.writeString(scan.resolve("1/IM1"), "");
        assertEquals(2, ScanParts.of(scan, files).size());
        assertThrows(IOException.class, () -> ScanParts.of(folder.resolve("gone"), files));
    }
}
