package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.ichradiomics.study.SampleStudy;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** {@code study}: a study file in, a folder with report, tables, figures and signature out. */
final class StudyCommand {

    private static final String FILE = "FILE";
    private static final String THREADS = "--threads";
    private static final String EXAMPLE = "--example";

    private StudyCommand() {}

    static int run(Given given) throws InvalidInputException {
        if (given.has(EXAMPLE)) return example(given);
        String study = given.place(0);
        if (study == null) throw new WrongUse("Missing required parameter: '" + FILE + "'");
        Path out = given.value(ExtractCommand.OUT);
        if (out == null) throw new WrongUse("Missing required option: '--out=DIR'");
        int threads = threads(given);
        StudyFile file = StudyFile.find(study);
        if (!SampleStudy.isMeantBy(study)) StudyFolder.refuseInputs(Path.of(study), file, out);
        return stoppable(given, progress -> {
            StudyFolder.Made made = StudyFolder.run(file, out, Commands.replacing(given), threads, progress);
            tell(made.result(), given);
            given.out().println((made.isChanged() ? "written: " : "unchanged: ") + out);
        });
    }

    /** Work that takes its time and writes nothing before its end. */
    @FunctionalInterface
    interface Work {

        /** @throws InvalidInputException if it cannot be done */
        void run(Progress progress) throws InvalidInputException;
    }

    /**
     * Does it, and says on stderr how far it is.
     *
     * @return the exit code
     * @throws InvalidInputException if it cannot be done
     */
    static int stoppable(Given given, Work work) throws InvalidInputException {
        try (Interruption interruption = new Interruption()) {
            try {
                work.run(new Teller(given.err(), interruption));
                return Main.DONE;
            } catch (CancellationException e) {
                // Now, since Java goes as soon as the interruption is closed.
                given.err().println("Stopped; nothing is written.");
                given.err().flush();
                return Main.STOPPED;
            }
        }
    }

    /** Prints what a study found. */
    static void tell(StudyResult result, Given given) {
        given.out().println(StudySummary.text(result).replace("\n", System.lineSeparator()));
        StudySummary.said(result).forEach(given.out()::println);
    }

    private static int example(Given given) throws InvalidInputException {
        if (given.hasPlace(0) || given.has(ExtractCommand.OUT)) {
            throw new WrongUse(EXAMPLE + " runs no study: leave out " + FILE + " and " + ExtractCommand.OUT + ".");
        }
        Path folder = given.value(EXAMPLE);
        boolean isChanged = SampleStudy.writeInto(folder, Commands.replacing(given));
        given.out().println((isChanged ? "written: " : "unchanged: ") + folder.resolve(SampleStudy.STUDY));
        return Main.DONE;
    }

    private static int threads(Given given) {
        Integer threads = given.value(THREADS);
        if (threads == null) return Runtime.getRuntime().availableProcessors();
        if (threads >= 1) return threads;
        throw new WrongUse(THREADS + " must be at least 1, was " + threads + ".");
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
