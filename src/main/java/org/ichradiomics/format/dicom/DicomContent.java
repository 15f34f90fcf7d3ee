package org.ichradiomics.format.dicom;

/**
 * What a file holds.
 *
 * @param data its attributes
 * @param syntax how it is written
 * @param deflatedAt where its deflated part begins, 0 when there is none; {@code pixelsAt} counts in what that inflates
 *     to
 * @param pixelsTag which attribute holds the pixels; 0 when none does
 * @param pixelsAt where they begin
 * @param pixelsLength in bytes; -1 when they are in fragments
 * @param pixelWords whether a byte order turns pixels of 8 bits too, by pairs
 */
record DicomContent(
        DataSet data,
        TransferSyntax syntax,
        long deflatedAt,
        int pixelsTag,
        long pixelsAt,
        long pixelsLength,
        boolean pixelWords) {}
