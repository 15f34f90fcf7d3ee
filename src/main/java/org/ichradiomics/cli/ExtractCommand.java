package org.ichradiomics.cli;

import java.nio.file.Path;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** {@code extract}: one image and one mask in, one row out. */
final class ExtractCommand {

    static final String NAME = "extract";

    static final String MASK = "--mask";
    static final String OUT = "--out";
    static final String LONG = "--long";

    private ExtractCommand() {}

    static CommandSpec spec() {
        CommandSpec spec = Commands.command(
                NAME, "Measure the haematoma of one head CT: all features and the R-score, as one row of a CSV file.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("IMAGE")
                .required(true)
                .type(Path.class)
                .description(
                        "The head CT in HU: DICOM (a folder, zip or file), NIfTI (.nii, .nii.gz), NRRD, MetaImage or TIFF. Its name without the ending is the case.")
                .build());
        spec.addOption(OptionSpec.builder(MASK)
                .paramLabel("MASK")
                .required(true)
                .type(Path.class)
                .description(
                        "The haematoma: NIfTI, NRRD, MetaImage or TIFF with labels, or ROIs of ImageJ (.roi, .zip).")
                .build());
        ChosenOptions.addTo(spec);
        spec.addOption(OptionSpec.builder(LONG)
                .description("Write case,feature,value: the features, then R-score, one a line.")
                .build());
        spec.addOption(OptionSpec.builder(OUT)
                .paramLabel("FILE.csv")
                .required(true)
                .type(Path.class)
                .description(
                        "The table to which the row is added; it is made if it is not there. FILE.json beside it records how each row was made.")
                .build());
        spec.addOption(Commands.overwrite("Begin the table anew: the rows that it holds are lost."));
        spec.addOption(Commands.debug());
        Commands.runs(spec, () -> {
            run(spec, spec.commandLine().getParseResult());
            return Main.DONE;
        });
        return spec;
    }

    private static void run(CommandSpec spec, ParseResult given) throws InvalidInputException {
        Path image = given.matchedPositionalValue(0, null);
        Path mask = given.matchedOptionValue(MASK, null);
        ExtractOptions options = ChosenOptions.of(given, spec.commandLine());
        RowFile out = new RowFile(given.matchedOptionValue(OUT, null));
        out.check(ChosenOptions.files(given), spec.commandLine());
        Protocol protocol = options.protocol();
        GrowingTable table = out.table(Commands.replacing(given));
        boolean asList = given.hasMatchedOption(LONG);
        table.check(asList ? RowFile.LONG : Measurement.columns(protocol.features()));

        ImageFile file = ImageFile.read(image);
        Scan whole = file.scan();
        Scan scan = whole.spaced(options.spacing());
        Spacing spacing = scan.spacing();
        Lesion lesion = MaskFile.lesion(mask, options.get("label"), options.placement(), file);
        // One image is one case, whichever label was measured; the label stays in the column ROI.
        Measurement row = protocol.measure(scan.name(), scan, spacing, lesion, Progress.NONE)
                .named(FileKind.caseName(image));

        GrowingTable.Added added = out.add(row, asList, Provenance.entry(protocol, scan, spacing, row), table);
        spec.commandLine().getOut().print(Summary.of(row, protocol.signature(), out, added));
    }
}
