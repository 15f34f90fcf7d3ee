package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.CaseColumns;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** The clinical variables of a study: those that its plan names, or all columns that nothing else is made of. */
final class Candidates {

    /**
     * Glasgow outcome and Rankin scores are known only afterwards: as candidates they would explain an outcome by
     * itself.
     */
    private static final Set<String> LATER = Set.of("gos", "gose", "mrs");

    /** What a batch says of a case's row, if that is all that a column holds. */
    private static final Set<String> ROW_STATES = Set.of("done", "check", "incomplete", "failed", "excluded");

    private final Joining joined;
    private final StudyPlan plan;
    private final FeatureTable clinical;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> copies = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Candidates(Joining joined) {
        this.joined = joined;
        this.plan = joined.plan();
        this.clinical = joined.clinical();
    }

    /** @throws InvalidInputException if a column that the plan names is not there, or one of numbers holds text */
    static Candidates of(Joining joined) throws InvalidInputException {
        Candidates candidates = new Candidates(joined);
        List<String> named = joined.plan().variables().candidates();
        if (named.isEmpty()) {
            for (String column : candidates.unused()) candidates.take(column);
        }
        for (String column : named) {
            if (!column.equals(Cohort.SCORE)) candidates.variables.add(candidates.variable(column));
        }
        candidates.variables.forEach(candidates::sayLevels);
        if (!named.isEmpty()) candidates.sayStray();
        return candidates;
    }

    /** In order, without the score. */
    List<Variable> variables() {
        return List.copyOf(variables);
    }

    /** Columns that say what an outcome says, and so are none. */
    List<Variable> copies() {
        return List.copyOf(copies);
    }

    /** Which columns are none and why, in sentences. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Variable variable(String column) throws InvalidInputException {
        try {
            return Variable.of(clinical, column, plan.variables());
        } catch (InvalidInputException e) {
            if (!clinical.isNumeric(column) || plan.variables().categorical().contains(column)) throw e;
            throw new InvalidInputException(
                    Sentence.of(
                            e.getMessage().replaceFirst("\\.$", ""),
                            "; or name such a text in ",
                            FileKey.ofStudy("missing"),
                            ", or the column in ",
                            FileKey.ofStudy("variables.categorical"),
                            " or in variables.left_out."),
                    e);
        }
    }

    /** A column that nobody named: what it cannot be is said, not refused, but for text among its numbers. */
    private void take(String column) throws InvalidInputException {
        if (Variable.isFreeText(clinical, column, plan.variables())) {
            if (clinical.isMeantNumeric(column)) clinical.values(column);
            notes.add(Variable.tooManyTexts(clinical, column) + " It is no candidate.");
            return;
        }
        Variable variable = variable(column);
        Optional<Endpoint> same = joined.endpoints().stream()
                .filter(endpoint -> saysTheSame(variable, endpoint))
                .findFirst();
        if (Arrays.stream(variable.values()).allMatch(Double::isNaN)) {
            notes.add("The column \"" + column + "\" has no value in the cases analysed and is no candidate.");
        } else if (same.isPresent()) {
            notes.add("The column \"" + column + "\" says the same as the outcome "
                    + same.get().rule().variable() + " and is no candidate.");
            copies.add(variable);
        } else {
            variables.add(variable);
        }
    }

    private void sayLevels(Variable variable) {
        notes.addAll(AlikeLevels.sentences(variable, clinical.title()));
        if (variable.placeholders().isEmpty()) return;
        notes.add("In the column \"" + variable.name() + "\" of " + clinical.title() + " \""
                + String.join("\" and \"", variable.placeholders())
                + "\" stands among words and is a level: if it stands for no value, name it in "
                + FileKey.ofStudy("missing") + ".");
    }

    /** All clinical columns that nothing else is made of. */
    private List<String> unused() throws InvalidInputException {
        Set<String> used = used();
        List<String> about = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (String column : clinical.columns()) {
            if (column.isEmpty() || used.contains(column)) continue;
            if (plan.outcomes().anyMatch(rule -> rule.isNamed(column))) {
                notes.add("The column \"" + column + "\" bears the name of an outcome and is no candidate.");
            } else if (LATER.contains(column.toLowerCase(Locale.ROOT))) {
                notes.add("The column \"" + column
                        + "\" is a score of what became of the patient and no candidate: list it among the candidates "
                        + "if it shall be one.");
            } else if (isAboutRow(column)
                    && joined.volumes().baselineColumn().filter(column::equals).isEmpty()) {
                about.add(column);
            } else {
                unused.add(column);
            }
        }
        if (!about.isEmpty())
            notes.add("Columns of " + clinical.title() + " on how a case was measured are no candidates: "
                    + String.join(", ", about) + ".");
        return unused;
    }

    private boolean isAboutRow(String column) throws InvalidInputException {
        if (CaseColumns.isAboutCase(column)) return true;
        boolean isBatch = clinical.has(CaseStatus.COLUMN)
                && clinical.has("reason")
                && ROW_STATES.containsAll(clinical.known(CaseStatus.COLUMN));
        return isBatch && (column.equals(CaseStatus.COLUMN) || column.equals("reason"));
    }

    private Set<String> used() {
        Stream<String> split =
                plan.split() instanceof SplitRule.Column column ? Stream.of(column.column()) : Stream.empty();
        return Stream.of(
                        plan.variables().leftOut().stream(),
                        clinical.caseColumn().stream(),
                        plan.columns().id().stream(),
                        joined.volumes().followUpColumn().stream(),
                        Stream.of(Cohort.SCORE),
                        split,
                        plan.outcomes().map(OutcomeRule::variable),
                        plan.outcomes().flatMap(rule -> rule.column().stream()),
                        joined.featureNames().stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /**
     * Text among the numbers of a column that the study does not need disturbs nobody, but may be a slip of the pen.
     */
    private void sayStray() throws InvalidInputException {
        Set<String> used = new LinkedHashSet<>(plan.variables().candidates());
        used.addAll(joined.featureNames());
        used.addAll(plan.variables().leftOut());
        used.addAll(plan.columns().id().or(clinical::caseColumn).stream().toList());
        for (String column : clinical.columns()) {
            if (column.isEmpty() || used.contains(column) || !clinical.isNumeric(column)) continue;
            clinical.stray(column).ifPresent(where -> notes.add(where + "; the study does not use the column."));
        }
    }

    private static boolean saysTheSame(Variable variable, Endpoint endpoint) {
        if (variable.kind() != Variable.Kind.BINARY) return false;
        double[] x = variable.values();
        double[] y = endpoint.values();
        int[] both = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        long same = IntStream.of(both).filter(i -> x[i] == y[i]).count();
        return both.length > 0 && (same == 0 || same == both.length);
    }
}
