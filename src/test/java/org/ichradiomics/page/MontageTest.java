package org.ichradiomics.page;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.figure.Colour;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Pictures of a drawn head, pixel by pixel: grey = HU / 80 · 255.
 *
 * <p>Covers SlicePicture, Frame and Outlined, and Area and ImageCanvas, with which their marks are drawn.
 */
class MontageTest {

    private static final Frame HEAD = new Frame(25, 5, 50, 50, 4);

    private static BufferedImage slice(Drawn drawn, List<Outlined> outlines) throws InvalidInputException {
        return SlicePicture.of(drawn.scan, drawn.mask().grid(), HEAD, 3, outlines);
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) ((x - HEAD.left()) * HEAD.scale()), (int) ((y - HEAD.top()) * HEAD.scale()))
                & 0xFFFFFF;
    }

    @Test
    void aGreyIsWhatTheBrainWindowMakesOfHu() throws InvalidInputException {
        BufferedImage image = slice(new Drawn(4, true), List.of());
        assertEquals(200, image.getWidth());
        assertEquals(200, image.getHeight());
        assertEquals(0x606060, at(image, 40, 30)); // 30 / 80 * 255 = 95.6
        assertEquals(0xBFBFBF, at(image, 62, 26)); // 60 / 80 * 255 = 191.25
        assertEquals(0, at(image, 26, 45)); // air
    }

    @Test
    void theOutlineRunsAlongTheBordersOfVoxels() throws InvalidInputException {
        Drawn drawn = new Drawn(4, true);
        BufferedImage plain = slice(drawn, List.of());
        BufferedImage image = slice(drawn, List.of(Outlined.haematoma(drawn.mask())));
        int drawnOn = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                if (image.getRGB(x, y) == plain.getRGB(x, y)) continue;
                drawnOn++;
                double dx = Math.min(Math.abs(x + 0.5 - (56 - 25) * 4), Math.abs(x + 0.5 - (68 - 25) * 4));
                double dy = Math.min(Math.abs(y + 0.5 - (20 - 5) * 4), Math.abs(y + 0.5 - (32 - 5) * 4));
                assertTrue(Math.min(dx, dy) < 1.2, x + ", " + y);
            }
        }
        // 12 mm each way, 4 pixels a mm, a line that touches two pixels.
        assertEquals(4 * 12 * 4 * 2, drawnOn, 8);
        assertNotEquals(Colour.YELLOW.rgb() & 0xFF, at(plain, 56.1, 26) & 0xFF);
    }

    @Test
    void sidesAreMarkedWhereTheyAreKnown() throws InvalidInputException {
        BufferedImage known = slice(new Drawn(4, true), List.of());
        BufferedImage unknown = slice(new Drawn(4, false), List.of());
        for (int[] corner : new int[][] {{0, 0}, {180, 0}}) {
            assertTrue(isLettered(known, corner[0], corner[1]));
            assertFalse(isLettered(unknown, corner[0], corner[1]));
        }
        // An R has more strokes than an L.
        assertTrue(ink(known, 0) > 1.2 * ink(known, 180), ink(known, 0) + ", " + ink(known, 180));
        assertTrue(isLettered(unknown, 0, 180), "the number of the slice");
        assertTrue(Montage.of(new Drawn(2, true).scan, new Drawn(2, true).mask())
                .caption()
                .endsWith("the patient's right is on the left."));
        assertTrue(Montage.of(new Drawn(2, false).scan, new Drawn(2, false).mask())
                .caption()
                .contains("sides are not marked"));
    }

    private static long ink(BufferedImage image, int left) {
        return IntStream.range(0, 400)
                .filter(i -> (image.getRGB(left + i % 20, i / 20) & 0xFF) > 128)
                .count();
    }

    private static boolean isLettered(BufferedImage image, int left, int top) {
        return IntStream.range(0, 400).anyMatch(i -> (image.getRGB(left + i % 20, top + i / 20) & 0xFF) > 240);
    }

    @Test
    void theSameSlicesAreTheSameBytes() throws InvalidInputException {
        Montage montage = Montage.of(new Drawn(4, true).scan, new Drawn(4, true).mask());
        Montage again = Montage.of(new Drawn(4, true).scan, new Drawn(4, true).mask());
        assertEquals(List.of(2, 3, 4, 5), montage.slices());
        assertArrayEquals(montage.png(), again.png());
        // Of the disc of 50 mm whole voxels are shown, 24 across of 2 mm and 50 down of 1 mm.
        assertEquals(240, montage.image().getHeight());
        assertEquals(4 * Math.round(240 * 48 / 50.0) + 3 * 4, montage.image().getWidth());
        assertTrue(montage.caption().startsWith("Slices 3 to 6, W80 L40"), montage.caption());
    }

    @Test
    void ofManySlicesSomeAreShown() throws InvalidInputException {
        Montage montage = Montage.of(new Drawn(17, true).scan, new Drawn(17, true).mask());
        assertEquals(Montage.MOST, montage.slices().size());
        assertEquals(2, montage.slices().get(0));
        assertEquals(18, montage.slices().get(Montage.MOST - 1));
        assertEquals(Montage.MOST, montage.slices().stream().distinct().count());
        assertTrue(montage.caption().startsWith("Slices 3 to 19, 12 of 17 shown"), montage.caption());
    }
}
