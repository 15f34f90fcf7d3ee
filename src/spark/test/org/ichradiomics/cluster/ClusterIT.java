package org.ichradiomics.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClusterIT {

    private static final int CASES = 200;

    @TempDir
    static Path folder;

    private static RealCluster cluster;
    private static Path list;
    private static Path oneMachine;

    @BeforeAll
    static void start() throws Exception {
        cluster = new RealCluster(folder.resolve("cluster"));
        list = new SmallCohort(40, 40, 8).write(folder.resolve("cohort"), CASES);
        oneMachine = folder.resolve("one.csv");
        // the same jar, without a cluster
        batch(list, oneMachine);
    }

    static void batch(Path list, Path out, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "java",
                "-Xmx512m",
                "-cp",
                System.getProperty("cli.jar"),
                "org.ichradiomics.cli.Main",
                "batch",
                list.toString(),
                "--out",
                out.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void theSameBytes() throws Exception {
        Path out = folder.resolve("two.csv");
        RealCluster.Driver driver = cluster.submit(List.of(), "batch", list.toString(), "--out", out.toString());
        int code = driver.end();
        System.out.println(driver.said());
        assertEquals(0, code);
        assertEquals(-1, Files.mismatch(oneMachine, out));
        assertEquals(-1, Files.mismatch(folder.resolve("one.json"), folder.resolve("two.json")));
    }
}
