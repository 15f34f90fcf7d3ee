package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Design;

/**
 * What of some variables can stand in a regression together. As R's {@code glm}, it does without terms that are the
 * same for all complete cases or a combination of earlier terms; a variable that nobody has a value of is left out
 * before, or no case would be complete.
 *
 * @param all that stay, in order, those of a variable one after the other
 * @param leftOut sentences' ends: what is left out and why
 */
record Terms(List<Term> all, List<String> leftOut) {

    static Terms of(List<Variable> variables, int[] cases) {
        List<String> leftOut = new ArrayList<>();
        List<Variable> known = new ArrayList<>();
        for (Variable variable : variables) {
            if (IntStream.of(cases).anyMatch(i -> Double.isFinite(variable.values()[i]))) known.add(variable);
            else leftOut.add(variable.name() + " (no value)");
        }
        int[] complete = IntStream.of(cases)
                .filter(i -> known.stream().allMatch(v -> Double.isFinite(v.values()[i])))
                .toArray();
        List<Term> terms = new ArrayList<>();
        for (Variable variable : known) {
            List<Term> own = Term.of(variable, complete);
            if (own.isEmpty()) leftOut.add(variable.name() + " (the same for all)");
            else leftOut.addAll(lost(variable, cases, complete));
            terms.addAll(own);
        }
        List<double[]> columns = terms.stream().map(term -> term.of(complete)).toList();
        List<Integer> stay = complete.length < 2
                ? IntStream.range(0, terms.size()).boxed().toList()
                : IntStream.of(Design.independent(columns)).boxed().toList();
        List<Term> all = new ArrayList<>();
        for (int t = 0; t < terms.size(); t++) {
            if (stay.contains(t)) all.add(terms.get(t));
            else
                leftOut.add(terms.get(t).name()
                        + (isConstant(columns.get(t))
                                ? " (the same for all)"
                                : " (follows from the variables before it)"));
        }
        return new Terms(List.copyOf(all), List.copyOf(leftOut));
    }

    /** Levels whose cases all miss another of the variables. */
    private static List<String> lost(Variable variable, int[] cases, int[] complete) {
        if (variable.kind() != Variable.Kind.CATEGORICAL) return List.of();
        List<Integer> stay = IntStream.of(variable.present(complete)).boxed().toList();
        return IntStream.of(variable.present(cases))
                .filter(place -> !stay.contains(place))
                .mapToObj(
                        place -> variable.name() + " (" + variable.levels().get(place) + ") (no case with all values)")
                .toList();
    }

    private static boolean isConstant(double[] column) {
        return IntStream.range(1, column.length).allMatch(i -> column[i] == column[0]);
    }

    /** Name of each variable that stays → names of its terms. */
    Map<String, List<String>> names() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        Term::variable, LinkedHashMap::new, Collectors.mapping(Term::name, Collectors.toList())));
    }

    /** A note on what is left out of something; empty if nothing is. */
    List<String> notes(String of) {
        return leftOut.isEmpty() ? List.of() : List.of("Left out of " + of + ": " + String.join(", ", leftOut) + ".");
    }
}
