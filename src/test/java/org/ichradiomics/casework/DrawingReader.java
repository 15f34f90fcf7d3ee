package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Lock;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Stroke;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.Replacing;

/** A program of its own that draws without end and saves now and then, and prints the number of each stroke. */
final class DrawingReader {

    static final String CASE = "p012";
    static final String STEP = "step";

    private static final Spacing SPACING = new Spacing(0.5, 0.5, 5);
    private static final int SIZE = 96;
    private static final int SLICES = 24;
    private static final int PAUSE = 20;
    private static final int SAVE_EVERY = 180;

    private final Head head = Head.of(ArrayImgs.floats(SIZE, SIZE, SLICES), SPACING);
    private final Outline outline = new Outline(head.grid());
    private int step;

    /** Draws the next stroke; the same ones in every program. */
    void draw() {
        SplittableRandom random = new SplittableRandom(++step);
        Voxel at = new Voxel(random.nextInt(SIZE), random.nextInt(SIZE), random.nextInt(SLICES));
        outline.paint(Stroke.dab(at, 0.2 + random.nextDouble(3)), 1 + random.nextInt(3), head, Lock.OPEN);
    }

    Outline outline() {
        return outline;
    }

    private CaseState state() {
        return CaseState.NEW.at(CaseStage.DRAWN).withPatient(STEP, Integer.toString(step));
    }

    private Draft now() {
        Img<UnsignedByteType> labels = outline.labels();
        Geometry geometry = Geometry.stored(SIZE, SIZE, SLICES, SPACING, null, List.of());
        return new Draft(state(), file -> NiftiWriter.writeLabels(file, labels, geometry, Replacing.ALWAYS));
    }

    private void save(CaseHome home) throws Exception {
        Draft draft = now();
        new CaseSaving(home)
                .with(home.mask(), draft.outline())
                .save(
                        FeatureTable.of(List.of("case", STEP), List.of(List.of(CASE, Integer.toString(step)))),
                        draft.state().at(CaseStage.DONE));
    }

    /** @param args the folder of the cases */
    public static void main(String[] args) throws Exception {
        CaseHome home = CaseHome.of(Path.of(args[0]), CASE);
        Files.createDirectories(home.out());
        DrawingReader reader = new DrawingReader();
        BlockingQueue<Runnable> drawing = new LinkedBlockingQueue<>();
        Autosave autosave = new Autosave(home, reader::now, drawing::add, System.err::print);
        while (true) {
            reader.draw();
            autosave.drawn();
            System.out.println(reader.step);
            Runnable asked = drawing.poll(PAUSE, TimeUnit.MILLISECONDS);
            if (asked != null) asked.run();
            if (reader.step % SAVE_EVERY != 0) continue;
            autosave.close();
            reader.save(home);
            autosave = new Autosave(home, reader::now, drawing::add, System.err::print);
        }
    }
}
