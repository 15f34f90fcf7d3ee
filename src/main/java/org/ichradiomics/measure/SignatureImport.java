package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.signature.Clinical;
import org.ichradiomics.signature.Coefficients;
import org.ichradiomics.signature.Development;
import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Spelling;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Numeral;

/**
 * What makes a signature of a table of coefficients: all that such a table does not say.
 *
 * @param cutoff NaN: none
 * @param settings with which its features were extracted
 * @param clinical terms that are clinical variables
 * @param isRaw whether the coefficients are for values as measured, and not for z-scores
 */
public record SignatureImport(
        String name,
        String citation,
        Output output,
        double cutoff,
        Development development,
        Range volume,
        Optional<Range> slices,
        Settings settings,
        List<String> clinical,
        boolean isRaw) {

    /** No and yes as a unit. */
    private static final String BINARY = "0/1";

    public SignatureImport {
        clinical = List.copyOf(clinical);
    }

    /**
     * The signature; features are spelt as PyRadiomics spells them.
     *
     * @throws InvalidInputException if a feature is in no catalogue, a score has no terms, or the numbers contradict
     *     each other
     */
    public Signature of(Coefficients table) throws InvalidInputException {
        requireKnown(table);
        requireThere(table);
        try {
            return signature("", table);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "\"" + name + "\" is no usable signature, since " + e.getMessage()
                            + ": correct the table or what is said of it.",
                    e);
        }
    }

    private Signature signature(String part, Coefficients table) throws InvalidInputException {
        List<Coefficients.Row> rows =
                table.rows().stream().filter(row -> row.of().equals(part)).toList();
        double intercept = rows.stream()
                .filter(Coefficients.Row::isIntercept)
                .mapToDouble(Coefficients.Row::coefficient)
                .sum();
        List<Signature.Term> terms = new ArrayList<>();
        List<Signature> parts = new ArrayList<>();
        boolean isLogit = false;
        for (Coefficients.Row row : rows) {
            if (row.isIntercept()) continue;
            Signature.Term term = term(row);
            terms.add(term);
            if (term.score().isPresent()) parts.add(signature(term.feature(), table));
        }
        // A part whose probability is taken is a logit, and no group is told by it.
        for (Coefficients.Row row : table.rows())
            isLogit |= row.term().equals(part) && row.kind().equals(Output.Value.PROBABILITY.text());
        boolean isWhole = part.isEmpty();
        return new Signature(
                isWhole ? name : part,
                citation,
                intercept,
                terms,
                isWhole ? cutoff : Double.NaN,
                isWhole ? volume : Range.ALL,
                Range.ALL,
                settings,
                Optional.empty(),
                Optional.empty(),
                isWhole
                        ? output
                        : new Output(
                                isLogit ? Output.Link.LOGIT : Output.Link.IDENTITY,
                                Output.Value.SCORE,
                                Output.USUAL.high(),
                                Output.USUAL.low()),
                development,
                isWhole ? slices : Optional.empty(),
                Map.of(),
                parts,
                Optional.empty());
    }

    private Signature.Term term(Coefficients.Row row) throws InvalidInputException {
        Optional<Output.Value> score = Stream.of(Output.Value.values())
                .filter(value -> value.text().equals(row.kind()))
                .findFirst();
        boolean isClinical = isClinical(row);
        boolean isScaled = row.mean().isPresent() || row.sd().isPresent();
        boolean isFixed = isRaw && !isScaled && score.isEmpty() && !isClinical;
        return new Signature.Term(
                isClinical || score.isPresent() ? row.term() : Spelling.python(row.term()),
                row.coefficient(),
                isFixed ? Optional.of(0.0) : row.mean(),
                isFixed ? Optional.of(1.0) : row.sd(),
                isClinical ? Optional.of(clinical(row)) : Optional.empty(),
                score,
                Optional.empty());
    }

    private boolean isClinical(Coefficients.Row row) {
        if (!row.kind().isEmpty()) return row.kind().equals("clinical");
        return clinical.stream().anyMatch(row.term()::equalsIgnoreCase)
                || !row.unit().isEmpty()
                        && FeatureNames.known(Spelling.python(row.term())).isEmpty();
    }

    /** {@code years}, {@code 0/1}, or {@code no=0; yes=1}. */
    private static Clinical clinical(Coefficients.Row row) throws InvalidInputException {
        if (row.unit().equals(BINARY)) return Clinical.BINARY;
        if (row.unit().indexOf('=') < 0) return new Clinical(row.unit(), Map.of());
        Map<String, Double> coding = new LinkedHashMap<>();
        for (String word : row.unit().split("[;,]")) {
            String[] pair = word.split("=", 2);
            if (pair.length < 2 || Numeral.parse(pair[1], false).isEmpty())
                throw new InvalidInputException("The coding of " + row.term() + ", \"" + row.unit()
                        + "\", is not of the form no=0; yes=1: correct it.");
            coding.put(pair[0].strip(), Numeral.parse(pair[1], false).getAsDouble());
        }
        return new Clinical("", coding);
    }

    private void requireKnown(Coefficients table) throws InvalidInputException {
        List<String> unknown = new ArrayList<>();
        String catalogue = settings.entries().getOrDefault("catalogue", "");
        for (Coefficients.Row row : table.rows()) {
            boolean isFeature = (row.kind().isEmpty() || row.kind().equals("feature")) && !isClinical(row);
            if (row.isIntercept() || !isFeature) continue;
            String feature = Spelling.python(row.term());
            Optional<String> known = FeatureNames.known(feature);
            if (known.isEmpty()) unknown.add(row.term() + FeatureNames.question(feature));
            else if (!catalogue.isEmpty() && !known.get().equals(catalogue))
                unknown.add(row.term() + " (of " + known.get() + ", but the settings are of " + catalogue + ")");
        }
        if (!unknown.isEmpty())
            throw new InvalidInputException("No catalogue that is asked for has " + String.join(", ", unknown)
                    + ": correct the name, or say that it is a clinical variable.");
    }

    private static void requireThere(Coefficients table) throws InvalidInputException {
        for (Coefficients.Row row : table.rows()) {
            boolean isKnown =
                    List.of("", "feature", "clinical", "score", "probability").contains(row.kind());
            if (!isKnown)
                throw new InvalidInputException("The kind of " + row.term() + ", \"" + row.kind()
                        + "\", is none: write feature, clinical, score or probability.");
            boolean isOf = row.of().isEmpty()
                    || table.rows().stream()
                            .anyMatch(one ->
                                    one.term().equals(row.of()) && !one.of().equals(row.of()));
            if (!isOf)
                throw new InvalidInputException("The term " + row.term() + " is of \"" + row.of()
                        + "\", but no score of that name is a term: correct the name.");
        }
    }
}
