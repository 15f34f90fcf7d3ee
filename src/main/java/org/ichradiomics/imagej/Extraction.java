package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import com.google.gson.JsonObject;
import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.page.CaseCard;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;

/** One run of <i>Extract...</i> on an ImageJ image, whoever asked for it. */
public final class Extraction {

    private Extraction() {}

    /**
     * Measures the lesions of an image and writes each to the Results table, the full table and, if asked for, a CSV
     * file, as soon as it is there.
     *
     * @param maskOrNull the mask as an image; null: as the options say
     * @return the rows, at least one
     * @throws InvalidInputException if something cannot be measured or written; rows that were done before stay
     * @throws CancellationException if the user pressed Esc; rows that were done before stay
     */
    public static List<Measurement> run(
            ImagePlus image, ImagePlus maskOrNull, ExtractOptions options, LesionFinder.Asker asker)
            throws InvalidInputException {
        Protocol protocol = options.protocol();
        Scan whole = ImageScan.of(image);
        Scan scan = whole.spaced(options.spacing());
        Spacing spacing = scan.spacing();
        LesionFinder finder = new LesionFinder(image, whole, options, asker);
        List<Lesion> lesions = maskOrNull == null
                ? finder.find()
                : finder.ofLabels(
                        Labels.of(MaskImage.of(maskOrNull, image)).onto(whole, options.placement()), "mask image");
        LesionRule rule = options.rule();
        lesions = lesions.stream().map(rule::piece).toList();
        lesions = StoppedLesions.confirmed(scan, spacing, lesions, asker);
        Path out = options.get("out").isEmpty() ? null : Options.path(options.get("out"));
        GrowingTable file = out == null ? null : new GrowingTable(out, options.replacing());
        if (out != null) Provenance.check(out);
        IJ.resetEscape();
        List<Measurement> rows = new ArrayList<>();
        List<CaseCard> cards = new ArrayList<>();
        try {
            for (Lesion lesion : lesions) {
                Measurement row = protocol.measure(scan.name(), scan, spacing, lesion, ImageJProgress.INSTANCE);
                rows.add(row);
                cards.add(new CaseCard(scan, lesion, row, protocol));
                write(row, options);
                if (out != null) write(row, file, out, Provenance.entry(protocol, scan, spacing, row));
            }
        } finally {
            IJ.showProgress(1);
            IJ.showStatus("");
        }
        asker.answered(cards);
        return rows;
    }

    /** The spacing of a scan where it is known; masks can be told apart and saved without it. */
    static Optional<Spacing> knownSpacing(Scan scan, ExtractOptions options) {
        try {
            return Optional.of(scan.spaced(options.spacing()).spacing());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** One row at a time: ImageJ's tables are not for several threads. */
    private static synchronized void write(Measurement row, ExtractOptions options) throws InvalidInputException {
        ResultsRow.add(row);
        FullTable.add(options.get("table"), row, options.showsAll());
    }

    private static void write(Measurement row, GrowingTable file, Path out, JsonObject entry)
            throws InvalidInputException {
        GrowingTable.Added added = file.add(
                List.of(Measurement.table(List.of(row))),
                (parts, anew) -> Provenance.write(Provenance.beside(out), List.of(entry), !anew));
        for (String note : added.notes()) IJ.log("ICH Radiomics: " + note);
    }
}
