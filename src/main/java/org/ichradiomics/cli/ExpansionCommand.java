package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;

/** {@code expansion}: two scans and two masks in, growth and every published definition out. */
final class ExpansionCommand {

    private ExpansionCommand() {}

    static int run(Given given) throws InvalidInputException {
        ExpansionOptions options = options(given);
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) RowFile.refuse(out, given.inputs(ExpansionOptions.OPTIONS));
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
        boolean isJson = given.has("--json");
        given.out().print(isJson ? report.json() : report.text());
        if (out != null) RowFile.add(report.table(), new GrowingTable(out, options.replacing()), out, isJson, given);
        return Main.DONE;
    }

    /** @throws WrongUse if the value of an option is none, or options contradict each other */
    private static ExpansionOptions options(Given given) {
        ExpansionOptions options = ExpansionOptions.of(given.words(ExpansionOptions.OPTIONS));
        String definition = options.get("definition");
        if (ExpansionRule.named(definition).isEmpty()) {
            String names = Arrays.stream(ExpansionOptions.definitions())
                    .map(name -> '"' + name + '"')
                    .collect(Collectors.joining(", "));
            throw new WrongUse("There is no definition \"" + definition + "\": use " + names + ".");
        }
        try {
            Visit.check(options);
            options.check();
        } catch (InvalidInputException e) {
            throw new WrongUse(e.in(OptionWords.INSTANCE), e);
        }
        return options;
    }
}
