package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Design;

/**
 * What of some variables can stand in a regression together. As R's {@code glm}, it does without terms that are the same for all complete
 * cases or a combination of earlier terms; a variable that nobody has a value of is left out before, or no case would be complete.
 *
 * @param byVariable name of each variable that stays → its terms
 * @param leftOut    sentences' ends: what is left out and why
 */
record Terms(Map<String, List<Variable>> byVariable, List<String> leftOut) {

    static Terms of(List<Variable> variables, int[] cases) {
        List<String> leftOut = new ArrayList<>();
        List<Variable> known = new ArrayList<>();
        for (Variable variable : variables) {
            if (IntStream.of(cases).anyMatch(i -> Double.isFinite(variable.values()[i]))) known.add(variable);
            else leftOut.add(variable.name() + " (no value)");
        }
        int[] complete = IntStream.of(cases).filter(i -> known.stream().allMatch(v -> Double.isFinite(v.values()[i]))).toArray();
        List<Variable> terms = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Variable variable : known) {
            List<Variable> own = variable.terms(complete);
            if (own.isEmpty()) leftOut.add(variable.name() + " (the same for all)");
            own.forEach(term -> {
                terms.add(term);
                owners.add(variable.name());
            });
        }
        List<double[]> columns = terms.stream().map(term -> term.of(complete)).toList();
        List<Integer> stay = complete.length < 2 ? IntStream.range(0, terms.size()).boxed().toList() : IntStream.of(Design.independent(columns)).boxed().toList();
        Map<String, List<Variable>> byVariable = new LinkedHashMap<>();
        for (int t = 0; t < terms.size(); t++) {
            if (stay.contains(t)) byVariable.computeIfAbsent(owners.get(t), owner -> new ArrayList<>()).add(terms.get(t));
            else leftOut.add(terms.get(t).name() + (isConstant(columns.get(t)) ? " (the same for all)" : " (follows from the variables before it)"));
        }
        return new Terms(byVariable, List.copyOf(leftOut));
    }

    private static boolean isConstant(double[] column) {
        return IntStream.range(1, column.length).allMatch(i -> column[i] == column[0]);
    }

    /** All terms in order. */
    List<Variable> all() {
        return byVariable.values().stream().flatMap(List::stream).toList();
    }

    /** Name of each variable → names of its terms. */
    Map<String, List<String>> names() {
        return byVariable.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream().map(Variable::name).toList(), (a, b) -> a,
                LinkedHashMap::new));
    }

    /** A note on what is left out of something; empty if nothing is. */
    List<String> notes(String of) {
        return leftOut.isEmpty() ? List.of() : List.of("Left out of " + of + ": " + String.join(", ", leftOut) + ".");
    }
}
