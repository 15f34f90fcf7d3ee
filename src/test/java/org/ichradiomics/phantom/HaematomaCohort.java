package org.ichradiomics.phantom;

import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * Haematomas of 1–10 mL as a clinic sees them: round and lobulated, even and mottled, with pockets, islands and
 * satellites, in thick slices of quiet and noisy scanners.
 *
 * <p>Most are in a matrix of 512 × 512. Every fifth is in one of 256 × 256 as the sample images are: run lengths depend
 * on pixel and matrix so much that against a cohort without any such case the sample would lie 25 SD out.
 *
 * <p>Only the surroundings of each are made; the rest of its matrix is brain without noise, which no feature sees.
 */
final class HaematomaCohort {

    static final int SIZE = 300;
    static final double SMALLEST = 1;
    static final double LARGEST = 10;

    private static final long SEED = 20201047;
    static final int FINE = 512;
    private static final int COARSE = 256;
    private static final int COARSE_ONE_IN = 5;

    /** The field of view, mm. */
    private static final double NARROWEST = 220;

    private static final double WIDEST = 256;

    /** Room for what the scanner blurs, mm. */
    private static final double EDGE = 4;

    private static final double SLICE = 5;
    private static final int BRAIN = 32;

    /**
     * One haematoma of a cohort, not made yet; the same seed always gives the same.
     *
     * @param columns and rows of its matrix
     * @param smallest volume of the blood, mL
     * @param largest volume of the blood, mL
     */
    record Member(long seed, int columns, double smallest, double largest) {

        /** What it is like, without making it. */
        Haematoma.Recipe recipe() {
            Dice dice = new Dice(seed);
            matrix(dice);
            return recipe(dice);
        }

        PlacedPhantom phantom() {
            Dice dice = new Dice(seed);
            Grid matrix = matrix(dice);
            Haematoma.Recipe recipe = recipe(dice);
            Grid around = around(matrix, recipe);
            Scanner scanner = new Scanner(dice.uniform(2.5, 7), dice.uniform(0.3, 0.9), dice.uniform(0.35, 0.75));
            Phantom phantom = Phantom.of(
                    around, (x, y, z) -> BRAIN, new Haematoma(recipe, dice.split()), scanner, 1, dice.split());
            return new PlacedPhantom(phantom, around, matrix, BRAIN);
        }

        private Grid matrix(Dice dice) {
            double pixel = Math.rint(dice.uniform(NARROWEST, WIDEST)) / columns;
            return Grid.centred(columns, columns, 24 + dice.below(9), new Spacing(pixel, pixel, SLICE));
        }

        private Haematoma.Recipe recipe(Dice dice) {
            double side = dice.below(2) == 0 ? -1 : 1;
            double volume = dice.logUniform(smallest, largest);
            return new Haematoma.Recipe(
                    side * dice.uniform(15, 35),
                    dice.uniform(-25, 30),
                    dice.uniform(-20, 20),
                    volume,
                    dice.uniform(0.95, 1.6),
                    dice.uniform(0.6, 0.95),
                    dice.uniform(-0.6, 0.6),
                    dice.uniform(0.1, 0.7),
                    oneIn(6, dice),
                    oneIn(8, dice),
                    dice.uniform(54, 74),
                    dice.uniform(0.5, 5),
                    dice.uniform(0, 10),
                    dice.below(4),
                    dice.uniform(4, 22),
                    dice.uniform(0.3, 1.2));
        }
    }

    private HaematomaCohort() {}

    /** Always the same haematomas in the same order. */
    static List<Region> regions() {
        return IntStream.range(0, SIZE)
                .parallel()
                .mapToObj(HaematomaCohort::region)
                .toList();
    }

    /** @param number 0..{@link #SIZE}−1 */
    static Region region(int number) {
        int columns = number % COARSE_ONE_IN == COARSE_ONE_IN - 1 ? COARSE : FINE;
        return new Member(seed(SEED, number), columns, SMALLEST, LARGEST)
                .phantom()
                .region();
    }

    /** One seed each, so that any member of a cohort can be made by itself; the factor only keeps the seeds apart. */
    static long seed(long seedOfCohort, int number) {
        return seedOfCohort + 1_000_003L * number;
    }

    private static int oneIn(int number, Dice dice) {
        return dice.below(number) == 0 ? 1 : 0;
    }

    /** The part of the matrix that holds the haematoma and its blurred edge. */
    private static Grid around(Grid matrix, Haematoma.Recipe recipe) {
        int left = Math.max(0, matrix.column(recipe.x() - recipe.reachX() - EDGE));
        int front = Math.max(0, matrix.row(recipe.y() - recipe.reachY() - EDGE));
        int low = Math.max(0, matrix.slice(recipe.z() - recipe.reachZ() - EDGE));
        int right = Math.min(matrix.columns() - 1, matrix.column(recipe.x() + recipe.reachX() + EDGE));
        int back = Math.min(matrix.rows() - 1, matrix.row(recipe.y() + recipe.reachY() + EDGE));
        int high = Math.min(matrix.slices() - 1, matrix.slice(recipe.z() + recipe.reachZ() + EDGE));
        return new Grid(
                right - left + 1,
                back - front + 1,
                high - low + 1,
                matrix.spacing(),
                matrix.x(left),
                matrix.y(front),
                matrix.z(low));
    }
}
