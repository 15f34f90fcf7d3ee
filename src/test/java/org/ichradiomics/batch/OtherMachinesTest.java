package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.cli.SentOptions;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A batch whose cases are measured by others, who know nothing but text: here threads that do each piece of work twice
 * at the same time, in any order, or are lost on the way.
 *
 * <p>Covers Machines, Errands, SentOptions and Site.
 */
class OtherMachinesTest {

    private static final String DAMAGED = "p4";

    @TempDir
    private Path folder;

    private Path cases;
    private Path out;
    private Errands errands;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void write() throws Exception {
        cases = Files.createDirectory(folder.resolve("cases"));
        for (int i = 1; i <= 5; i++) {
            Files.copy(HeadCt.file("image"), cases.resolve("p" + i + ".nii.gz"));
            Files.copy(HeadCt.file("mask"), cases.resolve("p" + i + "_mask.nii.gz"));
        }
        Files.writeString(cases.resolve(DAMAGED + ".nii.gz"), "nothing");
        out = folder.resolve("table.csv");
        errands = SentOptions.errands(Map.of("bins", "64"));
    }

    private Batch batch() throws Exception {
        return new Batch(
                CaseList.read(cases),
                ExtractOptions.of(Map.of("bins", "64")).protocol(),
                true,
                GivenSpacing.NONE,
                LesionRule.of(Placement.CHECKED),
                1,
                CohortFiles.INSTANCE,
                errands.words());
    }

    private BatchSummary run(Path csv, Batch.Existing existing, Machines machines) throws Exception {
        Batch batch = batch();
        CohortCheck check = CohortCheck.of(batch.cases(), machines, Words.KEYS);
        BatchListener listener = (id, status, reason, countdown) -> told.add(id + " " + status);
        return batch.run(
                csv,
                existing,
                Replacing.of(false),
                listener,
                new OtherMachines(batch.cases(), machines, check, errands.words()));
    }

    /** Each piece of work is done twice at the same time; one answer counts. */
    private class Twice implements Machines {

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public long memory() {
            return 1 << 30;
        }

        @Override
        public void each(Step step, String rows, List<String> sent, Answer answer, BatchListener listener)
                throws InvalidInputException {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) order.add(i);
            Collections.shuffle(order, new Random(3));
            for (int at : order) {
                Map<Integer, String> answers = new ConcurrentHashMap<>();
                CountDownLatch both = new CountDownLatch(2);
                for (int who = 0; who < 2; who++) {
                    int one = who;
                    new Thread(() -> {
                                try {
                                    answers.put(one, errands.run(step, rows, sent.get(at)));
                                } catch (InvalidInputException e) {
                                    answers.put(one, e.getMessage());
                                } finally {
                                    both.countDown();
                                }
                            })
                            .start();
                }
                try {
                    both.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertEquals(answers.get(0), answers.get(1));
                answer.hear(at, answers.get(0));
            }
        }
    }

    private Path oneMachine() throws Exception {
        Path whole = folder.resolve("whole.csv");
        batch().run(whole, Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        return whole;
    }

    private void assertWhole() throws Exception {
        Path whole = oneMachine();
        for (String ending : List.of(".csv", ".json"))
            assertEquals(
                    Files.readString(folder.resolve("whole" + ending)),
                    Files.readString(folder.resolve("table" + ending)));
        assertTrue(Files.readString(whole).contains(DAMAGED + ",failed,"));
    }

    private Map<String, String> rows() throws Exception {
        Map<String, String> rows = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("table.journal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                rows.put(file.toString(), Files.getLastModifiedTime(file).toString());
        }
        return rows;
    }

    @Test
    void theSameBytesAsOfOneMachine() throws Exception {
        assertEquals(
                "4 done, 1 failed; R-score against \"none\"",
                run(out, Batch.Existing.REFUSE, new Twice()).text());
        assertWhole();
        assertEquals(
                List.of("p1 done", "p2 done", "p3 done", "p4 failed", "p5 done"),
                told.stream().sorted().toList());
    }

    /** A finished run is left as it is, an unfinished one goes on, another is refused. */
    @Test
    void goesOn() throws Exception {
        Machines lost = new Twice() {
            private int left = 3;

            @Override
            public void each(Step step, String rows, List<String> sent, Answer answer, BatchListener listener)
                    throws InvalidInputException {
                if (step != Step.MEASURE) {
                    super.each(step, rows, sent, answer, listener);
                    return;
                }
                for (int at = 0; at < left; at++) answer.hear(at, errands.run(step, rows, sent.get(at)));
                throw new InvalidInputException("Lost.");
            }
        };
        assertThrows(InvalidInputException.class, () -> run(out, Batch.Existing.REFUSE, lost));
        Map<String, String> finished = rows();
        assertEquals(1 + 3, finished.size(), finished.toString());
        String refused = assertThrows(InvalidInputException.class, () -> run(out, Batch.Existing.REFUSE, new Twice()))
                .getMessage();
        assertTrue(refused.startsWith("table.journal holds an unfinished run with 3 cases"), refused);
        told.clear();
        run(out, Batch.Existing.RESUME, new Twice());
        assertTrue(rows().entrySet().containsAll(finished.entrySet()));
        assertEquals(2, told.size(), told.toString());
        assertWhole();
        told.clear();
        run(out, Batch.Existing.REFUSE, new Twice());
        assertEquals(List.of(), told);
    }

    @Test
    void changedFilesAreRefusedOrMeasuredAgain() throws Exception {
        run(out, Batch.Existing.REFUSE, new Twice());
        Files.copy(cases.resolve("p1.nii.gz"), cases.resolve(DAMAGED + ".nii.gz"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(cases.resolve("p2.nii.gz"), "nothing");
        String refused = assertThrows(InvalidInputException.class, () -> run(out, Batch.Existing.RESUME, new Twice()))
                .getMessage();
        assertTrue(refused.startsWith("The files of case p2 have changed"), refused);
        told.clear();
        run(out, Batch.Existing.RECOMPUTE, new Twice());
        assertEquals(List.of("p2 failed", "p4 done"), told.stream().sorted().toList());
        oneMachine();
        assertEquals(Files.readString(folder.resolve("whole.csv")), Files.readString(out));
    }

    /** A case that was begun twice and never finished is not begun a third time, until the next run. */
    @Test
    void whatEndsProgramsIsLeftOut() throws Exception {
        Machines killed = new Twice() {
            @Override
            public void each(Step step, String rows, List<String> sent, Answer answer, BatchListener listener)
                    throws InvalidInputException {
                if (step == Step.MEASURE) {
                    try {
                        for (int i = 0; i < 2; i++) new RowFiles(Path.of(rows)).begin("p3");
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
                super.each(step, rows, sent, answer, listener);
            }
        };
        run(out, Batch.Existing.REFUSE, killed);
        assertTrue(told.contains("p3 failed"), told.toString());
        assertTrue(Files.readString(out).contains("p3,failed,\"The program that measured it was ended 2 times"));
        run(out, Batch.Existing.RESUME, new Twice());
        assertWhole();
        assertFalse(rows().keySet().toString().contains("begun"));
    }

    /** A run of one machine has its rows in one file. */
    @Test
    void aRunOfOneMachineGoesOnThere() throws Exception {
        batch().run(out, Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        String refused = assertThrows(InvalidInputException.class, () -> run(out, Batch.Existing.RESUME, new Twice()))
                .getMessage();
        assertTrue(refused.startsWith("table.journal holds a run of one machine"), refused);
    }

    /** But a run of others may be ended on one. */
    @Test
    void aRunOfOthersGoesOnHere() throws Exception {
        run(out, Batch.Existing.REFUSE, new Twice());
        Files.delete(out);
        batch().run(out, Batch.Existing.RESUME, Replacing.of(false), BatchListener.NONE);
        assertWhole();
    }

    @Test
    void whoDoesNotFitIsNamed() throws Exception {
        CohortCheck check = CohortCheck.of(CaseList.read(cases), new Twice(), Words.KEYS);
        assertEquals(1, check.problems().size());
        assertTrue(check.memory(new Twice()).endsWith("an executor may use 1024 MB."));
        String tooLittle = check.memory(new Twice() {
            @Override
            public long memory() {
                return 100 << 20;
            }
        });
        assertTrue(
                tooLittle.contains("too little for 4 cases, p1 among them: give --executor-memory 1g or fewer"),
                tooLittle);
    }
}
