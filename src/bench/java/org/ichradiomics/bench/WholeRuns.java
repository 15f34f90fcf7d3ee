package org.ichradiomics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whole processes of the command line, from Java's start to the written table, under {@code /usr/bin/time}: processor
 * time of all threads (user + system) and memory at the peak, the median of {@value #RUNS} runs. With
 * {@code -Dbench.against=JAR} another version runs in turn with this one, and {@code -Dbench.only=AK} leaves out all
 * rows without that word.
 */
final class WholeRuns {

    private static final int RUNS = 3;
    private static final int COHORT = 50;

    /** What is run, with {@code OUT} for the table. */
    private record Run(String name, List<String> arguments) {}

    /** Seconds and MB. */
    private record Cost(double seconds, double megabytes) {}

    private final Path folder;
    private final Path out;

    private WholeRuns(Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
    }

    static void print() throws Exception {
        Path jar = jar();
        if (jar == null) {
            System.out.printf("%nWhole runs need the jar of the command line: mvn -DskipTests package%n");
            return;
        }
        Path folder = Files.createTempDirectory("runs");
        try {
            new WholeRuns(folder).print(jar, System.getProperty("bench.against"));
        } finally {
            delete(folder);
        }
    }

    private static Path jar() throws IOException {
        if (!Files.isDirectory(Path.of("target"))) return null;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-cli.jar"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private void print(Path jar, String against) throws Exception {
        String only = System.getProperty("bench.only", "");
        List<Run> runs = runs().stream().filter(run -> run.name.contains(only)).toList();
        System.out.printf("%n| | s | MB |%s%n", against == null ? "" : " before, s | MB | before / now |");
        System.out.printf("| --- | ---: | ---: |%s%n", against == null ? "" : " ---: | ---: | ---: |");
        for (Run run : runs) {
            List<Cost> now = new ArrayList<>();
            List<Cost> before = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                now.add(cost(run, jar.toString()));
                if (against != null) before.add(cost(run, against));
            }
            Cost cost = median(now);
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.0f |", run.name, cost.seconds, cost.megabytes);
            if (against != null) {
                Cost old = median(before);
                System.out.printf(
                        Locale.ROOT, " %.2f | %.0f | %.2f |", old.seconds, old.megabytes, old.seconds / cost.seconds);
            }
            System.out.println();
        }
    }

    private List<Run> runs() throws IOException {
        new HeadCt(512, 30, new double[] {0.45, 0.45, 5}, 12, 1).write(folder, "s", ".nii.gz");
        new HeadCt(512, 150, new double[] {0.45, 0.45, 1}, 12, 2).write(folder, "m", ".nii.gz");
        new HeadCt(512, 320, new double[] {0.45, 0.45, 0.625}, 12, 3).write(folder, "l", ".nii.gz");
        new HeadCt(1024, 600, new double[] {0.22, 0.22, 0.3}, 6, 4).write(folder, "huge", ".nii");
        StringBuilder cases = new StringBuilder("case,image,mask\n");
        for (int i = 0; i < COHORT; i++) {
            new HeadCt(512, 24 + i % 9, new double[] {0.45, 0.45, 5}, 9 + i % 6, 100 + i)
                    .write(folder, "c" + i, ".nii.gz");
            cases.append(String.format(Locale.ROOT, "c%1$d,c%1$d.nii.gz,c%1$d_mask.nii.gz%n", i));
        }
        Files.writeString(folder.resolve("cases.csv"), cases);
        List<Run> runs = new ArrayList<>();
        for (String catalogue : List.of("AK", "IBSI")) {
            runs.add(extract("512 × 512 × 30", "s.nii.gz", catalogue));
            runs.add(extract("512 × 512 × 150", "m.nii.gz", catalogue));
            runs.add(extract("512 × 512 × 320", "l.nii.gz", catalogue));
        }
        runs.add(extract("1024 × 1024 × 600, not packed", "huge.nii", "AK"));
        runs.add(new Run("`batch` AK, " + COHORT + " cases", List.of("batch", file("cases.csv"), "--out", "OUT")));
        return runs;
    }

    private Run extract(String size, String image, String catalogue) {
        String mask = image.replaceFirst("\\.", "_mask.");
        return new Run(
                "`extract` " + catalogue + ", " + size,
                List.of(
                        "extract",
                        file(image),
                        "--mask",
                        file(mask),
                        "--catalogue",
                        catalogue.toLowerCase(Locale.ROOT),
                        "--out",
                        "OUT"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Cost cost(Run run, String jar) throws Exception {
        if (Files.exists(out)) delete(out);
        Files.createDirectories(out);
        Path time = folder.resolve("time");
        List<String> command = new ArrayList<>(List.of("/usr/bin/time", "-f", "%U %S %M", "-o", time.toString()));
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar));
        for (String argument : run.arguments)
            command.add(argument.equals("OUT") ? out.resolve("table.csv").toString() : argument);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (process.waitFor() != 0) throw new IOException(Files.readString(folder.resolve("log")));
        double[] numbers = Arrays.stream(Files.readString(time).strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Cost(numbers[0] + numbers[1], numbers[2] / 1024);
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
