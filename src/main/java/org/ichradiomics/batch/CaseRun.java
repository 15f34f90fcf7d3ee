package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param crew makes the rows
 * @param tabling makes the table
 */
record CaseRun(CaseList cases, JsonObject header, Crew crew, Tabling tabling) {

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
            Countdown countdown = new Countdown(left.size());
            crew.measure(
                    left,
                    journal,
                    (id, status, reason) -> {
                        log.say(id + ": " + status + (reason.isEmpty() ? "" : ": " + reason));
                        countdown.finished();
                        listener.finished(id, status, reason, countdown);
                    },
                    listener);
            Tabled tabled = tabling.of(journal.rows());
            FeatureTableCsv.write(tabled.table(), csv);
            Provenance.write(
                    Provenance.beside(csv), tabled.records(), tabled.summary().json());
            log.say("written: " + tabled.summary().text());
            return tabled.summary();
        }
    }

    private Journal open(Path file, boolean fresh, Batch.Existing existing) throws InvalidInputException {
        boolean isFolder = crew.isElsewhere() || Files.isDirectory(file);
        Journal journal = Journal.open(file, header.deepCopy(), fresh, isFolder);
        Optional<String> difference = difference(journal);
        if (difference.isEmpty()) return journal;
        if (existing != Batch.Existing.RECOMPUTE) journal.requireMadeBy(Version.NAME);
        journal.close();
        if (existing == Batch.Existing.RECOMPUTE) return Journal.open(file, header.deepCopy(), true, isFolder);
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
        List<BatchCase> finished = cases.cases().stream()
                .filter(one -> rows.containsKey(one.id())
                        && rows.get(one.id()).status().isFinished())
                .toList();
        Map<String, String> inputs = crew.inputs(finished);
        List<BatchCase> left = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (BatchCase one : cases.cases()) {
            String now = inputs.get(one.id());
            if (now != null && now.equals(rows.get(one.id()).inputs())) continue;
            left.add(one);
            if (now != null) changed.add(one.id());
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
}
