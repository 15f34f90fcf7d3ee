package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/** A plan from the fields of its file; what is left out has its default. */
final class PlanFields {

    private PlanFields() {}

    /**
     * Takes all fields of a plan.
     *
     * @param usualName of a study that has no name of its own
     * @throws InvalidInputException if a field is of another kind, or not known
     * @throws IllegalArgumentException if a value is outside its range
     */
    static StudyPlan plan(JsonFields json, String usualName) throws InvalidInputException {
        String name = json.textOr("name", usualName);
        long seed = json.has("seed") ? json.count("seed") : 1;
        StudyPlan.Columns columns = (json.has("columns") ? columns(json.object("columns")) : StudyPlan.Columns.DEFAULT)
                .withMissing(json.has("missing") ? json.cells("missing") : List.of());
        OutcomeRule outcome = outcome(json.object("outcome"), false);
        Optional<OutcomeRule> second = json.has("second_outcome")
                ? Optional.of(outcome(json.object("second_outcome"), true))
                : Optional.empty();
        SplitRule split = json.has("split") ? split(json) : SplitRule.Random.AS_PUBLISHED;
        Optional<StudyPlan.Subgroups> subgroups = subgroups(json);
        StudyPlan.Variables variables = json.has("variables") ? variables(json) : StudyPlan.Variables.ALL;
        StudyPlan.Descriptives descriptives =
                json.has("descriptives") ? descriptives(json.object("descriptives")) : StudyPlan.Descriptives.DEFAULT;
        StudyPlan.Filter filter = json.has("univariate") ? filter(json.object("univariate")) : StudyPlan.Filter.DEFAULT;
        StudyPlan.Agreement agreement =
                json.has("agreement") ? agreement(json.object("agreement")) : StudyPlan.Agreement.DEFAULT;
        StudyPlan.Lasso lasso = json.has("lasso") ? lasso(json.object("lasso")) : StudyPlan.Lasso.DEFAULT;
        Optional<String> given = json.has("signature") ? Optional.of(json.text("signature")) : Optional.empty();
        Optional<List<StudyPlan.Model>> models =
                json.has("models") ? Optional.of(models(json.objects("models"))) : Optional.empty();
        StudyPlan.Backward backward =
                json.has("regression") ? backward(json.object("regression")) : StudyPlan.Backward.DEFAULT;
        Optional<List<StudyPlan.Rival>> rivals =
                json.has("rivals") ? Optional.of(rivals(json.objects("rivals"))) : Optional.empty();
        return new StudyPlan(
                name,
                seed,
                columns,
                outcome,
                second,
                split,
                subgroups,
                variables,
                descriptives,
                filter,
                agreement,
                lasso,
                given,
                models,
                backward,
                rivals);
    }

    private static StudyPlan.Columns columns(JsonFields json) throws InvalidInputException {
        StudyPlan.Columns columns = new StudyPlan.Columns(
                text(json, "id"),
                text(json, "baseline_volume"),
                text(json, "followup_volume"),
                texts(json, "features"));
        json.end();
        return columns;
    }

    private static OutcomeRule outcome(JsonFields json, boolean second) throws InvalidInputException {
        OutcomeRule rule;
        if (json.has("expansion")) {
            JsonFields expansion = json.object("expansion");
            OutcomeRule.Expansion standard = OutcomeRule.Expansion.STANDARD;
            rule = named(
                    json,
                    OutcomeRule.EXPANSION,
                    new OutcomeRule.Expansion(
                            number(expansion, "relative", standard.relative()),
                            number(expansion, "absolute_mL", standard.absolute()),
                            expansion.has("strict") && expansion.truth("strict")));
            expansion.end();
        } else {
            String column = json.text("column");
            if (json.has("at_most") || json.has("at_least")) {
                boolean most = json.has("at_most");
                OutcomeRule usual = second ? OutcomeRule.poor(column) : OutcomeRule.of(column);
                rule = named(
                        json, usual, new OutcomeRule.Limit(column, json.number(most ? "at_most" : "at_least"), most));
            } else {
                rule = named(
                        json,
                        OutcomeRule.of(column),
                        new OutcomeRule.Column(
                                column, json.has("event_values") ? json.cells("event_values") : List.of()));
            }
        }
        json.end();
        return rule;
    }

    private static OutcomeRule named(JsonFields json, OutcomeRule usual, OutcomeRule.Source source)
            throws InvalidInputException {
        return new OutcomeRule(
                json.textOr("key", usual.key()),
                json.textOr("variable", usual.variable()),
                json.textOr("event", usual.event()),
                json.textOr("other", usual.other()),
                source);
    }

    private static SplitRule split(JsonFields whole) throws InvalidInputException {
        if (whole.isText("split")) {
            if (whole.text("split").equals(PlanWords.NONE)) return new SplitRule.None();
            throw whole.wrong("split", "\"" + PlanWords.NONE + "\", or an object with \"column\" or \"share\"");
        }
        JsonFields json = whole.object("split");
        SplitRule rule = json.has("column")
                ? new SplitRule.Column(
                        json.text("column"),
                        text(json, "training").orElse(""),
                        text(json, "test").orElse(""),
                        json.has("left_out") ? json.cells("left_out") : List.of())
                : new SplitRule.Random(
                        number(json, "share", SplitRule.Random.AS_PUBLISHED.share()),
                        !json.has("stratified") || json.truth("stratified"));
        json.end();
        return rule;
    }

    private static Optional<StudyPlan.Subgroups> subgroups(JsonFields whole) throws InvalidInputException {
        if (!whole.has("subgroups")) return Optional.of(StudyPlan.Subgroups.AS_PUBLISHED);
        if (whole.isText("subgroups")) {
            if (whole.text("subgroups").equals(PlanWords.NONE)) return Optional.empty();
            throw whole.wrong(
                    "subgroups", "\"" + PlanWords.NONE + "\", or an object with \"from_mL\" and \"below_mL\"");
        }
        JsonFields json = whole.object("subgroups");
        StudyPlan.Subgroups subgroups = new StudyPlan.Subgroups(json.number("from_mL"), json.number("below_mL"));
        json.end();
        return Optional.of(subgroups);
    }

    private static StudyPlan.Variables variables(JsonFields whole) throws InvalidInputException {
        JsonFields json = whole.object("variables");
        StudyPlan.Variables variables = new StudyPlan.Variables(
                texts(json, "candidates"),
                texts(json, "left_out"),
                texts(json, "categorical"),
                texts(json, "continuous"),
                texts(json, "parametric"),
                texts(json, "rank"),
                levels(json));
        json.end();
        return variables;
    }

    /** Column → level, as it stands in the table's cells. */
    private static Map<String, String> levels(JsonFields json) throws InvalidInputException {
        Map<String, String> levels = new LinkedHashMap<>();
        if (!json.has("reference")) return levels;
        JsonFields reference = json.object("reference");
        for (String column : reference.keys()) {
            List<String> level = reference.cells(column);
            if (level.size() != 1) throw json.wrong("reference", "an object with one level for each column");
            levels.put(column, level.get(0));
        }
        return levels;
    }

    private static StudyPlan.Descriptives descriptives(JsonFields json) throws InvalidInputException {
        StudyPlan.Descriptives usual = StudyPlan.Descriptives.DEFAULT;
        StudyPlan.Descriptives descriptives = new StudyPlan.Descriptives(
                PlanWords.choice(json, "quartiles", PlanWords.QUARTILES, usual.quartiles()),
                PlanWords.choice(json, "intervals", PlanWords.INTERVALS, usual.intervals()),
                json.has("bootstrap") ? json.count("bootstrap") : usual.bootstrap());
        json.end();
        return descriptives;
    }

    private static StudyPlan.Filter filter(JsonFields json) throws InvalidInputException {
        StudyPlan.Filter usual = StudyPlan.Filter.DEFAULT;
        StudyPlan.Filter filter = new StudyPlan.Filter(
                number(json, "p", usual.p()),
                PlanWords.choice(json, "test", PlanWords.TESTS, usual.rule()),
                PlanWords.choice(json, "mann_whitney", PlanWords.RANKS, usual.rank()),
                json.has("fdr") && json.truth("fdr"));
        json.end();
        return filter;
    }

    private static StudyPlan.Agreement agreement(JsonFields json) throws InvalidInputException {
        StudyPlan.Agreement usual = StudyPlan.Agreement.DEFAULT;
        StudyPlan.Agreement agreement = new StudyPlan.Agreement(
                PlanWords.choice(json, "icc", PlanWords.FORMS, usual.form()),
                number(json, "above", usual.above()),
                json.has("filter") && json.truth("filter"));
        json.end();
        return agreement;
    }

    private static StudyPlan.Lasso lasso(JsonFields json) throws InvalidInputException {
        StudyPlan.Lasso usual = StudyPlan.Lasso.DEFAULT;
        StudyPlan.Lasso lasso = new StudyPlan.Lasso(
                number(json, "alpha", usual.alpha()),
                json.has("lambdas") ? json.count("lambdas") : usual.lambdas(),
                json.has("folds") ? json.count("folds") : usual.folds(),
                !json.has("stratified") || json.truth("stratified"),
                PlanWords.choice(json, "measure", PlanWords.MEASURES, usual.measure()),
                PlanWords.choice(json, "lambda", PlanWords.CHOICES, usual.choice()),
                json.has("repeats") ? json.count("repeats") : usual.repeats());
        json.end();
        return lasso;
    }

    private static List<StudyPlan.Model> models(List<JsonFields> list) throws InvalidInputException {
        List<StudyPlan.Model> models = new ArrayList<>();
        for (JsonFields json : list) {
            models.add(new StudyPlan.Model(
                    json.textOr("subset", Subset.TRAINING),
                    json.has("second") && json.truth("second"),
                    json.texts("variables")));
            json.end();
        }
        return models;
    }

    private static StudyPlan.Backward backward(JsonFields json) throws InvalidInputException {
        StudyPlan.Backward usual = StudyPlan.Backward.DEFAULT;
        List<BackwardElimination.Criterion> criteria = new ArrayList<>(usual.criteria());
        if (json.has("backward")) {
            criteria.clear();
            for (String text : json.texts("backward"))
                criteria.add(PlanWords.chosen(json, "backward", PlanWords.CRITERIA, text));
        }
        StudyPlan.Backward backward = new StudyPlan.Backward(
                criteria,
                number(json, "removal", usual.removal()),
                number(json, "entry", usual.entry()),
                !json.has("firth") || json.truth("firth"));
        json.end();
        return backward;
    }

    private static List<StudyPlan.Rival> rivals(List<JsonFields> list) throws InvalidInputException {
        List<StudyPlan.Rival> rivals = new ArrayList<>();
        for (JsonFields json : list) {
            rivals.add(new StudyPlan.Rival(
                    json.textOr("subset", Subset.TRAINING),
                    json.text("variable"),
                    json.has("low_is_risk") && json.truth("low_is_risk")));
            json.end();
        }
        return rivals;
    }

    private static Optional<String> text(JsonFields json, String key) throws InvalidInputException {
        return json.has(key) ? Optional.of(json.text(key)) : Optional.empty();
    }

    private static List<String> texts(JsonFields json, String key) throws InvalidInputException {
        return json.has(key) ? json.texts(key) : List.of();
    }

    private static double number(JsonFields json, String key, double otherwise) throws InvalidInputException {
        return json.has(key) ? json.number(key) : otherwise;
    }
}
