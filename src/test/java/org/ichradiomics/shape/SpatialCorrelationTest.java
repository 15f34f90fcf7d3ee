package org.ichradiomics.shape;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpatialCorrelationTest {

    @RepeatedTest(60)
    void agreesWithAllPairs(RepetitionInfo repetition) throws Exception {
        Region r = Masks.random(repetition.getCurrentRepetition(), new Spacing(0.45, 0.6, 5));
        int n = r.size();
        double mean = r.mean();
        double w = 0;
        double moran = 0;
        double geary = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            squares += (r.hu(k) - mean) * (r.hu(k) - mean);
            for (int l = 0; l < n; l++) {
                if (k == l) continue;
                double weight = 1 / distance(r, k, l);
                w += weight;
                moran += weight * (r.hu(k) - mean) * (r.hu(l) - mean);
                geary += weight * (r.hu(k) - r.hu(l)) * (r.hu(k) - r.hu(l));
            }
        }
        SpatialCorrelation c = SpatialCorrelation.of(r);
        assertEquals(n < 2 ? Double.NaN : n / w * moran / squares, c.moran(), 1e-12);
        assertEquals(n < 2 ? Double.NaN : (n - 1) / (2 * w) * geary / squares, c.geary(), 1e-12);
    }

    private static double distance(Region r, int k, int l) {
        int nx = r.box(0);
        int ny = r.box(1);
        double dx = (r.position(k) % nx - r.position(l) % nx) * r.spacing().x();
        double dy = (r.position(k) / nx % ny - r.position(l) / nx % ny)
                * r.spacing().y();
        double dz = (r.position(k) / nx / ny - r.position(l) / nx / ny)
                * r.spacing().z();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
