package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.signature.Spelling;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * A signature that was trained elsewhere, and a cohort's scores by it.
 *
 * @param notes against what they are, in sentences, where that is not the signature's own reference
 */
record GivenSignature(Signature signature, ScoreTable scores, List<String> notes) {

    /**
     * Against the signature's own reference; against the training cases where it carries none.
     *
     * @param name or path of the signature
     * @throws InvalidInputException if there is no such signature, there are no features, or the table does not have
     *     those of the signature
     */
    static GivenSignature of(String name, Cohort cohort) throws InvalidInputException {
        Signature signature = Signatures.find(name);
        FeatureTable table = cohort.featureTable()
                .orElseThrow(() -> new InvalidInputException(
                        "The signature \"" + signature.name() + "\" needs a feature table: name it."));
        Optional<Reference> reference = signature.own();
        List<String> notes = List.of();
        if (reference.isEmpty()) {
            int[] against = cohort.split().training();
            reference = Optional.of(Reference.of(
                    table.only(against),
                    scaled(signature, table),
                    "Cohort of the study",
                    "the " + against.length + " cases of the study"));
            notes = List.of("The signature \"" + signature.name() + "\" carries no means and SDs: scores are "
                    + "against the "
                    + against.length + " cases of this study, and its cutoff may not fit them.");
        }
        boolean isClinical = signature.harmonisation().isPresent()
                || signature.variables().stream()
                        .anyMatch(term -> !table.columns().contains(term.feature()));
        List<Score> scores = Score.ofEach(signature, reference, table, isClinical ? cohort.clinical() : table);
        List<String> unknown = scores.stream()
                .filter(score -> signature.harmonisation().isPresent() && Double.isNaN(score.value()))
                .flatMap(score -> score.notes().stream())
                .distinct()
                .toList();
        return new GivenSignature(
                signature,
                ScoreTable.of(cohort, scores.stream().mapToDouble(Score::value).toArray(), Optional.empty()),
                Stream.concat(notes.stream(), unknown.stream()).toList());
    }

    /** What a score needs; a feature that the table lacks is told where cases are scored. */
    private static List<String> scaled(Signature signature, FeatureTable table) {
        List<String> features = signature.features().stream()
                .flatMap(feature -> Spelling.find(table.columns(), feature).stream())
                .toList();
        return features.isEmpty() ? table.features() : features;
    }
}
