package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.measure.Analysis;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.IbsiResult;
import org.ichradiomics.measure.IbsiSettings;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.WholeFile;

/** {@code ibsi}: one image and one mask in, the IBSI-1 catalogue under one configuration out, one value a line. */
final class IbsiCommand {

    private static final String CONFIG = "--config";
    private static final String DIAGNOSTICS = "--diagnostics";

    private IbsiCommand() {}

    static int run(Given given) throws InvalidInputException {
        Path image = given.place(0);
        Path mask = given.value(ExtractCommand.MASK);
        String config = given.value(CONFIG, "");
        ExtractOptions options = ChosenOptions.of(given, Tasks.IBSI.options());
        Map<String, Path> outputs = outputs(given);
        check(outputs, given.inputs(Tasks.IBSI.options()));
        IbsiSettings settings = IbsiPreset.find(config);

        ImageFile file = ImageFile.read(image);
        Scan whole = file.scan();
        Lesion lesion = MaskFile.lesion(mask, options.get("label"), options.placement(), file);
        Scan scan = whole.spaced(options.spacing());
        Spacing spacing = scan.spacing();
        Region region = lesion.region(scan, spacing);
        Glance glance = lesion.glance(scan, region);
        Analysis.Ibsi analysis = new Analysis.Ibsi(settings);
        IbsiResult result = analysis.extractor().measure(scan, region, Progress.NONE);

        Path values = outputs.get(ExtractCommand.OUT);
        Map<Path, String> texts = new LinkedHashMap<>(Map.of(values, csv(IbsiResult.HEADER, result.rows())));
        if (outputs.containsKey(DIAGNOSTICS)) {
            texts.put(outputs.get(DIAGNOSTICS), csv(IbsiResult.DIAGNOSTICS_HEADER, result.diagnosticRows()));
        }
        List<Path> changed = WholeFile.write(texts, Commands.replacing(given));
        if (changed.contains(values) || !Files.exists(record(values))) {
            Provenance.write(
                    record(values),
                    List.of(Provenance.entry(analysis, scan, spacing, lesion, glance)),
                    !Commands.replacing(given).isWanted());
        }
        for (String reason : glance.reasons()) given.out().println("Note: " + reason);
        given.out().println("config: " + settings.name());
        given.out().println("values: " + result.values().size());
        for (String note : scan.warnings()) given.out().println("Note: " + note);
        for (String note : lesion.notes()) given.out().println("Note: " + note);
        given.out()
                .println((changed.isEmpty() ? "unchanged: " : "written: ")
                        + String.join(
                                ", ",
                                outputs.values().stream().map(Path::toString).toList()));
        return Main.DONE;
    }

    /** Beside the values, and not of their name alone: that is likely the name of the configuration. */
    private static Path record(Path values) {
        return Provenance.beside(values, ".run.json");
    }

    private static Map<String, Path> outputs(Given given) {
        Map<String, Path> outputs = new LinkedHashMap<>();
        for (String option : List.of(ExtractCommand.OUT, DIAGNOSTICS)) {
            Path file = given.value(option);
            if (file != null) outputs.put(option, file);
        }
        return outputs;
    }

    /** Refuses what could not be written, before anything is measured. */
    private static void check(Map<String, Path> outputs, Map<String, Path> inputs) throws InvalidInputException {
        for (Map.Entry<String, Path> output : outputs.entrySet()) {
            RowFile.refuseInput(output.getKey(), output.getValue(), output.getValue(), inputs);
        }
        List<Path> files = outputs.values().stream()
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
        if (files.stream().distinct().count() < files.size()) {
            throw new WrongUse(
                    ExtractCommand.OUT + " and " + DIAGNOSTICS + " are the same file: choose another name for one.");
        }
        for (Map.Entry<String, Path> output : outputs.entrySet())
            RowFile.checkPlace(output.getKey(), output.getValue());
        Provenance.checkRecord(record(outputs.get(ExtractCommand.OUT)));
    }

    private static String csv(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }
}
