package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of a regression, as R's {@code glm} makes them of a factor: an amount, a yes, or one level of a variable
 * against its reference level.
 *
 * @param variable whose column it is
 * @param column its values by case; its name is that of the coefficient
 * @param contrast which level is held against which; empty for amounts, and where the name alone says what 1 means
 */
public record Term(String variable, Variable column, Optional<Contrast> contrast) {

    /** A level and the one that it is held against. */
    public record Contrast(String level, String reference) {}

    /**
     * The columns of a variable in a regression of some cases: its first level that one of them has is the reference.
     */
    static List<Term> of(Variable variable, int[] cases) {
        return switch (variable.kind()) {
            case CONTINUOUS -> List.of(new Term(variable.name(), variable, Optional.empty()));
            case BINARY -> List.of(new Term(variable.name(), variable, contrast(variable)));
            case CATEGORICAL -> levels(variable, variable.present(cases));
        };
    }

    private static Optional<Contrast> contrast(Variable variable) {
        List<String> levels = variable.levels();
        boolean plain = variable.isYes() || levels.get(0).equals(levels.get(1));
        return plain ? Optional.empty() : Optional.of(new Contrast(levels.get(1), levels.get(0)));
    }

    private static List<Term> levels(Variable variable, int[] present) {
        return IntStream.of(present)
                .skip(1)
                .mapToObj(place -> {
                    String level = variable.levels().get(place);
                    Contrast contrast = new Contrast(level, variable.levels().get(present[0]));
                    return new Term(
                            variable.name(),
                            Variable.binary(variable.name() + " (" + level + ")", isAt(variable.values(), place)),
                            Optional.of(contrast));
                })
                .toList();
    }

    private static double[] isAt(double[] places, int place) {
        return Arrays.stream(places)
                .map(at -> Double.isNaN(at) ? at : at == place ? 1 : 0)
                .toArray();
    }

    /** Of the coefficient, in files. */
    public String name() {
        return column.name();
    }

    /** For tables and figures: with the reference level where there is one. */
    public String label() {
        return contrast.map(c -> variable + " (" + c.level() + " vs " + c.reference() + ")")
                .orElse(name());
    }

    /** Of some cases, in the order given. */
    double[] of(int[] cases) {
        return column.of(cases);
    }
}
