package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.study.BackwardSelection;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Term;
import org.ichradiomics.text.Column;

/** Tables of logistic regressions: 2 and 3 of a paper, backward selections, and what the score adds. */
final class ModelTables {

    /** Stands before each number of Firth's likelihood, so that it is never taken for one of maximum likelihood. */
    private static final String FIRTH = "F ";

    private static final String FIRTH_NOTE =
            "F: by Firth's penalised likelihood, with profile intervals and p of the penalised likelihood ratio, as "
                    + "variables divide the outcomes (separation); all numbers of such a model are by it. Without F: "
                    + "maximum likelihood, Wald.";

    private static final String REFERENCE_NOTE = "vs: the level before it against the reference level after it.";

    private static final String MODELS_NOTE =
            "OR: odds ratio by logistic regression with Wald's 95 % interval and p; of an amount for one unit more. "
                    + "Univariable: the variable alone, with all of its levels. Multivariable: all variables of the "
                    + "block together.";

    private static final String BACKWARD_NOTE =
            "−: removed, with the p by which it was judged and the AIC before; steps are judged by maximum likelihood.";

    private final StudyResult result;
    private final String event;

    ModelTables(StudyResult result) {
        this.result = result;
        this.event = result.cohort().outcome().rule().event();
    }

    Optional<TextTable> table2() {
        return models("table2", "Table 2. Logistic regression of " + event, m -> !isOfVolumes(m));
    }

    Optional<TextTable> table3() {
        String volumes = result.cohort().middle().map(Subset::title).orElse("middle volumes");
        return models("table3", "Table 3. Logistic regression in haematomas of " + volumes, ModelTables::isOfVolumes);
    }

    private static boolean isOfVolumes(Regression model) {
        return model.subset().key().startsWith("vol");
    }

    private Optional<TextTable> models(String key, String title, Predicate<Regression> which) {
        List<Regression> models = result.models().stream().filter(which).toList();
        if (models.isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(MODELS_NOTE));
        for (Regression model : models) {
            String size = model.fit()
                    .map(fit ->
                            " (n = " + fit.design().size() + ", " + fit.design().events() + " events)")
                    .orElse("");
            String method = model.firth().isPresent() ? ", by Firth's penalised likelihood" : "";
            rows.add(row(model.title() + size + method, Collections.nCopies(4, "")));
            for (Term term : model.terms())
                rows.add(row(term.label(), cells(model.alone(term.variable()), term), cells(model, term)));
            model.problem().ifPresent(notes::add);
            if (model.isDivided()) notes.add(divided(model.title(), model.fit().get(), model.terms()));
        }
        List<String> columns = row(
                "Variable",
                List.of("Univariable " + Findings.RATIO.title(), "Univariable " + Findings.P.title()),
                List.of("Multivariable " + Findings.RATIO.title(), "Multivariable " + Findings.P.title()));
        return Optional.of(table(key, title, columns, rows, notes));
    }

    @SafeVarargs
    private static List<String> row(String first, List<String>... cells) {
        List<String> row = new ArrayList<>(List.of(first));
        for (List<String> some : cells) row.addAll(some);
        return row;
    }

    /** With notes on what its cells use. */
    private static TextTable table(
            String key, String title, List<String> columns, List<List<String>> rows, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        if (rows.stream().anyMatch(row -> row.get(0).contains(" vs "))) all.add(REFERENCE_NOTE);
        if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.startsWith(FIRTH))) all.add(FIRTH_NOTE);
        return new TextTable(key, title, columns, rows, all);
    }

    /** Where an odds ratio is infinite its Wald test has no p; that of the likelihood ratio still has. */
    private static String divided(String title, LogisticFit fit, List<Term> terms) {
        return terms.stream()
                .filter(term -> fit.separation().variables().contains(term.name()))
                .map(term -> term.label() + " (likelihood ratio "
                        + PValue.sentence(fit.likelihoodRatio(term.name()).p()) + ")")
                .collect(Collectors.joining(
                        ", ",
                        title + ": ",
                        " divide(s) the outcomes; by maximum likelihood the odds ratio is infinite."));
    }

    private static List<String> cells(Regression model, Term term) {
        return model.fit().isEmpty() || !model.names().contains(term.name())
                ? List.of("not estimable", "")
                : cells(model.effect(term.name()));
    }

    private static List<String> cells(Effect effect) {
        return List.of(Findings.RATIO.cell().apply(effect), Findings.P.cell().apply(effect));
    }

    static String ratio(Effect effect) {
        return effect.isEstimable() ? mark(effect) + Words.ratio(effect.ratio()) : "not estimable (separation)";
    }

    static String p(Effect effect) {
        return effect.isEstimable() ? mark(effect) + PValue.text(effect.p()) : "";
    }

    private static String mark(Effect effect) {
        return effect.byFirth() ? FIRTH : "";
    }

    /** The score beside what is known clinically. */
    private record Added(CombinedModel models, CombinedModel.Part part) {

        static final List<Column<Added>> COLUMNS = List.of(
                new Column<>("Cases", Added::cases),
                auc("Clinical", CombinedModel.Part::clinical),
                auc("Score", CombinedModel.Part::score),
                auc("Combined", CombinedModel.Part::combined),
                new Column<>("Gain", a -> Words.fixed(a.part.gain().difference().value(), 3)),
                new Column<>("p (DeLong)", a -> PValue.text(a.part.gain().p())));

        private static Column<Added> auc(String of, Function<CombinedModel.Part, RocCurve> curve) {
            return new Column<>(
                    of + " " + Findings.AREA.title(),
                    added -> Findings.AREA.cell().apply(curve.apply(added.part).auc()));
        }

        private String cases() {
            String name = models.combined().name();
            return part.subset().title() + (name.isEmpty() ? "" : " (" + name + ")");
        }
    }

    Optional<TextTable> compared() {
        if (result.combined().isEmpty()) return Optional.empty();
        return Optional.of(TextTable.of(
                "models",
                "Clinical model, score, and both",
                Added.COLUMNS,
                result.combined().stream()
                        .flatMap(models -> models.parts().stream().map(part -> new Added(models, part)))
                        .toList(),
                result.combined().stream().map(ModelTables::note).toList()));
    }

    private static String note(CombinedModel models) {
        return "Clinical: "
                + models.clinical().terms().stream().map(Term::label).collect(Collectors.joining(", "))
                + ". Fitted in training; the same coefficients in test. In training the DeLong test of nested fitted "
                + "models is too bold."
                + (models.isFirth()
                        ? " Both models are by Firth's penalised likelihood, as variables divide the outcomes."
                        : "");
    }

    Optional<TextTable> univariable() {
        if (result.univariable().isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        for (Regression model : result.univariable()) {
            int size = model.fit().map(fit -> fit.design().size()).orElse(0);
            for (Term term : model.terms())
                rows.add(row(term.label(), List.of(Integer.toString(size)), cells(model, term)));
        }
        return Optional.of(table(
                "univariable",
                "Univariable logistic regression of " + event + " in training",
                List.of("Variable", "n", Findings.RATIO.title(), Findings.P.title()),
                rows,
                List.of()));
    }

    Optional<TextTable> backward() {
        if (result.backward().isEmpty()) return Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(BACKWARD_NOTE));
        for (BackwardSelection selection : result.backward()) {
            String title = selection.title() + ", by " + criterion(selection.criterion());
            String method = selection.firth().isPresent() ? "; final model by Firth's penalised likelihood" : "";
            rows.add(row(title + method, Collections.nCopies(3, "")));
            if (selection.elimination().isEmpty()) continue;
            BackwardElimination elimination = selection.elimination().get();
            for (BackwardElimination.Step step : elimination.steps())
                if (step.removed() != null || step.entered() != null) rows.add(step(selection, step));
            for (Term term : selection.stayed())
                rows.add(row(
                        term.label(),
                        cells(selection.effect(term.name())),
                        List.of(aic(elimination.fit().aic()))));
            if (elimination.fit().separation().proven())
                notes.add(divided("The final model of " + title, elimination.fit(), selection.stayed()));
        }
        return Optional.of(table(
                "backward",
                "Backward selection",
                List.of("Step, or variable of the final model", Findings.RATIO.title(), Findings.P.title(), "AIC"),
                rows,
                notes));
    }

    private String criterion(BackwardElimination.Criterion criterion) {
        String removal = Words.setting(result.plan().backward().removal());
        return switch (criterion) {
            case WALD -> "Wald p > " + removal;
            case LIKELIHOOD_RATIO -> "likelihood-ratio p > " + removal;
            case AIC -> "AIC";
        };
    }

    private static List<String> step(BackwardSelection selection, BackwardElimination.Step step) {
        return step.removed() == null
                ? List.of("+ " + step.entered(), "", "", aic(step.aic()))
                : List.of(
                        "− " + step.removed(),
                        "",
                        PValue.text(step.p(step.removed(), selection.criterion())),
                        aic(step.aic()));
    }

    private static String aic(double aic) {
        return Words.fixed(aic, 2);
    }
}
