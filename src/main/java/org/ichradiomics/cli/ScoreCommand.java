package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code score}: a table of features in, a score for each case out. */
final class ScoreCommand {

    private static final String TABLE = "TABLE";

    private ScoreCommand() {}

    static int run(Given given) throws InvalidInputException {
        boolean isJson = given.has("--json");
        if (given.has("--list")) return list(given, isJson);
        if (!given.hasPlace(0)) throw new WrongUse("Missing required parameter: '" + TABLE + "'");
        Options options = given.options(TableScoring.OPTIONS, Options::replacing);
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) RowFile.refuseOthers(out, TABLE, given.inputs(TableScoring.OPTIONS));
        TableScoring.Scored scored = TableScoring.of(Tables.FILES, options);
        Optional<GrowingTable> file = TableScoring.file(scored.table(), options);
        if (isJson) given.out().print(JsonText.file(scored.rows()));
        else if (file.isEmpty()) given.out().print(FeatureTableCsv.text(table(scored.rows())));
        if (file.isPresent()) RowFile.say(TableScoring.add(scored.table(), file.get()), out, isJson, given);
        return Main.DONE;
    }

    private static FeatureTable table(List<Map<String, Object>> rows) {
        return FeatureTable.of(
                rows.stream().findFirst().map(row -> List.copyOf(row.keySet())).orElse(List.of(FeatureTable.CASE)),
                rows.stream().map(row -> new ArrayList<>(row.values())).toList());
    }

    private static int list(Given given, boolean isJson) {
        if (isJson) {
            given.out()
                    .print(JsonText.file(Map.of("signatures", Signatures.names(), "references", References.names())));
            return Main.DONE;
        }
        Signatures.names().forEach(name -> given.out().println("signature: " + name));
        References.names().forEach(name -> given.out().println("reference: " + name));
        return Main.DONE;
    }
}
