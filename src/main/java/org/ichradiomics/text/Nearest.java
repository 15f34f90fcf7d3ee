package org.ichradiomics.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody may have meant who wrote another. */
public final class Nearest {

    private static final int ALPHABET = 128;

    private Nearest() {}

    /**
     * The name with the fewest letters to change, at most a third of them; of equals the first. Case and marks between
     * words cost nothing.
     */
    public static Optional<String> of(String written, Collection<String> names) {
        String wanted = plain(written);
        Optional<String> best = Optional.empty();
        int least = wanted.length() < 3 ? 1 : Math.max(1, wanted.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(wanted, plain(name), least);
            if (distance >= least || name.isBlank()) continue;
            least = distance;
            best = Optional.of(name);
        }
        return best;
    }

    /** What stands behind a name that is not known: {@code (did you mean "train"?)}; empty where no name is near. */
    public static String question(String written, Collection<String> names) {
        return of(written, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    /** Letters that one has more often than the other: the distance is no less. */
    private static int unlike(String a, String b) {
        int[] more = new int[ALPHABET];
        for (int i = 0; i < a.length(); i++) more[a.charAt(i) % ALPHABET]++;
        for (int i = 0; i < b.length(); i++) more[b.charAt(i) % ALPHABET]--;
        int inA = 0;
        int inB = 0;
        for (int n : more) {
            inA += Math.max(0, n);
            inB += Math.max(0, -n);
        }
        return Math.max(inA, inB);
    }

    /**
     * Letters to insert, remove, replace or swap with the next (Damerau's distance, restricted); {@code most} if there
     * are as many or more.
     */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) >= most || unlike(a, b) >= most) return most;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return Math.min(most, d[a.length()][b.length()]);
    }
}
