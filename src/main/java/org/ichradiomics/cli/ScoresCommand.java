package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Optional;

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

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(ClinicalScoring.OPTIONS, ClinicalScoring::check);
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) RowFile.refuseOthers(out, TABLE, given.inputs(ClinicalScoring.OPTIONS));
        ClinicalScoring result = ClinicalScoring.of(Tables.FILES, options);
        Optional<GrowingTable> file = TableScoring.file(result.scored().table(), options);
        boolean isJson = given.has("--json");
        if (isJson) given.out().print(JsonText.file(result.tree()));
        else if (result.isOnePatient()) result.lines().forEach(given.out()::println);
        else if (file.isEmpty())
            given.out().print(FeatureTableCsv.text(result.scored().table()));
        boolean isTextOfRows = file.isPresent() && !isJson;
        if (!result.isOnePatient())
            for (String note : result.said()) (isTextOfRows ? given.out() : given.err()).println("Note: " + note);
        if (file.isPresent()) RowFile.say(TableScoring.add(result.scored().table(), file.get()), out, isJson, given);
        return Main.DONE;
    }
}
