package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The script of {@code completion}, sourced by bash as a user does it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash is not a part of it")
class CompletionTest {

    /** Outside a completion bash has no compopt to call. */
    private static final String PROMPT = """
            compopt() { :; }
            complete_words() {
                COMP_LINE="$*"; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
                $(complete -p ich-radiomics | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                printf '%s\\n' "${COMPREPLY[@]}"
            }
            """;

    @TempDir
    private Path folder;

    private Set<String> completed(String words) throws Exception {
        Path script = Files.writeString(
                folder.resolve("ich.sh"), Console.run("completion").out());
        Process bash = new ProcessBuilder(
                        "bash", "-c", "source '" + script + "'\n" + PROMPT + "complete_words ich-radiomics " + words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Set<String> lines = new TreeSet<>(
                new String(bash.getInputStream().readAllBytes()).lines().toList());
        bash.waitFor();
        return lines;
    }

    @Test
    void commands() throws Exception {
        assertEquals(Set.of("extract"), completed("ext"));
        assertEquals(
                new TreeSet<>(Tasks.ALL.stream()
                        .map(Task::command)
                        .filter(command -> !command.isEmpty())
                        .map(command -> command.split(" ")[0])
                        .toList()),
                completed("''"));
        assertEquals(Set.of("import", "export"), completed("signature ''"));
    }

    @Test
    void options() throws Exception {
        assertEquals(Set.of("--catalogue"), completed("extract --ca"));
        assertEquals(Set.of("--mask", "--mask-label"), completed("extract ct.nii.gz --m"));
        assertEquals(Set.of("--version"), completed("--v"));
    }

    @Test
    void valuesOfEachOption() throws Exception {
        assertEquals(Set.of("IBSI"), completed("extract --catalogue I"));
        assertEquals(Set.of("checked", "forced", "resampled"), completed("extract --placement ''"));
        assertEquals(Set.of("per\\ ROI", "per\\ group", "per\\ label"), completed("extract --rows p"));
    }

    @Test
    void files() throws Exception {
        for (String name : List.of("ct.nii.gz", "ct-mask.nii.gz")) Files.createFile(folder.resolve(name));
        assertEquals(Set.of("ct-mask.nii.gz"), completed("extract ct.nii.gz --mask ct-"));
        assertEquals(Set.of("ct-mask.nii.gz", "ct.nii.gz"), completed("extract c"));
    }
}
