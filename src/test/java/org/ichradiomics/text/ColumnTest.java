package org.ichradiomics.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ColumnTest {

    private record Lesion(String name, double volume, Optional<String> side, OptionalDouble hours) {}

    private record Pair(Lesion first, Lesion second) {}

    private static final List<Column<Lesion>> COLUMNS = List.of(
            new Column<>("case", Lesion::name),
            new Column<>("mL", Lesion::volume),
            new Column<>("side", Lesion::side),
            new Column<>("hours", Lesion::hours));

    private static final Lesion A = new Lesion("a", 1 / 3.0, Optional.empty(), OptionalDouble.of(2));
    private static final Lesion B = new Lesion("b, c", -0.0, Optional.of("left"), OptionalDouble.empty());

    @Test
    void makesATableWithAllDigitsAndEmptyCells() {
        assertEquals(
                "case,mL,side,hours\na,0.3333333333333333,,2.0\n\"b, c\",-0.0,left,\n",
                FeatureTableCsv.text(Column.table(COLUMNS, List.of(A, B))));
    }

    @Test
    void knowsARowByItsNames() {
        Map<String, Object> row = Column.byName(COLUMNS, B);
        assertEquals(Column.names(COLUMNS), List.copyOf(row.keySet()));
        assertEquals("{case=b, c, mL=-0.0, side=left, hours=null}", row.toString());
    }

    @Test
    void isTheSameForAPartOfSomethingElse() {
        assertEquals(
                Column.cells(COLUMNS, A).get(1),
                COLUMNS.get(1).from(Pair::first).of(new Pair(A, B)));
    }
}
