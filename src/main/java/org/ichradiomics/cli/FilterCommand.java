package org.ichradiomics.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.ReferenceMap;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.ResponseMap;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/** {@code filter}: one image in, its response to one filter out. */
final class FilterCommand {

    static final String NAME = "filter";

    private static final String SETTINGS = "--settings";
    private static final String TEST = "--ibsi2";

    private FilterCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(
                NAME,
                "Write the response of an image to a filter of IBSI 2.",
                "Example: filter ct.nii.gz --settings 3.A --out log.nii.gz");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("IMAGE")
                .required(true)
                .type(Path.class)
                .description(
                        "The scan: DICOM (a folder, zip or file), NIfTI (.nii, .nii.gz), NRRD, MetaImage or " + "TIFF.")
                .build());
        spec.addOption(OptionSpec.builder(SETTINGS)
                .paramLabel("F")
                .type(String.class)
                .description("A JSON file of IBSI settings with one filter, or 2.A to 9.B: the image is rounded "
                        + "and interpolated as"
                        + " they say, then filtered.")
                .build());
        spec.addOption(OptionSpec.builder(TEST)
                .paramLabel("TEST")
                .type(String.class)
                .description("1.a.1 to 10.b.1, the filter of a reference map of IBSI 2; the image is filtered as "
                        + "it is.")
                .build());
        ChosenOptions.addSpacingTo(spec);
        spec.addOption(OptionSpec.builder(ExtractCommand.OUT)
                .paramLabel("MAP.nii.gz")
                .required(true)
                .type(Path.class)
                .description("The map to write, float32, .nii or .nii.gz.")
                .build());
        spec.addOption(Commands.overwrite("Replace a file of other content that has this name."));
        spec.addOption(Commands.debug());
        Commands.runs(spec, () -> {
            run(spec.commandLine(), spec.commandLine().getParseResult());
            return Main.DONE;
        });
        return spec;
    }

    private static void run(CommandLine line, ParseResult given) throws InvalidInputException {
        String settings = given.matchedOptionValue(SETTINGS, null);
        String test = given.matchedOptionValue(TEST, null);
        if ((settings == null) == (test == null)) {
            throw new ParameterException(line, "Which filter? Give either " + SETTINGS + " or " + TEST + ".");
        }
        Path image = given.matchedPositionalValue(0, null);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        Map<String, Path> inputs = new LinkedHashMap<>(Map.of("IMAGE", image));
        if (settings != null && new File(settings).isFile()) inputs.put(SETTINGS, Path.of(settings));
        RowFile.refuseInput(ExtractCommand.OUT, out, out, inputs, line);
        WholeFile.check(out);
        Optional<IbsiFilter> filter = test == null ? Optional.empty() : Optional.of(reference(test, line));
        ExtractOptions options =
                ChosenOptions.of(given, line, List.of(CommonOptions.SPACING, CommonOptions.SPACING_USE));

        Scan scan = ImageFile.read(image).scan().spaced(options.spacing());
        ResponseMap map = filter.isPresent()
                ? ResponseMap.of(scan, scan.spacing(), filter.get())
                : ResponseMap.of(scan, scan.spacing(), IbsiPreset.find(settings));
        boolean isChanged = Nifti.writeFloat32(out, map.values().view(), map.geometry(), Commands.replacing(given));
        line.getOut().println("filter: " + map.filter().name());
        line.getOut().println("source: " + map.filter().source());
        for (String note : scan.warnings()) line.getOut().println("Note: " + note);
        line.getOut().println((isChanged ? "written: " : "unchanged: ") + out);
    }

    private static IbsiFilter reference(String test, CommandLine line) {
        return ReferenceMap.named(test)
                .orElseThrow(() -> new ParameterException(
                        line,
                        TEST + "=" + test
                                + " is no reference map: give "
                                + ReferenceMap.all().stream()
                                        .map(ReferenceMap::name)
                                        .collect(Collectors.joining(", "))
                                + "."))
                .filter();
    }
}
