package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

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
        Rows rows = new Rows("variable", "n", "beta", "se", "wald_z", "p", "or", "or_lo", "or_hi", "or_lo_profile", "or_hi_profile", "lr_chi2", "lr_p");
        for (Regression model : result.univariable()) {
            for (Variable term : model.variables()) univariable(rows, model, term.name());
        }
        files.put("logistic_univariable_" + cohort.outcome().rule().key() + "_train.csv", rows.text());
        Map<String, Object> models = new LinkedHashMap<>();
        for (Regression model : result.models()) models.put(model.key(), multivariable(model));
        files.put("logistic_multivariable.json", Json.text(models));
        Map<String, Object> selections = new LinkedHashMap<>();
        for (BackwardSelection selection : result.backward()) selections.put(selection.key(), backward(selection));
        files.put("logistic_backward.json", Json.text(selections));
    }

    private static void univariable(Rows rows, Regression model, String term) {
        if (model.fit().isEmpty()) {
            rows.add(term, model.cases().length, null, null, null, null, null, null, null, null, null, null, null);
            return;
        }
        LogisticFit fit = model.fit().get();
        Coefficient c = fit.coefficient(term);
        Estimate profile = fit.profile(term);
        LikelihoodRatio ratio = fit.likelihoodRatio(term);
        rows.add(term, fit.design().size(), c.beta(), c.se(), c.z(), c.p(), c.oddsRatio().value(), c.oddsRatio().low(), c.oddsRatio().high(), profile.low(),
                profile.high(), ratio.chiSquare(), ratio.p());
    }

    private static Map<String, Object> multivariable(Regression model) {
        Map<String, Object> json = Json.object("outcome", model.endpoint().rule().variable(), "variables", model.names());
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
        json.put("vcov", IntStream.range(0, covariance.getRowDimension()).mapToObj(i -> Json.numbers(covariance.getRow(i))).toList());
        separation(json, fit);
        model.firth().ifPresent(firth -> json.put("firth", Json.object("coefficients", coefficients(firth, true), "penalised_lr_p",
                firth.design().variables().stream().map(v -> firth.likelihoodRatio(v).p()).toList())));
        return json;
    }

    private static void separation(Map<String, Object> json, LogisticFit fit) {
        if (!fit.separation().found()) return;
        json.put("separation", fit.separation().proven() ? "proven" : "suspected");
        json.put("separating_variables", fit.separation().variables());
    }

    private static List<Object> coefficients(LogisticFit fit, boolean profiles) {
        List<Object> coefficients = new ArrayList<>();
        for (Coefficient c : fit.coefficients()) {
            Map<String, Object> json = Json.object("term", c.term(), "beta", c.beta(), "se", c.se(), "wald_z", c.z(), "p", c.p(), "or", c.oddsRatio().value(), "or_lo",
                    c.oddsRatio().low(), "or_hi", c.oddsRatio().high());
            if (profiles) {
                Estimate profile = c.term().equals(Coefficient.INTERCEPT) ? new Estimate(Double.NaN, Double.NaN, Double.NaN) : fit.profile(c.term());
                json.put("or_lo_profile", Json.value(profile.low()));
                json.put("or_hi_profile", Json.value(profile.high()));
            }
            coefficients.add(json);
        }
        return coefficients;
    }

    private static Map<String, Object> fit(LogisticFit fit) {
        return Json.object("n", fit.design().size(), "events", fit.design().events(), "loglik", fit.logLikelihood(), "deviance", fit.deviance(), "null_deviance",
                fit.nullDeviance(), "aic", fit.aic(), "lr_chi2", fit.likelihoodRatio().chiSquare(), "lr_df", fit.design().variables().size());
    }

    private static Map<String, Object> backward(BackwardSelection selection) {
        Map<String, Object> json = Json.object("criterion", BackwardSelection.text(selection.criterion()), "candidates", selection.candidates());
        if (selection.elimination().isEmpty()) {
            json.put("problem", selection.problem().orElseThrow());
            return json;
        }
        BackwardElimination elimination = selection.elimination().get();
        json.put("n", elimination.fit().design().size());
        List<Object> steps = new ArrayList<>();
        for (BackwardElimination.Step step : elimination.steps()) {
            Map<String, Object> one = Json.object("model", step.model(), "deviance", step.deviance(), "aic", step.aic());
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
        json.put("final", Json.value(elimination.steps().get(elimination.steps().size() - 1).model()));
        json.put("final_coefficients", coefficients(elimination.fit(), false));
        json.put("final_fit", fit(elimination.fit()));
        separation(json, elimination.fit());
        return json;
    }

    private void calibration() {
        Map<String, Object> json = new LinkedHashMap<>();
        result.modelCalibration().ifPresent(c -> {
            Map<String, Object> model = new LinkedHashMap<>();
            hosmerLemeshow(model, c.calibration().hosmerLemeshow());
            model.put("brier", c.calibration().brier());
            model.put("decision_curve", decisions(c.decisions()));
            json.put(c.subset().key() + "_multivariable", model);
        });
        result.validation().flatMap(Validation::calibration).ifPresent(c -> {
            double[] line = GlmOfR.line(c.logOdds(), c.events());
            Map<String, Object> score = Json.object("brier", c.calibration().brier(), "calibration_slope", line[1], "calibration_intercept_joint", line[0],
                    "calibration_in_the_large", GlmOfR.intercept(c.logOdds(), c.events()), "decision_curve", decisions(c.decisions()));
            json.put(c.subset().key() + "_rscore", score);
        });
        files.put("calibration.json", Json.text(json));
    }

    private static void hosmerLemeshow(Map<String, Object> json, HosmerLemeshow test) {
        json.put("hosmer_lemeshow_10", Json.object("chi2", test.chiSquare(), "df", test.df(), "p", test.p(), "groups",
                test.groups().stream().map(g -> Json.object("n", g.n(), "observed", g.observed(), "expected", g.expected())).toList()));
    }

    private static List<Object> decisions(DecisionCurve curve) {
        List<Object> points = new ArrayList<>();
        curve.points().forEach(p -> points.add(Json.object("threshold", p.threshold(), "net_benefit_model", p.model(), "net_benefit_all", p.all(), "net_benefit_none",
                0)));
        return points;
    }
}
