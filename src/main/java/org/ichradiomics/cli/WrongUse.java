package org.ichradiomics.cli;

/** A command that cannot be meant: an option that is missing, none, out of its range, or against another. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String sentence) {
        super(sentence);
    }

    WrongUse(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
