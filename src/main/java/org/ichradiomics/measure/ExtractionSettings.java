package org.ichradiomics.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.region.Discretisation;

/**
 * Everything that changes a feature's value besides the image, the mask and the software.
 *
 * @param catalogue which features
 * @param discretisation how intensities and run lengths become bins
 */
public record ExtractionSettings(Catalogue catalogue, Discretisation discretisation) {

    /** The AK profile, for which the R-score was published. */
    public static final ExtractionSettings AK = new ExtractionSettings(Catalogue.AK, Discretisation.AK);

    /**
     * Key → value in a fixed order and fixed spelling, as in macros, tables and signatures; "auto" where nothing is
     * fixed.
     */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("catalogue", catalogue.name());
        map.put("bins", Integer.toString(discretisation.bins()));
        map.put("low", text(discretisation.low()));
        map.put("high", text(discretisation.high()));
        map.put("run_distance", text(discretisation.runDistance()));
        return Collections.unmodifiableMap(map);
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "auto" : Double.toString(value);
    }
}
