package org.ichradiomics.format.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.InvalidInputException;
import org.junit.jupiter.api.Test;

/** A stack that is open already has no files, only the text of its headers. */
class SeriesGeometryTest {

    private static final SeriesGeometry.Pixels DIFFERENT = (first, second) -> false;

    @Test
    void headersMayComeFromAnywhere() throws InvalidInputException {
        SeriesGeometry series = SeriesGeometry.of("stack", stack(12, 7, 2, -3), DIFFERENT);
        assertArrayEquals(new int[] {3, 2, 1, 0}, series.order());
        assertEquals(5, series.geometry().spacing().orElseThrow().z());
        assertEquals(List.of(), series.geometry().warnings());
        assertEquals(0.5, series.slope(2));
        assertEquals(-1024, series.intercept(2));
    }

    @Test
    void copiesAreLeftOut() throws InvalidInputException {
        SeriesGeometry series = SeriesGeometry.of("stack", stack(0, 5, 5, 10), (first, second) -> first == 1 && second == 2);
        assertArrayEquals(new int[] {0, 1, 3}, series.order());
        assertEquals(List.of("stack holds one slice twice, and slice 3 was left out."), series.geometry().warnings());
    }

    @Test
    void strangersInTheStackAreNamed() {
        List<SliceHeader> mixed = new ArrayList<>(stack(0, 5, 10));
        mixed.add(header(4, 15, Map.of(0x0020000e, "9.9")));
        assertEquals("stack holds slices of more than one series, such as slice 1 and slice 4: open one series at a time.", refusal(mixed));
        mixed.set(3, header(4, 15, Map.of(0x00280010, "256")));
        assertTrue(refusal(mixed).contains("different sizes, such as slice 1 (512 × 512) and slice 4 (512 × 256)"));
        mixed.set(3, header(4, 15, Map.of(0x00200037, "0\\1\\0\\0\\0\\-1")));
        assertTrue(refusal(mixed).contains("different directions or pixel sizes, such as slice 1 and slice 4"));
        assertTrue(refusal(stack(0, 5, 5, 10)).contains("two different images of one place, slice 2 and slice 3"));
    }

    @Test
    void whatIsNoNumberIsAbsent() throws InvalidInputException {
        for (String nonsense : new String[] {"", "abc", "1\\2", "NaN", "0x1p3", "1e999", "-", "1\\2\\3\\4", "\\\\"}) {
            SliceHeader header = header(1, 0, Map.of(0x00200032, nonsense, 0x00280030, nonsense.equals("1\\2") ? "0\\0" : nonsense,
                    0x00180050, "-5", 0x00281053, "0"));
            SeriesGeometry series = SeriesGeometry.of("stack", List.of(header), DIFFERENT);
            assertTrue(series.geometry().spacing().isEmpty(), nonsense);
            assertEquals(1, series.slope(0));
        }
    }

    @Test
    void oneGapAmongThreeIsAGap() throws InvalidInputException {
        assertTrue(SeriesGeometry.of("stack", stack(0, 5, 15), DIFFERENT).geometry().warnings().get(0)
                .startsWith("stack lacks slices between slice 2 and 3 (10 mm instead of 5 mm)"));
        assertTrue(SeriesGeometry.of("stack", stack(0, 5, 12), DIFFERENT).geometry().warnings().get(0)
                .startsWith("stack has a mixed slice distance, 5 mm (1 ×), 7 mm (1 ×)"));
    }

    private static String refusal(List<SliceHeader> slices) {
        return assertThrows(InvalidInputException.class, () -> SeriesGeometry.of("stack", slices, DIFFERENT)).getMessage();
    }

    private static List<SliceHeader> stack(double... positions) {
        List<SliceHeader> slices = new ArrayList<>();
        for (double z : positions) slices.add(header(slices.size() + 1, z, Map.of()));
        return slices;
    }

    private static SliceHeader header(int number, double z, Map<Integer, String> other) {
        Map<Integer, String> text = new HashMap<>(Map.of(0x0020000d, "1.1", 0x0020000e, "1.2", 0x00080060, "CT",
                0x00280010, "512", 0x00280011, " 512 ", 0x00280030, "0.45\\0.45", 0x00200032, "-115\\ -115\\" + z,
                0x00200037, "1\\0\\0\\0\\1\\0", 0x00281053, "0.5", 0x00281052, "-1024"));
        text.putAll(other);
        return SliceHeader.of("slice " + number, text::get);
    }
}
