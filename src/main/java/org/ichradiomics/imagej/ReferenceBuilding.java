package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Version;

/**
 * <i>Build Reference...</i>: means and standard deviations of a cohort's features, for R-scores against that cohort.
 */
public final class ReferenceBuilding {

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "table",
            "ICH Radiomics",
            "name",
            "My cohort",
            "columns",
            "",
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    private ReferenceBuilding() {}

    /**
     * Builds the reference of a table and writes it; the log says which columns are features of it and which were
     * passed over.
     *
     * @throws InvalidInputException if the table has fewer than two cases or mixed settings, a column that is named is
     *     not there, or the file cannot be written
     */
    public static Reference run(Options options) throws InvalidInputException {
        if (options.get("out").isEmpty()) {
            throw new InvalidInputException(
                    "The path of the reference file is missing: write out=[path of a .json file].");
        }
        FeatureTable table = OpenTable.find(options.get("table"));
        FeatureColumns columns = FeatureColumns.of(table, FeatureColumns.split(options.get("columns")));
        FeatureTable measured = FeatureColumns.measured(table, columns.features());
        Reference reference = reference(measured, columns.features(), options.get("name"));
        columns.text().ifPresent(IJ::log);
        sayCases(table, measured);
        CaseStatus.sentence(table.cases(), List.of(table), "such cases belong to the reference")
                .ifPresent(IJ::log);
        if (!Reference.FILE.write(reference, Options.path(options.get("out")), options.replacing()))
            Unchanged.say(options.get("out"));
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
        return reference;
    }

    /** Which rows are no cases of the reference, and which case is more than one. */
    private static void sayCases(FeatureTable table, FeatureTable measured) {
        List<String> lost = new ArrayList<>(table.cases());
        measured.cases().forEach(lost::remove);
        if (!lost.isEmpty()) {
            IJ.log("Without a value of any feature in " + table.title() + ", and so not in the reference: "
                    + String.join(", ", lost)
                    + ".");
        }
        Set<String> seen = new HashSet<>();
        List<String> twice =
                measured.cases().stream().filter(id -> !seen.add(id)).distinct().toList();
        if (twice.isEmpty()) return;
        IJ.log("More than one row in " + table.title() + " for " + String.join(", ", twice)
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
