package org.ichradiomics.region;

import java.util.Random;

import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PiecesTest {

    private static BoxMask mask(VoxelBox box, int... inside) {
        boolean[] voxels = new boolean[box.size()];
        for (int i : inside) voxels[i] = true;
        return new BoxMask(box, voxels);
    }

    /** Row by row: x. / .x touch at a corner, the third row lies apart; the second slice begins at 12. */
    @Test
    void cornersJoinAndGapsDoNot() {
        VoxelBox box = new VoxelBox(5, 6, 7, 3, 4, 2);
        Pieces pieces = Pieces.of(mask(box, 0, 4, 11, 23));
        assertEquals(2, pieces.count());
        assertEquals(4, pieces.voxels());
        assertEquals(2, pieces.inLargest());
        Pieces across = Pieces.of(mask(box, 0, 16, 8));
        assertEquals(1, across.count());
    }

    @Test
    void ofEqualPiecesTheFirstIsTheLargest() {
        VoxelBox box = new VoxelBox(0, 0, 0, 5, 1, 1);
        assertEquals("xx...", text(Pieces.of(mask(box, 0, 1, 3, 4)).largest()));
        assertEquals("..xxx", text(Pieces.of(mask(box, 0, 2, 3, 4)).largest()));
        assertEquals(0, Pieces.of(mask(box)).count());
    }

    private static String text(BoxMask mask) {
        StringBuilder text = new StringBuilder();
        for (NativeBoolType inside : Views.flatIterable(mask)) text.append(inside.get() ? 'x' : '.');
        return text.toString();
    }

    /** Against labels that are lowered to the smallest among neighbours until nothing changes. */
    @Test
    void asManyAsLabelsThatSpread() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            VoxelBox box = new VoxelBox(0, 0, 0, 6, 5, 4);
            boolean[] inside = new boolean[box.size()];
            for (int i = 0; i < inside.length; i++) inside[i] = random.nextInt(100) < 5 + trial;
            int[] labels = spread(inside, box);
            int[] sizes = new int[inside.length];
            for (int i = 0; i < inside.length; i++) if (inside[i]) sizes[labels[i]]++;
            int count = 0;
            int first = 0;
            for (int i = 0; i < sizes.length; i++) {
                if (sizes[i] > 0) count++;
                if (sizes[i] > sizes[first]) first = i;
            }
            Pieces pieces = Pieces.of(new BoxMask(box, inside.clone()));
            assertEquals(count, pieces.count());
            assertEquals(sizes[first], pieces.inLargest());
            int i = 0;
            for (NativeBoolType in : Views.flatIterable(pieces.largest())) {
                assertEquals(inside[i] && labels[i] == first, in.get());
                i++;
            }
        }
    }

    private static int[] spread(boolean[] inside, VoxelBox box) {
        int[] labels = new int[inside.length];
        for (int i = 0; i < labels.length; i++) labels[i] = i;
        for (boolean isChanged = true; isChanged; ) {
            isChanged = false;
            for (int i = 0; i < labels.length; i++) {
                for (int j = 0; j < labels.length; j++) {
                    if (!inside[i] || !inside[j] || labels[j] >= labels[i] || !touch(i, j, box)) continue;
                    labels[i] = labels[j];
                    isChanged = true;
                }
            }
        }
        return labels;
    }

    private static boolean touch(int i, int j, VoxelBox box) {
        int plane = box.nx() * box.ny();
        return Math.abs(i % box.nx() - j % box.nx()) < 2
                && Math.abs(i % plane / box.nx() - j % plane / box.nx()) < 2
                && Math.abs(i / plane - j / plane) < 2;
    }
}
