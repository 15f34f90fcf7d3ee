package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * Slices that were forgotten: without a voxel of the lesion, between two whose sections overlap in plane. Where they do
 * not, the sections belong to separate pieces, and nothing is missing.
 */
final class SliceGaps {

    /** A spacing is larger than another by more than this factor. */
    private static final double THICKER = 1.01;

    private static final int MOST_NAMED = 8;

    private SliceGaps() {}

    /** One sentence for all of them, slices numbered from 1 as the file has them; empty if there is none. */
    static Optional<String> sentence(Geometry geometry, Region region) {
        int axis = axis(region.spacing());
        List<Integer> empty = empty(region, axis);
        if (empty.isEmpty()) return Optional.empty();
        List<Integer> numbers = empty.stream()
                .map(plane -> geometry.storedNumber(axis, plane))
                .sorted()
                .toList();
        String named = numbers.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                + (numbers.size() > MOST_NAMED ? ", ..." : "");
        boolean one = numbers.size() == 1;
        return Optional.of((one ? "Slice " + named + " is" : numbers.size() + " slices (" + named + ") are")
                + " empty between slices on which the mask overlaps: draw the haematoma there, if "
                + (one ? "it was" : "they were") + " forgotten.");
    }

    /** Across which the lesion was drawn: the axis of the thick slices, else from foot to head. */
    private static int axis(Spacing spacing) {
        if (spacing.y() > THICKER * Math.max(spacing.x(), spacing.z())) return 1;
        return spacing.x() > THICKER * Math.max(spacing.y(), spacing.z()) ? 0 : 2;
    }

    /** Planes of the matrix, from 0. */
    private static List<Integer> empty(Region region, int axis) {
        List<Integer> empty = new ArrayList<>();
        BitSet[] sections = sections(region, axis);
        int last = 0;
        for (int plane = 1; plane < sections.length; plane++) {
            if (sections[plane] == null) continue;
            if (sections[last].intersects(sections[plane])) {
                for (int between = last + 1; between < plane; between++) empty.add(region.origin(axis) + between);
            }
            last = plane;
        }
        return empty;
    }

    /** By plane of the bounding box, the first and the last of which hold a voxel; null where none does. */
    private static BitSet[] sections(Region region, int axis) {
        BitSet[] sections = new BitSet[region.box(axis)];
        int columns = region.box(0);
        int area = columns * region.box(1);
        for (int i = 0; i < region.size(); i++) {
            int position = region.position(i);
            int[] voxel = {position % columns, position % area / columns, position / area};
            int plane = voxel[axis];
            voxel[axis] = 0;
            if (sections[plane] == null) sections[plane] = new BitSet();
            sections[plane].set(voxel[0] + columns * voxel[1] + area * voxel[2]);
        }
        return sections;
    }
}
