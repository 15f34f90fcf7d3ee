package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

import org.ichradiomics.cli.Shown.Block;
import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What README and documentation show is so: commands run and print what stands below them, macros come to their end,
 * options are declared, files are there. Each block is of one of these kinds, or in the list of what is not run.
 */
class ShownTest {

    /** First line → why it is not run here. */
    private static final Map<String, String> NOT_RUN = new LinkedHashMap<>();

    static {
        NOT_RUN.put("mvn -B verify", "this is it");
        NOT_RUN.put("mvn -B test -Dtest=IbsiReferenceTest", "a part of it");
        NOT_RUN.put("mvn -Prelease", "builds anew; UpdateSiteIT reads what it leaves");
        NOT_RUN.put("mvn -Prelease -Dsite.database=db.xml.gz", "the same, with what is published");
        NOT_RUN.put(
                "Note: ct was read from 11 pictures in the order of the numbers in their names, slice1.png to "
                        + "slice11.png, whose grey values are those of a window, as pictures of 8 bits have it, and "
                        + "no HU.",
                "PictureFolderTest has such a folder");
        NOT_RUN.put(
                "pyradiomics ct.nii.gz mask.nii.gz --param params.yaml --out features.csv --format csv",
                "PyRadiomicsCommandTest has its parameter files");
        NOT_RUN.put("mvn -Pnews validate", "asks the network");
        NOT_RUN.put("mvn -B -Pspark -DskipTests package", "builds with Spark");
        NOT_RUN.put("sbin/start-master.sh", "needs machines with Spark");
        NOT_RUN.put(
                "# YARN; HADOOP_CONF_DIR says where. An executor may use more than its heap: give it some.",
                "needs a cluster");
        NOT_RUN.put("@software{ich_radiomics,", "what to cite");
        NOT_RUN.put("alias ich-radiomics='java -jar /opt/ICH_Radiomics-0.2.0-cli.jar'", "CompletionTest sources it");
        NOT_RUN.put("fiji --headless -macro Batch_Folder.ijm \"/data/cases|/data/features.csv\"", "MacrosTest runs it");
        NOT_RUN.put(
                "java -jar target/ICH_Radiomics-0.2.0-cli.jar study sample --out target/sample-study",
                "StudyPagesTest runs it and compares what it prints");
        NOT_RUN.put("study: Synthetic cohort", "the same");
        NOT_RUN.put(
                "case1.nii.gz   case1_mask.nii.gz   [case1_followup.nii.gz   case1_followup_mask.nii.gz]",
                "FolderLayoutTest has such folders");
        NOT_RUN.put("cohort/p01/image.nii.gz   cohort/p01/mask.nii.gz", "the same");
        NOT_RUN.put("table.csv                a row for every saved case", "CaseSavingTest looks at the folder");
        NOT_RUN.put("{", "SignatureDocTest, ReferenceJsonTest and IbsiSettingsJsonTest read the files of the pages");
        NOT_RUN.put("  \"families\": [\"Morphology\", \"Intensity-based statistics\"],", "the same");
        NOT_RUN.put(
                "Head head = Head.of(scan.hu(), scan.spacing());                       // once for a scan",
                "GrowTest and OutlineTest call these");
    }

    /** Options of other programs. */
    private static final Set<String> OF_OTHERS = Set.of("--headless", "--raw", "--conf", "--driver-memory");

    private static final Pattern CALL =
            Pattern.compile("(?:java -jar target/ICH_Radiomics-[\\d.]+-cli\\.jar|ich-radiomics) ");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");
    private static final Pattern MACRO = Pattern.compile("(?:run|call|print)\\(|\\w+ = (?:getResult|call)");
    private static final Pattern OF_THE_PROJECT = Pattern.compile("(?:src|docs|macros|sample-images|\\.ci)/[\\w./-]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[|\\b(?:CASES|BASE|TABLE)\\b");

    @TempDir
    private Path folder;

    static List<Path> pages() throws IOException {
        return Shown.pages();
    }

    static Stream<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) blocks.addAll(Shown.blocks(page));
        return blocks.stream();
    }

    private static boolean isCommand(Block block) {
        return CALL.matcher(block.first()).find();
    }

    private static boolean isSynopsis(Block block) {
        return isCommand(block) && PLACEHOLDER.matcher(block.text()).find()
                || block.page().endsWith("commands.md");
    }

    private static boolean isMacro(Block block) {
        return MACRO.matcher(block.first()).lookingAt();
    }

    private static boolean isFile(Block block) {
        return !isCommand(block) && block.named().matches("[\\w-]+\\.(csv|yml|json)");
    }

    @Test
    void eachBlockIsOfSomeKind() throws IOException {
        Block last = null;
        for (Block block : blocks().toList()) {
            boolean isOutput = last != null && last.page().equals(block.page()) && (isCommand(last) || isMacro(last));
            boolean isRead = block.page().endsWith("study.md") && block.first().startsWith("format: ");
            assertTrue(
                    isCommand(block)
                            || isMacro(block)
                            || isFile(block)
                            || isOutput
                            || isRead
                            || block.first().startsWith("table = org.ichradiomics.IchRadiomics")
                            || block.first().startsWith("case,image,mask") // BatchCommandTest has such lists
                            || NOT_RUN.containsKey(block.first()),
                    block + ": neither a command nor a macro nor a file: run it here, or say why not");
            last = block;
        }
        Set<String> shown = blocks().map(Block::first).collect(Collectors.toSet());
        NOT_RUN.keySet().forEach(line -> assertTrue(shown.contains(line), "no page shows " + line));
    }

    /** In the order of the page, in one folder; what is printed stands behind an empty line, or in the next block. */
    @ParameterizedTest
    @MethodSource("pages")
    void commandsPrintWhatIsShown(Path page) throws Exception {
        Clinic.fill(folder);
        List<Block> blocks = Shown.blocks(page);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isFile(block)) Clinic.keep(folder.resolve(block.named()), block.text());
            if (!isCommand(block) || isSynopsis(block) || NOT_RUN.containsKey(block.first())) continue;
            String printed = "";
            List<String> lines = block.lines();
            int line = 0;
            for (; line < lines.size() && CALL.matcher(lines.get(line)).find(); line++) printed = run(lines.get(line));
            String shown = String.join("\n", lines.subList(line, lines.size())).strip();
            boolean isNext = i + 1 < blocks.size() && isOutput(blocks.get(i + 1));
            if (shown.isEmpty() && isNext) shown = blocks.get(i + 1).text().strip();
            if (!shown.isEmpty()) assertEquals(shown, printed.strip(), block.toString());
        }
    }

    private static boolean isOutput(Block block) {
        return !isCommand(block) && !isMacro(block) && !isFile(block) && !NOT_RUN.containsKey(block.first());
    }

    private String run(String line) throws IOException {
        List<Object> args = new ArrayList<>();
        for (MatchResult word :
                WORD.matcher(line.replaceFirst(".*?" + CALL, "")).results().toList())
            args.add(word.group(1) == null ? word.group(2) : word.group(1));
        Task task = task(args.get(0).toString());
        List<Option> places = task.options().stream()
                .filter(option -> option.isOnTheLine()
                        && option.kind() != Option.Kind.FLAG
                        && option.line().flag().isEmpty())
                .toList();
        int place = 0;
        for (int i = 1; i < args.size(); i++) {
            String word = args.get(i).toString();
            Option option;
            if (word.startsWith("--")) {
                option = task.options().stream()
                        .filter(one -> isCalled(one, word))
                        .findFirst()
                        .orElse(null);
                if (option == null || option.kind() == Option.Kind.FLAG) continue;
                i++;
            } else {
                option = places.get(place++);
            }
            args.set(i, Clinic.path(folder, option, args.get(i).toString()));
        }
        Console console = Console.run(args.toArray());
        assertEquals(0, console.exit(), line + "\n" + console.err());
        return console.unix().out().replace(folder + java.io.File.separator, "");
    }

    private static boolean isCalled(Option option, String flag) {
        return option.isOnTheLine()
                && option.kind() != Option.Kind.FLAG
                && option.line().flag().equals(flag);
    }

    /** A command may be of two words. */
    private static String command(String call) {
        return Tasks.ALL.stream()
                .map(Task::command)
                .filter(command -> !command.isEmpty() && call.matches("(?s)" + command + "(\\s.*)?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command: " + call));
    }

    private static Task task(String command) {
        return Tasks.ALL.stream()
                .filter(task -> task.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Block> commands() throws IOException {
        return blocks().filter(ShownTest::isCommand);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void optionsAreDeclared(Block block) {
        for (String call : block.text().split("(?m)^(?=java |ich-radiomics )")) {
            if (!CALL.matcher(call).find()) continue;
            String rest = call.replaceFirst("(?s).*?" + CALL, "");
            CommandSpec spec =
                    TaskSpec.line().getSubcommands().get(command(rest)).getCommandSpec();
            assertNotNull(spec, call);
            Set<String> unknown = new TreeSet<>(OPTION.matcher(rest.split("\n\n")[0])
                    .results()
                    .map(MatchResult::group)
                    .toList());
            unknown.removeAll(spec.optionsMap().keySet());
            assertEquals(Set.of(), unknown, block.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void optionsOfTheTextAreDeclared(Path page) throws IOException {
        Set<String> declared = new TreeSet<>(OF_OTHERS);
        TaskSpec.line()
                .getSubcommands()
                .values()
                .forEach(line ->
                        declared.addAll(line.getCommandSpec().optionsMap().keySet()));
        Set<String> unknown = new TreeSet<>();
        for (String span : Shown.spans(page))
            OPTION.matcher(span).results().map(MatchResult::group).forEach(unknown::add);
        unknown.removeAll(declared);
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void filesOfTheProjectAreThere(Path page) throws IOException {
        for (String span : Shown.spans(page)) {
            if (OF_THE_PROJECT.matcher(span).matches()) assertTrue(Files.exists(Path.of(span)), page + ": " + span);
        }
    }

    static Stream<Block> macros() throws IOException {
        List<Block> macros = new ArrayList<>(blocks().filter(ShownTest::isMacro).toList());
        for (Path page : pages()) {
            for (String span : Shown.spans(page))
                if (span.matches("(run|call)\\((\"[^\"]+\"(, )?)+\\)") && !span.contains("=[...]"))
                    macros.add(new Block(page, 0, "", span + ";\n"));
        }
        return macros.stream();
    }

    /** On the sample, whose haematoma is drawn. */
    @ParameterizedTest
    @MethodSource("macros")
    void macrosComeToTheirEnd(Block block) throws Exception {
        Clinic.fill(folder);
        MacroRun macro = MacroRun.of(Clinic.macro(folder, block.page(), block.text()));
        assertNull(macro.error(), macro.toString());
        assertTrue(macro.ended(), macro.toString());
        List<Block> blocks = Shown.blocks(block.page());
        int next = blocks.indexOf(block) + 1;
        if (next > 0
                && next < blocks.size()
                && isOutput(blocks.get(next))
                && block.text().contains("print("))
            assertEquals(blocks.get(next).text().strip(), macro.lastLine());
    }

    @AfterEach
    void closeImages() {
        int[] open = WindowManager.getIDList();
        for (int id : open == null ? new int[0] : open) {
            ImagePlus image = WindowManager.getImage(id);
            image.changes = false;
            image.close();
        }
        IJ.run("Clear Results");
    }
}
