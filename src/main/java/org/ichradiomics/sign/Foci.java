package org.ichradiomics.sign;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a section shows besides the body of its largest piece.
 *
 * @param separate pieces beside the largest, at least 7 mm² each
 * @param lobules of the largest, at least 12 mm² each, that reach at least 2 mm out of it
 */
record Foci(List<Pixels> separate, List<Pixels> lobules) {

    private static final double LEAST_PIECE = 7; // mm²
    private static final double LEAST_LOBULE = 12; // mm²
    private static final double LEAST_REACH = 2; // mm
    private static final double DISC = 3; // mm

    private static final double NEAREST = 1; // mm
    private static final double FARTHEST = 20; // mm
    private static final double SATELLITE = 10; // mm

    static Foci of(Section section) {
        Components pieces = section.pieces();
        return new Foci(beside(pieces, pieces.largest()).toList(), lobules(section));
    }

    private static Stream<Pixels> beside(Components pieces, int main) {
        return pieces.ofArea(LEAST_PIECE).filter(k -> k != main).mapToObj(pieces::part);
    }

    /** What an opening by a disc takes away. A piece in which no disc finds room is not all lobule: it has none. */
    private static List<Pixels> lobules(Section section) {
        Pixels piece = section.largestPiece();
        Pixels core = piece.where(i -> Slack.exceeds(section.wall(i), DISC));
        if (core.isEmpty()) return List.of();
        Pixels body = piece.where(core.within(DISC)::contains);
        double[] reach = Distances.to(body);
        Components rest = Components.ofCorners(piece.without(body));
        return rest.ofArea(LEAST_LOBULE)
                .mapToObj(rest::part)
                .filter(lobule -> lobule.stream().anyMatch(i -> Slack.reaches(reach[i], LEAST_REACH)))
                .toList();
    }

    /** Pieces of less than 10 mm, 1 to 20 mm away from the section of the main piece. */
    static List<Pixels> satellites(Section section, int main) {
        Components pieces = section.pieces();
        double[] distances = Distances.to(pieces.part(main));
        return beside(pieces, main)
                .filter(piece -> isSatellite(piece, distances))
                .toList();
    }

    private static boolean isSatellite(Pixels piece, double[] distances) {
        double size = piece.plane().pixelSize();
        double gap = piece.stream().mapToDouble(i -> distances[i]).min().orElseThrow() - size;
        return Slack.reaches(gap, NEAREST)
                && !Slack.exceeds(gap, FARTHEST)
                && !Slack.reaches(piece.diameter() + size, SATELLITE);
    }

    /** Separate pieces and lobules. */
    int total() {
        return separate.size() + lobules.size();
    }

    /** All of them. */
    List<Pixels> all() {
        return Stream.concat(separate.stream(), lobules.stream()).toList();
    }
}
