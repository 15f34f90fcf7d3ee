package org.ichradiomics.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One haematoma: where it is, f : ℝ³ → {inside, outside}, and how dense its blood is, in HU.
 *
 * <pre>
 *     reach(p) = 1 + irregularity · lobes(p) − |p|ₑ
 *     |p|ₑ the distance from the centre in units of the ellipsoid's semi-axes
 * </pre>
 *
 * The edge is the level of reach that encloses the wanted volume, so an irregular haematoma is as large as a smooth
 * one.
 */
final class Haematoma {

    /** Where the haematoma certainly is not. */
    private static final double NOWHERE = -10;

    /**
     * What a haematoma is like.
     *
     * @param x centre, mm
     * @param y centre, mm
     * @param z centre, mm
     * @param volume mL
     * @param length longest semi-axis, which is in the slice, over the middle one
     * @param width shortest semi-axis, across it in the slice, over the middle one, which is along z
     * @param angle of the longest axis against y, rad
     * @param irregularity 0 is an ellipsoid, 1 has deep bays
     * @param satellites small bleeds beside it
     * @param inclusions islands of brain inside it
     * @param density of its blood, HU
     * @param heterogeneity SD of the density, HU
     * @param tilt difference of density between its two ends, HU
     * @param pockets soft hypodense spots
     * @param pocketDepth how much lower the density is in the middle of a pocket, HU
     * @param margin width of its blurred edge as a Gaussian's SD, mm
     */
    record Recipe(
            double x,
            double y,
            double z,
            double volume,
            double length,
            double width,
            double angle,
            double irregularity,
            int satellites,
            int inclusions,
            double density,
            double heterogeneity,
            double tilt,
            int pockets,
            double pocketDepth,
            double margin) {

        /** Semi-axis along z of the smooth ellipsoid, mm. */
        double semiAxis() {
            return StrictMath.cbrt(3000 * volume / (4 * StrictMath.PI * length * width));
        }

        /** No lobe and no satellite gets further than this, in semi-axes. */
        double furthest() {
            return satellites > 0 ? 2.1 : 1.25 + irregularity;
        }

        /** How far from the centre it may get along x, mm. */
        double reachX() {
            return furthest()
                    * semiAxis()
                    * StrictMath.hypot(length * StrictMath.sin(angle), width * StrictMath.cos(angle));
        }

        /** How far from the centre it may get along y, mm. */
        double reachY() {
            return furthest()
                    * semiAxis()
                    * StrictMath.hypot(length * StrictMath.cos(angle), width * StrictMath.sin(angle));
        }

        /** How far from the centre it may get along z, mm. */
        double reachZ() {
            return furthest() * semiAxis();
        }
    }

    private record Spot(double x, double y, double z, double radius) {

        /** Distance in radii. */
        double distance(double px, double py, double pz) {
            double dx = px - x;
            double dy = py - y;
            double dz = pz - z;
            return Math.sqrt(dx * dx + dy * dy + dz * dz) / radius;
        }
    }

    private final Recipe recipe;
    private final double cos;
    private final double sin;
    private final Field lobes;
    private final Field bays;
    private final Field clots;
    private final Field grains;
    private final List<Spot> satellites = new ArrayList<>();
    private final List<Spot> inclusions = new ArrayList<>();
    private final List<Spot> pockets = new ArrayList<>();

    Haematoma(Recipe recipe, Dice dice) {
        this.recipe = recipe;
        this.cos = StrictMath.cos(recipe.angle());
        this.sin = StrictMath.sin(recipe.angle());
        double size = recipe.semiAxis();
        this.lobes = new SmoothNoise(1.1 * size, dice.split());
        this.bays = new SmoothNoise(0.45 * size, dice.split());
        this.clots = new SmoothNoise(9, dice.split());
        this.grains = new SmoothNoise(3.5, dice.split());
        for (int i = 0; i < recipe.satellites(); i++) satellites.add(spot(dice, 1.5, 1.75, 2.5, 3.5));
        for (int i = 0; i < recipe.inclusions(); i++) inclusions.add(spot(dice, 0.2, 0.4, 0.20 * size, 0.26 * size));
        for (int i = 0; i < recipe.pockets(); i++) pockets.add(spot(dice, 0.1, 0.7, 0.15 * size, 0.45 * size));
    }

    /** A spot between two distances from the centre in semi-axes; mostly beside the centre, since slices are thick. */
    private Spot spot(Dice dice, double near, double far, double smallest, double largest) {
        double angle = dice.uniform(0, 2 * StrictMath.PI);
        double distance = dice.uniform(near, far) * recipe.semiAxis();
        double along = distance * recipe.length() * StrictMath.cos(angle);
        double across = distance * recipe.width() * StrictMath.sin(angle);
        double up = dice.uniform(-0.2, 0.2) * recipe.semiAxis();
        return new Spot(
                recipe.x() + sin * along + cos * across,
                recipe.y() + cos * along - sin * across,
                recipe.z() + up,
                dice.uniform(smallest, largest));
    }

    Recipe recipe() {
        return recipe;
    }

    /**
     * The share of each voxel that is blood, 0..1, blurred by the margin. Its sum is the recipe's volume, apart from
     * what the grid leaves out.
     */
    Volume share(Grid grid, int across, int through) {
        Volume reach = Volume.of(this::reach, grid.cut(across, through));
        double level = level(reach);
        return reach.map(value -> value > level ? 1 : 0)
                .means(grid, across, through)
                .blurred(recipe.margin());
    }

    /** Density of the blood, HU; meaningful inside. */
    double density(double x, double y, double z) {
        double hu = recipe.density();
        // 0.27 is the SD of either noise: the two together have the SD of the recipe.
        hu += recipe.heterogeneity() / 0.27 * (0.8 * clots.at(x, y, z) + 0.6 * grains.at(x, y, z));
        hu += recipe.tilt()
                * (sin * (x - recipe.x()) + cos * (y - recipe.y()))
                / (2 * recipe.semiAxis() * recipe.length());
        for (Spot pocket : pockets) {
            double distance = pocket.distance(x, y, z);
            hu -= recipe.pocketDepth() * StrictMath.exp(-distance * distance);
        }
        return hu;
    }

    private double level(Volume reach) {
        double[] values = Arrays.stream(reach.toArray())
                .filter(value -> value > NOWHERE)
                .sorted()
                .toArray();
        int inside =
                (int) Math.rint(1000 * recipe.volume() / reach.grid().spacing().voxelVolume());
        return values[values.length - 1 - inside];
    }

    private double reach(double x, double y, double z) {
        double dx = x - recipe.x();
        double dy = y - recipe.y();
        double across = (cos * dx - sin * dy) / recipe.width();
        double along = (sin * dx + cos * dy) / recipe.length();
        double up = z - recipe.z();
        double distance = Math.sqrt(across * across + along * along + up * up) / recipe.semiAxis();
        if (distance > recipe.furthest()) return NOWHERE;
        for (Spot inclusion : inclusions) {
            if (inclusion.distance(x, y, z) < 1) return -1;
        }
        double reach = 1 - distance + recipe.irregularity() * (lobes.at(x, y, z) + 0.5 * bays.at(x, y, z));
        for (Spot satellite : satellites) {
            reach = Math.max(reach, 0.3 * (1.2 - satellite.distance(x, y, z)));
        }
        return reach;
    }
}
