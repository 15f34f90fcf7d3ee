package org.ichradiomics.scan;

import org.ichradiomics.text.InvalidInputException;

/**
 * A mask on another grid: for the centre of each voxel, the label of the mask's voxel that is nearest along its axes.
 */
final class NearestLabel {

    private NearestLabel() {}

    /** The label of a voxel of the mask's grid, 0 for background. */
    interface Source {
        long at(int x, int y, int z);
    }

    /** @throws InvalidInputException if one of the two has no orientation */
    static LabelTally of(String mask, Source source, Geometry grid, Scan scan) throws InvalidInputException {
        Geometry target = scan.geometry();
        requireOriented(mask, grid, mask, scan);
        requireOriented(scan.name(), target, mask, scan);
        Affine toMask =
                grid.affine().orElseThrow().inverse().after(target.affine().orElseThrow());
        LabelTally tally = new LabelTally(mask, target.size(0), target.size(1), target.size(2));
        double[] row = new double[target.size(0)];
        int[] at = new int[3];
        for (int z = 0; z < target.size(2); z++) {
            for (int y = 0; y < target.size(1); y++) {
                for (int x = 0; x < row.length; x++) {
                    boolean inside = true;
                    for (int d = 0; d < 3 && inside; d++) {
                        double nearest = Math.floor(toMask.at(d, x, y, z) + 0.5);
                        inside = nearest >= 0 && nearest < grid.size(d);
                        at[d] = (int) nearest;
                    }
                    row[x] = inside ? source.at(at[0], at[1], at[2]) : 0;
                }
                tally.add(row, row.length);
            }
        }
        return tally;
    }

    private static void requireOriented(String name, Geometry geometry, String mask, Scan scan)
            throws InvalidInputException {
        if (geometry.affine().isPresent()) return;
        throw new InvalidInputException(mask + " cannot be resampled onto " + scan.name() + ", because " + name
                + " says nothing about its orientation: open the mask that was made for this scan.");
    }
}
