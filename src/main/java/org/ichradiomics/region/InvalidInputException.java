package org.ichradiomics.region;

/**
 * Something the user can mend: an image, a mask, a file, a setting. The message is one sentence that says what is wrong,
 * where, and what to do; front ends show it as it is.
 */
public final class InvalidInputException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String sentence) {
        super(sentence);
    }

    public InvalidInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
