package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.RecordForm;

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

    /** The lesion, whatever its features. */
    public static final List<Column<Measurement>> LESION = List.of(
            new Column<>(FeatureTable.ROI, Measurement::roi),
            new Column<>(FeatureTable.VOLUME, Measurement::millilitres),
            new Column<>(FeatureTable.VOXELS, Measurement::voxels),
            new Column<>(FeatureTable.SLICES, Measurement::slices));

    /** Its score, and what there is to know. */
    public static final List<Column<Measurement>> SCORED = scored();

    private static List<Column<Measurement>> scored() {
        List<Column<Measurement>> columns = new ArrayList<>();
        for (Column<Score> column : Score.COLUMNS) columns.add(column.from(Measurement::score));
        columns.add(new Column<>(FeatureTable.NOTES, Measurement::note));
        return List.copyOf(columns);
    }

    public Measurement {
        notes = notes.stream().distinct().toList();
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same measurement under another name of its case. */
    public Measurement named(String name) {
        return RecordForm.with(this, Map.of("id", name));
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
        List<Feature> features = measurements.stream()
                .flatMap(m -> m.features.features().stream())
                .distinct()
                .toList();
        return Column.table(full(features), measurements);
    }

    /**
     * One cell of the full table as text, numbers with all their digits.
     *
     * @throws InvalidInputException if there is no such column
     */
    public String cell(String column) throws InvalidInputException {
        return full(features.features()).stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .map(one -> one.of(this).toString())
                .orElseThrow(() -> new InvalidInputException(
                        "There is no feature or column \"" + column + "\": see Feature Reference for the names."));
    }

    /** The columns of a full table with these features. */
    public static List<String> columns(List<Feature> features) {
        return Column.names(full(features));
    }

    /** The same, with what stands in them. */
    public static List<Column<Measurement>> full(List<Feature> features) {
        return Stream.of(
                        Stream.of(
                                new Column<>(FeatureTable.CASE, Measurement::id),
                                new Column<>(FeatureTable.LABEL, Measurement::label)),
                        LESION.stream(),
                        SCORED.stream(),
                        features.stream().map(feature -> feature(feature.name())),
                        Stream.of(new Column<Measurement>(FeatureTable.SETTINGS, m -> m.settings.hash())))
                .flatMap(columns -> columns)
                .toList();
    }

    /** A feature, empty where it was not measured. */
    public static Column<Measurement> feature(String name) {
        return new Column<>(name, m -> m.features.find(name));
    }
}
