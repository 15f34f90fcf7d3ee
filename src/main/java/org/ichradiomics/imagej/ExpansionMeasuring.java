package org.ichradiomics.imagej;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/**
 * <i>Expansion...</i>: two scans of one haematoma. A row of the Results table with the numbers and what the chosen
 * definition says, for macros; and a window with one row for each published definition, to be read.
 */
public final class ExpansionMeasuring {

    private ExpansionMeasuring() {}

    /**
     * Measures both scans and writes the tables, and a CSV file if asked for.
     *
     * @throws InvalidInputException if something cannot be measured or written
     */
    public static ExpansionReport run(ExpansionOptions options, LesionFinder.Asker asker) throws InvalidInputException {
        if (!options.get("out").isEmpty()) WholeFile.check(Options.path(options.get("out")));
        ExpansionReport report = measure(options, asker);
        ResultsTable results = ResultsRow.table();
        ForeignRows.add(results, report.baseline().label(), ExpansionReport.COLUMNS, report, ExpansionReport.NUMBERS);
        Screen.show(results, "Results");
        showDefinitions(options.get("table"), report);
        if (!options.get("out").isEmpty())
            append(report, new GrowingTable(Options.path(options.get("out")), options.replacing()));
        return report;
    }

    /**
     * Measures both scans and writes nothing.
     *
     * @throws InvalidInputException if something cannot be measured
     */
    static ExpansionReport measure(ExpansionOptions options, LesionFinder.Asker asker) throws InvalidInputException {
        return pair(options, asker).report();
    }

    /**
     * Two scans that were measured.
     *
     * @param lines what a dialog shows of both masks
     */
    record Pair(ExpansionReport report, List<String> lines) {}

    /** Measures both scans and writes nothing. */
    static Pair pair(ExpansionOptions options, LesionFinder.Asker asker) throws InvalidInputException {
        options.check();
        refuseOneScan(options);
        ImagePlus baseline = TimePoint.image("baseline", options.get("baseline"));
        ImagePlus followUp = TimePoint.image("followup", options.get("followup"));
        TimePoint before = TimePoint.of("baseline", baseline, followUp, options, asker);
        TimePoint after = TimePoint.of("followup", followUp, baseline, options, asker);
        Expansion expansion =
                Expansion.of(before.haematoma().volume(), after.haematoma().volume());
        if (before.ivh().isPresent())
            expansion = expansion.withIvh(before.ivh().get(), after.ivh().orElseThrow());
        return new Pair(
                new ExpansionReport(
                        before.haematoma(), after.haematoma(), options.completed(expansion), options.definition()),
                List.of("Baseline: " + before.line(), "Follow-up: " + after.line()));
    }

    /** Two windows of one title, say, of which ImageJ finds the first: the growth would be 0. */
    private static void refuseOneScan(ExpansionOptions options) throws InvalidInputException {
        String image = options.get("baseline");
        if (!image.isEmpty()
                && image.equals(options.get("followup"))
                && options.get("baseline_mask").equals(options.get("followup_mask"))) {
            throw new InvalidInputException("Baseline and follow-up are one and the same image "
                    + image.replaceAll(".*[/\\\\]", "") + ": choose two, and give them different titles.");
        }
    }

    private static void append(ExpansionReport report, GrowingTable file) throws InvalidInputException {
        for (String note :
                file.add(List.of(report.table()), GrowingTable.Before.NOTHING).notes())
            IJ.log("ICH Radiomics: " + note);
    }

    /** Adds a row for each definition to the window of a title; later pairs follow earlier ones. */
    private static void showDefinitions(String title, ExpansionReport report) {
        if (!Screen.isThere()) return;
        ResultsTable window = FullTable.window(title);
        ResultsTable table = window == null ? new ResultsTable() : window;
        fill(table, report);
        Screen.show(table, title);
    }

    static void fill(ResultsTable table, ExpansionReport report) {
        for (ExpansionRule rule : ExpansionRule.values()) {
            ExpansionReport.Judged judged = new ExpansionReport.Judged(report, rule);
            ForeignRows.fill(table, ExpansionReport.Judged.COLUMNS, judged);
        }
    }
}
