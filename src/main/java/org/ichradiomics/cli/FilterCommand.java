package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.ReferenceMap;
import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.ResponseMap;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/** {@code filter}: one image in, its response to one filter out. */
final class FilterCommand {

    private static final String SETTINGS = "--settings";
    private static final String TEST = "--ibsi2";

    private FilterCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        String settings = given.matchedOptionValue(SETTINGS, null);
        String test = given.matchedOptionValue(TEST, null);
        if ((settings == null) == (test == null)) {
            throw new ParameterException(line, "Which filter? Give either " + SETTINGS + " or " + TEST + ".");
        }
        Path image = given.matchedPositionalValue(0, null);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        RowFile.refuseInput(ExtractCommand.OUT, out, out, TaskSpec.inputs(given, Tasks.FILTER.options()), line);
        WholeFile.check(out);
        Optional<IbsiFilter> filter = test == null ? Optional.empty() : Optional.of(reference(test, line));
        ExtractOptions options =
                ChosenOptions.of(given, line, List.of(CommonOptions.SPACING, CommonOptions.SPACING_USE));

        Scan scan = ImageFile.read(image).scan().spaced(options.spacing());
        ResponseMap map = filter.isPresent()
                ? ResponseMap.of(scan, scan.spacing(), filter.get())
                : ResponseMap.of(scan, scan.spacing(), IbsiPreset.find(settings));
        boolean isChanged =
                NiftiWriter.writeFloat32(out, map.values().view(), map.geometry(), Commands.replacing(given));
        line.getOut().println("filter: " + map.filter().name());
        line.getOut().println("source: " + map.filter().source());
        for (String note : scan.warnings()) line.getOut().println("Note: " + note);
        line.getOut().println((isChanged ? "written: " : "unchanged: ") + out);
        return Main.DONE;
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
