package org.ichradiomics.imagej;

import java.awt.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.sign.Evidence;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Signs...</i> on open images; {@code SignsCommandTest} has the numbers.
 *
 * <p>Covers EvidenceView.
 */
class SignReadingTest {

    private static final Path PHANTOMS = Path.of("src/test/resources/org/ichradiomics/sign");

    @TempDir
    private Path folder;

    private static String opened(String name) {
        return "setBatchMode(true); run('Open CT...', 'path=[" + MacroRun.text(PHANTOMS.resolve(name + "_hu.nii.gz"))
                + "]'); ";
    }

    private static String mask(String name) {
        return "mask=[mask file] maskpath=[" + MacroRun.text(PHANTOMS.resolve(name + "_mask.nii.gz")) + "] ";
    }

    @Test
    void nothingIsAnsweredUnlessSomebodyDoes() {
        Map<String, String> usual = Option.usual(SignReading.OPTIONS);
        for (String key : List.of(
                "black_hole",
                "hypodensity",
                "swirl",
                "swirl_two_slices",
                "heterogeneous",
                "blend",
                "fluid_level",
                "satellite",
                "island",
                "irregular")) assertEquals("", usual.get(key), key);
        assertEquals("haematoma", usual.get("label"));
    }

    @Test
    void aMacroWritesWhatIsWrittenOfFiles() throws Exception {
        Path out = folder.resolve("macro.csv");
        Path answers = folder.resolve("answers.csv");
        MacroRun run = MacroRun.of(opened("bh_32") + "run('Signs...', '" + mask("bh_32") + "out=["
                + MacroRun.text(out) + "] answers=[" + MacroRun.text(answers)
                + "] black_hole=yes swirl=no island=unsure')");
        assertTrue(run.ended(), run.toString());
        Path line = folder.resolve("line.csv");
        Options options = Options.parse("out=[" + MacroRun.text(line) + "]", SignReading.OPTIONS);
        SignReading.of(PHANTOMS.resolve("bh_32_hu.nii.gz"), PHANTOMS.resolve("bh_32_mask.nii.gz"), options)
                .write(options);
        assertEquals(Files.readString(line), Files.readString(out));
        FeatureTable table = FeatureTableCsv.read(answers);
        assertEquals(List.of("bh_32"), table.cases());
        assertEquals(List.of("1"), table.texts("black_hole"));
        assertEquals(List.of("0"), table.texts("swirl"));
        assertEquals(List.of(""), table.texts("island"));
        assertEquals(List.of("1"), table.texts("swirl_suggested"));
    }

    @Test
    void aCallAnswersWithWhatIsSuggested() {
        MacroRun run = MacroRun.run(
                opened("sat_6mm") + "return call('org.ichradiomics.Macro.run', 'signs', '" + mask("sat_6mm") + "');",
                "");
        assertEquals("satellite", run.returned(), run.toString());
    }

    @Test
    void drawnRoisAreAsGoodAsAFile() throws Exception {
        SignReading drawn = SignReading.run(
                HeadCt.drawn(), Options.parse("mask=overlay", SignReading.OPTIONS), LesionFinder.Asker.NOBODY);
        HeadCt.save(HeadCt.mask(1), folder.resolve("mask.tif"));
        SignReading file = SignReading.run(
                HeadCt.drawn(),
                Options.parse(
                        "mask=[mask file] maskpath=[" + MacroRun.text(folder.resolve("mask.tif")) + "]",
                        SignReading.OPTIONS),
                LesionFinder.Asker.NOBODY);
        assertEquals("head", drawn.signs().name());
        assertEquals(file.signs().lines(), drawn.signs().lines());
    }

    @Test
    void aDialogShowsEverySignAndTheSliceOfOne() throws Exception {
        ImagePlus image = CtOpening.asItIs(PHANTOMS.resolve("bh_32_hu.nii.gz"));
        image.setSlice(1);
        Options options = Options.parse(mask("bh_32"), SignReading.OPTIONS);
        MaskPreview preview = SignReading.preview(image, options);
        assertTrue(preview.isUsable(), preview.text());
        assertTrue(preview.text().contains("\nBlack hole sign: suggested (slice 4, 31.0 HU)\n"), preview.text());
        assertTrue(preview.text().endsWith("\nIrregular shape: not suggested"), preview.text());
        assertEquals(1, image.getCurrentSlice());
        SignReading.preview(image, options.with("show", "black_hole"));
        assertEquals(4, image.getCurrentSlice());
        assertFalse(SignReading.preview(image, Options.parse("", SignReading.OPTIONS))
                .isUsable());
    }

    /** Nothing of what is shown may be taken for a mask. */
    @Test
    void theOutlineIsRoundTheEvidenceAndNowhereAmongTheRois() throws Exception {
        ImagePlus image = CtOpening.asItIs(PHANTOMS.resolve("bh_32_hu.nii.gz"));
        Options options = Options.parse(mask("bh_32") + "show=black_hole", SignReading.OPTIONS);
        SignReading reading = SignReading.run(image, options, LesionFinder.Asker.NOBODY);
        assertEquals(null, image.getRoi());
        assertEquals(null, image.getOverlay());
        Evidence evidence =
                reading.signs().signs().suggestion(Sign.BLACK_HOLE).evidence().orElseThrow();
        Roi outline = EvidenceView.outline(image, reading.scan(), evidence);
        assertEquals(4, outline.getPosition());
        assertEquals(evidence.voxels().size(), outline.getContainedPoints().length);
        for (Point point : outline.getContainedPoints())
            assertTrue(evidence.voxels().contains(3 * 120 * 104 + point.y * 120 + point.x), point.toString());
    }

    @Test
    void refused() {
        ImagePlus image = HeadCt.drawn();
        assertRefused(
                () -> SignReading.run(
                        image,
                        Options.parse("mask=overlay blend=perhaps", SignReading.OPTIONS),
                        LesionFinder.Asker.NOBODY),
                "blend=perhaps is no choice",
                "blend=unsure");
        MacroRun none = MacroRun.of("setBatchMode(true); run('Signs...', 'mask=overlay')");
        assertFalse(none.ended());
    }
}
