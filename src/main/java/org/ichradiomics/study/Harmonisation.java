package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

/**
 * That features are freed from what sites or scanners do to them, by ComBat, before anything else is done with them;
 * learnt anew on every draw of the cases.
 *
 * @param by the clinical column of the site or scanner
 * @param covariates clinical columns whose effect on the features shall stay; known when a case is scored, so no
 *     outcome
 * @param empiricalBayes whether shifts and scales of a batch are drawn towards those of all its features
 * @param referenceBatch the site that the others are made like; empty: their mean
 * @param unseen what is done with cases of a site that is not in training
 */
public record Harmonisation(
        String by, List<String> covariates, boolean empiricalBayes, Optional<String> referenceBatch, Unseen unseen) {

    /** Parametric empirical Bayes, nothing kept, cases of other sites without a score. */
    static final Harmonisation USUAL = new Harmonisation(null, List.of(), true, Optional.empty(), Unseen.NONE);

    /** What is done with cases of a site that is not in training. */
    public enum Unseen {
        /** They have no score. */
        NONE,
        /** Shift and scale come from the site's own features, without outcomes. */
        OWN
    }

    public Harmonisation {
        covariates = List.copyOf(covariates);
    }
}
