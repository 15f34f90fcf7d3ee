package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/** Reads the files of a case. A batch knows no window; who runs it reads TIFF and ROIs with ImageJ. */
public interface CaseFiles {

    /** A scan, and what a mask marks on it. */
    interface Image {

        /**
         * What a mask marks: lesions of labels, or of ROIs.
         *
         * @param label as {@link LesionRule#marked} reads it
         * @param besides labels that are not the haematoma
         * @throws InvalidInputException if the mask cannot be read or used
         */
        Marked marked(Path mask, String label, Collection<String> besides, LesionRule rule, OpenFiles files)
                throws InvalidInputException;
    }

    /** Says which lesions of a scan are meant. */
    interface LesionFinder {

        /** @throws InvalidInputException if there are none */
        Marked in(Image image) throws InvalidInputException;
    }

    /**
     * Finds lesions and reads what is needed of their scan.
     *
     * @param margin around the lesions, for the spacing that holds
     * @param files open until they are measured
     * @throws InvalidInputException if the image or the mask cannot be read or used
     */
    Excerpt excerpt(
            Path image, GivenSpacing spacing, Function<Spacing, Margin> margin, OpenFiles files, LesionFinder finder)
            throws InvalidInputException;

    /**
     * Outlines as a zip of ImageJ's ROIs, on the slices of the scan as it is shown; the same bytes for the same
     * outlines.
     *
     * @param masks on the grid of the scan, by their labels, which are groups where there are several
     * @throws InvalidInputException if it cannot be made
     */
    byte[] rois(Scan scan, SortedMap<Long, VoxelMask> masks) throws InvalidInputException;

    /**
     * What a scan's file says about it.
     *
     * @throws InvalidInputException if it cannot be read as far as its header tells
     */
    Header header(Path image) throws InvalidInputException;

    /**
     * Looks whether a mask can be read and lies on its scan, as far as their headers tell; of ROIs they tell nothing.
     *
     * @param scan empty where it cannot be read
     * @throws InvalidInputException if not
     */
    void requireFits(Path mask, Optional<Header> scan, Placement placement) throws InvalidInputException;
}
