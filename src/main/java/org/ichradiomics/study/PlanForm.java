package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.Numeral;
import org.ichradiomics.text.RecordForm;

/**
 * How a plan stands in its file: its records and their keys, but for outcomes, the split and the subgroups, which have
 * several shapes.
 */
final class PlanForm {

    private static final String NONE = "none";

    private static final RecordForm PARTS = RecordForm.PLAIN
            .words(Proportion.class, method -> method == Proportion.WILSON ? "Wilson" : "Clopper-Pearson")
            .words(MannWhitney.Method.class, PlanForm::word)
            .words(IntraclassCorrelation.Form.class, PlanForm::word)
            .words(CvMeasure.class, measure -> measure == CvMeasure.AUC ? "AUC" : "deviance")
            .words(StudyPlan.Choice.class, choice -> choice == StudyPlan.Choice.MIN ? "min" : "1se")
            .words(BackwardElimination.Criterion.class, BackwardSelection::text)
            .usual(Harmonisation.USUAL)
            .with(StudyPlan.Limit.class, PlanForm::limit, StudyPlan.Limit::text)
            .usual(new StudyPlan.Model(Subset.TRAINING, false, null))
            .usual(new StudyPlan.Rival(Subset.TRAINING, null, false));

    /** Of plans, and of the files of their tables. */
    static final RecordForm FORM = PARTS.with(
                    OutcomeRule.class, (json, key) -> outcome(json.object(key), false), PlanForm::outcome)
            .with(
                    "second_outcome",
                    (json, key) -> Optional.of(outcome(json.object(key), true)),
                    (Optional<OutcomeRule> second) ->
                            second.map(PlanForm::outcome).orElse(null))
            .with(SplitRule.class, PlanForm::split, PlanForm::split)
            .with("subgroups", PlanForm::subgroups, PlanForm::subgroups)
            .with("validation", PlanForm::resampling, PlanForm::resampling)
            .with("reference", PlanForm::levels, (Map<String, String> levels) -> levels.isEmpty() ? null : levels);

    private PlanForm() {}

    /** Null of the method that takes the place of an exact test with ties: it is nobody's choice. */
    private static String word(MannWhitney.Method method) {
        return switch (method) {
            case ASYMPTOTIC -> "asymptotic";
            case CONTINUITY_CORRECTED -> "continuity corrected";
            case EXACT -> "exact";
            case CONDITIONAL -> null;
            case AS_R -> "R";
        };
    }

    /** Null of a mean of readers: a signature is read by one. */
    private static String word(IntraclassCorrelation.Form form) {
        return form.text().endsWith("k") ? null : form.text();
    }

    private static OutcomeRule outcome(JsonFields json, boolean second) throws InvalidInputException {
        OutcomeRule usual = source(json, second);
        OutcomeRule rule = new OutcomeRule(
                json.textOr("key", usual.key()),
                json.textOr("variable", usual.variable()),
                json.textOr("event", usual.event()),
                json.textOr("other", usual.other()),
                usual.source());
        json.end();
        return rule;
    }

    private static OutcomeRule source(JsonFields json, boolean second) throws InvalidInputException {
        if (json.has("expansion"))
            return OutcomeRule.EXPANSION.from(PARTS.read(json.object("expansion"), OutcomeRule.Expansion.STANDARD));
        String column = json.text("column");
        for (String limit : List.of("at_most", "at_least")) {
            if (!json.has(limit)) continue;
            OutcomeRule usual = second ? OutcomeRule.poor(column) : OutcomeRule.of(column);
            return usual.from(new OutcomeRule.Limit(column, json.number(limit), limit.equals("at_most")));
        }
        return OutcomeRule.of(column)
                .from(new OutcomeRule.Column(
                        column, json.has("event_values") ? json.cells("event_values") : List.of()));
    }

    private static Map<String, Object> outcome(OutcomeRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (rule.source() instanceof OutcomeRule.Column column) {
            json.putAll(PARTS.write(column));
        } else if (rule.source() instanceof OutcomeRule.Limit limit) {
            json.put("column", limit.column());
            json.put(limit.atMost() ? "at_most" : "at_least", limit.limit());
        } else if (rule.source() instanceof OutcomeRule.Expansion expansion) {
            json.put("expansion", PARTS.write(expansion));
        }
        json.put("key", rule.key());
        json.put("variable", rule.variable());
        json.put("event", rule.event());
        json.put("other", rule.other());
        return json;
    }

    /** {@code lower 0.90} or {@code above 0.75}. */
    private static StudyPlan.Limit limit(JsonFields json, String key) throws InvalidInputException {
        String text = json.text(key);
        String[] words = text.strip().split("\\s+");
        boolean isLower = words[0].equals("lower");
        OptionalDouble value = words.length == 2 ? Numeral.parse(words[1], false) : OptionalDouble.empty();
        if (value.isEmpty() || !isLower && !words[0].equals("above"))
            throw json.wrong(key, "such as \"lower 0.90\" or \"above 0.75\", is \"" + text + "\"");
        return new StudyPlan.Limit(isLower, value.getAsDouble());
    }

    private static SplitRule split(JsonFields whole, String key) throws InvalidInputException {
        if (isNone(whole, key, "an object with \"column\" or \"share\"")) return new SplitRule.None();
        JsonFields json = whole.object(key);
        return json.has("column")
                ? PARTS.read(json, SplitRule.Column.class)
                : PARTS.read(json, SplitRule.Random.AS_PUBLISHED);
    }

    private static Object split(SplitRule rule) {
        return rule instanceof SplitRule.None ? NONE : PARTS.write((Record) rule);
    }

    private static Optional<StudyPlan.Subgroups> subgroups(JsonFields whole, String key) throws InvalidInputException {
        if (isNone(whole, key, "an object with \"from_mL\" and \"below_mL\"")) return Optional.empty();
        return Optional.of(PARTS.read(whole.object(key), StudyPlan.Subgroups.class));
    }

    private static Object subgroups(Optional<StudyPlan.Subgroups> subgroups) {
        return subgroups.<Object>map(PARTS::write).orElse(NONE);
    }

    private static Optional<Resampling> resampling(JsonFields whole, String key) throws InvalidInputException {
        if (isNone(whole, key, "an object with \"repeats\", \"folds\", \"bootstraps\" and \"permutations\""))
            return Optional.empty();
        return Optional.of(PARTS.read(whole.object(key), Resampling.USUAL));
    }

    private static Object resampling(Optional<Resampling> resampling) {
        return resampling.<Object>map(PARTS::write).orElse(NONE);
    }

    private static boolean isNone(JsonFields json, String key, String otherwise) throws InvalidInputException {
        if (!json.isText(key)) return false;
        if (json.text(key).equals(NONE)) return true;
        throw json.wrong(key, "\"" + NONE + "\", or " + otherwise);
    }

    /** Column → level, as it stands in the table's cells. */
    private static Map<String, String> levels(JsonFields json, String key) throws InvalidInputException {
        Map<String, String> levels = new LinkedHashMap<>();
        JsonFields reference = json.object(key);
        for (String column : reference.keys()) {
            List<String> level = reference.cells(column);
            if (level.size() != 1) throw json.wrong(key, "an object with one level for each column");
            levels.put(column, level.get(0));
        }
        return levels;
    }
}
