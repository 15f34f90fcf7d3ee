package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.CategoricalComparison;
import org.ichradiomics.stats.ChiSquare;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.GroupComparison;
import org.ichradiomics.study.InFull;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.UnivariateFilter;
import org.ichradiomics.study.Variable;
import org.ichradiomics.text.Column;

/** Groups of cases compared variable by variable, and event against none feature by feature. */
final class GroupNumbers {

    private static final List<Column<InFull>> CONTINUOUS = List.of(
            new Column<>("n1", c -> c.first().n()),
            new Column<>("n0", c -> c.second().n()),
            new Column<>("mean1", c -> c.first().mean()),
            new Column<>("sd1", c -> c.first().sd()),
            new Column<>("mean0", c -> c.second().mean()),
            new Column<>("sd0", c -> c.second().sd()),
            new Column<>("q1_1_type7", c -> c.first().q1()),
            new Column<>("med_1", c -> c.first().median()),
            new Column<>("q3_1_type7", c -> c.first().q3()),
            new Column<>("q1_0_type7", c -> c.second().q1()),
            new Column<>("med_0", c -> c.second().median()),
            new Column<>("q3_0_type7", c -> c.second().q3()),
            new Column<>("q1_1_type6", c -> c.firstOfType6().q1()),
            new Column<>("q3_1_type6", c -> c.firstOfType6().q3()),
            new Column<>("q1_0_type6", c -> c.secondOfType6().q1()),
            new Column<>("q3_0_type6", c -> c.secondOfType6().q3()),
            new Column<>("shapiro_w1", c -> c.comparison().normalityOfFirst().w()),
            new Column<>("shapiro_p1", c -> c.comparison().normalityOfFirst().p()),
            new Column<>("shapiro_w0", c -> c.comparison().normalityOfSecond().w()),
            new Column<>("shapiro_p0", c -> c.comparison().normalityOfSecond().p()),
            new Column<>("levene_F", c -> c.comparison().levene().f()),
            new Column<>("levene_p", c -> c.comparison().levene().p()),
            new Column<>("t_student", c -> c.comparison().student().t()),
            new Column<>("df_student", c -> c.comparison().student().df()),
            new Column<>("p_student", c -> c.comparison().student().p()),
            new Column<>("t_welch", c -> c.comparison().welch().t()),
            new Column<>("df_welch", c -> c.comparison().welch().df()),
            new Column<>("p_welch", c -> c.comparison().welch().p()),
            new Column<>("mwu_U", c -> c.asymptotic().u()),
            new Column<>("mwu_z", c -> c.asymptotic().z()),
            new Column<>("p_mwu", c -> c.asymptotic().p()),
            new Column<>("p_mwu_cc", c -> c.corrected().p()),
            new Column<>("p_mwu_exact", InFull::exactP),
            new Column<>("auc", c -> c.comparison().auc()),
            new Column<>("test", c -> test(c.comparison())),
            new Column<>("p", c -> c.comparison().p()));

    private static final List<Column<GroupComparison.Categorical>> CATEGORICAL = List.of(
            new Column<>("a", c -> c.isBinary() ? c.counts()[1][0] : null),
            new Column<>("n1", c -> c.known(0)),
            new Column<>("c", c -> c.isBinary() ? c.counts()[1][1] : null),
            new Column<>("n0", c -> c.known(1)),
            new Column<>("pct1", c -> c.isBinary() ? c.percent(1, 0) : null),
            new Column<>("pct0", c -> c.isBinary() ? c.percent(1, 1) : null),
            new Column<>("min_expected", c -> pearson(c).map(ChiSquare::minimumExpected)),
            new Column<>("chi2", c -> pearson(c).map(ChiSquare::statistic)),
            new Column<>("p_chi2", c -> pearson(c).map(ChiSquare::p)),
            new Column<>("chi2_yates", c -> c.yates().map(ChiSquare::statistic)),
            new Column<>("p_yates", c -> c.yates().map(ChiSquare::p)),
            new Column<>("p_fisher", GroupComparison.Categorical::fisher),
            new Column<>("test", GroupNumbers::test),
            new Column<>("p", GroupComparison.Categorical::p));

    /** A variable in one of the comparisons. */
    private record Row<T>(GroupComparison groups, Variable variable, T found) {

        static <T> List<Column<Row<T>>> columns(List<Column<T>> found) {
            return Rows.all(
                    List.of(
                            new Column<>("comparison", row -> row.groups.key()),
                            new Column<>("variable", row -> row.variable.name())),
                    Rows.part(Row::found, found));
        }
    }

    /** A feature, and its mean and SD in training. */
    private record Feature(UnivariateFilter.Row row, InFull inFull, Summary training) {

        static final Column<Feature> NAME = new Column<>("feature", feature -> feature.row.feature());

        static final List<Column<Feature>> COLUMNS = Rows.all(
                List.of(NAME),
                Rows.part(Feature::inFull, CONTINUOUS),
                List.of(new Column<>("selected", Feature::isSelected)));

        static final List<Column<Feature>> SCALING = List.of(
                NAME,
                new Column<>("mean_train", feature -> feature.training.mean()),
                new Column<>("sd_train", feature -> feature.training.sd()));

        boolean isSelected() {
            return row.selected();
        }
    }

    private GroupNumbers() {}

    /** Adds the files of a study: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        List<Row<GroupComparison.Categorical>> categorical = new ArrayList<>();
        List<Row<InFull>> continuous = new ArrayList<>();
        for (GroupComparison groups : result.comparisons()) {
            if (result.volumes().filter(volumes -> volumes == groups).isPresent()) continue; // in no file of R
            groups.categorical().forEach(one -> categorical.add(new Row<>(groups, one.variable(), one)));
            groups.continuous().forEach(one -> continuous.add(new Row<>(groups, one.variable(), groups.inFull(one))));
        }
        files.put("table1_categorical.csv", Rows.text(Row.columns(CATEGORICAL), categorical));
        files.put("table1_continuous.csv", Rows.text(Row.columns(CONTINUOUS), continuous));
        result.filter().ifPresent(filter -> {
            Cohort cohort = result.cohort();
            List<Feature> features = IntStream.range(0, filter.rows().size())
                    .mapToObj(j -> new Feature(filter.rows().get(j), InFull.of(cohort, filter, j), cohort.training(j)))
                    .toList();
            files.put("univariate_features_train.csv", Rows.text(Feature.COLUMNS, features));
            List<Feature> selected =
                    features.stream().filter(Feature::isSelected).toList();
            files.put("scaling.csv", Rows.text(Feature.SCALING, selected));
        });
    }

    private static Optional<ChiSquare> pearson(GroupComparison.Categorical row) {
        return row.comparison().map(CategoricalComparison::chiSquare);
    }

    private static String test(GroupComparison.Categorical row) {
        return row.comparison()
                .map(CategoricalComparison::test)
                .map(test -> test == CategoricalComparison.Test.FISHER ? "fisher" : "chi-square")
                .orElse("none");
    }

    private static String test(ContinuousComparison c) {
        Enum<?> test = c.test() == null ? c.status() : c.test();
        return test.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
