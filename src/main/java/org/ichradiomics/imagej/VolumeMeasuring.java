package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** <i>Volume...</i>: the volume of each lesion of an image, and ABC/2 beside it, as rows of the Results table. */
public final class VolumeMeasuring {

    /** Those of <i>Volume...</i> and {@code volume}. */
    public static final List<Option> OPTIONS = Stream.concat(
                    CommonOptions.WHERE.stream(),
                    Stream.of(
                            CommonOptions.ROWS,
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            CommonOptions.PLACEMENT.onlyOnTheLine(),
                            CommonOptions.JSON,
                            CommonOptions.out(
                                            "Out (CSV)",
                                            "FILE.csv",
                                            "A table to which one row is added, with all digits.")
                                    .onlyOnTheLine(),
                            CommonOptions.overwrite("Begin the table anew: the rows that it holds are lost.")
                                    .onlyOnTheLine()))
            .toList();

    private VolumeMeasuring() {}

    /**
     * Measures the lesions of an image; none is written unless all can be measured.
     *
     * @return the rows, at least one
     * @throws InvalidInputException if a lesion cannot be measured
     */
    public static List<VolumeMeasurement> run(ImagePlus image, ExtractOptions options, LesionFinder.Asker asker)
            throws InvalidInputException {
        Scan whole = ImageScan.of(image);
        Scan scan = whole.spaced(options.spacing());
        Spacing spacing = scan.spacing();
        List<VolumeMeasurement> rows = new ArrayList<>();
        List<Lesion> lesions = new LesionFinder(image, whole, options, asker).find();
        for (Lesion lesion : StoppedLesions.confirmed(scan, spacing, lesions, asker)) {
            rows.add(VolumeMeasurement.of(scan, spacing, lesion));
        }
        ResultsTable table = ResultsRow.table();
        List<String> precise = List.of(FeatureTable.VOLUME, VolumeMeasurement.ABC);
        for (VolumeMeasurement row : rows) ForeignRows.add(table, row.label(), VolumeMeasurement.COLUMNS, row, precise);
        Screen.show(table, "Results");
        return rows;
    }
}
