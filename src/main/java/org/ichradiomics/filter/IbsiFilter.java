package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * A convolutional filter of IBSI 2.
 *
 * @param kernel what it convolves with
 * @param dimension slice by slice, or through the volume
 * @param boundary what lies beyond the image's border
 * @param rotation how the responses under all right-angle rotations (Gabor: orientations) are pooled; empty for the
 *     kernel as it stands
 */
public record IbsiFilter(Kernel kernel, Dimension dimension, Boundary boundary, Optional<Pooling> rotation)
        implements Filter {

    private static final String IBSI =
            "IBSI 2 (Whybra et al., Radiology 2024;310:e231319; reference manual arXiv 2006.05470)";
    private static final String NOT_STANDARDISED =
            "IBSI reference manual arXiv 2006.05470, not standardised (no reference map)";

    /** For the kernel as it stands. */
    public static final String NO_ROTATION = "none";

    private static final List<Optional<Pooling>> ROTATIONS = Stream.concat(
                    Stream.<Optional<Pooling>>of(Optional.empty()),
                    Arrays.stream(Pooling.values()).map(Optional::of))
            .toList();

    /** Headers round spacings; sides that differ by less than this part are equal. */
    private static final double EQUAL = 1e-3;

    /**
     * @throws IllegalArgumentException if the kernel has no meaning there; the message begins with the setting that
     *     should be another
     */
    public IbsiFilter {
        kernel.check(dimension, rotation);
    }

    /**
     * A filter by its words: {@code filter}, {@code dimension}, {@code boundary}, {@code rotation} and
     * {@code parameters}.
     *
     * @param word what is said under a heading; rotation is {@value #NO_ROTATION} or a pooling
     * @throws IllegalArgumentException if a word has no meaning; the message begins with its heading or the parameter's
     *     name
     */
    public static IbsiFilter of(UnaryOperator<String> word, Parameters parameters) {
        Optional<Pooling> rotation = Choice.of(
                "rotation",
                word.apply("rotation"),
                ROTATIONS,
                pooling -> pooling.map(Pooling::text).orElse(NO_ROTATION));
        return new IbsiFilter(
                KernelKind.named(word.apply("filter")).kernel(parameters),
                Choice.of("dimension", word.apply("dimension"), List.of(Dimension.values()), Dimension::text),
                Choice.of("boundary", word.apply("boundary"), List.of(Boundary.values()), Boundary::text),
                rotation);
    }

    /**
     * A filter as a row of IBSI's tables, which say yes or no to {@code rotation}, have a column {@code pooling}, and
     * all {@code parameters} in one cell.
     *
     * @param cell the row's text under a heading
     */
    public static IbsiFilter ofRow(UnaryOperator<String> cell) {
        return of(
                heading -> !heading.equals("rotation")
                        ? cell.apply(heading)
                        : cell.apply(heading).equals("yes") ? cell.apply("pooling") : NO_ROTATION,
                Parameters.parse(cell.apply("parameters")));
    }

    /** {@code <filter>_<parameter><value>…_<2D|3D>_<boundary>[_rotation<pooling>]}. */
    @Override
    public String name() {
        StringBuilder name = new StringBuilder(kernel.kind().text());
        for (Map.Entry<String, String> parameter : kernel.parameters().entrySet()) {
            name.append('_').append(parameter.getKey()).append(parameter.getValue());
        }
        name.append('_').append(dimension.text()).append('_').append(boundary.text());
        rotation.ifPresent(pooling -> name.append("_rotation").append(pooling.text()));
        return name.toString();
    }

    @Override
    public String formula() {
        return kernel.kind().formula();
    }

    @Override
    public String source() {
        return kernel.standardised() ? IBSI : NOT_STANDARDISED;
    }

    @Override
    public VoxelImage of(VoxelImage image) throws InvalidInputException {
        VoxelGrid grid = image.grid();
        if (!image.box().equals(VoxelBox.of(grid)))
            throw new IllegalArgumentException("a filter sees the whole image, but was given a box of it");
        int axes = kernel.throughSlices() ? 3 : dimension.axes();
        checkVoxels(grid, axes);
        checkSize(grid, axes);
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.hu(i);
            if (!Double.isFinite(values[i])) throw hole(grid, i, values[i]);
        }
        return VoxelImage.of(grid, kernel.response(values, new Domain(grid, dimension, boundary), rotation));
    }

    private void checkVoxels(VoxelGrid grid, int axes) throws InvalidInputException {
        String what = "The filter " + name();
        if (axes == 3 && grid.nz() == 1) {
            throw new InvalidInputException(
                    what + " works through the slices, but the image has one slice: filter it in 2D.");
        }
        for (int axis = 1; axis < axes; axis++) {
            if (Math.abs(grid.spacing(axis) / grid.spacing(0) - 1) <= EQUAL) continue;
            throw new InvalidInputException(
                    axes == 3
                            ? what + " needs cubic voxels, but those of the image have " + grid.spacing(0) + " × "
                                    + grid.spacing(1) + " × "
                                    + grid.spacing(2) + " mm: interpolate the image first, or filter it in 2D."
                            : what + " needs square pixels, but those of the image have " + grid.spacing(0) + " × "
                                    + grid.spacing(1)
                                    + " mm: interpolate the image first.");
        }
    }

    private void checkSize(VoxelGrid grid, int axes) throws InvalidInputException {
        Kernel.Size size = kernel.size(grid.spacing(0));
        for (int axis = 0; axis < axes; axis++) {
            if (size.voxels() < grid.size(axis)) continue;
            throw new InvalidInputException("The filter " + name() + " is too large for the image: it reaches "
                    + NumberText.plain(Math.rint(size.voxels() * 10) / 10) + " voxels far, and the image has "
                    + grid.size(axis) + " along " + "xyz".charAt(axis) + ": choose a smaller " + size.parameter()
                    + ".");
        }
    }

    private InvalidInputException hole(VoxelGrid grid, int i, double value) {
        return new InvalidInputException("The image holds " + value + " at column " + i % grid.nx() + ", row "
                + i / grid.nx() % grid.ny() + ", slice " + (i / grid.nx() / grid.ny() + 1) + ", which the filter "
                + name() + " would spread: replace it by a number first.");
    }
}
