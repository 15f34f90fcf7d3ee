package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.GroupComparison;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.UnivariateFilter;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

/** The tables of a paper about a study: 1 to 3 and S1 to S3 as in Zhan et al., and what reviewers ask for besides. */
public final class StudyTables {

    private static final String P_NOTE =
            "Mean (SD) and t-test where both groups are compatible with normality (Shapiro–Wilk p ≥ 0.05; "
                    + "Welch where Levene p < 0.05), else median (quartiles) and Mann–Whitney test (%s); n (%%) and χ² test, or Fisher's exact test where "
                    + "an expected count is below 5.";

    private final StudyResult result;
    private final Cohort cohort;

    private StudyTables(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
    }

    /** All that the study has, in the order of a paper. */
    public static List<TextTable> of(StudyResult result) {
        return new StudyTables(result).all();
    }

    private List<TextTable> all() {
        ModelTables models = new ModelTables(result);
        return Stream.of(
                        baseline(),
                        signature(),
                        performance(),
                        models.table2(),
                        models.table3(),
                        models.compared(),
                        selected(),
                        subgroups(
                                "tableS2",
                                "Table S2. Groups by " + cohort.outcome().rule().event() + " within volumes",
                                cohort.outcome()),
                        cohort.second()
                                .flatMap(second -> subgroups(
                                        "tableS3",
                                        "Table S3. Groups by " + second.rule().variable() + " within volumes",
                                        second)),
                        volumes(),
                        models.univariable(),
                        models.backward(),
                        agreement())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TextTable> baseline() {
        List<GroupComparison> parts = Stream.of(
                        key(Subset.TRAINING, cohort.outcome()), key(Subset.TEST, cohort.outcome()))
                .map(result::comparison)
                .flatMap(Optional::stream)
                .toList();
        Optional<GroupComparison> split = result.comparison("train_vs_test");
        List<String> columns = new ArrayList<>(List.of("Variable"));
        for (GroupComparison part : parts)
            columns.addAll(
                    heads(part, part.key().startsWith(Subset.TEST) ? "Test" : split.isPresent() ? "Training" : "All"));
        if (split.isPresent()) columns.add("p training/test");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (GroupComparison part : parts) fill(rows, part);
        List<List<String>> cells = new ArrayList<>();
        rows.forEach((name, row) -> {
            List<String> line = new ArrayList<>(row);
            split.ifPresent(s -> line.add(
                    row.stream().skip(1).allMatch(String::isEmpty) || !name.contains("\n") ? p(s.p(name)) : ""));
            cells.add(line);
        });
        return Optional.of(
                new TextTable("table1", "Table 1. Baseline characteristics and outcome", columns, cells, notes()));
    }

    private List<String> notes() {
        return List.of(
                String.format(
                        Locale.ROOT, P_NOTE, Methods.rank(result.plan().filter().rank())),
                "Percentages are of the cases of whom the variable is known.");
    }

    private static String key(String subset, Endpoint endpoint) {
        return GroupComparison.key(subset, endpoint.rule());
    }

    private static List<String> heads(GroupComparison part, String title) {
        return List.of(
                title + ": " + part.first() + " (n = " + part.cases1().length + ")",
                title + ": " + part.second() + " (n = " + part.cases0().length + ")",
                title + ": p");
    }

    /** Adds three cells to the row of each variable, which are by its name, those of levels by name and level. */
    private void fill(Map<String, List<String>> rows, GroupComparison part) {
        Map<String, GroupComparison.Categorical> categorical = part.categorical().stream()
                .collect(Collectors.toMap(c -> c.variable().name(), c -> c));
        Map<String, GroupComparison.Continuous> continuous = part.continuous().stream()
                .collect(Collectors.toMap(c -> c.variable().name(), c -> c));
        for (String name : order(part)) {
            if (continuous.containsKey(name)) {
                add(rows, name, name, continuous(continuous.get(name).comparison()));
                continue;
            }
            GroupComparison.Categorical row = categorical.get(name);
            if (row.variable().kind() == Variable.Kind.BINARY) {
                add(rows, name, row.variable().label(), List.of(share(row, 1, 0), share(row, 1, 1), p(row.p())));
                continue;
            }
            add(rows, name, name, List.of("", "", p(row.p())));
            for (int level = 0; level < row.variable().levels().size(); level++) {
                String text = row.variable().levels().get(level);
                add(rows, name + "\n" + text, "  " + text, List.of(share(row, level, 0), share(row, level, 1), ""));
            }
        }
    }

    /** The clinical variables in the order of the table, then the score and the outcomes. */
    private List<String> order(GroupComparison part) {
        List<String> compared = Stream.concat(
                        part.continuous().stream().map(c -> c.variable().name()),
                        part.categorical().stream().map(c -> c.variable().name()))
                .toList();
        List<String> order = new ArrayList<>(cohort.variables().stream()
                .map(Variable::name)
                .filter(compared::contains)
                .toList());
        compared.stream().filter(name -> !order.contains(name)).forEach(order::add);
        return order;
    }

    private static void add(Map<String, List<String>> rows, String key, String title, List<String> cells) {
        rows.computeIfAbsent(key, k -> new ArrayList<>(List.of(title))).addAll(cells);
    }

    private static List<String> continuous(ContinuousComparison c) {
        boolean mean = c.test() == ContinuousComparison.Test.STUDENT || c.test() == ContinuousComparison.Test.WELCH;
        return List.of(
                mean ? Words.mean(c.first()) : Words.median(c.first()),
                mean ? Words.mean(c.second()) : Words.median(c.second()),
                p(c.p()));
    }

    private static String share(GroupComparison.Categorical row, int level, int group) {
        long all =
                Arrays.stream(row.counts()).mapToLong(counts -> counts[group]).sum();
        long count = row.counts()[level][group];
        return all == 0 ? "" : count + " (" + Words.percent(100.0 * count / all) + ")";
    }

    private static String p(double p) {
        return PValue.text(p);
    }

    private Optional<TextTable> subgroups(String key, String title, Endpoint endpoint) {
        List<GroupComparison> parts = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .map(s -> result.comparison(key(s.key(), endpoint)))
                .flatMap(Optional::stream)
                .toList();
        if (parts.isEmpty()) return Optional.empty();
        List<String> columns = new ArrayList<>(List.of("Variable"));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (GroupComparison part : parts) {
            columns.addAll(heads(
                    part,
                    cohort.subset(part.key()
                                    .substring(
                                            0,
                                            part.key().length()
                                                    - key("", endpoint).length()))
                            .map(Subset::title)
                            .orElse("")));
            fill(rows, part);
        }
        return Optional.of(new TextTable(key, title, columns, List.copyOf(rows.values()), notes()));
    }

    private Optional<TextTable> volumes() {
        Optional<GroupComparison> part = result.volumes();
        if (part.isEmpty()) return Optional.empty();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        fill(rows, part.get());
        List<String> columns = new ArrayList<>(List.of("Variable"));
        columns.addAll(heads(part.get(), "Volume"));
        return Optional.of(
                new TextTable("volumes", "Small against middle volumes", columns, List.copyOf(rows.values()), notes()));
    }

    private Optional<TextTable> signature() {
        if (result.selection().isEmpty()) return Optional.empty();
        LassoModel model = result.selection().get().model();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "(Intercept)", Words.fixed(model.intercept(), 4), "", "", Words.number(model.rawIntercept()), "", ""));
        for (LassoModel.Term term : model.terms()) {
            rows.add(List.of(
                    term.feature(),
                    Words.fixed(term.beta(), 4),
                    Words.number(term.mean()),
                    Words.number(term.sd()),
                    Words.number(term.rawBeta()),
                    row(term.feature()).map(r -> p(r.comparison().p())).orElse(""),
                    icc(term.feature())));
        }
        return Optional.of(new TextTable(
                "signature",
                "The signature: R = intercept + Σ coefficient · (value − mean)/SD",
                List.of("Feature", "Coefficient per SD", "Mean", "SD", "Coefficient per unit", "Univariate p", "ICC"),
                rows,
                List.of("All digits are in signature.json; a score never leaves out its reference.")));
    }

    private Optional<UnivariateFilter.Row> row(String feature) {
        return result.filter()
                .flatMap(filter -> filter.rows().stream()
                        .filter(r -> r.feature().equals(feature))
                        .findFirst());
    }

    private String icc(String feature) {
        return result.agreement()
                .flatMap(a -> a.rows().stream()
                        .filter(r -> r.feature().equals(feature))
                        .findFirst()
                        .map(r -> Words.share(r.of(a.form()))))
                .orElse("");
    }

    private Optional<TextTable> performance() {
        if (result.validation().isEmpty()) return Optional.empty();
        Validation validation = result.validation().get();
        Proportion intervals = result.plan().descriptives().intervals();
        List<List<String>> rows = new ArrayList<>();
        for (Validation.Curve curve : validation.curves()) {
            if (cohort.isRepeated(curve.subset())) continue;
            Auc auc = curve.roc().auc();
            boolean first = curve.endpoint() == cohort.outcome();
            Confusion at = first && !Double.isNaN(validation.cutoff())
                    ? curve.roc().at(validation.cutoff())
                    : curve.roc().youden().point();
            rows.add(List.of(
                    curve.endpoint().rule().event(),
                    curve.subset().title(),
                    auc.positives() + "/" + (auc.positives() + auc.negatives()),
                    Words.share(auc.area()),
                    p(auc.p()),
                    Words.fixed(at.threshold(), 3),
                    Words.share(at.sensitivity(intervals)),
                    Words.share(at.specificity(intervals)),
                    Words.share(at.ppv(intervals)),
                    Words.share(at.npv(intervals)),
                    Words.share(at.accuracy(intervals))));
        }
        List<String> notes = new ArrayList<>(List.of("95 % intervals: AUC by DeLong, others "
                + (intervals == Proportion.WILSON ? "by Wilson" : "exact (Clopper–Pearson)")
                + ". The cutoff " + (cohort.second().isPresent() ? "of the first outcome " : "") + "is "
                + (result.plan().given().isPresent() ? "the signature's own" : "Youden's in " + training())
                + ", everywhere"
                + (cohort.second().isPresent() ? "; that of the second is each part's own." : ".")));
        validation
                .bootstrap()
                .ifPresent(b -> notes.add("AUC in " + training() + " by "
                        + result.plan().descriptives().bootstrap() + " stratified bootstrap draws: " + Words.share(b)
                        + "."));
        validation
                .independent()
                .ifPresent(d -> notes.add("AUC training against test: "
                        + (Double.isNaN(d.z())
                                ? "no test, as neither has a standard error."
                                : "z = " + Words.fixed(d.z(), 2) + ", " + PValue.sentence(d.p()) + ".")));
        validation.rivals().forEach(r -> notes.add(rival(r)));
        return Optional.of(new TextTable(
                "performance",
                "Performance of the score",
                List.of(
                        "Event",
                        "Cases",
                        "Events",
                        "AUC (95 % CI)",
                        "p (AUC = 0.5)",
                        "Cutoff",
                        "Sensitivity",
                        "Specificity",
                        "PPV",
                        "NPV",
                        "Accuracy"),
                rows,
                notes));
    }

    /** How the cases that train are called in the rows above. */
    private String training() {
        return cohort.split().isDivided() ? "training" : "all cases";
    }

    private String rival(Validation.RivalTest r) {
        String test = !r.isMeaningful()
                ? ", without a test, as one of them is below 0.5 in the direction that was fixed."
                : Double.isNaN(r.difference().p())
                        ? ", without a test."
                        : ", " + PValue.sentence(r.difference().p()) + " (DeLong).";
        return "AUC of the score against " + (r.rival().low() ? "low " : "")
                + r.rival().variable() + " in "
                + cohort.subset(r.rival().subset()).map(Subset::title).orElse("") + ": "
                + Words.fixed(r.ours().auc().area().value(), 3) + " and "
                + Words.fixed(r.theirs().auc().area().value(), 3) + test;
    }

    private Optional<TextTable> selected() {
        if (result.filter().isEmpty()) return Optional.empty();
        UnivariateFilter filter = result.filter().get();
        List<List<String>> rows = new ArrayList<>();
        for (UnivariateFilter.Row row : filter.rows()) {
            if (!row.selected()) continue;
            List<String> cells = new ArrayList<>(List.of(row.feature()));
            cells.addAll(continuous(row.comparison()));
            cells.add(String.valueOf(row.comparison().test())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' '));
            cells.add(p(row.adjusted()));
            cells.add(Words.fixed(row.comparison().auc(), 3));
            cells.add(icc(row.feature()));
            rows.add(cells);
        }
        return Optional.of(new TextTable(
                "tableS1",
                "Table S1. Features that the univariate filter kept (" + rows.size() + " of "
                        + filter.rows().size() + ")",
                List.of(
                        "Feature",
                        cohort.outcome().rule().event(),
                        cohort.outcome().rule().other(),
                        "p",
                        "Test",
                        "p (FDR)",
                        "AUC",
                        "ICC"),
                rows,
                List.of("Training cases only. All features: machine/univariate_features_train.csv.")));
    }

    private Optional<TextTable> agreement() {
        if (result.agreement().isEmpty()) return Optional.empty();
        ReaderAgreement agreement = result.agreement().get();
        List<List<String>> rows = new ArrayList<>();
        for (ReaderAgreement.Row row : agreement.rows()) {
            Estimate icc = row.of(agreement.form());
            rows.add(List.of(
                    row.feature(),
                    Integer.toString(row.pairs()),
                    Words.share(icc),
                    agreement.isGood(row) ? "yes" : "no"));
        }
        return Optional.of(new TextTable(
                "agreement",
                "Agreement of two readers, ICC(" + agreement.form().text() + ")",
                List.of("Feature", "Cases", "ICC (95 % CI)", "Good"),
                rows,
                List.of(summary(agreement))));
    }

    static String summary(ReaderAgreement agreement) {
        return "Mean ICC " + Words.fixed(agreement.mean(agreement.form()).orElse(Double.NaN), 3) + "; "
                + agreement.good().size() + " of " + agreement.rows().size() + " features above "
                + Words.setting(agreement.above()) + ".";
    }
}
