package org.ichradiomics.texture;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.LevelVolume;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TallyTest {

    /** The highest column decides whether the matrix is held whole or in a hash table. */
    @ParameterizedTest
    @ValueSource(ints = {30_000, 3_000_000})
    void countsWhatComesUpAndSortsItByLevel(int highestColumn) {
        LevelVolume lesion = LevelVolume.of(new int[] {2, 3, 5, 7}, 4, 1, 1);
        Tally tally = Tally.of(lesion.codeCount(), highestColumn);
        Map<Long, Long> expected = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 50_000; i++) {
            int code = random.nextInt(5);
            int column = 1 + random.nextInt(random.nextInt(20) == 0 ? 30_000 : 40);
            tally.add(code, column);
            if (code > 0) expected.merge((long) lesion.level(code) << 32 | column, 1L, Long::sum);
        }
        Cells cells = tally.cells(lesion);
        assertEquals(expected.size(), cells.size());
        int c = 0;
        for (Map.Entry<Long, Long> cell : expected.entrySet()) {
            assertEquals(cell.getKey(), (long) cells.row(c) << 32 | cells.column(c));
            assertEquals((double) cell.getValue(), cells.count(c++));
        }
        Cells twice = cells.plus(cells);
        assertEquals(cells.size(), twice.size());
        assertEquals(2 * cells.total(), twice.total());
    }
}
