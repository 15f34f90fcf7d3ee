package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import picocli.CommandLine.Model.OptionSpec;

import org.ichradiomics.batch.BatchRunning;
import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MaskOpening;
import org.ichradiomics.imagej.MaskSaving;
import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.imagej.VolumeOptions;
import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.imagej.studies.SignatureValidation;
import org.ichradiomics.imagej.studies.StudyRunning;
import org.ichradiomics.text.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * No option is forgotten in a front. Fiji's commands are walked as SciJava's index has them, the command line as
 * picocli does; what stands in one of them alone is listed here, with its reason.
 */
class FrontsTest {

    private static final Set<String> OF_A_COMMAND_LINE = Set.of("--help", "--version", "--debug");

    /** Class of Fiji's command → the keys of macros. */
    private static final Map<String, Map<String, String>> KEYS = Map.ofEntries(
            Map.entry("ExtractCommand", ExtractOptions.DEFAULTS),
            Map.entry("VolumeCommand", VolumeOptions.DEFAULTS),
            Map.entry("ExpansionCommand", ExpansionOptions.DEFAULTS),
            Map.entry("BatchCommand", BatchRunning.DEFAULTS),
            Map.entry("RScoreCommand", TableScoring.DEFAULTS),
            Map.entry("BuildReferenceCommand", ReferenceBuilding.DEFAULTS),
            Map.entry("OpenCtCommand", CtOpening.DEFAULTS),
            Map.entry("OpenMaskCommand", MaskOpening.DEFAULTS),
            Map.entry("SaveMaskCommand", MaskSaving.DEFAULTS),
            Map.entry("StudyCommand", StudyRunning.DEFAULTS),
            Map.entry("TrainSignatureCommand", SignatureTraining.DEFAULTS),
            Map.entry("ValidateCommand", SignatureValidation.DEFAULTS),
            Map.entry("ReaderAgreementCommand", ReaderComparison.DEFAULTS),
            Map.entry("AboutCommand", Map.of()),
            Map.entry("HelpCommand", Map.of()),
            Map.entry("OpenSampleCommand", Map.of()),
            Map.entry("FeatureReferenceCommand", Map.of()));

    /**
     * A command of the command line beside the menu item whose task it is.
     *
     * @param keys of macros
     * @param inPlace keys for which the command line has a positional parameter, or which are windows of ImageJ
     * @param own options that are of use on the command line alone
     */
    private record Pair(String command, Map<String, String> keys, Set<String> inPlace, Set<String> own) {

        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("extract", ExtractOptions.DEFAULTS, Set.of("maskimage", "rows", "table"), Set.of("--long")),
                new Pair("batch", BatchRunning.DEFAULTS, Set.of("cases"), Set.of("--recompute")),
                new Pair(
                        "expansion",
                        ExpansionOptions.DEFAULTS,
                        Set.of("baseline", "followup", "table"),
                        Set.of("--ivh-mask", "--followup-ivh-mask", "--json")),
                new Pair("study", StudyRunning.DEFAULTS, Set.of("study"), Set.of("--example")));
    }

    static List<CommandInfo> commands() {
        try (Context context = new Context(CommandService.class)) {
            return context.service(CommandService.class).getCommandsOfType(Command.class).stream()
                    .filter(info -> info.getDelegateClassName().startsWith("org.ichradiomics."))
                    .toList();
        }
    }

    private static String simple(CommandInfo command) {
        return command.getDelegateClassName().replaceFirst(".*\\.", "");
    }

    @Test
    void everyCommandOfFijiIsWalked() {
        assertEquals(
                new TreeSet<>(KEYS.keySet()),
                commands().stream().map(FrontsTest::simple).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatFijiAsksForAreTheKeysOfMacros(CommandInfo command) {
        List<String> inputs = StreamSupport.stream(command.inputs().spliterator(), false)
                .filter(item -> item.getType() == String.class && item.getVisibility() != ItemVisibility.MESSAGE)
                .map(ModuleItem::getName)
                .toList();
        assertEquals(List.copyOf(KEYS.get(simple(command)).keySet()), inputs);
    }

    private static Set<String> options(String command) {
        return Commands.line().getSubcommands().get(command).getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !OF_A_COMMAND_LINE.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The option that sentences name for a key, without its value. */
    private static String option(String key) {
        return Setting.of(key, key.matches("overwrite|resume|check|surgery") ? "yes" : "")
                .in(OptionWords.INSTANCE)
                .replaceFirst("=.*", "");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyKeyIsAnOption(Pair pair) {
        Set<String> options = options(pair.command());
        for (String key : pair.keys().keySet()) {
            if (!pair.inPlace().contains(key)) assertTrue(options.contains(option(key)), key + " is not in " + options);
        }
        assertTrue(pair.keys().keySet().containsAll(pair.inPlace()), pair.inPlace() + " are no keys");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyOptionIsAKey(Pair pair) {
        Set<String> left = options(pair.command());
        left.removeAll(pair.own());
        pair.keys().keySet().forEach(key -> left.remove(option(key)));
        assertEquals(Set.of(), left);
        assertTrue(options(pair.command()).containsAll(pair.own()), pair.own() + " are no options");
    }

    /** What reads a scan takes a spacing and says when it holds; what writes a file says whether it may replace one. */
    @Test
    void whatScansAndFilesNeedIsThereWhereverTheyAre() {
        for (String command : Commands.line().getSubcommands().keySet()) {
            Set<String> options = options(command);
            if (options.contains("--out")) assertTrue(options.contains("--overwrite"), command);
            assertEquals(options.contains("--spacing"), options.contains("--spacing-use"), command);
        }
        for (Map.Entry<String, Map<String, String>> command : KEYS.entrySet()) {
            Set<String> keys = command.getValue().keySet();
            if (keys.contains("out")) assertTrue(keys.contains("overwrite"), command.getKey());
            assertEquals(
                    keys.stream().anyMatch(key -> key.matches("(.+_)?spacing")),
                    keys.contains("spacing_use"),
                    command.getKey());
        }
    }

    static Set<String> commandsOfTheLine() {
        return Commands.line().getSubcommands().keySet();
    }

    /** The lines of code that show a command, from its name to the next command or the end of the block. */
    private static String shown(String command) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), pages.sorted())
                    .toList()) {
                if (page.toString().endsWith(".md"))
                    text.append(Files.readString(page)).append('\n');
            }
        }
        return Pattern.compile("-cli\\.jar " + command + " .*(?:\n +.*)*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheLine")
    void everyOptionIsInTheDocumentation(String command) throws IOException {
        // As docs/batch.md has it: "and the options of extract".
        Set<String> ofExtract = command.equals(BatchCommand.NAME) ? options(ExtractCommand.NAME) : Set.of();
        String shown = shown(command);
        for (String option : options(command)) {
            assertTrue(
                    ofExtract.contains(option)
                            || Pattern.compile(option + "(?![\\w-])")
                                    .matcher(shown)
                                    .find(),
                    option + " of " + command + " is not shown");
        }
    }

    /** Else ImageJ would find the one in the other. */
    @Test
    void noKeyEndsInAnotherOfItsCommand() {
        KEYS.forEach((command, keys) -> {
            for (String key : keys.keySet()) {
                for (String other : keys.keySet()) {
                    assertTrue(key.equals(other) || !key.endsWith(other), command + ": " + key + " ends in " + other);
                }
            }
        });
    }
}
