package org.ichradiomics.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** The commands and what they share; nothing of picocli, without which most of them are read and run. */
final class Commands {

    /** Shows the stack trace of an error. */
    static final String DEBUG = "--debug";

    /** Lets what is written take the place of what is there. */
    static final String OVERWRITE = "--overwrite";

    private static final String MASK_LABEL = CommonOptions.LABEL.line().flag();

    /** What a task does on the command line. */
    @FunctionalInterface
    interface Action {

        /** @return the exit code */
        int run(Given given) throws InvalidInputException;
    }

    private Commands() {}

    /** The task of a command. */
    static Optional<Task> task(String command) {
        for (Task task : Tasks.ALL) if (!command.isEmpty() && task.command().equals(command)) return Optional.of(task);
        return Optional.empty();
    }

    /** The same arguments, the first two of which are one where they are a command of two words. */
    static String[] joined(String... args) {
        if (args.length < 2 || task(args[0] + " " + args[1]).isEmpty()) return args;
        String[] joined = Arrays.copyOfRange(args, 1, args.length);
        joined[0] = args[0] + " " + args[1];
        return joined;
    }

    /** The names of an option, its own first: a label is a mask's, and so is {@code --label}. */
    static List<String> flags(Option option) {
        String flag = option.line().flag();
        List<String> flags = new ArrayList<>(List.of(flag));
        if (flag.equals(MASK_LABEL)) flags.add("--label");
        if (!option.line().brief().isEmpty()) flags.add(option.line().brief());
        return flags;
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    static int run(Given given) throws InvalidInputException {
        return action(given.task()).run(given);
    }

    /**
     * What those tasks do that do something of their own here. A task that has nothing of its own does what it does in
     * ImageJ, without a window. Not a map, which would have all of them made at each start.
     */
    private static Action action(Task task) {
        return switch (task.command()) {
            case "extract" -> ExtractCommand::run;
            case "batch" -> BatchCommand::run;
            case "volume" -> VolumeCommand::run;
            case "report" -> ReportCommand::run;
            case "expansion" -> ExpansionCommand::run;
            case "score" -> ScoreCommand::run;
            case "reference" -> ReferenceCommand::run;
            case "signature import" -> SignatureCommand::read;
            case "signature export" -> SignatureCommand::write;
            case "study" -> StudyCommand::run;
            case "train" -> TrainCommand::run;
            case "validate" -> ValidateCommand::run;
            case "agreement" -> AgreementCommand::run;
            case "robustness" -> RobustnessCommand::run;
            case "features" -> FeaturesCommand::run;
            case "ibsi" -> IbsiCommand::run;
            case "signs" -> SignsCommand::run;
            case "scores" -> ScoresCommand::run;
            case "maps" -> MapsCommand::run;
            case "filter" -> FilterCommand::run;
            case "pyradiomics" -> PyRadiomicsCommand::run;
            case "inspect" -> InspectCommand::run;
            case "mask" -> MaskCommand::run;
            case "sample" -> SampleCommand::run;
            case "outline" -> OutlineCommand::run;
            case "between" -> BetweenCommand::run;
            case "completion" -> CompletionCommand::run;
            default ->
                given -> {
                    Options options = given.options(task.options(), all -> {});
                    String answer = Calls.run(task, null, options, User.NOBODY);
                    if (!answer.isEmpty()) given.out().println(answer);
                    return Main.DONE;
                };
        };
    }

    /** What may be done with files that are there. */
    static Replacing replacing(Given given) {
        return Replacing.of(given.has(OVERWRITE));
    }
}
