package org.ichradiomics.outline;

/** An outline rounded: a Gaussian over the mask of each slice, and what reaches one half is inside. */
final class Smoothing {

    private Smoothing() {}

    /** @param sigma SD of the Gaussian, mm; the box of the piece must leave room for what is rounded outwards */
    static Piece of(Piece piece, double sigma) {
        Box box = piece.box();
        Piece smooth = new Piece(piece.grid(), box);
        Gaussian gaussian =
                Gaussian.of(sigma, box.width(), box.height(), piece.grid().spacing());
        float[] from = new float[box.width() * box.height()];
        float[] to = new float[from.length];
        for (int k = 0; k < box.depth(); k++) {
            for (int p = 0; p < from.length; p++) from[p] = piece.slice(k)[p] ? 1 : 0;
            gaussian.smooth(from, to, 0);
            for (int p = 0; p < from.length; p++) smooth.slice(k)[p] = to[p] >= 0.5f;
        }
        return smooth;
    }
}
