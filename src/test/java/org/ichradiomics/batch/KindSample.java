package org.ichradiomics.batch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;

/** One scan of three slices with a mask, {@code p1} and {@code p1_mask}, as every kind of file has it. */
final class KindSample {

    private static final int[] SIZE = {DicomStack.COLUMNS, DicomStack.ROWS, 3};

    private final Path folder;
    private final Scan scan;
    private final short[] hu = new short[SIZE[0] * SIZE[1] * SIZE[2]];
    private final short[] labels = new short[hu.length];

    /** A scan and its mask, as they are named on a command line. */
    record Pair(Path image, Path mask) {}

    /** @param folder that will hold the pairs, each in one of its own */
    KindSample(Path folder) throws Exception {
        this.folder = folder;
        scan = DicomFolder.read(DicomStack.write(folder.resolve("dicom/p1"), SIZE[2], (slice, k) -> {}));
        Cursor<DoubleType> values = Views.flatIterable(scan.hu()).cursor();
        for (int i = 0; values.hasNext(); i++) {
            hu[i] = (short) values.next().get();
            int x = i % SIZE[0];
            labels[i] = (short) (x > 3 && x < 10 && i / (SIZE[0] * SIZE[1]) > 0 ? 1 : 0);
        }
    }

    /** All ways in which files of a kind come; of a kind that is a mask or a scan only with NIfTI beside it. */
    List<Pair> of(FileKind kind) throws Exception {
        return switch (kind) {
            case DICOM ->
                List.of(
                        new Pair(folder.resolve("dicom/p1"), nifti("dicom/p1_mask.nii", labels)),
                        new Pair(zip("zip/p1.zip"), nifti("zip/p1_mask.nii.gz", labels)));
            case NIFTI ->
                List.of(
                        new Pair(nifti("nii/p1.nii", hu), nifti("nii/p1_mask.nii", labels)),
                        new Pair(nifti("gz/p1.nii.gz", hu), nifti("gz/p1_mask.nii.gz", labels)),
                        new Pair(pair("pair/p1", hu), pair("pair/p1_mask", labels)));
            case NRRD ->
                List.of(
                        new Pair(nrrd("nrrd/p1.nrrd", "", hu), nrrd("nrrd/p1_mask.seg.nrrd", "", labels)),
                        new Pair(nrrd("nhdr/p1.nhdr", "p1.raw", hu), nrrd("nhdr/p1_mask.nhdr", "m.raw", labels)));
            case META_IMAGE ->
                List.of(
                        new Pair(meta("mha/p1.mha", "LOCAL", hu), meta("mha/p1_mask.mha", "LOCAL", labels)),
                        new Pair(meta("mhd/p1.mhd", "p1.raw", hu), meta("mhd/p1_mask.mhd", "m.raw", labels)));
            case TIFF -> List.of(new Pair(tiff("tiff/p1.tif", hu), tiff("tiff/p1_mask.tif", labels)));
            case PICTURES -> List.of(new Pair(pictures("png/p1", hu), pictures("png/p1_mask", labels)));
            // Their own tests lay them on their series: SeriesMaskTest, and SeriesMaskDoorsTest for the doors.
            case SEG, RTSTRUCT -> List.of();
            case ROIS -> List.of(new Pair(nifti("rois/p1.nii.gz", hu), rois("rois/p1_mask.zip")));
        };
    }

    private Path at(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path nifti(String name, short[] values) throws Exception {
        Path file = at(name);
        Geometry geometry = scan.geometry();
        if (values == hu) {
            Nifti.writeInt16(file, ArrayImgs.shorts(values, SIZE[0], SIZE[1], SIZE[2]), geometry);
            return file;
        }
        var mask = ArrayImgs.unsignedBytes(SIZE[0], SIZE[1], SIZE[2]);
        Cursor<UnsignedByteType> cursor = mask.cursor();
        for (short label : values) cursor.next().set(label);
        Nifti.writeLabels(file, mask, geometry);
        return file;
    }

    /** The header of a single file, which says that it is half of a pair, and its voxels. */
    private Path pair(String stem, short[] values) throws Exception {
        byte[] whole = Files.readAllBytes(nifti(stem + ".nii", values));
        Files.delete(at(stem + ".nii"));
        ByteBuffer header = ByteBuffer.allocate(348).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, whole, 0, 348).putFloat(108, 0).put(345, (byte) 'i');
        byte[] voxels = java.util.Arrays.copyOfRange(whole, 352, whole.length);
        Files.write(at(stem + ".img"), voxels);
        return Files.write(at(stem + ".hdr"), header.array());
    }

    private Path nrrd(String name, String data, short[] values) throws IOException {
        String header = "NRRD0004\ntype: short\ndimension: 3\nspace: left-posterior-superior\nsizes: 16 12 3\n"
                + "space directions: (0.5,0,0) (0,0.5,0) (0,0,5)\nspace origin: (0,0,0)\nendian: little\n"
                + "encoding: raw\n" + (data.isEmpty() ? "\n" : "data file: " + data + "\n\n");
        return text(name, header, data, values);
    }

    private Path meta(String name, String data, short[] values) throws IOException {
        String header = "ObjectType = Image\nNDims = 3\nDimSize = 16 12 3\nElementSpacing = 0.5 0.5 5\n"
                + "TransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 0 0 0\nElementType = MET_SHORT\n"
                + "ElementDataFile = " + data + "\n";
        return text(name, header, data.equals("LOCAL") ? "" : data, values);
    }

    private Path text(String name, String header, String data, short[] values) throws IOException {
        ByteBuffer voxels = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        voxels.asShortBuffer().put(values);
        Path file = Files.write(at(name), header.getBytes(StandardCharsets.US_ASCII));
        Path rest = data.isEmpty() ? file : file.resolveSibling(data);
        if (!data.isEmpty()) Files.write(rest, voxels.array());
        else Files.write(file, voxels.array(), java.nio.file.StandardOpenOption.APPEND);
        return file;
    }

    private Path tiff(String name, short[] values) throws IOException {
        ImageStack stack = new ImageStack(SIZE[0], SIZE[1]);
        for (int z = 0, i = 0; z < SIZE[2]; z++) {
            ImageProcessor slice = new ShortProcessor(SIZE[0], SIZE[1]);
            for (int p = 0; p < SIZE[0] * SIZE[1]; p++) slice.set(p, values[i++] + (values == hu ? 1024 : 0));
            stack.addSlice(slice);
        }
        ImagePlus image = new ImagePlus("p1", stack);
        image.getCalibration().setUnit("mm");
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.5;
        image.getCalibration().pixelDepth = 5;
        Path file = at(name);
        IJ.saveAsTiff(image, file.toString());
        return file;
    }

    private Path pictures(String name, short[] values) throws IOException {
        Path slices = Files.createDirectories(at(name));
        boolean isMask = values == labels;
        Files.writeString(slices.resolve(isMask ? "spacing.txt" : "spacing"), "0.5 0.5 5");
        for (int z = 0, i = 0; z < SIZE[2]; z++) {
            BufferedImage slice = new BufferedImage(SIZE[0], SIZE[1], BufferedImage.TYPE_USHORT_GRAY);
            for (int p = 0; p < SIZE[0] * SIZE[1]; p++)
                slice.getRaster().setSample(p % SIZE[0], p / SIZE[0], 0, Math.max(0, values[i++]));
            ImageIO.write(
                    slice,
                    "png",
                    slices.resolve((isMask ? "m" : "s") + z + ".png").toFile());
        }
        return slices;
    }

    private Path rois(String name) throws IOException {
        Roi roi = new Roi(3, 3, 6, 5);
        roi.setName("lesion");
        roi.setPosition(2);
        return HeadCt.zip(List.of(roi), at(name));
    }

    private Path zip(String name) throws IOException {
        Path file = at(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> slices = Files.list(folder.resolve("dicom/p1"))) {
            for (Path slice : slices.sorted().toList()) {
                out.putNextEntry(new ZipEntry("p1/" + slice.getFileName()));
                out.write(Files.readAllBytes(slice));
            }
        }
        return file;
    }
}
