package org.ichradiomics.command;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;

import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.study.SmallStudy;

import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The commands as Fiji runs them: through SciJava's service, in another thread.
 *
 * <p>Covers AskingUser, BuildReferenceCommand, RScoreCommand, ReaderAgreementCommand, ReaderComparison, Screen,
 * SignatureTraining, TrainSignatureCommand and ValidateCommand.
 */
class CommandTest {

    @TempDir
    private Path folder;

    private final Context context = new Context(CommandService.class, PrefService.class, EventService.class);

    @BeforeEach
    void clear() {
        Analyzer.getResultsTable().reset();
        IJ.getErrorMessage();
    }

    @AfterEach
    void dispose() {
        WindowManager.setTempCurrentImage(null);
        context.dispose();
    }

    private CommandModule run(Class<? extends Command> command, Object... inputs) throws Exception {
        return context.service(CommandService.class).run(command, true, inputs).get();
    }

    private static void assertNewestIsHeadCt() {
        String row = Integer.toString(Analyzer.getResultsTable().size() - 1);
        assertHeadCt(feature -> Double.parseDouble(org.ichradiomics.Macro.value(row, feature)));
    }

    @Test
    void trainsValidatesAndRunsStudies() throws Exception {
        Path study = SmallStudy.writeInto(folder);
        String features = folder.resolve("features.csv").toString();
        String clinical = folder.resolve("clinical.csv").toString();
        String json = folder.resolve("s.json").toString();
        assertFalse(
                run(
                                TrainSignatureCommand.class,
                                "features",
                                features,
                                "clinical",
                                clinical,
                                "split",
                                "cohort",
                                "p",
                                "0.3",
                                "folds",
                                "4",
                                "out",
                                json)
                        .isCanceled(),
                IJ.getErrorMessage());
        assertFalse(
                run(RScoreCommand.class, "table", features, "signature", json).isCanceled(), IJ.getErrorMessage());
        assertEquals(SmallStudy.CASES, Analyzer.getResultsTable().size());
        assertFalse(
                run(ValidateCommand.class, "features", features, "clinical", clinical, "signature", json)
                        .isCanceled(),
                IJ.getErrorMessage());
        assertFalse(
                run(
                                ReaderAgreementCommand.class,
                                "first",
                                features,
                                "second",
                                folder.resolve("reader2.csv").toString())
                        .isCanceled(),
                IJ.getErrorMessage());
        assertFalse(
                run(
                                StudyCommand.class,
                                "study",
                                study.toString(),
                                "out",
                                folder.resolve("study").toString())
                        .isCanceled(),
                IJ.getErrorMessage());
        assertTrue(Files.isRegularFile(folder.resolve("study/study.json")));
        assertTrue(run(StudyCommand.class).isCanceled());
        assertEquals("The folder of the study is missing: write out=[path of a folder].", IJ.getErrorMessage());
        assertTrue(run(TrainSignatureCommand.class, "features", features).isCanceled());
        assertTrue(run(ValidateCommand.class, "features", features, "signature", "none")
                .isCanceled());
        assertTrue(run(ReaderAgreementCommand.class, "first", features).isCanceled());
        assertEquals(
                "The option first needs its partner: write second=[...] too, or leave both out.", IJ.getErrorMessage());
    }

    @Test
    void opensSavesAndMeasuresTheSame() throws Exception {
        ImagePlus image = HeadCt.image();
        assertFalse(
                run(
                                OpenMaskCommand.class,
                                "image",
                                image,
                                "path",
                                HeadCt.file("mask").toString())
                        .isCanceled(),
                IJ.getErrorMessage());
        String out = folder.resolve("mask.nii.gz").toString();
        assertFalse(run(SaveMaskCommand.class, "image", image, "out", out).isCanceled(), IJ.getErrorMessage());
        image.setOverlay(null);
        assertFalse(
                run(ExtractCommand.class, "image", image, "mask", "mask file", "maskpath", out)
                        .isCanceled(),
                IJ.getErrorMessage());
        assertNewestIsHeadCt();
        assertTrue(
                run(OpenMaskCommand.class, "image", image, "path", "gone.nii").isCanceled());
        assertTrue(run(SaveMaskCommand.class, "image", image, "out", "mask.tif").isCanceled());
        assertTrue(run(OpenCtCommand.class, "path", "").isCanceled());
        assertTrue(IJ.getErrorMessage().contains("path of the CT is missing"));
    }

    @Test
    void theImageOfAMacroIsOneThatIsOpen() throws Exception {
        CommandModule module = context.service(org.scijava.thread.ThreadService.class)
                .run(() -> {
                    // SciJava hands over an empty image of a name that it does not know.
                    ij.Macro.setOptions("image=gone.tif mask=overlay");
                    try {
                        CommandModule inner = new CommandModule(
                                context.service(CommandService.class).getCommand(ExtractCommand.class));
                        context.inject(inner.getDelegateObject());
                        inner.setInput("image", new ImagePlus());
                        inner.run();
                        return inner;
                    } finally {
                        ij.Macro.setOptions(null);
                    }
                })
                .get();
        assertTrue(module.isCanceled());
        assertTrue(module.getCancelReason().startsWith("There is no file gone.tif"), module.getCancelReason());
    }

    @Test
    void noFieldIsAFileOrARoiManager() {
        // A chooser would open, or the command fail before it runs, where there is no screen.
        for (Class<?> command : List.of(
                ExtractCommand.class,
                RScoreCommand.class,
                BuildReferenceCommand.class,
                VolumeCommand.class,
                ExpansionCommand.class,
                OpenCtCommand.class,
                OpenMaskCommand.class,
                SaveMaskCommand.class,
                BatchCommand.class,
                StudyCommand.class,
                TrainSignatureCommand.class,
                ValidateCommand.class,
                ReaderAgreementCommand.class)) {
            for (Field field : command.getDeclaredFields()) {
                if (field.getAnnotation(Parameter.class) == null) continue;
                assertTrue(List.of(String.class, ImagePlus.class).contains(field.getType()), field.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"overlay", "automatic", "ROI file", "mask file"})
    void extracts(String mask) throws Exception {
        Path zip = HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip"));
        CommandModule module = run(
                ExtractCommand.class,
                "image",
                HeadCt.drawn(),
                "mask",
                mask,
                "roi_path",
                mask.equals("ROI file") ? zip.toString() : "",
                "maskpath",
                mask.equals("mask file") ? HeadCt.file("mask").toString() : "",
                "out",
                folder.resolve("t.csv").toString());
        assertFalse(module.isCanceled());
        assertNewestIsHeadCt();
        assertEquals(Double.toString(Analyzer.getResultsTable().getValue("R-score", 0)), module.getOutput("answer"));
        assertTrue(module.isOutputResolved("answer"), "Fiji would open a window for it");
        assertEquals(2, Files.readAllLines(folder.resolve("t.csv")).size());
    }

    @Test
    void leftOutMeansItsDefaultWhateverWasBefore() throws Exception {
        run(ExtractCommand.class, "image", HeadCt.drawn(), "mask", "overlay");
        run(
                ExtractCommand.class,
                "image",
                HeadCt.drawn(),
                "mask",
                "overlay",
                "bins",
                "64",
                "low",
                "20",
                "reference",
                "none",
                "rows",
                "per ROI");
        int rows = Analyzer.getResultsTable().size();
        run(ExtractCommand.class, "image", HeadCt.drawn());
        ResultsTable results = Analyzer.getResultsTable();
        assertEquals(rows + 1, results.size());
        assertNewestIsHeadCt();
        assertEquals(results.getValue("R-score", 0), results.getValue("R-score", rows));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "no image, as headless Fiji hands it over",
                        new ImagePlus(),
                        "mask",
                        "overlay",
                        "There is no image: open the head CT first."),
                Arguments.of(
                        "no mask",
                        HeadCt.image(),
                        "mask",
                        "selection",
                        "There is no selection on head.tif: draw the haematoma with an area tool."),
                Arguments.of(
                        "a word for a number",
                        HeadCt.drawn(),
                        "bins",
                        "abc",
                        "bins=abc is not a whole number: write bins=256."),
                Arguments.of(
                        "no such choice",
                        HeadCt.drawn(),
                        "rows",
                        "all",
                        "rows=all is no choice: use rows=one or rows=[per ROI] or rows=[per group]"
                                + " or rows=[per label]."),
                Arguments.of(
                        "no manager",
                        HeadCt.drawn(),
                        "mask",
                        "ROI Manager",
                        "There is no ROI Manager without a screen: use mask=[ROI file] with roi_path, or an overlay."));
    }

    /** What SciJava hears when a command is canceled, and would open a window for. */
    public static final class Reasons {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @EventHandler
        public void on(ModuleCanceledEvent event) {
            heard.add(String.valueOf(event.getReason()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void anErrorIsSaidAndTheCommandCanceled(String what, ImagePlus image, String key, String value, String sentence)
            throws Exception {
        Reasons reasons = new Reasons();
        context.service(EventService.class).subscribe(reasons);
        CommandModule module = run(ExtractCommand.class, "image", image, key, value);
        assertEquals(sentence, IJ.getErrorMessage());
        assertTrue(module.isCanceled());
        assertEquals(List.of(""), reasons.heard, "a reason would open a window, and let the macro go on");
        assertEquals(sentence, module.getCancelReason(), "the script that ran it is told");
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    @Test
    void buildsAReferenceAndScoresAgainstIt() throws Exception {
        String csv = folder.resolve("t.csv").toString();
        for (int slice : new int[] {4, 6, 7}) {
            ImagePlus image = HeadCt.image();
            image.setSlice(slice);
            image.setRoi(20, 20, 14, 12);
            run(ExtractCommand.class, "image", image, "mask", "selection", "out", csv);
        }
        String json = folder.resolve("r.json").toString();
        assertFalse(run(BuildReferenceCommand.class, "table", csv, "name", "Three", "out", json)
                .isCanceled());
        Analyzer.getResultsTable().reset();
        assertFalse(run(RScoreCommand.class, "table", csv, "reference", json).isCanceled());
        ResultsTable results = Analyzer.getResultsTable();
        assertEquals(3, results.size());
        for (int row = 0; row < 3; row++) {
            assertEquals("Three", results.getStringValue("R-score reference", row));
            assertEquals(
                    results.getValue("R-score", row) >= -1.43 ? "high" : "low",
                    results.getStringValue("R-score group", row));
        }
        assertTrue(run(RScoreCommand.class, "table", "gone").isCanceled());
        assertTrue(IJ.getErrorMessage().contains("no open table called gone"));
        assertTrue(run(BuildReferenceCommand.class, "table", csv).isCanceled());
        assertTrue(IJ.getErrorMessage().contains("path of the reference file is missing"));
    }

    @Test
    void measuresVolumes() throws Exception {
        assertFalse(run(VolumeCommand.class, "image", HeadCt.drawn(), "mask", "overlay")
                .isCanceled());
        assertEquals(2530, Analyzer.getResultsTable().getValue("Voxels", 0));
        assertTrue(run(VolumeCommand.class, "image", HeadCt.image(), "mask", "overlay")
                .isCanceled());
        assertTrue(IJ.getErrorMessage().contains("has no overlay"));
        WindowManager.setTempCurrentImage(HeadCt.drawn());
        assertFalse(run(VolumeCommand.class).isCanceled(), "the named image is measured");
    }

    @Test
    void comparesTwoScans() throws Exception {
        String before = HeadCt.save(HeadCt.drawn(), folder.resolve("a.tif")).toString();
        String after = HeadCt.save(HeadCt.drawn(), folder.resolve("b.tif")).toString();
        CommandModule module = run(
                ExpansionCommand.class,
                "baseline",
                before,
                "followup",
                after,
                "followup_mask",
                HeadCt.file("mask").toString(),
                "hours",
                "5");
        assertFalse(module.isCanceled(), IJ.getErrorMessage());
        assertEquals(0, Analyzer.getResultsTable().getValue("Growth (%)", 0));
        assertEquals("no", Analyzer.getResultsTable().getStringValue("Expansion", 0));
        assertTrue(run(ExpansionCommand.class, "baseline", before).isCanceled());
        assertTrue(IJ.getErrorMessage().contains("The image of the followup is missing"));
    }

    @Test
    void anOlderJavaIsToldInOneSentence() throws Exception {
        String now = System.setProperty("java.specification.version", "11");
        try {
            CommandModule module = run(ExtractCommand.class, "image", HeadCt.drawn());
            assertTrue(module.isCanceled());
            assertTrue(module.getCancelReason()
                    .startsWith("ICH Radiomics needs Java 17 or later, and this is Java " + "11"));
        } finally {
            System.setProperty("java.specification.version", now);
        }
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    // The image of IJ.run(image, ...)

    @Test
    void theNamedImageIsMeasured() throws Exception {
        WindowManager.setTempCurrentImage(HeadCt.drawn());
        CommandModule module = run(ExtractCommand.class, "mask", "overlay");
        assertFalse(module.isCanceled(), IJ.getErrorMessage());
        assertNewestIsHeadCt();
    }

    @Test
    void theNearestCallerNamesTheImage() throws Exception {
        WindowManager.setTempCurrentImage(HeadCt.image());
        ImagePlus named = HeadCt.drawn();
        named.setTitle("nearest.tif");
        context.service(org.scijava.thread.ThreadService.class)
                .run(() -> {
                    WindowManager.setTempCurrentImage(named);
                    try {
                        return run(ExtractCommand.class, "mask", "overlay");
                    } finally {
                        WindowManager.setTempCurrentImage(null);
                    }
                })
                .get();
        assertEquals("nearest.tif", Analyzer.getResultsTable().getLabel(0));
    }

    @Test
    void anImageThatIsGivenStays() throws Exception {
        ImagePlus other = HeadCt.drawn();
        other.setTitle("other.tif");
        WindowManager.setTempCurrentImage(other);
        run(ExtractCommand.class, "image", HeadCt.drawn());
        assertEquals(
                List.of("head.tif"), Arrays.asList(Analyzer.getResultsTable().getLabel(0)));
    }
}
