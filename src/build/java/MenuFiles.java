import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.Version;

/**
 * Makes of the list of tasks what must lie there as files: the menu of plain ImageJ, the classes of Fiji's commands and
 * the tables of options in the documentation. Arguments: the folder of the project, that of its classes, and that of
 * the sources to write.
 */
final class MenuFiles {

    private static final String MENU = "Plugins>ICH Radiomics";

    private MenuFiles() {}

    public static void main(String[] folders) throws IOException {
        Path project = Path.of(folders[0]);
        String config = config();
        write(project.resolve("plugins.config"), config);
        write(Path.of(folders[1], "plugins.config"), config);
        Path commands = Path.of(folders[2], "org/ichradiomics/command");
        Files.createDirectories(commands);
        Map<Path, String> sources = Tasks.ALL.stream()
                .filter(task -> task.work() != null && !task.label().isEmpty())
                .collect(Collectors.toMap(task -> commands.resolve(task.type() + ".java"), MenuFiles::command));
        try (Stream<Path> there = Files.list(commands)) {
            for (Path file : there.filter(file -> !sources.containsKey(file)).toList()) Files.delete(file);
        }
        for (Map.Entry<Path, String> source : sources.entrySet()) write(source.getKey(), source.getValue());
        write(project.resolve("docs/commands.md"), reference());
        try (Stream<Path> pages =
                Stream.concat(Stream.of(project.resolve("README.md")), Files.list(project.resolve("docs")))) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".md")).toList())
                write(page, tables(Files.readString(page)));
        }
    }

    /** A file that is as it should be keeps its time, by which compilers go. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) Files.writeString(file, text);
    }

    private static String config() {
        return "# ICH Radiomics in plain ImageJ, written by the build; Fiji reads the same labels from the commands "
                + "and keeps this order.\n"
                + Tasks.GROUPS.stream()
                        .map(group -> group.stream()
                                .filter(task -> !task.label().isEmpty())
                                .map(task -> MENU + ", \"" + task.label() + "\", org.ichradiomics.front.MenuItem(\""
                                        + task.name() + "\")\n")
                                .collect(Collectors.joining()))
                        .filter(group -> !group.isEmpty())
                        .collect(Collectors.joining(MENU + ", \"-\"\n"));
    }

    private static String command(Task task) {
        String inputs = task.options().stream()
                .filter(option -> option.reach() != Option.Reach.LINE && option.kind() != Option.Kind.CURRENT_IMAGE)
                .map(MenuFiles::input)
                .collect(Collectors.joining());
        String image = task.isOnImage() ? "\n    @Parameter(required = false)\n    private ij.ImagePlus image;\n" : "";
        return """
                package org.ichradiomics.command;

                import org.scijava.command.Command;
                import org.scijava.plugin.Menu;
                import org.scijava.plugin.Parameter;
                import org.scijava.plugin.Plugin;

                @Plugin(
                        type = Command.class,
                        headless = true,
                        description = %s,
                        iconPath = "/icons/ich-radiomics.png",
                        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = %s)})
                public final class %s extends MenuCommand%s {
                %s%s
                    public %s() {
                        super("%s");
                    }
                }
                """.formatted(
                        quoted(task.help().get(0)),
                        quoted(task.label()),
                        task.type(),
                        task.isOnImage() ? " implements OnImage" : "",
                        image,
                        inputs,
                        task.type(),
                        task.name());
    }

    private static String input(Option option) {
        String choices = option.choices().stream().map(MenuFiles::quoted).collect(Collectors.joining(", "));
        return "\n    @Parameter(label = " + quoted(option.title())
                + ", description = " + quoted(option.help().get(0)) + ", persist = false, required = false"
                + (choices.isEmpty() ? "" : ", choices = {" + choices + "}")
                + ")\n    private String " + option.key() + " = " + quoted(option.usual()) + ";\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A page with every task, whatever else is said of it. */
    private static String reference() {
        return "# Every task and every option\n\n"
                + "Written by the build. Keys are those of macros and scripts; what is left out is as usual.\n"
                + Tasks.ALL.stream().map(MenuFiles::section).collect(Collectors.joining());
    }

    private static String section(Task task) {
        String title = task.label().isEmpty() ? "`" + task.command() + "`" : "*" + task.label() + "*";
        StringBuilder text = new StringBuilder("\n## " + title + "\n\n" + String.join(" ", task.help()) + "\n");
        if (!task.said().isEmpty())
            text.append("On the command line: ")
                    .append(String.join(" ", task.said()))
                    .append('\n');
        if (!task.command().isEmpty())
            text.append("\n```\n").append(synopsis(task)).append("\n```\n");
        if (!task.options().isEmpty())
            text.append("\n<!-- options of ").append(task.name()).append(" -->\n<!-- end -->\n");
        return text.toString();
    }

    /** The command with all its options, those in brackets that may be left out; lines of the width of a page. */
    private static String synopsis(Task task) {
        StringBuilder text = new StringBuilder();
        StringBuilder line =
                new StringBuilder("java -jar target/ICH_Radiomics-" + Version.NUMBER + "-cli.jar " + task.command());
        for (Option option : task.options()) {
            if (!option.isOnTheLine()) continue;
            String word = option.kind() == Option.Kind.FLAG ? flags(option) : word(option);
            if (line.length() + word.length() > 100) {
                text.append(line).append('\n');
                line = new StringBuilder("    ");
            }
            line.append(' ').append(word);
        }
        return text.append(line).toString();
    }

    private static String flags(Option option) {
        return option.choices().stream().skip(1).map(option::flag).collect(Collectors.joining(" | ", "[", "]"));
    }

    private static String word(Option option) {
        String value = option.kind() == Option.Kind.CHOICE
                ? option.choices().stream()
                        .filter(choice -> !choice.isEmpty())
                        .map(choice -> choice.contains(" ") ? '"' + choice + '"' : choice)
                        .collect(Collectors.joining("|"))
                : option.line().param();
        String word = (option.line().flag() + " " + value).strip();
        return option.line().isRequired() ? word : "[" + word + "]";
    }

    /**
     * Between {@code <!-- options of NAME -->} and {@code <!-- end -->} stands the table of a task: first what
     * everybody needs.
     */
    private static String tables(String page) {
        Matcher marks = Pattern.compile("(?s)(<!-- options of ([\\w-]+) -->\n).*?(<!-- end -->)")
                .matcher(page);
        return marks.replaceAll(mark -> Matcher.quoteReplacement(
                mark.group(1) + table(Tasks.find(mark.group(2)).orElseThrow().options()) + mark.group(3)));
    }

    private static String table(List<Option> options) {
        return "| key | command line | | usual |\n|---|---|---|---|\n"
                + options.stream()
                        .sorted(Comparator.comparing(Option::isFurther))
                        .map(MenuFiles::row)
                        .collect(Collectors.joining());
    }

    private static String row(Option option) {
        String key = option.reach() == Option.Reach.LINE ? "" : "`" + option.key() + "`";
        String choices = option.kind() == Option.Kind.FLAG || option.choices().isEmpty()
                ? ""
                : option.choices().stream()
                        .filter(choice -> !choice.isEmpty())
                        .map(choice -> "`[" + choice + "]`")
                        .collect(Collectors.joining(" ", "", ": "));
        String usual =
                option.usual().isEmpty() || option.reach() == Option.Reach.LINE ? "" : "`" + option.usual() + "`";
        return "| " + key + " | " + line(option) + " | " + choices
                + String.join(" ", option.menuHelp()).replace("|", "\\|") + " | " + usual + " |\n";
    }

    private static String line(Option option) {
        if (option.line() == null) return "";
        Option.Line line = option.line();
        if (option.kind() == Option.Kind.FLAG) {
            return option.choices().stream()
                    .skip(1)
                    .map(choice -> "`" + option.flag(choice) + "`")
                    .collect(Collectors.joining(" "));
        }
        return "`" + (line.flag() + " " + line.param()).strip().replace("|", "\\|") + "`";
    }
}
