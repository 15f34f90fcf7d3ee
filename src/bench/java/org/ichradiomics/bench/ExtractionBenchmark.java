package org.ichradiomics.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

import org.ichradiomics.feature.FeatureFamily;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/** The AK catalogue; the lesion is already cut out of its scan. */
@State(Scope.Thread)
public class ExtractionBenchmark {

    static final String ALL = "all 396 features";
    static final String PAIRS = "floor: count pairs, 12 passes";
    static final String SUM = "floor: sum the values, 1 pass";

    /** Named in {@link Bench}: what is measured, a family's name among them. */
    @Param({ALL, "Histogram", "GLCM", "Haralick", "Run length", "Form factor", "Size zone", PAIRS, SUM})
    public String what;

    @Param({"7000", "300000", "1500000"})
    public int voxels;

    private Region region;
    private Floor floor;
    private FeatureFamily family;

    @Setup
    public void cutOut() throws InvalidInputException {
        region = Lesions.of(voxels, 30);
        floor = new Floor(region);
        family = Catalogue.AK.families().stream()
                .filter(f -> f.name().equals(what))
                .findFirst()
                .orElse(null);
    }

    @Benchmark
    public Object measure(Blackhole hole) throws InvalidInputException {
        switch (what) {
            case ALL:
                return Extractor.with(ExtractionSettings.AK).measure(region);
            case PAIRS:
                return floor.pairs();
            case SUM:
                return floor.sum();
            default:
                family.measure(region, Discretisation.AK, hole::consume);
                return family;
        }
    }
}
