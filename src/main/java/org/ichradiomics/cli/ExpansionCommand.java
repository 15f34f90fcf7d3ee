package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/** {@code expansion}: two scans and two masks in, growth and every published definition out. */
final class ExpansionCommand {

    static final String IVH_LABEL = "--ivh-label";

    private static final String DEFINITION = "--definition";
    private static final String HOURS = "--hours";
    private static final String SURGERY = "--surgery";
    private static final String JSON = "--json";

    private ExpansionCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Visit.check(given, line);
        ExpansionRule decisive = definition(given.matchedOptionValue(DEFINITION, ExpansionRule.STANDARD.text()), line);
        double hours = hours(given.matchedOptionValue(HOURS, null), line);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out != null) {
            RowFile.refuseInput(ExtractCommand.OUT, out, out, inputs(given), line);
            RowFile.checkPlace(ExtractCommand.OUT, out);
            WholeFile.check(out);
        }

        Visit.Seen before = Visit.BASELINE.read(given);
        Visit.Seen after = Visit.FOLLOW_UP.read(given);
        Expansion expansion =
                Expansion.of(before.haematoma().volume(), after.haematoma().volume());
        if (before.ivh().isPresent())
            expansion = expansion.withIvh(before.ivh().get(), after.ivh().orElseThrow());
        if (!Double.isNaN(hours)) expansion = expansion.withHours(hours);
        if (given.hasMatchedOption(SURGERY)) expansion = expansion.afterSurgery();
        ExpansionReport report = new ExpansionReport(before.haematoma(), after.haematoma(), expansion, decisive);

        // First, so that an answer is not lost with a table that cannot take it.
        line.getOut().print(given.hasMatchedOption(JSON) ? report.json() : report.text());
        if (out == null) return Main.DONE;
        GrowingTable.Added added = new GrowingTable(out, Commands.replacing(given))
                .add(List.of(report.table()), GrowingTable.Before.NOTHING);
        // What a program reads stays JSON alone.
        PrintWriter said = given.hasMatchedOption(JSON) ? line.getErr() : line.getOut();
        for (String note : added.notes()) said.println("Note: " + note);
        said.println((added.isChanged() ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static ExpansionRule definition(String name, CommandLine line) {
        return ExpansionRule.named(name)
                .orElseThrow(() -> new ParameterException(
                        line,
                        "There is no definition \"" + name + "\": use "
                                + Arrays.stream(ExpansionRule.values())
                                        .map(rule -> "\"" + rule.text() + "\"")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** NaN if they are not given. */
    private static double hours(String text, CommandLine line) {
        if (text == null) return Double.NaN;
        try {
            double hours = Double.parseDouble(text);
            if (hours > 0 && hours < Double.POSITIVE_INFINITY) return hours;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new ParameterException(
                line, HOURS + "=" + text + " is not a positive number: write " + HOURS + "=24, or leave it out.");
    }

    /** The files that are read, none of which may be overwritten. */
    private static Map<String, Path> inputs(ParseResult given) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        for (Visit visit : Visit.values()) inputs.putAll(visit.inputs(given));
        return inputs;
    }
}
