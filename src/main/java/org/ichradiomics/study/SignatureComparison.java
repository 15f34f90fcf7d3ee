package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.stats.AucMatrix;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.InvalidInputException;

/**
 * The study's score and those of other signatures in the same cases, which are those that have all of them.
 *
 * @param names the study's first
 * @param cases how many
 */
public record SignatureComparison(Subset subset, List<String> names, int cases, AucMatrix areas) {

    /** What can be compared, and sentences about what cannot, or against what it was scored. */
    record Found(List<SignatureComparison> parts, List<String> notes) {}

    /**
     * In training and in each test; nothing where the plan names no other signature.
     *
     * @throws InvalidInputException if there is no such signature, or the features lack some of its
     */
    static Found of(Cohort cohort, Scoring scoring) throws InvalidInputException {
        List<String> names = new ArrayList<>(
                List.of(scoring.signature().map(signature -> signature.name()).orElse("the study's score")));
        List<double[]> scores = new ArrayList<>(List.of(scoring.scores().score()));
        List<String> notes = new ArrayList<>();
        for (String other : cohort.plan().compared()) {
            GivenSignature given = GivenSignature.of(other, cohort);
            String name = given.signature().name();
            names.add(names.contains(name) ? name + " (" + other + ")" : name);
            scores.add(given.scores().score());
            notes.addAll(given.notes());
        }
        if (scores.size() < 2) return new Found(List.of(), List.of());
        List<Attempt<SignatureComparison>> tried = cohort.trainingAndTests().stream()
                .map(subset -> in(subset, cohort.outcome(), names, scores))
                .toList();
        notes.addAll(Attempt.problems(tried));
        return new Found(Attempt.results(tried), notes);
    }

    private static Attempt<SignatureComparison> in(
            Subset subset, Endpoint outcome, List<String> names, List<double[]> scores) {
        int[] cases = IntStream.of(outcome.known(subset.cases()))
                .filter(i -> scores.stream().allMatch(score -> Double.isFinite(score[i])))
                .toArray();
        return Attempt.at(() -> {
                    List<RocCurve> curves = new ArrayList<>();
                    for (double[] score : scores)
                        curves.add(RocCurve.of(Subset.take(score, cases), outcome.events(cases)));
                    return new SignatureComparison(subset, names, cases.length, AucMatrix.of(curves));
                })
                .otherwise("Signatures cannot be compared in " + subset.title() + ", where " + outcome.count(cases)
                        + " of " + cases.length + " cases with all scores had the event.");
    }
}
