package org.ichradiomics.scan;

import java.util.List;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;

import org.ichradiomics.region.BoxMask;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.text.InvalidInputException;

/**
 * A mask that waits to be measured: one row of the table.
 *
 * @param part tells the row from the others of its image; empty if it is the only one
 * @param roi what was drawn: names of ROIs, or a label; may be empty
 * @param origin where the mask comes from, one phrase for the record, e.g. "ROI Manager, 5 ROIs on slices 4-8"
 * @param mask true inside; its interval, in voxels of the scan, holds the lesion, and often no more
 * @param notes what the user should know about the mask, one sentence each
 * @param doubts why it may not be the mask that was meant, whatever it lies on; it is stopped for them
 */
public record Lesion(
        String part,
        String roi,
        String origin,
        RandomAccessibleInterval<? extends BooleanType<?>> mask,
        List<String> notes,
        List<String> doubts) {

    public Lesion {
        notes = List.copyOf(notes);
        doubts = List.copyOf(doubts);
    }

    /** Without doubts. */
    public Lesion(
            String part,
            String roi,
            String origin,
            RandomAccessibleInterval<? extends BooleanType<?>> mask,
            List<String> notes) {
        this(part, roi, origin, mask, notes, List.of());
    }

    /** The only lesion of its image. */
    public Lesion(
            String roi, String origin, RandomAccessibleInterval<? extends BooleanType<?>> mask, List<String> notes) {
        this("", roi, origin, mask, notes);
    }

    /**
     * Its voxels in a scan.
     *
     * @throws InvalidInputException as {@link Region#of}
     */
    public Region region(Scan scan, Spacing spacing) throws InvalidInputException {
        return mask instanceof BoxMask box
                ? Region.of(VoxelImage.of(scan.slices(spacing), box.box()), box.on(scan.grid(spacing)))
                : region(scan, mask, spacing);
    }

    /**
     * Its voxels on the whole grid of a scan, by their places there.
     *
     * @throws InvalidInputException as {@link VoxelMask#of}
     */
    public VoxelMask voxels(Scan scan, Spacing spacing) throws InvalidInputException {
        return mask instanceof BoxMask box ? box.on(scan.grid(spacing)).whole() : voxels(scan, mask, spacing);
    }

    @SuppressWarnings("unchecked")
    private static <B extends BooleanType<B>> VoxelMask voxels(
            Scan scan, RandomAccessibleInterval<? extends BooleanType<?>> mask, Spacing spacing)
            throws InvalidInputException {
        return VoxelMask.of((RandomAccessibleInterval<B>) mask, scan.hu(), spacing);
    }

    @SuppressWarnings("unchecked")
    private static <B extends BooleanType<B>> Region region(
            Scan scan, RandomAccessibleInterval<? extends BooleanType<?>> mask, Spacing spacing)
            throws InvalidInputException {
        Geometry grid = scan.geometry();
        return Region.of(
                scan.hu(),
                (RandomAccessibleInterval<B>) mask,
                spacing,
                new FinalInterval(grid.size(0), grid.size(1), grid.size(2)));
    }

    /**
     * What a reader would see at a glance.
     *
     * @throws InvalidInputException as {@link Region#of}
     */
    public Glance glance(Scan scan, Spacing spacing) throws InvalidInputException {
        return glance(scan, region(scan, spacing));
    }

    /** What a reader would see at a glance of its voxels. */
    public Glance glance(Scan scan, Region region) {
        List<String> seen = Glance.of(scan, region).reasons();
        return new Glance(Stream.concat(doubts.stream(), seen.stream()).toList());
    }

    /** The same lesion with one more note. */
    public Lesion noted(String sentence) {
        return new Lesion(part, roi, origin, mask, and(notes, sentence), doubts);
    }

    /** The same lesion with one more reason to stop it. */
    public Lesion doubted(String sentence) {
        return new Lesion(part, roi, origin, mask, notes, and(doubts, sentence));
    }

    /** The same lesion on another grid. */
    public Lesion on(RandomAccessibleInterval<? extends BooleanType<?>> grid) {
        return new Lesion(part, roi, origin, grid, notes, doubts);
    }

    private static List<String> and(List<String> sentences, String one) {
        return Stream.concat(sentences.stream(), Stream.of(one)).toList();
    }

    /** The same lesion as one of several of its image: a ROI, a group, a label. */
    public Lesion asPart(String name) {
        return new Lesion(name, name, origin, mask, notes, doubts);
    }
}
