package org.ichradiomics.casework;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.Gson;
import de.siegmar.fastcsv.reader.CsvReader;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.ScanFile;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@link Autosave} and {@link CaseSaving} in programs that are killed while they draw and save. */
class KilledWhileDrawingTest {

    private static final int KILLED = 30;
    private static final int AT_ONCE = 6;
    private static final long SECONDS = 5;
    private static final long NANOS = 1_000_000_000L;

    /** Whatever has started this test. */
    private static final String CLASS_PATH = Stream.of(
                    DrawingReader.class, Autosave.class, ArrayImgs.class, Gson.class, CsvReader.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(location -> Path.of(URI.create(location.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    Path folder;

    /** A stroke, and when it was heard of. */
    private record Heard(int step, long at) {}

    @Test
    void atMostFiveSecondsAreLostAndNeverTheCase() throws Exception {
        ExecutorService children = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < KILLED; i++) {
            int number = i;
            ends.add(children.submit(() -> {
                kill(number);
                return null;
            }));
        }
        for (Future<?> end : ends) end.get();
        children.shutdown();
    }

    private void kill(int number) throws Exception {
        CaseHome home = CaseHome.of(folder.resolve("out" + number), DrawingReader.CASE);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        CLASS_PATH,
                        DrawingReader.class.getName(),
                        home.out().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Heard> heard = new ArrayList<>();
        // By strokes, so that the moment is one of the program's own: within a stroke, a draft or a saving.
        int last = 1 + new SplittableRandom(number).nextInt(500);
        try (BufferedReader strokes = child.inputReader()) {
            for (String line = strokes.readLine(); line != null; line = strokes.readLine()) {
                heard.add(new Heard(Integer.parseInt(line), System.nanoTime()));
                // The handle leaves the pipe open, so that what was printed is read to its end.
                if (heard.size() == last) child.toHandle().destroyForcibly();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        check(home, heard);
    }

    private static void check(CaseHome home, List<Heard> heard) throws Exception {
        CaseSaving.finish(home.out());
        long end = heard.get(heard.size() - 1).at();
        int needed = heard.stream()
                .filter(one -> end - one.at() > SECONDS * NANOS)
                .mapToInt(Heard::step)
                .max()
                .orElse(0);
        CaseState state = CaseState.read(home).orElse(CaseState.NEW);
        int kept = Integer.parseInt(state.patient().getOrDefault(DrawingReader.STEP, "0"));
        assertTrue(kept >= needed, () -> "stroke " + needed + " was lost, " + kept + " is there");
        if (kept == 0) return;
        int drawn = step(Draft.outline(home, state), kept);
        assertTrue(drawn >= kept, () -> "outline and fields are of the strokes " + drawn + " and " + kept);
        if (!Files.exists(home.table())) return;
        List<String> row = FeatureTableCsv.read(home.table()).texts(DrawingReader.STEP);
        assertEquals(List.of(Integer.toString(step(home.mask(), 1))), row, "row and mask are of one stroke");
    }

    /** How many strokes an outline has, at least as many as told; 0 if it is none of theirs. */
    private static int step(Path file, int least) throws Exception {
        RandomAccessibleInterval<? extends RealType<?>> labels =
                ScanFile.readScan(file).hu();
        DrawingReader again = new DrawingReader();
        for (int step = 1; step <= least + 1000; step++) {
            again.draw();
            if (step >= least && isSame(labels, again)) return step;
        }
        return 0;
    }

    private static boolean isSame(RandomAccessibleInterval<? extends RealType<?>> labels, DrawingReader drawn) {
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(labels).cursor();
        for (int i = 0; cursor.hasNext(); i++)
            if (cursor.next().getRealDouble() != drawn.outline().label(i)) return false;
        return true;
    }
}
