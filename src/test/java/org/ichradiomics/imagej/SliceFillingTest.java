package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.outline.Outline;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SliceFillingTest {

    @TempDir
    Path folder;

    private static ImagePlus drawn(int... slices) throws Exception {
        ImagePlus image = CtOpening.asItIs(
                Path.of(Outline.class.getResource("deep_hu.nii.gz").toURI()));
        Overlay overlay = new Overlay();
        for (int slice : slices) {
            Roi oval = new OvalRoi(40, 50, 20, 24);
            oval.setPosition(slice);
            overlay.add(oval);
        }
        image.setOverlay(overlay);
        return image;
    }

    private static List<SliceFilling.Filled> fill(ImagePlus image, Map<String, String> options)
            throws InvalidInputException {
        return SliceFilling.run(image, Options.of(options, SliceFilling.OPTIONS));
    }

    @Test
    void emptySlicesBetweenAreFilledAndDrawnOnesStay() throws Exception {
        ImagePlus image = drawn(4, 6, 9);
        Path out = folder.resolve("filled.nrrd");
        List<SliceFilling.Filled> filled = fill(image, Map.of("out", out.toString()));
        assertEquals(List.of(5, 7, 8), filled.get(0).slices());
        OutlineSession session = OutlineSession.of(image);
        int[] voxels = session.outline().voxels(1);
        assertEquals(6 * voxels[3], Arrays.stream(voxels).sum(), "the same disc on each slice");
        assertEquals(6, image.getOverlay().size());
        assertTrue(filled.get(0).text().startsWith("Haematoma: 3 slices filled (5, 7 and 8), from "));
        ImagePlus other = drawn();
        other.setOverlay(null);
        OutlineSession.of(other).open(out, Placement.CHECKED);
        assertEquals(voxels[4], OutlineSession.of(other).outline().voxels(1)[4]);
        session.change(Outline::undo);
        assertEquals(0, session.outline().voxels(1)[4]);
        assertEquals(voxels[3], session.outline().voxels(1)[3]);
    }

    @Test
    void nothingDrawnIsSaid() throws Exception {
        ImagePlus image = drawn();
        image.setOverlay(null);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> fill(image, Map.of()));
        assertTrue(refusal.getMessage().startsWith("Nothing is drawn on "), refusal.getMessage());
        assertNull(image.getOverlay());
        assertThrows(InvalidInputException.class, () -> fill(drawn(4, 6), Map.of("label", "2")));
        assertEquals(
                "Haematoma: no slice between drawn ones is empty.",
                fill(drawn(4, 5), Map.of()).get(0).text());
    }
}
