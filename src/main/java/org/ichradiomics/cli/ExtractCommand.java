package org.ichradiomics.cli;

import java.nio.file.Path;

import picocli.CommandLine;
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

    static final String MASK = "--mask";
    static final String OUT = "--out";
    static final String LONG = "--long";

    private ExtractCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Path image = given.matchedPositionalValue(0, null);
        Path mask = given.matchedOptionValue(MASK, null);
        ExtractOptions options = ChosenOptions.of(given, line);
        RowFile out = new RowFile(given.matchedOptionValue(OUT, null));
        out.check(TaskSpec.inputs(given, ExtractOptions.OPTIONS), line);
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
        line.getOut().print(Summary.of(row, protocol.signature(), out, added));
        return Main.DONE;
    }
}
