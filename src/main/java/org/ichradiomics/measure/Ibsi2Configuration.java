package org.ichradiomics.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;

/**
 * The 18 configurations of the IBSI-2 reference values, 1.A to 9.B: the statistics of one response map. A: in slices,
 * on the scan's own grid; B: in the volume, interpolated to 1 mm. Both round to whole HU and keep −1000 to 400 HU of
 * the unfiltered image.
 */
final class Ibsi2Configuration {

    private static final String RESOURCE = "ibsi2-configurations.csv";
    private static final String NO_FILTER = "none";
    private static final List<IbsiSettings> ALL = read();

    private Ibsi2Configuration() {}

    /** In IBSI's order. */
    static List<IbsiSettings> all() {
        return ALL;
    }

    /** A configuration by its name, whatever the case of its letters. */
    static Optional<IbsiSettings> named(String text) {
        return ALL.stream()
                .filter(settings -> settings.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static List<IbsiSettings> read() {
        try (InputStream in = Ibsi2Configuration.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> header = List.of(text.lines().findFirst().orElseThrow().split(","));
            return text.lines()
                    .skip(1)
                    .map(line -> settings(header, Arrays.asList(line.split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " in the jar cannot be read", e);
        }
    }

    private static IbsiSettings settings(List<String> header, List<String> row) {
        boolean volume = row.get(header.indexOf("dimension")).equals(Approach.IN_VOLUME.text());
        boolean filtered = !row.get(header.indexOf("filter")).equals(NO_FILTER);
        Optional<Regrid> regrid = volume
                ? Optional.of(new Regrid(List.of(1.0, 1.0, 1.0), Interpolation.CUBIC_SPLINE, Interpolation.LINEAR))
                : Optional.empty();
        MeasuredImages images = filtered
                ? new MeasuredImages(false, List.of(IbsiFilter.ofRow(key -> row.get(header.indexOf(key)))))
                : MeasuredImages.UNFILTERED;
        return new IbsiSettings(
                row.get(header.indexOf("config")),
                Set.of(volume ? Approach.IN_VOLUME : Approach.IN_SLICES),
                true,
                regrid,
                Resegmentation.range(-1000, 400),
                new Binning.None(),
                new Binning.None(),
                EnumSet.of(IbsiFamily.STATISTICS),
                images);
    }
}
