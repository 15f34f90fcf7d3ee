package org.ichradiomics.signature;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.text.JsonFile;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.Sha256;

/**
 * A linear score on z-scored features, with a cutoff:
 *
 * <pre>
 *     R = intercept + Σ weight · (x − mean)/SD,     high if R ≥ cutoff
 * </pre>
 *
 * @param name unique among the signatures that a user sees
 * @param citation the paper, or the study that trained it
 * @param intercept the score of a case that lies at the mean of the reference in every feature
 * @param terms summed in this order
 * @param cutoff the lowest score of the high group
 * @param volume the haematoma volumes in mL for which it is meant, the upper end not included
 * @param plausible the scores to be expected, both ends included
 * @param settings the extraction settings it was made with
 * @param reference means and SDs of its own training cohort; Zhan et al. did not publish theirs
 * @param training how it was trained; empty where that is not known
 */
public record Signature(
        String name,
        String citation,
        double intercept,
        @Key(needed = true, line = true) List<Term> terms,
        double cutoff,
        @Key(value = "volume_mL", line = true) Range volume,
        @Key(line = true) Range plausible,
        Settings settings,
        @Key(nullable = true) Optional<Reference> reference,
        @Key(late = true) Optional<Training> training) {

    /** Its file, described in {@code docs/signature.md}. */
    public static final JsonFile<Signature> FILE = new JsonFile<Signature>(
                    "ICH Radiomics signature", "signature", SignatureForm::signature, SignatureForm::object)
            .since(
                    Reference.SCORES_SINCE,
                    signature -> signature.reference().filter(Reference::isNew).isPresent());

    /** A signature of whose training nothing is known. */
    public Signature(
            String name,
            String citation,
            double intercept,
            List<Term> terms,
            double cutoff,
            Range volume,
            Range plausible,
            Settings settings,
            Optional<Reference> reference) {
        this(name, citation, intercept, terms, cutoff, volume, plausible, settings, reference, Optional.empty());
    }

    /** One feature and its weight per SD. */
    public record Term(String feature, double weight) {

        /** @throws IllegalArgumentException if the feature is blank or the weight not finite */
        public Term {
            if (feature.isBlank()) throw new IllegalArgumentException("a term needs the name of a feature");
            requireFinite("weight of " + feature, weight);
        }
    }

    /**
     * @throws IllegalArgumentException if the name is blank, a number is not finite, there is no term, a feature comes
     *     twice, or the signature's own reference cannot scale its features
     */
    public Signature {
        if (name.isBlank()) throw new IllegalArgumentException("a signature needs a name");
        Objects.requireNonNull(citation);
        requireFinite("intercept", intercept);
        requireFinite("cutoff", cutoff);
        terms = List.copyOf(terms);
        if (terms.isEmpty()) throw new IllegalArgumentException("a signature needs at least one term");
        Set<String> seen = new HashSet<>();
        for (Term term : terms) {
            if (!seen.add(term.feature())) {
                throw new IllegalArgumentException("the feature " + term.feature() + " comes twice in the signature");
            }
        }
        Objects.requireNonNull(volume);
        Objects.requireNonNull(plausible);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(training);
        if (reference.isPresent()) {
            List<String> unusable =
                    reference.get().unusable(terms.stream().map(Term::feature).toList());
            if (!unusable.isEmpty()) {
                throw new IllegalArgumentException(
                        "the signature's own reference cannot scale " + String.join(", ", unusable));
            }
        }
    }

    /** The features in the order of the terms. */
    public List<String> features() {
        return terms.stream().map(Term::feature).toList();
    }

    /**
     * intercept + Σ weight · (x − mean)/SD, summed in the order of the terms; NaN if a value is NaN or the reference
     * has no SD.
     *
     * @throws IllegalArgumentException if the reference does not have a feature
     */
    public double score(ToDoubleFunction<String> values, Reference against) {
        double score = intercept;
        for (Term term : terms) {
            Scale scale = against.scale(term.feature())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the reference " + against.name() + " does not have " + term.feature()));
            score += term.weight() * scale.z(values.applyAsDouble(term.feature()));
        }
        return score;
    }

    /** The first 12 hexadecimal digits of the SHA-256 of intercept and terms: two of one formula score alike. */
    public String formula() {
        StringBuilder text = new StringBuilder().append(intercept);
        for (Term term : terms)
            text.append(';').append(term.feature()).append('=').append(term.weight());
        return Sha256.of(text.toString()).substring(0, 12);
    }

    /** Whether a score belongs to the high group: score ≥ cutoff. */
    public boolean isHigh(double score) {
        return score >= cutoff;
    }

    private static void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the " + what + " must be a finite number, was " + number);
        }
    }
}
