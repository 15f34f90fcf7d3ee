package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.RealMatrix;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.study.BackwardSelection;
import org.ichradiomics.study.CalibrationOfR;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.ModelCalibration;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Term;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.Column;

/** Logistic regressions, backward selections, calibration. */
final class RegressionNumbers {

    private static final List<Column<Effect>> PROFILE = List.of(
            new Column<>("or_lo_profile", effect -> effect.profile().low()),
            new Column<>("or_hi_profile", effect -> effect.profile().high()));

    private static final List<Column<Effect>> LIKELIHOOD_RATIO = List.of(
            new Column<>("lr_chi2", effect -> effect.likelihoodRatio().chiSquare()),
            new Column<>("lr_p", effect -> effect.likelihoodRatio().p()));

    private static final List<Column<Effect>> COEFFICIENT = Rows.all(
            List.of(new Column<>("term", effect -> effect.coefficient().term())), Finding.forPrograms(Findings.EFFECT));

    private static final List<Column<LogisticFit>> FIT = List.of(
            new Column<>("n", fit -> fit.design().size()),
            new Column<>("events", fit -> fit.design().events()),
            new Column<>("loglik", LogisticFit::logLikelihood),
            new Column<>("deviance", LogisticFit::deviance),
            new Column<>("null_deviance", LogisticFit::nullDeviance),
            new Column<>("aic", LogisticFit::aic),
            new Column<>("lr_chi2", fit -> fit.likelihoodRatio().chiSquare()),
            new Column<>("lr_df", fit -> fit.design().variables().size()));

    private static final List<Column<HosmerLemeshow>> HOSMER_LEMESHOW = List.of(
            new Column<>("chi2", HosmerLemeshow::chiSquare),
            new Column<>("df", HosmerLemeshow::df),
            new Column<>("p", HosmerLemeshow::p));

    private static final List<Column<HosmerLemeshow.Group>> GROUP = List.of(
            new Column<>("n", HosmerLemeshow.Group::n),
            new Column<>("observed", HosmerLemeshow.Group::observed),
            new Column<>("expected", HosmerLemeshow.Group::expected));

    private static final List<Column<DecisionCurve.Point>> DECISION = List.of(
            new Column<>("threshold", DecisionCurve.Point::threshold),
            new Column<>("net_benefit_model", DecisionCurve.Point::model),
            new Column<>("net_benefit_all", DecisionCurve.Point::all),
            new Column<>("net_benefit_none", point -> 0));

    /** A term by one of the methods; without a fit it has no effect. */
    private record Row(Term term, int n, Optional<Effect> effect) {

        static final List<Column<Row>> COLUMNS = Rows.all(
                List.of(new Column<>("variable", row -> row.term.name()), new Column<>("n", Row::n)),
                Rows.partIfThere(
                        Row::effect, Rows.all(Finding.forPrograms(Findings.EFFECT), PROFILE, LIKELIHOOD_RATIO)));

        static final List<Column<Row>> REFERENCE =
                List.of(new Column<>("reference", row -> row.term.contrast().map(Term.Contrast::reference)));

        static Stream<Row> of(Regression model, Optional<LogisticFit> fit) {
            int n = fit.map(found -> found.design().size()).orElse(model.cases().length);
            return model.terms().stream()
                    .map(term -> new Row(term, n, fit.map(found -> Effect.of(found, term.name()))));
        }
    }

    private RegressionNumbers() {}

    /** Adds the files of a study: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        String univariable =
                "logistic_univariable_" + result.cohort().outcome().rule().key() + "_train";
        files.put(univariable + ".csv", univariable(result.univariable(), Regression::fit));
        // Ratios of both methods in one column would be compared with each other.
        List<Regression> divided = result.univariable().stream()
                .filter(model -> model.firth().isPresent())
                .toList();
        if (!divided.isEmpty()) files.put(univariable + "_firth.csv", univariable(divided, Regression::firth));
        Map<String, Object> models = new LinkedHashMap<>();
        for (Regression model : result.models()) models.put(model.key(), multivariable(model));
        files.put("logistic_multivariable.json", Json.text(models));
        Map<String, Object> selections = new LinkedHashMap<>();
        for (BackwardSelection selection : result.backward()) selections.put(selection.key(), backward(selection));
        files.put("logistic_backward.json", Json.text(selections));
        files.put("calibration.json", Json.text(calibrations(result)));
    }

    /** With the reference level of each term in a last column where one of them has one. */
    private static String univariable(List<Regression> models, Function<Regression, Optional<LogisticFit>> method) {
        List<Row> rows = models.stream()
                .flatMap(model -> Row.of(model, method.apply(model)))
                .toList();
        boolean references = rows.stream().anyMatch(row -> row.term().contrast().isPresent());
        return Rows.text(references ? Rows.all(Row.COLUMNS, Row.REFERENCE) : Row.COLUMNS, rows);
    }

    private static Map<String, Object> multivariable(Regression model) {
        Map<String, Object> json =
                Json.object("outcome", model.endpoint().rule().variable(), "variables", model.names());
        addMethod(json, model.terms(), model.firth());
        if (model.fit().isEmpty()) {
            json.put("problem", model.problem().orElseThrow());
            return json;
        }
        LogisticFit fit = model.fit().get();
        json.put("coefficients", Json.objects(Rows.all(COEFFICIENT, PROFILE), Effect.all(fit)));
        json.put("fit", Json.object(FIT, fit));
        double[] fitted = fit.fitted();
        json.put("min_fitted", Arrays.stream(fitted).min().orElseThrow());
        json.put("max_fitted", Arrays.stream(fitted).max().orElseThrow());
        RealMatrix covariance = fit.covariance();
        json.put(
                "vcov",
                IntStream.range(0, covariance.getRowDimension())
                        .mapToObj(i -> Json.numbers(covariance.getRow(i)))
                        .toList());
        addSeparation(json, fit, model.firth());
        return json;
    }

    /**
     * Term → level that it is held against; and which of the blocks is what tables and figures give, where it is not
     * that by maximum likelihood.
     */
    private static void addMethod(Map<String, Object> json, List<Term> terms, Optional<LogisticFit> firth) {
        Map<String, Object> references = new LinkedHashMap<>();
        for (Term term : terms)
            term.contrast().ifPresent(contrast -> references.put(term.name(), contrast.reference()));
        if (!references.isEmpty()) json.put("reference_levels", references);
        if (firth.isPresent()) json.put("method", "firth");
    }

    private static void addSeparation(Map<String, Object> json, LogisticFit fit, Optional<LogisticFit> firth) {
        if (fit.separation().found()) {
            json.put("separation", fit.separation().proven() ? "proven" : "suspected");
            json.put("separating_variables", fit.separation().variables());
        }
        firth.map(Effect::all)
                .ifPresent(effects -> json.put(
                        "firth",
                        Json.object(
                                "coefficients",
                                Json.objects(Rows.all(COEFFICIENT, PROFILE), effects),
                                "penalised_lr_p",
                                effects.stream()
                                        .skip(1)
                                        .map(effect -> effect.likelihoodRatio().p())
                                        .toList())));
    }

    private static Map<String, Object> backward(BackwardSelection selection) {
        Map<String, Object> json = Json.object(
                "criterion", BackwardSelection.text(selection.criterion()), "candidates", selection.candidates());
        addMethod(json, selection.terms(), selection.firth());
        if (selection.elimination().isEmpty()) {
            json.put("problem", selection.problem().orElseThrow());
            return json;
        }
        List<BackwardElimination.Step> steps = selection.elimination().get().steps();
        LogisticFit fit = selection.elimination().get().fit();
        json.put("n", fit.design().size());
        json.put("steps", steps.stream().map(RegressionNumbers::step).toList());
        json.put("final", Json.value(steps.get(steps.size() - 1).model()));
        json.put("final_coefficients", Json.objects(COEFFICIENT, Effect.all(fit)));
        json.put("final_fit", Json.object(FIT, fit));
        addSeparation(json, fit, selection.firth());
        return json;
    }

    private static Map<String, Object> step(BackwardElimination.Step step) {
        Map<String, Object> json = Json.object("model", step.model(), "deviance", step.deviance(), "aic", step.aic());
        json.put("wald_p", Json.object(step.waldP(), p -> p));
        json.put("lr_chi2", Json.object(step.ratios(), LikelihoodRatio::chiSquare));
        json.put("lr_p", Json.object(step.ratios(), LikelihoodRatio::p));
        json.put("removed", Json.value(step.removed()));
        if (step.entered() != null) json.put("entered", step.entered());
        return json;
    }

    private static Map<String, Object> calibrations(StudyResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (ModelCalibration calibration : result.calibrations()) {
            Validation.Calibrated c = calibration.calibrated();
            HosmerLemeshow test = c.calibration().hosmerLemeshow();
            Map<String, Object> hosmerLemeshow = Json.object(HOSMER_LEMESHOW, test);
            hosmerLemeshow.put("groups", Json.value(Json.objects(GROUP, test.groups())));
            Map<String, Object> model = Json.object("hosmer_lemeshow_10", hosmerLemeshow);
            model.put("brier", c.calibration().brier());
            model.put("decision_curve", Json.objects(DECISION, c.decisions().points()));
            json.put(c.subset().key() + "_multivariable" + calibration.model().suffix(), model);
        }
        result.validation().flatMap(Validation::calibration).ifPresent(c -> {
            CalibrationOfR ofR = CalibrationOfR.of(c);
            Map<String, Object> score = Json.object("brier", ofR.brier()); // the first, as in R
            for (CalibrationNumber number : CalibrationNumber.ALL)
                if (!number.key().isEmpty())
                    score.put(number.key(), Json.value(number.ofR().applyAsDouble(ofR)));
            score.put(
                    "decision_curve",
                    Json.value(Json.objects(DECISION, c.decisions().points())));
            json.put(c.subset().key() + "_rscore", score);
        });
        return json;
    }
}
