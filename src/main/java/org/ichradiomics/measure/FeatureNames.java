package org.ichradiomics.measure;

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

    private FeatureNames() {}

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
