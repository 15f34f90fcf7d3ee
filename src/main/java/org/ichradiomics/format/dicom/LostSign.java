package org.ichradiomics.format.dicom;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stored values that are read as their header says and are wrong all the same: signed numbers that were written as
 * unsigned ones, or 32768 higher. It is mended only where slope, intercept and padding value prove it: the commonest
 * value round the head would be +1000 HU or more, where air or padding must be; with the sign back, both that value and
 * the padding value are air or less, and nothing lies below the padding.
 *
 * @param from the lowest stored value that is meant otherwise
 * @param offset what is taken off it
 */
record LostSign(int from, int offset, int padding) implements Consumer<int[]> {

    /** No air is as dense. */
    private static final double DENSE = 1000;

    /** Air and what scanners fill the corners with. */
    private static final double AIR = -900;

    private static final double LEAST = -4096;

    private static final int SHIFT = 1 << 15;
    private static final int TWELVE = 12;

    /** Which stored values there are, and how often each comes in the outermost rows and columns of the slices. */
    static final class Border implements Consumer<int[]> {

        private final int columns;
        private final int rows;
        private final Map<Integer, Integer> counts = new HashMap<>();
        private final boolean[] seen = new boolean[1 << 16];
        private int least = Integer.MAX_VALUE;
        private int most = Integer.MIN_VALUE;

        Border(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
        }

        @Override
        public void accept(int[] stored) {
            for (int x = 0; x < columns; x++) {
                count(stored[x]);
                count(stored[(rows - 1) * columns + x]);
            }
            for (int y = 0; y < rows; y++) {
                count(stored[y * columns]);
                count(stored[y * columns + columns - 1]);
            }
            for (int value : stored) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                if (value >= 0 && value < seen.length) seen[value] = true;
            }
        }

        private void count(int value) {
            counts.merge(value, 1, Integer::sum);
        }

        /** The least value from one on. */
        private int least(int from) {
            int value = from;
            while (value < seen.length - 1 && !seen[value]) value++;
            return value;
        }

        private int commonest() {
            int commonest = 0;
            int count = 0;
            for (Map.Entry<Integer, Integer> value : counts.entrySet()) {
                boolean more = value.getValue() > count;
                if (!more && (value.getValue() < count || value.getKey() > commonest)) continue;
                commonest = value.getKey();
                count = value.getValue();
            }
            return commonest;
        }
    }

    /** @return empty where nothing is wrong, or nothing is proven */
    static Optional<LostSign> proven(SliceHeader header, PixelFormat format, Border border) {
        if (header.padding().isEmpty() || hu(header, border.commonest()) < DENSE) return Optional.empty();
        if (!format.signed() && format.bitsStored() <= 16) {
            Optional<LostSign> own = wrapped(header, format.bitsStored(), border);
            if (own.isPresent()) return own;
        }
        // Twelve bits in a file that says sixteen: only where the padding is there, for the header does not say it.
        if (border.least >= 0 && border.most < 1 << TWELVE) {
            int pattern = header.padding().getAsInt() & (1 << TWELVE) - 1;
            if (border.counts.containsKey(pattern)) return wrapped(header, TWELVE, border);
            return Optional.empty();
        }
        return shifted(header, border);
    }

    private static Optional<LostSign> wrapped(SliceHeader header, int bits, Border border) {
        int half = 1 << bits - 1;
        int padding = header.padding().getAsInt() << 32 - bits >> 32 - bits;
        if (border.commonest() < half || padding >= 0) return Optional.empty();
        boolean proven = isAir(hu(header, border.commonest() - 2 * half))
                && isAir(hu(header, padding))
                && border.most < 2 * half
                && border.least(half) - 2 * half >= padding;
        return proven ? Optional.of(new LostSign(half, 2 * half, padding)) : Optional.empty();
    }

    private static Optional<LostSign> shifted(SliceHeader header, Border border) {
        int padding = (short) header.padding().getAsInt();
        boolean proven = border.least >= padding + SHIFT
                && border.counts.containsKey(padding + SHIFT)
                && isAir(hu(header, border.commonest() - SHIFT))
                && isAir(hu(header, padding));
        return proven ? Optional.of(new LostSign(Integer.MIN_VALUE, SHIFT, padding)) : Optional.empty();
    }

    /** Puts the sign back. */
    @Override
    public void accept(int[] stored) {
        for (int i = 0; i < stored.length; i++) if (stored[i] >= from) stored[i] -= offset;
    }

    String sentence(String name) {
        return String.format(
                Locale.ROOT,
                "The values of %s had lost their sign, as its slope, intercept and padding value of %d prove: "
                        + "%d was taken off %s.",
                name,
                padding,
                offset,
                from == Integer.MIN_VALUE ? "all of them" : "those from " + from + " up");
    }

    private static boolean isAir(double hu) {
        return hu >= LEAST && hu <= AIR;
    }

    private static double hu(SliceHeader header, int stored) {
        return header.slope().orElse(1) * stored + header.intercept().orElse(0);
    }
}
