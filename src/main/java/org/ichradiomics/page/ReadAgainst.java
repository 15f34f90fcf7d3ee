package org.ichradiomics.page;

import java.util.Map;
import java.util.Optional;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.signature.CaseScores;
import org.ichradiomics.signature.Place;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Sturdiness;

/**
 * A score, what it was made of and what it is read against.
 *
 * @param protocol with which the case was measured
 * @param reference against which it was scored; empty: none
 * @param values of the signature's features; those that have none are missing
 */
public record ReadAgainst(Protocol protocol, Optional<Reference> reference, Score score, Map<String, Double> values) {

    /** Of a case that was measured by itself. */
    public static ReadAgainst of(Protocol protocol, Measurement measured) {
        return new ReadAgainst(
                protocol,
                protocol.reference().or(() -> protocol.signature().own()),
                measured.score(),
                measured.features().byName());
    }

    /** With which it was scored. */
    public Signature signature() {
        return protocol.signature();
    }

    /** A sentence, or why there is none; empty where there is no score. */
    public Optional<String> place() {
        return reference.flatMap(r -> Place.sentence(score.value(), signature(), r));
    }

    /** How robust its features are in the cohort of whoever uses it, or that it is not known. */
    public String robustness() {
        return Sturdiness.of(signature(), reference);
    }

    /** Those of the reference's cases; empty if it does not hold them. */
    public Optional<CaseScores> others() {
        return reference.flatMap(r -> r.scores(signature()));
    }
}
