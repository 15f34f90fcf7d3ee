package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.google.gson.JsonObject;

import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Version;
import org.ichradiomics.text.WholeFile;
import org.ichradiomics.text.Words;

/**
 * A cohort measured into one table: a row for every case, always, in the order of the list, the same bits for any
 * number of threads.
 *
 * <p>Beside {@code table.csv} stand {@code table.json}, the record of how it was made, {@code table.log}, and
 * {@code table.journal}: each case goes there as soon as it is finished, and the table is made of it at the end. So a
 * run that was ended, by whatever, is resumed where it stopped. Each thread has one case in memory at a time.
 *
 * @param cases the cohort
 * @param protocol what is measured and how it is scored
 * @param ownCohort whether scores are read against this cohort if it is large enough
 * @param spacing that was given for all scans
 * @param placement what is done with masks that do not lie on their scans
 * @param threads at least 1
 * @param files reads those of a case
 * @param words of the front where reasons are read
 */
public record Batch(
        CaseList cases,
        Protocol protocol,
        boolean ownCohort,
        GivenSpacing spacing,
        Placement placement,
        int threads,
        CaseFiles files,
        Words words) {

    private static final long ASK_MILLIS = 100;

    /** What to do with a run that is there already. */
    public enum Existing {
        /** The same one finished is left as it is, any other refused unless it may be replaced. */
        REFUSE,
        /** Its cases are kept; changed inputs or settings are refused. */
        RESUME,
        /** Its cases are kept, but those with changed inputs measured again, and with changed settings all. */
        RECOMPUTE
    }

    /** @throws IllegalArgumentException if there is no thread */
    public Batch {
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }

    /**
     * Measures what is left to measure and writes the table; a finished run of the same list, settings and inputs is
     * left as it is.
     *
     * @param replacing whether a run that is there may be thrown away
     * @throws InvalidInputException if the run cannot begin or go on; finished cases are in the journal
     * @throws CancellationException if the listener wants the end; finished cases are in the journal
     */
    public BatchSummary run(Path csv, Existing existing, Replacing replacing, BatchListener listener)
            throws InvalidInputException {
        check(csv);
        Path file = BatchFiles.journal(csv);
        boolean fresh = existing == Existing.REFUSE;
        if (fresh) {
            Optional<BatchSummary> same = new EarlierRun(csv).finished(this, replacing);
            if (same.isPresent()) {
                listener.unchanged();
                return same.get();
            }
        }
        JsonObject own = header();
        try (Journal journal = open(file, own, fresh, existing);
                BatchLog log = BatchLog.open(BatchFiles.log(csv), fresh)) {
            List<BatchCase> left = left(journal.rows(), existing);
            log.say(Version.NAME + ", " + English.counted(cases.cases().size(), "case") + ", " + left.size()
                    + " to measure");
            listener.begun(cases.cases().size(), left.size());
            measure(left, journal, log, listener);
            BatchTable table = BatchTable.of(this, journal.rows());
            FeatureTableCsv.write(table.table(), csv);
            Provenance.write(
                    Provenance.beside(csv), table.records(), table.summary().json());
            log.say("written: " + table.summary().text());
            return table.summary();
        }
    }

    /**
     * Writes a page, a picture and the mask of each measured case of a run that has come to its end, beside its table:
     * {@code pictures/CASE.png} and {@code cases/CASE}. What a reader has saved of a case is left as it is.
     *
     * @param replacing whether files of other content may be replaced; those of a run that goes on are
     * @throws InvalidInputException if the run is not there
     * @throws CancellationException if the listener wants the end; what was written stays
     */
    public ReportedCases report(Path csv, Existing existing, Replacing replacing, BatchListener listener)
            throws InvalidInputException {
        try (Journal journal = Journal.open(BatchFiles.journal(csv), new JsonObject(), false)) {
            Path folder = csv.toAbsolutePath().getParent();
            Replacing how = existing == Existing.REFUSE ? replacing : Replacing.ALWAYS;
            BatchTable table = BatchTable.of(this, journal.rows());
            return new CaseReports(this, folder, table, journal.rows(), how).write(runner(), listener);
        }
    }

    private CaseRunner runner() {
        return new CaseRunner(protocol, spacing, placement, files, words);
    }

    private void check(Path csv) throws InvalidInputException {
        if (csv.getFileName() == null || Files.isDirectory(csv)) {
            throw new InvalidInputException(WholeFile.name(csv) + " is a folder: name the table to write.");
        }
        Path folder = csv.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException("The folder of " + csv.getFileName()
                    + " does not exist: make it, or choose another for the table.");
        }
        Provenance.check(csv);
        BatchFiles.check(csv);
        BatchTable.refuseNames(cases, protocol);
        Set<Path> written = BatchFiles.all(csv);
        for (BatchCase one : cases.cases()) {
            Optional<Path> input = one.existing()
                    .filter(path -> written.contains(path.toAbsolutePath().normalize()))
                    .findFirst();
            if (input.isPresent()) {
                throw new InvalidInputException("The table would overwrite "
                        + input.get().getFileName() + " of case " + one.id() + ": choose another name.");
            }
        }
    }

    /** What a journal's cases have in common. */
    private JsonObject header() {
        JsonObject run = new JsonObject();
        run.addProperty(Journal.SOFTWARE, Version.NAME);
        run.addProperty("settings", protocol.settings().toString());
        run.addProperty("placement", placement.text());
        run.addProperty("spacing", spacing.toString());
        return run;
    }

    private Journal open(Path file, JsonObject own, boolean fresh, Existing existing) throws InvalidInputException {
        Journal journal = Journal.open(file, own.deepCopy(), fresh);
        Optional<String> difference = difference(journal);
        if (difference.isEmpty()) return journal;
        if (existing != Existing.RECOMPUTE) journal.requireMadeBy(Version.NAME);
        journal.close();
        if (existing == Existing.RECOMPUTE) return Journal.open(file, own, true);
        throw new InvalidInputException(Sentence.of(
                difference.get(), ": give the same, or ", EarlierRun.RECOMPUTE, " to measure all cases again."));
    }

    /** With what else than this run that of a journal was made, as the beginning of a sentence. */
    Optional<String> difference(Journal journal) {
        JsonObject own = header();
        return own.keySet().stream()
                .filter(key -> !own.get(key).equals(journal.run().get(key)))
                .findFirst()
                .map(key -> "The run of " + journal.name() + " was made with another " + key + ", "
                        + journal.run().get(key) + " and not " + own.get(key));
    }

    private List<BatchCase> left(Map<String, CaseRow> rows, Existing existing) throws InvalidInputException {
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
        if (existing != Existing.RECOMPUTE && !changed.isEmpty()) {
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
        CaseRunner runner = runner();
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
