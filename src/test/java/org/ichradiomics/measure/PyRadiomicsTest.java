package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the IBSI catalogue declares to be the same in PyRadiomics has PyRadiomics' values, and the look-alikes have
 * others.
 *
 * <p>Covers Aggregation and IbsiValue.
 */
class PyRadiomicsTest {

    /** What PyRadiomics takes, without and with force2D. */
    private static final Set<Aggregation> IN_VOLUME =
            EnumSet.of(Aggregation.WHOLE, Aggregation.VOLUME_AVERAGED, Aggregation.BY_VOLUME);

    private static final Set<Aggregation> FORCE_2D =
            EnumSet.of(Aggregation.WHOLE, Aggregation.DIRECTIONS_MERGED, Aggregation.SLICES_TOGETHER);

    @ParameterizedTest
    @CsvSource({
        "tiny0,default",
        "tiny0,binwidth5",
        "tiny0,bincount32",
        "tiny0,bincount32_2d",
        "tiny1,default",
        "tiny1,binwidth5",
        "tiny1,bincount32",
        "tiny1,bincount32_2d"
    })
    void agreesWhereItSaysSo(String volume, String settings) throws Exception {
        PyRadiomics expected = PyRadiomics.of(volume);
        Set<Aggregation> aggregations = settings.endsWith("2d") ? FORCE_2D : IN_VOLUME;
        IbsiResult result = new IbsiExtractor(settings(settings, expected.region()))
                .measure(expected.scan().hu(), expected.mask().select("1"), expected.spacing());
        List<String> misses = new ArrayList<>();
        int compared = 0;
        for (IbsiValue v : result.values()) {
            IbsiFeature feature = v.feature();
            if (!aggregations.contains(feature.aggregation())) continue;
            for (Counterpart c : feature.counterparts()) {
                double there = expected.value(settings, c.name());
                double apart = Math.abs(v.value() - there) / Math.max(1, Math.abs(there));
                compared++;
                if (c.same() ? !(apart <= tolerance(c)) : !(apart > 1e-5))
                    misses.add(feature.tag() + " " + v.value() + ": " + c.text() + " " + there);
            }
        }
        assertEquals(List.of(), misses);
        assertEquals(14 + 15 + 2 + 25 + 16 + 16 + 5 + 15, compared);
    }

    /** Relative; what a remark says of it counts. */
    private static double tolerance(Counterpart counterpart) {
        return counterpart.remark().endsWith("within 1 %") ? 1e-2 : 1e-9;
    }

    private static IbsiSettings settings(String name, Region region) {
        Binning binning = switch (name) {
            case "default" -> new Binning.FixedWidth(25);
            case "binwidth5" -> new Binning.FixedWidth(5);
            default -> new Binning.FixedNumber(32);
        };
        Resegmentation range = Resegmentation.NONE;
        // PyRadiomics' bins of a width are aligned to its multiples, IBSI's to the lower end of the range.
        if (binning instanceof Binning.FixedWidth bins) {
            range = Resegmentation.range(bins.width() * Math.floor(region.min() / bins.width()), region.max());
        }
        return new IbsiSettings(
                "py", EnumSet.allOf(Approach.class), false, Optional.empty(), range, binning, new Binning.None());
    }

    /** No name of PyRadiomics is left out by oversight. */
    @Test
    void everyFeatureOfPyRadiomicsIsNamedOrIsNotInTheCatalogue() throws Exception {
        Set<String> names = new TreeSet<>(PyRadiomics.of("tiny0").names());
        names.removeAll(IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features().stream()
                .flatMap(f -> f.counterparts().stream())
                .map(Counterpart::name)
                .collect(Collectors.toSet()));
        assertEquals(
                Set.of(
                        "glcm_MCC",
                        "firstorder_TotalEnergy",
                        "shape_Maximum2DDiameterColumn",
                        "shape_Maximum2DDiameterRow",
                        "shape_Maximum2DDiameterSlice"),
                names);
    }

    @Test
    void zoneDistancesAreIbsisAlone() {
        for (IbsiFeature f : IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features()) {
            if (f.family() == IbsiFamily.GLDZM) assertTrue(f.counterparts().isEmpty(), f.tag());
        }
    }
}
