package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/** Finds out what a NIfTI file holds, and where. */
final class NiftiReader {

    private final String name;
    private final Path headerFile;
    private final Path imageFile;
    private final OpenFiles files;

    private NiftiReader(Path file, OpenFiles files) {
        this.name = WholeFile.name(file);
        this.headerFile = partner(file, ".img", ".hdr");
        this.imageFile = partner(file, ".hdr", ".img");
        this.files = files;
    }

    static StoredVolume open(Path file, OpenFiles files) throws IOException, InvalidInputException {
        return new NiftiReader(file, files).open();
    }

    private StoredVolume open() throws IOException, InvalidInputException {
        PackedFile packed = PackedFile.at(files.of(headerFile));
        NiftiHeader header;
        try (InputStream in = packed.open()) {
            header = NiftiHeader.of(name, in.readNBytes(NiftiHeader.BYTES_2));
            // What lies behind the header of a single file is read with its voxels.
            if (header.isPair()) packed.finish(in);
        }
        int[] size = size(header);
        Datatype type = datatype(header);
        boolean scaled = isScaled(header);
        double slope = scaled ? header.slope() : 1;
        double intercept = scaled ? intercept(header) : 0;
        long offset = offset(header);
        Geometry geometry = NiftiGeometry.of(name, header, size);
        if (header.isPair()) packed = PackedFile.at(files.of(image()));
        return new StoredVolume(
                FileKind.NIFTI, name, geometry, type, header.byteOrder(), slope, intercept, packed, offset, Map.of());
    }

    private Path image() throws InvalidInputException {
        if (!imageFile.equals(headerFile)) return imageFile;
        throw new InvalidInputException(name + " is the header of a pair of files but is not named .hdr:"
                + " name the two files .hdr and .img.");
    }

    private int[] size(NiftiHeader header) throws InvalidInputException {
        long dimensions = header.dim(0);
        if (dimensions < 2 || dimensions > 7) {
            throw new InvalidInputException(name + " claims to have " + dimensions
                    + " dimensions, but a scan or a mask has 2 or 3: the file is damaged or of another kind.");
        }
        long[] lengths = new long[(int) dimensions];
        for (int d = 0; d < dimensions; d++) lengths[d] = header.dim(d + 1);
        return StoredSize.of(name, lengths);
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
        throw new InvalidInputException(name + " has scl_slope " + header.slope() + " but scl_inter "
                + header.intercept() + ", so its values in HU are not known: export it again.");
    }

    private long offset(NiftiHeader header) throws InvalidInputException {
        double offset = header.voxelOffset();
        int first = header.isPair() ? 0 : header.length();
        if (offset >= first && offset == Math.rint(offset) && offset < 1L << 40) return (long) offset;
        throw new InvalidInputException(String.format(
                Locale.ROOT,
                "%s claims that its voxels begin at byte %s (vox_offset), where they cannot:"
                        + " the file is damaged, export it again.",
                name,
                offset));
    }

    /** {@code scan.hdr} for {@code scan.img} and the like, gzipped or not; any other file is its own partner. */
    private static Path partner(Path file, String from, String to) {
        String name = WholeFile.name(file);
        String lower = name.toLowerCase(Locale.ROOT);
        String end = lower.endsWith(".gz") ? ".gz" : "";
        if (!lower.endsWith(from + end)) return file;
        String stem = name.substring(0, name.length() - from.length() - end.length());
        boolean upper = name.regionMatches(stem.length(), from.toUpperCase(Locale.ROOT), 0, from.length());
        Path plain = file.resolveSibling(stem + (upper ? to.toUpperCase(Locale.ROOT) : to));
        Path gzipped = file.resolveSibling(stem + to + ".gz");
        return Files.exists(plain) || !Files.exists(gzipped) ? plain : gzipped;
    }
}
