package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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

    static final String NAME = "expansion";

    static final String IVH_LABEL = "--ivh-label";

    private static final String DEFINITION = "--definition";
    private static final String HOURS = "--hours";
    private static final String SURGERY = "--surgery";
    private static final String JSON = "--json";

    private ExpansionCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(
                NAME,
                "Compare the haematoma of two head CTs: volumes, growth and the published definitions of expansion.");
        for (Visit visit : Visit.values()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(Integer.toString(visit.ordinal()))
                    .paramLabel(visit.image())
                    .required(true)
                    .type(Path.class)
                    .description(
                            visit.title()
                                    + " head CT in HU: DICOM (a folder, zip or file), NIfTI (.nii, .nii.gz), NRRD, MetaImage or TIFF.")
                    .build());
        }
        for (Visit visit : Visit.values()) {
            spec.addOption(OptionSpec.builder(visit.mask())
                    .paramLabel("MASK")
                    .required(true)
                    .type(Path.class)
                    .description("The haematoma on " + visit.image()
                            + ": NIfTI or TIFF with labels, or ROIs of ImageJ (.roi, .zip).")
                    .build());
            add(
                    spec,
                    visit.label(),
                    "N",
                    "The label of the haematoma in that mask, where it holds more than one"
                            + (visit == Visit.BASELINE ? "." : " (default: as " + Visit.BASELINE.label() + ")."));
            add(spec, visit.spacing(), "X,Y,Z", "Voxel spacing of " + visit.image() + " in mm, if it has none.");
        }
        ChosenOptions.addSpacingUseTo(spec);
        add(spec, HOURS, "H", "Hours between the scans: gives growth in mL/h.");
        add(spec, IVH_LABEL, "N", "The label of intraventricular blood in both masks, for the revised definitions.");
        for (Visit visit : Visit.values()) {
            add(
                    spec,
                    visit.ivhMask(),
                    "MASK",
                    "Intraventricular blood on " + visit.image() + " in a mask of its own, or \"none\".");
        }
        spec.addOption(OptionSpec.builder(SURGERY)
                .description("Surgery came between the scans: no definition can be judged.")
                .build());
        add(
                spec,
                DEFINITION,
                "NAME",
                "Which definition says whether it is an expansion (default: " + ExpansionRule.STANDARD.text() + ").");
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print JSON instead of text.")
                .build());
        spec.addOption(OptionSpec.builder(ExtractCommand.OUT)
                .paramLabel("FILE.csv")
                .type(Path.class)
                .description("A table to which one row is added, with all digits; it is made if it is not there.")
                .build());
        spec.addOption(Commands.overwrite("Begin the table anew: the rows that it holds are lost."));
        spec.addOption(Commands.debug());
        Commands.runs(spec, () -> {
            run(spec.commandLine(), spec.commandLine().getParseResult());
            return Main.DONE;
        });
        return spec;
    }

    private static void add(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    private static void run(CommandLine line, ParseResult given) throws InvalidInputException {
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
        if (out == null) return;
        GrowingTable.Added added = new GrowingTable(out, Commands.replacing(given))
                .add(List.of(report.table()), GrowingTable.Before.NOTHING);
        // What a program reads stays JSON alone.
        PrintWriter said = given.hasMatchedOption(JSON) ? line.getErr() : line.getOut();
        for (String note : added.notes()) said.println("Note: " + note);
        said.println((added.isChanged() ? "written: " : "unchanged: ") + out);
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
