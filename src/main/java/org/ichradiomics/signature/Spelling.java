package org.ichradiomics.signature;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two spellings of PyRadiomics' features. R makes points of the hyphens in a name of the image:
 * {@code log.sigma.2.0.mm.3D_glszm_GrayLevelVariance} is {@code log-sigma-2-0-mm-3D_glszm_GrayLevelVariance}.
 */
public final class Spelling {

    /** Made where a name is not found as it is. */
    private static final class Names {

        /** Image, class, feature; a prefix, as of a sequence of images, may stand before. */
        static final Pattern NAME = Pattern.compile("((?:.+_)?(?:log|wavelet\\d*|lbp)[.-][^_]*)"
                + "(_(?:firstorder|shape|shape2D|glcm|glrlm|glszm|gldm|ngtdm)_.+)");
    }

    private Spelling() {}

    /** As PyRadiomics spells it; other names as they are. */
    public static String python(String name) {
        Matcher radiomics = Names.NAME.matcher(name);
        return radiomics.matches() ? radiomics.group(1).replace('.', '-') + radiomics.group(2) : name;
    }

    /** The name among others that is a feature's, in either spelling. */
    public static Optional<String> find(Collection<String> names, String feature) {
        if (names.contains(feature)) return Optional.of(feature);
        String wanted = python(feature);
        return wanted.indexOf('-') < 0
                ? Optional.empty()
                : names.stream().filter(name -> python(name).equals(wanted)).findFirst();
    }

    /** The name among others that is a clinical variable's, whatever the case of its letters. */
    static Optional<String> variable(Collection<String> names, String variable) {
        if (names.contains(variable)) return Optional.of(variable);
        return names.stream().filter(variable::equalsIgnoreCase).findFirst();
    }
}
