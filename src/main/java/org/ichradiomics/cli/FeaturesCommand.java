package org.ichradiomics.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import org.ichradiomics.extract.Catalogue;
import org.ichradiomics.feature.Feature;

/** {@code features}: the catalogue, one feature a line. */
final class FeaturesCommand {

    static final String NAME = "features";

    private static final String JSON = "--json";

    private FeaturesCommand() {
    }

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(NAME, "List the features: name, family, group, formula, unit, source.");
        spec.addOption(OptionSpec.builder(JSON).description("As JSON instead of CSV.").build());
        spec.addOption(Commands.debug());
        Commands.runs(spec, () -> {
            PrintWriter out = spec.commandLine().getOut();
            if (spec.commandLine().getParseResult().hasMatchedOption(JSON)) {
                writeJson(Catalogue.AK.features(), out);
            } else {
                writeCsv(Catalogue.AK.features(), out);
            }
            return Main.DONE;
        });
        return spec;
    }

    private static void writeCsv(List<Feature> features, PrintWriter out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
        csv.writeRecord(fields(features.get(0)).keySet());
        for (Feature feature : features) csv.writeRecord(fields(feature).values());
    }

    private static void writeJson(List<Feature> features, PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginArray();
        for (Feature feature : features) {
            json.beginObject();
            for (Map.Entry<String, String> field : fields(feature).entrySet()) json.name(field.getKey()).value(field.getValue());
            json.endObject();
        }
        json.endArray();
        out.println();
    }

    private static Map<String, String> fields(Feature feature) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", feature.name());
        fields.put("family", feature.family());
        fields.put("group", feature.group());
        fields.put("formula", feature.formula());
        fields.put("unit", feature.unit());
        fields.put("source", feature.source());
        return fields;
    }
}
