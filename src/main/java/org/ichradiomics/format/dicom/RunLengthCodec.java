package org.ichradiomics.format.dicom;

/**
 * DICOM's run lengths, PS3.5 annex G: one segment per byte of the samples, highest byte first, each packed by PackBits.
 */
record RunLengthCodec(int bitsAllocated) implements Codec {

    private static final int HEADER = 64;

    @Override
    public Samples decode(byte[] stream, int columns, int rows) throws DamagedException {
        int segments = bitsAllocated / 8;
        if (stream.length < HEADER || u32(stream, 0) != segments) throw Codec.damaged();
        // Two bytes make 128 at most.
        if ((long) columns * rows * segments > 64L * stream.length) throw Codec.damaged();
        int[] samples = new int[columns * rows];
        for (int segment = 0; segment < segments; segment++) {
            long from = u32(stream, 4 + 4 * segment);
            long to = segment + 1 < segments ? u32(stream, 8 + 4 * segment) : stream.length;
            if (from < HEADER || to > stream.length || from > to) throw Codec.damaged();
            unpack(stream, (int) from, (int) to, samples);
        }
        return new Samples(samples, bitsAllocated);
    }

    /** Puts one byte below those that are there already. */
    private static void unpack(byte[] stream, int at, int end, int[] samples) throws DamagedException {
        int filled = 0;
        while (filled < samples.length) {
            if (at >= end) throw Codec.damaged();
            int control = stream[at++];
            if (control == -128) continue;
            // The last run may go over the end: segments are padded.
            if (control >= 0) {
                int count = Math.min(control + 1, samples.length - filled);
                if (at + count > end) throw Codec.damaged();
                for (int i = 0; i < count; i++, filled++)
                    samples[filled] = samples[filled] << 8 | stream[at + i] & 0xff;
                at += control + 1;
            } else {
                if (at >= end) throw Codec.damaged();
                int value = stream[at++] & 0xff;
                int count = Math.min(1 - control, samples.length - filled);
                for (int i = 0; i < count; i++, filled++) samples[filled] = samples[filled] << 8 | value;
            }
        }
    }

    private static long u32(byte[] stream, int at) {
        return stream[at] & 0xff
                | (stream[at + 1] & 0xff) << 8
                | (stream[at + 2] & 0xff) << 16
                | (stream[at + 3] & 0xffL) << 24;
    }
}
