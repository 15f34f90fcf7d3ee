package org.ichradiomics.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.text.InvalidInputException;

/**
 * What a plain CT suggests about a haematoma: each sign yes or no, where, and with which numbers. Everything is seen
 * slice by slice (x to the patient's left, y to the back, as grids are in this software), on the haematoma alone:
 * ventricular blood and oedema are left out of the mask. {@code docs/signs.md} has the rules. Immutable.
 */
public final class Signs {

    private final Map<Sign, Suggestion> suggestions;
    private final Map<SignMeasure, Measured> measures = new EnumMap<>(SignMeasure.class);

    private record Measured(double value, OptionalInt slice) {}

    private Signs(Map<Sign, Suggestion> suggestions, Map<SignMeasure, Finding> measures) {
        this.suggestions = suggestions;
        measures.forEach(
                (measure, finding) -> this.measures.put(measure, new Measured(finding.value(), finding.slice())));
    }

    /**
     * Looks at a haematoma.
     *
     * @param scan HU
     * @param haematoma of the same grid; pieces and holes are welcome
     * @throws InvalidInputException if the mask is empty, or a value in the haematoma is NaN or infinite
     * @throws IllegalArgumentException if the grids differ
     */
    public static Signs of(VoxelImage scan, VoxelMask haematoma) throws InvalidInputException {
        if (!scan.grid().equals(haematoma.grid())) {
            throw new IllegalArgumentException(
                    "scan and mask must have one grid, had " + scan.grid() + ", " + haematoma.grid());
        }
        if (haematoma.count() == 0) {
            throw new InvalidInputException(
                    "The mask is empty, so there is no haematoma in which to look for signs: draw it first.");
        }
        Window window = Window.of(haematoma);
        Look look = new Look(sections(scan, haematoma, window));
        Map<Sign, Suggestion> suggestions = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            Finding finding = look.finding(sign);
            suggestions.put(
                    sign,
                    new Suggestion(
                            sign, finding.isSuggested(), finding.value(), Evidence.of(finding, window, scan.grid())));
        }
        return new Signs(suggestions, look.measures());
    }

    /** Of the slices that the haematoma reaches. */
    private static List<Section> sections(VoxelImage scan, VoxelMask haematoma, Window window)
            throws InvalidInputException {
        VoxelGrid grid = scan.grid();
        List<Section> sections = new ArrayList<>();
        for (int z = 0; z < grid.nz(); z++) {
            int slice = z;
            Pixels drawn = Pixels.of(window.plane(), i -> haematoma.contains(window.index(i, slice, grid)));
            if (drawn.isEmpty()) continue;
            double[] hu = new double[window.plane().size()];
            Arrays.setAll(hu, i -> scan.hu(window.index(i, slice, grid)));
            Pixels filled = drawn.filled();
            OptionalInt odd =
                    filled.stream().filter(i -> !Double.isFinite(hu[i])).findFirst();
            if (odd.isPresent()) {
                int i = odd.getAsInt();
                throw new InvalidInputException("The scan has no number in the haematoma, at column "
                        + (window.x() + window.plane().x(i)) + ", row "
                        + (window.y() + window.plane().y(i))
                        + " of slice " + (z + 1) + ": open the original scan.");
            }
            sections.add(Section.of(z, filled, hu));
        }
        return sections;
    }

    /** One for each sign, in the order of {@link Sign}. */
    public List<Suggestion> suggestions() {
        return List.copyOf(suggestions.values());
    }

    /** Whether a sign is suggested, and where. */
    public Suggestion suggestion(Sign sign) {
        return suggestions.get(sign);
    }

    /** In the unit of the measure. */
    public double value(SignMeasure measure) {
        return measures.get(measure).value;
    }

    /** The slice of a measure, counted from 0; empty where it belongs to none. */
    public OptionalInt slice(SignMeasure measure) {
        return measures.get(measure).slice;
    }
}
