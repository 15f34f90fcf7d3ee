package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
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

    static int run(Given given) throws InvalidInputException {
        Path image = given.place(0);
        Path mask = given.value(MASK);
        ExtractOptions options = ChosenOptions.of(given);
        RowFile out = new RowFile(given.value(OUT));
        out.check(given.inputs(ExtractOptions.OPTIONS));
        Protocol protocol = options.protocol();
        GrowingTable table = out.table(Commands.replacing(given));
        boolean asList = given.has(LONG);
        table.check(asList ? RowFile.LONG : Measurement.columns(protocol.features()));

        LesionRule rule = options.rule();
        List<Measurement> rows = new ArrayList<>();
        List<JsonObject> entries = new ArrayList<>();
        try (OpenFiles files = new OpenFiles()) {
            Excerpt found = ImageFile.excerpt(
                    image,
                    options.spacing(),
                    protocol::margin,
                    files,
                    file -> file.marked(mask, options.get("label"), List.of(), rule, files));
            Scan scan = found.scan();
            for (Lesion lesion : found.marked().lesions().values()) {
                // One image is one case, whichever label was measured; the label stays in the column ROI.
                Measurement row = protocol.measure(scan.name(), scan, scan.spacing(), rule.piece(lesion), Progress.NONE)
                        .named(FileKind.caseName(image));
                rows.add(row);
                entries.add(Provenance.entry(protocol, scan, scan.spacing(), row));
            }
        }

        GrowingTable.Added added = out.add(rows, asList, entries, table);
        for (Measurement row : rows) {
            if (rows.size() > 1 || rule.isPerLabel()) given.out().println(FeatureTable.ROI + ": " + row.roi());
            given.out().print(Summary.of(row, protocol.signature()));
        }
        given.out().print(Summary.of(added, out));
        return Main.DONE;
    }
}
