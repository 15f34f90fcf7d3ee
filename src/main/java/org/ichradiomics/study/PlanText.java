package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as the fields of its file, every default filled in; {@link PlanFields} reads back the same plan. */
final class PlanText {

    private PlanText() {}

    /** Puts them behind those that are there. */
    static void put(StudyPlan plan, Map<String, Object> json) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", plan.columns().id().orElse(null));
        columns.put("baseline_volume", plan.columns().baseline().orElse(null));
        columns.put("followup_volume", plan.columns().followUp().orElse(null));
        columns.put("features", listed(plan.columns().features()));
        json.put("columns", columns);
        json.put("missing", listed(plan.columns().missing()));
        json.put("seed", plan.seed());
        json.put("outcome", of(plan.outcome()));
        json.put("second_outcome", plan.second().map(PlanText::of).orElse(null));
        json.put("split", of(plan.split()));
        json.put(
                "subgroups",
                plan.subgroups()
                        .<Object>map(s -> object("from_mL", s.from(), "below_mL", s.below()))
                        .orElse(PlanWords.NONE));
        StudyPlan.Variables v = plan.variables();
        json.put(
                "variables",
                object(
                        "candidates",
                        listed(v.candidates()),
                        "left_out",
                        listed(v.leftOut()),
                        "categorical",
                        listed(v.categorical()),
                        "continuous",
                        listed(v.continuous()),
                        "parametric",
                        listed(v.parametric()),
                        "rank",
                        listed(v.rank()),
                        "reference",
                        v.reference().isEmpty() ? null : v.reference()));
        json.put(
                "descriptives",
                object(
                        "quartiles",
                        PlanWords.word(PlanWords.QUARTILES, plan.descriptives().quartiles()),
                        "intervals",
                        PlanWords.word(PlanWords.INTERVALS, plan.descriptives().intervals()),
                        "bootstrap",
                        plan.descriptives().bootstrap()));
        json.put(
                "univariate",
                object(
                        "p",
                        plan.filter().p(),
                        "test",
                        PlanWords.word(PlanWords.TESTS, plan.filter().rule()),
                        "mann_whitney",
                        PlanWords.word(PlanWords.RANKS, plan.filter().rank()),
                        "fdr",
                        plan.filter().fdr()));
        json.put(
                "agreement",
                object(
                        "icc",
                        PlanWords.word(PlanWords.FORMS, plan.agreement().form()),
                        "above",
                        plan.agreement().above(),
                        "filter",
                        plan.agreement().filter()));
        StudyPlan.Lasso lasso = plan.lasso();
        json.put(
                "lasso",
                object(
                        "alpha",
                        lasso.alpha(),
                        "lambdas",
                        lasso.lambdas(),
                        "folds",
                        lasso.folds(),
                        "stratified",
                        lasso.stratified(),
                        "measure",
                        PlanWords.word(PlanWords.MEASURES, lasso.measure()),
                        "lambda",
                        PlanWords.word(PlanWords.CHOICES, lasso.choice()),
                        "repeats",
                        lasso.repeats()));
        json.put("signature", plan.given().orElse(null));
        json.put(
                "models",
                plan.models()
                        .map(models -> models.stream()
                                .map(m ->
                                        object("subset", m.subset(), "second", m.second(), "variables", m.variables()))
                                .toList())
                        .orElse(null));
        json.put(
                "regression",
                object(
                        "backward",
                        plan.backward().criteria().stream()
                                .map(c -> PlanWords.word(PlanWords.CRITERIA, c))
                                .toList(),
                        "removal",
                        plan.backward().removal(),
                        "entry",
                        Double.isNaN(plan.backward().entry())
                                ? null
                                : plan.backward().entry(),
                        "firth",
                        plan.backward().firth()));
        json.put(
                "rivals",
                plan.rivals()
                        .map(rivals -> rivals.stream()
                                .map(r ->
                                        object("subset", r.subset(), "variable", r.variable(), "low_is_risk", r.low()))
                                .toList())
                        .orElse(null));
    }

    private static Object of(OutcomeRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (rule.source() instanceof OutcomeRule.Column column) {
            json.put("column", column.column());
            json.put("event_values", listed(column.values()));
        } else if (rule.source() instanceof OutcomeRule.Limit limit) {
            json.put("column", limit.column());
            json.put(limit.atMost() ? "at_most" : "at_least", limit.limit());
        } else if (rule.source() instanceof OutcomeRule.Expansion expansion) {
            json.put(
                    "expansion",
                    object(
                            "relative",
                            expansion.relative(),
                            "absolute_mL",
                            expansion.absolute(),
                            "strict",
                            expansion.strict()));
        }
        json.put("key", rule.key());
        json.put("variable", rule.variable());
        json.put("event", rule.event());
        json.put("other", rule.other());
        return json;
    }

    private static Object of(SplitRule rule) {
        if (rule instanceof SplitRule.Column column) {
            return object(
                    "column",
                    column.column(),
                    "training",
                    column.training().isEmpty() ? null : column.training(),
                    "test",
                    column.test().isEmpty() ? null : column.test(),
                    "left_out",
                    listed(column.leftOut()));
        }
        return rule instanceof SplitRule.Random random
                ? object("share", random.share(), "stratified", random.stratified())
                : PlanWords.NONE;
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return object;
    }

    private static Object listed(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }
}
