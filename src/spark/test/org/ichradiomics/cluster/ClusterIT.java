package org.ichradiomics.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A batch on a real cluster gives the bytes of one machine, whatever is killed on the way, and says in a sentence what
 * is wrong. The other machine is the plain command line, which knows of no cluster.
 */
class ClusterIT {

    private static final int CASES = 200;
    private static final int KILLS = 5;
    private static final long SOON_MILLIS = 20_000;

    @TempDir
    static Path folder;

    private static RealCluster cluster;
    private static Path list;
    private static Path whole;

    @BeforeAll
    static void start() throws Exception {
        list = new SmallCohort(40, 40, 8).write(folder.resolve("cohort"), CASES);
        whole = folder.resolve("whole.csv");
        assertEquals(0, oneMachine(list, whole));
        cluster = new RealCluster(folder.resolve("cluster"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) cluster.close();
    }

    private static int oneMachine(Path cases, Path out, String... more) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("java", "-Xmx512m", "-jar", System.getProperty("cli.jar"), "batch", cases.toString(), "--out"));
        command.add(out.toString());
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static RealCluster.Driver batch(Object cases, Object out, String... more) throws IOException {
        return batch(List.of(), cases, out, more);
    }

    private static RealCluster.Driver batch(List<String> settings, Object cases, Object out, String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("batch", cases.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return cluster.submit(settings, arguments);
    }

    private static void assertEnds(int code, RealCluster.Driver driver) throws Exception {
        assertEquals(code, driver.end(), driver.said());
        assertFalse(driver.said().contains("\tat "), driver.said());
    }

    private static void assertSame(Path expected, Path out) throws IOException {
        for (String ending : List.of(".csv", ".json"))
            assertEquals(Files.readString(other(expected, ending)), Files.readString(other(out, ending)));
    }

    private static Path other(Path csv, String ending) {
        return csv.resolveSibling(csv.getFileName().toString().replaceFirst("\\.csv$", ending));
    }

    /** Files of finished cases, and when they were written. */
    private static Map<String, String> rows(Path csv) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Path journal = other(csv, ".journal");
        if (!Files.exists(journal)) return rows;
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList())
                rows.put(file.toString(), Files.getLastModifiedTime(file).toString());
        }
        return rows;
    }

    /** Nothing of a person, a path or a list is kept in the event log. */
    @Test
    void theSameBytesAndWhatTheEventLogKeeps() throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        Path out = folder.resolve("plain.csv");
        List<String> logged = List.of(
                "spark.eventLog.enabled=true", "spark.eventLog.compress=false", "spark.eventLog.dir=" + events.toUri());
        assertEnds(0, batch(logged, list, out));
        assertSame(whole, out);
        try (Stream<Path> logs = Files.walk(events)) {
            String log = logs.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".crc"))
                    .map(ClusterIT::text)
                    .collect(Collectors.joining());
            assertTrue(log.contains("Features of 200 cases"), "stages have names");
            for (String kept : List.of("cohort", "cases.csv", ".nii", "plain.csv"))
                assertFalse(log.contains(kept), kept);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aWorkerIsKilledInTheMiddle() throws Exception {
        Path out = folder.resolve("worker.csv");
        RealCluster.Driver driver = batch(List.of("spark.speculation=true"), list, out);
        driver.waitFor(CASES / 4);
        cluster.killWorker();
        assertEnds(0, driver);
        cluster.addWorker();
        assertSame(whole, out);
        assertEquals(CASES, driver.told());
    }

    /** A row that is there when a driver is killed is never written again, and each next driver measures the others. */
    @Test
    void theDriverIsKilledAndSubmittedAgain() throws Exception {
        Path out = folder.resolve("driver.csv");
        Random random = new Random(5);
        Map<String, String> finished = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            RealCluster.Driver driver = kill == 0 ? batch(list, out) : batch(list, out, "--resume");
            driver.waitFor(1 + random.nextInt(CASES / KILLS - 10));
            driver.kill();
            cluster.waitForNoExecutor();
            assertTrue(rows(out).entrySet().containsAll(finished.entrySet()));
            finished = rows(out);
        }
        int left = CASES - (finished.size() - 1);
        RealCluster.Driver last = batch(list, out, "--resume");
        assertEnds(0, last);
        assertEquals(left, last.told(), "cases under way when drivers were killed, and no other, are measured again");
        assertTrue(rows(out).entrySet().containsAll(finished.entrySet()));
        assertSame(whole, out);
    }

    /** Scans, settings, table, journal, pages: all in HDFS; and the name node is stopped at the end. */
    @Test
    void storedInHdfs() throws Exception {
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
        String store = hdfs.getURI().toString();
        try (FileSystem files = hdfs.getFileSystem()) {
            Path few = new SmallCohort(40, 40, 8).write(folder.resolve("few"), 24);
            Path local = folder.resolve("few.csv");
            assertEquals(0, oneMachine(few, local, "--reports"));
            files.copyFromLocalFile(hadoop(few.getParent().toString()), hadoop("/cohort"));
            files.mkdirs(hadoop("/out"));
            RealCluster.Driver driver = batch(store + "/cohort/cases.csv", store + "/out/table.csv", "--reports");
            assertEnds(0, driver);
            files.copyToLocalFile(
                    hadoop("/out"), hadoop(folder.resolve("fetched").toString()));
            assertEquals(-1, Files.mismatch(local, folder.resolve("fetched/table.csv")));
            assertEquals(-1, Files.mismatch(folder.resolve("few.json"), folder.resolve("fetched/table.json")));
            for (String page : List.of("cases/p003/report.html", "cases/p003/mask.nii.gz", "pictures/p003.png"))
                assertEquals(
                        -1,
                        Files.mismatch(
                                folder.resolve(page), folder.resolve("fetched").resolve(page)),
                        page);
            files.copyFromLocalFile(
                    hadoop(few.resolveSibling("p005.nii.gz").toString()), hadoop("/cohort/p004.nii.gz"));
            RealCluster.Driver changed = batch(store + "/cohort/cases.csv", store + "/out/table.csv", "--resume");
            assertEnds(3, changed);
            assertTrue(changed.said().contains("The files of case p004 have changed"), changed.said());
            RealCluster.Driver anew = batch(store + "/cohort/cases.csv", store + "/out/table.csv", "--recompute");
            assertEnds(0, anew);
            assertEquals(1, anew.told(), anew.said());
        } finally {
            hdfs.shutdown();
        }
        long begun = System.currentTimeMillis();
        RealCluster.Driver away = batch(store + "/cohort/cases.csv", folder.resolve("away.csv"));
        assertEnds(3, away);
        assertTrue(away.said().contains("The file system " + store + " cannot be reached"), away.said());
        assertTrue(System.currentTimeMillis() - begun < SOON_MILLIS + 10_000);
    }

    private static org.apache.hadoop.fs.Path hadoop(String path) {
        return new org.apache.hadoop.fs.Path(path);
    }

    /** Half of the cases cannot be read, and one ends whoever measures it: rows, and exit code 4 as of one machine. */
    @Test
    void badCasesAreRows() throws Exception {
        Path bad = new SmallCohort(40, 40, 8).write(folder.resolve("bad"), 12);
        for (int i = 0; i < 6; i++) Files.writeString(bad.resolveSibling("p00" + i + ".nii.gz"), "nothing");
        Path few = folder.resolve("half.csv");
        assertEquals(4, oneMachine(bad, few));
        new SmallCohort(400, 400, 160)
                .writeLarge(bad.resolveSibling("p012.nii.gz"), bad.resolveSibling("p012_seg.nii.gz"));
        Files.writeString(bad, Files.readString(bad) + "p012,p012.nii.gz,p012_seg.nii.gz,50\n");
        Path out = folder.resolve("bad.csv");
        RealCluster.Driver driver =
                batch(List.of("spark.executor.extraJavaOptions=-XX:+ExitOnOutOfMemoryError"), bad, out);
        assertEnds(4, driver);
        assertTrue(driver.said().contains("too little for 1 case, p012 among them: give --executor-memory"));
        assertTrue(driver.said().contains("p012: failed: The program that measured it was ended 2 times"));
        assertEquals(Files.readAllLines(few), Files.readAllLines(out).subList(0, 1 + 12));
    }

    @Test
    void oneSentenceForWhatIsWrong() throws Exception {
        Path out = folder.resolve("wrong.csv");
        long begun = System.currentTimeMillis();
        RealCluster.Driver nobody = cluster.submit(
                "spark://127.0.0.1:" + RealCluster.freePort(),
                List.of(),
                List.of("batch", list.toString(), "--out", out.toString()));
        assertEnds(3, nobody);
        assertTrue(System.currentTimeMillis() - begun < SOON_MILLIS + 10_000);
        assertTrue(nobody.said().contains("cannot be reached: see whether it runs"), nobody.said());

        Files.copy(whole, out, StandardCopyOption.REPLACE_EXISTING);
        RealCluster.Driver there = batch(list, out);
        assertEnds(3, there);
        assertTrue(there.said().contains("There is a file wrong.csv without a wrong.journal"), there.said());

        RealCluster.Driver small = batch(List.of("spark.executor.memory=100m"), list, folder.resolve("small.csv"));
        assertEnds(3, small);
        assertTrue(small.said().contains("Spark cannot start ("), small.said());

        RealCluster.Driver alone = batch(
                List.of("spark.executor.memory=64g", "spark.ichradiomics.patience=25s"),
                list,
                folder.resolve("alone.csv"));
        assertEnds(3, alone);
        assertTrue(alone.said().contains("No executor has come: the cluster has no machine with 64g"), alone.said());
    }
}
