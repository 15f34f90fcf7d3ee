package org.ichradiomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.extract.ExtractionSettings;
import org.ichradiomics.extract.Extractor;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.format.Scan;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;

/**
 * What is measured and how it is scored: the one way from a scan and a mask to a row, whatever the front end.
 *
 * @param extraction which features, with which bins
 * @param signature  the linear score
 * @param reference  against which the features are standardised; empty: the signature's own, or no score
 */
public record Protocol(ExtractionSettings extraction, Signature signature, Optional<Reference> reference) {

    /**
     * Refuses a signature that asks for features nobody measures here, before anything is measured. Other settings than the
     * signature's are no reason to refuse: the features are then what the user wants, and the score says why there is none.
     *
     * @throws InvalidInputException if the catalogue lacks a feature of the signature; the sentence names all of them
     */
    public Protocol checked() throws InvalidInputException {
        List<String> missing = new ArrayList<>(signature.features());
        extraction.catalogue().features().forEach(feature -> missing.remove(feature.name()));
        if (missing.isEmpty()) return this;
        throw new InvalidInputException("The catalogue " + extraction.catalogue() + " has no " + String.join(", ", missing)
                + ", which the signature \"" + signature.name() + "\" asks for: choose another signature.");
    }

    /** The extraction's settings as tables and signatures carry them. */
    public Settings settings() {
        return Settings.of(extraction.asMap());
    }

    /**
     * Measures one lesion.
     *
     * @param label   the image's title
     * @param spacing of the scan; where the scan does not say, the user has
     * @throws InvalidInputException if the lesion cannot be measured. A score that cannot be computed is no reason: the row
     *                               then says why in its notes.
     */
    public Measurement measure(String label, Scan scan, Spacing spacing, Lesion lesion, Extractor.Progress progress)
            throws InvalidInputException {
        Region region = lesion.region(scan, spacing);
        FeatureVector features = Extractor.with(extraction).measure(region, progress);
        Score score = score(features, region.volume() / 1000);
        List<String> notes = new ArrayList<>(scan.warnings());
        notes.addAll(lesion.notes());
        notes.addAll(Plausibility.notes(scan.hu(), region, extraction.discretisation()));
        notes.addAll(score.notes());
        String id = lesion.part().isEmpty() ? label : label + ":" + lesion.part();
        return new Measurement(id, label, lesion.roi(), region.volume() / 1000, region.size(), region.slices(), features, score,
                notes, settings(), lesion.origin());
    }

    private Score score(FeatureVector features, double millilitres) {
        try {
            return Score.of(signature, reference, features, millilitres, settings());
        } catch (InvalidInputException e) {
            return Score.without(e.getMessage());
        }
    }
}
