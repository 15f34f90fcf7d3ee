package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import com.google.gson.JsonObject;

import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
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
 * @param rule how lesions are made of masks
 * @param threads at least 1
 * @param files reads those of a case
 * @param words of the front where reasons are read
 */
public record Batch(
        CaseList cases,
        Protocol protocol,
        boolean ownCohort,
        GivenSpacing spacing,
        LesionRule rule,
        int threads,
        CaseFiles files,
        Words words) {

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
        return run(csv, existing, replacing, listener, new Threads(threads, runner()));
    }

    /**
     * The same, measured by other machines.
     *
     * @throws InvalidInputException as {@link #run(Path, Existing, Replacing, BatchListener)}
     * @throws CancellationException if the listener wants the end
     */
    public BatchSummary run(
            Path csv, Existing existing, Replacing replacing, BatchListener listener, OtherMachines machines)
            throws InvalidInputException {
        return run(csv, existing, replacing, listener, (Crew) machines);
    }

    private BatchSummary run(Path csv, Existing existing, Replacing replacing, BatchListener listener, Crew crew)
            throws InvalidInputException {
        check(csv);
        return new CaseRun(cases, header(), crew, rows -> BatchTable.of(this, rows))
                .write(csv, existing, replacing, listener);
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
        return new CaseRunner(protocol, spacing, rule.calling(cases.labels()), files, words);
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
        run.addProperty("placement", rule.placement().text());
        run.addProperty("choice of rows", rule.isPerLabel() ? "per label" : "one");
        run.addProperty("choice of pieces", rule.isLargestPiece() ? "largest" : "all");
        run.addProperty("spacing", spacing.toString());
        return run;
    }
}
