package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.text.English;

/**
 * What is doubtful about the shape of an outline, and what mends it. Holes and pieces may be meant: nothing is mended
 * unasked.
 *
 * @param sentence what is doubtful, with its slices as they are shown, from 1
 * @param remedy what mends it
 * @param slice where to look, from 0
 */
public record Doubt(String sentence, Remedy remedy, int slice) {

    /** Pieces below this are specks, mL. */
    private static final double SPECK = 0.1;

    private static final int MOST_NAMED = 6;

    /** A step that mends a doubt. */
    public enum Remedy {
        /** Draws between the drawn slices. */
        FILL_BETWEEN("Fill"),
        /** Fills what is enclosed within a slice. */
        FILL_HOLES("Fill"),
        /** Removes small pieces. */
        REMOVE_SPECKS("Remove");

        private final String text;

        Remedy(String text) {
            this.text = text;
        }

        /** As on a button. */
        public String text() {
            return text;
        }

        /** Takes the step; false if nothing changed. */
        public boolean on(Outline outline, int label) {
            return switch (this) {
                case FILL_BETWEEN -> outline.fillBetween(label);
                case FILL_HOLES -> outline.fillHoles(label);
                case REMOVE_SPECKS -> outline.removeIslands(label, SPECK);
            };
        }
    }

    /** What is doubtful about a label; nothing where nothing is drawn. */
    public static List<Doubt> of(Outline outline, int label) {
        Piece drawn = outline.piece(label);
        List<Doubt> doubts = new ArrayList<>();
        if (drawn.size() == 0) return doubts;
        int[] empty = forgotten(drawn, outline);
        if (empty.length > 0) {
            String sentence = (empty.length == 1 ? "Slice " : "Slices ") + named(empty)
                    + (empty.length == 1 ? " is" : " are") + " empty between drawn ones.";
            doubts.add(new Doubt(sentence, Remedy.FILL_BETWEEN, empty[0]));
        }
        Piece specks = drawn.minus(Islands.without(drawn, voxels(SPECK, outline)));
        if (specks.size() > 0 && specks.size() < drawn.size()) {
            String sentence = "Specks of less than " + SPECK + " mL: " + millilitres(specks, outline) + ".";
            doubts.add(new Doubt(sentence, Remedy.REMOVE_SPECKS, first(specks)));
        }
        Piece holes = drawn.holes();
        if (holes.size() > 0) {
            String sentence = "Holes within slices: " + millilitres(holes, outline) + ".";
            doubts.add(new Doubt(sentence, Remedy.FILL_HOLES, first(holes)));
        }
        return doubts;
    }

    private static String named(int[] slices) {
        return IntStream.of(slices)
                        .limit(MOST_NAMED)
                        .mapToObj(z -> Integer.toString(z + 1))
                        .collect(Collectors.joining(", "))
                + (slices.length > MOST_NAMED ? ", …" : "");
    }

    /** Empty slices between two whose sections overlap; else these are of separate pieces. */
    private static int[] forgotten(Piece drawn, Outline outline) {
        List<Integer> empty = new ArrayList<>();
        int last = 0;
        for (int k = 1; k < drawn.box().depth(); k++) {
            if (!Piece.any(drawn.slice(k))) continue;
            if (overlap(drawn.slice(last), drawn.slice(k))) {
                for (int z = drawn.box().z0() + last + 1; z < drawn.box().z0() + k; z++)
                    if (!outline.isMarkedEmpty(z)) empty.add(z);
            }
            last = k;
        }
        return empty.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean overlap(boolean[] below, boolean[] above) {
        return IntStream.range(0, below.length).anyMatch(p -> below[p] && above[p]);
    }

    private static int first(Piece piece) {
        int k = IntStream.range(0, piece.box().depth())
                .filter(slice -> Piece.any(piece.slice(slice)))
                .findFirst()
                .orElseThrow();
        return piece.box().z0() + k;
    }

    private static int voxels(double millilitres, Outline outline) {
        return (int) Math.ceil(millilitres * 1000 / outline.grid().spacing().voxelVolume() - 1e-9);
    }

    private static String millilitres(Piece piece, Outline outline) {
        double volume = piece.size() * outline.grid().spacing().voxelVolume() / 1000;
        return String.format(Locale.ROOT, "%.2f mL on %s", volume, English.counted(slices(piece), "slice"));
    }

    private static long slices(Piece piece) {
        return IntStream.range(0, piece.box().depth())
                .filter(k -> Piece.any(piece.slice(k)))
                .count();
    }
}
