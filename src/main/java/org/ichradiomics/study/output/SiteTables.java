package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.ichradiomics.signature.Harmonised;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.SiteValidation;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/** Sites: each predicted by the others, and what harmonisation learnt of them. */
final class SiteTables {

    private static final List<Finding<SiteValidation.Left>> SITE = List.of(
            Finding.of("site", "Centre left out", SiteValidation.Left::site, site -> site),
            Finding.of("n", SiteValidation.Left::all),
            Finding.of("n_scored", left -> left.cases().length),
            new Finding<>(
                    "events",
                    "Events",
                    left -> left.roc().map(roc -> roc.auc().positives()),
                    left -> left.roc()
                            .map(roc -> roc.auc().positives() + "/" + roc.size())
                            .orElse("of one outcome only")),
            of(
                    "auc",
                    "AUC (95 % CI)",
                    3,
                    left -> left.roc().map(roc -> roc.auc().area())),
            calibration("calibration_slope", "Slope (95 % CI)", 2, Calibration::within),
            calibration("calibration_in_the_large", "In the large (95 % CI)", 2, Calibration::ofLarge),
            calibration("observed_expected", "O/E (95 % CI)", 2, Calibration::ratio),
            calibration("brier", "Brier score (95 % CI)", 3, Calibration::ofBrier),
            Finding.of("cutoff", left -> left.fit().cutoff()),
            Finding.of(
                    "chosen",
                    "Features chosen",
                    left -> left.fit().coefficients().size(),
                    String::valueOf));

    private SiteTables() {}

    private static Finding<SiteValidation.Left> of(
            String key, String title, int decimals, Function<SiteValidation.Left, Optional<Estimate>> estimate) {
        return new Finding<>(
                key,
                title,
                left -> estimate.apply(left)
                        .map(e -> List.of(e.value(), e.low(), e.high()))
                        .orElse(null),
                left -> estimate.apply(left).map(e -> Words.within(e, decimals)).orElse(""));
    }

    private static Finding<SiteValidation.Left> calibration(
            String key, String title, int decimals, Function<Calibration, Estimate> of) {
        return of(key, title, decimals, left -> left.calibration().map(of));
    }

    /** Of papers; empty where nobody asked. */
    static Optional<TextTable> of(StudyResult result) {
        return result.internal()
                .flatMap(InternalValidation::sites)
                .map(found -> TextTable.of(
                        "sites",
                        "Each centre predicted by the whole plan done on the others",
                        Finding.forPapers(SITE),
                        found.sites(),
                        List.of("Leave one centre out, by \"" + found.by()
                                + "\"; nothing is pooled. Intervals as in the table of the parts."
                                + (result.plan().harmonisation().isPresent()
                                        ? " The centre that is left out is harmonised by its own features, which needs "
                                                + "a batch of it."
                                        : ""))));
    }

    /** Adds the files: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.internal().flatMap(InternalValidation::sites).ifPresent(found -> {
            files.put(
                    "leave_one_site_out.json",
                    Json.text(Json.object(
                            "by", found.by(), "sites", Json.objects(Finding.forPrograms(SITE), found.sites()))));
            files.put("leave_one_site_out.csv", predictions(result.cohort(), found));
        });
        result.cohort().harmonised().ifPresent(h -> files.put("harmonisation.csv", harmonisation(h)));
    }

    /** A case that was predicted. */
    private record Row(int place, String site, double logOdds) {}

    private static String predictions(Cohort cohort, SiteValidation found) {
        List<Row> rows = new ArrayList<>();
        for (SiteValidation.Left left : found.sites())
            for (int i = 0; i < left.cases().length; i++)
                rows.add(new Row(left.cases()[i], left.site(), left.logOdds()[i]));
        return Rows.text(
                List.of(
                        new Column<>("id", row -> cohort.ids().get(row.place)),
                        new Column<>("site", Row::site),
                        new Column<>("event", row -> cohort.outcome().values()[row.place]),
                        new Column<>("log_odds", Row::logOdds)),
                rows);
    }

    /** Feature by feature, with the shift and scale of each batch. */
    private static String harmonisation(Harmonised h) {
        List<String> names = List.copyOf(h.features().keySet());
        List<Column<Integer>> columns = new ArrayList<>(List.of(
                new Column<>("feature", names::get),
                new Column<>("mean", j -> h.features().get(names.get(j)).mean()),
                new Column<>("sd", j -> h.features().get(names.get(j)).sd())));
        for (int c = 0; c < h.covariates().size(); c++) {
            int covariate = c;
            Harmonised.Covariate one = h.covariates().get(c);
            columns.add(new Column<>(
                    "slope_" + one.column()
                            + one.level().map(level -> "_" + level).orElse(""),
                    j -> h.features().get(names.get(j)).slopes().get(covariate)));
        }
        h.batches().forEach((batch, effect) -> {
            columns.add(new Column<>("shift_" + batch, j -> effect.shift().get(j)));
            columns.add(new Column<>("scale_" + batch, j -> effect.scale().get(j)));
        });
        return Rows.text(columns, IntStream.range(0, names.size()).boxed().toList());
    }
}
