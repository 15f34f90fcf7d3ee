package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchListener;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
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

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Path source = given.matchedPositionalValue(0, null);
        ExtractOptions options = ChosenOptions.of(given, line);
        CaseList cases = CaseList.read(source).labelled(options.get("label"));
        GivenSpacing spacing = options.spacing().ofFiles();
        if (given.hasMatchedOption(CHECK))
            return check(
                    line,
                    cases,
                    CohortCheck.of(cases, options.placement(), spacing, CohortFiles.INSTANCE, OptionWords.INSTANCE));
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out == null) throw new ParameterException(line, "Missing required option: '--out=TABLE.csv'");
        RowFile.refuseInputs(out, TaskSpec.inputs(given, BatchRunning.OPTIONS), line);
        Batch.Existing existing = existing(given, line);

        CohortCheck check =
                CohortCheck.of(cases, options.placement(), spacing, CohortFiles.INSTANCE, OptionWords.INSTANCE);
        int threads = threads(given, line, check);
        PrintWriter err = line.getErr();
        cases.leftOut().ifPresent(left -> err.println(left.in(OptionWords.INSTANCE)));
        err.println(check.memory(threads));
        err.flush();
        Batch batch = new Batch(
                cases,
                options.protocol(),
                options.isReferenceLeftOut() && !given.hasMatchedOption("--reference"),
                spacing,
                options.placement(),
                threads,
                CohortFiles.INSTANCE,
                OptionWords.INSTANCE);
        return resumable(err, teller -> run(batch, out, existing, given, teller));
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

    private static int run(Batch batch, Path out, Batch.Existing existing, ParseResult given, Teller teller)
            throws InvalidInputException {
        PrintWriter said = given.commandSpec().commandLine().getOut();
        Replacing replacing = Commands.replacing(given);
        BatchSummary summary = batch.run(out, existing, replacing, teller);
        said.println(summary.text());
        said.println((teller.isUnchanged ? "unchanged, since this run was finished before: " : "written: ") + out);
        boolean isAll = summary.isAllDone();
        if (given.hasMatchedOption(REPORTS)) {
            ReportedCases reported = batch.report(out, existing, replacing, teller);
            reported.missing().forEach(teller::say);
            said.println(reported.text());
            isAll &= reported.missing().isEmpty();
        }
        return isAll ? Main.DONE : Main.SOME_FAILED;
    }

    private static int check(CommandLine line, CaseList cases, CohortCheck check) {
        cases.found().forEach(line.getOut()::println);
        check.warnings().forEach(line.getErr()::println);
        check.problems().forEach(problem -> line.getOut().println(problem));
        line.getOut().println(check.text());
        return check.problems().isEmpty() ? Main.DONE : Main.SOME_FAILED;
    }

    static int threads(ParseResult given, CommandLine line, CohortCheck check) {
        Integer threads = given.matchedOptionValue(THREADS, null);
        if (threads == null) return check.threads();
        if (threads >= 1) return threads;
        throw new ParameterException(line, THREADS + " must be at least 1, was " + threads + ".");
    }

    /** @throws ParameterException if a run shall be kept and thrown away */
    static Batch.Existing existing(ParseResult given, CommandLine line) {
        boolean isKept = given.hasMatchedOption(RECOMPUTE) || given.hasMatchedOption(RESUME);
        if (isKept && given.hasMatchedOption(Commands.OVERWRITE)) {
            throw new ParameterException(
                    line,
                    Commands.OVERWRITE + " throws away what " + RESUME + " and " + RECOMPUTE
                            + " keep: leave one of them out.");
        }
        if (given.hasMatchedOption(RECOMPUTE)) return Batch.Existing.RECOMPUTE;
        return given.hasMatchedOption(RESUME) ? Batch.Existing.RESUME : Batch.Existing.REFUSE;
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
