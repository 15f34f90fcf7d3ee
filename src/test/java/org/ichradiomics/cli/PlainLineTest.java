package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlainLineTest {

    private static final PrintWriter NOBODY = new PrintWriter(new StringWriter());

    static Stream<Task> tasks() {
        return Tasks.ALL.stream().filter(task -> !task.command().isEmpty());
    }

    /** All that a command takes, with = and without; picocli is the oracle. */
    @ParameterizedTest
    @MethodSource("tasks")
    void isReadAsPicocliReadsIt(Task task) {
        List<String> args = new ArrayList<>(List.of(task.command()));
        for (Option option : task.options()) {
            String value = option.kind() == Option.Kind.COUNT ? "7" : "some=thing/" + option.key() + ".csv";
            if (!option.isOnTheLine()) continue;
            if (option.kind() == Option.Kind.FLAG)
                args.add(option.flag(option.choices().get(1)));
            else if (option.line().flag().isEmpty()) args.add(value);
            else if (args.size() % 2 == 0) args.add(option.line().flag() + "=" + value);
            else args.addAll(List.of(option.line().flag(), value));
            if (option.kind() == Option.Kind.POINTS) args.add(option.line().flag() + "=1,2,3");
        }
        args.add("--debug");
        ParseResult parsed =
                TaskSpec.line(task.command()).setExpandAtFiles(false).parseArgs(args.toArray(String[]::new));
        Given plain =
                PlainLine.read(args.toArray(String[]::new), NOBODY, NOBODY).orElseThrow();
        assertEquals(TaskSpec.given(task, parsed.subcommand(), NOBODY, NOBODY), plain);
        assertTrue(plain.has(Commands.DEBUG));
    }

    @Test
    void aLabelHasTwoNames() {
        String[] args = {"extract", "ct.nii", "--mask", "m.nii", "--label", "2", "--out", "t.csv"};
        assertEquals("2", PlainLine.read(args, NOBODY, NOBODY).orElseThrow().value("--mask-label"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extract",
                "extrakt ct.nii",
                "extract --help",
                "extract ct.nii --mask m.nii",
                "extract --mask m.nii --out t.csv",
                "extract ct.nii other.nii --mask m.nii --out t.csv",
                "extract ct.nii --mask m.nii --out t.csv --mask n.nii",
                "extract ct.nii --mask m.nii --out t.csv --label 1 --mask-label 1",
                "extract ct.nii --mask m.nii --out t.csv --low -20",
                "extract ct.nii --mask m.nii --out t.csv --binz 20",
                "extract ct.nii --mask m.nii --out t.csv --long=yes",
                "extract ct.nii --mask m.nii --out=",
                "extract ct.nii --mask m.nii --out",
                "extract -- ct.nii --mask m.nii --out t.csv",
                "batch list.csv --threads many --out t.csv"
            })
    void restIsLeftToPicocli(String line) {
        assertTrue(PlainLine.read(line.split(" "), NOBODY, NOBODY).isEmpty());
    }
}
