package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;

import org.ichradiomics.outline.Lock;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Stroke;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OutlineBrushTest {

    private static ImagePlus head() throws Exception {
        ImagePlus image = CtOpening.asItIs(
                Path.of(Outline.class.getResource("deep_hu.nii.gz").toURI()));
        image.setSlice(13);
        return image;
    }

    private static boolean has(OutlineSession session, int x, int y, int z) {
        return session.outline().label(session.outline().grid().index(x, y, z)) > 0;
    }

    @Test
    void aStrokePaintsBloodAloneAndIsOneStep() throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        OutlineBrush brush = new OutlineBrush();
        brush.use(new OutlineBrush.Brush(6, Lock.BLOOD, 1));
        brush.begin();
        for (int x = 60; x <= 90; x++) brush.stroke(image, x, 62, false);
        for (int i = 0; i < session.outline().grid().size(); i++) {
            if (session.outline().label(i) == 0) continue;
            float hu = session.head().hu(i);
            assertTrue(hu >= 40 && hu <= 100, "painted " + hu + " HU");
        }
        assertTrue(has(session, 68, 62, 12));
        assertEquals(1, session.outline().undoable());
        Outline whole = new Outline(session.outline().grid());
        Stroke all = new Stroke(12, List.of(60.0, 90.0), List.of(62.0, 62.0), 6);
        whole.paint(all, 1, session.head(), Lock.BLOOD);
        for (int i = 0; i < whole.grid().size(); i++)
            assertEquals(whole.label(i), session.outline().label(i));
        assertTrue(image.getOverlay().size() == 1);
        session.change(Outline::undo);
        assertFalse(has(session, 68, 62, 12));
    }

    @Test
    void altErasesWhateverTheHu() throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        session.change(outline -> outline.paint(Stroke.dab(new Voxel(20, 64, 12), 8), 1, session.head(), Lock.OPEN));
        assertTrue(has(session, 20, 64, 12));
        OutlineBrush brush = new OutlineBrush();
        brush.begin();
        brush.stroke(image, 20, 64, true);
        assertFalse(has(session, 20, 64, 12));
        brush.use(new OutlineBrush.Brush(20, Lock.OPEN, 2));
        brush.begin();
        brush.stroke(image, 20, 64, true);
        assertTrue(has(session, 25, 64, 12), "the label of another tissue");
    }

    @Test
    void aBrushThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new OutlineBrush.Brush(0, Lock.BLOOD, 1));
        assertThrows(IllegalArgumentException.class, () -> new OutlineBrush.Brush(4, Lock.BLOOD, 256));
        assertThrows(InvalidInputException.class, OutlineBrush::install);
    }
}
