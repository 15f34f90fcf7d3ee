package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.stats.CategoricalComparison;
import org.ichradiomics.stats.ChiSquare;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.FisherExact;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.GroupComparison;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.UnivariateFilter;
import org.ichradiomics.study.Variable;
import org.ichradiomics.text.InvalidInputException;

/** Groups of cases compared variable by variable, and event against none feature by feature. */
final class GroupNumbers {

    private static final List<String> CONTINUOUS = List.of(
            "n1",
            "n0",
            "mean1",
            "sd1",
            "mean0",
            "sd0",
            "q1_1_type7",
            "med_1",
            "q3_1_type7",
            "q1_0_type7",
            "med_0",
            "q3_0_type7",
            "q1_1_type6",
            "q3_1_type6",
            "q1_0_type6",
            "q3_0_type6",
            "shapiro_w1",
            "shapiro_p1",
            "shapiro_w0",
            "shapiro_p0",
            "levene_F",
            "levene_p",
            "t_student",
            "df_student",
            "p_student",
            "t_welch",
            "df_welch",
            "p_welch",
            "mwu_U",
            "mwu_z",
            "p_mwu",
            "p_mwu_cc",
            "p_mwu_exact",
            "auc",
            "test",
            "p");

    private final Map<String, String> files;
    private final StudyResult result;
    private final Cohort cohort;

    private GroupNumbers(Map<String, String> files, StudyResult result) {
        this.files = files;
        this.result = result;
        this.cohort = result.cohort();
    }

    /** Adds the files of a study: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        GroupNumbers numbers = new GroupNumbers(files, result);
        numbers.groups();
        result.filter().ifPresent(numbers::univariate);
    }

    private void groups() {
        Rows categorical = new Rows(
                "comparison",
                "variable",
                "a",
                "n1",
                "c",
                "n0",
                "pct1",
                "pct0",
                "min_expected",
                "chi2",
                "p_chi2",
                "chi2_yates",
                "p_yates",
                "p_fisher",
                "test",
                "p");
        List<String> columns = new ArrayList<>(List.of("comparison", "variable"));
        columns.addAll(CONTINUOUS);
        Rows continuous = new Rows(columns);
        for (GroupComparison groups : result.comparisons()) {
            if (result.volumes().filter(volumes -> volumes == groups).isPresent()) continue; // in no file of R
            for (GroupComparison.Categorical row : groups.categorical()) categorical(categorical, groups, row);
            for (GroupComparison.Continuous row : groups.continuous()) {
                List<Object> cells =
                        new ArrayList<>(List.of(groups.key(), row.variable().name()));
                cells.addAll(continuous(
                        row.comparison(),
                        row.variable().of(groups.cases1()),
                        row.variable().of(groups.cases0())));
                continuous.add(cells.toArray());
            }
        }
        files.put("table1_categorical.csv", categorical.text());
        files.put("table1_continuous.csv", continuous.text());
    }

    private static void categorical(Rows rows, GroupComparison groups, GroupComparison.Categorical row) {
        long[][] counts = row.counts();
        long n1 = Arrays.stream(counts).mapToLong(level -> level[0]).sum();
        long n0 = Arrays.stream(counts).mapToLong(level -> level[1]).sum();
        Optional<CategoricalComparison> tested = row.comparison();
        boolean two = row.variable().kind() == Variable.Kind.BINARY;
        String test = tested.map(CategoricalComparison::test)
                .map(t -> t == CategoricalComparison.Test.FISHER ? "fisher" : "chi-square")
                .orElse("none");
        Optional<ChiSquare> pearson = tested.map(CategoricalComparison::chiSquare);
        Optional<ChiSquare> yates = two ? Optional.of(ChiSquare.yates(counts)) : Optional.empty();
        rows.add(
                groups.key(),
                row.variable().name(),
                two ? counts[1][0] : null,
                n1,
                two ? counts[1][1] : null,
                n0,
                two && n1 > 0 ? 100.0 * counts[1][0] / n1 : null,
                two && n0 > 0 ? 100.0 * counts[1][1] / n0 : null,
                pearson.map(ChiSquare::minimumExpected).orElse(null),
                pearson.map(ChiSquare::statistic).orElse(null),
                pearson.map(ChiSquare::p).orElse(null),
                yates.map(ChiSquare::statistic).orElse(null),
                yates.map(ChiSquare::p).orElse(null),
                two ? fisher(counts) : tested.map(CategoricalComparison::fisher).orElse(null),
                test,
                row.p());
    }

    private static Double fisher(long[][] counts) {
        try {
            return FisherExact.p(counts);
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private static List<Object> continuous(ContinuousComparison c, double[] first, double[] second) {
        Summary one = Summary.of(first, Quantile.TYPE_7);
        Summary zero = Summary.of(second, Quantile.TYPE_7);
        Summary one6 = Summary.of(first, Quantile.TYPE_6);
        Summary zero6 = Summary.of(second, Quantile.TYPE_6);
        MannWhitney asymptotic = c.rank().method() == MannWhitney.Method.ASYMPTOTIC
                ? c.rank()
                : MannWhitney.of(first, second, MannWhitney.Method.ASYMPTOTIC);
        double corrected = MannWhitney.of(first, second, MannWhitney.Method.CONTINUITY_CORRECTED)
                .p();
        MannWhitney asR = MannWhitney.of(first, second, MannWhitney.Method.AS_R);
        String test = c.test() == null
                ? c.status().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : c.test().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.asList(
                one.n(),
                zero.n(),
                one.mean(),
                one.sd(),
                zero.mean(),
                zero.sd(),
                one.q1(),
                one.median(),
                one.q3(),
                zero.q1(),
                zero.median(),
                zero.q3(),
                one6.q1(),
                one6.q3(),
                zero6.q1(),
                zero6.q3(),
                c.normalityOfFirst().w(),
                c.normalityOfFirst().p(),
                c.normalityOfSecond().w(),
                c.normalityOfSecond().p(),
                c.levene().f(),
                c.levene().p(),
                c.student().t(),
                c.student().df(),
                c.student().p(),
                c.welch().t(),
                c.welch().df(),
                c.welch().p(),
                asymptotic.u(),
                asymptotic.z(),
                asymptotic.p(),
                corrected,
                asR.method() == MannWhitney.Method.EXACT ? (Object) asR.p() : null,
                c.auc(),
                test,
                c.p());
    }

    private void univariate(UnivariateFilter filter) {
        List<String> columns = new ArrayList<>(List.of("feature"));
        columns.addAll(CONTINUOUS);
        columns.add("selected");
        Rows rows = new Rows(columns);
        Rows scaling = new Rows("feature", "mean_train", "sd_train");
        int[] training = cohort.split().training();
        int[] with = cohort.outcome().with(training, true);
        int[] without = cohort.outcome().with(training, false);
        Predictors features = cohort.features().orElseThrow();
        for (int j = 0; j < filter.rows().size(); j++) {
            UnivariateFilter.Row row = filter.rows().get(j);
            double[] column = features.columns()[j];
            List<Object> cells = new ArrayList<>(List.of(row.feature()));
            cells.addAll(continuous(row.comparison(), Subset.take(column, with), Subset.take(column, without)));
            cells.add(row.selected());
            rows.add(cells.toArray());
            if (row.selected()) {
                Summary all = Summary.of(Subset.take(column, training), Quantile.TYPE_7);
                scaling.add(row.feature(), all.mean(), all.sd());
            }
        }
        files.put("univariate_features_train.csv", rows.text());
        files.put("scaling.csv", scaling.text());
    }
}
