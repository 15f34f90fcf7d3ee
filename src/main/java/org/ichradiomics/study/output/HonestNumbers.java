package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.Measure;
import org.ichradiomics.study.RequiredCases;
import org.ichradiomics.study.Resampling;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/** The honest validation, the choice of features and the number of cases that are needed, for other programs. */
final class HonestNumbers {

    private static final List<Column<Resampling>> PLAN = List.of(
            new Column<>("repeats", Resampling::repeats),
            new Column<>("folds", Resampling::folds),
            new Column<>("bootstraps", Resampling::bootstraps),
            new Column<>("permutations", Resampling::permutations));

    private static final List<Column<InternalValidation.Permutation>> PERMUTATION = List.of(
            new Column<>("auc", InternalValidation.Permutation::observed),
            new Column<>("p", InternalValidation.Permutation::p),
            new Column<>("auc_shuffled", InternalValidation.Permutation::shuffled));

    private static final List<Column<InternalValidation.Group>> GROUP = List.of(
            new Column<>("predicted", InternalValidation.Group::predicted),
            new Column<>("observed", InternalValidation.Group::observed));

    private static final List<Column<InternalValidation.Fit>> FIT = List.of(
            new Column<>("draw", fit -> fit.repeat() > 0 ? "nested" : "bootstrap"),
            new Column<>("repeat", fit -> fit.repeat() > 0 ? fit.repeat() : null),
            new Column<>("number", InternalValidation.Fit::number),
            new Column<>("n_passed", fit -> fit.passed().size()),
            new Column<>("n_chosen", fit -> fit.coefficients().size()),
            new Column<>("lambda", InternalValidation.Fit::lambda),
            new Column<>("cutoff", InternalValidation.Fit::cutoff),
            new Column<>("chosen", fit -> String.join(" ", fit.coefficients().keySet())));

    private HonestNumbers() {}

    /** Adds the files of a study that has trained: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.sizes().ifPresent(sizes -> files.put("sample_size.json", sizes(sizes)));
        result.internal().ifPresent(found -> {
            files.put("honest_validation.json", Json.text(json(found)));
            files.put("honest_predictions.csv", predictions(result.cohort(), found.nested()));
            files.put(
                    "honest_draws.csv",
                    Rows.text(
                            FIT,
                            Stream.concat(
                                            found.nested().fits().stream(),
                                            found.bootstrap().stream().flatMap(b -> b.fits().stream()))
                                    .toList()));
            files.put(
                    "selection_stability.csv",
                    Rows.text(
                            Finding.forPrograms(HonestFindings.STABILITY),
                            found.stability().rows()));
        });
    }

    private static String sizes(RequiredCases sizes) {
        Map<String, Object> json = Json.object("n_train", sizes.cases(), "events_train", sizes.events());
        sizes.rows().forEach(row -> json.put(row.key(), Json.object(Finding.forPrograms(HonestFindings.SIZE), row)));
        return Json.text(json);
    }

    private static Map<String, Object> json(InternalValidation found) {
        Map<String, Object> json = new LinkedHashMap<>(Json.object(PLAN, found.plan()));
        for (HonestFindings.Line line : HonestFindings.Line.of(found))
            json.put(line.measure().key(), Json.object(Finding.forPrograms(HonestFindings.LINE), line));
        json.put(
                "auc_by_repeat",
                Json.value(found.nested().repeats().stream()
                        .map(one -> one.of(Measure.AUC))
                        .toList()));
        json.put("calibration_curve", Json.objects(GROUP, found.nested().curve()));
        json.put("nested_without_model", InternalValidation.empty(found.nested().fits()));
        json.put("nested_without_score", found.nested().unscored());
        found.bootstrap().ifPresent(b -> json.put("bootstraps_without_model", InternalValidation.empty(b.fits())));
        json.put("stability_index", Json.value(found.stability().index()));
        found.permutation().ifPresent(p -> json.put("permutation", Json.object(PERMUTATION, p)));
        return json;
    }

    private static String predictions(Cohort cohort, InternalValidation.Nested nested) {
        int[] training = cohort.split().training();
        List<Column<Integer>> columns = new ArrayList<>(List.of(
                new Column<>("id", i -> cohort.ids().get(training[i])),
                new Column<>("event", i -> cohort.outcome().values()[training[i]])));
        for (int r = 0; r < nested.logOdds().length; r++) {
            double[] logOdds = nested.logOdds()[r];
            columns.add(new Column<>("log_odds_" + (r + 1), i -> logOdds[i]));
        }
        return Rows.text(columns, IntStream.range(0, training.length).boxed().toList());
    }
}
