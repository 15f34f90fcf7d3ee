package org.ichradiomics.stats;

import java.util.List;

/**
 * Whether variables divide cases with the event from those without, so that the likelihood has no maximum at finite
 * coefficients.
 *
 * @param found whether it is proven or to be suspected: a fitted probability within 1e-8 of 0 or 1, a coefficient
 *     beyond 10 for each SD of its variable, or a standard error beyond 50, which nearly collinear variables have too
 * @param proven whether the search for a maximum went on without end; only then coefficients are not estimable
 * @param variables those concerned; empty if only fitted probabilities are suspicious
 */
public record Separation(boolean found, boolean proven, List<String> variables) {

    static final Separation NONE = new Separation(false, false, List.of());

    public Separation {
        variables = List.copyOf(variables);
    }
}
