package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Version;

/**
 * The commands and what they share. Declared in code, not in annotations, which picocli would read by reflection at
 * each start.
 */
final class Commands {

    /** Shows the stack trace of an error. */
    static final String DEBUG = "--debug";

    /** Lets what is written take the place of what is there. */
    static final String OVERWRITE = "--overwrite";

    private static final IVersionProvider VERSION = () -> new String[] {Version.NAME};

    private Commands() {}

    /** All commands, ready to be parsed and run. */
    static CommandLine line() {
        return line("");
    }

    /**
     * The command that is called, alone, since to declare the others takes longer than to run it; all of them where
     * there is none of that name.
     */
    static CommandLine line(String called) {
        CommandSpec top = command(
                "ich-radiomics", "Radiomics of intracerebral haemorrhage: 396 features of a head CT and the R-score.");
        top.usageMessage().synopsisSubcommandLabel("COMMAND");
        CommandLine line = new CommandLine(top);
        List<Task> all =
                Tasks.ALL.stream().filter(task -> !task.command().isEmpty()).toList();
        List<Task> wanted =
                all.stream().filter(task -> task.command().equals(called)).toList();
        top.usageMessage().footer("", "Without a command it shows three examples to begin with.");
        for (Task task : wanted.isEmpty() ? all : wanted) line.addSubcommand(task.command(), spec(task));
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
        for (Task task : List.of(Tasks.STUDY, Tasks.TRAIN_SIGNATURE, Tasks.VALIDATE))
            exits(line, task, Main.STOPPED, "stopped by Ctrl-C; nothing is written");
        line.registerConverter(Path.class, Commands::path);
        runs(top, () -> {
            throw new ParameterException(line, "A command is missing.");
        });
        return line;
    }

    static CommandSpec spec(Task task) {
        return TaskSpec.of(task, action(task));
    }

    /**
     * What those tasks do that do something of their own here. A task that has nothing of its own does what it does in
     * ImageJ, without a window. Not a map, which would have all of them made at each start.
     */
    private static TaskSpec.Action action(Task task) {
        return switch (task.command()) {
            case "extract" -> ExtractCommand::run;
            case "batch" -> BatchCommand::run;
            case "volume" -> VolumeCommand::run;
            case "report" -> ReportCommand::run;
            case "expansion" -> ExpansionCommand::run;
            case "score" -> ScoreCommand::run;
            case "reference" -> ReferenceCommand::run;
            case "study" -> StudyCommand::run;
            case "train" -> TrainCommand::run;
            case "validate" -> ValidateCommand::run;
            case "agreement" -> AgreementCommand::run;
            case "robustness" -> RobustnessCommand::run;
            case "features" -> FeaturesCommand::run;
            case "ibsi" -> IbsiCommand::run;
            case "signs" -> SignsCommand::run;
            case "scores" -> ScoresCommand::run;
            case "filter" -> FilterCommand::run;
            case "inspect" -> InspectCommand::run;
            case "mask" -> MaskCommand::run;
            case "sample" -> SampleCommand::run;
            case "outline" -> OutlineCommand::run;
            case "between" -> BetweenCommand::run;
            case "completion" -> CompletionCommand::run;
            default ->
                (line, given) -> {
                    Options options = TaskSpec.options(given, line, task.options(), all -> {});
                    String answer = Calls.run(task, null, options, User.NOBODY);
                    if (!answer.isEmpty()) line.getOut().println(answer);
                    return Main.DONE;
                };
        };
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

    /** A command with the options that all have. */
    static CommandSpec command(String name, String... description) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(new Action()).name(name).versionProvider(VERSION);
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

    /** Makes a command do something. */
    static void runs(CommandSpec spec, Callable<Integer> action) {
        ((Action) spec.userObject()).does = action;
    }

    static OptionSpec debug() {
        return OptionSpec.builder(DEBUG)
                .description("Show the stack trace of an error.")
                .build();
    }

    static OptionSpec overwrite(String description) {
        return OptionSpec.builder(OVERWRITE).description(description).build();
    }

    /** What may be done with files that are there. */
    static Replacing replacing(ParseResult given) {
        return Replacing.of(given.hasMatchedOption(OVERWRITE));
    }

    /** What picocli calls; the specification is there before what it does. */
    private static final class Action implements Callable<Integer> {

        private Callable<Integer> does = () -> Main.DONE;

        @Override
        public Integer call() throws Exception {
            return does.call();
        }
    }
}
