package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import ij.IJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.IchRadiomics;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An error is the core's sentence, and ends the macro. */
class FailureTest {

    private static final String IMAGE =
            "setBatchMode(true); newImage('ct', '16-bit ramp', 20, 20, 3); setVoxelSize(1, 1, 5, 'mm');";

    @TempDir
    private Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("close('*')", "Extract...", "", "There is no image: open the head CT first."),
                Arguments.of(
                        IMAGE,
                        "Extract...",
                        "bin=64",
                        "There is no option \"bin\": use mask, roi_path, maskimage, maskpath, label, placement, rows, "
                                + "pieces, "
                                + "catalogue, settings, bins, low, high, run_distance, spacing, spacing_use, "
                                + "signature, "
                                + "reference, robustness, all_features, table, out, overwrite, image."),
                Arguments.of(IMAGE, "Extract...", "bins=abc", "bins=abc is not a whole number: write bins=256."),
                Arguments.of(
                        IMAGE,
                        "Extract...",
                        "mask=selection",
                        "There is no selection on ct: draw the haematoma with an area tool."),
                Arguments.of(IMAGE + "makePoint(3, 3)", "Extract...", "mask=selection", null),
                Arguments.of(
                        IMAGE + "run('RGB Color')",
                        "Extract...",
                        "",
                        "The image ct is RGB and holds no HU: open the original CT, 16-bit or 32-bit."),
                Arguments.of(
                        IMAGE,
                        "Extract...",
                        "mask=[ROI Manager]",
                        "There is no ROI Manager without a screen: use mask=[ROI file] with roi_path, or an overlay."),
                Arguments.of("", "R-score...", "table=[/no/such/table.csv]", null),
                Arguments.of(
                        "",
                        "R-score...",
                        "tabel=x",
                        "There is no option \"tabel\": use table, signature, reference, out, overwrite."),
                Arguments.of(
                        "",
                        "Build Reference...",
                        "",
                        "The path of the reference file is missing: write out=[path of a .json file]."));
    }

    private String go(String before, String work) {
        return before + "; " + work + "; File.saveString('x', '" + text(folder.resolve("went-on")) + "')";
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void endsTheMacroWithTheSentence(String before, String command, String options, String sentence) {
        MacroRun macro = MacroRun.of(go(before, "run('" + command + "', '" + options + "')"));
        assertFalse(macro.ended());
        assertFalse(Files.exists(folder.resolve("went-on")));
        if (sentence != null) assertEquals(sentence, macro.error());
        Values.assertSays(macro.error());
        assertFalse(macro.log().contains("Exception"), macro.log());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void endsTheMacroThatCalled(String before, String command, String options, String sentence) {
        if (!command.equals("Extract...")) return;
        MacroRun macro = MacroRun.of(go(before, "a = call('org.ichradiomics.Macro.extract', '" + options + "')"));
        assertFalse(macro.ended());
        assertFalse(Files.exists(folder.resolve("went-on")));
        if (sentence != null) assertTrue(macro.log().contains(sentence), macro.log());
        assertFalse(macro.log().contains("Exception"), macro.log());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run('Extract...', 'bins=1')", "call('org.ichradiomics.Macro.extract', 'bins=1')"})
    void endsAMacroThatImageJRuns(String work) {
        assertNull(IJ.runMacro(go(IMAGE, work) + "; return 'went on';"));
        assertFalse(Files.exists(folder.resolve("went-on")));
    }

    @Test
    void aMacroMayRunAfterOneThatFailed() {
        MacroRun.of("run('Extract...', 'bins=1')");
        MacroRun.of("a = call('org.ichradiomics.Macro.extract', 'bins=1')");
        MacroRun macro = MacroRun.of(IMAGE + "makeRectangle(2, 2, 9, 9); run('Extract...', 'mask=selection')");
        assertTrue(macro.ended(), macro.toString());
    }

    @Test
    void aScriptGetsItAsAnException() {
        for (String options : new String[] {"bins=1", "bin=64", "signature=none"}) {
            try {
                IchRadiomics.extract(HeadCt.drawn(), null, options);
                throw new AssertionError("not refused: " + options);
            } catch (IllegalArgumentException e) {
                Values.assertSays(e.getMessage());
            }
        }
    }
}
