package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.Resource;

/**
 * The undecimated wavelet decomposition of PyRadiomics ({@code pywt.swtn} of one level, again and again): periodic, an
 * axis of odd size having its first sample once more at its end; and not à trous, every level runs the same filters on
 * the low-pass of the level before. One axis: a[k] = Σ_j f[j] x[k + F/2 − j].
 */
public final class PeriodicWavelet {

    private static final Map<String, double[]> LOW = table();

    private final Slices image;
    private final VoxelBox box;
    private final double[][] filters;
    private final List<Integer> axes;

    private PeriodicWavelet(Slices image, VoxelBox box, String wavelet, List<Integer> axes) {
        this.image = image;
        this.box = box;
        double[] low = LOW.get(wavelet);
        double[] high = new double[low.length];
        for (int j = 0; j < high.length; j++) high[j] = (j % 2 == 0 ? -1 : 1) * low[low.length - 1 - j];
        this.filters = new double[][] {low, high};
        this.axes = axes;
    }

    /** The wavelets there are, as PyWavelets calls them. */
    public static List<String> names() {
        return List.copyOf(LOW.keySet());
    }

    /** The names of the responses of one level, the low-pass last. */
    public static List<String> bands(int axes) {
        List<String> bands = new ArrayList<>();
        for (int k = 1; k <= 1 << axes; k++) {
            StringBuilder letters = new StringBuilder();
            for (int axis = axes - 1; axis >= 0; axis--) letters.append((k >> axis & 1) == 0 ? 'L' : 'H');
            bands.add(letters.toString());
        }
        return bands;
    }

    /**
     * The responses in a box: of each level all but the low-pass, and the low-pass of the last.
     *
     * @param wavelet one of {@link #names}
     * @param skipped levels whose low-pass is taken before the first
     * @param levels how many follow
     * @param axes rising, in the order of the letters
     */
    public static List<Map<String, VoxelImage>> of(
            Slices image, VoxelBox box, String wavelet, int skipped, int levels, List<Integer> axes) {
        return new PeriodicWavelet(image, box, wavelet, axes).levels(skipped, levels);
    }

    private List<Map<String, VoxelImage>> levels(int skipped, int levels) {
        List<String> bands = bands(axes.size());
        String lowPass = bands.get(bands.size() - 1);
        Brick approximation = image(grown(skipped + levels));
        List<Map<String, VoxelImage>> all = new ArrayList<>();
        for (int level = 1 - skipped; level <= levels; level++) {
            Brick wide = approximation;
            int left = levels - level;
            approximation = band(wide, lowPass, grown(left));
            if (level < 1) continue;
            Map<String, VoxelImage> responses = new LinkedHashMap<>();
            for (String band : bands.subList(0, bands.size() - 1)) responses.put(band, cut(band(wide, band, grown(0))));
            if (left == 0) responses.put(lowPass, cut(approximation));
            all.add(responses);
        }
        return all;
    }

    /**
     * Values of a box that may reach beyond the image.
     *
     * @param from first voxel
     * @param size along x, y and z
     */
    private record Brick(int[] from, int[] size, double[] values) {}

    /** What so many levels depend on, the box in its middle: where it begins, and its size. */
    private int[][] grown(int levels) {
        int taps = filters[0].length;
        int[][] grown = {{box.x(), box.y(), box.z()}, {box.nx(), box.ny(), box.nz()}};
        for (int axis : axes) {
            grown[0][axis] -= levels * (taps - 1 - taps / 2);
            grown[1][axis] += levels * (taps - 1);
        }
        return grown;
    }

    private Brick image(int[][] place) {
        int[] from = place[0];
        int[] size = place[1];
        double[] values = new double[Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2])];
        double[] row = new double[image.grid().nx()];
        for (int z = 0, at = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                image.read(0, folded(from[1] + y, 1), folded(from[2] + z, 2), row.length, row, 0);
                for (int x = 0; x < size[0]; x++) values[at++] = row[folded(from[0] + x, 0)];
            }
        }
        return new Brick(from, size, values);
    }

    /** The period is even; what an odd size lacks is the first sample. */
    private int folded(int place, int axis) {
        int n = image.grid().size(axis);
        if (place >= 0 && place < n) return place;
        int folded = Math.floorMod(place, n + n % 2);
        return folded == n ? 0 : folded;
    }

    private Brick band(Brick wide, String letters, int[][] place) {
        Brick response = wide;
        for (int k = 0; k < letters.length(); k++)
            response = along(axes.get(k), response, filters[letters.charAt(k) == 'L' ? 0 : 1], place);
        return response;
    }

    private static Brick along(int axis, Brick brick, double[] taps, int[][] place) {
        int[] from = brick.from.clone();
        int[] size = brick.size.clone();
        from[axis] = place[0][axis];
        size[axis] = place[1][axis];
        double[] values = new double[size[0] * size[1] * size[2]];
        int step = axis == 0 ? 1 : axis == 1 ? brick.size[0] : brick.size[0] * brick.size[1];
        int first = from[axis] - brick.from[axis] + taps.length / 2;
        for (int z = 0, at = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++, at += size[0]) {
                int row = ((z + (axis == 2 ? first : 0)) * brick.size[1] + y + (axis == 1 ? first : 0)) * brick.size[0]
                        + (axis == 0 ? first : 0);
                for (int j = 0; j < taps.length; j++) add(taps[j], brick.values, row - j * step, values, at, size[0]);
            }
        }
        return new Brick(from, size, values);
    }

    private static void add(double weight, double[] from, int at, double[] to, int start, int count) {
        for (int i = 0; i < count; i++) to[start + i] += weight * from[at + i];
    }

    /** The box of a response; without levels to come it is the box itself, along the axes that have no letter too. */
    private VoxelImage cut(Brick brick) {
        VoxelGrid grid = image.grid();
        return VoxelImage.of(grid, box, brick.values);
    }

    private static Map<String, double[]> table() {
        Map<String, double[]> table = new LinkedHashMap<>();
        new Resource(PeriodicWavelet.class, "wavelets.tsv")
                .text()
                .lines()
                .skip(1)
                .forEach(line -> {
                    String[] cells = line.split("\t");
                    String[] taps = cells[2].split(" ");
                    double[] low = new double[taps.length];
                    for (int j = 0; j < low.length; j++) low[j] = Double.parseDouble(taps[j]);
                    table.put(cells[0], low);
                });
        return table;
    }
}
