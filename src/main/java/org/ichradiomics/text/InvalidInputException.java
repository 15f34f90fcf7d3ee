package org.ichradiomics.text;

/**
 * Something the user can mend: an image, a mask, a file, a setting. The message is one sentence that says what is
 * wrong, where, and what to do. A front shows it in its own words, {@link #in}; {@link #getMessage()} has those of no
 * front.
 */
public final class InvalidInputException extends Exception implements Worded {

    private static final long serialVersionUID = 1L;

    private final transient Worded sentence;

    /** What is wrong, where, and what to do, as one sentence or more. */
    public InvalidInputException(String sentence) {
        this(Sentence.of(sentence));
    }

    /** The same with what Java said of it, for those who debug. */
    public InvalidInputException(String sentence, Throwable cause) {
        this(Sentence.of(sentence), cause);
    }

    /** @param sentence that differs by front */
    public InvalidInputException(Sentence sentence) {
        this(sentence, null);
    }

    /** @param sentence that differs by front */
    public InvalidInputException(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    @Override
    public String in(Words words) {
        return sentence == null ? getMessage() : sentence.in(words);
    }

    /** The same with words around it, such as {@code "case 7: "}. */
    public InvalidInputException within(String before, String after) {
        return new InvalidInputException(Sentence.of(before, this, after), this);
    }
}
