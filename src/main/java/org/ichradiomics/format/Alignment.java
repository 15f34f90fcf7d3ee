package org.ichradiomics.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Spacing;

/**
 * How a mask's grid lies on its scan's: which axis of the mask is which axis of the scan.
 *
 * <p>If both have an orientation, the order follows from the two affines, and every voxel must lie within half a voxel
 * of its partner. Otherwise their places cannot be compared and one is taken at its word:
 * <ul>
 * <li>a scan without orientation is as displayed, that is LPS; a mask with orientation is in LPS already;
 * <li>a mask without orientation most likely lost it in a program that works on plain arrays, so its voxels are in the
 * order in which the scan is stored.
 * </ul>
 * A warning says which, and where another reading would have put the mask elsewhere.
 *
 * @param order    from the mask's grid to the scan's
 * @param offset   voxel of the scan on which the mask's first voxel lies, once its axes are in order
 * @param warnings what could not be checked, one sentence each
 */
record Alignment(AxisOrder order, int[] offset, List<String> warnings) {

    /** Half a voxel, with room for the float32 of a header. */
    private static final double NEAR = 0.501;

    /** A cropped mask has the very voxels of its scan: nothing but rounding may part them, in voxels. */
    private static final double SAME = 0.05;

    private static final double SAME_SPACING = 1e-3;

    /** The greatest distance between two grids of one size. */
    private record Gap(double mm, double voxels) {
    }

    /**
     * @param forced whether a mask of the scan's size is taken wherever it lies
     * @throws InvalidInputException if the grids differ in size or place
     */
    static Alignment of(String mask, Geometry grid, Scan scan, boolean forced) throws InvalidInputException {
        Geometry target = scan.geometry();
        if (grid.affine().isPresent() && target.affine().isPresent()) return byPlace(mask, grid, scan, forced);
        AxisOrder order = grid.affine().isPresent() ? AxisOrder.AS_STORED : target.order();
        requireSize(mask, grid, order, scan);
        List<String> warnings = new ArrayList<>();
        if (target.affine().isPresent()) {
            warnings.add(mask + " says nothing about its orientation and was taken in the order in which " + scan.name()
                    + " is stored" + doubt(target));
        } else if (grid.affine().isPresent()) {
            warnings.add(scan.name() + " says nothing about its orientation and was taken to run to the patient's left,"
                    + " back and head" + doubt(grid));
        }
        warnings.addAll(spacingDiffers(mask, grid, order, scan));
        return new Alignment(order, new int[3], List.copyOf(warnings));
    }

    private static Alignment byPlace(String mask, Geometry grid, Scan scan, boolean forced) throws InvalidInputException {
        Affine affine = grid.affine().get();
        Affine target = scan.geometry().affine().orElseThrow();
        AxisOrder order = AxisOrder.nearest(affine.cosines(target));
        int[] size = order.size(size(grid));
        Affine ordered = affine.reordered(order, size(grid));
        if (!Arrays.equals(size, size(scan.geometry()))) {
            Optional<int[]> offset = isSegmentation(mask) ? cropped(ordered, size, scan.geometry()) : Optional.empty();
            if (offset.isEmpty()) requireSize(mask, grid, order, scan);
            return new Alignment(order, offset.get(), List.of(mask + " covers " + text(size) + " of the " + text(size(scan.geometry()))
                    + " voxels of " + scan.name() + ", and all others were taken as background."));
        }
        Gap gap = gap(ordered, target, size);
        if (gap.voxels <= NEAR) return new Alignment(order, new int[3], List.of());
        String far = String.format(Locale.ROOT, "%s lies up to %.1f mm away from %s", mask, gap.mm, scan.name());
        if (!forced) throw new InvalidInputException(far + ", more than half a voxel: open the mask that was made for this scan.");
        return new Alignment(order, new int[3], List.of(far + " and was laid on it voxel by voxel, as was asked."));
    }

    /** 3D Slicer cuts off what is empty; from any other program, another size means another scan. */
    private static boolean isSegmentation(String mask) {
        return mask.toLowerCase(Locale.ROOT).endsWith(".seg.nrrd");
    }

    /** Where a mask that holds a part of the scan's own voxels begins; empty if it is no such mask. */
    private static Optional<int[]> cropped(Affine ordered, int[] size, Geometry target) {
        Affine toScan = target.affine().orElseThrow().inverse().after(ordered);
        int[] offset = new int[3];
        for (int d = 0; d < 3; d++) {
            double first = Math.rint(toScan.get(d, 3));
            if (!(first >= 0 && first + size[d] <= target.size(d))) return Optional.empty();
            offset[d] = (int) first;
        }
        for (int corner = 0; corner < 8; corner++) {
            int[] at = corner(corner, size);
            for (int d = 0; d < 3; d++) {
                if (!(Math.abs(toScan.at(d, at[0], at[1], at[2]) - at[d] - offset[d]) <= SAME)) return Optional.empty();
            }
        }
        return Optional.of(offset);
    }

    /** The mask's values on the scan's grid; 0 where it does not reach. */
    RandomAccessibleInterval<DoubleType> apply(RandomAccessibleInterval<DoubleType> values, Scan scan) {
        RandomAccessibleInterval<DoubleType> ordered = order.apply(values);
        if (Intervals.equalDimensions(ordered, scan.hu())) return ordered;
        RandomAccessibleInterval<DoubleType> placed = Views.translate(ordered, offset[0], offset[1], offset[2]);
        return Views.interval(Views.extendValue(placed, new DoubleType()), scan.hu());
    }

    private static String doubt(Geometry oriented) {
        return oriented.order().equals(AxisOrder.AS_STORED) ? "."
                : ": check on the picture that the mask is not mirrored.";
    }

    private static void requireSize(String mask, Geometry grid, AxisOrder order, Scan scan) throws InvalidInputException {
        int[] size = order.size(size(grid));
        Geometry target = scan.geometry();
        if (size[0] == target.size(0) && size[1] == target.size(1) && size[2] == target.size(2)) return;
        throw new InvalidInputException(mask + " has " + text(size) + " voxels but " + scan.name() + " has "
                + text(size(target)) + ": open the mask that was made for this scan.");
    }

    /** Compares the eight corners: between them, two grids of one size cannot differ by more. */
    private static Gap gap(Affine affine, Affine target, int[] size) {
        double farthest = 0;
        double voxels = 0;
        for (int corner = 0; corner < 8; corner++) {
            int[] at = corner(corner, size);
            double[] gap = new double[3];
            for (int row = 0; row < 3; row++) gap[row] = affine.at(row, at[0], at[1], at[2]) - target.at(row, at[0], at[1], at[2]);
            farthest = Math.max(farthest, Math.sqrt(gap[0] * gap[0] + gap[1] * gap[1] + gap[2] * gap[2]));
            for (int axis = 0; axis < 3; axis++) {
                double along = 0;
                for (int row = 0; row < 3; row++) along += gap[row] * target.get(row, axis);
                voxels = Math.max(voxels, Math.abs(along) / (target.length(axis) * target.length(axis)));
            }
        }
        return new Gap(farthest, voxels);
    }

    private static int[] corner(int corner, int[] size) {
        return new int[] {(corner & 1) * (size[0] - 1), (corner >> 1 & 1) * (size[1] - 1), (corner >> 2) * (size[2] - 1)};
    }

    private static List<String> spacingDiffers(String mask, Geometry grid, AxisOrder order, Scan scan) {
        if (grid.spacing().isEmpty() || scan.geometry().spacing().isEmpty()) return List.of();
        double[] own = mm(grid.spacing().get());
        double[] target = mm(scan.geometry().spacing().get());
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(own[order.source(axis)] - target[axis]) > SAME_SPACING * target[axis]) {
                return List.of(mask + " has other distances between its voxels than " + scan.name()
                        + ", whose were used: check that the mask was made for this scan.");
            }
        }
        return List.of();
    }

    private static int[] size(Geometry grid) {
        return new int[] {grid.size(0), grid.size(1), grid.size(2)};
    }

    private static double[] mm(Spacing spacing) {
        return new double[] {spacing.x(), spacing.y(), spacing.z()};
    }

    private static String text(int[] size) {
        return size[0] + " × " + size[1] + " × " + size[2];
    }
}
