package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/** Path, cross-validation and models of the LASSO. */
final class LassoNumbers {

    private static final List<Column<CvCurve>> CHOICE = List.of(
            new Column<>("k_min", CvCurve::kMin),
            new Column<>("lambda_min", CvCurve::lambdaMin),
            new Column<>("k_1se", CvCurve::k1se),
            new Column<>("lambda_1se", CvCurve::lambda1se),
            new Column<>("best_cvm", curve -> curve.mean()[curve.kMin() - 1]));

    private static final List<Column<LassoModel>> MODEL = List.of(
            new Column<>("k", LassoModel::k),
            new Column<>("lambda", LassoModel::lambda),
            new Column<>("intercept_z", LassoModel::intercept),
            new Column<>("intercept_raw", LassoModel::rawIntercept));

    private final Map<String, String> files;
    private final Cohort cohort;
    private final Selection selection;
    private final LassoPath path;
    private final CvCurve exactAuc;
    private final CvCurve exactDeviance;

    private LassoNumbers(Map<String, String> files, Cohort cohort, Selection selection) {
        this.files = files;
        this.cohort = cohort;
        this.selection = selection;
        path = selection.path();
        exactAuc = selection.shared(CvMeasure.AUC);
        exactDeviance = selection.shared(CvMeasure.DEVIANCE);
    }

    /** Adds the files of a study that has a selection: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.selection().ifPresent(selection -> new LassoNumbers(files, result.cohort(), selection).all());
    }

    private void all() {
        files.put("lasso_path.csv", path());
        files.put("lasso_path_betas.csv", coefficients());
        files.put("cv_auc.csv", curve(selection.auc(), exactAuc));
        files.put("cv_deviance.csv", curve(selection.deviance(), exactDeviance));
        files.put("cv_auc_by_fold.csv", byFold(selection.auc()));
        files.put("lasso_selection.json", Json.text(chosen()));
        files.put("lasso_unfiltered_path.csv", unfiltered(selection.unfiltered()));
    }

    private String path() {
        return Rows.numbered(
                path.size(),
                List.of(
                        new Column<>("k", k -> k),
                        new Column<>("lambda", path::lambda),
                        new Column<>("df", path::df),
                        new Column<>("dev_ratio", path::explained),
                        new Column<>("intercept", k -> path.model(k).intercept())));
    }

    private String coefficients() {
        record Beta(LassoModel model, LassoModel.Term term) {}
        return Rows.text(
                List.of(
                        new Column<>("k", beta -> beta.model().k()),
                        new Column<>("lambda", beta -> path.lambda(beta.model().k())),
                        new Column<>("feature", beta -> beta.term().feature()),
                        new Column<>("beta_z", beta -> beta.term().beta())),
                IntStream.rangeClosed(1, path.size())
                        .mapToObj(path::model)
                        .flatMap(model -> model.terms().stream().map(term -> new Beta(model, term)))
                        .toList());
    }

    private static String curve(CvCurve own, CvCurve exact) {
        return Rows.numbered(
                own.lambdas().length,
                List.of(
                        new Column<>("k", k -> k),
                        new Column<>("lambda", k -> own.lambdas()[k - 1]),
                        new Column<>("cvm_interp", k -> own.mean()[k - 1]),
                        new Column<>("cvsd_interp", k -> own.sd()[k - 1]),
                        new Column<>("cvm_exact", k -> exact.mean()[k - 1]),
                        new Column<>("cvsd_exact", k -> exact.sd()[k - 1])));
    }

    private static String byFold(CvCurve auc) {
        List<Column<Integer>> columns = new ArrayList<>(List.of(new Column<>("k", k -> k)));
        IntStream.range(0, auc.byFold()[0].length)
                .forEach(fold -> columns.add(new Column<>("fold" + (fold + 1), k -> auc.byFold()[k - 1][fold])));
        return Rows.numbered(auc.byFold().length, columns);
    }

    private static String unfiltered(Selection.Unfiltered all) {
        return Rows.numbered(
                all.path().size(),
                List.of(
                        new Column<>("k", k -> k),
                        new Column<>("lambda", all.path()::lambda),
                        new Column<>("dev_ratio", all.path()::explained),
                        new Column<>("cv_deviance", k -> all.deviance().mean()[k - 1]),
                        new Column<>("cv_deviance_sd", k -> all.deviance().sd()[k - 1]),
                        new Column<>("cv_auc", k -> all.auc().mean()[k - 1]),
                        new Column<>("cv_auc_sd", k -> all.auc().sd()[k - 1])));
    }

    private Map<String, Object> chosen() {
        List<String> selected = selection.features().names();
        int[] training = cohort.split().training();
        CvCurve auc = selection.auc();
        CvCurve deviance = selection.deviance();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n_train", training.length);
        json.put("events_train", cohort.outcome().count(training));
        json.put("n_features", cohort.features().orElseThrow().names().size());
        json.put("n_selected_univariate", selected.size());
        json.put("selected_univariate", Json.value(selected));
        json.put("lambda_max", path.lambda(1));
        json.put("n_lambda_given", path.size());
        json.put(
                "events_per_fold",
                Arrays.stream(selection.eventsByFold()).boxed().toList());
        json.put("auc", choices(auc, exactAuc));
        json.put("deviance", choices(deviance, exactDeviance));
        json.put("model_auc_min", model(path.model(auc.kMin())));
        json.put("model_deviance_min", model(path.model(deviance.kMin())));
        json.put("model_deviance_1se", model(path.model(deviance.k1se())));
        json.put("model_chosen", model(selection.model()));
        json.put("measure", auc.measure().name().toLowerCase(Locale.ROOT));
        json.put(
                "dropped",
                Json.value(path.dropped().stream().map(Object::toString).toList()));
        json.put("path_end", path.end().name().toLowerCase(Locale.ROOT));
        json.put("folds_sha256", selection.folds().hash());
        return json;
    }

    private static Map<String, Object> choices(CvCurve interpolated, CvCurve exact) {
        return Json.object("interp", Json.object(CHOICE, interpolated), "exact", Json.object(CHOICE, exact));
    }

    private static Map<String, Object> model(LassoModel model) {
        Map<String, Object> json = Json.object(MODEL, model);
        json.put("features", Json.objects(Finding.forPrograms(Findings.TERM), model.terms()));
        return json;
    }
}
