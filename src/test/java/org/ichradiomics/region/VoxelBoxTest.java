package org.ichradiomics.region;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Places in a box are those of its grid; who asks for others ends, and gets no other voxels. Covers BoxMask, too. */
class VoxelBoxTest {

    private static final Spacing CUBES = new Spacing(1, 1, 1);
    private static final VoxelGrid GRID = new VoxelGrid(6, 5, 4, CUBES);
    private static final VoxelBox BOX = new VoxelBox(2, 1, 1, 3, 3, 2);

    /** Each voxel holds its place in the grid. */
    private static Slices scan() {
        double[] hu = new double[GRID.size()];
        Arrays.setAll(hu, i -> i);
        return Slices.of(ArrayImgs.doubles(hu, 6, 5, 4), CUBES);
    }

    private static VoxelMask mask(VoxelBox box) {
        boolean[] inside = new boolean[box.size()];
        Arrays.fill(inside, true);
        return new BoxMask(box, inside).on(GRID);
    }

    @Test
    void voxelsAreThoseOfTheGrid() throws InvalidInputException {
        VoxelImage part = VoxelImage.of(scan(), BOX);
        double[] row = new double[3];
        part.read(2, 3, 2, 3, row, 0);
        assertEquals(GRID.index(2, 3, 2), row[0]);
        assertEquals(GRID.index(4, 3, 2), row[2]);
        Region region = Region.of(part, mask(new VoxelBox(3, 2, 2, 2, 2, 1)));
        for (int i = 0; i < region.size(); i++)
            assertEquals(GRID.index(region.at(i, 0), region.at(i, 1), region.at(i, 2)), region.hu(i));
        VoxelMask whole = mask(BOX).whole();
        for (int z = 0; z < 4; z++) {
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 6; x++) {
                    VoxelBox one = new VoxelBox(x, y, z, 1, 1, 1);
                    assertEquals(one.isWithin(BOX), whole.contains(GRID.index(x, y, z)));
                }
            }
        }
        assertEquals(18, whole.count());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 2", "3, 1, 1, 3", "2, 0, 1, 3", "2, 4, 1, 3", "2, 1, 0, 3", "2, 1, 3, 3"})
    void aRowBeyondTheBoxIsNoOtherRow(int x, int y, int z, int count) {
        VoxelImage part = VoxelImage.of(scan(), BOX);
        assertThrows(IndexOutOfBoundsException.class, () -> part.read(x, y, z, count, new double[count], 0));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 0, 2, 1, 1", "0, 3, 0, 1, 3, 1", "0, 0, 3, 1, 1, 2"})
    void aBoxBeyondTheGridIsRefused(int x, int y, int z, int nx, int ny, int nz) {
        VoxelBox box = new VoxelBox(x, y, z, nx, ny, nz);
        assertThrows(IllegalArgumentException.class, () -> mask(box));
        assertThrows(IllegalArgumentException.class, () -> VoxelImage.of(scan(), box));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4, 1, 1", "2, 0, 1", "2, 3, 1", "2, 1, 0", "2, 1, 2"})
    void aMaskBeyondWhatIsHeldIsRefused(int x, int y, int z) {
        VoxelImage part = VoxelImage.of(scan(), BOX);
        VoxelMask mask = mask(new VoxelBox(x, y, z, 2, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> Region.of(part, mask));
    }
}
