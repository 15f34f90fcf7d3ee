package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.BackwardSelection;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Term;

/** Tables of logistic regressions: 2 and 3 of a paper, backward selections, and what the score adds. */
final class ModelTables {

    /** Stands before each number of Firth's likelihood, so that it is never taken for one of maximum likelihood. */
    private static final String FIRTH = "F ";

    private static final String FIRTH_NOTE =
            "F: by Firth's penalised likelihood, with profile intervals and p of the penalised likelihood ratio, "
                    + "as variables divide the outcomes (separation); all numbers of such a model are by it. Without F: maximum likelihood, Wald.";

    private static final String REFERENCE_NOTE = "vs: the level before it against the reference level after it.";

    private static final String NOT_ESTIMABLE = "not estimable (separation)";

    private final StudyResult result;
    private final Cohort cohort;

    ModelTables(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
    }

    Optional<TextTable> table2() {
        return models(
                "table2",
                "Table 2. Logistic regression of " + cohort.outcome().rule().event(),
                m -> !m.subset().key().startsWith("vol"));
    }

    Optional<TextTable> table3() {
        return models(
                "table3",
                "Table 3. Logistic regression in haematomas of "
                        + cohort.middle().map(Subset::title).orElse("middle volumes"),
                m -> m.subset().key().startsWith("vol"));
    }

    private Optional<TextTable> models(String key, String title, Predicate<Regression> which) {
        List<Regression> models = result.models().stream().filter(which).toList();
        if (models.isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(
                List.of(
                        "OR: odds ratio by logistic regression with Wald's 95 % interval and p; of an amount for "
                                + "one unit more. Univariable: the variable alone, with all of its levels. Multivariable: all variables of the block together."));
        for (Regression model : models) {
            rows.add(heading(
                    model.title()
                            + model.fit()
                                    .map(f -> " (n = " + f.design().size() + ", "
                                            + f.design().events() + " events)")
                                    .orElse("")
                            + (model.firth().isPresent() ? ", by Firth's penalised likelihood" : ""),
                    5));
            rows.addAll(rows(model));
            model.problem().ifPresent(notes::add);
            if (model.isDivided()) notes.add(divided(model.title(), model.fit().get(), model.terms()));
        }
        notes.addAll(legend(rows));
        return Optional.of(new TextTable(
                key,
                title,
                List.of(
                        "Variable",
                        "Univariable OR (95 % CI)",
                        "Univariable p",
                        "Multivariable OR (95 % CI)",
                        "Multivariable p"),
                rows,
                notes));
    }

    private List<List<String>> rows(Regression model) {
        List<List<String>> rows = new ArrayList<>();
        for (String variable :
                model.terms().stream().map(Term::variable).distinct().toList()) {
            Regression single =
                    model.byItself(variable, result.plan().backward().firth());
            for (Term term : model.terms()) {
                if (!term.variable().equals(variable)) continue;
                List<String> row = new ArrayList<>(List.of(term.label()));
                row.addAll(ratio(single, term.name()));
                row.addAll(ratio(model, term.name()));
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the cells use. */
    private static List<String> legend(List<List<String>> rows) {
        List<String> legend = new ArrayList<>();
        if (rows.stream().anyMatch(row -> row.get(0).contains(" vs "))) legend.add(REFERENCE_NOTE);
        if (rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.startsWith(FIRTH))))
            legend.add(FIRTH_NOTE);
        return legend;
    }

    /** Where an odds ratio is infinite its Wald test has no p; that of the likelihood ratio still has. */
    private static String divided(String title, LogisticFit fit, List<Term> terms) {
        List<String> variables = terms.stream()
                .filter(term -> fit.separation().variables().contains(term.name()))
                .map(term -> term.label() + " (likelihood ratio "
                        + PValue.sentence(fit.likelihoodRatio(term.name()).p()) + ")")
                .toList();
        return title + ": " + String.join(", ", variables)
                + " divide(s) the outcomes; by maximum likelihood the odds ratio is infinite.";
    }

    private static List<String> heading(String text, int columns) {
        List<String> row = new ArrayList<>(List.of(text));
        while (row.size() < columns) row.add("");
        return row;
    }

    private static List<String> ratio(Regression model, String term) {
        if (model.fit().isEmpty() || !model.names().contains(term)) return List.of("not estimable", "");
        return cells(model.effect(term));
    }

    private static List<String> cells(Effect effect) {
        return List.of(Findings.RATIO.cell().apply(effect), Findings.P.cell().apply(effect));
    }

    static String ratio(Effect effect) {
        return effect.isEstimable() ? mark(effect) + Words.ratio(effect.ratio()) : NOT_ESTIMABLE;
    }

    static String p(Effect effect) {
        return effect.isEstimable() ? mark(effect) + p(effect.p()) : "";
    }

    private static String mark(Effect effect) {
        return effect.byFirth() ? FIRTH : "";
    }

    private static String p(double p) {
        return PValue.text(p);
    }

    Optional<TextTable> compared() {
        if (result.combined().isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (CombinedModel models : result.combined()) {
            String name = models.combined().name();
            for (CombinedModel.Part part : models.parts()) {
                rows.add(List.of(
                        part.subset().title() + (name.isEmpty() ? "" : " (" + name + ")"),
                        Words.share(part.clinical().auc().area()),
                        Words.share(part.score().auc().area()),
                        Words.share(part.combined().auc().area()),
                        Words.fixed(part.gain().difference().value(), 3),
                        p(part.gain().p())));
            }
            notes.add("Clinical: "
                    + String.join(
                            ", ",
                            models.clinical().terms().stream().map(Term::label).toList())
                    + ". Fitted in training; the same coefficients in test. In training the DeLong test of nested fitted models is too bold."
                    + (models.isFirth()
                            ? " Both models are by Firth's penalised likelihood, as variables divide the outcomes."
                            : ""));
        }
        return Optional.of(new TextTable(
                "models",
                "Clinical model, score, and both",
                List.of(
                        "Cases",
                        "Clinical AUC (95 % CI)",
                        "Score AUC (95 % CI)",
                        "Combined AUC (95 % CI)",
                        "Gain",
                        "p (DeLong)"),
                rows,
                notes));
    }

    Optional<TextTable> univariable() {
        if (result.univariable().isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        for (Regression model : result.univariable()) {
            for (Term term : model.terms()) {
                List<String> row = new ArrayList<>(List.of(
                        term.label(),
                        Integer.toString(model.fit().map(f -> f.design().size()).orElse(0))));
                row.addAll(ratio(model, term.name()));
                rows.add(row);
            }
        }
        return Optional.of(new TextTable(
                "univariable",
                "Univariable logistic regression of " + cohort.outcome().rule().event() + " in training",
                List.of("Variable", "n", "OR (95 % CI)", "p"),
                rows,
                legend(rows)));
    }

    Optional<TextTable> backward() {
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(
                List.of("−: removed, with the p by which it was judged and the AIC before; steps are judged by "
                        + "maximum likelihood."));
        for (BackwardSelection selection : result.backward()) {
            rows.add(heading(
                    selection.title() + ", by " + criterion(selection.criterion())
                            + (selection.firth().isPresent() ? "; final model by Firth's penalised likelihood" : ""),
                    4));
            if (selection.elimination().isEmpty()) continue;
            BackwardElimination elimination = selection.elimination().get();
            rows.addAll(steps(selection, elimination));
            for (Term term : selection.stayed()) {
                List<String> row = new ArrayList<>(List.of(term.label()));
                row.addAll(cells(selection.effect(term.name())));
                row.add(Words.fixed(elimination.fit().aic(), 2));
                rows.add(row);
            }
            if (elimination.fit().separation().proven()) {
                notes.add(divided(
                        "The final model of " + selection.title() + ", by " + criterion(selection.criterion()),
                        elimination.fit(),
                        selection.stayed()));
            }
        }
        notes.addAll(legend(rows));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new TextTable(
                        "backward",
                        "Backward selection",
                        List.of("Step, or variable of the final model", "OR (95 % CI)", "p", "AIC"),
                        rows,
                        notes));
    }

    private String criterion(BackwardElimination.Criterion criterion) {
        return switch (criterion) {
            case WALD -> "Wald p > " + Words.setting(result.plan().backward().removal());
            case LIKELIHOOD_RATIO ->
                "likelihood-ratio p > " + Words.setting(result.plan().backward().removal());
            case AIC -> "AIC";
        };
    }

    private static List<List<String>> steps(BackwardSelection selection, BackwardElimination elimination) {
        List<List<String>> rows = new ArrayList<>();
        for (BackwardElimination.Step step : elimination.steps()) {
            if (step.removed() == null && step.entered() == null) continue;
            boolean out = step.removed() != null;
            String variable = out ? step.removed() : step.entered();
            rows.add(List.of(
                    (out ? "− " : "+ ") + variable,
                    "",
                    out ? p(step.p(variable, selection.criterion())) : "",
                    Words.fixed(step.aic(), 2)));
        }
        return rows;
    }
}
