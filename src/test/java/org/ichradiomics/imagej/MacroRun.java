package org.ichradiomics.imagej;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.Macro;
import ij.macro.Interpreter;

/**
 * What a macro did.
 *
 * @param returned what it returned; null if it did not come to its end
 * @param error the sentence that ended it; null if none did
 * @param log what it printed, and what ImageJ said
 */
public record MacroRun(String returned, String error, String log) {

    private static final Pattern ERROR = Pattern.compile("Macro Error: (.*) in line \\d+");
    private static final String END = "; return 'the end';";

    /** Runs the text of a macro; {@code returned} is "the end" if it came to its end. */
    public static MacroRun of(String text) {
        return run(text + END, "");
    }

    /** Runs a macro as it stands, with an argument. */
    public static synchronized MacroRun run(String text, String argument) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        Interpreter interpreter = new Interpreter();
        String returned = null;
        try {
            returned = interpreter.run(text, argument);
        } catch (RuntimeException canceled) {
            // So ImageJ ends a macro, after an error or exit("..."); what it said is in the log.
            if (!Macro.MACRO_CANCELED.equals(canceled.getMessage())) throw canceled;
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        Matcher error = ERROR.matcher(log.toString(StandardCharsets.UTF_8));
        return new MacroRun(returned, error.find() ? error.group(1) : null, log.toString(StandardCharsets.UTF_8));
    }

    public boolean ended() {
        return "the end".equals(returned);
    }

    public String lastLine() {
        String[] lines = log.strip().split("\n");
        return lines[lines.length - 1];
    }

    /** A path in a macro's text. */
    public static String text(Path path) {
        return path.toAbsolutePath().toString().replace('\\', '/');
    }
}
