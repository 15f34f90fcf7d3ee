package org.ichradiomics.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * One executor, two executors and one machine on the same scans of 512 × 512 × 30; and what {@link ClusterPlan} says of
 * two, given one. See docs/cluster.md.
 */
final class ClusterBenchmark {

    private static final int SCANS = 24;

    private ClusterBenchmark() {}

    /** @param args how many cases, and a folder for them */
    public static void main(String[] args) throws Exception {
        int cases = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        Path list = repeated(folder.resolve("cohort"), cases);
        Path one = new SmallCohort(40, 40, 8).write(folder.resolve("nothing"), 1);
        try (RealCluster cluster = new RealCluster(folder.resolve("cluster"))) {
            double start = seconds(cluster, 1, one, folder.resolve("start.csv"));
            double alone = seconds(cluster, 1, list, folder.resolve("one.csv"));
            double both = seconds(cluster, 2, list, folder.resolve("two.csv"));
            double here = here(list, folder.resolve("here.csv"), 2);
            ClusterPlan.Cost each = new ClusterPlan.Cost(0, (alone - start) / cases);
            double planned = new ClusterPlan(2, start, 0.003, 1, 0).seconds(Collections.nCopies(cases, each));
            System.out.printf(
                    Locale.ROOT,
                    "%d cases; one small case %.1f s; one executor %.1f s; two %.1f s, planned %.1f s; "
                            + "one machine with two threads %.1f s%n"
                            + "cases per second, two against one, beyond the start: %.2f%n"
                            + "two executors against two threads, beyond the start: %.2f%n",
                    cases,
                    start,
                    alone,
                    both,
                    planned,
                    here,
                    (alone - start) / (both - start),
                    (both - start) / here);
        }
    }

    /** To make a scan takes ten times as long as to measure it: so many cases are of a few scans. */
    private static Path repeated(Path folder, int cases) throws Exception {
        Path scans = folder.resolve("cases.csv");
        if (!Files.exists(scans)) new SmallCohort(512, 512, 30).write(folder, SCANS);
        List<String> lines = Files.readAllLines(scans);
        List<String> list = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < cases; i++)
            list.add("c" + i + lines.get(1 + i % SCANS).substring("p000".length()));
        return Files.write(folder.resolve("repeated.csv"), list);
    }

    private static double seconds(RealCluster cluster, int executors, Path list, Path out) throws Exception {
        long begun = System.nanoTime();
        RealCluster.Driver driver = cluster.submit(
                List.of("spark.cores.max=" + executors, "spark.executor.memory=900m"),
                List.of("batch", list.toString(), "--out", out.toString(), "--overwrite"));
        if (driver.end() != 0) throw new IllegalStateException(driver.said());
        return seconds(begun);
    }

    private static double here(Path list, Path out, int threads) throws Exception {
        long begun = System.nanoTime();
        int code = new ProcessBuilder(
                        "java",
                        "-Xmx1800m",
                        "-jar",
                        System.getProperty("cli.jar"),
                        "batch",
                        list.toString(),
                        "--threads",
                        "" + threads,
                        "--overwrite",
                        "--out",
                        out.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) throw new IllegalStateException("exit code " + code);
        return seconds(begun);
    }

    private static double seconds(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 1000.0;
    }
}
