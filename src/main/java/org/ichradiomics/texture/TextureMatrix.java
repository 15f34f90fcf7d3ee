package org.ichradiomics.texture;

/**
 * A matrix of one slice and direction, or of several merged.
 *
 * @param <M> the kind of matrix
 */
interface TextureMatrix<M extends TextureMatrix<M>> {

    /** Whether nothing was counted; such a matrix has no features and takes no part in a mean. */
    boolean isEmpty();

    /** The two merged. */
    M plus(M other);
}
