package org.ichradiomics.format;

import org.ichradiomics.text.InvalidInputException;

/** The size a header claims, checked before anything is made of it. */
final class StoredSize {

    /** The longest Java array. */
    private static final long MOST_VOXELS = Integer.MAX_VALUE - 8;

    private StoredSize() {}

    /**
     * Columns, rows and slices of the one volume that a file holds.
     *
     * @param lengths of all axes, at least two; axes from the fourth on must hold one volume
     * @throws InvalidInputException if it is not one volume, or none that fits into an array
     */
    static int[] of(String name, long... lengths) throws InvalidInputException {
        int[] size = {1, 1, 1};
        long voxels = 1;
        for (int d = 0; d < Math.min(lengths.length, 3); d++) {
            long length = lengths[d];
            if (length < 1) {
                throw new InvalidInputException(name + " claims to have " + length + " voxels along axis " + (d + 1)
                        + ": the file is damaged, export it again.");
            }
            if (length > MOST_VOXELS / voxels) {
                throw new InvalidInputException(name + " claims to have more than " + MOST_VOXELS
                        + " voxels, more than can be opened: crop it to the head, or export it again.");
            }
            voxels *= length;
            size[d] = (int) length;
        }
        for (int d = 3; d < lengths.length; d++) {
            long length = lengths[d];
            // 0 is what some programs leave in a dimension they do not use.
            if (length == 0 || length == 1) continue;
            throw new InvalidInputException(name
                    + (length < 0 ? " claims to have " + length + " volumes" : " holds more than one volume, " + length)
                    + " along axis " + (d + 1) + ", but one is needed: save the wanted volume as a file of its own.");
        }
        return size;
    }
}
