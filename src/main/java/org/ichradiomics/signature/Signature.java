package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.ichradiomics.text.JsonFile;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.Sha256;

/**
 * A linear score on z-scored values, with a cutoff:
 *
 * <pre>
 *     R = intercept + Σ weight · (x − mean)/SD,     high if R ≥ cutoff
 *     p = 1/(1 + exp(−R)) with the link logit,      high if p ≥ cutoff where the cutoff is on the probability
 * </pre>
 *
 * @param name unique among the signatures that a user sees
 * @param citation the paper, or the study that trained it
 * @param intercept the score of a case that lies at the mean of the reference in every feature
 * @param terms summed in this order
 * @param cutoff the lowest score, or probability, of the high group; NaN: it has no groups
 * @param volume the haematoma volumes in mL for which it is meant, the upper end not included
 * @param plausible the scores to be expected, both ends included
 * @param settings the extraction settings it was made with
 * @param reference means and SDs of its own training cohort; Zhan et al. did not publish theirs
 * @param training how it was trained; empty where that is not known
 * @param output how the score is read
 * @param development what is known of where it comes from
 * @param slices distances of slices in mm for which it is meant, both ends included; empty: all
 * @param robustness of features in the cohort of whoever uses it; those of which nothing is known are missing
 * @param parts the signatures whose scores are terms of it
 * @param harmonisation what its features were freed from before they were scaled; such a signature never scores
 *     features as they were measured. Empty for nothing
 */
public record Signature(
        String name,
        String citation,
        double intercept,
        @Key(needed = true, line = true) List<Term> terms,
        @Key(nullable = true) double cutoff,
        @Key(value = "volume_mL", line = true) Range volume,
        @Key(line = true) Range plausible,
        Settings settings,
        @Key(nullable = true) Optional<Reference> reference,
        @Key(late = true) Optional<Training> training,
        @Key(late = true, line = true) Output output,
        @Key(late = true) Development development,
        @Key(value = "slice_mm", late = true, line = true) Optional<Range> slices,
        @Key(late = true, line = true) Map<String, Icc> robustness,
        @Key(late = true) List<Signature> parts,
        @Key(late = true) Optional<Harmonised> harmonisation) {

    /** Its file, described in {@code docs/signature.md}. */
    public static final JsonFile<Signature> FILE = new JsonFile<Signature>(
                    "ICH Radiomics signature", "signature", SignatureForm::signature, SignatureForm::object)
            .since(Reference.SCORES_SINCE, Signature::isNew);

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

    /** One whose score is read as is usual. */
    public Signature(
            String name,
            String citation,
            double intercept,
            List<Term> terms,
            double cutoff,
            Range volume,
            Range plausible,
            Settings settings,
            Optional<Reference> reference,
            Optional<Training> training) {
        this(
                name,
                citation,
                intercept,
                terms,
                cutoff,
                volume,
                plausible,
                settings,
                reference,
                training,
                Output.USUAL,
                Development.UNKNOWN,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** The same, whose features are harmonised before they are scaled. */
    public Signature with(Optional<Harmonised> by) {
        return RecordForm.with(this, Map.of("harmonisation", by));
    }

    /**
     * One summand: a feature, unless it is said to be something else, and its weight per SD.
     *
     * @param feature its name; that of a clinical variable, or of one of the signature's parts
     * @param mean in the training; without one a feature needs a reference, and anything else is taken as it is
     * @param sd in the training; there is none without a mean
     * @param clinical how it is given, where it is a clinical variable
     * @param score which number of the part, where it is one
     * @param valid the values for which the signature is meant, both ends included; empty: all
     */
    public record Term(
            String feature,
            double weight,
            @Key(late = true) Optional<Double> mean,
            @Key(late = true) Optional<Double> sd,
            @Key(late = true) Optional<Clinical> clinical,
            @Key(late = true) Optional<Output.Value> score,
            @Key(late = true) Optional<Range> valid) {

        /** One feature without means. */
        public Term(String feature, double weight) {
            this(
                    feature,
                    weight,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /**
         * @throws IllegalArgumentException if the name is blank, a number is not finite, a mean or SD is alone, the SD
         *     is not above 0, or it is said to be both a variable and a score
         */
        public Term {
            if (feature.isBlank()) throw new IllegalArgumentException("a term needs the name of a feature");
            requireFinite("weight of " + feature, weight);
            if (mean.isPresent() != sd.isPresent())
                throw new IllegalArgumentException("the term " + feature + " needs both a mean and an SD, or neither");
            mean.ifPresent(m -> requireFinite("mean of " + feature, m));
            sd.ifPresent(s -> requireFinite("SD of " + feature, s));
            if (sd.isPresent() && !(sd.get() > 0))
                throw new IllegalArgumentException("the SD of " + feature + " must be above 0, was " + sd.get());
            if (clinical.isPresent() && score.isPresent())
                throw new IllegalArgumentException(
                        "the term " + feature + " cannot be a clinical variable and the score of another signature");
        }

        /** Whether it is measured in an image. */
        public boolean isFeature() {
            return clinical.isEmpty() && score.isEmpty();
        }

        /** (x − mean)/SD, or x where there are none. */
        double z(double x) {
            return sd.isEmpty() ? x : (x - mean.get()) / sd.get();
        }
    }

    /**
     * @throws IllegalArgumentException if the name is blank, a number is not finite, there is no term, a feature comes
     *     twice, the signature's own reference cannot scale its features, or terms and parts do not fit
     */
    public Signature {
        if (name.isBlank()) throw new IllegalArgumentException("a signature needs a name");
        Objects.requireNonNull(citation);
        requireFinite("intercept", intercept);
        if (!Double.isNaN(cutoff)) requireFinite("cutoff", cutoff);
        terms = List.copyOf(terms);
        parts = List.copyOf(parts);
        robustness = Collections.unmodifiableMap(new LinkedHashMap<>(robustness));
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
        if (output.cutoffOn() == Output.Value.PROBABILITY && (cutoff <= 0 || cutoff >= 1))
            throw new IllegalArgumentException("a cutoff on the probability must lie between 0 and 1, was " + cutoff);
        requireParts(terms, parts);
        requireOneCoding(terms, parts);
        Objects.requireNonNull(harmonisation);
        if (reference.isPresent()) {
            List<String> unusable = reference
                    .get()
                    .unusable(terms.stream()
                            .filter(Term::isFeature)
                            .map(Term::feature)
                            .toList());
            if (!unusable.isEmpty()) {
                throw new IllegalArgumentException(
                        "the signature's own reference cannot scale " + String.join(", ", unusable));
            }
        }
    }

    private static void requireParts(List<Term> terms, List<Signature> parts) {
        if (parts.stream().anyMatch(part -> part.harmonisation.isPresent()))
            throw new IllegalArgumentException("a part of a signature cannot be harmonised by itself");
        List<String> names = parts.stream().map(Signature::name).toList();
        List<Term> scores =
                terms.stream().filter(term -> term.score().isPresent()).toList();
        List<String> used = scores.stream().map(Term::feature).toList();
        if (names.size() != used.size() || !Set.copyOf(names).equals(Set.copyOf(used)))
            throw new IllegalArgumentException("each score among its terms needs one part of that name, and each part "
                    + "a term: terms are " + used + ", parts " + names);
        for (Term term : scores) {
            boolean isLogit = parts.get(names.indexOf(term.feature())).output.link() == Output.Link.LOGIT;
            if (term.score().get() == Output.Value.PROBABILITY && !isLogit)
                throw new IllegalArgumentException(
                        "the part " + term.feature() + " has no probability, since its link is not logit");
        }
    }

    /** What is said of a variable becomes one number, wherever it is a term. */
    private static void requireOneCoding(List<Term> terms, List<Signature> parts) {
        Map<String, Clinical> codings = new LinkedHashMap<>();
        List<Term> all = new ArrayList<>(terms);
        for (Signature part : parts) all.addAll(part.all().toList());
        for (Term term : all) {
            if (term.clinical().isEmpty()) continue;
            Clinical other = codings.putIfAbsent(term.feature(), term.clinical().get());
            if (other != null && !other.equals(term.clinical().get()))
                throw new IllegalArgumentException(
                        "the clinical variable " + term.feature() + " comes with two units or codings");
        }
    }

    private boolean isNew() {
        return reference.filter(Reference::isNew).isPresent()
                || !terms.equals(terms.stream()
                        .map(term -> new Term(term.feature(), term.weight()))
                        .toList())
                || !output.equals(Output.USUAL)
                || !development.equals(Development.UNKNOWN)
                || slices.isPresent()
                || !robustness.isEmpty()
                || Double.isNaN(cutoff);
    }

    /** The features in the order of the terms, each once, those of the parts among them. */
    public List<String> features() {
        return all().filter(Term::isFeature).map(Term::feature).distinct().toList();
    }

    /** The clinical variables, each once, those of the parts among them. */
    public List<Term> variables() {
        Map<String, Term> variables = new LinkedHashMap<>();
        all().filter(term -> term.clinical().isPresent()).forEach(term -> variables.putIfAbsent(term.feature(), term));
        return List.copyOf(variables.values());
    }

    private Stream<Term> all() {
        return terms.stream()
                .flatMap(term -> term.score().isPresent() ? part(term).all() : Stream.of(term));
    }

    private Signature part(Term term) {
        return parts.stream()
                .filter(part -> part.name.equals(term.feature()))
                .findFirst()
                .orElseThrow();
    }

    /** The means and SDs that it brings along; empty where a feature has none. */
    public Optional<Reference> own() {
        if (reference.isPresent()) return reference;
        boolean isWhole =
                terms.stream().noneMatch(term -> term.isFeature() && term.sd().isEmpty())
                        && parts.stream().allMatch(part -> part.own().isPresent());
        if (!isWhole) return Optional.empty();
        String origin = citation.isBlank() ? "the training of " + name : citation;
        int n = development.cases();
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (Term term : terms)
            scales.put(
                    term.feature(), new Scale(term.mean().orElse(0.0), term.sd().orElse(1.0), n, origin));
        return Optional.of(new Reference("Training of " + name, Reference.Kind.COHORT, origin, n, settings, scales));
    }

    /** Whether these are the means and SDs that it brings along. */
    boolean isOwn(Reference against) {
        return own().filter(against::equals).isPresent();
    }

    /**
     * intercept + Σ weight · (x − mean)/SD, summed in the order of the terms; NaN if a value is NaN or the reference
     * has no SD.
     *
     * @param values of features and clinical variables
     * @throws IllegalArgumentException if the reference does not have a feature
     */
    public double score(ToDoubleFunction<String> values, Reference against) {
        boolean isOwn = isOwn(against);
        double score = intercept;
        for (Term term : terms) {
            score += term.weight()
                    * (term.isFeature()
                            ? z(term.feature(), values, against, isOwn)
                            : term.z(value(term, values, against, isOwn)));
        }
        return score;
    }

    /** The features that means and SDs cannot scale, those of its parts among them, each with the reason. */
    List<String> unusable(Reference against) {
        if (!isOwn(against)) return against.unusable(features());
        return parts.stream()
                .flatMap(part -> part.unusable(part.own().orElse(against)).stream())
                .toList();
    }

    private double z(String feature, ToDoubleFunction<String> values, Reference against, boolean isOwn) {
        Scale scale = against.scale(feature)
                .orElseThrow(() ->
                        new IllegalArgumentException("the reference " + against.name() + " does not have " + feature));
        double z = scale.z(values.applyAsDouble(feature));
        double divisor = isOwn ? 1 : development.divisor().of(scale.n());
        return divisor == 1 ? z : z / divisor;
    }

    private double value(Term term, ToDoubleFunction<String> values, Reference against, boolean isOwn) {
        if (term.score().isEmpty()) return values.applyAsDouble(term.feature());
        Signature part = part(term);
        double score = part.score(values, isOwn ? part.own().orElse(against) : against);
        return term.score().get() == Output.Value.SCORE ? score : part.probability(score);
    }

    /** The probability of a score; NaN where it is no logit. */
    public double probability(double score) {
        return output.probability(score);
    }

    /** The first 12 hexadecimal digits of the SHA-256 of intercept and terms: two of one formula score alike. */
    public String formula() {
        StringBuilder text = new StringBuilder().append(intercept);
        for (Term term : terms) {
            text.append(';').append(term.feature()).append('=').append(term.weight());
            if (!term.isFeature()) text.append(' ').append(term);
        }
        for (Signature part : parts) text.append(';').append(part.formula());
        return Sha256.of(text.toString()).substring(0, 12);
    }

    /** Whether a score belongs to the high group: it, or its probability, is at the cutoff or above. */
    public boolean isHigh(double score) {
        return (output.cutoffOn() == Output.Value.SCORE ? score : probability(score)) >= cutoff;
    }

    /** The lowest score of the high group, also where the cutoff is on the probability; NaN: there is none. */
    public double lowestHigh() {
        return output.cutoffOn() == Output.Value.SCORE ? cutoff : Math.log(cutoff / (1 - cutoff));
    }

    /** That slices lie further apart or nearer than those for which it is meant; empty: they do not. */
    public Optional<String> slicesNote(double mm) {
        return slices.filter(range -> mm < range.low() || mm > range.high())
                .map(range -> "Slices lie " + Range.plain(mm) + " mm apart, outside " + Range.plain(range.low())
                        + " to " + Range.plain(range.high()) + " mm, the range of the signature \"" + name + "\".");
    }

    /** The same with what is known of its features in a cohort. */
    public Signature knowing(Map<String, Icc> some) {
        Map<String, Icc> kept = new LinkedHashMap<>();
        for (String feature : features())
            Spelling.find(some.keySet(), feature).ifPresent(name -> kept.put(feature, some.get(name)));
        return RecordForm.with(this, Map.of("robustness", kept));
    }

    private static void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the " + what + " must be a finite number, was " + number);
        }
    }
}
