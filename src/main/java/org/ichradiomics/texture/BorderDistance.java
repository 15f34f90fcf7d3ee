package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * How far the places of the morphological mask are from its border: 1 on the border, and 1 more for each erosion by the
 * 6 neighbours (in slices 4) that a place survives.
 *
 * <p>That is the city-block distance to the nearest place outside, which two passes give exactly (Rosenfeld and Pfaltz,
 * Pattern Recognition 1968;1:33-61).
 */
final class BorderDistance {

    private BorderDistance() {}

    /** The distance of each place of {@link LevelVolume#codes()}, 0 outside the mask. */
    static int[] of(LevelVolume lesion, Approach approach) {
        int row = lesion.step(0, 1, 0);
        int plane = lesion.step(0, 0, 1);
        boolean throughSlices = approach == Approach.IN_VOLUME;
        int[] distance = new int[lesion.codes().length];
        // The margin stays 0: the first and last plane are never visited, and nothing in the others' margin is in the
        // mask.
        for (int at = plane; at < distance.length - plane; at++) {
            if (!lesion.inMask(at)) continue;
            int nearest = Math.min(distance[at - 1], distance[at - row]);
            if (throughSlices) nearest = Math.min(nearest, distance[at - plane]);
            distance[at] = nearest + 1;
        }
        for (int at = distance.length - plane - 1; at >= plane; at--) {
            if (distance[at] == 0) continue;
            int nearest = Math.min(distance[at + 1], distance[at + row]);
            if (throughSlices) nearest = Math.min(nearest, distance[at + plane]);
            distance[at] = Math.min(distance[at], nearest + 1);
        }
        return distance;
    }
}
