package org.ichradiomics.study.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.study.CalibrationOfR;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.Measure;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.RequiredCases;
import org.ichradiomics.study.SelectionStability;
import org.ichradiomics.study.SmallStudy;
import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Html;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every number that is declared stands in every place that gives such numbers: whoever forgets one is found here.
 *
 * <p>Covers CalibrationOfR, Effect, InternalValidation, Measure, ReaderAgreement, RequiredCases, StudyPaper,
 * StudySheets, StudySummary, Subset and Validation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsTest {

    @TempDir
    private static Path folder;

    private StudyResult result;
    private Validation validation;
    private RocCurve training;
    private Map<String, String> files;
    private StudyPaper paper;
    private String methods;
    private String report;

    @BeforeAll
    void run() throws Exception {
        Path plan = SmallStudy.writeInto(folder);
        Files.writeString(
                plan, SmallStudy.TEXT + "validation: {repeats: 2, folds: 3, bootstraps: 12, permutations: 3}\n");
        StudyFile file = StudyFile.read(plan);
        result = Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
        validation = result.validation().orElseThrow();
        training = validation
                .curve(result.cohort().outcome(), Subset.TRAINING)
                .orElseThrow()
                .roc();
        files = MachineFiles.of(result);
        paper = StudyPaper.of(result);
        methods = String.join("\n", Methods.of(result));
        report = Report.of(paper, file, List.of());
    }

    private JsonObject json(String file) {
        return JsonParser.parseString(files.get(file)).getAsJsonObject();
    }

    private TextTable table(String key) {
        return paper.tables().stream()
                .filter(t -> t.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The first cell of a column of a paper's table, which the report has too. */
    private String printed(String key, int row, String column) {
        TextTable table = table(key);
        int place = table.columns().indexOf(column);
        assertTrue(place >= 0, () -> column + " is not among " + table.columns());
        assertTrue(report.contains(table.html()) || key.equals("agreement"), key);
        return table.rows().get(row).get(place);
    }

    private static double cell(FeatureTable window, String column) throws Exception {
        assertTrue(window.columns().contains(column), () -> column + " is not among " + window.columns());
        return window.values(column)[0];
    }

    private static int row(FeatureTable window, String quantity) throws Exception {
        int row = window.texts("quantity").indexOf(quantity);
        assertTrue(row >= 0, () -> quantity + " is not in the window");
        return row;
    }

    @Test
    void whatACutoffDoes() throws Exception {
        Confusion point = training.at(validation.cutoff());
        Proportion intervals = result.plan().descriptives().intervals();
        JsonObject curve = json("roc_summary.json").getAsJsonObject("he_rscore").getAsJsonObject("train");
        FeatureTable quantities = StudySheets.validation(result);
        for (Performance number : Performance.ALL) {
            Estimate exact = number.of(point, Proportion.CLOPPER_PEARSON);
            Estimate wilson = number.of(point, Proportion.WILSON);
            assertTrue(curve.getAsJsonObject("at_training_cutoff").has(number.key()), number.key());
            JsonObject written = curve.getAsJsonObject("at_training_cutoff").getAsJsonObject(number.key());
            assertEquals(exact.value(), written.get("value").getAsDouble(), number.key());
            assertEquals(
                    exact.low(),
                    written.getAsJsonArray("clopper_pearson").get(0).getAsDouble());
            assertEquals(wilson.high(), written.getAsJsonArray("wilson").get(1).getAsDouble());
            assertTrue(curve.getAsJsonObject("at_own_cutoff").has(number.key()), number.key());
            assertEquals(Words.share(number.of(point, intervals)), printed("performance", 0, number.title()));
            assertEquals(exact.value(), cell(StudySheets.performance(result).orElseThrow(), number.words()));
            int row = row(quantities, "  " + number.words());
            assertEquals(number.of(point, intervals).value(), quantities.values("value")[row], number.words());
            assertEquals(number.of(point, intervals).low(), quantities.values("low")[row], number.words());
            String word = number.words().substring(number.words().indexOf(' ') + 1);
            assertTrue(methods.toLowerCase(Locale.ROOT).contains(word), () -> word + " is not in " + methods);
        }
    }

    @Test
    void theAreaUnderACurve() {
        JsonObject curve = json("roc_summary.json").getAsJsonObject("he_rscore").getAsJsonObject("train");
        for (Finding<org.ichradiomics.stats.Auc> finding : Findings.AUC) {
            assertTrue(curve.has(finding.key()), finding.key());
            if (finding.title().isEmpty()) continue;
            assertEquals(finding.cell().apply(training.auc()), printed("performance", 0, finding.title()));
        }
        String area = Words.share(training.auc().area());
        assertTrue(methods.contains(area), methods);
        assertTrue(StudySummary.text(result)
                .contains(StudySummary.estimate(training.auc().area())));
        assertTrue(StudySummary.sentence(result)
                .contains(StudySummary.estimate(training.auc().area())));
    }

    @Test
    void calibration() throws Exception {
        Validation.Calibrated calibrated = validation.calibration().orElseThrow();
        Calibration calibration = calibrated.calibration();
        CalibrationOfR ofR = CalibrationOfR.of(calibrated);
        JsonObject score = json("calibration.json").getAsJsonObject("test_rscore");
        FeatureTable quantities = StudySheets.validation(result);
        for (CalibrationNumber number : CalibrationNumber.ALL) {
            int row = row(quantities, number.words());
            assertEquals(number.of().applyAsDouble(calibration), quantities.values("value")[row], number.words());
            assertTrue(methods.contains(number.sentence().apply(calibration)), number.words());
            if (number.key().isEmpty()) continue;
            assertTrue(score.has(number.key()), number.key());
            assertEquals(
                    number.ofR().applyAsDouble(ofR), score.get(number.key()).getAsDouble(), number.key());
        }
        assertTrue(report.contains(Html.text(CalibrationNumber.sentence(calibration))));
    }

    @Test
    void featuresOfTheSignature() {
        LassoModel model = result.selection().orElseThrow().model();
        JsonArray features =
                json("lasso_selection.json").getAsJsonObject("model_chosen").getAsJsonArray("features");
        for (Finding<LassoModel.Term> finding : Findings.TERM) {
            assertTrue(features.get(0).getAsJsonObject().has(finding.key()), finding.key());
            String cell = finding.cell().apply(model.terms().get(0));
            assertEquals(cell, printed("signature", 1, finding.title()));
        }
    }

    @Test
    void termsOfRegressions() throws Exception {
        Regression model = result.models().get(0);
        Effect effect = model.effect(model.names().get(0));
        JsonObject coefficient = json("logistic_multivariable.json")
                .getAsJsonObject(model.key())
                .getAsJsonArray("coefficients")
                .get(1)
                .getAsJsonObject();
        FeatureTable univariable = FeatureTableCsv.parse(files.get("logistic_univariable_he_train.csv"), "univariable");
        for (Finding<Effect> finding : Findings.EFFECT) {
            assertEquals(
                    finding.value().apply(effect),
                    coefficient.get(finding.key()).getAsDouble(),
                    finding.key());
            assertTrue(univariable.columns().contains(finding.key()), finding.key());
            if (finding.title().isEmpty()) continue;
            assertEquals(finding.cell().apply(effect), printed("table2", 1, "Multivariable " + finding.title()));
            printed("table2", 1, "Univariable " + finding.title());
            for (String table : List.of("univariable", "backward"))
                assertTrue(table(table).columns().contains(finding.title()), table);
        }
    }

    @Test
    void agreementOfReaders() throws Exception {
        ReaderAgreement agreement = result.agreement().orElseThrow();
        FeatureTable window = StudySheets.agreement(agreement);
        Set<String> columns = Set.copyOf(window.columns());
        for (Finding<ReaderAgreement.Row> finding : Findings.agreement(agreement)) {
            assertTrue(columns.contains(finding.key()), finding.key());
            if (finding.title().isEmpty()) continue;
            String cell = finding.cell().apply(agreement.rows().get(0));
            assertEquals(cell, printed("agreement", 0, finding.title()));
        }
        assertEquals(columns.size(), Findings.agreement(agreement).size());
    }

    /** Counts of the selection are said in the summary, the methods and the files for programs. */
    @Test
    void whatWasSelected() {
        int kept = result.filter().orElseThrow().selected().length;
        int terms = result.selection().orElseThrow().model().terms().size();
        assertTrue(StudySummary.text(result)
                .contains("features: 12, " + kept + " after the filter, " + terms + " in the signature"));
        assertTrue(methods.contains(" were kept: " + kept + ". "), methods);
        assertTrue(methods.contains(English.counted(terms, "feature") + " had "), methods);
        assertEquals(
                kept, json("lasso_selection.json").get("n_selected_univariate").getAsInt());
        assertTrue(table("tableS1").title().contains("(" + kept + " of 12)"));
        assertEquals(kept, table("tableS1").rows().size());
    }

    /** Every measure three ways, in the file for programs, the table, the window, the methods and the first page. */
    @Test
    void honestNumbers() throws Exception {
        InternalValidation found = result.internal().orElseThrow();
        JsonObject json = json("honest_validation.json");
        FeatureTable window = StudySheets.honest(result).orElseThrow();
        List<HonestFindings.Line> lines = HonestFindings.Line.of(found);
        assertEquals(Measure.values().length, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            HonestFindings.Line line = lines.get(i);
            JsonObject written = json.getAsJsonObject(line.measure().key());
            assertEquals(line.measure().title(), window.texts("quantity").get(i));
            for (Finding<HonestFindings.Line> finding : HonestFindings.LINE) {
                assertTrue(written.has(finding.key()), finding.key());
                assertTrue(window.columns().contains(finding.key()), finding.key());
                if (!finding.title().isEmpty())
                    assertEquals(finding.cell().apply(line), printed("honest", i, finding.title()));
            }
            assertEquals(found.nested().mean().of(line.measure()), window.values("honest_nested")[i]);
            assertTrue(methods.contains(line.measure().words()), line.measure().words());
            assertTrue(methods.contains(HonestFindings.NESTED.cell().apply(line)), methods);
        }
        for (Finding<HonestFindings.Line> way : List.of(
                HonestFindings.APPARENT,
                HonestFindings.AFTER_SELECTION,
                HonestFindings.NESTED,
                HonestFindings.CORRECTED)) {
            String cell = way.cell().apply(lines.get(0));
            assertTrue(
                    methods.contains(cell)
                            && HonestTables.lead(result).orElseThrow().contains(cell),
                    cell);
        }
        assertTrue(report.contains(Html.paragraph(HonestTables.lead(result).orElseThrow())));
        assertTrue(StudySummary.text(result).contains("honest AUC, corrected for optimism: "));
        assertTrue(StudySummary.sentence(result).contains(", honest AUC "));
        double p = json.getAsJsonObject("permutation").get("p").getAsDouble();
        assertEquals(found.permutation().orElseThrow().p(), p);
        assertTrue(report.contains(PValue.sentence(p)));
    }

    @Test
    void howOftenFeaturesAreChosenAndHowManyCasesTheyNeed() throws Exception {
        FeatureTable stability = FeatureTableCsv.parse(files.get("selection_stability.csv"), "stability");
        TextTable table = table("stability");
        for (Finding<SelectionStability.Row> finding : HonestFindings.STABILITY) {
            assertTrue(stability.columns().contains(finding.key()), finding.key());
            assertTrue(table.columns().contains(finding.title()), finding.title());
        }
        assertEquals(table.rows().size(), stability.size());
        assertTrue(paper.figures().stream().anyMatch(figure -> figure.key().equals("stability")));
        RequiredCases sizes = result.sizes().orElseThrow();
        JsonObject json = json("sample_size.json").getAsJsonObject("candidates");
        for (Finding<RequiredCases.Row> finding : HonestFindings.SIZE) {
            String cell = finding.cell().apply(sizes.rows().get(0));
            assertEquals(cell, printed("sample_size", 0, finding.title()));
            if (!finding.key().isEmpty()) assertTrue(json.has(finding.key()), finding.key());
        }
        assertTrue(methods.contains(" needs " + sizes.candidates().cases() + " cases (Riley"), methods);
    }
}
