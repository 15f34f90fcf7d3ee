package org.ichradiomics.filter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of the 33 response maps of IBSI 2, phase 1: a filter, and how far from the reference map a map may be.
 *
 * @param name as IBSI calls it: {@code 1.a.1}
 * @param phantom the image of the reference map
 * @param filter what is done to it
 * @param tolerance of each voxel, as a part of the range of the reference map
 */
public record ReferenceMap(String name, String phantom, IbsiFilter filter, double tolerance) {

    private static final String RESOURCE = "ibsi2-tests.csv";
    private static final List<ReferenceMap> ALL = read();

    /** All of them, in IBSI's order. */
    public static List<ReferenceMap> all() {
        return ALL;
    }

    /** A test by its name, with points or underscores. */
    public static Optional<ReferenceMap> named(String text) {
        String name = text.strip().replace('_', '.');
        return ALL.stream().filter(map -> map.name.equalsIgnoreCase(name)).findFirst();
    }

    private static List<ReferenceMap> read() {
        try (InputStream in = ReferenceMap.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> header = List.of(text.lines().findFirst().orElseThrow().split(","));
            return text.lines()
                    .skip(1)
                    .map(line -> of(header, Arrays.asList(line.split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " in the jar cannot be read", e);
        }
    }

    private static ReferenceMap of(List<String> header, List<String> row) {
        return new ReferenceMap(
                row.get(header.indexOf("test")).replace('_', '.'),
                row.get(header.indexOf("phantom")),
                IbsiFilter.ofRow(key -> row.get(header.indexOf(key))),
                Double.parseDouble(row.get(header.indexOf("tolerance_fraction_of_range"))));
    }
}
