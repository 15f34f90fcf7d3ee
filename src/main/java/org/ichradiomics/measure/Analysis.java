package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** A catalogue with the settings under which it is measured. */
public interface Analysis {

    /** As users call it: AK, IBSI. */
    String catalogue();

    /** What {@link #measure} gives, in its order. */
    List<Feature> features();

    /**
     * All that changes a value besides the image, the mask and the software; key → value in a fixed order and spelling.
     */
    Map<String, String> settings();

    /** How much of a scan of this spacing it looks at beside a lesion. */
    Margin margin(Spacing spacing);

    /** What else than more memory helps where there is too little, one phrase each, the strongest first. */
    default List<String> lighter() {
        return List.of();
    }

    /**
     * Measures one lesion.
     *
     * @param scan of which at least the lesion's box with {@link #margin} is at hand
     * @param region the lesion's voxels in the scan
     * @throws InvalidInputException if the lesion has no features under these settings
     */
    Outcome measure(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
            throws InvalidInputException;

    /**
     * What an analysis found.
     *
     * @param diagnostics what image processing did to image and mask; empty where there is none
     * @param notes what the user should know, one sentence each
     */
    record Outcome(FeatureVector features, List<Diagnostic> diagnostics, List<String> notes) {

        public Outcome {
            diagnostics = List.copyOf(diagnostics);
            notes = List.copyOf(notes);
        }
    }

    /** The features of the R-score paper. */
    record Ak(ExtractionSettings extraction) implements Analysis {

        @Override
        public String catalogue() {
            return extraction.catalogue().name();
        }

        @Override
        public List<Feature> features() {
            return extraction.catalogue().features();
        }

        @Override
        public Map<String, String> settings() {
            return extraction.asMap();
        }

        @Override
        public Margin margin(Spacing spacing) {
            return Margin.NONE;
        }

        @Override
        public Outcome measure(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
                throws InvalidInputException {
            FeatureVector features = Extractor.with(extraction).measure(region, progress);
            return new Outcome(features, List.of(), Plausibility.levels(region, extraction.discretisation()));
        }
    }

    /** The features of PyRadiomics under a parameter file. */
    record OfPyRadiomics(PyRadiomics pyRadiomics) implements Analysis {

        @Override
        public String catalogue() {
            return FeatureNames.PYRADIOMICS;
        }

        @Override
        public List<Feature> features() {
            return pyRadiomics.features();
        }

        @Override
        public Map<String, String> settings() {
            Map<String, String> map = new LinkedHashMap<>();
            map.put("catalogue", catalogue());
            map.put("parameters", pyRadiomics.settings());
            return map;
        }

        @Override
        public List<String> lighter() {
            return List.of("set preCrop: true", "choose a larger resampledPixelSpacing", "name fewer image types");
        }

        @Override
        public Margin margin(Spacing spacing) {
            return Margin.WHOLE;
        }

        @Override
        public Outcome measure(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
                throws InvalidInputException {
            PyRadiomics.Values found = pyRadiomics.measure(scan, region, progress);
            double[] values = features().stream()
                    .mapToDouble(feature -> found.values().getOrDefault(feature.name(), Double.NaN))
                    .toArray();
            return new Outcome(new FeatureVector(features(), values), List.of(), found.notes());
        }
    }

    /** The features of IBSI 1. */
    record Ibsi(IbsiExtractor extractor) implements Analysis {

        /** As the settings say. */
        public Ibsi(IbsiSettings settings) {
            this(new IbsiExtractor(settings));
        }

        @Override
        public String catalogue() {
            return "IBSI";
        }

        @Override
        public List<Feature> features() {
            return extractor.features();
        }

        @Override
        public Map<String, String> settings() {
            return extractor.settings().asMap();
        }

        @Override
        public List<String> lighter() {
            IbsiSettings settings = extractor.settings();
            List<String> ways = new ArrayList<>();
            if (!settings.images().filters().isEmpty()) ways.add("leave out the filters, which see the whole image");
            if (settings.regrid().isPresent()) ways.add("choose a larger interpolation.spacing_mm");
            ways.add("choose fewer families");
            return ways;
        }

        @Override
        public Margin margin(Spacing spacing) {
            return Margin.WHOLE;
        }

        @Override
        public Outcome measure(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
                throws InvalidInputException {
            IbsiResult result = extractor.measure(scan, region, progress);
            return new Outcome(
                    result.vector(),
                    result.diagnostics(),
                    List.of("IBSI features by the settings \""
                            + extractor.settings().name() + "\" ("
                            + Settings.of(settings()).hash() + ")."));
        }
    }
}
