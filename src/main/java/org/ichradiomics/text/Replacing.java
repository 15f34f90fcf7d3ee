package org.ichradiomics.text;

import java.util.function.Predicate;

/**
 * Whether something finished may give way to something new. The usual answer is no: it is refused, or somebody is
 * asked.
 *
 * @param isWanted whether the user said beforehand that it may
 * @param question asked with what is in the way, as the beginning of a sentence; true if it may be replaced
 */
public record Replacing(boolean isWanted, Predicate<String> question) {

    /** How a user says it. */
    public static final Setting OVERWRITE = Setting.of("overwrite", "yes");

    /** Whatever is there gives way. */
    public static final Replacing ALWAYS = of(true);

    /** As the user said, where nobody can be asked. */
    public static Replacing of(boolean isWanted) {
        return new Replacing(isWanted, inTheWay -> false);
    }

    /** Goes on only if the file may be replaced. */
    void allow(String name) throws InvalidInputException {
        allow(
                "There is a file " + name + " with other content",
                Sentence.of("choose another name, or give ", OVERWRITE, " to replace it"));
    }

    /**
     * Goes on only if it may be replaced.
     *
     * @param inTheWay what is there, as the beginning of a sentence
     * @param remedy what to do, as its end
     * @throws InvalidInputException with both, if it may not
     */
    public void allow(String inTheWay, Worded remedy) throws InvalidInputException {
        if (isWanted || question.test(inTheWay)) return;
        throw new InvalidInputException(Sentence.of(inTheWay, ": ", remedy, "."));
    }
}
