package org.ichradiomics.format.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A stack that is open already has no files, only the text of its headers.
 *
 * <p>Covers SliceHeader.
 */
class SeriesGeometryTest {

    private static final int LOCATION = 0x00201041;

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
        SeriesGeometry series =
                SeriesGeometry.of("stack", stack(0, 5, 5, 10), (first, second) -> first == 1 && second == 2);
        assertArrayEquals(new int[] {0, 1, 3}, series.order());
        assertEquals(
                List.of("stack holds one slice twice, and slice 3 was left out."),
                series.geometry().warnings());
    }

    @Test
    void strangersInTheStackAreNamed() {
        List<SliceHeader> mixed = new ArrayList<>(stack(0, 5, 10));
        mixed.add(header(4, 15, Map.of(0x0020000e, "9.9")));
        assertEquals(
                "stack holds slices of more than one series, such as slice 1 and slice 4: open one series at a time.",
                refusal(mixed));
        mixed.set(3, header(4, 15, Map.of(0x00280010, "256")));
        assertTrue(refusal(mixed).contains("different sizes, such as slice 1 (512 × 512) and slice 4 (512 × 256)"));
        mixed.set(3, header(4, 15, Map.of(0x00200037, "0\\1\\0\\0\\0\\-1")));
        assertTrue(refusal(mixed).contains("different directions or pixel sizes, such as slice 1 and slice 4"));
        assertTrue(refusal(stack(0, 5, 5, 10)).contains("two different images of one place, slice 2 and slice 3"));
    }

    @Test
    void whatIsNoNumberIsAbsent() throws InvalidInputException {
        for (String nonsense : new String[] {"", "abc", "1\\2", "NaN", "0x1p3", "1e999", "-", "1\\2\\3\\4", "\\\\"}) {
            SliceHeader header = header(
                    1,
                    0,
                    Map.of(
                            0x00200032,
                            nonsense,
                            0x00280030,
                            nonsense.equals("1\\2") ? "0\\0" : nonsense,
                            0x00180050,
                            "-5",
                            0x00281053,
                            "0"));
            SeriesGeometry series = SeriesGeometry.of("stack", List.of(header), DIFFERENT);
            assertTrue(series.geometry().spacing().isEmpty(), nonsense);
            assertEquals(1, series.slope(0));
        }
    }

    @Test
    void oneGapAmongThreeIsAGap() throws InvalidInputException {
        assertTrue(SeriesGeometry.of("stack", stack(0, 5, 15), DIFFERENT)
                .geometry()
                .warnings()
                .get(0)
                .startsWith("stack lacks slices between slice 2 and 3 (10 mm instead of 5 mm)"));
        assertTrue(SeriesGeometry.of("stack", stack(0, 5, 12), DIFFERENT)
                .geometry()
                .warnings()
                .get(0)
                .startsWith("stack has a mixed slice distance, 5 mm (1 ×), 7 mm (1 ×)"));
    }

    /** Thickness 6 and numbers that run the other way: neither is asked where there is a SliceLocation. */
    @Test
    void withoutPositionsSliceLocationHolds() throws InvalidInputException {
        SeriesGeometry series = SeriesGeometry.of("stack", located(0, 15, 10, 5), DIFFERENT);
        assertArrayEquals(new int[] {0, 3, 2, 1}, series.order());
        assertEquals(5, series.geometry().lengths()[2]);
        assertTrue(series.geometry().affine().isEmpty());
        assertTrue(
                series.geometry().warnings().get(0).contains("order and distance were taken from SliceLocation"),
                series.geometry().warnings().toString());
    }

    @Test
    void gapsAndCopiesAreSeenInSliceLocationToo() throws InvalidInputException {
        SeriesGeometry gap = SeriesGeometry.of("stack", located(0, 5, 15, 20), DIFFERENT);
        assertTrue(Double.isNaN(gap.geometry().lengths()[2]));
        assertTrue(
                gap.geometry().warnings().toString().contains("lacks slices between slice 2 and 3"),
                gap.geometry().warnings().toString());
        assertArrayEquals(
                new int[] {0, 1, 3},
                SeriesGeometry.of("stack", located(0, 5, 5, 10), (a, b) -> true).order());
        assertTrue(refusal(located(0, 5, 5, 10)).contains("two different images of one place"));
    }

    @Test
    void oneSliceLocationForAllSaysNothing() throws InvalidInputException {
        SeriesGeometry series = SeriesGeometry.of("stack", located(7, 7, 7), DIFFERENT);
        assertArrayEquals(new int[] {2, 1, 0}, series.order());
        assertEquals(6, series.geometry().lengths()[2]);
        assertTrue(series.geometry()
                .warnings()
                .get(0)
                .contains("one SliceLocation for all its slices, which was not used"));
        assertTrue(series.geometry().warnings().get(1).contains("6 mm was taken from SliceThickness"));
    }

    /** SliceLocation counts from wherever the maker likes, and in either direction. */
    @Test
    void positionsHoldAgainstSliceLocation() throws InvalidInputException {
        List<SliceHeader> slices = List.of(
                header(1, 0, Map.of(LOCATION, "90")),
                header(2, 5, Map.of(LOCATION, "84")),
                header(3, 10, Map.of(LOCATION, "78")));
        SeriesGeometry series = SeriesGeometry.of("stack", slices, DIFFERENT);
        assertArrayEquals(new int[] {0, 1, 2}, series.order());
        assertEquals(5, series.geometry().lengths()[2]);
        assertEquals(List.of(), series.geometry().warnings());
    }

    @Test
    void aMissingPositionIsFoundBySliceLocation() throws InvalidInputException {
        for (int lost = 0; lost < 4; lost++) {
            List<SliceHeader> slices = new ArrayList<>();
            for (int k = 0; k < 4; k++)
                slices.add(header(
                        k + 1,
                        5 * k,
                        k == lost ? absent(LOCATION, "" + (90 - 5 * k)) : Map.of(LOCATION, "" + (90 - 5 * k))));
            SeriesGeometry series = SeriesGeometry.of("stack", slices, DIFFERENT);
            assertArrayEquals(new int[] {0, 1, 2, 3}, series.order());
            assertEquals(5, series.geometry().lengths()[2]);
            assertEquals(0, series.geometry().affine().orElseThrow().get(2, 3));
            assertTrue(
                    series.geometry().warnings().get(0).contains("1 of its 4 slices lie, such as slice " + (lost + 1)),
                    series.geometry().warnings().toString());
        }
        assertTrue(refusal(List.of(header(1, 0, Map.of()), header(2, 5, Map.of()), header(3, 0, absent(LOCATION, ""))))
                .contains("but not slice 3"));
        assertTrue(
                refusal(List.of(
                                header(1, 0, Map.of(LOCATION, "0")),
                                header(2, 5, Map.of(LOCATION, "9")),
                                header(3, 0, absent(LOCATION, "18"))))
                        .contains("but not slice 3"),
                "a SliceLocation that does not go with the positions is not believed");
    }

    @Test
    void positionsWithoutOrientationGiveOrderAndDistance() throws InvalidInputException {
        List<SliceHeader> slices = new ArrayList<>();
        for (double z : new double[] {10, 5, 0}) slices.add(header(slices.size() + 1, z, Map.of(0x00200037, "")));
        SeriesGeometry series = SeriesGeometry.of("stack", slices, DIFFERENT);
        assertArrayEquals(new int[] {2, 1, 0}, series.order());
        assertEquals(5, series.geometry().lengths()[2]);
        assertTrue(series.geometry().warnings().get(0).contains("ImageOrientationPatient"));
    }

    private static Map<Integer, String> absent(int tag, String value) {
        return Map.of(0x00200032, "", tag, value);
    }

    /** Numbers run against the list. */
    private static List<SliceHeader> located(double... locations) {
        List<SliceHeader> slices = new ArrayList<>();
        for (double mm : locations) {
            slices.add(header(
                    slices.size() + 1,
                    0,
                    Map.of(
                            0x00200032,
                            "",
                            LOCATION,
                            "" + mm,
                            0x00180050,
                            "6",
                            0x00200013,
                            "" + (locations.length - slices.size()))));
        }
        return slices;
    }

    private static String refusal(List<SliceHeader> slices) {
        return assertThrows(InvalidInputException.class, () -> SeriesGeometry.of("stack", slices, DIFFERENT))
                .getMessage();
    }

    private static List<SliceHeader> stack(double... positions) {
        List<SliceHeader> slices = new ArrayList<>();
        for (double z : positions) slices.add(header(slices.size() + 1, z, Map.of()));
        return slices;
    }

    private static SliceHeader header(int number, double z, Map<Integer, String> other) {
        Map<Integer, String> text = new HashMap<>(Map.of(
                0x0020000d,
                "1.1",
                0x0020000e,
                "1.2",
                0x00080060,
                "CT",
                0x00280010,
                "512",
                0x00280011,
                " 512 ",
                0x00280030,
                "0.45\\0.45",
                0x00200032,
                "-115\\ -115\\" + z,
                0x00200037,
                "1\\0\\0\\0\\1\\0",
                0x00281053,
                "0.5",
                0x00281052,
                "-1024"));
        text.putAll(other);
        return SliceHeader.of("slice " + number, text::get);
    }
}
