package org.ichradiomics.shape;

import org.ichradiomics.region.Region;

/**
 * What IBSI's morphological features are made of. M is the morphological mask, R the intensity mask: what re-segmentation leaves of M.
 *
 * @param mask        M with its intensities
 * @param intensities R with its intensities
 * @param mesh        of M
 * @param hull        of the mesh
 * @param axes        of the voxel centres of M
 * @param box         around the hull
 * @param enclosing   the smallest ellipsoid around the hull
 * @param correlation of R
 */
public record Morphology(Region mask, Region intensities, Mesh mesh, ConvexHull hull, PrincipalAxes axes, OrientedBox box,
                         Ellipsoid enclosing, SpatialCorrelation correlation) {

    public static Morphology of(Region mask, Region intensities) {
        Mesh mesh = Mesh.of(mask);
        ConvexHull hull = ConvexHull.of(mesh);
        return new Morphology(mask, intensities, mesh, hull, PrincipalAxes.of(mask), OrientedBox.of(hull), EnclosingEllipsoid.of(hull),
                SpatialCorrelation.of(intensities));
    }

    double v() {
        return mesh.volume();
    }

    double a() {
        return mesh.area();
    }

    /** The area of the sphere of volume V, (36 π V²)^(1/3), mm². */
    double sphere() {
        return Math.cbrt(36 * Math.PI * v() * v());
    }

    /** Area of the box along the axes, mm². */
    double boxArea() {
        return 2 * (mesh.extent(0) * mesh.extent(1) + mesh.extent(1) * mesh.extent(2) + mesh.extent(2) * mesh.extent(0));
    }

    /** |mean of p over M − Σ x p / Σ x over R|, mm; the weights are HU as they are and may be negative. */
    double massShift() {
        double[] form = centre(mask, false);
        double[] mass = centre(intensities, true);
        return Math.sqrt(square(form[0] - mass[0]) + square(form[1] - mass[1]) + square(form[2] - mass[2]));
    }

    private static double[] centre(Region region, boolean weighted) {
        double[] sum = new double[3];
        double weights = 0;
        for (int i = 0; i < region.size(); i++) {
            double w = weighted ? region.hu(i) : 1;
            int p = region.position(i);
            sum[0] += w * (p % region.box(0) + region.origin(0));
            sum[1] += w * (p / region.box(0) % region.box(1) + region.origin(1));
            sum[2] += w * (p / region.box(0) / region.box(1) + region.origin(2));
            weights += w;
        }
        return new double[] {sum[0] / weights * region.spacing().x(), sum[1] / weights * region.spacing().y(),
                sum[2] / weights * region.spacing().z()};
    }

    private static double square(double x) {
        return x * x;
    }
}
