package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.InvalidInputException;

/** Path, cross-validation and models of the LASSO. */
final class LassoNumbers {

    private final Map<String, String> files;
    private final Cohort cohort;

    private LassoNumbers(Map<String, String> files, StudyResult result) {
        this.files = files;
        this.cohort = result.cohort();
    }

    /** Adds the files of a study that has a selection: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.selection().ifPresent(new LassoNumbers(files, result)::selection);
    }

    private void selection(Selection selection) {
        LassoPath path = selection.path();
        Rows lambdas = new Rows("k", "lambda", "df", "dev_ratio", "intercept");
        Rows betas = new Rows("k", "lambda", "feature", "beta_z");
        for (int k = 1; k <= path.size(); k++) {
            LassoModel model = path.model(k);
            lambdas.add(k, path.lambda(k), path.df(k), path.explained(k), model.intercept());
            for (LassoModel.Term term : model.terms()) betas.add(k, path.lambda(k), term.feature(), term.beta());
        }
        files.put("lasso_path.csv", lambdas.text());
        files.put("lasso_path_betas.csv", betas.text());
        files.put("cv_auc.csv", curve(selection, CvMeasure.AUC));
        files.put("cv_deviance.csv", curve(selection, CvMeasure.DEVIANCE));
        files.put("cv_auc_by_fold.csv", byFold(selection.auc()));
        files.put("lasso_selection.json", chosen(selection));
        Rows unfiltered = new Rows("k", "lambda", "dev_ratio", "cv_deviance", "cv_deviance_sd", "cv_auc", "cv_auc_sd");
        Selection.Unfiltered all = selection.unfiltered();
        for (int k = 1; k <= all.path().size(); k++) {
            unfiltered.add(
                    k,
                    all.path().lambda(k),
                    all.path().explained(k),
                    all.deviance().mean()[k - 1],
                    all.deviance().sd()[k - 1],
                    all.auc().mean()[k - 1],
                    all.auc().sd()[k - 1]);
        }
        files.put("lasso_unfiltered_path.csv", unfiltered.text());
    }

    private static CvCurve exact(Selection selection, CvMeasure measure) {
        try {
            return selection.shared().curve(measure);
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the same folds had a curve before", e);
        }
    }

    private static String curve(Selection selection, CvMeasure measure) {
        CvCurve own = measure == CvMeasure.AUC ? selection.auc() : selection.deviance();
        CvCurve exact = exact(selection, measure);
        Rows rows = new Rows("k", "lambda", "cvm_interp", "cvsd_interp", "cvm_exact", "cvsd_exact");
        for (int k = 0; k < own.lambdas().length; k++) {
            rows.add(k + 1, own.lambdas()[k], own.mean()[k], own.sd()[k], exact.mean()[k], exact.sd()[k]);
        }
        return rows.text();
    }

    private static String byFold(CvCurve auc) {
        List<String> columns = new ArrayList<>(List.of("k"));
        for (int fold = 1; fold <= auc.byFold()[0].length; fold++) columns.add("fold" + fold);
        Rows rows = new Rows(columns);
        for (int k = 0; k < auc.byFold().length; k++) {
            List<Object> cells = new ArrayList<>(List.of(k + 1));
            for (double value : auc.byFold()[k]) cells.add(value);
            rows.add(cells.toArray());
        }
        return rows.text();
    }

    private String chosen(Selection selection) {
        LassoPath path = selection.path();
        List<String> selected = selection.features().names();
        return Json.text(Json.object(
                "n_train",
                cohort.split().training().length,
                "events_train",
                cohort.outcome().count(cohort.split().training()),
                "n_features",
                cohort.features().orElseThrow().names().size(),
                "n_selected_univariate",
                selected.size(),
                "selected_univariate",
                selected,
                "lambda_max",
                path.lambda(1),
                "n_lambda_given",
                path.size(),
                "events_per_fold",
                Arrays.stream(selection.eventsByFold()).boxed().toList(),
                "auc",
                choices(selection.auc(), exact(selection, CvMeasure.AUC)),
                "deviance",
                choices(selection.deviance(), exact(selection, CvMeasure.DEVIANCE)),
                "model_auc_min",
                model(path.model(selection.auc().kMin())),
                "model_deviance_min",
                model(path.model(selection.deviance().kMin())),
                "model_deviance_1se",
                model(path.model(selection.deviance().k1se())),
                "model_chosen",
                model(selection.model()),
                "measure",
                selection.auc().measure().name().toLowerCase(Locale.ROOT),
                "dropped",
                path.dropped().stream().map(Object::toString).toList(),
                "path_end",
                path.end().name().toLowerCase(Locale.ROOT),
                "folds_sha256",
                selection.folds().hash()));
    }

    private static Map<String, Object> choices(CvCurve interpolated, CvCurve exact) {
        return Json.object("interp", choice(interpolated), "exact", choice(exact));
    }

    private static Map<String, Object> choice(CvCurve curve) {
        return Json.object(
                "k_min",
                curve.kMin(),
                "lambda_min",
                curve.lambdaMin(),
                "k_1se",
                curve.k1se(),
                "lambda_1se",
                curve.lambda1se(),
                "best_cvm",
                curve.mean()[curve.kMin() - 1]);
    }

    private static Map<String, Object> model(LassoModel model) {
        Map<String, Object> json = Json.object(
                "k",
                model.k(),
                "lambda",
                model.lambda(),
                "intercept_z",
                model.intercept(),
                "intercept_raw",
                model.rawIntercept());
        json.put(
                "features",
                model.terms().stream()
                        .map(term -> Json.object(
                                "feature",
                                term.feature(),
                                "beta_z",
                                term.beta(),
                                "beta_raw",
                                term.rawBeta(),
                                "mean_train",
                                term.mean(),
                                "sd_train",
                                term.sd()))
                        .toList());
        return json;
    }
}
