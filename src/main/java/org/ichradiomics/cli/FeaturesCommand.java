package org.ichradiomics.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.measure.FeatureList;

/** {@code features}: a catalogue, one feature a line. */
final class FeaturesCommand {

    static final String NAME = "features";

    private static final String CATALOGUE = "--catalogue";
    private static final String JSON = "--json";

    private FeaturesCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(
                NAME,
                "List the features of a catalogue: name, formula, unit, source, and what IBSI and PyRadiomics call the same quantity.",
                "A name after ≠ is a look-alike that is another quantity; the reason follows.");
        spec.addOption(OptionSpec.builder(CATALOGUE)
                .paramLabel("ak|ibsi")
                .type(String.class)
                .description("The 396 features of AK (default), or the 174 of IBSI 1.")
                .build());
        spec.addOption(
                OptionSpec.builder(JSON).description("As JSON instead of CSV.").build());
        spec.addOption(Commands.debug());
        Commands.runs(spec, () -> {
            PrintWriter out = spec.commandLine().getOut();
            ParseResult given = spec.commandLine().getParseResult();
            List<Map<String, String>> rows = catalogue(given.matchedOptionValue(CATALOGUE, "ak"), spec.commandLine())
                    .rows();
            if (given.hasMatchedOption(JSON)) {
                writeJson(rows, out);
            } else {
                writeCsv(rows, out);
            }
            return Main.DONE;
        });
        return spec;
    }

    private static FeatureList catalogue(String name, CommandLine line) {
        for (FeatureList list : FeatureList.values()) {
            if (list.name().equalsIgnoreCase(name.strip())) return list;
        }
        throw new ParameterException(line, CATALOGUE + " must be ak or ibsi, was " + name + ".");
    }

    private static void writeCsv(List<Map<String, String>> rows, PrintWriter out) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(rows.get(0).keySet());
        for (Map<String, String> row : rows) csv.writeRecord(row.values());
    }

    private static void writeJson(List<Map<String, String>> rows, PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginArray();
        for (Map<String, String> row : rows) {
            json.beginObject();
            for (Map.Entry<String, String> field : row.entrySet())
                json.name(field.getKey()).value(field.getValue());
            json.endObject();
        }
        json.endArray();
        out.println();
    }
}
