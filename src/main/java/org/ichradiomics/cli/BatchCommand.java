package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchListener;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
import org.ichradiomics.batch.Machines;
import org.ichradiomics.batch.OtherMachines;
import org.ichradiomics.batch.ReportedCases;
import org.ichradiomics.imagej.BatchRunning;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** {@code batch}: a cohort in, one table out, a row for every case. */
final class BatchCommand {

    private static final String THREADS = "--threads";
    private static final String RESUME = "--resume";
    private static final String RECOMPUTE = "--recompute";
    private static final String CHECK = "--check";
    private static final String REPORTS = "--reports";

    private BatchCommand() {}

    static int run(Given given) throws InvalidInputException {
        Path source = given.place(0);
        ExtractOptions options = ChosenOptions.of(given);
        CaseList cases = CaseList.read(source).labelled(options.get("label"), options.rule());
        Path out = given.value(ExtractCommand.OUT);
        if (!given.has(CHECK)) {
            if (out == null) throw new WrongUse("Missing required option: '--out=TABLE.csv'");
            RowFile.refuseInputs(out, given.inputs(BatchRunning.OPTIONS));
        }
        Batch.Existing existing = existing(given);
        GivenSpacing spacing = options.spacing().ofFiles();
        Optional<Machines> machines = machines(given, options);
        CohortCheck check = machines.isPresent()
                ? CohortCheck.of(cases, machines.get(), OptionWords.INSTANCE)
                : CohortCheck.of(cases, options.placement(), spacing, CohortFiles.INSTANCE, OptionWords.INSTANCE);
        if (given.has(CHECK)) return check(given, cases, check);
        int threads = threads(given, check);
        PrintWriter err = given.err();
        cases.leftOut().ifPresent(left -> err.println(left.in(OptionWords.INSTANCE)));
        err.println(machines.map(check::memory).orElseGet(() -> check.memory(threads)));
        err.flush();
        Batch batch = new Batch(
                cases,
                options.protocol(),
                options.isReferenceLeftOut() && !given.has("--reference"),
                spacing,
                options.rule(),
                threads,
                CohortFiles.INSTANCE,
                OptionWords.INSTANCE);
        Optional<OtherMachines> others =
                machines.map(found -> new OtherMachines(cases, found, check, OptionWords.INSTANCE));
        return resumable(err, teller -> run(batch, out, existing, given, teller, others));
    }

    /** Those that measure in the place of this one. */
    private static Optional<Machines> machines(Given given, ExtractOptions options) throws InvalidInputException {
        Optional<Site> site = Site.here();
        if (site.isEmpty()) return Optional.empty();
        if (given.has(THREADS))
            throw new WrongUse(THREADS + " is of one machine: leave it out, and give --executor-cores to Spark.");
        return Optional.of(site.get().open(SentOptions.of(options), sentence -> {
            given.err().println(sentence);
            given.err().flush();
        }));
    }

    /** A run whose finished cases are kept. */
    @FunctionalInterface
    interface Run {

        /** @return the exit code */
        int of(Teller teller) throws InvalidInputException;
    }

    /** Runs until the end, or until somebody stops it. */
    static int resumable(PrintWriter err, Run run) throws InvalidInputException {
        try (Interruption interruption = new Interruption()) {
            try {
                return run.of(new Teller(err, interruption));
            } catch (CancellationException e) {
                // Now, since Java goes as soon as the interruption is closed.
                err.println("Stopped; the finished cases are kept: give --resume to go on.");
                err.flush();
                return Main.STOPPED;
            }
        }
    }

    private static int run(
            Batch batch, Path out, Batch.Existing existing, Given given, Teller teller, Optional<OtherMachines> others)
            throws InvalidInputException {
        PrintWriter said = given.out();
        Replacing replacing = Commands.replacing(given);
        BatchSummary summary = others.isPresent()
                ? batch.run(out, existing, replacing, teller, others.get())
                : batch.run(out, existing, replacing, teller);
        said.println(summary.text());
        said.println((teller.isUnchanged ? "unchanged, since this run was finished before: " : "written: ") + out);
        boolean isAll = summary.isAllDone();
        if (given.has(REPORTS)) {
            ReportedCases reported = batch.report(out, existing, replacing, teller);
            reported.missing().forEach(teller::say);
            said.println(reported.text());
            isAll &= reported.missing().isEmpty();
        }
        return isAll ? Main.DONE : Main.SOME_FAILED;
    }

    private static int check(Given given, CaseList cases, CohortCheck check) {
        cases.found().forEach(given.out()::println);
        check.warnings().forEach(given.err()::println);
        check.problems().forEach(problem -> given.out().println(problem));
        given.out().println(check.text());
        return check.problems().isEmpty() ? Main.DONE : Main.SOME_FAILED;
    }

    static int threads(Given given, CohortCheck check) {
        Integer threads = given.value(THREADS);
        if (threads == null) return check.threads();
        if (threads >= 1) return threads;
        throw new WrongUse(THREADS + " must be at least 1, was " + threads + ".");
    }

    /** @throws WrongUse if a run shall be kept and thrown away */
    static Batch.Existing existing(Given given) {
        boolean isKept = given.has(RECOMPUTE) || given.has(RESUME);
        if (isKept && given.has(Commands.OVERWRITE)) {
            throw new WrongUse(Commands.OVERWRITE + " throws away what " + RESUME + " and " + RECOMPUTE
                    + " keep: leave one of them out.");
        }
        if (given.has(RECOMPUTE)) return Batch.Existing.RECOMPUTE;
        return given.has(RESUME) ? Batch.Existing.RESUME : Batch.Existing.REFUSE;
    }

    /** Says on stderr how far the batch is. */
    static final class Teller implements BatchListener {

        private final PrintWriter err;
        private final Interruption interruption;
        private boolean isUnchanged;

        boolean isUnchanged() {
            return isUnchanged;
        }

        Teller(PrintWriter err, Interruption interruption) {
            this.err = err;
            this.interruption = interruption;
        }

        @Override
        public void unchanged() {
            isUnchanged = true;
        }

        @Override
        public void begun(int cases, int left) {
            String all = English.counted(cases, "case");
            say(left == cases ? all : all + ", " + (cases - left) + " of them finished before");
        }

        @Override
        public void finished(String id, String status, String reason, Countdown countdown) {
            say(id + ": " + status + (reason.isEmpty() ? "" : ": " + reason) + " (" + countdown.text() + ")");
        }

        @Override
        public boolean isCanceled() {
            return interruption.isAsked();
        }

        private void say(String text) {
            err.println(text);
            err.flush();
        }
    }
}
