package org.ichradiomics.format.dicom;

import java.util.Arrays;

/**
 * JPEG-LS, ITU-T T.87, one component: lossless, or near-lossless by up to NEAR. The names are those of the standard,
 * annex A.
 */
final class JpegLsCodec implements Codec {

    private static final int SOF55 = 0xf7;
    private static final int LSE = 0xf8;

    /** Order of the run lengths, A.7.1.1. */
    private static final int[] J = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int CONTEXTS = 365;

    private final int[] a = new int[CONTEXTS + 2];
    private final int[] b = new int[CONTEXTS];
    private final int[] c = new int[CONTEXTS];
    private final int[] n = new int[CONTEXTS + 2];
    private final int[] negative = new int[2];

    private int precision;
    private int maxval;
    private int t1;
    private int t2;
    private int t3;
    private int reset = 64;
    private int near;
    private int range;
    private int qbpp;
    private int limit;
    private int runIndex;
    private Bits bits;

    @Override
    public Samples decode(byte[] stream, int columns, int rows) throws DamagedException {
        Markers markers = new Markers(stream);
        int[] preset = new int[5];
        int marker = markers.next();
        for (; marker != Markers.SOS; marker = markers.next()) {
            if (marker == LSE) {
                if (markers.u8() != 1) throw Codec.damaged();
                for (int i = 0; i < preset.length; i++) preset[i] = markers.u16();
            } else if (marker == SOF55) {
                precision = markers.u8();
                int height = markers.u16();
                Codec.requireSize(columns, rows, markers.u16(), height);
                if (precision < 2 || precision > 16 || markers.u8() != 1) throw Codec.damaged();
            } else if (marker == Markers.DRI || Markers.isFrame(marker)) {
                throw Codec.damaged();
            }
        }
        if (precision == 0 || markers.u8() != 1) throw Codec.damaged();
        markers.u8();
        if (markers.u8() != 0) throw Codec.damaged();
        near = markers.u8();
        if (markers.u8() != 0) throw Codec.damaged();
        initialise(preset);
        bits = new Bits(stream, markers.end());
        // A bit stands for 2^15 pixels of one line at most, and every line takes one.
        if ((long) columns * rows > (8L * stream.length << 15)) throw Codec.damaged();
        return new Samples(lines(columns, rows), precision);
    }

    private void initialise(int[] preset) throws DamagedException {
        maxval = preset[0] != 0 ? preset[0] : (1 << precision) - 1;
        if (maxval >= 1 << precision || near > Math.min(255, maxval / 2)) throw Codec.damaged();
        int factor = maxval >= 128 ? (Math.min(maxval, 4095) + 128) / 256 : 256 / (maxval + 1);
        boolean wide = maxval >= 128;
        t1 = clamp(wide ? factor + 2 + 3 * near : Math.max(2, 3 / factor + 3 * near), near + 1);
        t2 = clamp(wide ? 4 * factor + 3 + 5 * near : Math.max(3, 7 / factor + 5 * near), t1);
        t3 = clamp(wide ? 17 * factor + 4 + 7 * near : Math.max(4, 21 / factor + 7 * near), t2);
        if (preset[1] != 0) t1 = preset[1];
        if (preset[2] != 0) t2 = preset[2];
        if (preset[3] != 0) t3 = preset[3];
        if (preset[4] != 0) reset = preset[4];
        if (t1 <= near || t2 < t1 || t3 < t2 || t3 > maxval || reset < 3) throw Codec.damaged();
        range = (maxval + 2 * near) / (2 * near + 1) + 1;
        qbpp = bitsFor(range);
        int bpp = Math.max(2, bitsFor(maxval + 1));
        limit = 2 * (bpp + Math.max(8, bpp));
        Arrays.fill(a, Math.max(2, range + 32 >> 6));
        Arrays.fill(n, 1);
    }

    private int clamp(int value, int least) {
        return value > maxval || value < least ? least : value;
    }

    /** ⌈log₂ count⌉ */
    private static int bitsFor(int count) {
        return 32 - Integer.numberOfLeadingZeros(count - 1);
    }

    private int[] lines(int columns, int rows) throws DamagedException {
        int[] samples = new int[columns * rows];
        int[] above = new int[columns + 2];
        int[] line = new int[columns + 2];
        for (int y = 0; y < rows; y++) {
            line[0] = above[1];
            above[columns + 1] = above[columns];
            line(line, above, columns);
            System.arraycopy(line, 1, samples, y * columns, columns);
            int[] swap = above;
            above = line;
            line = swap;
        }
        return samples;
    }

    private void line(int[] line, int[] above, int columns) throws DamagedException {
        for (int x = 1; x <= columns; ) {
            int ra = line[x - 1];
            int rb = above[x];
            int rc = above[x - 1];
            int rd = above[x + 1];
            int q = 81 * quantised(rd - rb) + 9 * quantised(rb - rc) + quantised(rc - ra);
            if (q != 0) line[x++] = regular(q, ra, rb, rc);
            else x = run(line, above, x, columns);
        }
    }

    private int quantised(int gradient) {
        if (gradient < 0) return -quantised(-gradient);
        if (gradient <= near) return 0;
        if (gradient < t1) return 1;
        if (gradient < t2) return 2;
        return gradient < t3 ? 3 : 4;
    }

    private int regular(int signed, int ra, int rb, int rc) throws DamagedException {
        int sign = signed < 0 ? -1 : 1;
        int q = Math.abs(signed);
        int predicted;
        if (rc >= Math.max(ra, rb)) predicted = Math.min(ra, rb);
        else if (rc <= Math.min(ra, rb)) predicted = Math.max(ra, rb);
        else predicted = ra + rb - rc;
        predicted = Math.max(0, Math.min(maxval, predicted + sign * c[q]));
        int k = k(n[q], a[q]);
        int mapped = golomb(k, limit);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped + 1 >> 1);
        if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) error = -error - 1;
        update(q, error);
        return reconstructed(predicted, sign * error);
    }

    private void update(int q, int error) throws DamagedException {
        b[q] += error * (2 * near + 1);
        a[q] += Math.abs(error);
        if (n[q] == reset) {
            a[q] >>= 1;
            b[q] = b[q] >= 0 ? b[q] >> 1 : -(1 - b[q] >> 1);
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] = Math.max(b[q] + n[q], 1 - n[q]);
            if (c[q] > -128) c[q]--;
        } else if (b[q] > 0) {
            b[q] = Math.min(b[q] - n[q], 0);
            if (c[q] < 127) c[q]++;
        }
        if (a[q] > 1 << 24) throw Codec.damaged();
    }

    /** @return the column behind the run and the sample that broke it off */
    private int run(int[] line, int[] above, int from, int columns) throws DamagedException {
        int value = line[from - 1];
        int x = from;
        while (bits.next() == 1) {
            int length = Math.min(1 << J[runIndex], columns + 1 - x);
            Arrays.fill(line, x, x + length, value);
            x += length;
            if (length == 1 << J[runIndex] && runIndex < 31) runIndex++;
            if (x > columns) return x;
        }
        int length = bits.next(J[runIndex]);
        if (x + length > columns) throw Codec.damaged();
        Arrays.fill(line, x, x + length, value);
        x += length;
        line[x] = interruption(value, above[x]);
        if (runIndex > 0) runIndex--;
        return x + 1;
    }

    private int interruption(int ra, int rb) throws DamagedException {
        int type = Math.abs(ra - rb) <= near ? 1 : 0;
        int q = CONTEXTS + type;
        int sign = type == 0 && ra > rb ? -1 : 1;
        int k = k(n[q], type == 0 ? a[q] : a[q] + (n[q] >> 1));
        int mapped = golomb(k, limit - J[runIndex] - 1);
        int odd = mapped + type & 1;
        int error = mapped + type + odd >> 1;
        if ((k != 0 || 2 * negative[type] >= n[q]) == (odd == 1)) error = -error;
        if (error < 0) negative[type]++;
        a[q] += mapped + 1 - type >> 1;
        if (n[q] == reset) {
            a[q] >>= 1;
            n[q] >>= 1;
            negative[type] >>= 1;
        }
        n[q]++;
        if (a[q] > 1 << 24) throw Codec.damaged();
        return reconstructed(type == 1 ? ra : rb, sign * error);
    }

    private static int k(int count, int sum) {
        int k = 0;
        while (count << k < sum) k++;
        return k;
    }

    private int reconstructed(int predicted, int error) {
        int step = 2 * near + 1;
        int value = predicted + error * step;
        if (value < -near) value += range * step;
        else if (value > maxval + near) value -= range * step;
        return Math.max(0, Math.min(maxval, value));
    }

    private int golomb(int k, int most) throws DamagedException {
        int zeros = 0;
        while (bits.next() == 0) if (++zeros > most) throw Codec.damaged();
        if (zeros < most - qbpp - 1) return zeros << k | bits.next(k);
        return bits.next(qbpp) + 1;
    }

    /** The packed bits; a bit 0 is stuffed behind each byte 0xFF. */
    private static final class Bits {

        private final byte[] stream;
        private int at;
        private int current;
        private int left;

        Bits(byte[] stream, int at) {
            this.stream = stream;
            this.at = at;
        }

        int next() throws DamagedException {
            if (left == 0) {
                boolean stuffed = current == 0xff;
                if (at >= stream.length) throw Codec.damaged();
                current = stream[at++] & 0xff;
                // A marker: the samples end here.
                if (stuffed && current >= 0x80) throw Codec.damaged();
                left = stuffed ? 7 : 8;
            }
            return current >> --left & 1;
        }

        int next(int count) throws DamagedException {
            int value = 0;
            for (int i = 0; i < count; i++) value = value << 1 | next();
            return value;
        }
    }
}
