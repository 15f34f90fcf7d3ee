package org.ichradiomics.measure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Binning;

/**
 * Everything that changes the value of an IBSI feature besides the image, the mask and the software. Immutable;
 * {@link IbsiSettingsJson} reads and writes it, {@link IbsiPreset} holds the configurations of the IBSI-1 reference
 * values.
 *
 * @param name what result files call the configuration
 * @param approaches whether texture is read by slice, by volume, or both; by slice alone interpolation too keeps within
 *     the slices
 * @param round whether intensities are rounded to integers, after loading and again after interpolation
 * @param regrid the interpolation; empty for the scan's own grid
 * @param resegmentation which voxels the intensity mask keeps
 * @param texture the grey levels of histogram and texture
 * @param volume the discretisation of the intensity-volume histogram
 * @param families what is measured; all unless a file says otherwise; of a family and its part the family is kept
 * @param images of which images
 */
public record IbsiSettings(
        String name,
        Set<Approach> approaches,
        boolean round,
        Optional<Regrid> regrid,
        Resegmentation resegmentation,
        Binning texture,
        Binning volume,
        Set<IbsiFamily> families,
        MeasuredImages images) {

    /**
     * @throws IllegalArgumentException if a setting is out of its range or contradicts another; the message begins with
     *     its key
     */
    public IbsiSettings {
        if (name.isBlank() || name.matches("(?s).*[,;=\"\\p{Cntrl}].*")) {
            throw new IllegalArgumentException(
                    "name must be a word without comma, semicolon, equals sign or quote, was \"" + name + "\"");
        }
        approaches = Collections.unmodifiableSet(EnumSet.copyOf(approaches)); // in the order of the enum
        if (families.isEmpty()) throw new IllegalArgumentException("families must name at least one family");
        families = withoutParts(families);
        if (families.stream().allMatch(IbsiFamily::isForm) && !images.filters().isEmpty()) {
            throw new IllegalArgumentException("families must name more than Morphology where there are filters, "
                    + "which leave the shape as it is");
        }
        if (regrid.isPresent()) {
            int axes = regrid.get().spacing().size();
            int needed = approaches.contains(Approach.IN_VOLUME) ? 3 : 2;
            if (axes != needed) {
                throw new IllegalArgumentException("interpolation.spacing_mm must be " + (needed == 2 ? "two" : "three")
                        + " numbers for the approach " + text(approaches) + ", was "
                        + regrid.get().spacing());
            }
        }
    }

    /** All families, of the image itself. */
    public IbsiSettings(
            String name,
            Set<Approach> approaches,
            boolean round,
            Optional<Regrid> regrid,
            Resegmentation resegmentation,
            Binning texture,
            Binning volume) {
        this(
                name,
                approaches,
                round,
                regrid,
                resegmentation,
                texture,
                volume,
                Set.copyOf(IbsiFamily.WHOLE),
                MeasuredImages.UNFILTERED);
    }

    /** In the order of the enum, without those whose whole is named as well. */
    private static Set<IbsiFamily> withoutParts(Set<IbsiFamily> families) {
        Set<IbsiFamily> kept = EnumSet.copyOf(families);
        kept.removeIf(family -> family.whole().filter(families::contains).isPresent());
        return Collections.unmodifiableSet(kept);
    }

    /**
     * Key → value in a fixed order and fixed spelling, as in tables and their provenance; "none" where nothing is done.
     */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("catalogue", "IBSI");
        map.put("name", name);
        map.put("approach", text(approaches));
        map.put("round_intensities", Boolean.toString(round));
        map.put(
                "interpolation.spacing_mm",
                regrid.map(r -> r.spacing().toString()).orElse("none"));
        map.put("interpolation.image", regrid.map(r -> r.image().text()).orElse("none"));
        map.put("interpolation.mask", regrid.map(r -> r.mask().text()).orElse("none"));
        map.put("resegmentation.low", text(resegmentation.low()));
        map.put("resegmentation.high", text(resegmentation.high()));
        map.put("resegmentation.outliers_sd", text(resegmentation.outliers()));
        map.put("discretisation.texture", texture.text());
        map.put("discretisation.ivh", volume.text());
        // What 0.1.0 did not know enters where it is not as it was there, so that its settings keep their hash.
        if (!families.equals(Set.copyOf(IbsiFamily.WHOLE))) {
            map.put("families", families.stream().map(IbsiFamily::text).collect(Collectors.joining(", ")));
        }
        if (!images.unfiltered()) map.put("unfiltered", "false");
        if (!images.filters().isEmpty()) {
            map.put("filters", images.filters().stream().map(IbsiFilter::name).collect(Collectors.joining(", ")));
        }
        return Collections.unmodifiableMap(map);
    }

    /** As in settings files: 2D, 3D, or 2D and 3D. */
    static String text(Set<Approach> approaches) {
        return approaches.stream().sorted().map(Approach::text).collect(Collectors.joining(" and "));
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "none" : Double.toString(value);
    }
}
