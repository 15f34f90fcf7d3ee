package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.GroupComparison;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Variable;
import org.ichradiomics.text.Column;

/** Tables of groups of cases, variable by variable: 1, S2 and S3 of a paper, and small against middle volumes. */
final class GroupTables {

    private static final String P_NOTE = "Mean (SD) and t-test where both groups are compatible with normality "
            + "(Shapiro–Wilk p ≥ 0.05; Welch where Levene p < 0.05), else median (quartiles) and Mann–Whitney test "
            + "(%s); n (%%) and χ² test, or Fisher's exact test where an expected count is below 5.";

    /** No level, but the variable as a whole. */
    private static final int WHOLE = -1;

    private final StudyResult result;
    private final Cohort cohort;

    /** Two groups under a title of their own. */
    private record Part(String title, GroupComparison groups) {

        String head(String group, int[] cases) {
            return title + ": " + group + " (n = " + cases.length + ")";
        }
    }

    /** A row: a variable, or one of its levels. */
    private record Line(String variable, int level, String label) {}

    GroupTables(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
    }

    Optional<TextTable> baseline() {
        List<Subset> tests = cohort.tests();
        Subset training = cohort.subset(Subset.TRAINING).orElseThrow();
        List<Part> parts = Stream.concat(
                        part(tests.isEmpty() ? "All" : "Training", Subset.TRAINING, cohort.outcome()).stream(),
                        tests.stream().flatMap(test -> part(test.title(), test.key(), cohort.outcome()).stream()))
                .toList();
        List<Column<Line>> between = tests.stream()
                .flatMap(test -> result.comparison(GroupComparison.key(training, test)).stream())
                .map(groups -> new Column<Line>(
                        "p training/" + title(groups, tests),
                        line -> line.level() == WHOLE ? PValue.text(groups.p(line.variable())) : ""))
                .toList();
        return Optional.of(table("table1", "Table 1. Baseline characteristics and outcome", parts, between));
    }

    /** Of the test that training is compared with. */
    private static String title(GroupComparison groups, List<Subset> tests) {
        return tests.stream()
                .filter(test -> groups.key().endsWith("_vs_" + test.key()))
                .map(Words::small)
                .findFirst()
                .orElseThrow();
    }

    /** Within the volumes of the plan. */
    Optional<TextTable> withinVolumes(String key, String title, Endpoint endpoint) {
        List<Part> parts = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .flatMap(subset -> part(subset.title(), subset.key(), endpoint).stream())
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(table(key, title + " within volumes", parts, List.of()));
    }

    Optional<TextTable> volumes() {
        return result.volumes()
                .map(groups -> table(
                        "volumes", "Small against middle volumes", List.of(new Part("Volume", groups)), List.of()));
    }

    private Optional<Part> part(String title, String subset, Endpoint endpoint) {
        return result.comparison(GroupComparison.key(subset, endpoint.rule())).map(groups -> new Part(title, groups));
    }

    private TextTable table(String key, String title, List<Part> parts, List<Column<Line>> last) {
        List<Column<Line>> columns = new ArrayList<>(List.of(new Column<>("Variable", Line::label)));
        for (Part part : parts) {
            GroupComparison groups = part.groups();
            columns.add(new Column<>(part.head(groups.first(), groups.cases1()), line -> cell(groups, line, 0)));
            columns.add(new Column<>(part.head(groups.second(), groups.cases0()), line -> cell(groups, line, 1)));
            columns.add(new Column<>(
                    part.title() + ": p", line -> line.level() == WHOLE ? PValue.text(groups.p(line.variable())) : ""));
        }
        columns.addAll(last);
        String rank = Methods.rank(result.plan().filter().rank());
        return TextTable.of(
                key,
                title,
                columns,
                lines(parts.get(0).groups()),
                List.of(
                        String.format(Locale.ROOT, P_NOTE, rank),
                        "Percentages are of the cases of whom the variable is known."));
    }

    /** The clinical variables in the order of the table, then the score and the outcomes. */
    private List<Line> lines(GroupComparison groups) {
        List<Variable> compared = Stream.concat(
                        groups.continuous().stream().map(GroupComparison.Continuous::variable),
                        groups.categorical().stream().map(GroupComparison.Categorical::variable))
                .toList();
        List<String> clinical = cohort.variables().stream().map(Variable::name).toList();
        return Stream.concat(
                        clinical.stream()
                                .flatMap(name -> compared.stream()
                                        .filter(variable -> variable.name().equals(name))),
                        compared.stream().filter(variable -> !clinical.contains(variable.name())))
                .flatMap(GroupTables::lines)
                .toList();
    }

    private static Stream<Line> lines(Variable variable) {
        Line whole = new Line(variable.name(), WHOLE, variable.label());
        if (variable.kind() != Variable.Kind.CATEGORICAL) return Stream.of(whole);
        return Stream.concat(
                Stream.of(whole),
                IntStream.range(0, variable.levels().size())
                        .mapToObj(level -> new Line(
                                variable.name(), level, "  " + variable.levels().get(level))));
    }

    private static String cell(GroupComparison groups, Line line, int group) {
        for (GroupComparison.Continuous row : groups.continuous())
            if (row.variable().name().equals(line.variable())) return amount(row.comparison(), group);
        for (GroupComparison.Categorical row : groups.categorical())
            if (row.variable().name().equals(line.variable()))
                return row.isBinary()
                        ? share(row, 1, group)
                        : line.level() == WHOLE ? "" : share(row, line.level(), group);
        return "";
    }

    /** Mean or median of the first group, 0, or the second, 1. */
    static String amount(ContinuousComparison c, int group) {
        boolean mean = c.test() == ContinuousComparison.Test.STUDENT || c.test() == ContinuousComparison.Test.WELCH;
        return mean
                ? Words.mean(group == 0 ? c.first() : c.second())
                : Words.median(group == 0 ? c.first() : c.second());
    }

    private static String share(GroupComparison.Categorical row, int level, int group) {
        return row.known(group) == 0
                ? ""
                : row.counts()[level][group] + " (" + Words.percent(row.percent(level, group)) + ")";
    }
}
