package org.ichradiomics.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.text.Resource;

/**
 * The 18 configurations of the IBSI-2 reference values, 1.A to 9.B: the statistics of one response map. A: in slices,
 * on the scan's own grid; B: in the volume, interpolated to 1 mm. Both round to whole HU and keep −1000 to 400 HU of
 * the unfiltered image.
 */
final class Ibsi2Configuration {

    private static final String NO_FILTER = "none";

    /** A name may be one of ours; whoever looks for another one need not read the table. */
    private static final Pattern NAME = Pattern.compile("\\d\\.[ABab]");

    /** The first name and the last; a constant, so that to say them reads no table. */
    static final String NAMES = "1.A … 9.B";

    private Ibsi2Configuration() {}

    private static final class Table {

        static final List<IbsiSettings> ALL = new Resource(Ibsi2Configuration.class, "ibsi2-configurations.csv")
                .rows().stream().map(Ibsi2Configuration::settings).toList();
    }

    /** In IBSI's order. */
    static List<IbsiSettings> all() {
        return Table.ALL;
    }

    /** A configuration by its name, whatever the case of its letters. */
    static Optional<IbsiSettings> named(String text) {
        if (!NAME.matcher(text).matches()) return Optional.empty();
        return all().stream()
                .filter(settings -> settings.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static IbsiSettings settings(Map<String, String> row) {
        boolean volume = row.get("dimension").equals(Approach.IN_VOLUME.text());
        boolean filtered = !row.get("filter").equals(NO_FILTER);
        Optional<Regrid> regrid = volume
                ? Optional.of(new Regrid(List.of(1.0, 1.0, 1.0), Interpolation.CUBIC_SPLINE, Interpolation.LINEAR))
                : Optional.empty();
        MeasuredImages images =
                filtered ? new MeasuredImages(false, List.of(IbsiFilter.ofRow(row::get))) : MeasuredImages.UNFILTERED;
        return new IbsiSettings(
                row.get("config"),
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
