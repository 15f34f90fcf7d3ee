package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * One measured lesion: a row of the table.
 *
 * @param id identifies the row: the label, and the ROI if there is one
 * @param label the image's title
 * @param roi what was drawn
 * @param millilitres volume, voxel count × voxel volume
 * @param voxels number of voxels
 * @param slices number of slices that hold at least one voxel
 * @param features in the order of their catalogue
 * @param score the R-score
 * @param notes what the user should know, one sentence each, first why the lesion is stopped
 * @param glance why it is stopped, if it is
 * @param settings with which the features were extracted
 * @param maskOrigin where the mask came from
 * @param diagnostics what image processing did to image and mask; empty where there is none
 */
public record Measurement(
        String id,
        String label,
        String roi,
        double millilitres,
        long voxels,
        int slices,
        FeatureVector features,
        Score score,
        List<String> notes,
        Glance glance,
        Settings settings,
        String maskOrigin,
        List<Diagnostic> diagnostics) {

    public Measurement {
        notes = notes.stream().distinct().toList();
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same measurement under another name of its case. */
    public Measurement named(String name) {
        return new Measurement(
                name,
                label,
                roi,
                millilitres,
                voxels,
                slices,
                features,
                score,
                notes,
                glance,
                settings,
                maskOrigin,
                diagnostics);
    }

    /** What there is to know without the score. */
    public List<String> notesBeforeScore() {
        return notes.stream().filter(note -> !score.notes().contains(note)).toList();
    }

    /** The notes as one text. */
    public String note() {
        return String.join(" ", notes);
    }

    /**
     * The full table of some measurements: row by row, every double with all its digits. Where they are of different
     * catalogues, it has the features of all, and empty cells.
     */
    public static FeatureTable table(List<Measurement> measurements) {
        Set<Feature> features = new LinkedHashSet<>();
        measurements.forEach(m -> features.addAll(m.features.features()));
        List<Feature> all = List.copyOf(features);
        return FeatureTable.of(
                columns(all), measurements.stream().map(m -> m.cells(all)).toList());
    }

    /**
     * One cell of the full table as text, numbers with all their digits.
     *
     * @throws InvalidInputException if there is no such column
     */
    public String cell(String column) throws InvalidInputException {
        int at = columns(features.features()).indexOf(column);
        if (at < 0)
            throw new InvalidInputException(
                    "There is no feature or column \"" + column + "\": see Feature Reference for the names.");
        return cells(features.features()).get(at).toString();
    }

    /** The columns of a full table with these features. */
    public static List<String> columns(List<Feature> features) {
        List<String> columns = new ArrayList<>(List.of(
                FeatureTable.CASE,
                FeatureTable.LABEL,
                FeatureTable.ROI,
                FeatureTable.VOLUME,
                FeatureTable.VOXELS,
                FeatureTable.SLICES,
                FeatureTable.SCORE,
                FeatureTable.SCORE_REFERENCE,
                FeatureTable.SCORE_GROUP,
                FeatureTable.NOTES));
        features.forEach(feature -> columns.add(feature.name()));
        columns.add(FeatureTable.SETTINGS);
        return columns;
    }

    private List<Object> cells(List<Feature> columns) {
        List<Object> cells = new ArrayList<>(List.of(
                id,
                label,
                roi,
                millilitres,
                voxels,
                slices,
                score.value(),
                score.reference(),
                score.group().text(),
                note()));
        Map<String, Double> values = features.byName();
        for (Feature feature : columns) cells.add(values.get(feature.name()));
        cells.add(settings.hash());
        return cells;
    }
}
