package org.ichradiomics.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A stand-alone cluster of Spark on the loopback, of Maven's jars alone: a master and two workers of one core, each a
 * program of its own, and drivers by {@code SparkSubmit}.
 */
final class RealCluster implements AutoCloseable {

    /** As Spark's own scripts open them for Java 17. */
    private static final List<String> OPENS = Stream.of("""
                    java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util
                    java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs
                    sun.security.action sun.util.calendar""".split("\\s+"))
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    /** Programs that live for seconds are not worth what Java does for those that live for hours. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int WORKERS = 2;
    private static final long PATIENCE_MILLIS = 300_000;

    private final Path home = Path.of(System.getProperty("spark.home")).toAbsolutePath();
    private final String jar =
            Path.of(System.getProperty("spark.jar")).toAbsolutePath().toString();
    private final Path folder;
    private final int port = freePort();
    private final Process master;
    private final List<Process> workers = new ArrayList<>();
    private int started;

    RealCluster(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        Files.write(home.resolve("RELEASE"), new byte[0]);
        master = start(
                "master",
                List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "" + freePort());
        until(() -> said("master").contains("New state: ALIVE"), master);
        for (int i = 0; i < WORKERS; i++) addWorker();
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** The oldest, as by a power cut; its executor ends by itself. */
    void killWorker() throws InterruptedException {
        workers.remove(0).destroyForcibly().waitFor();
    }

    /** Those of a driver that was killed are gone, and have written what they will write. */
    void waitForNoExecutor() {
        until(() -> workers.stream().flatMap(Process::descendants).noneMatch(ProcessHandle::isAlive), master);
    }

    void addWorker() throws Exception {
        String name = "worker" + started++;
        Process worker = start(
                name,
                List.of("-Xmx256m"),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "" + freePort(),
                "--work-dir",
                folder.resolve("work").toString(),
                url());
        workers.add(worker);
        until(() -> said(name).contains("Successfully registered with master"), worker);
    }

    /** A driver, which has begun. */
    Driver submit(List<String> settings, List<String> arguments) throws IOException {
        return submit(url(), settings, arguments);
    }

    Driver submit(String url, List<String> settings, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", url));
        List<String> usual = List.of(
                "spark.driver.host=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.executor.memory=512m",
                "spark.executor.defaultJavaOptions=" + String.join(" ", QUICK));
        Stream.concat(usual.stream(), settings.stream()).forEach(one -> all.addAll(List.of("--conf", one)));
        all.add(jar);
        all.addAll(arguments);
        String name = "driver" + started++;
        return new Driver(
                start(name, List.of("-Xmx512m"), "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new)),
                name);
    }

    /** Someone who submitted a batch. */
    final class Driver {

        private final Process process;
        private final String name;

        private Driver(Process process, String name) {
            this.process = process;
            this.name = name;
        }

        /** The exit code. */
        int end() throws InterruptedException {
            until(() -> !process.isAlive(), process);
            return process.waitFor();
        }

        /** All that it has written so far. */
        String said() {
            return RealCluster.this.said(name);
        }

        /** How many cases it has told of. */
        long told() {
            return said().lines().filter(line -> line.matches("p\\d+: \\w+.*")).count();
        }

        void waitFor(int cases) {
            until(() -> told() >= cases || !process.isAlive(), process);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String name, List<String> java, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPENS);
        command.addAll(QUICK);
        command.addAll(java);
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        command.addAll(List.of("-cp", home.resolve("jars") + "/*", main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        return builder.start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String said(String name) {
        try {
            return new String(Files.readAllBytes(log(name)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void until(BooleanSupplier isSo, Process process) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!isSo.getAsBoolean()) {
            if (System.currentTimeMillis() > end || process != null && !process.isAlive() && !isSo.getAsBoolean())
                throw new AssertionError("waited in vain");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        List<Process> all = new ArrayList<>(workers);
        all.add(master);
        for (Process one : all) {
            one.descendants().forEach(ProcessHandle::destroyForcibly);
            one.destroyForcibly();
        }
    }
}
