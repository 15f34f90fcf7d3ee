package org.ichradiomics.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.region.InvalidInputException;

/**
 * Reads one NIfTI file in one pass. The voxels go straight to their place in LPS order, so turning the axes costs
 * neither a second copy nor a second look.
 */
final class NiftiReader {

    /** The longest Java array. */
    private static final long MOST_VOXELS = Integer.MAX_VALUE - 8;

    private static final int CHUNK = 8192;

    private final String name;
    private final Path headerFile;
    private final Path imageFile;

    private NiftiReader(String name, Path headerFile, Path imageFile) {
        this.name = name;
        this.headerFile = headerFile;
        this.imageFile = imageFile;
    }

    /** @throws InvalidInputException with a sentence that names the file without its folder */
    static Scan read(Path file) throws InvalidInputException {
        String name = name(file);
        try {
            return new NiftiReader(name, partner(file, ".img", ".hdr"), partner(file, ".hdr", ".img")).read();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(missing(name, e), e);
        } catch (EOFException e) {
            throw new InvalidInputException(name + " is cut short, its last voxels are missing:"
                    + " copy or download it again.", e);
        } catch (ZipException e) {
            throw new InvalidInputException(name + " is damaged, its gzip data cannot be unpacked:"
                    + " copy or download it again.", e);
        } catch (IOException e) {
            throw new InvalidInputException(name + " cannot be read: check that it is a file you may open.", e);
        }
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private Scan read() throws IOException, InvalidInputException {
        PackedFile packed = PackedFile.at(headerFile);
        NiftiHeader header;
        try (InputStream in = packed.open()) {
            header = NiftiHeader.of(name, in.readNBytes(NiftiHeader.BYTES_2));
        }
        int[] size = size(header);
        Datatype type = datatype(header);
        boolean scaled = isScaled(header);
        double slope = scaled ? header.slope() : 1;
        double intercept = scaled ? intercept(header) : 0;
        long offset = offset(header);
        Geometry geometry = NiftiGeometry.of(name, header, size);
        if (header.isPair()) packed = PackedFile.at(image());
        int count = size[0] * size[1] * size[2];
        packed.require(offset + (long) count * type.bytes());
        Datatype.Voxels voxels = allocate(type, count);
        try (InputStream in = packed.open()) {
            PackedFile.skip(in, offset);
            fill(in, header, type, voxels.run(), size, geometry.order());
            // The gzip checksum is compared at the end of the stream only.
            in.read();
        }
        RandomAccessibleInterval<? extends RealType<?>> volume =
                voxels.image().apply(new long[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        return new Scan(name, volume, slope, intercept, geometry);
    }

    private Path image() throws InvalidInputException {
        if (!imageFile.equals(headerFile)) return imageFile;
        throw new InvalidInputException(name + " is the header of a pair of files but is not named .hdr:"
                + " name the two files .hdr and .img.");
    }

    private static void fill(InputStream in, NiftiHeader header, Datatype type, Datatype.Run run, int[] size,
            AxisOrder order) throws IOException {
        int[] step = new int[3];
        int first = 0;
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            int s = order.source(d);
            step[s] = order.isBackwards(d) ? -stride : stride;
            if (order.isBackwards(d)) first += stride * (size[s] - 1);
            stride *= size[s];
        }
        byte[] chunk = new byte[Math.min(size[0], CHUNK) * type.bytes()];
        ByteBuffer numbers = ByteBuffer.wrap(chunk).order(header.byteOrder());
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                int row = first + y * step[1] + z * step[2];
                for (int x = 0; x < size[0]; x += CHUNK) {
                    int count = Math.min(CHUNK, size[0] - x);
                    PackedFile.fill(in, chunk, count * type.bytes());
                    run.put(numbers.clear(), count, row + x * step[0], step[0]);
                }
            }
        }
    }

    private int[] size(NiftiHeader header) throws InvalidInputException {
        long dimensions = header.dim(0);
        if (dimensions < 2 || dimensions > 7) {
            throw new InvalidInputException(name + " claims to have " + dimensions
                    + " dimensions, but a scan or a mask has 2 or 3: the file is damaged or of another kind.");
        }
        int[] size = {1, 1, 1};
        long voxels = 1;
        for (int d = 1; d <= Math.min(dimensions, 3); d++) {
            long length = header.dim(d);
            if (length < 1) {
                throw new InvalidInputException(name + " claims to have " + length + " voxels along axis " + d
                        + ": the file is damaged, export it again.");
            }
            if (length > MOST_VOXELS / voxels) {
                throw new InvalidInputException(name + " claims to have more than " + MOST_VOXELS
                        + " voxels, more than can be opened: crop it to the head, or export it again.");
            }
            voxels *= length;
            size[d - 1] = (int) length;
        }
        for (int d = 4; d <= dimensions; d++) {
            long length = header.dim(d);
            // 0 is what some programs leave in a dimension they do not use.
            if (length == 0 || length == 1) continue;
            throw new InvalidInputException(name + (length < 0 ? " claims to have " : " holds ") + length
                    + " volumes along axis " + d + ", but one is needed: save the wanted volume as a file of its own.");
        }
        return size;
    }

    private Datatype datatype(NiftiHeader header) throws InvalidInputException {
        for (Datatype type : Datatype.values()) {
            if (type.code() != header.datatype()) continue;
            int bits = header.bitsPerVoxel();
            if (bits == 0 || bits == 8 * type.bytes()) return type;
            throw new InvalidInputException(name + " claims to hold " + type + " numbers of " + bits
                    + " bits: the file is damaged, export it again.");
        }
        throw new InvalidInputException(name + " is " + Datatype.foreignName(header.datatype())
                + ", but one number per voxel is needed: export it as int16 or float32.");
    }

    /** NIfTI: a slope of 0 means no scaling; programs write NaN for the same. */
    private static boolean isScaled(NiftiHeader header) {
        return Double.isFinite(header.slope()) && header.slope() != 0;
    }

    private double intercept(NiftiHeader header) throws InvalidInputException {
        if (Double.isFinite(header.intercept())) return header.intercept();
        throw new InvalidInputException(name + " has scl_slope " + header.slope() + " but scl_inter " + header.intercept()
                + ", so its values in HU are not known: export it again.");
    }

    private long offset(NiftiHeader header) throws InvalidInputException {
        double offset = header.voxelOffset();
        int first = header.isPair() ? 0 : header.length();
        if (offset >= first && offset == Math.rint(offset) && offset < 1L << 40) return (long) offset;
        throw new InvalidInputException(String.format(Locale.ROOT,
                "%s claims that its voxels begin at byte %s (vox_offset), where they cannot:"
                        + " the file is damaged, export it again.",
                name, offset));
    }

    private Datatype.Voxels allocate(Datatype type, int count) throws InvalidInputException {
        try {
            return type.allocate(count);
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(name + " needs " + ((long) count * type.bytes() >> 20)
                    + " MB of memory, more than is free: give Java more memory, or crop the scan to the head.", e);
        }
    }

    /** {@code scan.hdr} for {@code scan.img} and the like, gzipped or not; any other file is its own partner. */
    private static Path partner(Path file, String from, String to) {
        String name = name(file);
        String lower = name.toLowerCase(Locale.ROOT);
        String end = lower.endsWith(".gz") ? ".gz" : "";
        if (!lower.endsWith(from + end)) return file;
        String stem = name.substring(0, name.length() - from.length() - end.length());
        boolean upper = name.regionMatches(stem.length(), from.toUpperCase(Locale.ROOT), 0, from.length());
        Path plain = file.resolveSibling(stem + (upper ? to.toUpperCase(Locale.ROOT) : to));
        Path gzipped = file.resolveSibling(stem + to + ".gz");
        return Files.exists(plain) || !Files.exists(gzipped) ? plain : gzipped;
    }

    private static String missing(String name, NoSuchFileException e) {
        String absent = e.getFile() == null ? name : name(Path.of(e.getFile()));
        return absent.equals(name)
                ? name + " cannot be read, there is no such file: check its name and folder."
                : name + " cannot be read without " + absent + ": put both into one folder.";
    }
}
