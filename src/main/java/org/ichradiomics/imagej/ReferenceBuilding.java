package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.IJ;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.measure.LabelRows;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Version;

/**
 * <i>Build Reference...</i>: means and standard deviations of a cohort's features, for R-scores against that cohort.
 */
public final class ReferenceBuilding {

    /** Those of <i>Build Reference...</i> and {@code reference}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.features("Table").called("Table of your cases").place("TABLE"),
            Option.text("Name", "My cohort", "What the column \"R-score reference\" says; neither none nor default.")
                    .called("Name of the reference")
                    .line("NAME"),
            CommonOptions.COLUMNS,
            CommonOptions.LABEL_OF_ROWS,
            ExtractOptions.SIGNATURE
                    .meaning("The score whose values of the cases the reference holds, so that "
                            + "others have a place among them: a JSON file, or the built-in \"" + Signatures.ZHAN_2020
                            + "\" (default).")
                    .further(),
            KnownRobustness.OPTION.meaning("The icc.csv or perturbed.csv of the same cohort, as Robustness... wrote "
                    + "them: a score against this reference then says how robust its features are."),
            CommonOptions.out("Out", "FILE.json", "The reference to write.")
                    .called("Save to (.json)")
                    .required(),
            CommonOptions.overwrite("Replace a file of other content that has this name."));

    private ReferenceBuilding() {}

    /**
     * A reference, not written yet.
     *
     * @param notes which columns are features of it and which were passed over, and what else there is to say
     */
    public record Built(Reference reference, List<String> notes) {

        /** In a sentence. */
        public String sentence() {
            return reference.name() + ": " + English.counted(reference.cases(), "case") + ", "
                    + English.counted(reference.scales().size(), "feature") + ".";
        }
    }

    /**
     * Builds the reference of a table.
     *
     * @throws InvalidInputException if the table has fewer than two cases or mixed settings, or a column that is named
     *     is not there
     */
    public static Built of(Tables tables, Options options) throws InvalidInputException {
        LabelRows rows = LabelRows.of(
                tables.find(options.get("table")),
                Optional.empty(),
                options.get(CommonOptions.LABEL_OF_ROWS.key()),
                Setting.of(CommonOptions.LABEL_OF_ROWS.key()));
        FeatureTable table = rows.table();
        FeatureColumns columns = FeatureColumns.of(table, FeatureColumns.split(options.get("columns")));
        FeatureTable measured = FeatureColumns.measured(table, columns.features());
        Signature signature = Signatures.find(options.get("signature"));
        Reference reference =
                reference(measured, columns.features(), options.get("name")).holding(signature, measured);
        Optional<Map<String, Icc>> known = KnownRobustness.of(options.get("robustness"));
        if (known.isPresent()) reference = reference.knowing(known.get());
        List<String> notes = new ArrayList<>(rows.notes());
        columns.text().ifPresent(notes::add);
        sayCases(table, measured, notes);
        CaseStatus.sentence(table.cases(), List.of(table), "such cases belong to the reference")
                .ifPresent(notes::add);
        if (reference.scores().isEmpty()) {
            notes.add("\"" + signature.name() + "\" cannot score the cases of " + table.title()
                    + ", so that others have no place among them.");
        }
        return new Built(reference, notes);
    }

    /**
     * Builds the reference of a table and writes it; the log has its notes.
     *
     * @throws InvalidInputException as {@link #of}, or if the file cannot be written
     */
    public static Built run(Options options) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The path of the reference file", "path of a .json file"));
        Built built = of(Tables.OPEN, options);
        built.notes().forEach(IJ::log);
        Reference reference = built.reference();
        if (!Reference.FILE.write(reference, out, options.replacing())) Unchanged.say(options.get("out"));
        ResultsTable shown = new ResultsTable();
        reference.scales().forEach((feature, scale) -> {
            shown.incrementCounter();
            shown.addValue("feature", feature);
            shown.addValue("mean", scale.mean());
            shown.addValue("SD", scale.sd());
            shown.addValue("n", scale.n());
        });
        shown.setPrecision(9);
        Screen.show(shown, "Reference " + reference.name());
        return built;
    }

    /** Which rows are no cases of the reference, and which case is more than one. */
    private static void sayCases(FeatureTable table, FeatureTable measured, List<String> notes) {
        List<String> lost = new ArrayList<>(table.cases());
        measured.cases().forEach(lost::remove);
        if (!lost.isEmpty()) {
            notes.add("Without a value of any feature in " + table.title() + ", and so not in the reference: "
                    + String.join(", ", lost)
                    + ".");
        }
        Set<String> seen = new HashSet<>();
        List<String> twice =
                measured.cases().stream().filter(id -> !seen.add(id)).distinct().toList();
        if (twice.isEmpty()) return;
        notes.add("More than one row in " + table.title() + " for " + String.join(", ", twice)
                + ": each counts as a case of the reference.");
    }

    private static Reference reference(FeatureTable table, List<String> features, String name)
            throws InvalidInputException {
        try {
            return Reference.of(
                    table, features, name, table.size() + " cases of " + table.title() + ", " + Version.NAME);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(English.capital(e.getMessage()) + ": choose another name.", e);
        }
    }
}
