package org.ichradiomics.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
 * @param warnings what could not be checked, one sentence each
 */
record Alignment(AxisOrder order, List<String> warnings) {

    /** Half a voxel, with room for the float32 of a header. */
    private static final double NEAR = 0.501;

    private static final double SAME_SPACING = 1e-3;

    /** @throws InvalidInputException if the grids differ in size or place */
    static Alignment of(String mask, Geometry grid, Scan scan) throws InvalidInputException {
        Geometry target = scan.geometry();
        if (grid.affine().isPresent() && target.affine().isPresent()) {
            Affine affine = grid.affine().get();
            AxisOrder order = AxisOrder.nearest(affine.cosines(target.affine().get()));
            requireSize(mask, grid, order, scan);
            requireNear(mask, affine.reordered(order, size(grid)), scan);
            return new Alignment(order, List.of());
        }
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
        return new Alignment(order, List.copyOf(warnings));
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
    private static void requireNear(String mask, Affine affine, Scan scan) throws InvalidInputException {
        Affine target = scan.geometry().affine().orElseThrow();
        int[] size = size(scan.geometry());
        double farthest = 0;
        double voxels = 0;
        for (int corner = 0; corner < 8; corner++) {
            int x = (corner & 1) * (size[0] - 1);
            int y = (corner >> 1 & 1) * (size[1] - 1);
            int z = (corner >> 2) * (size[2] - 1);
            double[] gap = new double[3];
            for (int row = 0; row < 3; row++) gap[row] = affine.at(row, x, y, z) - target.at(row, x, y, z);
            farthest = Math.max(farthest, Math.sqrt(gap[0] * gap[0] + gap[1] * gap[1] + gap[2] * gap[2]));
            for (int axis = 0; axis < 3; axis++) {
                double along = 0;
                for (int row = 0; row < 3; row++) along += gap[row] * target.get(row, axis);
                voxels = Math.max(voxels, Math.abs(along) / (target.length(axis) * target.length(axis)));
            }
        }
        if (voxels <= NEAR) return;
        throw new InvalidInputException(String.format(Locale.ROOT,
                "%s lies up to %.1f mm away from %s, more than half a voxel: open the mask that was made for this scan.",
                mask, farthest, scan.name()));
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
