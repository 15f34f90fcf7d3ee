package org.ichradiomics.shape;

import org.ichradiomics.region.Region;

/**
 * Moran's I and Geary's C over all pairs of a region's voxels, weighted with the reciprocal of their distance in mm.
 *
 * <p>The weight depends on nothing but the offset between two voxels, so that sums over pairs are sums over frequencies
 * ({@link PairSums}): with 1, z = (x − μ)/σ and z² on the voxels,
 *
 * <pre>
 *     W = ⟨1, 1⟩      Σ w_kl z_k z_l = ⟨z, z⟩      Σ w_kl (z_k − z_l)² = 2 (⟨z², 1⟩ − ⟨z, z⟩),      k ≠ l
 * </pre>
 *
 * @param moran I = N/W · Σ_{k≠l} w_kl z_k z_l / Σ z², W = Σ_{k≠l} w_kl; NaN for one voxel or one intensity
 * @param geary C = (N − 1)/(2W) · Σ_{k≠l} w_kl (z_k − z_l)² / Σ z²; NaN likewise
 */
record SpatialCorrelation(double moran, double geary) {

    /** Of all pairs of voxels of a region. */
    public static SpatialCorrelation of(Region region) {
        double mean = region.mean();
        double squares = 0;
        for (int i = 0; i < region.size(); i++) squares += (region.hu(i) - mean) * (region.hu(i) - mean);
        if (region.size() < 2 || !(squares > 0)) return new SpatialCorrelation(Double.NaN, Double.NaN);
        double n = region.size();
        double sd = Math.sqrt(squares / n);
        double[] z = new double[region.size()];
        double z2 = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = (region.hu(i) - mean) / sd;
            z2 += z[i] * z[i];
        }
        PairSums sums = PairSums.of(region, z);
        return new SpatialCorrelation(
                n / sums.ones() * sums.products() / z2,
                (n - 1) / (2 * sums.ones()) * 2 * (sums.squares() - sums.products()) / z2);
    }
}
