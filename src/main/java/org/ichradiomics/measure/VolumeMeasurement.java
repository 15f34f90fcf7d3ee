package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.ichradiomics.growth.AbcHalf;
import org.ichradiomics.growth.OuterLayer;
import org.ichradiomics.growth.VolumeGroup;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * The volume of one lesion, and the bedside estimate beside it.
 *
 * @param label the image's title
 * @param roi what was drawn
 * @param volume voxel count × voxel volume
 * @param outerLayer the voxels at its border, slice by slice
 * @param slices number of slices that hold at least one voxel
 * @param abc ABC/2
 * @param notes what the user should know, one sentence each, first why the lesion is stopped
 * @param glance why it is stopped, if it is
 */
public record VolumeMeasurement(
        String label,
        String roi,
        VoxelVolume volume,
        VoxelVolume outerLayer,
        int slices,
        AbcHalf abc,
        List<String> notes,
        Glance glance) {

    /** The bedside estimate among the columns. */
    public static final String ABC = "ABC/2 (mL)";

    /** The one of words. */
    public static final String GROUP = "Volume group";

    /** All but the label, under which ImageJ has a row. */
    public static final List<Column<VolumeMeasurement>> COLUMNS = List.of(
            new Column<>(FeatureTable.ROI, VolumeMeasurement::roi),
            new Column<>(FeatureTable.VOLUME, m -> m.volume.millilitres()),
            new Column<>(FeatureTable.VOXELS, m -> m.volume.voxels()),
            new Column<>(FeatureTable.SLICES, VolumeMeasurement::slices),
            new Column<>(ABC, m -> m.abc.millilitres()),
            new Column<>("A (mm)", m -> m.abc.a()),
            new Column<>("B (mm)", m -> m.abc.b()),
            new Column<>("C (mm)", m -> m.abc.c()),
            new Column<>(GROUP, m -> m.group().text()),
            new Column<>(FeatureTable.NOTES, VolumeMeasurement::note));

    /** The same under the keys of the command line. */
    public static final List<Column<VolumeMeasurement>> KEYED =
            keyed("roi", "volume_mL", "voxels", "slices", "abc_half_mL", "a_mm", "b_mm", "c_mm", "group", "notes");

    private static List<Column<VolumeMeasurement>> keyed(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(i -> COLUMNS.get(i).named(keys[i]))
                .toList();
    }

    public VolumeMeasurement {
        notes = notes.stream().distinct().toList();
    }

    /**
     * Measures one lesion.
     *
     * @param spacing of the scan; where the scan does not say, the user has
     * @throws InvalidInputException if the lesion cannot be measured
     */
    public static VolumeMeasurement of(Scan scan, Spacing spacing, Lesion lesion) throws InvalidInputException {
        Region region = lesion.region(scan, spacing);
        AbcHalf abc = AbcHalf.of(region);
        Glance glance = lesion.glance(scan, region);
        List<String> notes = new ArrayList<>(glance.reasons());
        notes.addAll(scan.warnings());
        notes.addAll(lesion.notes());
        notes.addAll(Plausibility.notes(scan, region));
        if (abc.pieces() > 1) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Slice %d holds %d pieces: A and B of ABC/2 are those of the largest.",
                    abc.slice(),
                    abc.pieces()));
        }
        return new VolumeMeasurement(
                scan.name(),
                lesion.roi(),
                VoxelVolume.of(region),
                OuterLayer.of(region),
                region.slices(),
                abc,
                notes,
                glance);
    }

    /** The paper's group of sizes to which the volume belongs. */
    public VolumeGroup group() {
        return VolumeGroup.of(volume);
    }

    /** The notes as one text. */
    public String note() {
        return String.join(" ", notes);
    }
}
