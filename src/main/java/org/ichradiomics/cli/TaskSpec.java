package org.ichradiomics.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Task;
import org.ichradiomics.text.InvalidInputException;

/** A task as picocli has it, and what was given of its options. */
final class TaskSpec {

    /** What a task does on the command line. */
    @FunctionalInterface
    interface Action {

        /** @return the exit code */
        int run(CommandLine line, ParseResult given) throws InvalidInputException;
    }

    private static final String MASK_LABEL = CommonOptions.LABEL.line().flag();

    private TaskSpec() {}

    static CommandSpec of(Task task, Action action) {
        CommandSpec spec = Commands.command(
                task.command(), task.lineHelp().stream().map(TaskSpec::escaped).toArray(String[]::new));
        add(spec, task.options());
        spec.addOption(Commands.debug());
        if (!task.example().isEmpty())
            spec.usageMessage().footer("", "Example: " + task.command() + " " + escaped(task.example()));
        Commands.runs(
                spec, () -> action.run(spec.commandLine(), spec.commandLine().getParseResult()));
        return spec;
    }

    static void add(CommandSpec spec, List<Option> options) {
        for (Option option : options) if (option.isOnTheLine()) add(spec, option);
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
            OptionSpec.Builder builder = OptionSpec.builder(names(line.flag()))
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

    /** A label is a mask's, and so is {@code --label}. */
    private static String[] names(String flag) {
        return flag.equals(MASK_LABEL) ? new String[] {MASK_LABEL, "--label"} : new String[] {flag};
    }

    private static Class<?> type(Option.Kind kind) {
        return kind.isPath() ? Path.class : kind == Option.Kind.COUNT ? Integer.class : String.class;
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    /**
     * Key → what was given, of the options that have a name.
     *
     * @throws ParameterException if one of them is blank
     */
    static Map<String, String> words(ParseResult given, CommandLine line, Collection<Option> options) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Option option : options) {
            if (!option.isOnTheLine()) continue;
            String flag = option.line().flag();
            if (option.kind() == Option.Kind.FLAG) {
                for (String choice : option.choices())
                    if (given.hasMatchedOption(option.flag(choice))) words.put(option.key(), choice);
                continue;
            }
            Object value = flag.isEmpty() ? null : given.matchedOptionValue(flag, null);
            if (value instanceof List<?> values)
                value = values.stream().map(Object::toString).collect(Collectors.joining("; "));
            if (value == null) continue;
            if (value.toString().isBlank())
                throw new ParameterException(line, flag + " is empty: give it a value, or leave it out.");
            words.put(option.key(), value.toString());
        }
        return words;
    }

    /** What can be told of options before anything is read. */
    @FunctionalInterface
    interface Check {

        /** @throws InvalidInputException if an option is none or out of its range */
        void of(Options options) throws InvalidInputException;
    }

    /**
     * All options of a task.
     *
     * @throws ParameterException if one of them is blank, or wrong by itself
     */
    static Options options(ParseResult given, CommandLine line, List<Option> options, Check check) {
        Map<String, String> words = words(given, line, options);
        int place = 0;
        for (Option option : options) {
            if (!option.isOnTheLine()
                    || option.kind() == Option.Kind.FLAG
                    || !option.line().flag().isEmpty()) continue;
            Object value = given.matchedPositionalValue(place++, null);
            if (value == null) continue;
            if (value.toString().isBlank())
                throw new ParameterException(line, option.line().param() + " is empty: give it a value.");
            words.put(option.key(), value.toString());
        }
        Options all = Options.of(words, options);
        try {
            check.of(all);
        } catch (InvalidInputException e) {
            throw new ParameterException(line, e.in(OptionWords.INSTANCE), e);
        }
        return all;
    }

    /** The files that a task reads, none of which may be overwritten: how the command line calls them → path. */
    static Map<String, Path> inputs(ParseResult given, List<Option> options) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        int place = 0;
        for (Option option : options) {
            if (!option.isOnTheLine() || option.kind() == Option.Kind.FLAG || option.kind() == Option.Kind.SAVE)
                continue;
            String flag = option.line().flag();
            Object value =
                    flag.isEmpty() ? given.matchedPositionalValue(place++, null) : given.matchedOptionValue(flag, null);
            if (value instanceof Path path)
                inputs.put(flag.isEmpty() ? option.line().param() : flag, path);
            // A name may be no path at all: a colon in it, on Windows.
            if (option.kind() == Option.Kind.NAME_OR_FILE && value instanceof String name && new File(name).isFile())
                inputs.put(flag, Path.of(name));
        }
        return inputs;
    }
}
