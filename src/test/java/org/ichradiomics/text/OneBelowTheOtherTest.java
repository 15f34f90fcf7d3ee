package org.ichradiomics.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OneBelowTheOtherTest {

    @Test
    void columnsAreFoundByName() throws Exception {
        FeatureTable first = FeatureTableCsv.parse("id,x,y\na,1,2\n", "a.csv");
        FeatureTable other = FeatureTableCsv.parse("z,y,id\n9,3,b\n8,four,c\n", "b.csv");
        FeatureTable both = OneBelowTheOther.of(first, other);
        assertEquals(List.of("id", "x", "y"), both.columns());
        assertEquals(List.of("a", "b", "c"), both.texts("id"));
        assertEquals(List.of("1", "", ""), both.texts("x"));
        String said = assertThrows(InvalidInputException.class, () -> both.values("y"))
                .getMessage();
        assertEquals(
                "Column \"y\" of the table a.csv and b.csv has \"four\" in line 3 (case c), which is not a number: "
                        + "correct it, or leave the cell empty.",
                said);
    }

    @Test
    void aDecimalCommaStaysANumber() throws Exception {
        FeatureTable first = FeatureTableCsv.parse("id;x\na;1,5\n", "a.csv");
        FeatureTable other = FeatureTableCsv.parse("id,x\nb,2.5\n", "b.csv");
        assertEquals(2.5, OneBelowTheOther.of(first, other).values("x")[1]);
        assertEquals(1.5, OneBelowTheOther.of(first, other).values("x")[0]);
    }
}
