package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Located;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Sentence;

/**
 * A bleed grown from one or more clicks.
 *
 * <p>The lower limit starts half-way between the mean in a disc of 3 mm round the click and the median of the brain (35
 * HU at least); once the bleed and the tissue around it are known it moves half-way between these, but is raised only
 * if the disc was not wholly in the bleed: a click in a dark part says that such parts belong to it. A disc of 1.5 mm
 * must fit in everywhere, so that bridges narrower than 3 mm are cut; then the outline is closed by a disc of 2 mm.
 * What has grown must look like a bleed, see {@link Appearance}. A click into a dark part grows from the brightest
 * place near it, and counts if what has grown surrounds it. Same input, same voxels.
 */
public final class Grow {

    /** Lowest limit that a click can give, HU. */
    public static final double LOWEST = 35;

    private static final double CLICK = 3;
    private static final double CLOSING = 2;
    /** How much brighter than brain the blood under a click must be, HU: more than slow changes of brain are. */
    private static final double BRIGHTER = 9;

    /** How far from a dark click its bleed is sought, mm. */
    private static final double DARK = 12;

    private static final int TIMES = 2;
    private static final double LEAK = 1.6;

    private final Head head;
    private final VoxelGrid grid;
    private final List<Voxel> clicked;
    private List<Voxel> seeds;
    private final List<Voxel> against;
    private final GrowSettings settings;
    private final double high;
    private final Disc click;
    private final List<Voxel> dark = new ArrayList<>();

    private Grow(Head head, List<Voxel> seeds, List<Voxel> against, GrowSettings settings) {
        this.head = head;
        this.grid = head.grid();
        this.clicked = List.copyOf(seeds);
        this.seeds = clicked;
        this.against = List.copyOf(against);
        this.settings = settings;
        this.high = settings.high().orElse(GrowSettings.USUAL_HIGH);
        this.click = Disc.of(CLICK, head.grid().spacing());
    }

    /**
     * Grows a bleed.
     *
     * @param seeds in the blood, at least one
     * @param against in what is not to belong to it, such as blood in a ventricle; may be empty
     * @throws InvalidInputException if a seed is in brain, bone or air, or what grows is no bleed; nothing is drawn
     *     then
     */
    public static Grown from(Head head, List<Voxel> seeds, List<Voxel> against, GrowSettings settings)
            throws InvalidInputException {
        return new Grow(head, seeds, against, settings).grown();
    }

    private Grown grown() throws InvalidInputException {
        if (seeds.isEmpty()) {
            throw new InvalidInputException("There is nothing to grow from: give at least one point in the blood.");
        }
        for (Voxel point : seeds) requireInside(point);
        for (Voxel point : against) requireInside(point);
        if (settings.low().isEmpty()) {
            List<Voxel> bright = new ArrayList<>();
            for (Voxel seed : seeds) bright.add(inBlood(seed));
            seeds = bright;
        }
        try {
            return grownFromSeeds();
        } catch (InvalidInputException e) {
            if (dark.isEmpty()) throw e;
            throw notBright(dark.get(0), meanAt(dark.get(0)).orElseThrow());
        }
    }

    private Grown grownFromSeeds() throws InvalidInputException {
        double low = settings.low().isPresent() ? settings.low().getAsDouble() : lowOfClick();
        int most = settings.low().isPresent() ? Integer.MAX_VALUE : head.brainSize() / 3;
        Piece bleed = flooded(low, most);
        if (settings.low().isEmpty()) {
            for (int i = 0; i < TIMES; i++) {
                double limit = Math.max(LOWEST, surroundings(bleed).limit());
                if (Double.isNaN(limit) || limit >= low && clicksWithin(bleed)) break;
                Flood flood = new Flood(head, seeds, limit, high, settings.radius());
                Piece other = flood.reach(most);
                if (flood.isBeyond(most) || other.size() == 0 || other.size() > LEAK * bleed.size()) break;
                bleed = other;
                low = limit;
            }
            requireBlood(bleed);
        }
        Piece finished = finished(bleed);
        requireDarkWithin(finished);
        return new Grown(finished, low, high, how(low));
    }

    private String how(double low) {
        return String.format(
                Locale.ROOT,
                "grown from %s%s between %.1f and %.1f HU within %s mm%s%s",
                named(clicked),
                against.isEmpty() ? "" : ", not " + named(against),
                low,
                high,
                NumberText.plain(settings.radius()),
                settings.smooth() > 0 ? ", smoothed by " + NumberText.plain(settings.smooth()) + " mm" : "",
                settings.holes() == Holding.KEEP ? ", holes kept" : "");
    }

    private String named(List<Voxel> points) {
        return points.stream().map(point -> head.named(point).toString()).collect(Collectors.joining(" and "));
    }

    private Piece flooded(double low, int most) throws InvalidInputException {
        Flood flood = new Flood(head, seeds, low, high, settings.radius());
        Piece bleed = flood.reach(most);
        if (flood.isBeyond(most)) {
            throw refusal(
                    "What grows from %s at %.0f HU and more fills a third of the head: click in the"
                            + " middle of the blood, or give HU limits or a radius.",
                    clicked.get(0), low);
        }
        if (bleed.size() == 0) {
            throw refusal(
                    "Nothing 3 mm wide between %.0f and %.0f HU lies at %s: click in the middle of"
                            + " the blood, or draw it by hand.",
                    low, high, clicked.get(0));
        }
        return bleed;
    }

    private void requireInside(Voxel v) throws InvalidInputException {
        if (!v.isIn(grid)) {
            throw refusal(
                    "The point %s lies outside the image, which has %d × %d × %d voxels: give one inside.",
                    v, grid.nx(), grid.ny(), grid.nz());
        }
    }

    private double lowOfClick() throws InvalidInputException {
        double sum = 0;
        for (Voxel seed : seeds) sum += meanAt(seed).orElseThrow();
        double low = Math.max(LOWEST, (sum / seeds.size() + head.median()) / 2);
        return Math.min(low, high - 1);
    }

    /** The same place, or for one in a dark part of a bleed the brightest one near it. */
    private Voxel inBlood(Voxel seed) throws InvalidInputException {
        float hu = head.hu(seed.index(grid));
        if (!head.isBrain(seed.index(grid))) {
            throw refusal(
                    "The point %s (%.0f HU) is %s, not inside the brain: click in the blood.",
                    seed, hu, hu >= Skull.BONE ? "bone" : hu < -200 ? "air" : "outside the skull");
        }
        double mean = meanAt(seed).orElseThrow();
        if (mean > high) {
            throw refusal(
                    "Round the point %s lie %.0f HU, more than clotted blood has (%.0f HU): it is a"
                            + " calcification or bone; click in the blood.",
                    seed, mean, high);
        }
        if (mean >= head.median() + BRIGHTER) return seed;
        dark.add(seed);
        return Disc.of(DARK, grid.spacing())
                .around(seed)
                .filter(v -> meanAt(v).orElse(Double.NaN) <= high)
                .max(Comparator.comparingDouble(v -> meanAt(v).getAsDouble()))
                .filter(v -> meanAt(v).getAsDouble() >= head.median() + BRIGHTER)
                .orElseThrow(() -> notBright(seed, mean));
    }

    private InvalidInputException notBright(Voxel seed, double mean) {
        return refusal(
                "Round the point %s lie %.0f HU, the brain has %.0f HU: this is no fresh blood;"
                        + " click in the blood, or give HU limits.",
                seed, mean, head.median());
    }

    /** Mean of what is inside the skull in the disc round a voxel, HU; empty where that is not inside. */
    private OptionalDouble meanAt(Voxel voxel) {
        if (!voxel.isIn(grid) || !head.isBrain(voxel.index(grid))) return OptionalDouble.empty();
        return click.around(voxel)
                .filter(v -> v.isIn(grid) && head.isBrain(v.index(grid)))
                .mapToDouble(v -> head.hu(v.index(grid)))
                .average();
    }

    private Surroundings surroundings(Piece bleed) {
        return Surroundings.of(head, bleed, i -> Flood.isNear(Voxel.of(grid, i), seeds, grid, settings.radius()));
    }

    private void requireBlood(Piece bleed) throws InvalidInputException {
        Appearance found =
                Appearance.of(head, bleed, i -> Flood.isNear(Voxel.of(grid, i), seeds, grid, settings.radius()));
        if (!found.isBlood()) {
            throw refusal(
                    "What grows from %s (%.1f mL, %.0f HU, %.0f HU beside it) does not look like a bleed, which is a"
                            + " lump with a sharp edge: click in the middle of the blood, or give HU limits.",
                    clicked.get(0), found.millilitres(), found.inside(), found.near());
        }
    }

    /** A dark click that blood surrounds is one of a dark part of it; any other is one of brain. */
    private void requireDarkWithin(Piece bleed) throws InvalidInputException {
        for (Voxel seed : dark) {
            if (!bleed.has(seed)) throw notBright(seed, meanAt(seed).orElseThrow());
        }
    }

    /** Whether the discs round the clicks held nothing but the bleed, so that their mean is one of blood alone. */
    private boolean clicksWithin(Piece bleed) {
        Piece whole = bleed.or(bleed.holes());
        return seeds.stream().allMatch(seed -> click.all(seed, whole::has));
    }

    private Piece finished(Piece bleed) throws InvalidInputException {
        Piece kept = bleed;
        Piece cut = new Piece(grid, bleed.box());
        // What closing adds was not grown, yet may be pointed at.
        List<Voxel> within = against.stream()
                .flatMap(point -> bleed.nearest(point, CLOSING).stream())
                .toList();
        if (!within.isEmpty()) {
            kept = Cut.between(bleed, seeds, within);
            cut = bleed.minus(kept);
        }
        Piece holes = kept.holes();
        Piece closed = kept.dilated(CLOSING).eroded(CLOSING).or(kept).minus(cut);
        Piece whole =
                settings.holes() == Holding.FILL ? closed.or(closed.holes()).minus(cut) : closed.minus(holes);
        Piece smooth =
                settings.smooth() > 0 ? Smoothing.of(whole, settings.smooth()).minus(cut) : whole;
        if (smooth.size() == 0) {
            throw refusal(
                    "Nothing is left at %s: the points against it leave no blood there, or the"
                            + " smoothing of %s mm is wider than the blood.",
                    clicked.get(0), settings.smooth());
        }
        return smooth;
    }

    private InvalidInputException refusal(String format, Object... values) {
        return new InvalidInputException(Sentence.of(new Located(
                said(format, values, voxel -> head.named(voxel).toString()),
                said(format, values, voxel -> voxel.x() + ", " + voxel.y() + " on slice " + (voxel.z() + 1)))));
    }

    private static String said(String format, Object[] values, Function<Voxel, String> name) {
        Object[] said = Stream.of(values)
                .map(value -> value instanceof Voxel voxel ? name.apply(voxel) : value)
                .toArray();
        return String.format(Locale.ROOT, format, said);
    }
}
