package org.ichradiomics.cli;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.EllipseRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ShortProcessor;

import org.ichradiomics.batch.CaseList;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.NiftiBytes;
import org.ichradiomics.format.TextVolume;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.RoiFile;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Coefficients;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.TextFile;

/**
 * Everything that is read, each as a file of any bytes and the call that meets it. It ends in what was read or in one
 * sentence, without another error, and without memory on the word of a header.
 */
enum FuzzTarget {
    NIFTI("any.nii", FuzzTarget::scan, List.of(), FuzzTarget::nifti),
    NRRD("any.nrrd", FuzzTarget::scan, List.of(), () -> texts(true)),
    META_IMAGE("any.mha", FuzzTarget::scan, List.of(), () -> texts(false)),
    DICOM("any.dcm", FuzzTarget::scan, List.of("shared/masks/ct/ct001.dcm", "org/ichradiomics/format/dicom")),
    DICOM_ZIP("any.zip", FuzzTarget::scan, List.of(), () -> List.of(zip("a.dcm", kept("shared/masks/ct/ct001.dcm")))),
    SEG("seg.dcm", file -> mask(FileKind.SEG, file, "shared/masks/ct"), List.of("shared/masks/seg")),
    SEG_LABEL_MAP(
            "map.dcm",
            file -> mask(FileKind.SEG, file, "shared/masks/public/dcmqi_ct3slice.zip"),
            List.of("shared/masks/public/dq_sparse-labelmap-noppv.dcm")),
    RTSTRUCT("rt.dcm", file -> mask(FileKind.RTSTRUCT, file, "shared/masks/ct"), List.of("shared/masks/rt")),
    TIFF("any.tif", FuzzTarget::scan, List.of(), () -> List.of(tiff(1), tiff(3))),
    ROI("any.roi", RoiFile::read, List.of(), FuzzTarget::rois),
    ROI_ZIP("rois.zip", RoiFile::read, List.of(), () -> List.of(zip("a.roi", rois().get(1)))),
    PNG("png/1.png", FuzzTarget::pictures, List.of("cases/F19/pngs"), () -> List.of(picture("png"))),
    JPEG("jpeg/1.jpg", FuzzTarget::pictures, List.of(), () -> List.of(picture("jpg"))),
    TIFF_PICTURE("tiff/1.tif", FuzzTarget::pictures, List.of(), () -> List.of(tiff(1), picture("tiff"))),
    CSV("any.csv", FeatureTableCsv::read, List.of("shared/pyradiomics/profile/few.csv"), FuzzTarget::tables),
    XLSX("any.xlsx", FeatureTableCsv::read, List.of(), () -> List.of(workbook())),
    CASE_LIST("list.csv", CaseList::read, List.of(), () -> List.of("case,image,mask\na,a.nii,a_m.nii\n".getBytes())),
    STUDY("study.yml", StudyFile::read, List.of("/org/ichradiomics/study/sample/study.yml")),
    STUDY_JSON(
            "study.json",
            StudyFile::read,
            List.of(),
            () -> List.of("{\"format\": \"ICH Radiomics study\", \"version\": 1, \"outcome\": \"x\"}".getBytes())),
    SETTINGS(
            "settings.json",
            file -> SettingsFile.read(file, Set.of("bins", "low", "high")),
            List.of(),
            () -> List.of("{\"bins\": 256, \"low\": \"auto\", \"high\": 1e3}".getBytes())),
    SIGNATURE("signature.json", Signature.FILE::read, List.of("/org/ichradiomics/signature/zhan-2020.json")),
    REFERENCE("reference.json", Reference.FILE::read, List.of(), () -> List.of(reference())),
    PARAMETERS("params.yaml", PyRadiomics::read, List.of("shared/pyradiomics/profile/usual_ct.yaml")),
    COEFFICIENTS(
            "model.csv",
            file -> Coefficients.parse(TextFile.read(file), "model.csv"),
            List.of(),
            () -> List.of("term,coefficient,mean,sd\nLarge area,0.5,2,1\n(Intercept),-1,,\n".getBytes()));

    /** What a call on one thread may set aside, what it gives back counted too. */
    private static final long MOST_BYTES = 200L << 20;

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Those found by fuzzing: a folder for each target. */
    private static final Path FOUND = RESOURCES.resolve("fuzz");

    private static Scan below;

    private final String file;
    private final Call call;
    private final List<String> kept;
    private final Made made;

    private interface Call {
        Object of(Path file) throws InvalidInputException;
    }

    private interface Made {
        List<byte[]> seeds() throws IOException, InvalidInputException;
    }

    /**
     * @param file whose name counts
     * @param kept files or folders: those of the project with a slash, others among the test resources
     */
    FuzzTarget(String file, Call call, List<String> kept, Made made) {
        this.file = file;
        this.call = call;
        this.kept = kept;
        this.made = made;
    }

    FuzzTarget(String file, Call call, List<String> kept) {
        this(file, call, kept, List::of);
    }

    /** Sound files, and those that once did harm. */
    List<byte[]> seeds() throws IOException, InvalidInputException {
        List<byte[]> seeds = new ArrayList<>(made.seeds());
        for (String place : kept) {
            Path path = place.startsWith("/") ? Path.of("src/main/resources" + place) : RESOURCES.resolve(place);
            try (Stream<Path> files = Files.walk(path)) {
                for (Path one : files.filter(FuzzTarget::isSeed).sorted().toList()) seeds.add(Files.readAllBytes(one));
            }
        }
        Path found = FOUND.resolve(folder());
        if (!Files.isDirectory(found)) return seeds;
        try (Stream<Path> files = Files.list(found)) {
            for (Path one : files.sorted().toList()) seeds.add(Files.readAllBytes(one));
        }
        return seeds;
    }

    /** That of its finds. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isSeed(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".md");
    }

    /** @throws AssertionError if it ends in neither a result nor a sentence, or takes too much memory */
    void meet(byte[] bytes, Path folder) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The classes that a first call loads are not what the file takes.
        if (used(path, folder) > MOST_BYTES && used(path, folder) > MOST_BYTES)
            throw new AssertionError("More than " + MOST_BYTES + " bytes of memory for a file of " + bytes.length);
    }

    private long used(Path path, Path folder) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            call.of(path);
        } catch (InvalidInputException e) {
            String sentence = e.getMessage();
            if (!sentence.endsWith(".") && !sentence.endsWith("?") || sentence.contains(folder.toString()))
                throw new AssertionError("No sentence: " + sentence, e);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Object scan(Path file) throws InvalidInputException {
        return ImageFile.read(file).scan();
    }

    private static Object pictures(Path file) throws InvalidInputException {
        try {
            Files.writeString(file.resolveSibling("spacing.txt"), "0.5 0.5 5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan(file.getParent());
    }

    private static Object mask(FileKind kind, Path file, String scan) throws InvalidInputException {
        if (below == null) below = ImageFile.read(RESOURCES.resolve(scan)).scan();
        try (OpenFiles files = new OpenFiles()) {
            return kind.open(file, files).mask(below, Placement.FORCED).list();
        }
    }

    private static List<byte[]> nifti() {
        byte[] plain = NiftiBytes.upright(5, 4, 3).int16(60, i -> i - 30).toBytes();
        return List.of(
                plain,
                NiftiBytes.gzip(plain),
                NiftiBytes.second(ByteOrder.BIG_ENDIAN)
                        .dims(5, 4, 3)
                        .spacing(1, 1, 5)
                        .int16(60, i -> i)
                        .toBytes());
    }

    private static List<byte[]> texts(boolean nrrd) {
        return List.of(
                TextVolume.stored(nrrd, "LPS").toBytes(),
                TextVolume.stored(nrrd, "RAI").packed().toBytes());
    }

    private static List<byte[]> rois() {
        Roi shape = new ShapeRoi(new Rectangle(1, 1, 5, 5)).or(new ShapeRoi(new Rectangle(8, 8, 3, 3)));
        Roi named = new PolygonRoi(new float[] {1, 9, 4}, new float[] {1, 2, 9}, Roi.FREEROI);
        named.setPosition(2);
        return Stream.of(new Roi(1, 2, 3, 4), named, new EllipseRoi(1, 1, 9, 9, 0.5), shape)
                .map(RoiEncoder::saveAsByteArray)
                .toList();
    }

    private static byte[] tiff(int slices) {
        ImageStack stack = new ImageStack(4, 3);
        for (int z = 0; z < slices; z++) stack.addSlice(new ShortProcessor(4, 3));
        return new FileSaver(new ImagePlus("t", stack)).serialize();
    }

    private static byte[] picture(String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6, 5, BufferedImage.TYPE_BYTE_GRAY), kind, out);
        return out.toByteArray();
    }

    private static FeatureTable table() {
        return FeatureTable.of(List.of("case", "a", "b"), List.of(List.of("1", 0.5, 3), List.of("2", -1e9, 4)));
    }

    private static List<byte[]> tables() {
        return List.of(FeatureTableCsv.text(table()).getBytes(), "sep=;\ncase;a\n1;0,5\n2;1,5\n".getBytes());
    }

    private static byte[] workbook() throws IOException, InvalidInputException {
        Path file = Files.createTempFile("fuzz", ".xlsx");
        try {
            Files.delete(file);
            FeatureTableCsv.write(table(), file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] reference() throws InvalidInputException {
        return Reference.FILE
                .text(Reference.of(table(), List.of("a", "b"), "r", "o"))
                .getBytes();
    }

    private static byte[] kept(String name) throws IOException {
        return Files.readAllBytes(RESOURCES.resolve(name));
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
