package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ichradiomics.text.CaseColumns;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/**
 * The clinical variables of a study: those that its plan names, or all columns that nothing else is made of.
 *
 * @param variables in order, without the score
 * @param notes which columns are none and why, in sentences
 * @param copies columns that say what an outcome says, and so are none
 */
record Candidates(List<Variable> variables, List<String> notes, List<Variable> copies) {

    /**
     * Glasgow outcome and Rankin scores are known only afterwards: as candidates they would explain an outcome by
     * itself.
     */
    private static final Set<String> LATER = Set.of("gos", "gose", "mrs");

    /** What a batch says of a case's row, if that is all that a column holds. */
    private static final Set<String> ROW_STATES = Set.of("done", "check", "incomplete", "failed", "excluded");

    /** @throws InvalidInputException if a column that the plan names is not there, or one of numbers holds text */
    static Candidates of(
            FeatureTable clinical, StudyPlan plan, Volumes volumes, Set<String> features, List<Endpoint> endpoints)
            throws InvalidInputException {
        List<String> notes = new ArrayList<>();
        List<Variable> found = new ArrayList<>();
        List<Variable> copies = new ArrayList<>();
        List<String> named = plan.variables().candidates();
        List<String> columns = named.isEmpty() ? unused(clinical, plan, volumes, features, notes) : named;
        for (String column : columns) {
            if (column.equals(Cohort.SCORE)) continue;
            if (named.isEmpty())
                candidate(clinical, column, plan, endpoints, notes, copies).ifPresent(found::add);
            else found.add(variable(clinical, column, plan));
        }
        for (Variable variable : found) {
            notes.addAll(AlikeLevels.sentences(variable, clinical.title()));
            if (variable.placeholders().isEmpty()) continue;
            notes.add("In the column \"" + variable.name() + "\" of " + clinical.title() + " \""
                    + String.join("\" and \"", variable.placeholders())
                    + "\" stands among words and is a level: if it stands for no value, name it in "
                    + FileKey.ofStudy("missing") + ".");
        }
        if (!named.isEmpty()) sayStray(clinical, plan, named, features, notes);
        return new Candidates(List.copyOf(found), List.copyOf(notes), List.copyOf(copies));
    }

    private static Variable variable(FeatureTable clinical, String column, StudyPlan plan)
            throws InvalidInputException {
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
    private static Optional<Variable> candidate(
            FeatureTable clinical,
            String column,
            StudyPlan plan,
            List<Endpoint> endpoints,
            List<String> notes,
            List<Variable> copies)
            throws InvalidInputException {
        if (Variable.isFreeText(clinical, column, plan.variables())) {
            if (clinical.isMeantNumeric(column)) clinical.values(column);
            notes.add(Variable.tooManyTexts(clinical, column) + " It is no candidate.");
            return Optional.empty();
        }
        Variable variable = variable(clinical, column, plan);
        if (Arrays.stream(variable.values()).allMatch(Double::isNaN)) {
            notes.add("The column \"" + column + "\" has no value in the cases analysed and is no candidate.");
            return Optional.empty();
        }
        Optional<Endpoint> same = endpoints.stream()
                .filter(endpoint -> saysTheSame(variable, endpoint))
                .findFirst();
        same.ifPresent(endpoint -> notes.add("The column \"" + column + "\" says the same as the outcome "
                + endpoint.rule().variable()
                + " and is no candidate."));
        if (same.isEmpty()) return Optional.of(variable);
        copies.add(variable);
        return Optional.empty();
    }

    /** All clinical columns that nothing else is made of. */
    private static List<String> unused(
            FeatureTable clinical, StudyPlan plan, Volumes volumes, Set<String> features, List<String> notes)
            throws InvalidInputException {
        Set<String> used = used(clinical, plan, volumes);
        used.addAll(features);
        List<String> about = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (String column : clinical.columns()) {
            if (column.isEmpty() || used.contains(column)) continue;
            if (namesOutcome(column, plan)) {
                notes.add("The column \"" + column + "\" bears the name of an outcome and is no candidate.");
            } else if (LATER.contains(column.toLowerCase(Locale.ROOT))) {
                notes.add("The column \"" + column
                        + "\" is a score of what became of the patient and no candidate: list it among the candidates "
                        + "if it shall be one.");
            } else if (isAboutRow(clinical, column)
                    && volumes.baselineColumn().filter(column::equals).isEmpty()) {
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

    private static boolean isAboutRow(FeatureTable clinical, String column) throws InvalidInputException {
        if (CaseColumns.isAboutCase(column)) return true;
        boolean isBatch = clinical.has("status")
                && clinical.has("reason")
                && ROW_STATES.containsAll(new LinkedHashSet<>(clinical.known("status")));
        return isBatch && (column.equals("status") || column.equals("reason"));
    }

    private static Set<String> used(FeatureTable clinical, StudyPlan plan, Volumes volumes) {
        Set<String> used = new LinkedHashSet<>(plan.variables().leftOut());
        clinical.caseColumn().ifPresent(used::add);
        plan.columns().id().ifPresent(used::add);
        volumes.followUpColumn().ifPresent(used::add);
        used.add(Cohort.SCORE);
        if (plan.split() instanceof SplitRule.Column column) used.add(column.column());
        for (OutcomeRule rule :
                Stream.concat(Stream.of(plan.outcome()), plan.second().stream()).toList()) {
            used.add(rule.variable());
            if (rule.source() instanceof OutcomeRule.Column column) used.add(column.column());
            if (rule.source() instanceof OutcomeRule.Limit limit) used.add(limit.column());
        }
        return used;
    }

    /** A column HE of a study whose outcome is he from the volumes. */
    private static boolean namesOutcome(String column, StudyPlan plan) {
        return Stream.concat(Stream.of(plan.outcome()), plan.second().stream())
                .flatMap(rule -> Stream.of(rule.variable(), rule.event()))
                .anyMatch(column::equalsIgnoreCase);
    }

    /**
     * Text among the numbers of a column that the study does not need disturbs nobody, but may be a slip of the pen.
     */
    private static void sayStray(
            FeatureTable clinical, StudyPlan plan, List<String> named, Set<String> features, List<String> notes)
            throws InvalidInputException {
        Set<String> used = new LinkedHashSet<>(named);
        used.addAll(features);
        used.addAll(plan.variables().leftOut());
        used.addAll(plan.columns().id().or(clinical::caseColumn).stream().toList());
        for (String column : clinical.columns()) {
            if (column.isEmpty() || used.contains(column) || !clinical.isNumeric(column)) continue;
            clinical.stray(column).ifPresent(where -> notes.add(where + "; the study does not use the column."));
        }
    }

    private static boolean saysTheSame(Variable variable, Endpoint endpoint) {
        if (variable.kind() != Variable.Kind.BINARY) return false;
        boolean same = true;
        boolean opposite = true;
        int both = 0;
        for (int i = 0; i < variable.values().length; i++) {
            double x = variable.values()[i];
            double y = endpoint.values()[i];
            if (Double.isNaN(x) || Double.isNaN(y)) continue;
            both++;
            same &= x == y;
            opposite &= x != y;
        }
        return both > 0 && (same || opposite);
    }
}
