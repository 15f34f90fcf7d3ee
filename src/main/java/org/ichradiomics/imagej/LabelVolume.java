package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.format.NrrdWriter;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.SegmentationWriter;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/** The labels of a mask that is to be written, on the grid of a scan's own file. */
public final class LabelVolume {

    /** How the name of a mask ends that is written. */
    public static final String ENDINGS = ".nii.gz, .nii, .nrrd, or .dcm on a DICOM series";

    /** The highest label that is written. */
    public static final int MOST = 255;

    private final Geometry geometry;
    private final RandomAccessibleInterval<UnsignedByteType> labels;
    private final Map<Integer, String> names = new TreeMap<>();
    private Optional<Path> scan = Optional.empty();

    /** Nothing but background. */
    public LabelVolume(Geometry file) {
        this(file, ArrayImgs.unsignedBytes(file.size(0), file.size(1), file.size(2)));
    }

    /**
     * Labels that are drawn already.
     *
     * @param labels in the order of the patient's axes, as the geometry's
     */
    LabelVolume(Geometry file, RandomAccessibleInterval<UnsignedByteType> labels) {
        geometry = file.withLengthsOfAffine();
        this.labels = labels;
    }

    /** The same, of a scan that lies there: a DICOM SEG refers to it. */
    public LabelVolume of(Optional<Path> file) {
        scan = file;
        return this;
    }

    /** What a label is called where its file has names. */
    public void name(int value, String name) {
        if (!name.isBlank()) names.put(value, name);
    }

    /**
     * A label as it can be written.
     *
     * @param remedy what else to do, as the end of a sentence
     * @throws InvalidInputException if it is too large
     */
    public static int fitting(long value, String remedy) throws InvalidInputException {
        if (value <= MOST) return (int) value;
        throw new InvalidInputException(
                "A mask is saved with labels up to " + MOST + ", and there is a label " + value + ": " + remedy + ".");
    }

    /**
     * Gives the voxels of a mask a label.
     *
     * @param value from 1 to {@link #MOST}
     * @return how many they are
     * @throws InvalidInputException if one of them has another label
     */
    @SuppressWarnings("unchecked")
    public <B extends BooleanType<B>> long draw(RandomAccessibleInterval<? extends BooleanType<?>> inside, int value)
            throws InvalidInputException {
        Cursor<B> mask = Views.iterable((RandomAccessibleInterval<B>) inside).localizingCursor();
        RandomAccess<UnsignedByteType> to = labels.randomAccess();
        long voxels = 0;
        while (mask.hasNext()) {
            if (!mask.next().get()) continue;
            UnsignedByteType voxel = to.setPositionAndGet(mask);
            if (voxel.get() != 0 && voxel.get() != value) {
                throw new InvalidInputException("The labels " + voxel.get() + " and " + value + " overlap on slice "
                        + (mask.getIntPosition(2) + 1)
                        + ", and a voxel can have one only: redraw one of them, or leave rows out.");
            }
            voxel.set(value);
            voxels++;
        }
        return voxels;
    }

    /**
     * Writes the labels as NIfTI or, where the name ends so, as NRRD or DICOM SEG.
     *
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced, or it is a SEG of a
     *     scan that is no DICOM series
     */
    public boolean write(Path file, Replacing replacing) throws InvalidInputException {
        requireNamed(file);
        if (SegmentationWriter.isNamed(file)) return writeSegmentation(file, replacing);
        return NrrdWriter.isNamed(file)
                ? NrrdWriter.writeLabels(file, labels, geometry, replacing)
                : NiftiWriter.writeLabels(file, labels, geometry, replacing);
    }

    private boolean writeSegmentation(Path file, Replacing replacing) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            if (scan.isEmpty() || FileKind.of(scan.get(), files).orElse(null) != FileKind.DICOM)
                throw new InvalidInputException(WholeFile.name(file)
                        + " would be a DICOM SEG, which belongs to a DICOM series, and the scan is none: let the name"
                        + " end in .nii.gz.");
            return SegmentationWriter.write(
                    file,
                    geometry.toStored(labels),
                    segments(),
                    DicomFolder.of(scan.get(), files).on(geometry),
                    replacing);
        }
    }

    /** Where nothing is drawn, the haematoma that could have been. */
    private SortedMap<Integer, String> segments() {
        SortedMap<Integer, String> segments = new TreeMap<>();
        for (int value : drawn()) segments.put(value, names.getOrDefault(value, usual(value)));
        if (segments.isEmpty()) segments.put(1, usual(1));
        return segments;
    }

    private int[] drawn() {
        BitSet drawn = new BitSet();
        for (UnsignedByteType voxel : Views.iterable(labels)) drawn.set(voxel.get());
        return drawn.stream().filter(value -> value > 0).toArray();
    }

    private static String usual(int value) {
        return value == 1 ? Labels.HAEMATOMA : "label " + value;
    }

    /**
     * Refuses a name that is none of a mask that is written.
     *
     * @throws InvalidInputException unless it ends in one of {@link #ENDINGS}
     */
    public static void requireNamed(Path file) throws InvalidInputException {
        String name = WholeFile.name(file);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(nii|nii\\.gz|nrrd|dcm)"))
            throw new InvalidInputException(name + " is no name for a mask: let it end in " + ENDINGS + ".");
    }

    /**
     * What to say once it is written: if the scan does not tell where it lies, or segments have other numbers than the
     * labels.
     */
    public List<String> remarks(String scan, Path file) {
        if (geometry.affine().isEmpty())
            return List.of(scan + " says nothing about its place in the patient: " + file.getFileName()
                    + " was written as displayed, without orientation.");
        int[] drawn = drawn();
        if (!SegmentationWriter.isNamed(file) || drawn.length == 0 || drawn[drawn.length - 1] == drawn.length)
            return List.of();
        return List.of("Segments are numbered from 1 on without a gap: in " + file.getFileName() + " "
                + IntStream.range(0, drawn.length)
                        .filter(i -> drawn[i] != i + 1)
                        .mapToObj(i -> "label " + drawn[i] + " is segment " + (i + 1))
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
