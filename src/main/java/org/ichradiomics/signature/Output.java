package org.ichradiomics.signature;

import java.util.Locale;

import org.ichradiomics.text.Key;

/**
 * How a signature's score is read.
 *
 * @param link from the score to a probability
 * @param cutoffOn what the cutoff is compared with
 * @param high name of the group at the cutoff and above
 * @param low name of the group below
 */
public record Output(
        @Key(late = true) Link link,
        @Key(late = true) Value cutoffOn,
        @Key(late = true) String high,
        @Key(late = true) String low) {

    /** A score without a probability, whose groups are high and low. */
    public static final Output USUAL =
            new Output(Link.IDENTITY, Value.SCORE, Score.Group.HIGH.text(), Score.Group.LOW.text());

    /** From a score to a probability. */
    public enum Link {
        /** The score is no logit, or nobody says so: there is no probability. */
        IDENTITY,
        /** p = 1/(1 + exp(−score)). */
        LOGIT;

        /** As in files and options. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which of a signature's two numbers is meant. */
    public enum Value {
        /** Intercept and terms. */
        SCORE,
        /** What the link makes of it. */
        PROBABILITY;

        /** As in files and options. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @throws IllegalArgumentException if a cutoff is on a probability that is not there, or groups have no two names
     */
    public Output {
        if (cutoffOn == Value.PROBABILITY && link == Link.IDENTITY)
            throw new IllegalArgumentException("a cutoff on the probability needs the link logit");
        if (high.isBlank() || low.isBlank() || high.equals(low) || isNone(high) || isNone(low))
            throw new IllegalArgumentException(
                    "the groups need two names, neither of them none, were \"" + high + "\" and \"" + low + "\"");
    }

    private static boolean isNone(String name) {
        return name.strip().equalsIgnoreCase(Score.Group.NONE.text());
    }

    /** 1/(1 + exp(−score)); NaN where the score is no logit. */
    double probability(double score) {
        return link == Link.LOGIT ? 1 / (1 + Math.exp(-score)) : Double.NaN;
    }
}
