package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * How often two grey levels of a lesion are neighbours along a direction, each pair counted in both orders: IBSI's
 * GLCM.
 *
 * <pre>
 *   1 2 2      along (1, 0, 0):   i\j 1 2 3      10 counts from 5 pairs,
 *   1 2 3                          1  · 2 ·      p(1, 2) = p(2, 1) = 2 / 10
 *   · 3 3                          2  2 2 1
 *                                  3  · 1 2
 * </pre>
 *
 * The upper triangle is stored, of it the cells that are not 0. Unlike the AK catalogue's {@link CooccurrenceMatrix} it
 * has levels from 1, the highest level of the lesion, and merges. Source: IBSI reference manual, chapter on GLCM
 * (LFYI).
 */
final class PairMatrix implements TextureMatrix<PairMatrix> {

    /** A term of a sum over the matrix; symmetric in i and j. */
    @FunctionalInterface
    interface Term {

        /** @param p share of the cell, above 0 */
        double of(double i, double j, double p);
    }

    private final Cells triangle;
    private final int highest;
    private final double total;
    private final double[] marginals;
    private final double[] differences;
    private final double[] sums;
    private double entropy = Double.NaN;

    /** @param triangle pairs of levels i ≤ j, those of equal levels counted once as all others */
    private PairMatrix(Cells triangle, int highest) {
        this.triangle = triangle;
        this.highest = highest;
        total = 2.0 * triangle.total();
        int top = 0;
        for (int c = 0; c < triangle.size(); c++) top = Math.max(top, triangle.column(c));
        double[] perLevel = new double[top + 1];
        double[] perDifference = new double[top + 1];
        double[] perSum = new double[2 * top + 1];
        for (int c = 0; c < triangle.size(); c++) {
            int i = triangle.row(c);
            int j = triangle.column(c);
            double pairs = triangle.count(c);
            perLevel[i] += pairs;
            perLevel[j] += pairs;
            perDifference[j - i] += 2 * pairs;
            perSum[i + j] += 2 * pairs;
        }
        marginals = shares(perLevel);
        differences = shares(perDifference);
        sums = shares(perSum);
    }

    /** The matrices of a lesion: a pair belongs to the part that its first voxel is in. */
    static MatrixGrid<PairMatrix> grid(LevelVolume lesion, Approach approach) {
        return MatrixGrid.directional(lesion, approach, (part, direction) -> of(lesion, part, direction));
    }

    private static PairMatrix of(LevelVolume lesion, LevelVolume.Part part, Direction direction) {
        return of(lesion, pairs(lesion, part, direction));
    }

    /** @param pairs of levels i ≤ j */
    static PairMatrix of(LevelVolume lesion, Cells pairs) {
        return new PairMatrix(pairs, lesion.count());
    }

    /** How often levels i ≤ j lie a step apart, whichever comes first. */
    static Cells pairs(LevelVolume lesion, LevelVolume.Part part, Direction direction) {
        char[] codes = lesion.codes();
        int[] voxels = lesion.voxels();
        int ahead = lesion.step(direction.dx(), direction.dy(), direction.dz());
        Tally tally = Tally.of(lesion.codeCount(), lesion.codeCount());
        for (int n = part.from(); n < part.to(); n++) {
            int a = codes[voxels[n]];
            int b = codes[voxels[n] + ahead];
            // No test for the lesion: a pair with the outside, code 0, lands in row 0, which nobody reads.
            tally.add(Math.min(a, b), Math.max(a, b));
        }
        return tally.cells(lesion).withColumns(lesion::level);
    }

    /** How often a level i is followed by a level j a step on. */
    static Cells ordered(LevelVolume lesion, LevelVolume.Part part, Direction direction) {
        char[] codes = lesion.codes();
        int ahead = lesion.step(direction.dx(), direction.dy(), direction.dz());
        Tally tally = Tally.of(lesion.codeCount(), lesion.codeCount());
        for (int n = part.from(); n < part.to(); n++) {
            int at = lesion.voxels()[n];
            if (codes[at + ahead] != 0) tally.add(codes[at], codes[at + ahead]);
        }
        return tally.cells(lesion).withColumns(lesion::level);
    }

    @Override
    public boolean isEmpty() {
        return triangle.size() == 0;
    }

    @Override
    public PairMatrix plus(PairMatrix other) {
        return new PairMatrix(triangle.plus(other.triangle), highest);
    }

    /** The highest level of the lesion, Ng, whether or not it occurs in this matrix. */
    int highest() {
        return highest;
    }

    /** The pairs of levels i ≤ j. */
    Cells triangle() {
        return triangle;
    }

    /** Σ over all cells (i, j) of the term, row by row; NaN without pairs. */
    double sum(Term term) {
        if (isEmpty()) return Double.NaN;
        double sum = 0;
        for (int c = 0; c < triangle.size(); c++) {
            int i = triangle.row(c);
            int j = triangle.column(c);
            if (i == j) sum += term.of(i, j, 2 * triangle.count(c) / total);
            else sum += 2 * term.of(i, j, triangle.count(c) / total);
        }
        return sum;
    }

    /** −Σ p(i, j) log₂ p(i, j), bits, made when it is first asked for; NaN without pairs. For one thread. */
    double entropy() {
        // 0 − sum, not −sum: a single cell has entropy 0, not −0.
        if (Double.isNaN(entropy)) entropy = (0 - sum((i, j, p) -> p * StrictMath.log(p))) / StrictMath.log(2);
        return entropy;
    }

    /** The largest share of a cell; NaN without pairs. */
    double max() {
        double max = Double.NaN;
        for (int c = 0; c < triangle.size(); c++) {
            double p = triangle.count(c) / total;
            if (triangle.row(c) == triangle.column(c)) p *= 2;
            if (!(p <= max)) max = p;
        }
        return max;
    }

    /** p(i) = Σ_j p(i, j), by level. */
    double[] marginals() {
        return marginals;
    }

    /** p₋(k) = Σ p(i, j) over |i − j| = k, by k. */
    double[] differences() {
        return differences;
    }

    /** p₊(k) = Σ p(i, j) over i + j = k, by k. */
    double[] sums() {
        return sums;
    }

    private double[] shares(double[] counts) {
        double[] shares = new double[counts.length];
        for (int k = 0; k < counts.length; k++) shares[k] = counts[k] / total;
        return shares;
    }
}
