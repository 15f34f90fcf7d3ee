package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Sturdy;
import org.ichradiomics.study.UnivariateFilter;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;

/** The tables of a paper about a study: 1 to 3 and S1 to S3 as in Zhan et al., and what reviewers ask for besides. */
public final class StudyTables {

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
        GroupTables groups = new GroupTables(result);
        String event = cohort.outcome().rule().event();
        return Stream.of(
                        groups.baseline(),
                        result.selection().map(this::signature),
                        result.validation().map(found -> new PerformanceTables(result, found).forPapers()),
                        PartFindings.table(result),
                        SignatureTables.of(result),
                        result.internal().map(HonestTables::accuracy),
                        SiteTables.of(result),
                        result.internal().map(HonestTables::stability),
                        result.sizes().map(HonestTables::sizes),
                        Optional.of(MissingTables.of(result)),
                        models.table2(),
                        models.table3(),
                        models.compared(),
                        ComparisonTables.beyondVolume(result),
                        ComparisonTables.models(result),
                        result.filter().map(this::selected),
                        groups.withinVolumes("tableS2", "Table S2. Groups by " + event, cohort.outcome()),
                        cohort.second().flatMap(second -> {
                            String title =
                                    "Table S3. Groups by " + second.rule().variable();
                            return groups.withinVolumes("tableS3", title, second);
                        }),
                        groups.volumes(),
                        models.univariable(),
                        models.backward(),
                        result.agreement().map(StudyTables::agreement),
                        result.sturdy().map(StudyTables::robustness))
                .flatMap(Optional::stream)
                .toList();
    }

    private TextTable signature(Selection selection) {
        LassoModel model = selection.model();
        List<Column<LassoModel.Term>> columns = Rows.all(
                Finding.forPapers(
                        List.of(Findings.FEATURE, Findings.WEIGHT, Findings.MEAN, Findings.SD, Findings.RAW_WEIGHT)),
                List.of(
                        new Column<>("Univariate p", term -> univariate(term.feature())),
                        new Column<>("ICC", term -> icc(term.feature()))));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "(Intercept)", Words.fixed(model.intercept(), 4), "", "", Words.number(model.rawIntercept()), "", ""));
        rows.addAll(TextTable.cells(columns, model.terms()));
        return new TextTable(
                "signature",
                "The signature: R = intercept + Σ coefficient · (value − mean)/SD",
                Column.names(columns),
                rows,
                List.of("All digits are in signature.json; a score never leaves out its reference."));
    }

    private Optional<String> univariate(String feature) {
        return result.filter().stream()
                .flatMap(filter -> filter.rows().stream())
                .filter(row -> row.feature().equals(feature))
                .map(row -> PValue.text(row.comparison().p()))
                .findFirst();
    }

    private Optional<String> icc(String feature) {
        return result.agreement().flatMap(a -> a.row(feature).map(row -> Words.share(row.of(a.form()))));
    }

    /** The test that was chosen. */
    private static String test(UnivariateFilter.Row row) {
        return String.valueOf(row.comparison().test()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private TextTable selected(UnivariateFilter filter) {
        List<UnivariateFilter.Row> rows =
                filter.rows().stream().filter(UnivariateFilter.Row::selected).toList();
        return TextTable.of(
                "tableS1",
                "Table S1. Features that the univariate filter kept (" + rows.size() + " of "
                        + filter.rows().size() + ")",
                List.of(
                        new Column<>("Feature", UnivariateFilter.Row::feature),
                        new Column<>(cohort.outcome().rule().event(), row -> GroupTables.amount(row.comparison(), 0)),
                        new Column<>(cohort.outcome().rule().other(), row -> GroupTables.amount(row.comparison(), 1)),
                        new Column<>("p", row -> PValue.text(row.comparison().p())),
                        new Column<>("Test", StudyTables::test),
                        new Column<>("p (FDR)", row -> PValue.text(row.adjusted())),
                        new Column<>("AUC", row -> Words.fixed(row.comparison().auc(), 3)),
                        new Column<>("ICC", row -> icc(row.feature()))),
                rows,
                List.of("Training cases only. All features: machine/univariate_features_train.csv."));
    }

    private static TextTable agreement(ReaderAgreement agreement) {
        return TextTable.of(
                "agreement",
                "Agreement of two readers, ICC(" + agreement.form().text() + ")",
                Finding.forPapers(Findings.agreement(agreement)),
                agreement.rows(),
                List.of(summary(agreement)));
    }

    private static TextTable robustness(Sturdy sturdy) {
        return TextTable.of(
                "robustness",
                "Robustness of the features under small changes of contour and image, ICC(1,1)",
                Finding.forPapers(Findings.STURDY),
                sturdy.rows(),
                List.of(summary(sturdy)));
    }

    static String summary(Sturdy sturdy) {
        return sturdy.kept() + " of " + sturdy.rows().size() + " features had "
                + sturdy.limit().inWords() + " over all " + "perturbations of "
                + English.counted(sturdy.perturbed(), "case") + ".";
    }

    static String summary(ReaderAgreement agreement) {
        return "Mean ICC " + Words.fixed(agreement.mean(agreement.form()).orElse(Double.NaN), 3) + "; "
                + agreement.good().size() + " of " + agreement.rows().size() + " features above "
                + Words.setting(agreement.above()) + ".";
    }
}
