package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.SliceFilling;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code between}: a mask whose empty slices between drawn ones are filled. */
final class BetweenCommand {

    private BetweenCommand() {}

    static int run(Given given) throws InvalidInputException {
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuse(out, given.inputs(SliceFilling.OPTIONS));
        SliceFilling.Written written = SliceFilling.run(
                given.<Path>place(0), given.value("--mask-label", Labels.ANY), out, Commands.replacing(given));
        boolean isJson = given.has("--json");
        PrintWriter said = isJson ? given.err() : given.out();
        if (isJson) given.out().print(JsonText.file(values(written)));
        else for (SliceFilling.Filled one : written.filled()) given.out().println(one.text());
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
