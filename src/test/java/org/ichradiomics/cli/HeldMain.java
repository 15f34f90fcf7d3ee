package org.ichradiomics.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command line in a Java of its own, held for good at the line of stderr that a test names, so that the test meets
 * it there however fast or slow it is. Asked to end, as by Ctrl-C, it goes on, once it has heard of it.
 */
final class HeldMain {

    private static final long LOOK_MS = 20;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(10);

    private HeldMain() {}

    /** @param args what stands in the line to be held at, then those of the command line */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintWriter err = new PrintWriter(new Held(args[0]));
        System.exit(Main.run(Stream.of(args).skip(1).toArray(String[]::new), new PrintWriter(System.out), err));
    }

    /**
     * Starts it and waits until it is held.
     *
     * @param log a file for what it says
     * @param text what stands in the line to be held at
     * @throws AssertionError if it does not come there
     */
    static Process start(Path log, String text, Object... args) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HeldMain.class.getName(),
                text));
        Stream.of(args).map(Object::toString).forEach(call::add);
        Process process = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long start = System.nanoTime();
        while (!Files.readString(log).contains(text)) {
            boolean over = !process.isAlive() && !Files.readString(log).contains(text);
            if (over || System.nanoTime() - start > PATIENCE_NS) {
                process.destroyForcibly();
                throw new AssertionError("did not come to \"" + text + "\": " + Files.readString(log));
            }
            Thread.sleep(LOOK_MS);
        }
        return process;
    }

    /** Passes lines on; that which is waited for only returns once Ctrl-C has been heard. */
    private static final class Held extends Writer {

        private final String text;
        private final StringWriter said = new StringWriter();

        Held(String text) {
            this.text = text;
        }

        @Override
        public void write(char[] chars, int from, int length) {
            said.write(chars, from, length);
        }

        @Override
        public void flush() {
            String lines = said.toString();
            said.getBuffer().setLength(0);
            System.err.print(lines);
            System.err.flush();
            while (lines.contains(text) && !isAskedToEnd()) pause();
        }

        private static boolean isAskedToEnd() {
            return Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread ->
                            thread.getName().equals("Ctrl-C") && thread.getState() == Thread.State.TIMED_WAITING);
        }

        private static void pause() {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
