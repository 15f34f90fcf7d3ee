package org.ichradiomics.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
        try {
            String[] words = Commands.joined(args);
            Optional<Given> plain = PlainLine.read(words, out, err);
            return plain.isPresent() ? run(plain.get()) : TaskSpec.run(words, out, err);
        } catch (OutOfMemoryError e) {
            err.println(Sentence.of("There is not enough memory for this: ", Mend.MEMORY, ".")
                    .in(OptionWords.INSTANCE));
            return BAD_INPUT;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Runs one command, and says what is wrong with it. */
    static int run(Given given) {
        PrintWriter err = given.err();
        try {
            return Commands.run(given);
        } catch (WrongUse e) {
            err.println(e.getMessage());
            err.println("See " + Start.NAME + " " + given.task().command() + " --help.");
            return WRONG_USE;
        } catch (InvalidInputException e) {
            err.println(e.in(OptionWords.INSTANCE));
            if (given.has(Commands.DEBUG)) e.printStackTrace(err);
            return BAD_INPUT;
        } catch (RuntimeException e) {
            err.println("This is a fault of the program, please report it (" + e
                    + "): run it again with --debug for the details.");
            if (given.has(Commands.DEBUG)) e.printStackTrace(err);
            return FAULT;
        }
    }

    /** Sentences and formulas hold ² and Σ, whatever the console's locale. */
    private static PrintWriter utf8(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }
}
