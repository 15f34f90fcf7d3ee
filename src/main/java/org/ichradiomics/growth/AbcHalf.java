package org.ichradiomics.growth;

import java.util.List;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * The bedside estimate A · B · C / 2 of a haematoma's volume (Kothari 1996), as a check beside the voxel volume.
 *
 * <p>On the slice of the largest area, A is the longest diameter and B the longest line across at a right angle to it,
 * both from the outer borders of pixels. C sums the distance of the slices, each weighted by its area: 1 from 75 % of
 * the largest area on, ½ from 25 % on, else 0. Areas count all pieces of a slice; A and B are those of its largest
 * piece, as a reader measures the bleed and not the way to the next one. Of slices, or pieces, of one size, the one of
 * the longer A (then B) is taken.
 *
 * @param a A, mm
 * @param b B, mm
 * @param c C, mm
 * @param slice on which A and B were measured, counted from 1 in the scan
 * @param pieces connected parts on that slice, at least 1
 */
public record AbcHalf(double a, double b, double c, int slice, int pieces) {

    /** The estimate of a lesion. */
    public static AbcHalf of(Region region) {
        Spacing spacing = region.spacing();
        List<Section> sections = Section.of(region);
        int largest = sections.stream().mapToInt(Section::size).max().orElseThrow();
        double c = 0;
        AbcHalf best = null;
        for (Section section : sections) c += weight(section.size(), largest) * spacing.z();
        for (int z = 0; z < sections.size(); z++) {
            if (sections.get(z).size() < largest) continue;
            Section.Pieces pieces = sections.get(z).pieces();
            for (Section piece : pieces.largest()) {
                Diameters diameters = Diameters.of(piece, spacing);
                AbcHalf here = new AbcHalf(
                        diameters.longest(), diameters.perpendicular(), c, region.origin(2) + z + 1, pieces.count());
                if (best == null || here.a > best.a || here.a == best.a && here.b > best.b) best = here;
            }
        }
        return best;
    }

    /** A · B · C / 2 in mL. */
    public double millilitres() {
        return a * b * c / 2 / 1000;
    }

    /** In whole numbers, so that a slice of exactly 75 % or 25 % has its weight without rounding. */
    static double weight(int size, int largest) {
        if (4L * size >= 3L * largest) return 1;
        return 4L * size >= largest ? 0.5 : 0;
    }
}
