package org.ichradiomics.phantom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.region.Region;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Scale;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** Makes the shipped demonstration reference: mean and SD of each feature over the haematoma cohort. */
public final class DemonstrationReference {

    static final String ORIGIN = String.format(
            Locale.ROOT,
            "%d seeded phantom haematomas, %.0f–%.0f mL, every fifth in a matrix of 256 × 256, the others in 512 × 512,"
                    + " made and measured by ICH Radiomics",
            HaematomaCohort.SIZE,
            HaematomaCohort.SMALLEST,
            HaematomaCohort.LARGEST);

    private DemonstrationReference() {}

    /** @param folder one: where to write */
    public static void main(String[] folder) throws InvalidInputException {
        Reference all = of(measure(HaematomaCohort.regions()));
        Reference.FILE.write(all, Path.of(folder[0], "demonstration-reference.json"));
        Reference.FILE.write(brief(all), Path.of(folder[0], "demonstration-zhan-2020.json"));
    }

    /** The same for the features of the R-score alone. */
    static Reference brief(Reference all) {
        Map<String, Scale> scales = new LinkedHashMap<>(all.scales());
        scales.keySet().retainAll(Signatures.zhan2020().features());
        return new Reference(all.name(), all.kind(), all.origin(), all.cases(), all.settings(), scales, all.scores());
    }

    /** The cohort's features, one row per haematoma, in its order. */
    static FeatureTable measure(List<Region> regions) {
        Extractor extractor = Extractor.with(ExtractionSettings.AK);
        List<String> header = new ArrayList<>(List.of(FeatureTable.CASE, FeatureTable.VOLUME));
        header.addAll(ExtractionSettings.AK.catalogue().features().stream()
                .map(Feature::name)
                .toList());
        return FeatureTable.of(
                header,
                IntStream.range(0, regions.size())
                        .parallel()
                        .mapToObj(number -> row(number, regions.get(number), extractor))
                        .toList());
    }

    static Reference of(FeatureTable table) throws InvalidInputException {
        Settings settings = Settings.of(ExtractionSettings.AK.asMap());
        Reference cohort = Reference.of(table, table.features(), References.DEMONSTRATION, ORIGIN, settings);
        return new Reference(
                        cohort.name(),
                        Reference.Kind.DEMONSTRATION,
                        cohort.origin(),
                        cohort.cases(),
                        cohort.settings(),
                        cohort.scales())
                .holding(Signatures.zhan2020(), table);
    }

    private static List<Object> row(int number, Region region, Extractor extractor) {
        List<Object> row = new ArrayList<>(
                List.of(String.format(Locale.ROOT, "phantom-%03d", number + 1), region.volume() / 1000));
        try {
            FeatureVector features = extractor.measure(region);
            for (int i = 0; i < features.size(); i++) row.add(features.get(i));
        } catch (InvalidInputException e) {
            throw new AssertionError("a phantom is always measurable", e);
        }
        return row;
    }
}
