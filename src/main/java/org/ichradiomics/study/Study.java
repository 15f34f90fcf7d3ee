package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.ichradiomics.signature.Sturdiness;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Sentence;

/** Runs a plan on its tables: the paper's pipeline from the join of the tables to the multivariable models. */
public final class Study {

    private Study() {}

    /**
     * Runs the plan.
     *
     * @param threads for the cross-validation; the numbers do not depend on it
     * @throws InvalidInputException if the tables do not hold what the plan names, are not enough for a study, or too
     *     much for the memory
     * @throws CancellationException if the progress or the thread is told to stop
     */
    public static StudyResult run(StudyPlan plan, StudyInputs inputs, int threads, Progress progress)
            throws InvalidInputException {
        try {
            return found(plan, inputs, threads, progress);
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(
                    Sentence.of(
                            "There is not enough memory for this study: ",
                            Sentence.anyOf(Mend.MEMORY, "leave out features or cases"),
                            "."),
                    e);
        }
    }

    private static StudyResult found(StudyPlan plan, StudyInputs inputs, int threads, Progress progress)
            throws InvalidInputException {
        progress.at("joining tables", 0);
        Cohort whole = Cohort.of(plan, inputs);
        Optional<Sturdy> sturdy = sturdy(inputs, whole);
        Cohort cohort = sturdy.filter(Sturdy::isFilter).isPresent() ? whole.of(sturdy.get()) : whole;
        Optional<ReaderAgreement> agreement = agreement(inputs, cohort);
        Optional<Scoring> scoring = Scoring.of(inputs, cohort, agreement, threads, progress)
                .map(found -> sturdy.map(known -> found.knowing(known.known())).orElse(found));
        progress.at("regressions", 0.85);
        List<Variable> variables = new ArrayList<>(cohort.variables());
        scoring.ifPresent(s -> variables.add(Cohort.score(s.scores().score())));
        List<GroupComparison> comparisons = Comparisons.of(cohort, variables);
        Regressions regressions = Regressions.of(cohort, variables, scoring, comparisons, progress);
        SignatureComparison.Found signatures = scoring.isPresent()
                ? SignatureComparison.of(cohort, scoring.get())
                : new SignatureComparison.Found(List.of(), List.of());
        List<String> notes = Stream.of(
                        cohort.notes().stream(),
                        agreement.stream().flatMap(a -> a.notes().stream()),
                        robustness(scoring),
                        scoring.map(s -> s.notes().stream())
                                .orElse(Stream.of("The study has no features: there is no signature and no score.")),
                        comparisons.stream().flatMap(groups -> groups.untested().stream()),
                        signatures.notes().stream(),
                        regressions.notes().stream())
                .flatMap(sentences -> sentences)
                .distinct()
                .toList();
        List<String> concerns = Concerns.of(cohort, agreement, scoring, regressions);
        return new StudyResult(
                inputs,
                cohort,
                agreement,
                sturdy,
                scoring,
                comparisons,
                signatures.parts(),
                regressions,
                notes,
                concerns);
    }

    /** Of the signature's features; nothing without a signature. */
    private static Stream<String> robustness(Optional<Scoring> scoring) {
        return scoring.flatMap(Scoring::signature).stream()
                .filter(signature -> !signature.features().isEmpty())
                .map(signature ->
                        "Robustness of the features of the signature: " + Sturdiness.of(signature, signature.own()));
    }

    private static Optional<Sturdy> sturdy(StudyInputs inputs, Cohort cohort) throws InvalidInputException {
        if (inputs.perturbed().isEmpty() || cohort.features().isEmpty()) return Optional.empty();
        StudyPlan plan = cohort.plan();
        return Optional.of(Sturdy.of(
                Robustness.of(inputs.perturbed().get()),
                cohort.features().get(),
                plan.agreement().limit(),
                plan.given().isEmpty()));
    }

    private static Optional<ReaderAgreement> agreement(StudyInputs inputs, Cohort cohort) throws InvalidInputException {
        StudyPlan plan = cohort.plan();
        if (inputs.secondReader().isEmpty()) {
            if (!plan.agreement().filter()) return Optional.empty();
            throw new InvalidInputException(Sentence.of(
                    "Features can be filtered by reader agreement only with the table of a second reader: name it in ",
                    FileKey.ofStudy("inputs.second_reader"),
                    ", or leave out ",
                    FileKey.ofStudy("agreement.filter"),
                    "."));
        }
        StudyInputs read = inputs.ofLabel(plan.columns(), said -> {}).withMissing(plan.missing());
        FeatureTable first = read.features()
                .orElseThrow(() -> new InvalidInputException(Sentence.of(
                        "There is a table of a second reader but no feature table of the first: name it in ",
                        FileKey.ofStudy("inputs.features"),
                        ".")));
        return Optional.of(ReaderAgreement.of(
                first,
                read.secondReader().orElseThrow(),
                plan.columns().id(),
                cohort.features().orElseThrow().names(),
                plan.agreement().form(),
                plan.agreement().above()));
    }
}
