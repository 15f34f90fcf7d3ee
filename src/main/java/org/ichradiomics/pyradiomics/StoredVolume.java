package org.ichradiomics.pyradiomics;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;

import org.ichradiomics.region.CornerResampling;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;

/**
 * An image as ITK reads it: its axes in the order of the file, its voxels in their type.
 *
 * @param lattice where its voxels lie
 * @param image their values, all of them
 */
record StoredVolume(Lattice lattice, VoxelImage image, PixelType type) {

    /** NIfTI's slope makes 32-bit fractions of whole numbers in ITK, that of DICOM leaves them whole. */
    private static final String NIFTI = "(?i).*\\.(nii|nii\\.gz|hdr|img|img\\.gz)";

    /**
     * All of a scan.
     *
     * @param scan with a spacing
     * @param isFile whether its type is that of a file; an image in ImageJ is given as fractions, whatever its type
     */
    static StoredVolume of(Scan scan, boolean isFile) {
        Spacing spacing = storedSpacing(scan.geometry());
        Lattice lattice = Lattice.of(scan.geometry(), spacing);
        double[] values = values(scan);
        PixelType type = type(scan);
        if (!isFile && type == PixelType.FLOAT64 && Arrays.stream(values).allMatch(x -> x == Math.rint(x)))
            type = PixelType.INT32;
        boolean isScaled = scan.slope() != 1 || scan.intercept() != 0;
        if (isScaled && type == PixelType.FLOAT32)
            for (int i = 0; i < values.length; i++) values[i] = (float) values[i];
        return new StoredVolume(lattice, VoxelImage.of(lattice.grid(), values), type);
    }

    private static Spacing storedSpacing(Geometry geometry) {
        double[] mm = geometry.storedLengths();
        return new Spacing(mm[0], mm[1], mm[2]);
    }

    private static PixelType type(Scan scan) {
        RandomAccessibleInterval<?> stored = scan.stored();
        PixelType type = PixelType.of(stored.getType());
        if (!type.isWhole() || scan.slope() == 1 && scan.intercept() == 0) return type;
        if (scan.name().matches(NIFTI)) return PixelType.FLOAT32;
        boolean isWhole = scan.slope() == Math.rint(scan.slope()) && scan.intercept() == Math.rint(scan.intercept());
        return isWhole ? PixelType.INT32 : PixelType.FLOAT64;
    }

    /** In the order of the file. */
    static double[] values(Scan scan) {
        Geometry geometry = scan.geometry();
        AxisOrder order = geometry.order();
        int[] size = geometry.storedSize();
        int[] strides = {1, size[0], size[0] * size[1]};
        int first = 0;
        int[] step = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int stride = strides[order.source(axis)];
            step[axis] = order.isBackwards(axis) ? -stride : stride;
            if (order.isBackwards(axis)) first += stride * (geometry.size(axis) - 1);
        }
        double[] values = new double[size[0] * size[1] * size[2]];
        Slices slices = scan.slices(scan.spacing());
        double[] row = new double[geometry.size(0)];
        for (int z = 0; z < geometry.size(2); z++) {
            for (int y = 0; y < geometry.size(1); y++) {
                int at = first + z * step[2] + y * step[1];
                if (step[0] == 1) {
                    slices.read(0, y, z, row.length, values, at);
                    continue;
                }
                slices.read(0, y, z, row.length, row, 0);
                for (int x = 0; x < row.length; x++) values[at + x * step[0]] = row[x];
            }
        }
        return values;
    }

    /** z-scores over all voxels, those beyond a limit set to it, times a scale. */
    StoredVolume normalised(double scale, double limit) {
        int n = image.box().size();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sum += image.hu(i);
            squares += image.hu(i) * image.hu(i);
        }
        double mean = sum / n;
        double factor = 1 / Math.sqrt((squares - sum * sum / n) / (n - 1.0));
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            double score = (image.hu(i) - mean) * factor;
            if (limit > 0) score = Math.max(-limit, Math.min(limit, score));
            scores[i] = score * scale;
        }
        return new StoredVolume(lattice, VoxelImage.of(lattice.grid(), scores), PixelType.FLOAT64);
    }

    /** A box of it as an image of its own. */
    StoredVolume cut(VoxelBox box) {
        VoxelGrid grid =
                new VoxelGrid(box.nx(), box.ny(), box.nz(), lattice.grid().spacing());
        double[] values = new double[box.size()];
        VoxelImage part = VoxelImage.of(image, box);
        for (int i = 0; i < values.length; i++) values[i] = part.hu(i);
        return new StoredVolume(lattice.at(grid, box.x(), box.y(), box.z()), VoxelImage.of(grid, values), type);
    }

    /**
     * Where the voxels of another grid lie along each axis of this, rounded as ITK does: over places in the patient,
     * and along a row between its ends.
     */
    private double[][] places(Lattice to) {
        double[][] places = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int n = to.grid().size(axis);
            places[axis] = new double[n];
            int[] at = new int[3];
            double first = lattice.itkIndex(to.itkPlace(at), axis);
            at[axis] = n;
            double end = lattice.itkIndex(to.itkPlace(at), axis);
            for (int k = 0; k < n; k++) {
                at[axis] = k;
                places[axis][k] =
                        axis == 0 ? first + (double) k / n * (end - first) : lattice.itkIndex(to.itkPlace(at), axis);
            }
        }
        return places;
    }

    /** On another grid, its axes parallel. */
    StoredVolume on(Lattice to, Interpolation interpolation) {
        VoxelImage moved = CornerResampling.of(image, to.grid(), places(to), interpolation);
        double[] values = new double[moved.box().size()];
        for (int i = 0; i < values.length; i++) values[i] = type.stored(moved.hu(i));
        return new StoredVolume(to, VoxelImage.of(to.grid(), values), type);
    }
}
