package org.ichradiomics.report;

import java.util.List;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;

import org.ichradiomics.format.Scan;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * A mask that waits to be measured: one row of the table.
 *
 * @param part   tells the row from the others of its image; empty if it is the only one
 * @param roi    what was drawn: names of ROIs, or a label; may be empty
 * @param origin where the mask comes from, one phrase for the record, e.g. "ROI Manager, 5 ROIs on slices 4-8"
 * @param mask   true inside
 * @param notes  what the user should know about the mask, one sentence each
 */
public record Lesion(String part, String roi, String origin, RandomAccessibleInterval<? extends BooleanType<?>> mask, List<String> notes) {

    public Lesion {
        notes = List.copyOf(notes);
    }

    /** The only lesion of its image. */
    public Lesion(String roi, String origin, RandomAccessibleInterval<? extends BooleanType<?>> mask, List<String> notes) {
        this("", roi, origin, mask, notes);
    }

    /**
     * Its voxels in a scan.
     *
     * @throws InvalidInputException as {@link Region#of}
     */
    public Region region(Scan scan, Spacing spacing) throws InvalidInputException {
        return region(scan, mask, spacing);
    }

    @SuppressWarnings("unchecked")
    private static <B extends BooleanType<B>> Region region(Scan scan, RandomAccessibleInterval<? extends BooleanType<?>> mask, Spacing spacing)
            throws InvalidInputException {
        return Region.of(scan.hu(), (RandomAccessibleInterval<B>) mask, spacing);
    }

    /**
     * What a reader would see at a glance.
     *
     * @throws InvalidInputException as {@link Region#of}
     */
    public Glance glance(Scan scan, Spacing spacing) throws InvalidInputException {
        return Glance.of(scan, region(scan, spacing));
    }

    /** The same lesion with one more note. */
    public Lesion noted(String sentence) {
        return new Lesion(part, roi, origin, mask, Stream.concat(notes.stream(), Stream.of(sentence)).toList());
    }

    /** The same lesion as one of several of its image: a ROI, a group, a label. */
    public Lesion asPart(String name) {
        return new Lesion(name, name, origin, mask, notes);
    }
}
