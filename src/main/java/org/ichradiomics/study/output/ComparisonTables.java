package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.text.Column;

/** What the score adds: to the volume at baseline, which it may only repeat, and to the clinical models. */
final class ComparisonTables {

    /** Two models in a part. */
    private record Added(CombinedModel models, CombinedModel.Part part) {

        private AucDifference gain() {
            return part.gain();
        }

        /** Models are fitted in training, and their likelihoods are of it. */
        private LikelihoodRatio ratio() {
            return part.subset().key().equals(Subset.TRAINING)
                    ? models.likelihoodRatio()
                    : new LikelihoodRatio(Double.NaN, 0, Double.NaN);
        }
    }

    private static final List<Finding<Added>> ADDED = List.of(
            Finding.of("part", a -> a.part.subset().key()),
            new Finding<>("", "Cases", a -> "", a -> a.part.subset().title() + named(a.models)),
            new Finding<>(
                    "n",
                    "n",
                    a -> a.part.combined().size(),
                    a -> String.valueOf(a.part.combined().size())),
            auc("auc_without", "AUC without the score (95 % CI)", CombinedModel.Part::clinical),
            auc("auc_score", "AUC of the score (95 % CI)", CombinedModel.Part::score),
            auc("auc_with", "AUC with both (95 % CI)", CombinedModel.Part::combined),
            new Finding<>(
                    "gain",
                    "Gain (95 % CI)",
                    a -> interval(a.gain().difference()),
                    a -> Words.within(a.gain().difference(), 3)),
            Finding.of("p_delong", "p (DeLong)", a -> a.gain().p(), ComparisonTables::p),
            Finding.of("lr_chi2", a -> a.ratio().chiSquare()),
            Finding.of("lr_p", "p (likelihood ratio)", a -> a.ratio().p(), ComparisonTables::p));

    /** Net benefit at a threshold. */
    private record Benefit(Added added, int at) {

        private Estimate gain() {
            return added.part.benefit().get(at);
        }

        static final List<Column<Benefit>> COLUMNS = List.of(
                new Column<>("threshold", b -> CombinedModel.THRESHOLDS.get(b.at)),
                new Column<>("net_benefit_gain", b -> b.gain().value()),
                new Column<>("low", b -> b.gain().low()),
                new Column<>("high", b -> b.gain().high()));
    }

    private ComparisonTables() {}

    private static Finding<Added> auc(String key, String title, Function<CombinedModel.Part, RocCurve> curve) {
        return new Finding<>(
                key,
                title,
                a -> curve.apply(a.part).auc().area().value(),
                a -> Words.share(curve.apply(a.part).auc().area()));
    }

    private static List<Double> interval(Estimate e) {
        return List.of(e.value(), e.low(), e.high());
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "" : PValue.text(p);
    }

    private static String named(CombinedModel models) {
        String name = models.combined().name();
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static List<Added> added(CombinedModel models) {
        return models.parts().stream().map(part -> new Added(models, part)).toList();
    }

    /** Of papers; empty without a volume or a score. */
    static Optional<TextTable> beyondVolume(StudyResult result) {
        return result.beyondVolume()
                .map(models -> TextTable.of(
                        "beyond_volume",
                        "The score beside the volume at baseline",
                        Finding.forPapers(ADDED),
                        added(models),
                        notes(result, models)));
    }

    private static List<String> notes(StudyResult result, CombinedModel models) {
        List<String> notes = new ArrayList<>(List.of(
                "Logistic regression of " + result.cohort().outcome().rule().event() + " on "
                        + models.clinical().names().get(0)
                        + ", without and with the score; fitted in training, the same coefficients in the tests. In "
                        + "training DeLong's test of nested fitted models is too bold, and the score is apparent."));
        if (result.cohort().outcome().rule().source() instanceof OutcomeRule.Expansion)
            notes.add(
                    "Relative growth divides by the volume at baseline, so that small haematomas reach it more easily: "
                            + "the outcome itself depends on volume.");
        if (models.isFirth()) notes.add("Both models are by Firth's penalised likelihood.");
        return notes;
    }

    /** The clinical models with the score against the same without it, as net benefit and likelihood say. */
    static Optional<TextTable> models(StudyResult result) {
        List<Added> rows = result.combined().stream()
                .flatMap(models -> added(models).stream())
                .toList();
        if (rows.isEmpty()) return Optional.empty();
        List<Column<Added>> columns = new ArrayList<>(List.of(
                new Column<>("Cases", a -> a.part.subset().title() + named(a.models)),
                new Column<>("p (likelihood ratio)", a -> p(a.ratio().p()))));
        for (int k = 0; k < CombinedModel.THRESHOLDS.size(); k++) {
            int at = k;
            columns.add(new Column<>(
                    "At " + Words.setting(100 * CombinedModel.THRESHOLDS.get(k)) + " % (95 % CI)",
                    a -> Words.within(a.part.benefit().get(at), 3)));
        }
        return Optional.of(TextTable.of(
                "benefit",
                "Gain in net benefit by the score, by threshold probability",
                columns,
                rows,
                List.of("The model with the score less the one without it, in the same cases; intervals as of a mean "
                        + "over the cases.")));
    }

    /** Adds the files: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.beyondVolume().ifPresent(models -> files.put("beyond_volume.json", Json.text(json(models))));
        if (result.combined().isEmpty()) return;
        Map<String, Object> all = new LinkedHashMap<>();
        result.combined().forEach(models -> all.put(models.combined().key(), json(models)));
        files.put("models_compared.json", Json.text(all));
    }

    private static Map<String, Object> json(CombinedModel models) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Added added : added(models)) {
            Map<String, Object> json = Json.object(Finding.forPrograms(ADDED), added);
            json.put(
                    "net_benefit",
                    Json.objects(
                            Benefit.COLUMNS,
                            IntStream.range(0, CombinedModel.THRESHOLDS.size())
                                    .mapToObj(at -> new Benefit(added, at))
                                    .toList()));
            parts.put(added.part.subset().key(), json);
        }
        return Json.object(
                "without",
                models.clinical().names(),
                "with",
                models.combined().names(),
                "method",
                models.isFirth() ? "firth" : "maximum likelihood",
                "parts",
                parts);
    }
}
