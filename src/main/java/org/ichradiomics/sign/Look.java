package org.ichradiomics.sign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All rules on the sections of one haematoma. */
final class Look {

    private static final double BLACK_HOLE = 28; // HU
    private static final double HYPODENSITY = 10; // HU
    private static final double BLEND = 18; // HU
    private static final double AS_BRAIN = 5; // HU above brain
    private static final int HETEROGENEOUS = 3; // dark regions
    private static final int ISLANDS = 3; // separate
    private static final int ISLANDS_TOTAL = 4; // separate or lobules
    private static final int IRREGULAR = 2; // foci

    private final List<Section> sections;
    private final List<List<DarkRegion>> dark;
    private final List<List<Pixels>> pale;
    private final List<Foci> foci;
    private final double brain;
    private final int largest;

    private final Map<SignMeasure, Finding> measures = new EnumMap<>(SignMeasure.class);
    private final Map<Sign, Finding> signs = new EnumMap<>(Sign.class);

    /** @param sections in the order of their slices, at least one */
    Look(List<Section> sections) {
        this.sections = sections;
        this.brain = BrainLevel.of(sections);
        this.dark = sections.stream()
                .map(section -> section.darkRegions(HYPODENSITY))
                .toList();
        this.pale = dark.stream()
                .map(regions -> regions.stream()
                        .map(region -> region.paleAs(brain + AS_BRAIN))
                        .filter(area -> !area.isEmpty())
                        .toList())
                .toList();
        this.foci = sections.stream().map(Foci::of).toList();
        this.largest = IntStream.range(0, sections.size())
                .reduce((a, b) -> size(b) > size(a) ? b : a)
                .orElseThrow();
        density();
        parts();
        shape();
    }

    private int size(int s) {
        return sections.get(s).filled().count();
    }

    private void density() {
        put(Sign.BLACK_HOLE, over(s -> closed(sections.get(s).darkRegions(BLACK_HOLE), BLACK_HOLE)));
        put(Sign.HYPODENSITY, over(s -> closed(dark.get(s), HYPODENSITY)));
        put(Sign.SWIRL, over(s -> area(s, !pale.get(s).isEmpty())));
        signs.put(Sign.SWIRL_TWO_SLICES, over(s -> area(s, continues(s))));
        List<Pixels> darkFoci = dark.get(largest).stream()
                .filter(region -> region.isMostlyInterior() && region.difference() >= HYPODENSITY)
                .map(DarkRegion::pixels)
                .toList();
        put(Sign.HETEROGENEOUS, count(largest, darkFoci, darkFoci.size() >= HETEROGENEOUS));
    }

    private static Finding closed(List<DarkRegion> regions, double contrast) {
        return Finding.strongest(regions.stream()
                .filter(DarkRegion::isClosed)
                .map(region -> new Finding(
                        region.difference() >= contrast,
                        region.difference(),
                        region.section(),
                        List.of(region.pixels()))));
    }

    private Finding area(int s, boolean isSuggested) {
        double area = pale.get(s).stream().mapToDouble(Pixels::area).sum();
        return area > 0 ? new Finding(isSuggested, area, sections.get(s), pale.get(s)) : Finding.NOTHING;
    }

    /** Whether what is pale in a section lies over or under something pale of a neighbour. */
    private boolean continues(int s) {
        return IntStream.of(s - 1, s + 1)
                .filter(n -> n >= 0 && n < sections.size())
                .filter(n -> Math.abs(sections.get(n).slice() - sections.get(s).slice()) == 1)
                .anyMatch(n ->
                        pale.get(s).stream().anyMatch(a -> pale.get(n).stream().anyMatch(a::overlaps)));
    }

    private void parts() {
        List<TwoParts> all = sections.stream()
                .flatMap(section -> TwoParts.of(section).stream())
                .toList();
        put(Sign.BLEND, strongest(all, two -> two.difference() >= BLEND));
        signs.put(Sign.FLUID_LEVEL, strongest(all, two -> two.difference() >= BLEND && two.isLevel(brain + AS_BRAIN)));
    }

    private static Finding strongest(List<TwoParts> all, Predicate<TwoParts> rule) {
        return Finding.strongest(all.stream()
                .map(two -> new Finding(rule.test(two), two.difference(), two.section(), List.of(two.dark()))));
    }

    private void shape() {
        MainPiece main = new MainPiece(sections);
        put(Sign.SATELLITE, over(s -> {
            OptionalInt piece = main.in(s);
            List<Pixels> satellites = piece.isEmpty() ? List.of() : Foci.satellites(sections.get(s), piece.getAsInt());
            return count(s, satellites, !satellites.isEmpty());
        }));
        signs.put(Sign.ISLAND, over(s -> count(s, foci.get(s).all(), isIsland(foci.get(s)))));
        measures.put(SignMeasure.ISLANDS_TOTAL, over(s -> count(s, foci.get(s).all(), false)));
        measures.put(
                SignMeasure.ISLANDS_SEPARATE, over(s -> count(s, foci.get(s).separate(), false)));
        Foci atLargest = foci.get(largest);
        put(Sign.IRREGULAR, count(largest, atLargest.all(), atLargest.total() >= IRREGULAR));
        Section widest = sections.get(largest);
        Hull hull = Hull.of(widest.largestPiece());
        measures.put(SignMeasure.SOLIDITY, measure(widest, hull.solidity()));
        measures.put(SignMeasure.PERIMETER_RATIO, measure(widest, hull.perimeterRatio()));
        measures.put(SignMeasure.LARGEST_SLICE, measure(widest, widest.slice()));
        measures.put(SignMeasure.BRAIN_LEVEL, measure(null, brain));
    }

    /** A number of parts of a section. */
    private Finding count(int s, List<Pixels> parts, boolean isSuggested) {
        return parts.isEmpty() ? Finding.NOTHING : new Finding(isSuggested, parts.size(), sections.get(s), parts);
    }

    private static boolean isIsland(Foci foci) {
        return foci.separate().size() >= ISLANDS || foci.total() >= ISLANDS_TOTAL;
    }

    private static Finding measure(Section section, double value) {
        return new Finding(false, value, section, List.of());
    }

    private Finding over(IntFunction<Finding> rule) {
        return Finding.strongest(IntStream.range(0, sections.size()).mapToObj(rule));
    }

    /** A sign whose measure is of the same finding. */
    private void put(Sign sign, Finding finding) {
        signs.put(sign, finding);
        measures.put(sign.measure(), finding);
    }

    Finding finding(Sign sign) {
        return signs.get(sign);
    }

    /** A finding for each measure. */
    Map<SignMeasure, Finding> measures() {
        return measures;
    }
}
