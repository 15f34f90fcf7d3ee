package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * A signature as a table that any program can compute with: {@code term,coefficient,mean,sd,unit}, with a column
 * {@code kind} where a term is no feature, and {@code of} where one is the score of another model, whose terms follow.
 */
public final class CoefficientCsv {

    private static final String INTERCEPT = "(Intercept)";

    /** A line. */
    private record Line(Signature of, Optional<Signature.Term> term) {

        private Object mean() {
            return term.flatMap(one -> one.mean().or(() -> scale(one).map(Scale::mean)))
                    .orElse(null);
        }

        private Object sd() {
            return term.flatMap(one -> one.sd().or(() -> scale(one).map(Scale::sd)))
                    .orElse(null);
        }

        private Optional<Scale> scale(Signature.Term one) {
            return one.isFeature() ? of.own().flatMap(own -> own.scale(one.feature())) : Optional.empty();
        }

        private String unit() {
            return term.flatMap(Signature.Term::clinical)
                    .map(clinical -> clinical.coding().isEmpty()
                            ? clinical.unit()
                            : clinical.coding().entrySet().stream()
                                    .map(word -> word.getKey() + "=" + NumberText.plain(word.getValue()))
                                    .collect(Collectors.joining("; ")))
                    .orElse("");
        }

        private String kind() {
            if (term.isEmpty()) return "";
            if (term.get().clinical().isPresent()) return "clinical";
            return term.get().score().map(Output.Value::text).orElse("feature");
        }
    }

    private CoefficientCsv() {}

    /**
     * The text of the table; means and SDs are those that the signature brings along.
     *
     * @throws InvalidInputException if its features are harmonised, of which the table would know nothing
     */
    public static String of(Signature signature) throws InvalidInputException {
        if (signature.harmonisation().isPresent())
            throw new InvalidInputException("The features of the signature \"" + signature.name()
                    + "\" are harmonised by \""
                    + signature.harmonisation().get().by()
                    + "\", and a table of coefficients would be read as if they were not: hand on its JSON file.");
        List<Line> lines = lines(signature);
        List<Column<Line>> columns = new ArrayList<>(List.of(
                new Column<>(
                        "term", line -> line.term().map(Signature.Term::feature).orElse(INTERCEPT)),
                new Column<>(
                        "coefficient",
                        line -> line.term()
                                .map(Signature.Term::weight)
                                .orElse(line.of().intercept())),
                new Column<>("mean", Line::mean),
                new Column<>("sd", Line::sd),
                new Column<>("unit", Line::unit)));
        if (lines.stream()
                .anyMatch(line -> line.term().filter(one -> !one.isFeature()).isPresent()))
            columns.add(new Column<>("kind", Line::kind));
        if (!signature.parts().isEmpty())
            columns.add(new Column<>(
                    "of", line -> line.of() == signature ? "" : line.of().name()));
        FeatureTable table = Column.table(columns, lines);
        return FeatureTableCsv.text(table);
    }

    private static List<Line> lines(Signature signature) {
        List<Line> lines = new ArrayList<>(List.of(new Line(signature, Optional.empty())));
        for (Signature.Term term : signature.terms()) lines.add(new Line(signature, Optional.of(term)));
        for (Signature part : signature.parts()) lines.addAll(lines(part));
        return lines;
    }
}
