package org.ichradiomics.measure;

import java.util.concurrent.CancellationException;

import org.ichradiomics.feature.FeatureFamily;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** Measures lesions with one set of settings. Holds no state between lesions; safe for use by many threads. */
public final class Extractor {

    private final ExtractionSettings settings;

    private Extractor(ExtractionSettings settings) {
        this.settings = settings;
    }

    /** One that measures as the settings say. */
    public static Extractor with(ExtractionSettings settings) {
        return new Extractor(settings);
    }

    /** What it was made with. */
    public ExtractionSettings settings() {
        return settings;
    }

    /**
     * All features of the catalogue for one lesion.
     *
     * @throws InvalidInputException if the lesion has no grey range, e.g. every voxel is 0 HU
     * @throws CancellationException if {@code progress} says so
     */
    public FeatureVector measure(Region region, Progress progress) throws InvalidInputException {
        settings.discretisation().check(region);
        Catalogue catalogue = settings.catalogue();
        double[] values = new double[catalogue.features().size()];
        int[] n = {0};
        for (FeatureFamily family : catalogue.families()) {
            progress.at(family.name(), (double) n[0] / values.length);
            family.measure(region, settings.discretisation(), value -> values[n[0]++] = value);
        }
        return new FeatureVector(catalogue.features(), values);
    }

    /**
     * As above, with nobody listening.
     *
     * @throws InvalidInputException if the lesion has no grey range, e.g. every voxel is 0 HU
     */
    public FeatureVector measure(Region region) throws InvalidInputException {
        return measure(region, Progress.NONE);
    }
}
