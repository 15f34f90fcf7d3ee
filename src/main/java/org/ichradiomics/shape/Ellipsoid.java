package org.ichradiomics.shape;

/**
 * An ellipsoid by its semi-axes.
 *
 * @param a longest, mm
 * @param b mm
 * @param c shortest, mm; 0 for a disc
 */
record Ellipsoid(double a, double b, double c) implements Solid {

    /** IBSI stops the series here. */
    private static final int TERMS = 20;

    /** 4 π a b c / 3, mm³. */
    @Override
    public double volume() {
        return 4 * Math.PI * a * b * c / 3;
    }

    /**
     * 4 π a b Σ_{v=0..20} (α β)^v / (1 − 4 v²) · P_v((α² + β²) / (2 α β)), α² = 1 − b²/a², β² = 1 − c²/a², mm² (IBSI 1,
     * "area density (approximate enclosing ellipsoid)").
     *
     * <p>This is the manual's series, which the reference values follow. It equals the area of the ellipsoid for a
     * sphere only: the series of Maas (1994) has α² = 1 − c²/a² and β² = 1 − c²/b².
     *
     * <p>The products Q_v = (α β)^v P_v are computed by the recurrence of the Legendre polynomials itself, (v + 1)
     * Q_{v+1} = (2 v + 1) (α² + β²)/2 · Q_v − v α² β² Q_{v−1}: no division by α β, so ellipsoids of revolution and
     * spheres need no case.
     */
    @Override
    public double area() {
        double alpha = Math.max(0, 1 - b * b / (a * a));
        double beta = Math.max(0, 1 - c * c / (a * a));
        double before = 0;
        double q = 1;
        double sum = 0;
        for (int v = 0; v <= TERMS; v++) {
            sum += q / (1 - 4.0 * v * v);
            double next = ((2 * v + 1) * (alpha + beta) / 2 * q - v * alpha * beta * before) / (v + 1);
            before = q;
            q = next;
        }
        return 4 * Math.PI * a * b * sum;
    }
}
