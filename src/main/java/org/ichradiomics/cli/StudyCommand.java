package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.study.SampleStudy;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** {@code study}: a study file in, a folder with report, tables, figures and signature out. */
final class StudyCommand {

    static final String NAME = "study";

    private static final String FILE = "FILE";
    private static final String THREADS = "--threads";
    private static final String EXAMPLE = "--example";

    private StudyCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(
                NAME, "Run a study: from features and outcomes to a trained signature, its validation and a report.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel(FILE)
                .type(String.class)
                .description("A study file (.json, .yml, .yaml), or the word " + SampleStudy.NAME
                        + " for the synthetic cohort that comes with this software.")
                .build());
        spec.addOption(OptionSpec.builder(ExtractCommand.OUT)
                .paramLabel("DIR")
                .type(Path.class)
                .description("The folder to write; one that this very study left stays as it is, any other that is not "
                        + "empty is refused.")
                .build());
        spec.addOption(OptionSpec.builder(THREADS)
                .paramLabel("N")
                .type(Integer.class)
                .description(
                        "Folds of the cross-validation that are fitted at the same time (default: as many as there "
                                + "are processors). No number depends on it.")
                .build());
        spec.addOption(OptionSpec.builder(EXAMPLE)
                .paramLabel("DIR")
                .type(Path.class)
                .description("Run nothing: write the files of the sample study into DIR, to be adapted.")
                .build());
        spec.addOption(Commands.overwrite(
                "Replace the folder of an earlier study as a whole, or other files of the sample study."));
        spec.addOption(Commands.debug());
        Commands.exits(spec, Main.STOPPED, "stopped by Ctrl-C; nothing is written");
        Commands.runs(spec, () -> run(spec.commandLine(), spec.commandLine().getParseResult()));
        return spec;
    }

    private static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        if (given.hasMatchedOption(EXAMPLE)) return example(line, given);
        String study = given.matchedPositionalValue(0, null);
        if (study == null) throw new ParameterException(line, "Missing required parameter: '" + FILE + "'");
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out == null) throw new ParameterException(line, "Missing required option: '--out=DIR'");
        int threads = threads(given, line);
        StudyFile file = StudyFile.find(study);
        if (!SampleStudy.isMeantBy(study)) StudyFolder.refuseInputs(Path.of(study), file, out);
        try (Interruption interruption = new Interruption()) {
            try {
                StudyFolder.Made made = StudyFolder.run(
                        file, out, Commands.replacing(given), threads, new Teller(line.getErr(), interruption));
                line.getOut().println(StudySummary.text(made.result()).replace("\n", System.lineSeparator()));
                StudySummary.said(made.result()).forEach(line.getOut()::println);
                line.getOut().println((made.isChanged() ? "written: " : "unchanged: ") + out);
                return Main.DONE;
            } catch (CancellationException e) {
                // Now, since Java goes as soon as the interruption is closed.
                line.getErr().println("Stopped; nothing is written.");
                line.getErr().flush();
                return Main.STOPPED;
            }
        }
    }

    private static int example(CommandLine line, ParseResult given) throws InvalidInputException {
        if (given.hasMatchedPositional(0) || given.hasMatchedOption(ExtractCommand.OUT)) {
            throw new ParameterException(
                    line, EXAMPLE + " runs no study: leave out " + FILE + " and " + ExtractCommand.OUT + ".");
        }
        Path folder = given.matchedOptionValue(EXAMPLE, null);
        boolean isChanged = SampleStudy.writeInto(folder, Commands.replacing(given));
        line.getOut().println((isChanged ? "written: " : "unchanged: ") + folder.resolve(SampleStudy.STUDY));
        return Main.DONE;
    }

    private static int threads(ParseResult given, CommandLine line) {
        Integer threads = given.matchedOptionValue(THREADS, null);
        if (threads == null) return Runtime.getRuntime().availableProcessors();
        if (threads >= 1) return threads;
        throw new ParameterException(line, THREADS + " must be at least 1, was " + threads + ".");
    }

    /** Says on stderr what the study is doing, each step once, and ends it when asked to. */
    private static final class Teller implements Progress {

        private final PrintWriter err;
        private final Interruption interruption;
        private String said = "";

        Teller(PrintWriter err, Interruption interruption) {
            this.err = err;
            this.interruption = interruption;
        }

        @Override
        public synchronized void at(String what, double done) {
            if (interruption.isAsked()) throw new CancellationException();
            if (what.equals(said)) return;
            said = what;
            err.println(Math.round(100 * done) + " % " + what);
            err.flush();
        }
    }
}
