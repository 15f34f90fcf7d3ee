package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.VolumeMeasuring;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.OpenFiles;

/** {@code volume}: one image and one mask in, mL and ABC/2 out. */
final class VolumeCommand {

    private VolumeCommand() {}

    static int run(Given given) throws InvalidInputException {
        ExtractOptions options = ChosenOptions.of(given, VolumeMeasuring.OPTIONS);
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) RowFile.refuse(out, given.inputs(VolumeMeasuring.OPTIONS));
        Path image = given.place(0);
        Path mask = given.value(ExtractCommand.MASK);
        Map<String, Object> values;
        try (OpenFiles files = new OpenFiles()) {
            Excerpt found = ImageFile.excerpt(
                    image,
                    options.spacing(),
                    spacing -> Margin.NONE,
                    files,
                    file -> file.marked(mask, options.get("label"), List.of(), options.rule(), files));
            Scan scan = found.scan();
            values = values(image, VolumeMeasurement.of(scan, scan.spacing(), found.lesion()));
        }
        boolean isJson = given.has("--json");
        given.out().print(isJson ? JsonText.file(values) : text(values));
        if (out == null) return Main.DONE;
        FeatureTable row = FeatureTable.of(List.copyOf(values.keySet()), List.of(new ArrayList<>(values.values())));
        RowFile.add(row, new GrowingTable(out, Commands.replacing(given)), out, isJson, given);
        return Main.DONE;
    }

    private static Map<String, Object> values(Path image, VolumeMeasurement m) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FeatureTable.CASE, FileKind.caseName(image));
        values.putAll(Column.byName(VolumeMeasurement.KEYED, m));
        return values;
    }

    private static String text(Map<String, Object> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append(System.lineSeparator()));
        return text.toString();
    }
}
