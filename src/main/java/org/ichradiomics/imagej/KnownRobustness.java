package org.ichradiomics.imagej;

import java.util.Map;
import java.util.Optional;

import org.ichradiomics.signature.Icc;
import org.ichradiomics.study.Robustness;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

/** What <i>Robustness...</i> found in the user's own cohort, where he gives it. */
public final class KnownRobustness {

    /** The table, an option of all that shows a score. */
    public static final Option OPTION = Option.of(
                    Option.Kind.FILE,
                    "Robustness",
                    "",
                    "The icc.csv or perturbed.csv of your cohort, as Robustness... wrote them: the score then says how "
                            + "robust its features are.")
            .called("icc.csv or perturbed.csv of your cohort")
            .line("F.csv")
            .further();

    private KnownRobustness() {}

    /**
     * The ICC of each feature; empty where no table is named.
     *
     * @throws InvalidInputException if the table is not there, or is none that <i>Robustness...</i> wrote
     */
    static Optional<Map<String, Icc>> of(String table) throws InvalidInputException {
        return table.isEmpty()
                ? Optional.empty()
                : Optional.of(Robustness.known(FeatureTableCsv.read(Options.path(table))));
    }
}
