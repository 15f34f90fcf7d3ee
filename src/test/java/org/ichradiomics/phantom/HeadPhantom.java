package org.ichradiomics.phantom;

import org.ichradiomics.region.Spacing;

/** The sample: fourteen thick slices of a head with a haematoma in the left putamen, always the same. */
final class HeadPhantom {

    static final int COLUMNS = 256;
    static final int ROWS = 256;
    static final int SLICES = 14;

    /**
     * A field of view of 250 mm; 250/256 is a number that float32 and the fractions of a TIFF file both hold exactly.
     */
    static final Spacing SPACING = new Spacing(250.0 / COLUMNS, 250.0 / ROWS, 5);

    private static final long SEED = 20200721;

    /** Gives a haematoma with a hole on slice 4 and a satellite on slice 5. */
    private static final long HAEMATOMA_SEED = 221732;

    /** The first slice is this far below the thalami, mm. */
    private static final double LOWEST = -9.5;

    /**
     * In the left putamen, 7.2 mL of blood, upright and flat, lobulated, with one satellite and one island of brain.
     */
    private static final Haematoma.Recipe RECIPE =
            new Haematoma.Recipe(27, 1, 8, 7.2, 1, 0.62, 0.16, 0.55, 1, 1, 66, 3.5, 4, 2, 9, 0.7);

    private HeadPhantom() {}

    static Grid grid() {
        Grid middle = Grid.centred(COLUMNS, ROWS, SLICES, SPACING);
        return new Grid(COLUMNS, ROWS, SLICES, SPACING, middle.x0(), middle.y0(), LOWEST);
    }

    /** Always the same phantom. */
    static Phantom make() {
        Dice dice = new Dice(SEED);
        Head head = new Head(new Head.Push(RECIPE.x(), RECIPE.y(), RECIPE.z(), 800 * RECIPE.volume()), dice.split());
        Haematoma haematoma = new Haematoma(RECIPE, new Dice(HAEMATOMA_SEED));
        return Phantom.of(grid(), head, haematoma, new Scanner(4.2, 0.95, 0.55), 2, dice.split());
    }
}
