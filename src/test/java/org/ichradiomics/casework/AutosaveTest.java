package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Lock;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Stroke;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With {@link Draft}; this thread is the one that draws. */
class AutosaveTest {

    private static final Spacing SPACING = new Spacing(0.5, 0.5, 5);

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> drawing = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    private final Head head = Head.of(ArrayImgs.floats(32, 32, 8), SPACING);
    private final Outline outline = new Outline(head.grid());
    private CaseState state = CaseState.NEW;
    private CaseHome home;

    @BeforeEach
    void aHome() throws Exception {
        home = CaseHome.of(folder.resolve("out"), "p012");
    }

    private Draft now() {
        Img<UnsignedByteType> labels = outline.labels();
        Geometry geometry = Geometry.stored(32, 32, 8, SPACING, null, List.of());
        return new Draft(state, file -> NiftiWriter.writeLabels(file, labels, geometry, Replacing.ALWAYS));
    }

    private Autosave autosave() {
        return new Autosave(home, this::now, drawing::add, problems::add, 1);
    }

    private void dab(int z) {
        outline.paint(Stroke.dab(new Voxel(16, 16, z), 1.1), 1, head, Lock.OPEN);
    }

    private String written() throws InterruptedException {
        drawing.take().run();
        return problems.take();
    }

    private long voxels() throws Exception {
        Labels labels = Labels.of(ScanFile.readScan(Draft.outline(home, state)));
        return labels.isEmpty() ? 0 : labels.list().get(0).voxels();
    }

    @Test
    void whatIsDrawnAndSaidComesToDisk() throws Exception {
        try (Autosave autosave = autosave()) {
            dab(3);
            autosave.drawn();
            dab(4);
            autosave.drawn();
            assertEquals("", written());
            assertTrue(drawing.isEmpty(), "changes of one moment are written once");
            assertEquals(outline.millilitres(1), voxels() * SPACING.voxelVolume() / 1000, 1e-9);
            state = state.withPatient("gcs", "14");
            byte[] before = Files.readAllBytes(home.draft());
            Files.delete(home.draft());
            autosave.changed();
            assertEquals("", written());
            assertFalse(Files.exists(home.draft()), "the outline was not changed");
            Files.write(home.draft(), before);
            assertEquals(state, CaseState.read(home).orElseThrow());
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidAndTriedAgain() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("out"), "a file");
        try (Autosave autosave = autosave()) {
            dab(3);
            autosave.drawn();
            assertTrue(written().contains("choose another folder"));
            Files.delete(inTheWay);
            assertEquals("", written());
            assertTrue(voxels() > 0);
        }
    }

    @Test
    void whoFinishesWritesTheLastChange() throws Exception {
        Autosave autosave = new Autosave(home, this::now, drawing::add, problems::add, TimeUnit.HOURS.toMillis(1));
        autosave.finish();
        assertFalse(Files.exists(home.out()), "nothing was drawn");
        autosave = new Autosave(home, this::now, drawing::add, problems::add, TimeUnit.HOURS.toMillis(1));
        dab(3);
        autosave.drawn();
        autosave.finish();
        assertTrue(voxels() > 0);
        autosave.drawn();
        assertTrue(drawing.isEmpty(), "it has ended");
    }

    /** Since what is saved is the mask, and a draft beside it is one that was not deleted in time. */
    @Test
    void theOutlineOfASavedCaseIsItsMask() throws Exception {
        now().write(home, true);
        assertEquals(home.draft(), Draft.outline(home, state.at(CaseStage.DRAWN)));
        assertEquals(home.draft(), Draft.outline(home, state.at(CaseStage.DONE)));
        Files.copy(home.draft(), home.mask());
        assertEquals(home.mask(), Draft.outline(home, state.at(CaseStage.DONE)));
        assertEquals(home.draft(), Draft.outline(home, state.at(CaseStage.DRAWN)));
        Files.delete(home.draft());
        assertEquals(home.mask(), Draft.outline(home, state.at(CaseStage.DRAWN)));
    }
}
