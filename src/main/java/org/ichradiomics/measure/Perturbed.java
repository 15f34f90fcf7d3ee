package org.ichradiomics.measure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.region.PlaneDistance;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * An image in HU and a mask, as one perturbation after another leaves them. All is done slice by slice, in the slices
 * that hold the mask; a mask may come out empty, moved out of the picture. Immutable.
 */
public final class Perturbed {

    /** The whole of each slice that holds the lesion: the rest of it may grow there. */
    public static final Margin MARGIN = new Margin(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);

    /** Blood is in this range, HU; nothing else is taken into the mask. */
    private static final double LOWEST = 0;

    private static final double HIGHEST = 100;

    /** Noise is measured up to so far from the mask, mm. */
    private static final double NEAR = 10;

    /** The median of absolute normal numbers of SD 1. */
    private static final double MEDIAN_OF_NORMAL = 0.6745;

    /** How far an edge moves where the random field is 1, mm. */
    private static final double EDGE = 1;

    private final VoxelImage image;
    private final BitSet mask;
    private final RandomFields fields;
    private double[] distance;

    private Perturbed(VoxelImage image, BitSet mask, RandomFields fields) {
        this.image = image;
        this.mask = mask;
        this.fields = fields;
    }

    /**
     * A lesion as it was read.
     *
     * @param found with at least {@link #MARGIN} of its scan
     * @param fields to be shared by the cases of a cohort
     * @throws InvalidInputException as {@link Region#of}
     */
    public static Perturbed of(Excerpt found, RandomFields fields) throws InvalidInputException {
        Scan scan = found.scan();
        RandomAccessibleInterval<DoubleType> hu = scan.hu();
        VoxelGrid grid = scan.grid(scan.spacing());
        VoxelBox box = new VoxelBox(0, 0, (int) hu.min(2), grid.nx(), grid.ny(), (int) hu.dimension(2));
        VoxelImage image = VoxelImage.of(scan.slices(scan.spacing()), box);
        Region region = found.lesion().region(scan, scan.spacing());
        BitSet mask = new BitSet(box.size());
        for (int i = 0; i < region.size(); i++) mask.set(box.index(region.at(i, 0), region.at(i, 1), region.at(i, 2)));
        return new Perturbed(image, mask, fields);
    }

    /** In HU: of the whole grid, or of the slices that were at hand. */
    public VoxelImage image() {
        return image;
    }

    /** In the box of the image. */
    public VoxelMask mask() {
        boolean[] inside = new boolean[image.box().size()];
        mask.stream().forEach(i -> inside[i] = true);
        return new VoxelMask(image.grid(), image.box(), inside);
    }

    /** Voxels in the mask, 0 or more. */
    public int voxels() {
        return mask.cardinality();
    }

    /** How far the mask agrees with another of the same image, 2 |A ∩ B| / (|A| + |B|); NaN if both are empty. */
    public double dice(Perturbed other) {
        BitSet both = (BitSet) mask.clone();
        both.and(other.mask);
        return 2.0 * both.cardinality() / (voxels() + other.voxels());
    }

    /**
     * The features of what it has become.
     *
     * @param found of which it was made
     * @throws InvalidInputException if the mask is empty, or nothing can be measured under it
     */
    public double[] measured(Excerpt found, Protocol protocol, Progress progress) throws InvalidInputException {
        Scan whole = found.scan();
        Scan scan = Scan.cut(whole.name(), Scan.kept(image.view()), 1, 0, whole.geometry(), whole.overview(), null);
        FeatureVector features =
                protocol.features(scan, whole.spacing(), found.lesion().on(mask().view()), progress);
        return IntStream.range(0, features.size()).mapToDouble(features::get).toArray();
    }

    /** The mask grown or shrunk along its edge, to a share more of its voxels, rounded to the nearest number. */
    Perturbed volume(double share) {
        return with(nearest(distance(), (int) Math.floor(voxels() * (1 + share) + 0.5)));
    }

    /** The mask moved by whole pixels; what leaves the picture is lost. */
    Perturbed shifted(int right, int down) {
        VoxelBox box = image.box();
        BitSet moved = new BitSet(box.size());
        mask.stream().forEach(i -> {
            int x = i % box.nx() + right;
            int y = i / box.nx() % box.ny() + down;
            if (x >= 0 && x < box.nx() && y >= 0 && y < box.ny()) moved.set(i + right + down * box.nx());
        });
        return with(moved);
    }

    /** The same volume with another edge: it moves outwards where a random field is high, inwards where it is low. */
    Perturbed contour(long seed) {
        VoxelGrid grid = image.grid();
        int size = grid.nx() * grid.ny();
        double half = (grid.spacing().x() + grid.spacing().y()) / 4;
        double[] rank = distance().clone();
        for (int z = 0; z < image.box().nz(); z++) {
            int start = z * size;
            if (isEmpty(start, size)) continue;
            double[] field = fields.slice(seed, grid, image.box().z() + z);
            for (int i = 0; i < size; i++) rank[start + i] += (mask.get(start + i) ? half : -half) - EDGE * field[i];
        }
        return with(nearest(rank, voxels()));
    }

    /** The image with as much noise again as it has: normal numbers times {@link #noise}. */
    Perturbed noisy(long seed) {
        double noise = noise();
        double[] values = new double[image.box().size()];
        new NormalNumbers(seed).fill(image.grid().index(0, 0, image.box().z()), values);
        for (int i = 0; i < values.length; i++) values[i] = image.hu(i) + noise * values[i];
        Perturbed noisy = new Perturbed(VoxelImage.of(image.grid(), image.box(), values), mask, fields);
        noisy.distance = distance;
        return noisy;
    }

    /**
     * The SD of the noise near the mask, HU: the median of the absolute diagonal details of Haar's wavelet, (a − b − c
     * + d) / 2 of 2 × 2 pixels, divided by 0.6745 (Donoho and Johnstone, Biometrika 1994;81:425); NaN where there are
     * no such pixels.
     */
    double noise() {
        double[] near = distance();
        VoxelBox box = image.box();
        double[] details = new double[box.size() / 4];
        int n = 0;
        for (int z = 0; z < box.nz(); z++) {
            for (int y = 0; y + 1 < box.ny(); y += 2) {
                for (int x = 0; x + 1 < box.nx(); x += 2) {
                    int a = (z * box.ny() + y) * box.nx() + x;
                    int c = a + box.nx();
                    if (near[a] <= NEAR && near[a + 1] <= NEAR && near[c] <= NEAR && near[c + 1] <= NEAR)
                        details[n++] = Math.abs(image.hu(a) - image.hu(a + 1) - image.hu(c) + image.hu(c + 1)) / 2;
                }
            }
        }
        if (n == 0) return Double.NaN;
        Arrays.sort(details, 0, n);
        return (details[(n - 1) / 2] + details[n / 2]) / 2 / MEDIAN_OF_NORMAL;
    }

    /** Image and mask turned in the plane about the middle of the mask, by linear interpolation. */
    Perturbed rotated(double degrees) {
        return mask.isEmpty() ? this : new Turn(image, mask, degrees).of(image, mask, fields);
    }

    static Perturbed of(VoxelImage image, BitSet mask, RandomFields fields) {
        return new Perturbed(image, mask, fields);
    }

    private Perturbed with(BitSet other) {
        return new Perturbed(image, other, fields);
    }

    private boolean isEmpty(int start, int size) {
        int first = mask.nextSetBit(start);
        return first < 0 || first >= start + size;
    }

    /** So many voxels of lowest rank, of the mask and where it may grow; of equal ones the first in raster order. */
    private BitSet nearest(double[] rank, int wanted) {
        BitSet candidates = new BitSet(rank.length);
        int size = image.box().nx() * image.box().ny();
        for (int start = 0; start < rank.length; start += size) {
            if (isEmpty(start, size)) continue;
            for (int i = start; i < start + size; i++)
                if (mask.get(i) || image.hu(i) >= LOWEST && image.hu(i) <= HIGHEST) candidates.set(i);
        }
        if (candidates.cardinality() <= wanted) return candidates;
        double limit = limit(candidates, rank, wanted);
        BitSet nearest = new BitSet(rank.length);
        candidates.stream().filter(i -> rank[i] < limit).forEach(nearest::set);
        int left = wanted - nearest.cardinality();
        candidates.stream().filter(i -> rank[i] == limit).limit(left).forEach(nearest::set);
        return nearest;
    }

    /** The rank of the last that is taken; only those near the mask are sorted. */
    private static double limit(BitSet candidates, double[] rank, int wanted) {
        for (double far = 1; ; far *= 2) {
            double within = far;
            double[] near = candidates.stream()
                    .mapToDouble(i -> rank[i])
                    .filter(r -> r <= within)
                    .toArray();
            if (near.length < wanted) continue;
            Arrays.sort(near);
            return near[wanted - 1];
        }
    }

    /**
     * Signed distance from the edge in the plane, mm, to 0.0001 mm so that equal ones stay equal: to the nearest voxel
     * of the mask outside, minus that to the nearest voxel of the picture outside it inside; infinite in slices without
     * mask.
     */
    private double[] distance() {
        if (distance != null) return distance;
        VoxelBox box = image.box();
        int size = box.nx() * box.ny();
        double[] signed = new double[box.size()];
        Arrays.fill(signed, Double.POSITIVE_INFINITY);
        boolean[] slice = new boolean[size];
        for (int start = 0; start < signed.length; start += size) {
            if (isEmpty(start, size)) continue;
            for (int i = 0; i < size; i++) slice[i] = mask.get(start + i);
            Spacing spacing = image.grid().spacing();
            double[] toMask = PlaneDistance.squared(slice, true, box.nx(), box.ny(), spacing);
            double[] toOutside = PlaneDistance.squared(slice, false, box.nx(), box.ny(), spacing);
            for (int i = 0; i < size; i++)
                signed[start + i] = rounded(slice[i] ? -Math.sqrt(toOutside[i]) : Math.sqrt(toMask[i]));
        }
        distance = signed;
        return signed;
    }

    private static double rounded(double mm) {
        return Math.floor(10000 * mm + 0.5) / 10000;
    }
}
