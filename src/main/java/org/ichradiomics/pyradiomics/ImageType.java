package org.ichradiomics.pyradiomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.filter.PeriodicWavelet;
import org.ichradiomics.filter.RecursiveLaplacian;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;

/** PyRadiomics' image types: the image itself, and what its filters make of it. */
enum ImageType {
    ORIGINAL("Original") {
        @Override
        List<String> names(ParameterSet setting) {
            return List.of("original");
        }

        @Override
        Map<String, VoxelImage> images(VoxelImage image, VoxelBox box, ParameterSet setting) {
            return Map.of("original", VoxelImage.of(image, box));
        }
    },

    LOG("LoG") {
        @Override
        List<String> names(ParameterSet setting) {
            return setting.get(Parameter.SIGMA).stream().map(ImageType::column).toList();
        }

        @Override
        Map<String, VoxelImage> images(VoxelImage image, VoxelBox box, ParameterSet setting) {
            Map<String, VoxelImage> images = new LinkedHashMap<>();
            for (Parameter.Sigma sigma : setting.get(Parameter.SIGMA)) {
                if (fits(image.grid(), sigma.mm()))
                    images.put(column(sigma), RecursiveLaplacian.of(image, box, sigma.mm()));
            }
            return images;
        }
    },

    WAVELET("Wavelet") {
        @Override
        List<String> names(ParameterSet setting) {
            List<String> bands = PeriodicWavelet.bands(axes(setting).size());
            List<String> names = new ArrayList<>();
            for (int level = 1; level <= setting.get(Parameter.LEVEL); level++) {
                boolean isLast = level == setting.get(Parameter.LEVEL);
                for (String band : isLast ? bands : bands.subList(0, bands.size() - 1)) names.add(column(level, band));
            }
            return names;
        }

        @Override
        Map<String, VoxelImage> images(VoxelImage image, VoxelBox box, ParameterSet setting) {
            List<Map<String, VoxelImage>> levels = PeriodicWavelet.of(
                    image,
                    box,
                    setting.get(Parameter.WAVELET),
                    setting.get(Parameter.START_LEVEL),
                    setting.get(Parameter.LEVEL),
                    axes(setting));
            Map<String, VoxelImage> images = new LinkedHashMap<>();
            for (int level = 1; level <= levels.size(); level++) {
                for (Map.Entry<String, VoxelImage> band : levels.get(level - 1).entrySet())
                    images.put(column(level, band.getKey()), band.getValue());
            }
            return images;
        }
    },

    SQUARE("Square") {
        @Override
        DoubleUnaryOperator of(double most) {
            double k = 1 / Math.sqrt(most);
            return x -> (k * x) * (k * x);
        }
    },

    SQUARE_ROOT("SquareRoot") {
        @Override
        DoubleUnaryOperator of(double most) {
            return x -> x > 0 ? Math.sqrt(x * most) : x < 0 ? -Math.sqrt(-x * most) : x;
        }
    },

    LOGARITHM("Logarithm") {
        @Override
        DoubleUnaryOperator of(double most) {
            // |ln(|x| + 1)| is largest where |x| is.
            double scale = most / Math.log(most + 1);
            return x -> (x > 0 ? Math.log(x + 1) : x < 0 ? -Math.log(-x + 1) : x) * scale;
        }
    },

    EXPONENTIAL("Exponential") {
        @Override
        DoubleUnaryOperator of(double most) {
            double c = Math.log(most) / most;
            return x -> Math.exp(c * x);
        }
    },

    GRADIENT("Gradient") {
        @Override
        Map<String, VoxelImage> images(VoxelImage image, VoxelBox box, ParameterSet setting) {
            return Map.of("gradient", gradient(image, box, setting.get(Parameter.GRADIENT_USE_SPACING)));
        }
    };

    private final String text;

    ImageType(String text) {
        this.text = text;
    }

    /** As in parameter files. */
    String text() {
        return text;
    }

    static List<String> texts() {
        return Stream.of(values()).map(ImageType::text).toList();
    }

    static Optional<ImageType> of(String text) {
        return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /** The names of its images in columns, whether or not a lesion has them. */
    List<String> names(ParameterSet setting) {
        return List.of(text.toLowerCase(Locale.ROOT));
    }

    /** Its images in a box, by name; one that cannot be made is left out. */
    Map<String, VoxelImage> images(VoxelImage image, VoxelBox box, ParameterSet setting) {
        DoubleUnaryOperator point = of(largest(image));
        VoxelImage part = VoxelImage.of(image, box);
        double[] values = new double[box.size()];
        for (int i = 0; i < values.length; i++) values[i] = point.applyAsDouble(part.hu(i));
        return Map.of(names(setting).get(0), VoxelImage.of(image.grid(), box, values));
    }

    /** What becomes of a value where the largest |x| of the image is known. */
    DoubleUnaryOperator of(double most) {
        throw new IllegalStateException(text + " is no operation on points");
    }

    private static String column(Parameter.Sigma sigma) {
        return "log-sigma-" + sigma.text() + "-mm-3D";
    }

    private static String column(int level, String band) {
        return "wavelet" + (level == 1 ? "" : level) + "-" + band;
    }

    /** Whether LoG of a width, in mm, can be made: each axis has 4 voxels and more than the width. */
    static boolean fits(VoxelGrid grid, double sigma) {
        return IntStream.range(0, 3)
                .allMatch(axis -> grid.size(axis) >= RecursiveLaplacian.FEWEST
                        && grid.size(axis) >= Math.ceil(sigma / grid.spacing(axis)) + 1);
    }

    private static List<Integer> axes(ParameterSet setting) {
        int flat = setting.get(Parameter.FORCE_2D) ? 2 - setting.get(Parameter.FORCE_2D_DIMENSION) : -1;
        return IntStream.range(0, 3).filter(axis -> axis != flat).boxed().toList();
    }

    private static double largest(VoxelImage image) {
        double largest = 0;
        for (int i = 0; i < image.box().size(); i++) largest = Math.max(largest, Math.abs(image.hu(i)));
        return largest;
    }

    /** √(Σ ((x[i + 1] − x[i − 1]) / 2 / spacing)²), the end values repeated, in 32 bits. */
    private static VoxelImage gradient(VoxelImage image, VoxelBox box, boolean hasSpacing) {
        VoxelGrid grid = image.grid();
        double[] values = new double[box.size()];
        for (int i = 0; i < values.length; i++) {
            int[] at = {box.x() + i % box.nx(), box.y() + i / box.nx() % box.ny(), box.z() + i / (box.nx() * box.ny())};
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                double slope = (next(image, at, axis, 1) - next(image, at, axis, -1)) / 2;
                if (hasSpacing) slope /= grid.spacing(axis);
                sum += slope * slope;
            }
            values[i] = (float) Math.sqrt(sum);
        }
        return VoxelImage.of(grid, box, values);
    }

    private static double next(VoxelImage image, int[] at, int axis, int step) {
        int[] next = at.clone();
        next[axis] = Math.max(0, Math.min(image.grid().size(axis) - 1, at[axis] + step));
        return image.hu(image.box().index(next[0], next[1], next[2]));
    }
}
