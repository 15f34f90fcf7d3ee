package org.ichradiomics.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Sentence;

/** {@code java -jar ICH_Radiomics-<version>-cli.jar COMMAND}. */
public final class Main {

    static final int DONE = 0;
    static final int FAULT = 1;
    static final int WRONG_USE = 2;
    static final int BAD_INPUT = 3;
    static final int SOME_FAILED = 4;
    static final int STOPPED = 130;

    private static final IExitCodeExceptionMapper EXIT_CODES =
            e -> e instanceof InvalidInputException ? BAD_INPUT : FAULT;

    private Main() {}

    /**
     * Runs one command and ends Java with its exit code: 0 done, 1 a fault of the program, 2 wrong use, 3 bad input, 4
     * some cases of a batch failed, 130 stopped.
     */
    public static void main(String[] args) {
        // Before any class of AWT is there: ImageJ draws ROIs with it, and a command line has no screen.
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /**
     * Runs one command.
     *
     * @return the exit code: 0 done, 2 wrong use, 3 bad input; 1 is a fault of this program
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        if (args.length == 0) {
            err.print(Start.screen());
            err.flush();
            return WRONG_USE;
        }
        CommandLine line = Commands.line(args[0])
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                // A file may be called @1.nii; picocli would open it for more arguments.
                .setExpandAtFiles(false)
                .setExitCodeExceptionMapper(EXIT_CODES)
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler(Main::failed);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println(Sentence.of("There is not enough memory for this: ", Mend.MEMORY, ".")
                    .in(OptionWords.INSTANCE));
            return BAD_INPUT;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int wrongUse(ParameterException e, String... args) {
        CommandLine line = e.getCommandLine();
        if (e.getCause() instanceof TypeConversionException
                && e.getCause().getCause() instanceof InvalidInputException path) {
            line.getErr().println(path.in(OptionWords.INSTANCE));
            return BAD_INPUT;
        }
        line.getErr().println(Slip.sentence(e, args));
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help.");
        return WRONG_USE;
    }

    private static int failed(Exception e, CommandLine line, ParseResult given) {
        line.getErr()
                .println(
                        e instanceof InvalidInputException foreseen
                                ? foreseen.in(OptionWords.INSTANCE)
                                : "This is a fault of the program, please report it (" + e
                                        + "): run it again with --debug for the details.");
        if (given.subcommand() != null && given.subcommand().hasMatchedOption(Commands.DEBUG))
            e.printStackTrace(line.getErr());
        return line.getExitCodeExceptionMapper().getExitCode(e);
    }

    /** Sentences and formulas hold ² and Σ, whatever the console's locale. */
    private static PrintWriter utf8(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }
}
