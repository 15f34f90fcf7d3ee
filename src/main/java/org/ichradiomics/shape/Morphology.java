package org.ichradiomics.shape;

import org.ichradiomics.region.Region;

/**
 * What IBSI's morphological features are made of. M is the morphological mask, R the intensity mask: what
 * re-segmentation leaves of M.
 *
 * <p>Parts are made when they are first asked for: who wants volume and area does not wait for Moran's I. For one
 * thread.
 */
public final class Morphology {

    private final Region mask;
    private final Region intensities;
    private final Mesh mesh;
    private ConvexHull hull;
    private PrincipalAxes axes;
    private OrientedBox box;
    private Ellipsoid enclosing;
    private SpatialCorrelation correlation;

    private Morphology(Region mask, Region intensities) {
        this.mask = mask;
        this.intensities = intensities;
        this.mesh = Mesh.of(mask);
    }

    /**
     * What the descriptors need is computed when it is asked for.
     *
     * @param mask M, the form
     * @param intensities R, the voxels whose intensities count
     */
    public static Morphology of(Region mask, Region intensities) {
        return new Morphology(mask, intensities);
    }

    /** M with its intensities. */
    Region mask() {
        return mask;
    }

    /** R with its intensities. */
    Region intensities() {
        return intensities;
    }

    /** The mesh around M. */
    Mesh mesh() {
        return mesh;
    }

    /** The hull of the mesh. */
    ConvexHull hull() {
        if (hull == null) hull = ConvexHull.of(mesh);
        return hull;
    }

    /** Of the voxel centres of M. */
    PrincipalAxes axes() {
        if (axes == null) axes = PrincipalAxes.of(mask);
        return axes;
    }

    /** Around the hull. */
    OrientedBox box() {
        if (box == null) box = OrientedBox.of(hull());
        return box;
    }

    /** The smallest ellipsoid around the hull. */
    Ellipsoid enclosing() {
        if (enclosing == null) enclosing = EnclosingEllipsoid.of(hull());
        return enclosing;
    }

    /** Of R. */
    SpatialCorrelation correlation() {
        if (correlation == null) correlation = SpatialCorrelation.of(intensities);
        return correlation;
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

    /** Around the mesh, along the axes of the scan. */
    Solid alignedBox() {
        return new OrientedBox(mesh.extent(0), mesh.extent(1), mesh.extent(2));
    }

    /** With the semi-axes 2 √λ. */
    Ellipsoid ellipsoid() {
        return axes().ellipsoid();
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
        int nx = region.box(0);
        for (int i = 0; i < region.size(); ) {
            // Row by row: y and z are the same in all of it.
            int row = region.position(i) / nx;
            int y = region.origin(1) + row % region.box(1);
            int z = region.origin(2) + row / region.box(1);
            int first = region.origin(0) - row * nx;
            for (; i < region.size() && region.position(i) < (row + 1) * nx; i++) {
                double w = weighted ? region.hu(i) : 1;
                sum[0] += w * (first + region.position(i));
                sum[1] += w * y;
                sum[2] += w * z;
                weights += w;
            }
        }
        for (int d = 0; d < 3; d++) sum[d] = sum[d] / weights * region.spacing().along(d);
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
