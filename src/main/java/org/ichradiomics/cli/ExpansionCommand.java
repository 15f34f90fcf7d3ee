package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;

/** {@code expansion}: two scans and two masks in, growth and every published definition out. */
final class ExpansionCommand {

    private ExpansionCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        ExpansionOptions options = options(given, line);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out != null) RowFile.refuse(out, TaskSpec.inputs(given, ExpansionOptions.OPTIONS), line);
        ExpansionRule decisive = options.definition();
        Visit.Seen before = Visit.BASELINE.read(given, options);
        Visit.Seen after = Visit.FOLLOW_UP.read(given, options);
        Expansion expansion =
                Expansion.of(before.haematoma().volume(), after.haematoma().volume());
        if (before.ivh().isPresent())
            expansion = expansion.withIvh(before.ivh().get(), after.ivh().orElseThrow());
        ExpansionReport report =
                new ExpansionReport(before.haematoma(), after.haematoma(), options.completed(expansion), decisive);
        // First, so that an answer is not lost with a table that cannot take it.
        boolean isJson = given.hasMatchedOption("--json");
        line.getOut().print(isJson ? report.json() : report.text());
        if (out != null) RowFile.add(report.table(), new GrowingTable(out, options.replacing()), out, isJson, line);
        return Main.DONE;
    }

    /** @throws ParameterException if the value of an option is none, or options contradict each other */
    private static ExpansionOptions options(ParseResult given, CommandLine line) {
        ExpansionOptions options = ExpansionOptions.of(TaskSpec.words(given, line, ExpansionOptions.OPTIONS));
        String definition = options.get("definition");
        if (ExpansionRule.named(definition).isEmpty()) {
            String names = Arrays.stream(ExpansionOptions.definitions())
                    .map(name -> '"' + name + '"')
                    .collect(Collectors.joining(", "));
            throw new ParameterException(line, "There is no definition \"" + definition + "\": use " + names + ".");
        }
        try {
            Visit.check(options);
            options.check();
        } catch (InvalidInputException e) {
            throw new ParameterException(line, e.in(OptionWords.INSTANCE), e);
        }
        return options;
    }
}
