package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.feature.Vocabulary;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.text.Resource;

/** By what name a column is known as a feature. */
final class FeatureNames {

    static final String AK = "AK";
    static final String IBSI = "IBSI";
    static final String PYRADIOMICS = "PyRadiomics";

    /** What tables of the paper's kit call two of its features. */
    private static final Map<String, String> OTHER_SPELLINGS =
            Map.of("Energy", "histogramEnergy", "Entropy", "histogramEntropy");

    private static final Set<String> AK_NAMES =
            Catalogue.AK.features().stream().map(Feature::name).collect(Collectors.toSet());

    private static final List<IbsiFeature> IBSI_FEATURES =
            IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features();

    private static final Set<String> IBSI_NAMES =
            IBSI_FEATURES.stream().map(IbsiFeature::column).collect(Collectors.toSet());

    /** PyRadiomics' columns without the image type, as far as the catalogues name them. */
    private static final Set<String> COUNTERPARTS = Stream.concat(
                    Catalogue.AK.features().stream().map(Feature::counterparts),
                    IBSI_FEATURES.stream().map(IbsiFeature::counterparts))
            .flatMap(List::stream)
            .filter(other -> other.vocabulary() == Vocabulary.PYRADIOMICS)
            .map(Counterpart::name)
            .collect(Collectors.toSet());

    /** A filtered feature of IBSI 2: the filter, two underscores, the feature. */
    private static final Pattern FILTERED = Pattern.compile("[a-z][A-Za-z0-9]*_.+__(.+)");

    /**
     * {@code <image>_<class>_<Feature>}; R makes points of hyphens. A prefix, as of a sequence of images, may stand
     * before.
     */
    private static final Pattern RADIOMICS = Pattern.compile("(?:.+_)?(?:original|wavelet\\d*[-.][LH]{2,3}"
            + "|log[-.]sigma[-.]\\d+(?:[-.]\\d+)*[-.]mm[-.][23]D|square|squareroot|logarithm|exponential|gradient"
            + "|lbp[-.][23]D(?:[-.](?:m\\d+|k))?)_(?:firstorder|shape|shape2D|glcm|glrlm|glszm|gldm|ngtdm)"
            + "_[A-Z][A-Za-z0-9]*");

    private static final String ORIGINAL = "original_";

    private static final Pattern CLASS = Pattern.compile("(?:firstorder|shape|shape2D|glcm|glrlm|glszm|gldm|ngtdm)_");

    /** PyRadiomics' features, {@code class_Feature}. */
    private static final List<String> RADIOMICS_FEATURES = new Resource(FeatureNames.class, "pyradiomics-features.txt")
            .text()
            .lines()
            .toList();

    private FeatureNames() {}

    /**
     * The catalogue of a feature whose name is to the letter one of it; empty if none has it.
     *
     * @param name with hyphens, where it is one of PyRadiomics
     */
    static Optional<String> known(String name) {
        if (AK_NAMES.contains(name)) return Optional.of(AK);
        Matcher filtered = FILTERED.matcher(name);
        if (IBSI_NAMES.contains(filtered.matches() ? filtered.group(1) : name)) return Optional.of(IBSI);
        return RADIOMICS.matcher(name).matches() && RADIOMICS_FEATURES.contains(radiomics(name))
                ? Optional.of(PYRADIOMICS)
                : Optional.empty();
    }

    /** Class and feature of a name of PyRadiomics, from the last class in it. */
    private static String radiomics(String name) {
        Matcher parts = Pattern.compile(".*_([a-zA-Z0-9]+_[A-Za-z0-9]+)").matcher(name);
        return parts.matches() ? parts.group(1) : name;
    }

    /** The known name that somebody may have meant who wrote another, as it stands behind that. */
    static String question(String name) {
        String image = name.replaceFirst("_[^_]*_[^_]*$", "_");
        if (image.equals(name) && CLASS.matcher(name).lookingAt()) return question(ORIGINAL + name);
        List<String> all = new ArrayList<>(AK_NAMES);
        Collections.sort(all);
        all.addAll(IBSI_NAMES.stream().sorted().toList());
        for (String feature : RADIOMICS_FEATURES) all.add((image.equals(name) ? ORIGINAL : image) + feature);
        return Nearest.question(name, all);
    }

    /** The catalogue that knows a column of a table; empty if none does. */
    static Optional<String> catalogue(String column, List<String> columns) {
        // Where the kit's own name is there, too, the short one is somebody else's.
        if (AK_NAMES.contains(column)
                || OTHER_SPELLINGS.containsKey(column) && !columns.contains(OTHER_SPELLINGS.get(column))) {
            return Optional.of(AK);
        }
        Matcher filtered = FILTERED.matcher(column);
        String tag = filtered.matches() ? filtered.group(1) : column;
        if (IBSI_NAMES.contains(tag)) return Optional.of(IBSI);
        return COUNTERPARTS.contains(column) || RADIOMICS.matcher(column).matches()
                ? Optional.of(PYRADIOMICS)
                : Optional.empty();
    }
}
