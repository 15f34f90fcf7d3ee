package org.ichradiomics.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.text.Resource;

/**
 * One of the 33 response maps of IBSI 2, phase 1: a filter, and how far from the reference map a map may be.
 *
 * @param name as IBSI calls it: {@code 1.a.1}
 * @param phantom the image of the reference map
 * @param filter what is done to it
 * @param tolerance of each voxel, as a part of the range of the reference map
 */
public record ReferenceMap(String name, String phantom, IbsiFilter filter, double tolerance) {

    private static final List<ReferenceMap> ALL = new Resource(ReferenceMap.class, "ibsi2-tests.csv")
            .rows().stream().map(ReferenceMap::of).toList();

    /** All of them, in IBSI's order. */
    public static List<ReferenceMap> all() {
        return ALL;
    }

    /** A test by its name, with points or underscores. */
    public static Optional<ReferenceMap> named(String text) {
        String name = text.strip().replace('_', '.');
        return ALL.stream().filter(map -> map.name.equalsIgnoreCase(name)).findFirst();
    }

    private static ReferenceMap of(Map<String, String> row) {
        return new ReferenceMap(
                row.get("test").replace('_', '.'),
                row.get("phantom"),
                IbsiFilter.ofRow(row::get),
                Double.parseDouble(row.get("tolerance_fraction_of_range")));
    }
}
