package org.ichradiomics.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Somebody who gives no command is told what there is; that the examples run is tested with the pages. */
class StartTest {

    private static List<Task> commands() {
        return Tasks.ALL.stream().filter(task -> !task.command().isEmpty()).toList();
    }

    @Test
    void noCommand() {
        Console console = Console.run();
        assertEquals(2, console.exit());
        assertEquals("", console.out());
        List<String> lines = console.err().lines().toList();
        assertTrue(lines.size() <= 24, "a screen: " + lines.size());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 110), console.err());
        assertEquals(
                3,
                lines.stream()
                        .filter(line -> line.startsWith("  ich-radiomics "))
                        .count());
        for (Task task : commands())
            assertTrue(console.err().matches("(?s).*\\n  (.*, )?" + task.command() + "[,\\n].*"), task.command());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEachHasAnExample(Task task) {
        String help = Console.run(task.command(), "--help").out();
        assertTrue(help.contains("\nExample: " + task.command() + " "), help);
    }
}
