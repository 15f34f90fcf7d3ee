package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Spacing;

import static org.ichradiomics.feature.Source.PYRADIOMICS;

/**
 * The matrices of PyRadiomics' five texture classes on one lesion, and the features on them. Where PyRadiomics means
 * what IBSI means the formula is IBSI's. A matrix is made when a feature asks for it. For one thread.
 */
public final class PyRadiomicsTexture {

    /**
     * What the settings of PyRadiomics say of texture.
     *
     * @param distances between neighbours, in voxels of the largest component
     * @param flat the axis (0, 1, 2) along which there are no neighbours; −1 for none
     * @param bothOrders whether a pair counts in both orders
     * @param weighting of the directions
     * @param coarseness how far the level of a dependent neighbour may be
     */
    public record Settings(List<Integer> distances, int flat, boolean bothOrders, Weighting weighting, int coarseness) {

        public Settings {
            distances = List.copyOf(distances);
        }
    }

    /** What has the same value whatever the order of a pair is IBSI's, and these are of ordered pairs. */
    private static final Map<String, ToDoubleFunction<OrderedPairs>> ORDERED = Map.of(
            "JointAverage", OrderedPairs::average,
            "SumSquares", OrderedPairs::variance,
            "JointEnergy", m -> m.sum((i, j, p) -> p * p),
            "JointEntropy", OrderedPairs::entropy,
            "MaximumProbability", OrderedPairs::max,
            "Correlation", OrderedPairs::correlation,
            "Imc1", OrderedPairs::informationCorrelation1,
            "Imc2", OrderedPairs::informationCorrelation2);

    private static final Descriptor<PyRadiomicsTexture> MCC = Descriptor.named("MCC")
            .is(
                    "√ of the second largest eigenvalue of Σₖ p(i, k) p(j, k) / (px(i) py(k)); 1 of one level",
                    "1",
                    PYRADIOMICS,
                    texture -> mean(texture.pairs(), m -> m.ordered().maximalCorrelation()));

    /** On the co-occurrence matrix. */
    public static final List<Descriptor<PyRadiomicsTexture>> GLCM = Descriptor.inPyRadiomicsOrder(
            Stream.concat(PairDescriptors.ALL.stream().flatMap(PyRadiomicsTexture::ofPairs), Stream.of(MCC)));

    /** On the run-length matrix. */
    public static final List<Descriptor<PyRadiomicsTexture>> GLRLM =
            of("glrlm", CountFormula.RUN_LENGTH, PyRadiomicsTexture::runs);

    /** On the size-zone matrix. */
    public static final List<Descriptor<PyRadiomicsTexture>> GLSZM =
            of("glszm", CountFormula.ZONE_SIZE, PyRadiomicsTexture::zones);

    /** On the dependence matrix. */
    public static final List<Descriptor<PyRadiomicsTexture>> GLDM = of(
            "gldm", CountFormula.DEPENDENCE, texture -> first(texture.around().dependences()));

    /** On the neighbourhood grey tone difference matrix. */
    public static final List<Descriptor<PyRadiomicsTexture>> NGTDM = of(
            "ngtdm",
            ToneDifferenceDescriptors.ALL,
            texture -> first(texture.around().differences()));

    /** A direction's pairs. */
    private record Pairs(PairMatrix merged, OrderedPairs ordered) {}

    private final LevelVolume lesion;
    private final Spacing spacing;
    private final Settings settings;
    private final int[] size;
    private List<Pairs> pairs;
    private List<CountMatrix> runs;
    private List<CountMatrix> zones;
    private Neighbourhoods around;

    private PyRadiomicsTexture(LevelVolume lesion, int[] size, Spacing spacing, Settings settings) {
        this.lesion = lesion;
        this.size = size;
        this.spacing = spacing;
        this.settings = settings;
    }

    /**
     * A lesion that is ready for its matrices.
     *
     * @param levels of the lesion's box, x fastest, then y, then z; 0 outside
     * @param size of the box along x, y and z
     */
    public static PyRadiomicsTexture of(int[] levels, int[] size, Spacing spacing, Settings settings) {
        return of(levels, Arrays.stream(levels).max().orElse(0), size, spacing, settings);
    }

    /**
     * A part of a lesion that is ready for its matrices.
     *
     * @param levels of the part's box, x fastest, then y, then z; 0 outside
     * @param highest level of the whole lesion
     * @param size of the box along x, y and z
     */
    public static PyRadiomicsTexture of(int[] levels, int highest, int[] size, Spacing spacing, Settings settings) {
        // The volume has a margin of one voxel itself.
        int margin =
                settings.distances().stream().mapToInt(Integer::intValue).max().orElse(1) - 1;
        int nx = size[0] + 2 * margin;
        int ny = size[1] + 2 * margin;
        int nz = size[2] + 2 * margin;
        int[] wide = margin == 0 ? levels : new int[nx * ny * nz];
        for (int row = 0; row < size[1] * size[2] && margin > 0; row++) {
            int to = ((row / size[1] + margin) * ny + row % size[1] + margin) * nx + margin;
            System.arraycopy(levels, row * size[0], wide, to, size[0]);
        }
        LevelVolume lesion = LevelVolume.of(wide, nx, ny, nz).ofWhole(highest);
        return new PyRadiomicsTexture(lesion, size.clone(), spacing, settings);
    }

    /** Whether there is a neighbour to look for, at the distances that are set, in the lesion's box. */
    public static boolean hasSteps(int[] size, Settings settings) {
        return !steps(settings.distances(), size, settings.flat()).isEmpty();
    }

    /** One step of each opposite pair whose largest component is a distance, and which fits into the box. */
    private static List<Direction> steps(List<Integer> distances, int[] size, int flat) {
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int most = distances.stream().mapToInt(Integer::intValue).max().orElse(0);
            reach[axis] = axis == flat ? 0 : Math.min(most, size[axis] - 1);
        }
        List<Direction> steps = new ArrayList<>();
        for (int dz = reach[2]; dz >= 0; dz--) {
            for (int dy = reach[1]; dy >= (dz > 0 ? -reach[1] : 0); dy--) {
                for (int dx = reach[0]; dx >= (dz > 0 || dy > 0 ? -reach[0] : 1); dx--) {
                    int largest = Math.max(Math.abs(dx), Math.max(Math.abs(dy), dz));
                    if (distances.contains(largest))
                        steps.add(new Direction("(" + dx + ", " + dy + ", " + dz + ")", dx, dy, dz));
                }
            }
        }
        return steps;
    }

    private List<Direction> near() {
        return steps(List.of(1), size, settings.flat());
    }

    private List<Pairs> pairs() {
        if (pairs != null) return pairs;
        pairs = new ArrayList<>();
        List<Cells> all = new ArrayList<>();
        Weighting weighting = settings.weighting();
        for (Direction step : steps(settings.distances(), size, settings.flat())) {
            Cells cells = settings.bothOrders()
                    ? PairMatrix.pairs(lesion, lesion.all(), step)
                    : PairMatrix.ordered(lesion, lesion.all(), step);
            if (weighting.isOneMatrix()) cells = cells.times(weighting.ofPairs(step, spacing));
            if (cells.size() > 0) all.add(cells);
        }
        for (Cells cells : merged(all)) {
            PairMatrix merged = PairMatrix.of(lesion, settings.bothOrders() ? cells : cells.triangle());
            pairs.add(new Pairs(merged, OrderedPairs.of(lesion, cells, settings.bothOrders())));
        }
        return pairs;
    }

    private List<CountMatrix> runs() {
        if (runs != null) return runs;
        runs = new ArrayList<>();
        int[] number = new int[lesion.codes().length];
        List<Cells> all = new ArrayList<>();
        Weighting weighting = settings.weighting();
        for (Direction step : near()) {
            if (!hasLine(step)) continue;
            Cells cells = Runs.of(lesion, lesion.all(), step, number).cells();
            all.add(weighting.isOneMatrix() ? cells.times(weighting.ofRuns(step, spacing)) : cells);
        }
        for (Cells cells : merged(all)) {
            double voxels = 0;
            for (int c = 0; c < cells.size(); c++) voxels += cells.count(c) * cells.column(c);
            runs.add(new CountMatrix(cells, voxels));
        }
        return runs;
    }

    private List<Cells> merged(List<Cells> directions) {
        return settings.weighting().isOneMatrix()
                ? directions.stream().reduce(Cells::plus).stream().toList()
                : directions;
    }

    /**
     * Whether some line along a direction has two voxels of the lesion; PyRadiomics leaves out the other directions.
     */
    private boolean hasLine(Direction step) {
        int ahead = lesion.step(step.dx(), step.dy(), step.dz());
        for (int at : lesion.voxels()) if (lesion.codes()[at + ahead] != 0) return true;
        Set<Integer> lines = new HashSet<>();
        for (int at : lesion.voxels()) if (!lines.add(at - ahead * stepsTo(at, step))) return true;
        return false;
    }

    /** How many steps lie between a place and the begin of its line. */
    private int stepsTo(int at, Direction step) {
        int row = lesion.step(0, 1, 0);
        int plane = lesion.step(0, 0, 1);
        int[] place = {at % row, at % plane / row, at / plane};
        int[] length = {row, plane / row, lesion.codes().length / plane};
        int[] along = {step.dx(), step.dy(), step.dz()};
        int steps = Integer.MAX_VALUE;
        for (int axis = 0; axis < 3; axis++) {
            if (along[axis] > 0) steps = Math.min(steps, place[axis]);
            if (along[axis] < 0) steps = Math.min(steps, length[axis] - 1 - place[axis]);
        }
        return steps;
    }

    private List<CountMatrix> zones() {
        if (zones == null)
            zones = first(Zones.of(lesion, Approach.IN_VOLUME, Neighbours.of(lesion, near()))
                    .sizes());
        return zones;
    }

    private Neighbourhoods around() {
        if (around == null) {
            List<Direction> steps = steps(settings.distances(), size, settings.flat());
            around = Neighbourhoods.of(
                    lesion, Approach.IN_VOLUME, Neighbours.of(lesion, steps), settings.coarseness(), true);
        }
        return around;
    }

    private static <M extends TextureMatrix<M>> List<M> first(MatrixGrid<M> grid) {
        return grid.rows().get(0);
    }

    /** Of the matrices that have a value. */
    private static <M> double mean(List<M> matrices, ToDoubleFunction<M> value) {
        double[] values = matrices.stream()
                .mapToDouble(value)
                .filter(x -> !Double.isNaN(x))
                .toArray();
        double sum = 0;
        for (double x : values) sum += x;
        return sum / values.length;
    }

    private static Stream<Descriptor<PyRadiomicsTexture>> ofPairs(IbsiDescriptor<PairMatrix> ibsi) {
        return Descriptor.<PyRadiomicsTexture>ofPyRadiomics(ibsi, "glcm", name -> {
                    ToDoubleFunction<OrderedPairs> ordered = ORDERED.get(name);
                    return texture -> mean(
                            texture.pairs(),
                            m -> texture.settings.bothOrders() || ordered == null
                                    ? ibsi.of(m.merged())
                                    : ordered.applyAsDouble(m.ordered()));
                })
                .stream();
    }

    private static <M extends TextureMatrix<M>> List<Descriptor<PyRadiomicsTexture>> of(
            String featureClass, List<IbsiDescriptor<M>> formulas, Function<PyRadiomicsTexture, List<M>> matrices) {
        return Descriptor.inPyRadiomicsOrder(formulas.stream()
                .flatMap(ibsi -> Descriptor.<PyRadiomicsTexture>ofPyRadiomics(
                        ibsi, featureClass, name -> texture -> mean(matrices.apply(texture), m -> value(ibsi, m)))
                        .stream()));
    }

    /** 0 where IBSI has no value, because a sum that divides is 0. */
    private static <M extends TextureMatrix<M>> double value(IbsiDescriptor<M> ibsi, M matrix) {
        double value = ibsi.of(matrix);
        return Double.isNaN(value) && !matrix.isEmpty() ? 0 : value;
    }
}
