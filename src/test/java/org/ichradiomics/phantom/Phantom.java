package org.ichradiomics.phantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.ShortType;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/**
 * A scan and the outline of its haematoma.
 *
 * @param scan in HU
 * @param mask true where at least half of the picture of a voxel is blood; on the scan's grid
 * @param spacing mm
 */
record Phantom(
        RandomAccessibleInterval<ShortType> scan, RandomAccessibleInterval<NativeBoolType> mask, Spacing spacing) {

    /** Less dense than white matter by this much in the middle of the oedema, HU. */
    private static final double OEDEMA = 9;

    private static final double OEDEMA_WIDTH = 3.2;

    /** Sub-samples of a voxel: the slices are thick. */
    private static final int THROUGH = 3;

    /**
     * Scans a haematoma.
     *
     * @param around what it lies in, HU; brain is 20..45 HU
     * @param across sub-samples of a voxel along x and along y
     */
    static Phantom of(Grid grid, Field around, Haematoma haematoma, Scanner scanner, int across, Dice dice) {
        Volume tissue = Volume.of(around, grid, across, THROUGH);
        Volume share = haematoma.share(grid, across, THROUGH);
        Volume oedema = share.blurred(OEDEMA_WIDTH);
        double[] object = new double[grid.size()];
        for (int k = 0; k < grid.slices(); k++) {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    int at = grid.index(i, j, k);
                    double hu = tissue.get(at);
                    // Water moves in brain, not into ventricles or bone.
                    if (hu > 20 && hu < 45) hu -= OEDEMA * Math.min(1, 2 * oedema.get(at));
                    if (share.get(at) > 0)
                        hu += share.get(at) * (haematoma.density(grid.x(i), grid.y(j), grid.z(k)) - hu);
                    object[at] = hu;
                }
            }
        }
        Volume outline = share.blurred(scanner.blur());
        boolean[] mask = new boolean[grid.size()];
        for (int i = 0; i < mask.length; i++) mask[i] = outline.get(i) >= 0.5;
        return new Phantom(
                ArrayImgs.shorts(
                        scanner.picture(Volume.of(grid, object), dice), grid.columns(), grid.rows(), grid.slices()),
                ArrayImgs.booleans(mask, grid.columns(), grid.rows(), grid.slices()),
                grid.spacing());
    }

    Region region() {
        try {
            return Region.of(scan, mask, spacing);
        } catch (InvalidInputException e) {
            throw new AssertionError("a phantom is always measurable", e);
        }
    }
}
