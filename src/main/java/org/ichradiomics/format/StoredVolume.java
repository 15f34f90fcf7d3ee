package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
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
        long offset)
        implements StoredScan {

    private static final int CHUNK = 1 << 16;

    @Override
    public Header header() throws InvalidInputException {
        return Reading.of(name, () -> {
            data.requirePossible(end());
            return new Header(name, kind.toString(), type.toString(), geometry);
        });
    }

    /**
     * Reads the voxels straight to their place in LPS order, so turning the axes costs neither a second copy nor a
     * second look.
     */
    @Override
    public Scan scan() throws InvalidInputException {
        return Reading.of(name, this::read);
    }

    @Override
    public List<String> series() {
        return List.of(name);
    }

    private Scan read() throws IOException, InvalidInputException {
        data.require(end());
        Datatype.Voxels voxels = allocate();
        try (InputStream in = data.open()) {
            PackedFile.skip(in, offset);
            fill(in, voxels.run());
            data.finish(in);
        }
        RandomAccessibleInterval<? extends RealType<?>> volume =
                voxels.image().apply(new long[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        return new Scan(name, volume, slope, intercept, geometry);
    }

    private long end() {
        return offset + bytes(geometry.storedSize(), type);
    }

    static long bytes(int[] size, Datatype type) {
        return (long) size[0] * size[1] * size[2] * type.bytes();
    }

    private Datatype.Voxels allocate() throws InvalidInputException {
        int[] size = geometry.storedSize();
        long bytes = bytes(size, type);
        try {
            // What cannot fit is not tried: the attempt would take what other threads need.
            if (bytes > Runtime.getRuntime().maxMemory()) throw new OutOfMemoryError();
            return type.allocate(size[0] * size[1] * size[2]);
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

    private void fill(InputStream in, Datatype.Run run) throws IOException {
        int[] size = geometry.storedSize();
        AxisOrder order = geometry.order();
        int[] step = new int[3];
        int first = 0;
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            int s = order.source(d);
            step[s] = order.isBackwards(d) ? -stride : stride;
            if (order.isBackwards(d)) first += stride * (size[s] - 1);
            stride *= size[s];
        }
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes(size, type))];
        ByteBuffer numbers = ByteBuffer.wrap(chunk).order(byteOrder).limit(0);
        long left = bytes(size, type);
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                int row = first + y * step[1] + z * step[2];
                for (int x = 0; x < size[0]; ) {
                    if (!numbers.hasRemaining()) {
                        int count = (int) Math.min(chunk.length, left);
                        PackedFile.fill(in, chunk, count);
                        numbers.clear().limit(count);
                        left -= count;
                    }
                    int count = Math.min(size[0] - x, numbers.remaining() / type.bytes());
                    run.put(numbers, count, row + x * step[0], step[0]);
                    x += count;
                }
            }
        }
    }
}
