package org.ichradiomics.signature;

import java.util.Optional;

import org.ichradiomics.text.NumberText;

/** What a score is for, in the sentences that stand wherever a score stands. */
public final class Purpose {

    /** Of every number of this software. */
    public static final String RESEARCH = "Research use only: no number here says what a patient has or will have.";

    /** What to do where no group can be given. */
    public static final String WITHOUT_GROUP = "A group, high or low, needs a reference of patients: build one from "
            + Reference.STEADY + " or more cases of your own, or choose a signature that carries its own.";

    /** Of the R-score of Zhan et al., where no other signature is chosen. */
    public static final String R_SCORE = of(Signatures.zhan2020());

    private Purpose() {}

    /**
     * What a signature was made to tell, how its score is read, where it is not validated, and that it is for research:
     * one paragraph.
     */
    public static String of(Signature signature) {
        return made(signature)
                + (Double.isNaN(signature.cutoff())
                        ? " It has no cutoff."
                        : " Its cutoff is " + cutoff(signature) + ".")
                + validated(signature.volume()) + " " + RESEARCH;
    }

    /** {@code −1.430}, or {@code 0.4 of the probability}; "none" where there is none. */
    public static String cutoff(Signature signature) {
        if (Double.isNaN(signature.cutoff())) return Score.NO_REFERENCE;
        return NumberText.printed(signature.cutoff(), 3)
                + (signature.output().cutoffOn() == Output.Value.PROBABILITY ? " of the probability" : "");
    }

    private static String made(Signature signature) {
        if (signature.name().equals(Signatures.ZHAN_2020)) {
            return "The R-score was made to tell which small haematomas will expand: the higher it is, the more a "
                    + "haematoma is like those that did.";
        }
        return signature
                .training()
                .map(Training::outcome)
                .or(() -> Optional.of(signature.development().outcome()).filter(outcome -> !outcome.isEmpty()))
                .map(outcome -> "This score was made to tell which cases have the outcome \"" + outcome
                        + "\": the higher it is, the more a case is like those that had it.")
                .orElse("What this score was made to tell is said in: " + signature.citation() + ".");
    }

    private static String validated(Range volume) {
        String below = Double.isFinite(volume.low()) ? "below " + Range.plain(volume.low()) + " mL" : "";
        String above = Double.isFinite(volume.high()) ? "from " + Range.plain(volume.high()) + " mL on" : "";
        if (below.isEmpty() && above.isEmpty()) return "";
        return " It is not validated " + below + (below.isEmpty() || above.isEmpty() ? "" : " and ") + above + ".";
    }
}
