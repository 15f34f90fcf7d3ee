package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.measure.FeatureList;

/** {@code features}: a catalogue, one feature a line. */
final class FeaturesCommand {

    private static final String CATALOGUE = "--catalogue";
    private static final String JSON = "--json";

    private FeaturesCommand() {}

    static int run(CommandLine line, ParseResult given) {
        List<Map<String, String>> rows =
                catalogue(given.matchedOptionValue(CATALOGUE, "ak"), line).rows();
        if (given.hasMatchedOption(JSON)) writeJson(rows, line.getOut());
        else writeCsv(rows, line.getOut());
        return Main.DONE;
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

    private static void writeJson(List<Map<String, String>> rows, PrintWriter out) {
        out.println(new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(rows));
    }
}
