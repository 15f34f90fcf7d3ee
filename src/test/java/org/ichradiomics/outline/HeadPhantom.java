package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;

/**
 * Heads of formulas and seeded noise, made for these tests alone: skull, brain of 35 HU with slow waves, ventricles,
 * falx, and blood whose edge is rough. Places are in mm from the middle of the head: x to the left, y to the back, z to
 * the head.
 */
final class HeadPhantom {

    /** What a phantom has. */
    enum Kind {
        LOBAR,
        DEEP,
        SMALL,
        AT_THE_BONE,
        THIN_SLICES,
        FINE_PIXELS,
        NOISY,
        FAINT,
        IRREGULAR,
        FALX,
        CHOROID,
        SUBARACHNOID,
        DARK_PARTS,
        VENTRICLE,
        VENTRICLE_FULL,
        VENTRICLE_WIDE
    }

    private final Kind kind;
    private final Random random;
    private final VoxelGrid grid;
    private final double[] waves = new double[36];
    private final double[] rough = new double[36];
    private final double[] centre;
    private final double[] axes;
    private final double blood;

    private HeadPhantom(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed * 31 + kind.ordinal());
        this.grid = switch (kind) {
            case THIN_SLICES -> new VoxelGrid(128, 152, 80, new Spacing(1.1, 1.1, 1.25));
            case FINE_PIXELS -> new VoxelGrid(256, 300, 24, new Spacing(0.55, 0.55, 5));
            default -> new VoxelGrid(112, 132, 24, new Spacing(1.25, 1.25, 5));
        };
        for (int i = 0; i < waves.length; i++) {
            waves[i] = random.nextGaussian();
            rough[i] = random.nextGaussian();
        }
        double size = kind == Kind.SMALL ? 0.45 : kind == Kind.VENTRICLE_WIDE ? 0.75 : 0.85 + 0.3 * random.nextDouble();
        axes = new double[] {
            size * (14 + 3 * random.nextDouble()),
            size * (16 + 5 * random.nextDouble()),
            size * (15 + 4 * random.nextDouble())
        };
        centre = new double[] {
            switch (kind) {
                case AT_THE_BONE -> 60 - axes[0] * 0.9;
                case FALX -> axes[0] * 0.95;
                case VENTRICLE, VENTRICLE_FULL -> 11 + axes[0];
                case VENTRICLE_WIDE -> 15 + axes[0];
                case DEEP -> 26;
                default -> 34;
            },
            switch (kind) {
                case FALX -> -30;
                case VENTRICLE, VENTRICLE_FULL, VENTRICLE_WIDE, DEEP -> 4 + 6 * random.nextDouble();
                default -> -12 + 20 * random.nextDouble();
            },
            -4 + 8 * random.nextDouble()
        };
        blood = kind == Kind.FAINT ? 49 : 60 + 4 * random.nextDouble();
    }

    /** A head of a kind; the same seed gives the same voxels. */
    static Case of(Kind kind, long seed) {
        return new HeadPhantom(kind, seed).made();
    }

    private Case made() {
        float[] hu = new float[grid.size()];
        boolean[] truth = new boolean[grid.size()];
        for (int i = 0; i < hu.length; i++) {
            double[] at = place(i);
            truth[i] = isBlood(at) && isInSkull(at, 0);
            hu[i] = (float) tissue(at, truth[i]);
        }
        float[] blurred = new float[hu.length];
        Gaussian blur = Gaussian.of(0.6, grid.nx(), grid.ny(), grid.spacing());
        for (int z = 0; z < grid.nz(); z++) blur.smooth(hu, blurred, z * grid.nx() * grid.ny());
        double noise = kind == Kind.NOISY ? 9 : kind == Kind.THIN_SLICES ? 6 : 4;
        for (int i = 0; i < hu.length; i++) blurred[i] = Math.round(blurred[i] + noise * random.nextGaussian());
        Head head = Head.of(ArrayImgs.floats(blurred, grid.nx(), grid.ny(), grid.nz()), grid.spacing());
        Case made = new Case(kind.toString(), head, truth, null);
        return new Case(kind.toString(), head, truth, made.centre());
    }

    private double[] place(int i) {
        Voxel v = Voxel.of(grid, i);
        return new double[] {
            (v.x() - (grid.nx() - 1) / 2.0) * grid.spacing().x(),
            (v.y() - (grid.ny() - 1) / 2.0) * grid.spacing().y(),
            (v.z() - (grid.nz() - 1) / 2.0) * grid.spacing().z()
        };
    }

    /** Sum of waves of some centimetres, SD about 1. */
    private static double wave(double[] at, double[] w, double shortest) {
        double sum = 0;
        for (int k = 0; k < w.length; k += 6) {
            double phase = w[k + 3] * 3;
            for (int d = 0; d < 3; d++) phase += w[k + d] * at[d] / shortest;
            sum += Math.sin(phase);
        }
        return sum / Math.sqrt(w.length / 12.0);
    }

    private static boolean isInSkull(double[] at, double more) {
        double x = at[0] / (62 + more);
        double y = at[1] / (76 + more);
        double z = (at[2] + 10) / (95 + more);
        return x * x + y * y + z * z < 1;
    }

    private boolean isBlood(double[] at) {
        double r = 0;
        for (int d = 0; d < 3; d++) r += Math.pow((at[d] - centre[d]) / axes[d], 2);
        double edge = kind == Kind.IRREGULAR ? 0.16 : 0.05;
        boolean isBleed = Math.sqrt(r) < 1 + edge * wave(at, rough, kind == Kind.IRREGULAR ? 7 : 6);
        return isBleed && !isVentricle(at, 1) && !(kind == Kind.FALX && at[0] < 1.3);
    }

    /** The lateral ventricle of a side, slanted to the back. */
    private boolean isVentricle(double[] at, int side) {
        double x = (side * at[0] - 9) / (kind == Kind.VENTRICLE_WIDE ? 8 : 5.5);
        double y = (at[1] - 4) / 22;
        double z = (at[2] - 2) / 20;
        return x * x + y * y + z * z < 1;
    }

    private double tissue(double[] at, boolean isBleed) {
        if (!isInSkull(at, 6)) return -1000;
        if (!isInSkull(at, 0)) return 1000;
        if (kind == Kind.SUBARACHNOID && !isInSkull(at, -3) && at[0] > 10 && Math.abs(at[2]) < 30) return blood - 4;
        if (isBleed) {
            boolean isDark = kind == Kind.DARK_PARTS
                    && Math.abs(at[0] - centre[0] - 4) < 4
                    && Math.abs(at[1] - centre[1]) < 4
                    && Math.abs(at[2] - centre[2]) < 8;
            return isDark ? 40 : blood + 3 * wave(at, rough, 4);
        }
        boolean isFull =
                kind == Kind.VENTRICLE_FULL || kind == Kind.VENTRICLE_WIDE || kind == Kind.VENTRICLE && at[1] > 3;
        if (isVentricle(at, 1))
            return isFull ? blood - (kind == Kind.VENTRICLE_FULL ? 4 : 0) + 2 * wave(at, rough, 4) : 8;
        if (isVentricle(at, -1)) return 8;
        if (Math.abs(at[0]) < 0.8 && (at[1] < -20 || at[1] > 30)) return kind == Kind.FALX ? 60 : 52;
        if (kind == Kind.CHOROID && Math.hypot(Math.abs(at[0]) - 14, at[1] - 24) < 3 && Math.abs(at[2]) < 8) return 150;
        if (Math.hypot(at[0], at[1] - 14) < 2.5 && Math.abs(at[2] + 6) < 5) return 140;
        return 35 + 3 * wave(at, waves, 25);
    }

    /** Voxels that a reader would have to take away again: blood where the truth has none, as far inside as 1.5 mm. */
    static List<Voxel> wrongly(Grown grown, boolean[] truth) {
        Piece wrong = grown.piece().copy();
        grown.forEach(i -> {
            if (truth[i]) wrong.set(Voxel.of(grown.grid(), i), false);
        });
        List<Voxel> voxels = new ArrayList<>();
        wrong.eroded(1.5).forEach(voxels::add);
        return voxels;
    }
}
