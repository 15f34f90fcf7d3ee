package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.text.NumberText;

/**
 * The modulus of the response to Gabor's kernel in a plane: a Gaussian times a wave.
 *
 * @param sigma mm, positive
 * @param lambda length of the wave, mm, positive
 * @param gamma the Gaussian is 1/γ times as long across the wave's direction; positive
 * @param angle θ, the direction of the wave; or the step from one orientation to the next, where the filter turns
 * @param turning whether the responses to all orientations θ = 0, step, … &lt; 2π are pooled
 * @param planes whether (x,y), (x,z) and (y,z) are filtered and their responses pooled; else (x,y) alone
 */
record Gabor(double sigma, double lambda, double gamma, Angle angle, boolean turning, boolean planes)
        implements Kernel {

    private static final String SIGMA = LaplacianOfGaussian.SIGMA;
    private static final String LAMBDA = "lambda";
    private static final String GAMMA = "gamma";
    private static final String THETA = "theta";
    private static final String STEP = "theta_step";
    private static final String MODULUS = "modulus";
    private static final String PLANES = "orthogonal_planes";

    /** @throws IllegalArgumentException unless a step of turning is above 0 and at most 2π */
    public Gabor {
        if (turning && !(angle.radians() > 0 && angle.radians() <= 2 * Math.PI)) {
            throw new IllegalArgumentException(STEP + " must be more than 0 and at most 2*pi, was " + angle.text());
        }
    }

    static Gabor of(Parameters parameters) {
        boolean turning = parameters.has(STEP);
        String key = turning ? STEP : THETA;
        Angle angle = Angle.parse(key, parameters.text(key));
        if (parameters.has(MODULUS) && !parameters.word(MODULUS)) {
            throw new IllegalArgumentException(MODULUS + " must be true: no other part of the response is offered");
        }
        return new Gabor(
                parameters.length(SIGMA),
                parameters.length(LAMBDA),
                parameters.positive(GAMMA, ""),
                angle,
                turning,
                parameters.word(PLANES));
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(SIGMA, NumberText.plain(sigma));
        map.put(LAMBDA, NumberText.plain(lambda));
        map.put(GAMMA, NumberText.plain(gamma));
        map.put(turning ? STEP : THETA, angle.text());
        map.put(MODULUS, "");
        if (planes) map.put(PLANES, "");
        return map;
    }

    @Override
    public void check(Dimension dimension, Optional<Pooling> rotation) {
        if (dimension == Dimension.IN_VOLUME && !planes) {
            throw new IllegalArgumentException(PLANES + " must be there in 3D: Gabor's kernel lies in a plane");
        }
        if (rotation.isPresent() != turning) {
            throw new IllegalArgumentException(
                    turning
                            ? "rotation must be max or mean where there is a " + STEP
                            : "rotation must be none where there is one " + THETA + ": give a " + STEP);
        }
    }

    @Override
    public boolean throughSlices() {
        return planes;
    }

    @Override
    public Size size(double spacing) {
        return new Size(SIGMA, sigma / spacing);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        Pooling pooling = rotation.orElse(Pooling.MEAN);
        GaborPlane first = new GaborPlane(this, domain.grid(), 0, 1);
        if (!planes) return first.response(values, domain.boundary(), pooling);
        double[] pooled = new double[values.length];
        Arrays.fill(pooled, pooling.start());
        pooling.add(first.response(values, domain.boundary(), pooling), 1, pooled);
        pooling.add(new GaborPlane(this, domain.grid(), 0, 2).response(values, domain.boundary(), pooling), 1, pooled);
        pooling.add(new GaborPlane(this, domain.grid(), 1, 2).response(values, domain.boundary(), pooling), 1, pooled);
        pooling.finish(3, pooled);
        return pooled;
    }

    /** Every θ once; as θ and θ + π have one modulus, half a turn is enough where the step divides it. */
    List<Double> orientations() {
        if (!turning) return List.of(angle.radians());
        double step = angle.radians();
        double steps = Math.rint(Math.PI / step);
        boolean halfIsEnough = steps >= 1 && Math.abs(steps * step - Math.PI) < 1e-9;
        double end = (halfIsEnough ? Math.PI : 2 * Math.PI) - 1e-9;
        List<Double> orientations = new ArrayList<>();
        for (int i = 0; i * step < end; i++) orientations.add(i * step);
        return orientations;
    }
}
