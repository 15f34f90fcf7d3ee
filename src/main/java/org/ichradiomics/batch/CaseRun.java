package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.google.gson.JsonObject;

import org.ichradiomics.measure.Provenance;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Version;

/**
 * Cases made into rows, some at the same time: each goes into a journal beside the table as soon as it is finished, and
 * the table is made of them all at the end, in the order of the list.
 *
 * @param header what its rows have in common
 * @param runner makes one row
 * @param tabling makes the table
 */
record CaseRun(CaseList cases, JsonObject header, int threads, CaseRunner runner, Tabling tabling) {

    private static final long ASK_MILLIS = 100;

    /** What becomes of the rows of all cases. */
    @FunctionalInterface
    interface Tabling {

        /** @throws InvalidInputException if they make no table */
        Tabled of(Map<String, CaseRow> rows) throws InvalidInputException;
    }

    /** A table that is made. */
    interface Tabled {

        FeatureTable table();

        /** How each measured case was made. */
        List<JsonObject> records();

        BatchSummary summary();
    }

    /** As {@link Batch#run}, where the table may be written. */
    BatchSummary write(Path csv, Batch.Existing existing, Replacing replacing, BatchListener listener)
            throws InvalidInputException {
        Path file = BatchFiles.journal(csv);
        boolean fresh = existing == Batch.Existing.REFUSE;
        if (fresh) {
            Optional<BatchSummary> same = new EarlierRun(csv).finished(this, replacing);
            if (same.isPresent()) {
                listener.unchanged();
                return same.get();
            }
        }
        try (Journal journal = open(file, fresh, existing);
                BatchLog log = BatchLog.open(BatchFiles.log(csv), fresh)) {
            List<BatchCase> left = left(journal.rows(), existing);
            log.say(Version.NAME + ", " + English.counted(cases.cases().size(), "case") + ", " + left.size()
                    + " to measure");
            listener.begun(cases.cases().size(), left.size());
            measure(left, journal, log, listener);
            Tabled tabled = tabling.of(journal.rows());
            FeatureTableCsv.write(tabled.table(), csv);
            Provenance.write(
                    Provenance.beside(csv), tabled.records(), tabled.summary().json());
            log.say("written: " + tabled.summary().text());
            return tabled.summary();
        }
    }

    private Journal open(Path file, boolean fresh, Batch.Existing existing) throws InvalidInputException {
        Journal journal = Journal.open(file, header.deepCopy(), fresh);
        Optional<String> difference = difference(journal);
        if (difference.isEmpty()) return journal;
        if (existing != Batch.Existing.RECOMPUTE) journal.requireMadeBy(Version.NAME);
        journal.close();
        if (existing == Batch.Existing.RECOMPUTE) return Journal.open(file, header.deepCopy(), true);
        throw new InvalidInputException(Sentence.of(
                difference.get(), ": give the same, or ", EarlierRun.RECOMPUTE, " to measure all cases again."));
    }

    /** With what else than this run that of a journal was made, as the beginning of a sentence. */
    Optional<String> difference(Journal journal) {
        return header.keySet().stream()
                .filter(key -> !header.get(key).equals(journal.run().get(key)))
                .findFirst()
                .map(key -> "The run of " + journal.name() + " was made with another " + key + ", "
                        + journal.run().get(key) + " and not " + header.get(key));
    }

    private List<BatchCase> left(Map<String, CaseRow> rows, Batch.Existing existing) throws InvalidInputException {
        List<BatchCase> left = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (BatchCase one : cases.cases()) {
            CaseRow row = rows.get(one.id());
            if (row == null || !row.status().isFinished()) {
                left.add(one);
            } else if (!row.inputs().equals(InputHash.of(one))) {
                left.add(one);
                changed.add(one.id());
            }
        }
        if (existing != Batch.Existing.RECOMPUTE && !changed.isEmpty()) {
            throw new InvalidInputException(Sentence.of(
                    EarlierRun.ofChanged(changed),
                    " since they were measured: put the old ones back, or give ",
                    EarlierRun.RECOMPUTE,
                    " to measure those again."));
        }
        return left;
    }

    private void measure(List<BatchCase> left, Journal journal, BatchLog log, BatchListener listener)
            throws InvalidInputException {
        Countdown countdown = new Countdown(left.size());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (BatchCase one : left) {
                futures.add(pool.submit(() -> {
                    CaseRow row = runner.run(one);
                    synchronized (listener) {
                        journal.add(row);
                        log.say(row.id() + ": " + row.status().text()
                                + (row.reason().isEmpty() ? "" : ": " + row.reason()));
                        countdown.finished();
                        listener.finished(row.id(), row.status().text(), row.reason(), countdown);
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) await(future, runner, listener);
        } finally {
            runner.cancel();
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** @throws CancellationException if the listener wants the end */
    static <T> T await(Future<T> future, CaseRunner runner, BatchListener listener) throws InvalidInputException {
        while (true) {
            try {
                if (listener.isCanceled()) runner.cancel();
                return future.get(ASK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Asked again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InvalidInputException refused) throw refused;
                if (e.getCause() instanceof CancellationException canceled) throw canceled;
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
