package org.ichradiomics.phantom;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HaematomaTest {

    private static final Grid GRID = Grid.centred(120, 120, 14, new Spacing(0.5, 0.5, 5));

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "3, 0.3, 0", "3, 0.7, 1", "7, 0.7, 1"})
    void itHasItsVolumeHoweverIrregularItIs(double millilitres, double irregularity, int extras) {
        Haematoma haematoma = new Haematoma(
                new Haematoma.Recipe(
                        1, -2, 3, millilitres, 1.2, 0.7, 0.3, irregularity, extras, extras, 60, 3, 5, 2, 10, 0.5),
                new Dice(7));
        double voxels = Arrays.stream(haematoma.share(GRID, 2, 3).toArray()).sum();
        assertEquals(1000 * millilitres, voxels * GRID.spacing().voxelVolume(), 1); // one sub-sample is 0.1 mm³
    }

    @ParameterizedTest
    @CsvSource({"0, 57.5", "1, 62.5"}) // a tilt of 5 HU from end to end: 60 ± 2.5
    void itsDensityTiltsAlongItsLength(int end, double hu) {
        Haematoma.Recipe recipe = new Haematoma.Recipe(0, 0, 0, 5, 1.3, 0.8, 0, 0, 0, 0, 60, 0, 5, 0, 0, 0.5);
        double half = recipe.semiAxis() * recipe.length();
        assertEquals(hu, new Haematoma(recipe, new Dice(7)).density(0, end == 0 ? -half : half, 0), 1e-10);
    }
}
