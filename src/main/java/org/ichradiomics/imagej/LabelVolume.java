package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** The labels of a mask that is to be written, on the grid of a scan's own file. */
public final class LabelVolume {

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
     * Writes the labels as NIfTI.
     *
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public boolean write(Path file, Replacing replacing) throws InvalidInputException {
        return NiftiWriter.writeLabels(file, labels, geometry, replacing);
    }

    /** What to say if the scan does not tell where it lies; empty if it does. */
    public Optional<String> withoutPlace(String scan, Path file) {
        return geometry.affine().isPresent()
                ? Optional.empty()
                : Optional.of(scan + " says nothing about its place in the patient: " + file.getFileName()
                        + " was written as displayed, without orientation.");
    }
}
