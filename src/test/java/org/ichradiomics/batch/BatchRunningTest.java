package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.imagej.BatchRunning;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A cohort from macros, and one that is ended on the way.
 *
 * <p>
 *
 * <p>Covers Batch, BatchListener, CohortFiles, Countdown, GivenSpacing and MenuWords.
 */
class BatchRunningTest {

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void write() throws Exception {
        Path cases = Files.createDirectory(folder.resolve("my cases"));
        for (int i = 1; i <= 3; i++) Files.copy(HeadCt.file("image"), cases.resolve("p" + i + ".nii.gz"));
        Files.copy(HeadCt.file("mask"), cases.resolve("p1_mask.nii.gz"));
        HeadCt.zip(HeadCt.rois(), cases.resolve("p2_rois.zip"));
        Files.copy(HeadCt.file("mask"), cases.resolve("p3-seg.nii.gz"));
        out = folder.resolve("table.csv");
    }

    private String options(String more) {
        return "cases=[" + text(folder.resolve("my cases")) + "] out=[" + text(out) + "] " + more;
    }

    private FeatureTable table() throws Exception {
        return FeatureTableCsv.read(out);
    }

    @ParameterizedTest
    @CsvSource({"run('Batch...'", "call('org.ichradiomics.Macro.batch'"})
    void fromAMacro(String call) throws Exception {
        MacroRun macro = MacroRun.of(call + ", '" + options("threads=2") + "')");
        assertTrue(macro.ended(), macro.toString());
        FeatureTable table = table();
        assertEquals(List.of("p1", "p2", "p3"), table.texts("case"));
        assertEquals(List.of("done", "done", "done"), table.texts("status"));
        for (int row = 0; row < 3; row++) {
            int r = row;
            assertHeadCt(feature -> {
                try {
                    return table.values(feature)[r];
                } catch (InvalidInputException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertTrue(macro.log().contains("3 done; R-score against \"Demonstration\""), macro.log());
    }

    @Test
    void checkWritesNothing() throws Exception {
        Files.delete(folder.resolve("my cases/p3-seg.nii.gz"));
        MacroRun macro = MacroRun.of("call('org.ichradiomics.Macro.batch', '" + options("check=yes") + "')");
        assertTrue(macro.log().contains("p3: There is no mask: name one for this case."), macro.log());
        assertTrue(macro.log().contains("3 cases, 1 problem in the headers"), macro.log());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads=0 | threads=0 is not a whole number from 1: write threads=auto.",
                "resume=perhaps | resume=perhaps is no choice: use resume=no or resume=yes or resume=recompute.",
                "bins=1 | Bins must be a whole number from 2 to 4096, was 1.",
                "reference=[/no/such.json] | There is no reference",
                "thread=2 | There is no option \"thread\""
            })
    void badOptions(String more, String sentence) {
        String error = assertThrows(
                        InvalidInputException.class,
                        () -> BatchRunning.run(Options.parse(options(more), BatchRunning.OPTIONS)))
                .getMessage();
        assertTrue(error.startsWith(sentence), error);
        assertFalse(Files.exists(out));
    }

    /** Who wrote a macro has no options of a command line. */
    @Test
    void aCaseWithoutSpacingSaysSoInTheWordsOfMacros() throws Exception {
        MacroRun macro = MacroRun.of(
                "call('org.ichradiomics.Macro.batch', 'cases=[src/test/resources/nospacing] out=[" + text(out) + "]')");
        String reason = table().texts("reason").get(0);
        assertTrue(reason.endsWith(": give it as spacing=0.45,0.45,5."), reason);
        assertFalse(macro.log().contains("--"), macro.log());
    }

    /** Ended after the first case: that one is kept, and the resumed run is as one that was never ended. */
    @Test
    void endedAndResumed() throws Exception {
        Batch batch = new Batch(
                CaseList.read(folder.resolve("my cases")),
                ExtractOptions.parse("").protocol(),
                true,
                GivenSpacing.NONE,
                LesionRule.of(Placement.CHECKED),
                1,
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        List<String> finished = new CopyOnWriteArrayList<>();
        BatchListener impatient = new BatchListener() {

            /** Asked twice: what follows from the first answer is done by then. */
            private final CountDownLatch asked = new CountDownLatch(2);

            @Override
            public void finished(String id, String status, String reason, Countdown countdown) {
                finished.add(id);
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public boolean isCanceled() {
                if (finished.isEmpty()) return false;
                asked.countDown();
                return true;
            }
        };
        Path whole = folder.resolve("whole.csv");
        batch.run(whole, Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        assertThrows(
                CancellationException.class,
                () -> batch.run(out, Batch.Existing.REFUSE, Replacing.of(false), impatient));
        assertEquals(List.of("p1"), finished);
        batch.run(out, Batch.Existing.RESUME, Replacing.of(false), (id, status, reason, countdown) -> finished.add(id));
        assertEquals(
                List.of("p1", "p2", "p3"), finished.stream().sorted().distinct().toList());
        assertEquals(3, finished.size(), "none twice");
        assertEquals(Files.readString(whole), Files.readString(out));
    }

    @Test
    void twoRunsDoNotShareAJournal() throws Exception {
        Batch batch = new Batch(
                CaseList.read(folder.resolve("my cases")),
                ExtractOptions.parse("").protocol(),
                true,
                GivenSpacing.NONE,
                LesionRule.of(Placement.CHECKED),
                1,
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        List<String> sentences = new ArrayList<>();
        batch.run(out, Batch.Existing.REFUSE, Replacing.of(false), (id, status, reason, countdown) -> {
            try {
                batch.run(out, Batch.Existing.RESUME, Replacing.of(false), BatchListener.NONE);
            } catch (InvalidInputException e) {
                sentences.add(e.getMessage());
            }
        });
        assertEquals(3, sentences.size());
        assertTrue(sentences.get(0).startsWith("table.journal is being written by another run"), sentences.get(0));
    }
}
