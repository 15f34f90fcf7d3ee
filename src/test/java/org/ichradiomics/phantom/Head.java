package org.ichradiomics.phantom;

import java.util.List;

/**
 * The tissue of a head at each point, in HU: scalp, skull, falx, grey and white matter, ventricles and sulci, above the
 * base of the skull. Not an atlas: sizes and densities are rounded, so that the picture looks right.
 *
 * <p>The origin is in the middle of the head at the height of the thalami.
 */
final class Head implements Field {

    private static final double AIR = -1000;
    private static final double SKIN = 45;
    private static final double FAT = -85;
    private static final double MUSCLE = 55;
    private static final double TABLE = 1350;
    private static final double DIPLOE = 700;
    private static final double CALCIFICATION = 170;
    private static final double FALX = 62;
    private static final double GREY = 39;
    private static final double WHITE = 28;
    private static final double FLUID = 8;

    /** Outer surface of the skull: semi-axes, mm, and the height of its centre. */
    private static final double SKULL_X = 70;

    private static final double SKULL_Y = 89;
    private static final double SKULL_Z = 96;
    private static final double SKULL_MIDDLE = -12;

    /** What a haematoma pushes aside: so many mm³ were put in at a point, and everything around gave way. */
    record Push(double x, double y, double z, double volume) {

        /** Where the tissue now at the distance r was before, over r: r³ → r³ − 3V/4π. */
        private double factor(double px, double py, double pz) {
            double dx = px - x;
            double dy = py - y;
            double dz = pz - z;
            double cube = StrictMath.pow(dx * dx + dy * dy + dz * dz, 1.5);
            return cube == 0 ? 0 : StrictMath.cbrt(Math.max(0, 1 - 3 * volume / (4 * StrictMath.PI * cube)));
        }
    }

    /** A thread of beads that grow or shrink evenly from one end to the other: the parts of the ventricles. */
    private record Horn(double x0, double y0, double z0, double r0, double x1, double y1, double z1, double r1) {

        private boolean contains(double x, double y, double z) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double dz = z1 - z0;
            double t = ((x - x0) * dx + (y - y0) * dy + (z - z0) * dz) / (dx * dx + dy * dy + dz * dz);
            t = Math.min(Math.max(t, 0), 1);
            double ex = x - x0 - t * dx;
            double ey = y - y0 - t * dy;
            double ez = z - z0 - t * dz;
            double r = r0 + t * (r1 - r0);
            return ex * ex + ey * ey + ez * ez < r * r;
        }
    }

    /** Right and left lateral ventricle, mirrored. */
    private static final List<Horn> LATERAL = List.of(
            new Horn(13, -35, 9, 3.4, 6.8, -20, 13, 5.0),
            new Horn(6.8, -20, 13, 5.0, 8.5, 0, 21, 5.2),
            new Horn(8.5, 0, 21, 5.2, 17, 24, 20, 5.8),
            new Horn(17, 24, 20, 5.8, 23, 34, 10, 6.2),
            new Horn(23, 34, 10, 6.2, 22, 52, 5, 2.2),
            new Horn(23, 34, 10, 5.5, 32, 18, -8, 3.0));

    /** The Sylvian fissure, from the surface inwards and back over the insula. */
    private static final List<Horn> SYLVIAN = List.of(
            new Horn(60, -24, -2, 2.6, 44, -17, 1, 3.0),
            new Horn(44, -17, 1, 3.0, 39, -4, 3, 1.9),
            new Horn(39, -4, 3, 1.9, 40, 14, 5, 1.6),
            new Horn(40, 14, 5, 1.6, 60, 26, 9, 1.3));

    private final Push push;
    private final Field shape;
    private final Field thickness;
    private final Field marrow;
    private final Field folds;
    private final Field depths;
    private final Field midline;
    private final Field mottling;

    Head(Push push, Dice dice) {
        this.push = push;
        this.shape = new SmoothNoise(70, dice.split());
        this.thickness = new SmoothNoise(35, dice.split());
        this.marrow = new SmoothNoise(5, dice.split());
        this.folds = new SmoothNoise(17, dice.split());
        this.depths = new SmoothNoise(22, dice.split());
        this.midline = new SmoothNoise(30, dice.split());
        this.mottling = new SmoothNoise(7, dice.split());
    }

    @Override
    public double at(double x, double y, double z) {
        double outside = outsideSkull(x, y, z);
        if (outside > 25) return AIR;
        if (outside > 0) return scalp(outside, x, y, z);
        double thick = 5 + 3 * thickness.at(x, y, z) + 1.8 * bump(x / 22) * bump((Math.abs(y) - 85) / 30);
        if (-outside < thick) return skull(-outside, thick, x, y, z);
        double factor = push.factor(x, y, z);
        return brain(
                -outside - thick,
                push.x() + factor * (x - push.x()),
                push.y() + factor * (y - push.y()),
                push.z() + factor * (z - push.z()));
    }

    /** Distance from the outer surface of the skull, to first order, in mm; negative inside. */
    private double outsideSkull(double x, double y, double z) {
        double a = SKULL_X * (1 + 0.0009 * y); // egg-shaped, the narrow end in front
        double up = z - SKULL_MIDDLE;
        double rho = Math.sqrt(x * x / (a * a) + y * y / (SKULL_Y * SKULL_Y) + up * up / (SKULL_Z * SKULL_Z));
        double gx = x / (a * a);
        double gy = y / (SKULL_Y * SKULL_Y);
        double gz = up / (SKULL_Z * SKULL_Z);
        double slope = Math.sqrt(gx * gx + gy * gy + gz * gz);
        return slope == 0 ? -SKULL_X : (rho - 1) * rho / slope + 5 * shape.at(x, y, z);
    }

    private double scalp(double outside, double x, double y, double z) {
        double temporal = 8 * bump((Math.abs(x) - 60) / 18) * bump((y + 28) / 26) * bump((z + 12) / 22);
        double muscle = 1.2 + temporal;
        double whole = muscle + 4.2 + 3 * thickness.at(x, y, z) + 2 * bump((y - 90) / 30);
        if (outside < muscle) return MUSCLE;
        if (outside < whole - 1.9) return FAT;
        return outside < whole ? SKIN : AIR;
    }

    private double skull(double depth, double thick, double x, double y, double z) {
        double table = Math.min(depth, thick - depth);
        return table < 1.6 ? TABLE : DIPLOE + 500 * marrow.at(x, y, z);
    }

    /** @param depth below the inner surface of the skull, mm */
    private double brain(double depth, double x, double y, double z) {
        double left = x - 3 * midline.at(0, y, z);
        double side = Math.abs(left);
        boolean fissure = isInFissure(y, z);
        if (fissure && side < 0.75 && isFalx(y, z)) return FALX;
        if (fissure && side < 1.5 + 1.2 * midline.at(9, y, z)) return FLUID;
        double pia = depth - 1.3 - 2 * depths.at(y, z, x);
        if (pia < 0) return FLUID;
        if (isCalcified(side, y, z)) return CALCIFICATION;
        if (isVentricle(left, side, y, z)) return FLUID;
        double fold = Math.abs(fold(x, y, z));
        double deepest = 13 + 16 * depths.at(x, y, z);
        double surface = fissure ? Math.min(pia, 1.6 * (side - 1.2)) : pia;
        if (surface < deepest && fold < 0.085 * (1 - 0.7 * surface / deepest)) return FLUID;
        for (Horn part : SYLVIAN) if (part.contains(side, y, z)) return FLUID;
        boolean grey =
                surface < 3.4 || surface < deepest + 3 && fold < 0.29 || isNucleus(side, y, z) || isInsula(side, y, z);
        double brightened = 3 * StrictMath.exp(-depth / 9); // what beam hardening leaves under the skull
        return (grey ? GREY : WHITE) + brightened + 5 * mottling.at(x, y, z);
    }

    /** Sulci are where this is 0: it hardly changes with depth, so they run inwards from the surface. */
    private double fold(double x, double y, double z) {
        double up = z - 5;
        double r = Math.max(20, Math.sqrt(x * x + y * y + up * up));
        double scale = (62 + 0.22 * r) / r;
        return folds.at(x * scale, y * scale, up * scale);
    }

    /** Between the hemispheres, but not where the corpus callosum and the thalami join them. */
    private static boolean isInFissure(double y, double z) {
        return ellipse((y - 1) / 44, (z - 2) / 30) > 1;
    }

    /** The falx leaves the callosum some room; behind, it comes closer. */
    private static boolean isFalx(double y, double z) {
        return ellipse((y + 2) / 56, (z - 2) / 38) > 1;
    }

    private static boolean isCalcified(double side, double y, double z) {
        return ellipse(side, y - 28, z - 1) < 2.3 * 2.3 || ellipse(side - 21.5, y - 32, z - 12) < 2.8 * 2.8;
    }

    private static boolean isVentricle(double left, double side, double y, double z) {
        if (side < 1.9 && ellipse((y - 4) / 13, (z + 2) / 9) < 1) return true; // third
        if (ellipse(left / 13, (y - 37) / 4.5, (z + 5) / 6) < 1) return true; // cistern behind the midbrain
        if (side < 0.9) return false; // septum pellucidum
        for (Horn part : LATERAL) if (part.contains(side, y, z)) return true;
        return false;
    }

    private static boolean isNucleus(double side, double y, double z) {
        return ellipse((side - 10.5) / 8, (y - 12) / 14, (z - 6) / 10) < 1 // thalamus
                || ellipse((side - 24 - 0.1 * y) / 7, (y + 2) / 17, (z - 5) / 12) < 1 // lentiform nucleus
                || ellipse((side - 14.5 + 0.1 * y) / 4, (y + 20) / 10, (z - 14) / 10) < 1; // head of the caudate
    }

    private static boolean isInsula(double side, double y, double z) {
        return ellipse((side - 37.5 - 0.004 * y * y) / 3, (y - 2) / 19, (z - 4) / 15) < 1;
    }

    private static double ellipse(double a, double b) {
        return a * a + b * b;
    }

    private static double ellipse(double a, double b, double c) {
        return a * a + b * b + c * c;
    }

    private static double bump(double t) {
        return StrictMath.exp(-t * t);
    }
}
