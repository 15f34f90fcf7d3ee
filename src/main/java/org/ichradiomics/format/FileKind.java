package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.SeriesMask;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/**
 * What a file or folder is: asked once, at the door, and all that follows is told. The content tells it; the name does
 * where the content says nothing.
 *
 * <p>Everything that is wrong with a file ends in an {@link InvalidInputException} that names it without its folder;
 * what was merely doubtful is in {@link Scan#warnings()}.
 */
public enum FileKind {

    /** A mask that lies on a DICOM series: segments of voxels. */
    SEG("DICOM SEG", "", "", List.of(), List.of(), SeriesMask::isSegmentation, SeriesMask::of),

    /** A mask that lies on a DICOM series: contours. */
    RTSTRUCT("RTSTRUCT", "", "", List.of(), List.of(), SeriesMask::isStructureSet, SeriesMask::of),

    /** A folder, a zip archive or a single file; by its name alone nothing is. */
    DICOM(
            "DICOM",
            " (a folder or a file)",
            " (a folder, zip or file)",
            List.of("dcm"),
            List.of("dicom"),
            DicomFolder::isOne,
            DicomFolder::of),

    /** NIfTI-1 and -2, gzipped or not, in one file or in two. */
    NIFTI(
            "NIfTI",
            " (.nii, .nii.gz, .hdr/.img)",
            " (.nii, .nii.gz)",
            List.of("nii", "nii.gz", "hdr", "hdr.gz"),
            List.of("img", "img.gz"),
            start(FileKind::isNifti),
            NiftiReader::open),

    /** Attached or detached, raw or gzip. */
    NRRD(
            "NRRD",
            " (.nrrd, .seg.nrrd, .nhdr)",
            "",
            List.of("nrrd", "seg.nrrd", "nhdr"),
            List.of(),
            start(text -> text.startsWith("NRRD000")),
            NrrdReader::open),

    /** Raw or zlib. */
    META_IMAGE(
            "MetaImage",
            " (.mha, .mhd)",
            "",
            List.of("mha", "mhd"),
            List.of(),
            start(text -> text.matches("(?s)\\s*(ObjectType|NDims|Comment)\\s*[=:].*")),
            MetaImageReader::open),

    /** Read by ImageJ, which alone knows what it wrote there. */
    TIFF(
            "TIFF",
            " saved by ImageJ",
            "",
            List.of("tif", "tiff"),
            List.of(),
            (file, files) -> isTiff(files.of(file).start(4)),
            FileKind::refuse),

    /** A folder of slices; a single picture is no volume. */
    PICTURES(
            "pictures",
            " (a folder of PNG, JPEG, BMP or TIFF slices)",
            " (a folder of slices)",
            List.of(),
            List.of(),
            (path, files) -> PictureFolder.isOne(path),
            PictureFolder::of),

    /** Outlines drawn in ImageJ, a mask and no scan; by its name alone. */
    ROIS(
            "ROIs of ImageJ",
            " (.roi, .zip)",
            "",
            List.of("roi", "zip"),
            List.of(),
            (path, files) -> false,
            FileKind::refuse);

    /** Those of a volume in one piece. */
    public static final Set<FileKind> VOLUMES = Collections.unmodifiableSet(EnumSet.range(NIFTI, META_IMAGE));

    /** Those whose voxels may be labels. */
    public static final Set<FileKind> OF_LABELS = Collections.unmodifiableSet(EnumSet.range(NIFTI, TIFF));

    /** Those that are a mask and no scan. */
    private static final Set<FileKind> NO_SCANS = EnumSet.of(SEG, RTSTRUCT, ROIS);

    private static final int START = 64;

    /** Whether a file begins as its kind does. */
    private interface Sign {
        boolean isIn(Path file, OpenFiles files) throws IOException;
    }

    private interface Reader {
        StoredScan open(Path path, OpenFiles files) throws IOException, InvalidInputException;
    }

    private final String text;
    private final String more;
    private final String brief;
    private final List<String> endings;
    private final List<String> allEndings;
    private final Sign sign;
    private final Reader reader;

    /**
     * @param more what is said beside its name to those who look for a file that can be read
     * @param brief the same in a help text
     * @param endings of the files that are looked for in a folder of cases
     * @param otherEndings those of files that belong to such a one, or are named so seldom
     */
    FileKind(
            String text,
            String more,
            String brief,
            List<String> endings,
            List<String> otherEndings,
            Sign sign,
            Reader reader) {
        this.text = text;
        this.more = more;
        this.brief = brief;
        this.endings = endings;
        this.allEndings = new ArrayList<>(endings);
        allEndings.addAll(otherEndings);
        this.sign = sign;
        this.reader = reader;
    }

    /** Empty where neither content nor name tell. A folder with a scan in it holds DICOM, if not pictures alone. */
    public static Optional<FileKind> of(Path path, OpenFiles files) {
        if (Files.isDirectory(path)) return Optional.of(PictureFolder.isOne(path) ? PICTURES : DICOM);
        boolean isFile = Files.isRegularFile(path);
        for (FileKind kind : values()) if (isFile && kind.begins(path, files)) return Optional.of(kind);
        for (FileKind kind : values()) if (kind != DICOM && kind.isNamed(path)) return Optional.of(kind);
        return Optional.empty();
    }

    /** @throws InvalidInputException if neither content nor name tell */
    public static FileKind require(Path path, OpenFiles files) throws InvalidInputException {
        Optional<FileKind> kind = of(path, files);
        if (kind.isEmpty()) refuse(path, files);
        return kind.get();
    }

    /**
     * The kind of a mask: what is named as outlines are holds them.
     *
     * @throws InvalidInputException if it is a folder, or neither content nor name tell
     */
    public static FileKind ofMask(Path path, OpenFiles files) throws InvalidInputException {
        if (ROIS.isNamed(path)) return ROIS;
        if (PictureFolder.isOne(path)) return PICTURES;
        MaskFolder.refuse(path, files);
        return require(path, files);
    }

    /** A file that cannot be read is of no kind by its content: its reader says why. */
    private boolean begins(Path file, OpenFiles files) {
        try {
            return sign.isIn(file, files);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a file is named so, whatever is in it. */
    public boolean isNamed(Path file) {
        String name = WholeFile.name(file).toLowerCase(Locale.ROOT);
        for (String ending : allEndings) if (name.endsWith("." + ending)) return true;
        return false;
    }

    /** A name without its ending, a compound one as a whole; empty if it is none of these kinds. */
    public static Optional<String> stem(String name, Set<FileKind> kinds) {
        return shortest(name, kinds.stream().flatMap(kind -> kind.endings.stream()));
    }

    /** The name of a file or folder without its folder and the ending of a scan or mask of labels. */
    public static String caseName(Path path) {
        return caseName(WholeFile.name(path));
    }

    /** A file's name, or a title that was made of one, without the ending of a scan or mask of labels. */
    public static String caseName(String name) {
        return shortest(
                        name,
                        Arrays.stream(values())
                                .filter(kind -> !NO_SCANS.contains(kind))
                                .flatMap(kind -> kind.allEndings.stream()))
                .orElse(name);
    }

    private static Optional<String> shortest(String name, Stream<String> endings) {
        return endings.flatMap(ending -> Stream.ofNullable(cut(name, ending)))
                .reduce((a, b) -> b.length() < a.length() ? b : a);
    }

    /** Null if the name does not end so, or is nothing but the ending. */
    private static String cut(String name, String ending) {
        int length = name.length() - ending.length() - 1;
        return length > 0 && name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? name.substring(0, length) : null;
    }

    /**
     * Finds out what is in a file or folder of this kind, whatever its name.
     *
     * @throws InvalidInputException if it cannot be read, as far as its headers tell
     */
    public StoredScan open(Path path, OpenFiles files) throws InvalidInputException {
        return Reading.of(WholeFile.name(path), () -> reader.open(path, files));
    }

    /** All that hold a scan, as a help text has them. */
    public static String scans() {
        return English.listed(
                Arrays.stream(values())
                        .filter(kind -> !NO_SCANS.contains(kind))
                        .map(kind -> kind.text + kind.brief)
                        .toList(),
                "or");
    }

    /** All that hold a mask. */
    public static String masks() {
        return String.join(", ", volumes()) + " or a folder of pictures with labels, " + SEG + ", " + RTSTRUCT + ", or "
                + ROIS + ROIS.more;
    }

    /** Those of a volume in one file, which holds a scan or labels. */
    public static List<String> volumes() {
        return OF_LABELS.stream().map(FileKind::toString).toList();
    }

    /** Its name as people write it. */
    @Override
    public String toString() {
        return text;
    }

    private static StoredScan refuse(Path path, OpenFiles files) throws InvalidInputException {
        String name = WholeFile.name(path);
        if (!Files.exists(path)) {
            throw new InvalidInputException(name + " cannot be read, there is no such file" + NearFile.question(path)
                    + ": check its name and folder.");
        }
        throw new InvalidInputException(name + " is of no kind that is read here: open "
                + Arrays.stream(values())
                        .filter(kind -> !NO_SCANS.contains(kind))
                        .map(kind -> (kind == TIFF ? "a " : kind == PICTURES ? "or " : "") + kind.text + kind.more)
                        .collect(Collectors.joining(", "))
                + ".");
    }

    /** The first characters, unpacked if they are packed, fewer where there are no more. */
    private static Sign start(Predicate<String> test) {
        return (file, files) -> {
            try (InputStream in = PackedFile.at(files.of(file)).open()) {
                return test.test(new String(in.readNBytes(START), StandardCharsets.ISO_8859_1));
            }
        };
    }

    private static boolean isTiff(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.equals("II*\0") || text.equals("MM\0*");
    }

    /** sizeof_hdr is 348 or 540, in either byte order. */
    private static boolean isNifti(String start) {
        if (start.length() < Integer.BYTES) return false;
        int size = ByteBuffer.wrap(start.getBytes(StandardCharsets.ISO_8859_1)).getInt();
        int reversed = Integer.reverseBytes(size);
        return size == NiftiHeader.BYTES_1
                || size == NiftiHeader.BYTES_2
                || reversed == NiftiHeader.BYTES_1
                || reversed == NiftiHeader.BYTES_2;
    }
}
