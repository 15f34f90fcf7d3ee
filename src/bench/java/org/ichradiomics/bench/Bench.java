package org.ichradiomics.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks one after the other, in one thread each, warm, then whole runs of the command line, and prints
 * their tables, as in docs/benchmark.md.
 */
public final class Bench {

    private static final TimeValue ITERATION = TimeValue.seconds(1);

    /** Instead of a number of voxels, where whole files are read. */
    private static final int WHOLE = 0;

    private Bench() {}

    /** @param args simple names of benchmark classes; none for all */
    public static void main(String[] args) throws Exception {
        for (Class<?> benchmark : List.of(
                ExtractionBenchmark.class, IbsiBenchmark.class, ReadingBenchmark.class, OutlineBenchmark.class)) {
            if (args.length == 0 || List.of(args).contains(benchmark.getSimpleName())) run(benchmark);
        }
        if (args.length == 0 || List.of(args).contains(LassoBenchmark.class.getSimpleName())) runLasso();
        if (args.length == 0 || List.of(args).contains(WholeRuns.class.getSimpleName())) WholeRuns.print();
        System.out.printf(
                Locale.ROOT,
                "%n%d processors, Java %s (%s), %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.arch"));
    }

    private static void runLasso() throws Exception {
        List<RunResult> results = new ArrayList<>(results(LassoBenchmark.class));
        results.addAll(largeLasso());
        System.out.printf("%n| | lambdas | threads | ms |%n| --- | ---: | ---: | ---: |%n");
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %s × %s | %s | %s | %.0f |%n",
                    params.getParam("what"),
                    params.getParam("patients"),
                    params.getParam("features"),
                    params.getParam("lambdas"),
                    params.getParam("threads"),
                    result.getPrimaryResult().getStatistics().getPercentile(50) / 1e6);
        }
    }

    /** Once each and cold: against minutes, Java's start is nothing. */
    private static Collection<RunResult> largeLasso() throws Exception {
        return new Runner(new OptionsBuilder()
                        .include(LassoBenchmark.class.getName() + "\\.")
                        .mode(Mode.SingleShotTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(1)
                        .jvmArgs("-Xmx2g")
                        .param("patients", "5000")
                        .param("features", "1500")
                        .param("lambdas", "60", "100")
                        .param("threads", "2")
                        .build())
                .run();
    }

    private static Collection<RunResult> results(Class<?> benchmark) throws Exception {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getName() + "\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .warmupIterations(5)
                        .warmupTime(ITERATION)
                        .measurementIterations(5)
                        .measurementTime(ITERATION)
                        .forks(1)
                        .build())
                .run();
    }

    private static void run(Class<?> benchmark) throws Exception {
        Collection<RunResult> results = results(benchmark);
        Map<String, Map<Integer, Double>> nanoseconds = new LinkedHashMap<>();
        for (RunResult result : results) {
            nanoseconds
                    .computeIfAbsent(result.getParams().getParam("what"), what -> new LinkedHashMap<>())
                    // The median, because a neighbour on the machine makes single iterations many times slower.
                    .put(
                            voxels(result),
                            result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        System.out.println();
        table(nanoseconds).forEach(System.out::println);
    }

    private static int voxels(RunResult result) {
        String voxels = result.getParams().getParam("voxels");
        return voxels == null ? WHOLE : Integer.parseInt(voxels);
    }

    private static List<String> wholeFiles(Map<String, Map<Integer, Double>> nanoseconds) {
        List<String> lines = new ArrayList<>(List.of("| | ms |", "| --- | ---: |"));
        nanoseconds.forEach(
                (what, times) -> lines.add(String.format(Locale.ROOT, "| %s | %.1f |", what, times.get(WHOLE) / 1e6)));
        return lines;
    }

    /** A Markdown table: for each size, milliseconds and nanoseconds per voxel of the lesion. */
    private static List<String> table(Map<String, Map<Integer, Double>> nanoseconds) throws Exception {
        if (nanoseconds.values().iterator().next().containsKey(WHOLE)) return wholeFiles(nanoseconds);
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int voxels : nanoseconds.values().iterator().next().keySet())
            sizes.put(voxels, Lesions.of(voxels, 30).size());
        StringBuilder head = new StringBuilder("| |");
        StringBuilder rule = new StringBuilder("| --- |");
        for (int size : sizes.values()) {
            head.append(String.format(Locale.ROOT, " %,d voxels, ms | ns/voxel |", size));
            rule.append(" ---: | ---: |");
        }
        List<String> lines = new ArrayList<>(List.of(head.toString(), rule.toString()));
        nanoseconds.forEach((what, times) -> {
            StringBuilder line = new StringBuilder("| ").append(what).append(" |");
            times.forEach((voxels, ns) ->
                    line.append(String.format(Locale.ROOT, " %.3f | %.1f |", ns / 1e6, ns / sizes.get(voxels))));
            lines.add(line.toString());
        });
        return lines;
    }
}
