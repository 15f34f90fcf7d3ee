package org.ichradiomics.measure;

import org.ichradiomics.region.Resampling;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;

/**
 * Numbers on a whole image, of which never more than a slice is held.
 *
 * @param grid of the image
 * @param mean HU; like the others NaN if a value is
 * @param min HU
 * @param max HU
 */
record ImageNumbers(VoxelGrid grid, double mean, double min, double max) {

    /** Of the scan as it is loaded. */
    static ImageNumbers initial(Slices scan, IbsiSettings settings) {
        Sum sum = new Sum(settings.round());
        VoxelGrid grid = scan.grid();
        double[] row = new double[grid.nx()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                scan.read(0, y, z, row.length, row, 0);
                sum.add(row);
            }
        }
        return sum.numbers(grid);
    }

    /**
     * Of the interpolated scan.
     *
     * @param initial of the same scan
     */
    static ImageNumbers interpolated(Slices scan, ImageNumbers initial, IbsiSettings settings)
            throws InvalidInputException {
        if (settings.regrid().isEmpty()) return initial;
        Regrid regrid = settings.regrid().get();
        Resampling resampling = Processing.resampling(scan.grid(), regrid);
        Sum sum = new Sum(settings.round());
        Slices loaded = settings.round() ? scan.rounded() : scan;
        resampling.forEachSlice(loaded, VoxelBox.of(resampling.grid()), regrid.image(), (z, rows) -> {
            for (double[] row : rows) sum.add(row);
        });
        return sum.numbers(resampling.grid());
    }

    private static final class Sum {

        private final boolean round;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        Sum(boolean round) {
            this.round = round;
        }

        void add(double[] row) {
            double total = sum;
            double low = min;
            double high = max;
            for (double value : row) {
                double hu = round ? Math.rint(value) : value;
                total += hu;
                low = Math.min(low, hu);
                high = Math.max(high, hu);
            }
            sum = total;
            min = low;
            max = high;
        }

        ImageNumbers numbers(VoxelGrid grid) {
            return new ImageNumbers(grid, sum / grid.size(), min, max);
        }
    }
}
