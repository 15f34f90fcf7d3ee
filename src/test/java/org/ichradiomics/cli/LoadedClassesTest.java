package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A small run takes about as long as its classes take to load: what it has no use for stays where it is. */
class LoadedClassesTest {

    private static final String SAMPLE = "sample-images/head-ct-phantom";

    /** Parsing of options that are plain, numerals of all countries, images of images. */
    private static final List<String> NEEDLESS =
            List.of("picocli.", "java.sql.", "sun.util.cldr.", "net.imglib2.view.Views");

    @TempDir
    Path folder;

    @Test
    void extractLoadsNothingNeedless() throws Exception {
        List<String> loaded = loaded(
                "extract",
                SAMPLE + ".nii.gz",
                "--mask",
                SAMPLE + "-mask.nii.gz",
                "--out",
                folder.resolve("table.csv").toString());
        assertTrue(loaded.contains("org.ichradiomics.measure.Extractor"), "it has measured");
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(name -> NEEDLESS.stream().anyMatch(name::startsWith))
                        .toList());
    }

    private static List<String> loaded(String... args) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xlog:class+load:stdout:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(args))
                .toList();
        Process run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, run.waitFor());
        return said.lines().map(line -> line.replaceFirst(" source: .*", "")).toList();
    }
}
