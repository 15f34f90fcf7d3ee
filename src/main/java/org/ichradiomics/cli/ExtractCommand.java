package org.ichradiomics.cli;

import java.nio.file.Path;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
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

        Measurement row;
        Scan scan;
        try (OpenFiles files = new OpenFiles()) {
            Excerpt found = ImageFile.excerpt(
                    image,
                    options.spacing(),
                    protocol::margin,
                    files,
                    file -> file.lesion(mask, options.get("label"), options.placement(), files));
            scan = found.scan();
            // One image is one case, whichever label was measured; the label stays in the column ROI.
            row = protocol.measure(scan.name(), scan, scan.spacing(), found.lesion(), Progress.NONE)
                    .named(FileKind.caseName(image));
        }

        GrowingTable.Added added = out.add(row, asList, Provenance.entry(protocol, scan, scan.spacing(), row), table);
        line.getOut().print(Summary.of(row, protocol.signature(), out, added));
        return Main.DONE;
    }
}
