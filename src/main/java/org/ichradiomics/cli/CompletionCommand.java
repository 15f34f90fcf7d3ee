package org.ichradiomics.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code completion}: a script for the shell, made of all commands as they are declared. */
final class CompletionCommand {

    private static final Pattern VALUES = Pattern.compile("local \\w+_option_args=(\\(.*\\) # --([\\w-]+) values)");
    private static final Pattern OPTION = Pattern.compile("^    '--([\\w-]+)'.*\\)$");

    /** Where an option has no values of its own, files are completed. */
    private static final String NO_FILES = "type compopt &>/dev/null && compopt +o default";

    private CompletionCommand() {}

    static int run(Given given) {
        String option = "";
        for (String text :
                AutoComplete.bash(Start.NAME, nested(TaskSpec.line())).lines().toList()) {
            Matcher at = OPTION.matcher(text);
            if (at.matches()) option = at.group(1);
            given.out().print(own(text, option) + "\n");
        }
        return Main.DONE;
    }

    /** Commands of two words below one of the first, as a shell completes them. */
    private static CommandLine nested(CommandLine line) {
        for (Map.Entry<String, CommandLine> command :
                List.copyOf(line.getSubcommands().entrySet())) {
            String[] words = command.getKey().split(" ");
            if (words.length < 2) continue;
            line.getCommandSpec().removeSubcommand(command.getKey());
            if (!line.getSubcommands().containsKey(words[0]))
                line.addSubcommand(
                        words[0], CommandLine.Model.CommandSpec.create().name(words[0]));
            line.getSubcommands().get(words[0]).addSubcommand(words[1], command.getValue());
        }
        return line;
    }

    /**
     * A line in which the values of an option are its own: picocli calls them as it does those of all that are a HOW.
     */
    private static String own(String line, String option) {
        Matcher values = VALUES.matcher(line);
        if (values.find()) return values.replaceFirst("local " + variable(values.group(2)) + "=$1");
        return line.replaceFirst(
                        "\\$\\{\\w+_option_args\\[@]}", Matcher.quoteReplacement("${" + variable(option) + "[@]}"))
                .replace(NO_FILES, "");
    }

    private static String variable(String option) {
        return "values_" + option.replace('-', '_');
    }
}
