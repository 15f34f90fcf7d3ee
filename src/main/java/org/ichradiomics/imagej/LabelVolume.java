package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.format.NrrdWriter;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/** The labels of a mask that is to be written, on the grid of a scan's own file. */
public final class LabelVolume {

    /** How the name of a mask ends that is written. */
    public static final String ENDINGS = ".nii.gz, .nii or .nrrd";

    /** The highest label that is written. */
    public static final int MOST = 255;

    private final Geometry geometry;
    private final RandomAccessibleInterval<UnsignedByteType> labels;

    /** Nothing but background. */
    public LabelVolume(Geometry file) {
        geometry = file.withLengthsOfAffine();
        labels = ArrayImgs.unsignedBytes(geometry.size(0), geometry.size(1), geometry.size(2));
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
     * Writes the labels as NIfTI or, where the name ends so, as NRRD.
     *
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public boolean write(Path file, Replacing replacing) throws InvalidInputException {
        requireNamed(file);
        return NrrdWriter.isNamed(file)
                ? NrrdWriter.writeLabels(file, labels, geometry, replacing)
                : NiftiWriter.writeLabels(file, labels, geometry, replacing);
    }

    /**
     * Refuses a name that is none of a mask that is written.
     *
     * @throws InvalidInputException unless it ends in one of {@link #ENDINGS}
     */
    public static void requireNamed(Path file) throws InvalidInputException {
        String name = WholeFile.name(file);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(nii|nii\\.gz|nrrd)"))
            throw new InvalidInputException(name + " is no name for a mask: let it end in " + ENDINGS + ".");
    }

    /** What to say if the scan does not tell where it lies; empty if it does. */
    public Optional<String> withoutPlace(String scan, Path file) {
        return geometry.affine().isPresent()
                ? Optional.empty()
                : Optional.of(scan + " says nothing about its place in the patient: " + file.getFileName()
                        + " was written as displayed, without orientation.");
    }
}
