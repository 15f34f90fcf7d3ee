package org.ichradiomics.report;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;

/**
 * One measured lesion: a row of the table.
 *
 * @param id          identifies the row: the label, and the ROI if there is one
 * @param label       the image's title
 * @param roi         what was drawn
 * @param millilitres volume, voxel count × voxel volume
 * @param voxels      number of voxels
 * @param slices      number of slices that hold at least one voxel
 * @param features    in the order of their catalogue
 * @param score       the R-score
 * @param notes       what the user should know, one sentence each
 * @param settings    with which the features were extracted
 * @param maskOrigin  where the mask came from
 */
public record Measurement(String id, String label, String roi, double millilitres, long voxels, int slices, FeatureVector features,
                          Score score, List<String> notes, Settings settings, String maskOrigin) {

    public Measurement {
        notes = notes.stream().distinct().toList();
    }

    /** The same measurement under another name of its case. */
    public Measurement named(String name) {
        return new Measurement(name, label, roi, millilitres, voxels, slices, features, score, notes, settings, maskOrigin);
    }

    /** The notes as one text. */
    public String note() {
        return String.join(" ", notes);
    }

    /** The full table of some measurements, all of one catalogue: row by row, every double with all its digits. */
    public static FeatureTable table(List<Measurement> measurements) {
        return FeatureTable.of(columns(measurements.get(0).features.features()), measurements.stream().map(Measurement::cells).toList());
    }

    /**
     * One cell of the full table as text, numbers with all their digits.
     *
     * @throws InvalidInputException if there is no such column
     */
    public String cell(String column) throws InvalidInputException {
        int at = columns(features.features()).indexOf(column);
        if (at < 0) throw new InvalidInputException("There is no feature or column \"" + column + "\": see Feature Reference for the names.");
        return cells().get(at).toString();
    }

    private static List<String> columns(List<Feature> features) {
        List<String> columns = new ArrayList<>(List.of(FeatureTable.CASE, FeatureTable.LABEL, FeatureTable.ROI, FeatureTable.VOLUME,
                FeatureTable.VOXELS, FeatureTable.SLICES, FeatureTable.SCORE, FeatureTable.SCORE_REFERENCE, FeatureTable.SCORE_GROUP,
                FeatureTable.NOTES));
        features.forEach(feature -> columns.add(feature.name()));
        columns.add(FeatureTable.SETTINGS);
        return columns;
    }

    private List<Object> cells() {
        List<Object> cells = new ArrayList<>(List.of(id, label, roi, millilitres, voxels, slices, score.value(), score.reference(),
                score.group().text(), note()));
        for (int i = 0; i < features.size(); i++) cells.add(features.get(i));
        cells.add(settings.hash());
        return cells;
    }
}
