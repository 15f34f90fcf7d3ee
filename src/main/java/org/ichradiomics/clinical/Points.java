package org.ichradiomics.clinical;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Points by answer. Choices are counted from 0, so theirs are bands too.
 *
 * @param by the item whose choice decides which bands hold; empty if one list holds always
 * @param bands one list, or one for each choice
 */
record Points(String by, List<List<Band>> bands) {

    Points {
        bands = bands.stream().map(List::copyOf).toList();
    }

    static Points of(List<Band> bands) {
        return new Points("", List.of(bands));
    }

    static Points ofChoices(List<Integer> points) {
        return of(IntStream.range(0, points.size())
                .mapToObj(k -> new Band(k, false, points.get(k)))
                .toList());
    }

    /** @param answers by the column of their items, that of {@code by} among them */
    int of(double value, Map<String, Double> answers) {
        return Band.points(bands.get(by.isEmpty() ? 0 : answers.get(by).intValue()), value);
    }

    /** The most that an answer can give. */
    int most() {
        return bands.stream().flatMap(List::stream).mapToInt(Band::points).max().orElse(0);
    }
}
