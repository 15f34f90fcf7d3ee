package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    static int run(Given given) throws InvalidInputException {
        String settings = given.value(SETTINGS);
        String test = given.value(TEST);
        if ((settings == null) == (test == null)) {
            throw new WrongUse("Which filter? Give either " + SETTINGS + " or " + TEST + ".");
        }
        Path image = given.place(0);
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuseInput(ExtractCommand.OUT, out, out, given.inputs(Tasks.FILTER.options()));
        WholeFile.check(out);
        Optional<IbsiFilter> filter = test == null ? Optional.empty() : Optional.of(reference(test));
        ExtractOptions options = ChosenOptions.of(given, List.of(CommonOptions.SPACING, CommonOptions.SPACING_USE));

        Scan scan = ImageFile.read(image).scan().spaced(options.spacing());
        ResponseMap map = filter.isPresent()
                ? ResponseMap.of(scan, scan.spacing(), filter.get())
                : ResponseMap.of(scan, scan.spacing(), IbsiPreset.find(settings));
        boolean isChanged =
                NiftiWriter.writeFloat32(out, map.values().view(), map.geometry(), Commands.replacing(given));
        given.out().println("filter: " + map.filter().name());
        given.out().println("source: " + map.filter().source());
        for (String note : scan.warnings()) given.out().println("Note: " + note);
        given.out().println((isChanged ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static IbsiFilter reference(String test) {
        return ReferenceMap.named(test)
                .orElseThrow(() -> new WrongUse(TEST + "=" + test
                        + " is no reference map: give "
                        + ReferenceMap.all().stream().map(ReferenceMap::name).collect(Collectors.joining(", "))
                        + "."))
                .filter();
    }
}
