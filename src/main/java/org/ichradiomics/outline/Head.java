package org.ichradiomics.outline;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;

/**
 * A head CT made ready to grow in: its values, the same smoothed within each slice, and which voxels lie inside the
 * skull. Made once for a scan; each growth then only looks things up.
 *
 * <p>Immutable. Needs nine bytes a voxel.
 */
public final class Head {

    /**
     * SD of the Gaussian within a slice, mm: about half a pixel of a thick slice, so that a surface stays where it is.
     */
    static final double SMOOTHING = 0.7;

    private final VoxelGrid grid;
    private final float[] hu;
    private final float[] smooth;
    private final boolean[] brain;
    private final double median;
    private final UnaryOperator<Voxel> names;

    private Head(VoxelGrid grid, float[] hu, UnaryOperator<Voxel> names) {
        this.names = names;
        this.grid = grid;
        this.hu = hu;
        this.smooth = new float[hu.length];
        this.brain = new boolean[hu.length];
        int plane = grid.nx() * grid.ny();
        Gaussian gaussian = Gaussian.of(SMOOTHING, grid.nx(), grid.ny(), grid.spacing());
        IntStream.range(0, grid.nz()).parallel().forEach(z -> {
            gaussian.smooth(hu, smooth, z * plane);
            Skull.inside(hu, brain, z * plane, grid);
        });
        this.median = brainMedian();
    }

    /**
     * @param scan 3D, HU; NaN counts as air
     * @throws IllegalArgumentException if the image is not 3D or is too large
     */
    public static <T extends RealType<T>> Head of(RandomAccessibleInterval<T> scan, Spacing spacing) {
        return of(scan, spacing, voxel -> voxel);
    }

    /**
     * The same of a scan whose user counts its voxels in another order.
     *
     * @param names how sentences call a voxel
     * @throws IllegalArgumentException as the other
     */
    public static <T extends RealType<T>> Head of(
            RandomAccessibleInterval<T> scan, Spacing spacing, UnaryOperator<Voxel> names) {
        if (scan.numDimensions() != 3) {
            throw new IllegalArgumentException("a scan must be 3D, was " + scan.numDimensions() + "D");
        }
        VoxelGrid grid = new VoxelGrid(
                Math.toIntExact(scan.dimension(0)),
                Math.toIntExact(scan.dimension(1)),
                Math.toIntExact(scan.dimension(2)),
                spacing);
        float[] hu = new float[grid.size()];
        Cursor<T> cursor = Views.flatIterable(scan).cursor();
        for (int i = 0; i < hu.length; i++) {
            float value = cursor.next().getRealFloat();
            hu[i] = Float.isNaN(value) ? -1024 : Math.max(-1024, Math.min(4096, value));
        }
        return new Head(grid, hu, names);
    }

    /** How sentences call a voxel. */
    Voxel named(Voxel voxel) {
        return names.apply(voxel);
    }

    /** The grid of the scan. */
    public VoxelGrid grid() {
        return grid;
    }

    /** Median of what is 0 to 100 HU inside the skull, HU; NaN when there is nothing. */
    public double median() {
        return median;
    }

    /** The value of a voxel, HU, −1024 to 4096. */
    public float hu(int index) {
        return hu[index];
    }

    float smooth(int index) {
        return smooth[index];
    }

    boolean isBrain(int index) {
        return brain[index];
    }

    /** Whether a voxel is inside the skull and no air, fat or bone: what medians of tissue are taken of. */
    boolean isTissue(int index) {
        return brain[index] && hu[index] > 0 && hu[index] < 100;
    }

    /** Voxels inside the skull. */
    int brainSize() {
        int size = 0;
        for (boolean in : brain) size += in ? 1 : 0;
        return size;
    }

    private double brainMedian() {
        Median median = new Median();
        for (int i = 0; i < hu.length; i++) {
            if (isTissue(i)) median.add(hu[i]);
        }
        return median.value();
    }
}
