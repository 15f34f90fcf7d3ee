package org.ichradiomics.format;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * Writes labels as NRRD, gzip, in the order in which the geometry is stored and in the patient's axes (LPS), as 3D
 * Slicer has them: G. Kindlmann, <i>Definition of NRRD File Format</i>, teem.sourceforge.net/nrrd/format.html. The same
 * input gives the same bytes.
 */
public final class NrrdWriter {

    /** NRRD's own LPS against the affine's RAS. */
    private static final int[] SIGN = {-1, -1, 1};

    private NrrdWriter() {}

    /** Whether the name of a file is one of a NRRD that is written. */
    public static boolean isNamed(Path file) {
        return WholeFile.name(file).toLowerCase(Locale.ROOT).endsWith(".nrrd");
    }

    /**
     * Writes a mask of several labels as uint8, 0 outside.
     *
     * @param file appears whole or not at all
     * @param labels on the grid of {@code geometry}
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     * @throws IllegalArgumentException if the mask and the geometry differ in size
     */
    public static boolean writeLabels(
            Path file, RandomAccessibleInterval<UnsignedByteType> labels, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        Scan.requireSize(labels, new int[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        RandomAccessibleInterval<UnsignedByteType> stored =
                geometry.order().inverse().apply(Views.zeroMin(labels));
        return WholeFile.write(
                file,
                to -> {
                    to.write(header(geometry).getBytes(StandardCharsets.US_ASCII));
                    try (OutputStream out = new GZIPOutputStream(to, NiftiWriter.BUFFER)) {
                        NiftiWriter.writeVoxels(
                                out, Datatype.UINT8, stored, (value, bytes) -> bytes.put(value.getByte()));
                    }
                },
                replacing);
    }

    private static String header(Geometry geometry) {
        String sizes =
                IntStream.of(geometry.storedSize()).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return "NRRD0004\ntype: uint8\ndimension: 3\n"
                + (geometry.storedAffine() == null ? "" : "space: left-posterior-superior\n")
                + "sizes: " + sizes + "\n"
                + (geometry.storedAffine() == null ? lengths(geometry) : directions(geometry.storedAffine()))
                + "encoding: gzip\n"
                + (geometry.storedAffine() == null ? "" : "space origin: " + vector(geometry.storedAffine(), 3) + "\n")
                + "\n";
    }

    private static String directions(Affine affine) {
        return "space directions: "
                + IntStream.range(0, 3).mapToObj(axis -> vector(affine, axis)).collect(Collectors.joining(" "))
                + "\nspace units: \"mm\" \"mm\" \"mm\"\nkinds: domain domain domain\n";
    }

    private static String vector(Affine affine, int column) {
        return IntStream.range(0, 3)
                // Adding 0 makes a negative zero a plain one.
                .mapToObj(row -> Double.toString(SIGN[row] * affine.get(row, column) + 0.0))
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** A distance that nobody knows is NaN, as NRRD has it. */
    private static String lengths(Geometry geometry) {
        return "spacings: "
                + DoubleStream.of(geometry.storedLengths())
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" "))
                + "\nunits: \"mm\" \"mm\" \"mm\"\n";
    }
}
