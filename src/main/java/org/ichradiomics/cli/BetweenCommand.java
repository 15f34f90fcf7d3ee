package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.SliceFilling;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code between}: a mask whose empty slices between drawn ones are filled. */
final class BetweenCommand {

    private BetweenCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        RowFile.refuse(out, TaskSpec.inputs(given, SliceFilling.OPTIONS), line);
        SliceFilling.Written written = SliceFilling.run(
                given.matchedPositionalValue(0, (Path) null),
                given.matchedOptionValue("--label", Labels.ANY),
                out,
                Commands.replacing(given));
        boolean isJson = given.hasMatchedOption("--json");
        PrintWriter said = isJson ? line.getErr() : line.getOut();
        if (isJson) line.getOut().print(JsonText.file(values(written)));
        else for (SliceFilling.Filled one : written.filled()) line.getOut().println(one.text());
        for (String note : written.notes()) said.println("Note: " + note);
        said.println((written.isWritten() ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static Map<String, Object> values(SliceFilling.Written written) {
        List<Object> labels = new ArrayList<>();
        for (SliceFilling.Filled one : written.filled()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("label", one.label());
            values.put("filled_slices", one.slices());
            values.put("volume_before_mL", one.before());
            values.put("volume_mL", one.after());
            labels.add(values);
        }
        return Map.of("labels", labels);
    }
}
