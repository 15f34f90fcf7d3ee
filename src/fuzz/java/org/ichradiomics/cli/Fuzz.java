package org.ichradiomics.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coverage-guided fuzzing of every target, one after the other, each in a JVM of its own; see docs/fuzz.md. */
public final class Fuzz {

    private static final String TARGET = "fuzz.target";
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");

    private static final FuzzTarget FUZZED =
            System.getProperty(TARGET) == null ? null : FuzzTarget.valueOf(System.getProperty(TARGET));
    private static final Path FOLDER = FUZZED == null ? null : Path.of(System.getProperty("fuzz.folder"));

    private Fuzz() {}

    /** @param args the folder for what is found, seconds for each target, then names of targets; none for all */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        List<String> names = List.of(args).subList(2, args.length);
        List<String> failed = new ArrayList<>();
        System.out.println("| target | executions | ended well |\n| --- | ---: | --- |");
        for (FuzzTarget target : FuzzTarget.values()) {
            if (!names.isEmpty() && !names.contains(target.name())) continue;
            Path folder = root.resolve(target.folder());
            Path log = folder.resolve("log");
            Path corpus = Files.createDirectories(folder.resolve("corpus"));
            int n = 0;
            for (byte[] seed : target.seeds()) Files.write(corpus.resolve("seed-" + n++), seed);
            boolean well = run(target, folder, corpus, log, args[1]) == 0;
            Matcher executions = EXECUTIONS.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
            String count = executions.find() ? executions.group(1) : "unknown";
            System.out.println("| " + target + " | " + count + " | " + (well ? "yes" : "no") + " |");
            if (!well) failed.add(target + ": " + log);
        }
        if (!failed.isEmpty()) throw new IllegalStateException("Something was found: " + failed);
    }

    private static int run(FuzzTarget target, Path folder, Path corpus, Path log, String seconds)
            throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-D" + TARGET + "=" + target,
                        "-Dfuzz.folder=" + Files.createDirectories(folder.resolve("work")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Fuzz.class.getName(),
                        "--instrumentation_includes=org.ichradiomics.**:ij.io.**:org.dhatim.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + File.separator,
                        "-max_total_time=" + seconds,
                        "-seed=1",
                        "-timeout=20",
                        "-rss_limit_mb=2000",
                        "-print_final_stats=1",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** Jazzer calls it. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZED.meet(bytes, FOLDER);
    }
}
