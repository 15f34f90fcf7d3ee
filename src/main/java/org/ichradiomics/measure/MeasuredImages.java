package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.filter.IbsiFilter;

/**
 * Which images of a scan are measured: itself, and the responses to filters.
 *
 * @param unfiltered whether the image itself is one of them
 * @param filters the others, in their order
 */
public record MeasuredImages(boolean unfiltered, List<IbsiFilter> filters) {

    /** The image itself. */
    public static final MeasuredImages UNFILTERED = new MeasuredImages(true, List.of());

    /** @throws IllegalArgumentException if there is none, or one twice; the message begins with the key */
    public MeasuredImages {
        filters = List.copyOf(filters);
        if (!unfiltered && filters.isEmpty()) {
            throw new IllegalArgumentException("unfiltered must be true where there are no filters");
        }
        Set<String> names = new HashSet<>();
        for (IbsiFilter filter : filters) {
            if (!names.add(filter.name()))
                throw new IllegalArgumentException("filters must differ, but have " + filter.name() + " twice");
        }
    }

    /** In the order of measuring; empty for the image itself. */
    List<Optional<IbsiFilter>> all() {
        List<Optional<IbsiFilter>> all = new ArrayList<>();
        if (unfiltered) all.add(Optional.empty());
        filters.forEach(filter -> all.add(Optional.of(filter)));
        return all;
    }
}
