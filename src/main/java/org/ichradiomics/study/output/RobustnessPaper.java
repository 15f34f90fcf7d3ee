package org.ichradiomics.study.output;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.RobustnessFigure;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.study.Robustness;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Version;

/** What a paper needs of the robustness of features: two tables, a figure, and a sentence for the methods. */
public final class RobustnessPaper {

    private static final String ICC = "icc.csv";
    private static final String COUNTS = "counts.csv";
    private static final String FIGURE = "robustness.svg";
    private static final String METHODS = "methods.txt";

    /** The names of all files. */
    public static final List<String> FILES = List.of(ICC, COUNTS, FIGURE, METHODS);

    private static final List<Column<Robustness.Row>> BY_FEATURE = List.of(
            new Column<>("perturbations", Robustness.Row::group),
            new Column<>("feature", Robustness.Row::feature),
            new Column<>("icc_1_1", row -> oneWay(row).value()),
            new Column<>("icc_1_1_lower95", row -> oneWay(row).low()),
            new Column<>("icc_1_1_upper95", row -> oneWay(row).high()),
            new Column<>("icc_2_1", row -> absolute(row).value()),
            new Column<>(
                    "icc_3_1", row -> row.of(IntraclassCorrelation.Form.ICC_3_1).value()),
            new Column<>("icc_2_1_lower95", row -> absolute(row).low()),
            new Column<>("icc_2_1_upper95", row -> absolute(row).high()),
            new Column<>("cases", Robustness.Row::cases));

    private static final List<Column<Robustness.Count>> BY_GROUP = List.of(
            new Column<>("perturbations", Robustness.Count::group),
            new Column<>("features", Robustness.Count::features),
            new Column<>("icc_above_0.75", Robustness.Count::good),
            new Column<>("lower95_from_0.90", Robustness.Count::robust),
            new Column<>("icc_unknown", Robustness.Count::unknown));

    private final Robustness robustness;

    /** That of a cohort. */
    public RobustnessPaper(Robustness robustness) {
        this.robustness = robustness;
    }

    private static Estimate oneWay(Robustness.Row row) {
        return row.of(Robustness.FORM);
    }

    private static Estimate absolute(Robustness.Row row) {
        return row.of(IntraclassCorrelation.Form.ICC_2_1);
    }

    /** The ICCs by group and feature, with all digits. */
    public FeatureTable icc() {
        return Column.table(BY_FEATURE, robustness.rows());
    }

    /** How many features are good and robust, by group. */
    public FeatureTable counts() {
        return Column.table(BY_GROUP, robustness.counts());
    }

    /** The share of the features by ICC, a curve for each group. */
    public Figure figure() {
        return RobustnessFigure.of(
                "Robustness of " + English.counted(robustness.features().size(), "feature") + ", "
                        + English.counted(robustness.cases().size(), "case"),
                "ICC(1,1)",
                Robustness.GROUPS.stream()
                        .map(group -> new RobustnessFigure.Group(
                                group,
                                robustness.rows(group).stream()
                                        .mapToDouble(row -> oneWay(row).value())
                                        .toArray()))
                        .toList(),
                Robustness.GOOD,
                Robustness.ROBUST);
    }

    /** What was found, in a sentence. */
    public String sentence() {
        Robustness.Count all = robustness.count(Robustness.EVERY);
        return String.format(
                Locale.ROOT,
                "Of %d features, %d have an ICC(1,1) above %.2f over all perturbations of %s, and %d one with a lower "
                        + "limit of %.2f or more.",
                all.features(),
                all.good(),
                Robustness.GOOD,
                English.counted(robustness.cases().size(), "case"),
                all.robust(),
                Robustness.ROBUST);
    }

    /** For the methods section of a paper. */
    public String methods() {
        Robustness.Count all = robustness.count(Robustness.EVERY);
        return String.format(
                Locale.ROOT,
                "Robustness of the features was assessed by image perturbation after Zwanenburg et al. (Sci Rep "
                        + "2019;9:614), with a rank-based random contour: of %s, mask or image were changed in %d ways "
                        + "(volume by −20 %% to +20 %%, shift by one pixel, random contour at the same volume, added "
                        + "noise at the level of the image, rotation by ±5°, and a chain of noise, rotation, volume "
                        + "and contour), and the %d readings of each case compared by the one-way random intraclass "
                        + "correlation ICC(1,1) with its 95 %% limits. Of %d features, %d had an ICC above %.2f, and "
                        + "%d a lower limit of %.2f or more (%s).",
                English.counted(robustness.cases().size(), "haematoma"),
                Robustness.READINGS - 1,
                Robustness.READINGS,
                all.features(),
                all.good(),
                Robustness.GOOD,
                all.robust(),
                Robustness.ROBUST,
                Version.NAME);
    }

    /** All files in a folder, and what they hold. */
    public Map<Path, String> files(Path folder) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve(ICC), FeatureTableCsv.text(icc()));
        files.put(folder.resolve(COUNTS), FeatureTableCsv.text(counts()));
        files.put(folder.resolve(FIGURE), figure().svg());
        files.put(folder.resolve(METHODS), methods() + "\n");
        return files;
    }
}
