package org.ichradiomics.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Shear;

/**
 * What a NIfTI header says about place and size: sform before qform before pixdim.
 *
 * <p>The spacing is pixdim as stored (a float32 read into a double), unless the sform contradicts it by more than 1 in
 * 1000 or pixdim is unusable: then it is the length of the sform's columns. Every choice that departs from a plain file
 * leaves a warning.
 */
final class NiftiGeometry {

    private static final double SAME_LENGTH = 1e-3;

    /** 1 − b² − c² − d² below this is float32 rounding of a half turn, a = 0; nifti1_io.c has the same bound. */
    private static final double HALF_TURN = 1e-7;

    /** b² + c² + d² beyond this is no rounding of 1 any more. */
    private static final double LONGEST_QUATERNION = 1.001;

    private final String name;
    private final NiftiHeader header;
    private final List<String> warnings = new ArrayList<>();

    private NiftiGeometry(String name, NiftiHeader header) {
        this.name = name;
        this.header = header;
    }

    /** @param size columns, rows and slices as stored */
    static Geometry of(String name, NiftiHeader header, int[] size) {
        return new NiftiGeometry(name, header).geometry(size);
    }

    private Geometry geometry(int[] size) {
        double unit = millimetresPerUnit();
        Affine sform = sform(unit);
        double[] mm = pixdim(unit);
        Affine qform = mm == null ? null : qform(mm, unit);
        if (sform != null && qform != null && !order(sform).equals(order(qform))) {
            warnings.add(name + " has two orientations that contradict each other, sform " + order(sform)
                    + " and qform " + order(qform) + ", and the sform was used: check left and right on the picture.");
        }
        Affine affine = sform != null ? sform : qform;
        if (sform != null) mm = spacing(sform, mm);
        return Geometry.described(name, size, mm, affine, warnings);
    }

    private double millimetresPerUnit() {
        return switch (header.lengthUnit()) {
            case 0, 2 -> 1;
            case 1 -> 1000;
            case 3 -> 1e-3;
            default -> {
                warnings.add(name + " names an unknown unit of length, and mm was assumed: check the spacing.");
                yield 1;
            }
        };
    }

    /** Null when pixdim is not three lengths; the qform, which rests on it, is then as unusable. */
    private double[] pixdim(double unit) {
        double[] mm = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            mm[axis] = header.pixdim(axis + 1) * unit;
            if (!Geometry.isLength(mm[axis])) return null;
        }
        return mm;
    }

    private double[] spacing(Affine sform, double[] pixdim) {
        double[] columns = {sform.length(0), sform.length(1), sform.length(2)};
        if (pixdim == null) {
            warnings.add(name + " holds no usable pixdim, so the spacing was taken from its sform: check it.");
            return columns;
        }
        Optional<Shear> shear = Shear.of(sform);
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(columns[axis] - pixdim[axis]) <= SAME_LENGTH * columns[axis]) continue;
            // Some programs write the step from slice to slice there, some their distance.
            if (shear.isPresent()
                    && shear.get().axis() == axis
                    && Math.abs(shear.get().distance() - pixdim[axis]) <= SAME_LENGTH * columns[axis]) {
                continue;
            }
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s names two spacings, pixdim %s mm and sform %s mm," + " and the sform was used: check it.",
                    name,
                    text(pixdim),
                    text(columns)));
            return columns;
        }
        return pixdim;
    }

    private Affine sform(double unit) {
        if (header.sformCode() <= 0) return null;
        double[] rows = new double[12];
        for (int i = 0; i < 12; i++) rows[i] = header.srow(i);
        return usable(Affine.of(rows).times(unit), "sform");
    }

    /** R(a, b, c, d) · diag(dx, dy, qfac · dz) with a = √(1 − b² − c² − d²); {@code nifti1.h}, method 2. */
    private Affine qform(double[] mm, double unit) {
        if (header.qformCode() <= 0) return null;
        double b = header.quaternion(0);
        double c = header.quaternion(1);
        double d = header.quaternion(2);
        double square = b * b + c * c + d * d;
        double a = Math.sqrt(1 - square);
        if (square > 1 - HALF_TURN && square < LONGEST_QUATERNION) {
            double length = Math.sqrt(square);
            a = 0;
            b /= length;
            c /= length;
            d /= length;
        }
        double z = header.pixdim(0) < 0 ? -mm[2] : mm[2];
        return usable(
                Affine.of(
                        (a * a + b * b - c * c - d * d) * mm[0],
                        2 * (b * c - a * d) * mm[1],
                        2 * (b * d + a * c) * z,
                        header.offset(0) * unit,
                        2 * (b * c + a * d) * mm[0],
                        (a * a + c * c - b * b - d * d) * mm[1],
                        2 * (c * d - a * b) * z,
                        header.offset(1) * unit,
                        2 * (b * d - a * c) * mm[0],
                        2 * (c * d + a * b) * mm[1],
                        (a * a + d * d - b * b - c * c) * z,
                        header.offset(2) * unit),
                "qform");
    }

    private Affine usable(Affine affine, String form) {
        if (affine.isUsable()) return affine;
        warnings.add(name + " has an unusable " + form + ", which was ignored: check left and right on the picture.");
        return null;
    }

    private static AxisOrder order(Affine affine) {
        return AxisOrder.nearest(affine.cosines(Affine.LPS));
    }

    private static String text(double[] mm) {
        return String.format(Locale.ROOT, "%.4f × %.4f × %.4f", mm[0], mm[1], mm[2]);
    }
}
