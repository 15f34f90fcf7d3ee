package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Version;

/**
 * The tasks as picocli has them: for help, for all that is not a {@link PlainLine}, and for what is wrong. Declared in
 * code, not in annotations, which picocli would read by reflection.
 */
final class TaskSpec {

    private TaskSpec() {}

    /** All commands, ready to be parsed. */
    static CommandLine line() {
        return line("");
    }

    /** The command that is called, alone; all of them where there is none of that name. */
    static CommandLine line(String called) {
        CommandSpec top = command(
                Start.NAME, "Radiomics of intracerebral haemorrhage: 396 features of a head CT and the R-score.");
        top.usageMessage().synopsisSubcommandLabel("COMMAND");
        CommandLine line = new CommandLine(top);
        List<Task> all =
                Tasks.ALL.stream().filter(task -> !task.command().isEmpty()).toList();
        List<Task> wanted = Commands.task(called).map(List::of).orElse(all);
        top.usageMessage().footer("", "Without a command it shows three examples to begin with.");
        for (Task task : wanted) line.addSubcommand(task.command(), of(task));
        exits(
                line,
                Tasks.BATCH,
                Main.SOME_FAILED,
                "the table is written, but some cases are failed or incomplete (not: check); with --check: there "
                        + "are problems");
        exits(
                line,
                Tasks.ROBUSTNESS,
                Main.SOME_FAILED,
                "the results are written, but some cases are failed (not: check)");
        exits(
                line,
                Tasks.PYRADIOMICS,
                Main.SOME_FAILED,
                "the table is written, but some cases of the list have no values");
        for (Task task : List.of(Tasks.STUDY, Tasks.TRAIN_SIGNATURE, Tasks.VALIDATE))
            exits(line, task, Main.STOPPED, "stopped by Ctrl-C; nothing is written");
        line.registerConverter(Path.class, TaskSpec::path);
        return line;
    }

    /**
     * Reads a command, and runs it or shows the help that it asks for.
     *
     * @return the exit code
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return line(args[0])
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                // A file may be called @1.nii; picocli would open it for more arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(TaskSpec::wrongUse)
                .setExecutionStrategy(TaskSpec::run)
                .execute(args);
    }

    private static int run(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) return helped;
        CommandLine line = parsed.commandSpec().commandLine();
        if (!parsed.hasSubcommand()) throw new ParameterException(line, "A command is missing.");
        ParseResult command = parsed.subcommand();
        Task task = Commands.task(command.commandSpec().name()).orElseThrow();
        return Main.run(given(task, command, line.getOut(), line.getErr()));
    }

    /** What picocli has read, in our words. */
    static Given given(Task task, ParseResult parsed, PrintWriter out, PrintWriter err) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) options.put(option.names()[0], option.getValue());
        List<Object> places = new ArrayList<>();
        for (int i = 0; parsed.hasMatchedPositional(i); i++) places.add(parsed.matchedPositionalValue(i, null));
        return new Given(task, options, places, out, err);
    }

    private static int wrongUse(ParameterException e, String... args) {
        CommandLine line = e.getCommandLine();
        if (e.getCause() instanceof TypeConversionException
                && e.getCause().getCause() instanceof InvalidInputException path) {
            line.getErr().println(path.in(OptionWords.INSTANCE));
            return Main.BAD_INPUT;
        }
        line.getErr().println(Slip.sentence(e, args));
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help.");
        return Main.WRONG_USE;
    }

    /** A path that is none is told in a sentence of our own; picocli would quote its exception. */
    private static Path path(String text) {
        try {
            return PathName.of(text);
        } catch (InvalidInputException e) {
            TypeConversionException none = new TypeConversionException(e.getMessage());
            none.initCause(e);
            throw none;
        }
    }

    private static CommandSpec of(Task task) {
        CommandSpec spec = command(
                task.command(), task.lineHelp().stream().map(TaskSpec::escaped).toArray(String[]::new));
        for (Option option : task.options()) if (option.isOnTheLine()) add(spec, option);
        spec.addOption(OptionSpec.builder(Commands.DEBUG)
                .description("Show the stack trace of an error.")
                .build());
        if (!task.example().isEmpty())
            spec.usageMessage().footer("", "Example: " + task.command() + " " + escaped(task.example()));
        return spec;
    }

    /** A command with the options that all have. */
    private static CommandSpec command(String name, String... description) {
        CommandSpec spec = CommandSpec.create().name(name).versionProvider(() -> new String[] {Version.NAME});
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
        Map<String, String> exitCodes = new LinkedHashMap<>();
        exitCodes.put("0", "done");
        exitCodes.put("2", "wrong use: an option is unknown, missing, no number or out of its range");
        exitCodes.put("3", "bad input: a file cannot be read, measured or written; one sentence on stderr says why");
        spec.usageMessage()
                .description(description)
                .sortOptions(false)
                .width(100)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes);
        return spec;
    }

    /** Adds an exit code that not all commands have. */
    private static void exits(CommandLine line, Task task, int code, String meaning) {
        CommandLine command = line.getSubcommands().get(task.command());
        if (command == null) return;
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        Map<String, String> exitCodes = new LinkedHashMap<>(usage.exitCodeList());
        exitCodes.put(Integer.toString(code), meaning);
        usage.exitCodeList(exitCodes);
    }

    private static void add(CommandSpec spec, Option option) {
        Option.Line line = option.line();
        String[] help = option.help().stream().map(TaskSpec::escaped).toArray(String[]::new);
        if (option.kind() == Option.Kind.FLAG) {
            for (int i = 1; i < option.choices().size(); i++) {
                spec.addOption(OptionSpec.builder(option.flag(option.choices().get(i)))
                        .description(help[i - 1])
                        .build());
            }
        } else if (line.flag().isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(Integer.toString(spec.positionalParameters().size()))
                    .arity(line.isRequired() ? "1" : "0..1")
                    .required(line.isRequired())
                    .paramLabel(line.param())
                    .type(type(option.kind()))
                    .description(help)
                    .build());
        } else {
            OptionSpec.Builder builder = OptionSpec.builder(
                            Commands.flags(option).toArray(String[]::new))
                    .paramLabel(line.param())
                    .required(line.isRequired())
                    .completionCandidates(option.choices().isEmpty() ? null : option.choices())
                    .description(help);
            boolean isRepeated = option.kind() == Option.Kind.POINTS;
            if (isRepeated) builder.type(List.class).auxiliaryTypes(String.class);
            else builder.type(type(option.kind()));
            spec.addOption(builder.build());
        }
    }

    private static Class<?> type(Option.Kind kind) {
        return kind.isPath() ? Path.class : kind == Option.Kind.COUNT ? Integer.class : String.class;
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
