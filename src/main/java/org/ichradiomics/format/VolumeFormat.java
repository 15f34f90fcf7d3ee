package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * The kinds of file that hold one volume in one piece.
 *
 * <p>Everything that is wrong with a file ends in an {@link InvalidInputException} that names it without its folder;
 * what was merely doubtful is in {@link Scan#warnings()}.
 */
public enum VolumeFormat {

    /** {@code .nrrd}, {@code .seg.nrrd}, {@code .nhdr}: attached or detached, raw or gzip. */
    NRRD("NRRD", "nrrd|nhdr", start -> start.startsWith("NRRD000"), NrrdReader::open),

    /** {@code .mha}, {@code .mhd}: raw or zlib. */
    META_IMAGE(
            "MetaImage",
            "mha|mhd",
            Pattern.compile("\\s*(ObjectType|NDims|Comment)\\s*[=:].*", Pattern.DOTALL)
                    .asMatchPredicate(),
            MetaImageReader::open),

    /** {@code .nii}, {@code .nii.gz} and {@code .hdr/.img} pairs, NIfTI-1 and -2. */
    NIFTI("NIfTI", "(nii|hdr|img)(\\.gz)?", VolumeFormat::isNifti, NiftiReader::open);

    private static final int START = 64;

    /** Finds out what a file holds, and where, without reading the voxels. */
    private interface Opener {
        StoredVolume open(Path file) throws IOException, InvalidInputException;
    }

    private final String text;
    private final Pattern ending;
    private final Predicate<String> start;
    private final Opener opener;

    VolumeFormat(String text, String endings, Predicate<String> start, Opener opener) {
        this.text = text;
        this.ending = Pattern.compile(".*\\.(" + endings + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.start = start;
        this.opener = opener;
    }

    /** The format of a file: by its first bytes, and if they tell nothing by its name; empty when neither does. */
    public static Optional<VolumeFormat> of(Path file) {
        String start = start(file);
        for (VolumeFormat format : values()) if (format.start.test(start)) return Optional.of(format);
        String name = Reading.name(file);
        for (VolumeFormat format : values()) if (format.ending.matcher(name).matches()) return Optional.of(format);
        return Optional.empty();
    }

    /**
     * Reads a scan and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, or does not hold exactly one volume of numbers
     */
    public Scan readScan(Path file) throws InvalidInputException {
        return Reading.of(Reading.name(file), () -> opener.open(file).read());
    }

    /**
     * Reads a mask and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, does not hold exactly one volume, or {@link Labels#of}
     *     refuses it
     */
    public Labels readLabels(Path file) throws InvalidInputException {
        return Labels.of(readScan(file));
    }

    /**
     * Reads the header only. That the voxels are all there is checked for a file that is not packed; in a packed one
     * they may still turn out to be missing or damaged.
     *
     * @throws InvalidInputException as {@link #readScan}, as far as the header tells
     */
    public Header probe(Path file) throws InvalidInputException {
        return Reading.of(Reading.name(file), () -> opener.open(file).header(text));
    }

    /** Its name as people write it. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * The first bytes as characters; fewer or none when there are no more, or the file cannot be read: its reader says
     * why.
     */
    private static String start(Path file) {
        if (!Files.isRegularFile(file)) return "";
        try (InputStream in = PackedFile.at(file).open()) {
            return new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** sizeof_hdr is 348 or 540, in either byte order. */
    private static boolean isNifti(String start) {
        if (start.length() < Integer.BYTES) return false;
        int size = ByteBuffer.wrap(start.getBytes(StandardCharsets.ISO_8859_1)).getInt();
        for (int expected : new int[] {NiftiHeader.BYTES_1, NiftiHeader.BYTES_2}) {
            if (size == expected || size == Integer.reverseBytes(expected)) return true;
        }
        return false;
    }
}
