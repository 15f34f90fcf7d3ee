package org.ichradiomics.text;

/**
 * Places in an image, in words.
 *
 * @param stored as its file counts them, from 0
 * @param shown as a window shows them, slices from 1
 */
public record Located(String stored, String shown) implements Worded {

    @Override
    public String in(Words words) {
        return words.isBesideAnImage() ? shown : stored;
    }

    @Override
    public String toString() {
        return stored;
    }
}
