package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.Optional;

import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/** Reads the files of a case. A batch knows no window; who runs it reads TIFF and ROIs with ImageJ. */
public interface CaseFiles {

    /** A scan that was read, and what a mask marks on it. */
    interface Image {

        /** As its file has it. */
        Scan scan();

        /**
         * The lesion of one label, or of ROIs.
         *
         * @throws InvalidInputException if the mask cannot be read or used
         */
        Lesion lesion(Path mask, String label, Placement placement, OpenFiles files) throws InvalidInputException;
    }

    /**
     * Reads a scan.
     *
     * @throws InvalidInputException if it cannot be read
     */
    Image image(Path file, OpenFiles files) throws InvalidInputException;

    /**
     * What a scan's file says about it.
     *
     * @throws InvalidInputException if it cannot be read as far as its header tells
     */
    Header header(Path image) throws InvalidInputException;

    /**
     * What a mask's file says about it; empty for ROIs, which have no header.
     *
     * @throws InvalidInputException if it cannot be read as far as its header tells
     */
    Optional<Header> maskHeader(Path mask) throws InvalidInputException;
}
