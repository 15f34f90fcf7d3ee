package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CommandsTest {

    private static final Task NEW = new Task(
            "count",
            "Count...",
            "count",
            List.of(),
            List.of("Count something."),
            () -> "",
            () -> List.of(
                    CommonOptions.IMAGE,
                    Option.word("Times", "2", "How often.").line("N"),
                    Option.flag("Twice", "Say it twice.")),
            (options, image, user) -> image.getTitle() + " " + options.get("times") + " " + options.get("twice"),
            null,
            "");

    private static String said(String... words) {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out, true);
        assertEquals(0, Main.run(PlainLine.read(NEW, words, to, to).orElseThrow()));
        return out.toString().strip();
    }

    /** What a new task does in ImageJ is its command at once, without a line of code. */
    @Test
    void aTaskNeedsNothingOfItsOwn() {
        String image = "sample-images/head-ct-phantom.nii.gz";
        assertEquals("head-ct-phantom.nii.gz 2 no", said("count", image));
        assertEquals("head-ct-phantom.nii.gz 5 yes", said("count", image, "--times", "5", "--twice"));
    }
}
