package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.RealMatrix;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.GlmOfR;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.study.BackwardSelection;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.ModelCalibration;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Term;
import org.ichradiomics.study.Validation;

/** Logistic regressions, backward selections, calibration. */
final class RegressionNumbers {

    private final Map<String, String> files;
    private final StudyResult result;
    private final Cohort cohort;

    private RegressionNumbers(Map<String, String> files, StudyResult result) {
        this.files = files;
        this.result = result;
        this.cohort = result.cohort();
    }

    /** Adds the files of a study: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        RegressionNumbers numbers = new RegressionNumbers(files, result);
        numbers.regressions();
        numbers.calibration();
    }

    private void regressions() {
        String univariable = "logistic_univariable_" + cohort.outcome().rule().key() + "_train";
        files.put(univariable + ".csv", univariable(result.univariable(), model -> model.fit()));
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
    }

    /** With the reference level of each term in a last column where one of them has one. */
    private static String univariable(
            List<Regression> regressions, Function<Regression, Optional<LogisticFit>> method) {
        List<String> columns = new ArrayList<>(List.of(
                "variable",
                "n",
                "beta",
                "se",
                "wald_z",
                "p",
                "or",
                "or_lo",
                "or_hi",
                "or_lo_profile",
                "or_hi_profile",
                "lr_chi2",
                "lr_p"));
        boolean references = regressions.stream()
                .flatMap(model -> model.terms().stream())
                .anyMatch(term -> term.contrast().isPresent());
        if (references) columns.add("reference");
        Rows rows = new Rows(columns);
        for (Regression model : regressions) {
            for (Term term : model.terms()) {
                List<Object> cells = new ArrayList<>(univariable(model, method.apply(model), term.name()));
                if (references)
                    cells.add(term.contrast().map(Term.Contrast::reference).orElse(null));
                rows.add(cells.toArray());
            }
        }
        return rows.text();
    }

    private static List<Object> univariable(Regression model, Optional<LogisticFit> fitted, String term) {
        if (fitted.isEmpty())
            return Arrays.asList(
                    term, model.cases().length, null, null, null, null, null, null, null, null, null, null, null);
        LogisticFit fit = fitted.get();
        Coefficient c = fit.coefficient(term);
        Estimate profile = fit.profile(term);
        LikelihoodRatio ratio = fit.likelihoodRatio(term);
        return List.of(
                term,
                fit.design().size(),
                c.beta(),
                c.se(),
                c.z(),
                c.p(),
                c.oddsRatio().value(),
                c.oddsRatio().low(),
                c.oddsRatio().high(),
                profile.low(),
                profile.high(),
                ratio.chiSquare(),
                ratio.p());
    }

    private static Map<String, Object> multivariable(Regression model) {
        Map<String, Object> json =
                Json.object("outcome", model.endpoint().rule().variable(), "variables", model.names());
        references(json, model.terms());
        method(json, model.firth());
        if (model.fit().isEmpty()) {
            json.put("problem", model.problem().orElseThrow());
            return json;
        }
        LogisticFit fit = model.fit().get();
        json.put("coefficients", coefficients(fit, true));
        json.put("fit", fit(fit));
        double[] fitted = fit.fitted();
        json.put("min_fitted", Arrays.stream(fitted).min().orElseThrow());
        json.put("max_fitted", Arrays.stream(fitted).max().orElseThrow());
        RealMatrix covariance = fit.covariance();
        json.put(
                "vcov",
                IntStream.range(0, covariance.getRowDimension())
                        .mapToObj(i -> Json.numbers(covariance.getRow(i)))
                        .toList());
        separation(json, fit);
        model.firth().ifPresent(firth -> json.put("firth", penalised(firth)));
        return json;
    }

    private static Map<String, Object> penalised(LogisticFit firth) {
        return Json.object(
                "coefficients",
                coefficients(firth, true),
                "penalised_lr_p",
                firth.design().variables().stream()
                        .map(v -> firth.likelihoodRatio(v).p())
                        .toList());
    }

    /** Which of its blocks is what tables and figures give; without the key it is that by maximum likelihood. */
    private static void method(Map<String, Object> json, Optional<LogisticFit> firth) {
        if (firth.isPresent()) json.put("method", "firth");
    }

    /** Term → level that it is held against; no key where no term has one. */
    private static void references(Map<String, Object> json, List<Term> terms) {
        Map<String, Object> references = new LinkedHashMap<>();
        for (Term term : terms)
            term.contrast().ifPresent(contrast -> references.put(term.name(), contrast.reference()));
        if (!references.isEmpty()) json.put("reference_levels", references);
    }

    private static void separation(Map<String, Object> json, LogisticFit fit) {
        if (!fit.separation().found()) return;
        json.put("separation", fit.separation().proven() ? "proven" : "suspected");
        json.put("separating_variables", fit.separation().variables());
    }

    private static List<Object> coefficients(LogisticFit fit, boolean profiles) {
        List<Object> coefficients = new ArrayList<>();
        for (Coefficient c : fit.coefficients()) {
            Map<String, Object> json = Json.object(
                    "term",
                    c.term(),
                    "beta",
                    c.beta(),
                    "se",
                    c.se(),
                    "wald_z",
                    c.z(),
                    "p",
                    c.p(),
                    "or",
                    c.oddsRatio().value(),
                    "or_lo",
                    c.oddsRatio().low(),
                    "or_hi",
                    c.oddsRatio().high());
            if (profiles) {
                Estimate profile = c.term().equals(Coefficient.INTERCEPT)
                        ? new Estimate(Double.NaN, Double.NaN, Double.NaN)
                        : fit.profile(c.term());
                json.put("or_lo_profile", Json.value(profile.low()));
                json.put("or_hi_profile", Json.value(profile.high()));
            }
            coefficients.add(json);
        }
        return coefficients;
    }

    private static Map<String, Object> fit(LogisticFit fit) {
        return Json.object(
                "n",
                fit.design().size(),
                "events",
                fit.design().events(),
                "loglik",
                fit.logLikelihood(),
                "deviance",
                fit.deviance(),
                "null_deviance",
                fit.nullDeviance(),
                "aic",
                fit.aic(),
                "lr_chi2",
                fit.likelihoodRatio().chiSquare(),
                "lr_df",
                fit.design().variables().size());
    }

    private static Map<String, Object> backward(BackwardSelection selection) {
        Map<String, Object> json = Json.object(
                "criterion", BackwardSelection.text(selection.criterion()), "candidates", selection.candidates());
        references(json, selection.terms());
        method(json, selection.firth());
        if (selection.elimination().isEmpty()) {
            json.put("problem", selection.problem().orElseThrow());
            return json;
        }
        BackwardElimination elimination = selection.elimination().get();
        json.put("n", elimination.fit().design().size());
        List<Object> steps = new ArrayList<>();
        for (BackwardElimination.Step step : elimination.steps()) {
            Map<String, Object> one =
                    Json.object("model", step.model(), "deviance", step.deviance(), "aic", step.aic());
            Map<String, Object> wald = new LinkedHashMap<>();
            Map<String, Object> chi = new LinkedHashMap<>();
            Map<String, Object> p = new LinkedHashMap<>();
            step.waldP().forEach((variable, value) -> wald.put(variable, Json.value(value)));
            step.ratios().forEach((variable, ratio) -> {
                chi.put(variable, Json.value(ratio.chiSquare()));
                p.put(variable, Json.value(ratio.p()));
            });
            one.put("wald_p", wald);
            one.put("lr_chi2", chi);
            one.put("lr_p", p);
            one.put("removed", Json.value(step.removed()));
            if (step.entered() != null) one.put("entered", step.entered());
            steps.add(one);
        }
        json.put("steps", steps);
        json.put(
                "final",
                Json.value(
                        elimination.steps().get(elimination.steps().size() - 1).model()));
        json.put("final_coefficients", coefficients(elimination.fit(), false));
        json.put("final_fit", fit(elimination.fit()));
        separation(json, elimination.fit());
        selection.firth().ifPresent(firth -> json.put("firth", penalised(firth)));
        return json;
    }

    private void calibration() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (ModelCalibration calibration : result.calibrations()) {
            Validation.Calibrated c = calibration.calibrated();
            Map<String, Object> model = new LinkedHashMap<>();
            hosmerLemeshow(model, c.calibration().hosmerLemeshow());
            model.put("brier", c.calibration().brier());
            model.put("decision_curve", decisions(c.decisions()));
            json.put(c.subset().key() + "_multivariable" + calibration.model().suffix(), model);
        }
        result.validation().flatMap(Validation::calibration).ifPresent(c -> {
            double[] line = GlmOfR.line(c.logOdds(), c.events());
            Map<String, Object> score = Json.object(
                    "brier",
                    c.calibration().brier(),
                    "calibration_slope",
                    line[1],
                    "calibration_intercept_joint",
                    line[0],
                    "calibration_in_the_large",
                    GlmOfR.intercept(c.logOdds(), c.events()),
                    "decision_curve",
                    decisions(c.decisions()));
            json.put(c.subset().key() + "_rscore", score);
        });
        files.put("calibration.json", Json.text(json));
    }

    private static void hosmerLemeshow(Map<String, Object> json, HosmerLemeshow test) {
        json.put(
                "hosmer_lemeshow_10",
                Json.object(
                        "chi2",
                        test.chiSquare(),
                        "df",
                        test.df(),
                        "p",
                        test.p(),
                        "groups",
                        test.groups().stream()
                                .map(g -> Json.object("n", g.n(), "observed", g.observed(), "expected", g.expected()))
                                .toList()));
    }

    private static List<Object> decisions(DecisionCurve curve) {
        List<Object> points = new ArrayList<>();
        curve.points()
                .forEach(p -> points.add(Json.object(
                        "threshold",
                        p.threshold(),
                        "net_benefit_model",
                        p.model(),
                        "net_benefit_all",
                        p.all(),
                        "net_benefit_none",
                        0)));
        return points;
    }
}
