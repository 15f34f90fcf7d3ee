package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.ClinicalScoring;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code scores}: a table of patients in, their points out; or one patient by options. */
final class ScoresCommand {

    private static final String TABLE = "TABLE.csv";

    private ScoresCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Options options = TaskSpec.options(given, line, ClinicalScoring.OPTIONS, ClinicalScoring::check);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out != null) RowFile.refuseOthers(out, TABLE, TaskSpec.inputs(given, ClinicalScoring.OPTIONS), line);
        ClinicalScoring result = ClinicalScoring.of(Tables.FILES, options);
        Optional<GrowingTable> file = TableScoring.file(result.scored().table(), options);
        boolean isJson = given.hasMatchedOption("--json");
        if (isJson) line.getOut().print(JsonText.file(result.tree()));
        else if (result.isOnePatient()) result.lines().forEach(line.getOut()::println);
        else if (file.isEmpty())
            line.getOut().print(FeatureTableCsv.text(result.scored().table()));
        boolean isTextOfRows = file.isPresent() && !isJson;
        if (!result.isOnePatient())
            for (String note : result.said()) (isTextOfRows ? line.getOut() : line.getErr()).println("Note: " + note);
        if (file.isPresent()) RowFile.say(TableScoring.add(result.scored().table(), file.get()), out, isJson, line);
        return Main.DONE;
    }
}
