package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * How a mask's grid lies on its scan's: which axis of the mask is which axis of the scan.
 *
 * <p>If both have an orientation, the order follows from the two affines, and every voxel must lie within half a voxel
 * of its partner; a mask of another size must have the scan's own voxels, of which it may lack some or hold more. If
 * one of the two says nothing about its place, the other is taken at its word:
 *
 * <ul>
 *   <li>a scan without orientation is as displayed, that is LPS; a mask with orientation is in LPS already;
 *   <li>a mask without orientation, or with the identity in its place, most likely lost it in a program that works on
 *       plain arrays, so its voxels are in the order in which the scan is stored.
 * </ul>
 *
 * A warning says which, and where another reading would have put the mask elsewhere.
 *
 * @param order from the mask's grid to the scan's
 * @param offset voxel of the scan on which the mask's first voxel lies, once its axes are in order; outside the scan,
 *     if the mask covers more
 * @param warnings what could not be checked, one sentence each
 */
record Alignment(AxisOrder order, int[] offset, List<String> warnings) {

    /** Half a voxel, with room for the float32 of a header. */
    private static final double NEAR = 0.501;

    /** A mask of another size has the very voxels of its scan: nothing but rounding may part them, in voxels. */
    private static final double SAME = 0.05;

    /** No grid that has anything in common begins farther away, in voxels. */
    private static final int FARTHEST = 1 << 20;

    private static final double SAME_SPACING = 1e-3;

    private static final String OWN = "open the mask that was made for this scan";

    /** The greatest distance between two grids of one size. */
    private record Gap(double mm, double voxels) {}

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

    private static Alignment byPlace(String mask, Geometry grid, Scan scan, boolean forced)
            throws InvalidInputException {
        Affine target = scan.geometry().affine().orElseThrow();
        Optional<Alignment> fitting = fitting(mask, grid, target, scan);
        if (fitting.isPresent()) return fitting.get();
        Optional<Affine> twin = scan.geometry().twin();
        Optional<Alignment> other = twin.isEmpty() ? Optional.empty() : fitting(mask, grid, twin.get(), scan);
        if (other.isPresent()) {
            return other.get()
                    .noted(mask + " lies on " + scan.name()
                            + " where the sideways shift of its slices (a tilted gantry) is read"
                            + " the other way, and was laid on it slice by slice.");
        }
        if (grid.storedAffine().isDefault()
                && Arrays.equals(grid.storedSize(), scan.geometry().storedSize())) return asStored(mask, grid, scan);
        AxisOrder order = AxisOrder.nearest(grid.affine().get().cosines(target));
        if (!isOfSize(grid, order, scan)) {
            throw far(sizes(mask, grid, order, scan) + " of another grid");
        }
        Gap gap = gap(grid.affine().get().reordered(order, size(grid)), target, size(scan.geometry()));
        String far = String.format(Locale.ROOT, "%s lies up to %.1f mm away from %s", mask, gap.mm, scan.name());
        if (!forced) throw far(far + ", more than half a voxel");
        return new Alignment(order, new int[3], List.of(far + " and was laid on it voxel by voxel, as was asked."));
    }

    /** Nothing was known of its place when it was written, so it lies as the array lay that it was made of. */
    private static Alignment asStored(String mask, Geometry grid, Scan scan) {
        AxisOrder order = scan.geometry().order().after(grid.order().inverse());
        return new Alignment(
                order,
                new int[3],
                List.of(mask + " names no place but the usual one (voxels of 1 mm, from 0 on), so it was taken in the"
                        + " order in which " + scan.name() + " is stored" + doubt(scan.geometry())));
    }

    private static InvalidInputException far(String what) {
        return new InvalidInputException(Sentence.of(
                what,
                ": ",
                OWN,
                ", or lay it on by its place with ",
                Setting.of("placement", Placement.RESAMPLED.text()),
                " where there is a placement (extract, batch, Open Mask, Save Mask)."));
    }

    /** Where every voxel of the mask that lies in the scan has its partner; empty if that is nowhere. */
    private static Optional<Alignment> fitting(String mask, Geometry grid, Affine target, Scan scan)
            throws InvalidInputException {
        Affine affine = grid.affine().orElseThrow();
        AxisOrder order = AxisOrder.nearest(affine.cosines(target));
        int[] size = order.size(size(grid));
        Affine ordered = affine.reordered(order, size(grid));
        if (isOfSize(grid, order, scan)) {
            return gap(ordered, target, size).voxels <= NEAR
                    ? Optional.of(new Alignment(order, new int[3], List.of()))
                    : Optional.empty();
        }
        Optional<int[]> offset = offset(ordered, size, target);
        if (offset.isEmpty()) return Optional.empty();
        return Optional.of(new Alignment(order, offset.get(), List.of(covered(mask, size, offset.get(), scan))));
    }

    /** Where a mask that has the scan's own voxels begins, in voxels of the scan; empty if it is no such mask. */
    private static Optional<int[]> offset(Affine ordered, int[] size, Affine target) {
        Affine toScan = target.inverse().after(ordered);
        int[] offset = new int[3];
        for (int d = 0; d < 3; d++) {
            double first = Math.rint(toScan.get(d, 3));
            if (!(Math.abs(first) < FARTHEST)) return Optional.empty();
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

    /** @throws InvalidInputException if no voxel of the mask lies in the scan, or its axes were swapped */
    private static String covered(String mask, int[] size, int[] offset, Scan scan) throws InvalidInputException {
        int[] target = size(scan.geometry());
        if (Arrays.equals(
                IntStream.of(size).sorted().toArray(),
                IntStream.of(target).sorted().toArray())) {
            throw new InvalidInputException(mask + " has " + text(size) + " voxels but " + scan.name() + " has "
                    + text(target)
                    + ", so its axes were swapped when it was saved (numpy arrays of SimpleITK run z, y, x, those of"
                    + " nibabel x, y, z): save it in the order of the scan.");
        }
        int[] common = new int[3];
        for (int d = 0; d < 3; d++) {
            common[d] = Math.min(target[d], offset[d] + size[d]) - Math.max(0, offset[d]);
            if (common[d] < 1)
                throw new InvalidInputException(mask + " lies wholly outside " + scan.name() + ": " + OWN + ".");
        }
        if (Arrays.equals(common, size)) {
            return mask + " covers " + text(size) + " of the " + text(target) + " voxels of " + scan.name()
                    + (size[2] == 1 ? " (slice " + (offset[2] + 1) + ")" : "")
                    + ", and all others were taken as background.";
        }
        return mask + " has " + text(size) + " voxels, of which " + text(common) + " lie in the " + text(target)
                + " of " + scan.name() + ", and those outside were left out.";
    }

    private Alignment noted(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Alignment(order, offset, List.copyOf(more));
    }

    /** From the voxels of the mask's grid to the scan's. */
    GridMap map(Geometry grid) {
        return GridMap.of(order, size(grid), offset);
    }

    /** Whether every voxel of a mask lies in the scan. */
    boolean isWhole(Geometry grid, Scan scan) {
        return isOfSize(grid, order, scan);
    }

    private static String doubt(Geometry oriented) {
        return oriented.order().equals(AxisOrder.AS_STORED)
                ? "."
                : ": check on the picture that the mask is not mirrored.";
    }

    private static void requireSize(String mask, Geometry grid, AxisOrder order, Scan scan)
            throws InvalidInputException {
        if (!isOfSize(grid, order, scan))
            throw new InvalidInputException(sizes(mask, grid, order, scan) + ": " + OWN + ".");
    }

    private static boolean isOfSize(Geometry grid, AxisOrder order, Scan scan) {
        return Arrays.equals(order.size(size(grid)), size(scan.geometry()));
    }

    private static String sizes(String mask, Geometry grid, AxisOrder order, Scan scan) {
        return mask + " has " + text(order.size(size(grid))) + " voxels but " + scan.name() + " has "
                + text(size(scan.geometry()));
    }

    /** Compares the eight corners: between them, two grids of one size cannot differ by more. */
    private static Gap gap(Affine affine, Affine target, int[] size) {
        double farthest = 0;
        double voxels = 0;
        for (int corner = 0; corner < 8; corner++) {
            int[] at = corner(corner, size);
            double[] gap = new double[3];
            for (int row = 0; row < 3; row++)
                gap[row] = affine.at(row, at[0], at[1], at[2]) - target.at(row, at[0], at[1], at[2]);
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
        return new int[] {(corner & 1) * (size[0] - 1), (corner >> 1 & 1) * (size[1] - 1), (corner >> 2) * (size[2] - 1)
        };
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
