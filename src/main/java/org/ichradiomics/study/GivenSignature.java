package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** Scores of a cohort by a signature that was trained elsewhere. */
final class GivenSignature {

    private GivenSignature() {}

    /** What a score needs; a feature that the table lacks is told where cases are scored. */
    private static List<String> scaled(Signature signature, FeatureTable table) {
        List<String> features = signature.features().stream().filter(table::has).toList();
        return features.isEmpty() ? table.features() : features;
    }

    /**
     * Against the signature's own reference; against the training cases where it carries none.
     *
     * @throws InvalidInputException if there are no features, or the table does not have those of the signature
     */
    static ScoreTable scores(Signature signature, Cohort cohort, List<String> notes) throws InvalidInputException {
        FeatureTable table = cohort.featureTable()
                .orElseThrow(() -> new InvalidInputException(
                        "The signature \"" + signature.name() + "\" needs a feature table: name it."));
        Optional<Reference> reference = signature.reference();
        if (reference.isEmpty()) {
            int[] against = cohort.split().training();
            reference = Optional.of(Reference.of(
                    table.only(against),
                    scaled(signature, table),
                    "Cohort of the study",
                    "the " + against.length + " cases of the study"));
            notes.add("The signature \"" + signature.name() + "\" carries no means and SDs: scores are against the "
                    + against.length + " cases of this study, and its cutoff may not fit them.");
        }
        List<Score> scores = Score.ofEach(signature, reference, table);
        return new ScoreTable(
                IntStream.range(0, scores.size())
                        .mapToDouble(i -> scores.get(i).value())
                        .toArray(),
                Optional.empty(),
                ScoreTable.published(
                        cohort.features().orElseThrow(), cohort.split().training()),
                ScoreTable.publishedByPart(cohort.features().orElseThrow(), cohort.split()));
    }
}
