package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import org.ichradiomics.Macro;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * No task and no option is forgotten in a front. The list of tasks is walked through plain ImageJ's menu, Fiji's
 * commands as SciJava's index has them, macros, {@code call(...)}, the command line as picocli has it, and the
 * documentation.
 *
 * <p>Covers Calls, StudyRunning, Task, Tasks and User.
 */
class FrontsTest {

    private static final Set<String> OF_A_COMMAND_LINE = Set.of("--help", "--version", "--debug");

    static Stream<Task> tasks() {
        return Tasks.ALL.stream();
    }

    static Stream<Task> tasksOfTheMenu() {
        return tasks().filter(task -> !task.label().isEmpty());
    }

    static Stream<Task> tasksOfTheLine() {
        return tasks().filter(task -> !task.command().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskIsSaidInASentence(Task task) {
        String help = task.help().get(0);
        assertTrue(help.matches("[A-Z].*\\."), help);
        assertTrue(task.name().matches("[a-z]+(-[a-z]+)*"), task.name());
        assertEquals(Optional.of(task), Tasks.find(task.name()));
        assertTrue(task.work() == null || !task.label().isEmpty(), "it works in ImageJ, and has no label");
        assertTrue(task.work() != null || !task.command().isEmpty(), "it is in no front at all");
        Set<String> keys = new HashSet<>();
        for (Option option : task.options()) {
            assertTrue(option.key().matches("[a-z][a-z0-9]*(_[a-z]+)*"), option.key());
            assertTrue(keys.add(option.key()), option.key() + " comes twice");
            assertFalse(option.help().isEmpty(), option.key() + " is not explained");
            assertTrue(option.choices().isEmpty() || option.choices().contains(option.usual()), option.key());
            assertTrue(option.reach() != Option.Reach.LINE || option.isOnTheLine(), option.key() + " is in no front");
        }
    }

    @ParameterizedTest
    @MethodSource("tasksOfTheMenu")
    void itIsInTheMenuOfImageJ(Task task) throws Exception {
        String line = "Plugins>ICH Radiomics, \"" + task.label() + "\", org.ichradiomics.front.MenuItem(\""
                + task.name() + "\")";
        assertTrue(Files.readAllLines(Path.of("plugins.config")).contains(line), line + " is not in plugins.config");
        assertEquals(
                Files.readString(Path.of("plugins.config")),
                Files.readString(Path.of("target/classes/plugins.config")));
    }

    @ParameterizedTest
    @MethodSource("tasksOfTheMenu")
    void itIsACommandOfFiji(Task task) throws Exception {
        CommandInfo command = commands().stream()
                .filter(info -> simple(info).equals(task.type()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.type() + " is not in the index"));
        assertEquals(
                "Plugins > ICH Radiomics > " + task.label(),
                command.getMenuPath().getMenuString());
        assertEquals(task.help().get(0), command.getDescription());
        assertTrue(command.canRunHeadless());
        assertNotNull(FrontsTest.class.getResource(command.getIconPath()), command.getIconPath());
        Module module = command.createModule();
        Map<String, String> inputs = new LinkedHashMap<>();
        boolean isOnImage = false;
        for (ModuleItem<?> input : command.inputs()) {
            isOnImage |= input.getType() == ImagePlus.class;
            if (input.getType() != String.class) continue;
            assertFalse(
                    input.isPersisted(), "a macro that leaves " + input.getName() + " out would get the last value");
            assertFalse(input.isRequired(), input.getName());
            inputs.put(input.getName(), (String) module.getInput(input.getName()));
        }
        assertEquals(List.copyOf(Option.usual(task.options()).entrySet()), List.copyOf(inputs.entrySet()));
        assertEquals(task.isOnImage(), isOnImage);
        for (Option option : task.options()) {
            ModuleItem<?> input = command.getInput(option.key());
            if (input == null || option.kind() == Option.Kind.CURRENT_IMAGE) continue;
            List<?> choices = input.getChoices();
            // SciJava makes null of a choice without letters.
            assertEquals(
                    option.choices(),
                    choices == null
                            ? List.of()
                            : choices.stream()
                                    .map(choice -> Objects.requireNonNullElse(choice, ""))
                                    .toList(),
                    option.key());
            assertEquals(option.help().get(0), input.getDescription());
        }
    }

    /** Whoever measures has no file chooser and no ROI Manager to wait for where there is no screen. */
    @ParameterizedTest
    @MethodSource("tasksOfTheMenu")
    void aMacroSaysItsOptions(Task task) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String key : Option.keys(task.options())) all.append(key).append("=[a value] ");
        Options options = task.parse(all.toString());
        for (String key : Option.keys(task.options())) assertEquals("a value", options.get(key));
        assertThrows(InvalidInputException.class, () -> task.parse("nothing=of_that_name"));
        for (Option option : task.options()) {
            assertEquals(
                    option.reach() != Option.Reach.LINE,
                    Option.keys(task.options()).contains(option.key()));
        }
    }

    @Test
    void aCallOfATaskThatIsNotThereEndsTheMacro() {
        IJ.getErrorMessage();
        assertEquals("", Macro.run("guess", ""));
        assertTrue(IJ.getErrorMessage().startsWith("There is no task \"guess\": use workbench, extract, "));
        assertEquals("", Macro.run("ibsi", ""), "it is of the command line alone");
        assertTrue(IJ.getErrorMessage().startsWith("There is no task \"ibsi\""));
    }

    @ParameterizedTest
    @MethodSource("tasksOfTheLine")
    void itIsACommandOfTheLine(Task task) {
        CommandLine line = TaskSpec.line().getSubcommands().get(task.command());
        assertNotNull(line, task.command());
        List<String> declared = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Option option : task.options()) {
            if (!option.isOnTheLine()) continue;
            if (option.kind() == Option.Kind.FLAG) {
                option.choices().stream().skip(1).map(option::flag).forEach(declared::add);
                assertEquals(option.choices().size() - 1, option.help().size(), option.key());
            } else if (option.line().flag().isEmpty()) {
                places.add(option.line().param());
            } else {
                declared.add(option.line().flag());
            }
        }
        assertEquals(declared, List.copyOf(options(task.command())));
        assertEquals(
                places,
                line.getCommandSpec().positionalParameters().stream()
                        .map(PositionalParamSpec::paramLabel)
                        .toList());
        String help = line.getUsageMessage();
        for (String flag : declared) assertTrue(help.contains(flag), flag);
    }

    /**
     * Everything can be done without a screen and without ImageJ, but for a brush in the tool bar; three of the menu
     * have another name there.
     */
    @Test
    void whatIsInTheMenuIsOnTheCommandLine() {
        Map<String, String> elsewhere = Map.of("save-mask", "mask", "help", "--help", "about", "--version");
        CommandLine line = TaskSpec.line();
        // Two are of use with a mouse alone; the buttons of the workbench are tasks.
        List<String> ofTheMouse = List.of("workbench", "ich-brush");
        tasksOfTheMenu().filter(task -> !ofTheMouse.contains(task.name())).forEach(task -> {
            String said = elsewhere.getOrDefault(task.name(), task.command());
            assertEquals(elsewhere.containsKey(task.name()), task.command().isEmpty(), task.name());
            assertTrue(
                    said.startsWith("--")
                            ? line.getCommandSpec().findOption(said) != null
                            : line.getSubcommands().containsKey(said),
                    task.name() + " has no counterpart");
        });
    }

    /** Sentences name an option by its key, whatever the command. */
    @Test
    void aKeyHasOneNameOnTheCommandLine() {
        Map<String, String> names = new HashMap<>();
        tasks().flatMap(task -> task.options().stream())
                .filter(option -> option.line() != null && !option.line().flag().isEmpty())
                .forEach(option -> assertEquals(
                        option.line().flag(),
                        names.computeIfAbsent(option.key(), key -> option.line().flag())));
        assertEquals("--mask-label", names.get("label"));
        assertEquals("--mask", names.get("maskpath"));
        assertEquals("--followup-mask", names.get("followup_mask"));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void itsOptionsAreInTheDocumentation(Task task) throws IOException {
        if (task.options().isEmpty()) return;
        String mark = "<!-- options of " + task.name() + " -->";
        String page = pages();
        assertTrue(page.contains(mark), mark);
        String table = page.substring(page.indexOf(mark), page.indexOf("<!-- end -->", page.indexOf(mark)));
        for (Option option : task.options()) {
            if (option.reach() != Option.Reach.LINE)
                assertTrue(table.contains("| `" + option.key() + "` |"), option.key());
            if (option.isOnTheLine())
                assertTrue(
                        table.contains("`"
                                + (option.line().flag() + " " + option.line().param())
                                        .strip()
                                        .replace("|", "\\|")),
                        option.key());
        }
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
                tasksOfTheMenu().map(Task::type).sorted().toList(),
                commands().stream().map(FrontsTest::simple).sorted().toList());
    }

    private static Set<String> options(String command) {
        return TaskSpec.line().getSubcommands().get(command).getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !OF_A_COMMAND_LINE.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What reads a scan takes a spacing and says when it holds; what writes a file says whether it may replace one. */
    @Test
    void whatScansAndFilesNeedIsThereWhereverTheyAre() {
        for (String command : TaskSpec.line().getSubcommands().keySet()) {
            Set<String> options = options(command);
            if (options.contains("--out")) assertTrue(options.contains("--overwrite"), command);
            assertEquals(options.contains("--spacing"), options.contains("--spacing-use"), command);
        }
        tasksOfTheMenu().forEach(task -> {
            Set<String> keys = Option.usual(task.options()).keySet();
            if (keys.contains("out")) assertTrue(keys.contains("overwrite"), task.name());
            assertEquals(
                    keys.stream().anyMatch(key -> key.matches("(.+_)?spacing")),
                    keys.contains("spacing_use"),
                    task.name());
        });
    }

    static Set<String> commandsOfTheLine() {
        return TaskSpec.line().getSubcommands().keySet();
    }

    private static String pages() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), pages.sorted())
                    .toList()) {
                if (page.toString().endsWith(".md"))
                    text.append(Files.readString(page)).append('\n');
            }
        }
        return text.toString();
    }

    /** The lines of code that show a command, from its name to the next command or the end of the block. */
    private static String shown(String command) throws IOException {
        return Pattern.compile("-cli\\.jar " + command + " .*(?:\n +.*)*")
                .matcher(pages())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheLine")
    void everyOptionIsInTheDocumentation(String command) throws IOException {
        // As docs/batch.md has it: "and the options of extract".
        Set<String> ofExtract = command.equals("batch") ? options("extract") : Set.of();
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

    /** Else ImageJ would find the one in the other, unless a letter stands before it. */
    @Test
    void noKeyEndsInAnotherOfItsCommand() {
        tasksOfTheMenu().forEach(task -> {
            Set<String> keys = Option.usual(task.options()).keySet();
            for (String key : keys) {
                for (String other : keys) {
                    assertTrue(
                            key.equals(other) || !key.matches("(.*[^a-z])?" + other),
                            task.name() + ": " + key + " ends in " + other);
                }
            }
        });
    }
}
