package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.FileKind;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoiFileTest {

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aZipKeepsOrderNamesPositionsAndHoles() throws Exception {
        Roi holed = new ShapeRoi(new Roi(2, 1, 8, 8)).not(new ShapeRoi(new Roi(4, 3, 2, 2)));
        holed.setName("z first");
        holed.setPosition(4);
        Roi second = new Roi(1, 1, 2, 2);
        second.setName("a second");
        second.setPosition(0, 7, 0);
        second.setGroup(3);
        List<Roi> read = RoiFile.read(HeadCt.zip(List.of(holed, second), folder.resolve("rois.zip")));
        assertEquals(
                List.of("z first", "a second"), read.stream().map(Roi::getName).toList());
        assertEquals(4, read.get(0).getPosition());
        assertEquals(7, read.get(1).getZPosition());
        assertEquals(3, read.get(1).getGroup());
        assertFalse(read.get(0).contains(4, 3));
        assertTrue(read.get(0).contains(3, 3));
    }

    @Test
    void oneRoiHasTheNameOfItsFile() throws Exception {
        Path file = file("left putamen.ROI", RoiEncoder.saveAsByteArray(new Roi(1, 1, 2, 2)));
        assertTrue(FileKind.ROIS.isNamed(file));
        assertEquals(
                List.of("left putamen"),
                RoiFile.read(file).stream().map(Roi::getName).toList());
    }

    @Test
    void otherEntriesOfAZipArePassedOver() throws Exception {
        Path zip = folder.resolve("rois.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("__MACOSX/readme.txt"));
            out.write(1);
            out.putNextEntry(new ZipEntry("sub/a.roi"));
            out.write(RoiEncoder.saveAsByteArray(new Roi(1, 1, 2, 2)));
        }
        assertEquals(List.of("a"), RoiFile.read(zip).stream().map(Roi::getName).toList());
    }

    @Test
    void whatMacOsLeavesInAZipIsPassedOver() throws Exception {
        Path zip = folder.resolve("rois.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : List.of(
                    "RoiSet/",
                    "RoiSet/x.roi",
                    "__MACOSX/RoiSet/._x.roi",
                    "RoiSet/._y.roi",
                    "RoiSet/.DS_Store",
                    "Thumbs.db",
                    "notes.txt")) {
                out.putNextEntry(new ZipEntry(entry));
                if (entry.equals("RoiSet/x.roi")) out.write(RoiEncoder.saveAsByteArray(new Roi(1, 1, 2, 2)));
                else if (!entry.endsWith("/")) out.write(new byte[] {0, 5, 22, 7});
            }
        }
        assertEquals(List.of("x"), RoiFile.read(zip).stream().map(Roi::getName).toList());
    }

    /**
     * Windows Explorer writes names in the code page of DOS and does not say so; macOS writes UTF-8 and does not say so
     * either.
     */
    @Test
    void namesOfOtherCodePagesAreRead() throws Exception {
        for (String page : List.of("UTF-8", "IBM437")) {
            Path zip = folder.resolve(page + ".zip");
            try (ZipOutputStream out =
                    new ZipOutputStream(Files.newOutputStream(zip), java.nio.charset.Charset.forName(page))) {
                out.putNextEntry(new ZipEntry("H\u00e4matom.roi"));
                out.write(RoiEncoder.saveAsByteArray(new Roi(1, 1, 2, 2)));
            }
            assertEquals(
                    List.of("H\u00e4matom"),
                    RoiFile.read(zip).stream().map(Roi::getName).toList());
        }
    }

    @Test
    void brokenOnes() throws Exception {
        byte[] whole = Files.readAllBytes(HeadCt.zip(HeadCt.rois(), folder.resolve("whole.zip")));
        byte[] roi = RoiEncoder.saveAsByteArray(HeadCt.rois().get(3));
        for (Path file : List.of(
                file("cut.zip", Arrays.copyOf(whole, 300)),
                file("text.zip", "no zip at all".getBytes()),
                file("nothing.zip", new byte[0]),
                file("text.roi", "no ROI".getBytes()),
                file("nothing.roi", new byte[0]),
                file("cut.roi", Arrays.copyOf(roi, 70)))) {
            assertRefused(
                    () -> RoiFile.read(file), "The ROI file " + file.getFileName() + " is broken", "save it again");
        }
    }

    @Test
    void aBrokenRoiInAZip() throws Exception {
        Path zip = folder.resolve("rois.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.roi"));
            out.write("none".getBytes());
        }
        assertRefused(() -> RoiFile.read(zip), "rois.zip is broken");
    }

    @Test
    void aZipWithoutRois() throws Exception {
        Path zip = folder.resolve("images.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertRefused(() -> RoiFile.read(zip), "images.zip holds no ROI");
    }

    @Test
    void noSuchFile() {
        assertRefused(
                () -> RoiFile.read(folder.resolve("gone.zip")), "There is no ROI file gone.zip", "check the path");
        assertRefused(() -> RoiFile.read(folder), "There is no ROI file");
    }
}
