package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.LabelTally;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Overview;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Sentence;

/**
 * A volume as its header promises it: everything but the voxels, which lie x fastest, then y, then z.
 *
 * @param kind of the file
 * @param name the file's name without its folder
 * @param geometry of the grid
 * @param type of a voxel
 * @param byteOrder of its bytes
 * @param slope HU per stored unit, not 0
 * @param intercept HU of a stored 0
 * @param data where the voxels are
 * @param offset bytes of {@code data} before the first voxel
 * @param names of labels, should it be a mask; empty where the file has none
 */
record StoredVolume(
        FileKind kind,
        String name,
        Geometry geometry,
        Datatype type,
        ByteOrder byteOrder,
        double slope,
        double intercept,
        PackedFile data,
        long offset,
        Map<Long, String> names)
        implements StoredScan {

    private static final int CHUNK = 1 << 16;

    /** So many voxels are looked at before background is sought again. */
    private static final int RUN = 256;

    @Override
    public Header header() throws InvalidInputException {
        return Reading.of(name, () -> {
            data.requirePossible(end());
            return new Header(name, kind.toString(), type.toString(), geometry);
        });
    }

    @Override
    public Scan scan() throws InvalidInputException {
        return scan(new VoxelBox(0, 0, 0, geometry.size(0), geometry.size(1), geometry.size(2)));
    }

    @Override
    public Scan scan(VoxelBox box) throws InvalidInputException {
        Overview.Tally all = new Overview.Tally();
        Scan.Kept kept = kept(box, all);
        boolean isWhole = box.size() == geometry.voxels();
        Scan.Parts parts = isWhole ? null : other -> kept(other, null);
        return Scan.cut(name, kept, slope, intercept, geometry, all.overview(), parts);
    }

    @Override
    public boolean isCuttable() {
        return true;
    }

    @Override
    public Labels mask() throws InvalidInputException {
        Optional<Labels> plain = Reading.of(name, this::counted);
        // What is said of other masks names the voxel that comes first in LPS.
        return (plain.isPresent() ? plain.get() : Labels.of(labels())).named(names);
    }

    @Override
    public List<String> series() {
        return List.of(name);
    }

    private Scan.Kept kept(VoxelBox box, Overview.Tally all) throws InvalidInputException {
        return Reading.of(name, () -> {
            long bytes = (long) box.size() * type.bytes();
            if (bytes > PackedFile.BELIEVED_BYTES) data.require(end());
            else data.requirePossible(end());
            CutOut out = cutOut(box, all, bytes);
            pass(out::take);
            return out.kept();
        });
    }

    /** Empty where it takes more than counting. */
    private Optional<Labels> counted() throws IOException {
        data.requirePossible(end());
        LabelTally tally = new LabelTally(name, geometry.storedSize());
        double[] values = new double[RUN];
        long[] words = new long[CHUNK / Long.BYTES];
        try {
            pass((numbers, count) -> {
                int end = count * type.bytes();
                numbers.duplicate()
                        .order(ByteOrder.nativeOrder())
                        .asLongBuffer()
                        .get(words, 0, end / Long.BYTES);
                for (int at = 0; at < end; ) {
                    int background = intercept == 0 ? zeros(numbers.array(), words, at, end) / type.bytes() : 0;
                    tally.skip(background);
                    at += background * type.bytes();
                    int n = Math.min(RUN, (end - at) / type.bytes());
                    type.decode(numbers, at, n, values, 0);
                    for (int i = 0; i < n; i++) values[i] = values[i] * slope + intercept;
                    tally.add(values, n);
                    at += n * type.bytes();
                }
            });
        } catch (InvalidInputException | OutOfMemoryError e) {
            return Optional.empty();
        }
        return tally.rounded() == 0 ? Optional.of(Labels.of(name, tally, geometry)) : Optional.empty();
    }

    /**
     * How many bytes from {@code at} on are 0.
     *
     * @param words the same bytes, eight in each: most of a mask is 0
     */
    private static int zeros(byte[] bytes, long[] words, int at, int end) {
        int to = at;
        while (to < end && to % Long.BYTES > 0 && bytes[to] == 0) to++;
        while (to + Long.BYTES <= end && words[to / Long.BYTES] == 0) to += Long.BYTES;
        while (to < end && bytes[to] == 0) to++;
        return to - at;
    }

    /** Takes whole numbers, as many as there are at a time, from the beginning of a buffer's array on. */
    private interface Taker {
        void take(ByteBuffer numbers, int count) throws InvalidInputException;
    }

    private void pass(Taker taker) throws IOException, InvalidInputException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes(geometry.storedSize(), type))];
        ByteBuffer numbers = ByteBuffer.wrap(chunk).order(byteOrder);
        try (InputStream in = data.openAhead()) {
            PackedFile.skip(in, offset);
            for (long left = bytes(geometry.storedSize(), type); left > 0; ) {
                int count = (int) Math.min(chunk.length, left);
                PackedFile.fill(in, chunk, count);
                taker.take(numbers.clear(), count / type.bytes());
                left -= count;
            }
            data.finish(in);
        }
    }

    private long end() {
        return offset + bytes(geometry.storedSize(), type);
    }

    static long bytes(int[] size, Datatype type) {
        return (long) size[0] * size[1] * size[2] * type.bytes();
    }

    private CutOut cutOut(VoxelBox box, Overview.Tally all, long bytes) throws InvalidInputException {
        try {
            // What cannot fit is not tried: the attempt would take what other threads need.
            if (bytes > Runtime.getRuntime().maxMemory()) throw new OutOfMemoryError();
            return new CutOut(this, box, all);
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(
                    Sentence.of(
                            name,
                            " needs " + (bytes >> 20) + " MB of memory, more than is free: ",
                            Sentence.anyOf(Mend.MEMORY, "crop the scan to the head"),
                            "."),
                    e);
        }
    }
}
