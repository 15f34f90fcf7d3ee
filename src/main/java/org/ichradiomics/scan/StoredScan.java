package org.ichradiomics.scan;

import java.util.List;
import java.util.function.Consumer;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.text.InvalidInputException;

/** A scan or a mask in its file or folder, found by its headers: voxels are read when they are asked for. */
public interface StoredScan {

    /**
     * What the headers say, once the file is long enough for it.
     *
     * @throws InvalidInputException as {@link #scan}, as far as the headers tell
     */
    Header header() throws InvalidInputException;

    /**
     * Turned to LPS.
     *
     * @throws InvalidInputException if it cannot be read, or is not exactly one volume of numbers
     */
    Scan scan() throws InvalidInputException;

    /**
     * As {@link #scan}, of a mask, whose values need not be HU.
     *
     * @throws InvalidInputException as {@link #scan}
     */
    default Scan labels() throws InvalidInputException {
        return scan();
    }

    /**
     * As {@link #scan}, cut out: of a reader that meets voxel after voxel no others are kept. All are looked at, as far
     * as {@link Scan#overview} needs it, and a packed file is read to its end.
     *
     * @param box in voxels of the grid, in LPS
     * @throws InvalidInputException as {@link #scan}
     */
    default Scan scan(VoxelBox box) throws InvalidInputException {
        return scan();
    }

    /**
     * The labels of a mask, in one pass over its voxels.
     *
     * @throws InvalidInputException as {@link #labels} and {@link Labels#of}
     */
    default Labels mask() throws InvalidInputException {
        return Labels.of(labels());
    }

    /**
     * The labels of a mask on the grid of a scan.
     *
     * @throws InvalidInputException as {@link #mask()} and {@link Labels#onto(Scan, Placement)}
     */
    default Labels mask(Scan scan, Placement placement) throws InvalidInputException {
        return mask().onto(scan, placement);
    }

    /**
     * Looks whether this mask lies on a scan, as far as the headers tell.
     *
     * @throws InvalidInputException if it does not, or as {@link #header}
     */
    default void requireFits(Header scan, Placement placement) throws InvalidInputException {
        scan.requireFits(header(), placement);
    }

    /** Whether one of its series has this UID; no other file has any. */
    default boolean hasSeries(String uid) {
        return false;
    }

    /** Whether the file of this mask says that it was drawn on that scan. */
    default boolean isDrawnOn(StoredScan scan) {
        return false;
    }

    /**
     * The labels of a mask in words to choose by.
     *
     * @param notes gets a sentence for each doubt
     * @throws InvalidInputException as {@link #mask()}
     */
    default List<String> listed(Consumer<String> notes) throws InvalidInputException {
        Labels labels = mask();
        labels.warnings().forEach(notes);
        return labels.list().stream().map(Label::toString).toList();
    }

    /** Whether its place is known before a voxel is read, so that {@link #scan(Interval)} saves something. */
    default boolean isCuttable() {
        return false;
    }

    /** All scans that are there, the one that is read first; in words to choose by. */
    List<String> series();
}
