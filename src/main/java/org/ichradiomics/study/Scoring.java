package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * The score of a study: where it comes from and what it is worth.
 *
 * @param trained empty where a signature was given
 * @param signature trained, or the one that was given; empty where the LASSO kept no feature
 * @param notes what was decided on the way, in sentences
 */
public record Scoring(
        Optional<Trained> trained,
        Optional<Signature> signature,
        ScoreTable scores,
        Validation validation,
        List<String> notes) {

    /**
     * What a signature was chosen by.
     *
     * @param selection empty where the filters left no feature, which only a study goes on from that asks what that is
     *     worth
     * @param internal what the way to it is worth; empty where the plan does not ask
     * @param sizes how many cases models of this kind need
     */
    public record Trained(
            UnivariateFilter filter,
            Optional<Selection> selection,
            Optional<InternalValidation> internal,
            RequiredCases sizes) {

        /** The way itself is a small part of the time that it takes to go it again and again. */
        private static final double MOSTLY_HONEST = 0.2;

        static Trained of(
                StudyInputs inputs, Cohort cohort, Optional<ReaderAgreement> agreement, int threads, Progress progress)
                throws InvalidInputException {
            RequiredCases.requirePossible(cohort);
            EnoughCases.require(cohort.plan(), cohort.split().training(), cohort.outcome());
            SiteValidation.read(cohort.plan(), cohort.clinical(), cohort.split().training(), cohort.outcome());
            progress.at("univariate filter", 0.05);
            UnivariateFilter filter = UnivariateFilter.of(
                    cohort, agreement.filter(a -> cohort.plan().agreement().filter()));
            double then = cohort.plan().resampling().isPresent() ? MOSTLY_HONEST : 0.8;
            boolean isOver =
                    filter.selected().length == 0 && cohort.plan().resampling().isPresent();
            Optional<Selection> selection = isOver
                    ? Optional.empty()
                    : Optional.of(Selection.of(
                            cohort, filter.selected(), inputs.folds(), threads, progress.between(0.1, then)));
            return new Trained(
                    filter,
                    selection,
                    HonestValidation.of(cohort, agreement, selection, threads, progress.between(then, 0.8)),
                    RequiredCases.of(cohort, selection));
        }
    }

    /** Empty without features to train on, unless a signature is given. */
    static Optional<Scoring> of(
            StudyInputs inputs, Cohort cohort, Optional<ReaderAgreement> agreement, int threads, Progress progress)
            throws InvalidInputException {
        Optional<String> name = cohort.plan().given();
        Optional<GivenSignature> given =
                name.isPresent() ? Optional.of(GivenSignature.of(name.get(), cohort)) : Optional.empty();
        Optional<Trained> trained = given.isEmpty() && cohort.features().isPresent()
                ? Optional.of(Trained.of(inputs, cohort, agreement, threads, progress))
                : Optional.empty();
        progress.at("validation", 0.8);
        if (trained.isPresent()) return Optional.of(trained(cohort, trained.get()));
        return given.map(signature -> given(cohort, signature));
    }

    /** The same, whose signature remembers how robust its features are. */
    Scoring knowing(Map<String, Icc> robustness) {
        return new Scoring(trained, signature.map(one -> one.knowing(robustness)), scores, validation, notes);
    }

    private static Scoring given(Cohort cohort, GivenSignature given) {
        // Of a signature that was made elsewhere only its training or its link tells that its score is a logit; and it
        // is
        // judged at its own cutoff: one chosen on these cases would flatter it.
        Signature signature = given.signature();
        boolean isCut = Double.isFinite(signature.cutoff());
        Validation validation = Validation.of(
                cohort,
                given.scores().score(),
                signature.training().isPresent() || signature.output().link() == Output.Link.LOGIT,
                isCut ? OptionalDouble.of(signature.lowestHigh()) : OptionalDouble.empty());
        return new Scoring(
                Optional.empty(),
                Optional.of(signature),
                given.scores(),
                validation,
                notes(
                        given.notes(),
                        uncut(signature),
                        idle(cohort),
                        unscored(cohort, given.scores()),
                        validation.missing()));
    }

    private static List<String> uncut(Signature signature) {
        return Double.isFinite(signature.cutoff())
                ? List.of()
                : List.of(
                        "The signature \"" + signature.name() + "\" has no cutoff: the one that is reported was chosen "
                                + "on these cases, which flatters it.");
    }

    private static List<String> idle(Cohort cohort) {
        return cohort.plan().resampling().isEmpty()
                ? List.of()
                : List.of(
                        "The study asks for a validation of its whole plan, but its signature is given and nothing is "
                                + "trained: there was nothing to do anew.");
    }

    private static Scoring trained(Cohort cohort, Trained trained) throws InvalidInputException {
        if (trained.selection().isEmpty()) return ofNothing(cohort, trained);
        Selection selection = trained.selection().get();
        ScoreTable scores = ScoreTable.of(
                cohort,
                selection.model().scores(selection.features()),
                Optional.of(selection.path().model(selection.deviance().kMin()).scores(selection.features())));
        Validation validation = Validation.of(cohort, scores.score(), true, OptionalDouble.empty());
        Attempt<Signature> signature = TrainedSignature.of(cohort, selection, validation);
        return new Scoring(
                Optional.of(trained),
                signature.result(),
                scores,
                validation,
                notes(
                        selection.path().dropped().stream()
                                .map(dropped -> "Left out of the LASSO: " + dropped + ".")
                                .toList(),
                        selection.cutShort().stream().toList(),
                        selection.own().warnings(),
                        unscored(cohort, scores),
                        validation.missing(),
                        signature.problem().stream().toList()));
    }

    /** Everybody has the prevalence. */
    private static Scoring ofNothing(Cohort cohort, Trained trained) {
        int[] training = cohort.split().training();
        int events = cohort.outcome().count(training);
        double[] same = new double[cohort.size()];
        Arrays.fill(same, Math.log((double) events / (training.length - events)));
        ScoreTable scores = ScoreTable.of(cohort, same, Optional.empty());
        Validation validation = Validation.of(cohort, same, true, OptionalDouble.empty());
        String none = "The filters left none of the "
                + English.counted(trained.filter().rows().size(), "feature")
                + ": there is no signature, and the score is the same for all.";
        return new Scoring(
                Optional.of(trained), Optional.empty(), scores, validation, notes(List.of(none), validation.missing()));
    }

    @SafeVarargs
    private static List<String> notes(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static List<String> unscored(Cohort cohort, ScoreTable scores) {
        List<String> without = IntStream.range(0, cohort.size())
                .filter(i -> !Double.isFinite(scores.score()[i]))
                .mapToObj(cohort.ids()::get)
                .toList();
        if (without.isEmpty()) return List.of();
        boolean one = without.size() == 1;
        return List.of(without.size() + (one ? " case lacks" : " cases lack")
                + " a value of a feature in the signature and " + (one ? "has" : "have") + " no score: "
                + String.join(", ", without) + ".");
    }
}
