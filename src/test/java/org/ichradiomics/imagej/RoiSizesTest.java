package org.ichradiomics.imagej;

import java.awt.Font;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** ROIs as ImageJ writes them pass; one whose header claims more is stopped before ImageJ's decoder sees it. */
class RoiSizesTest {

    static Stream<Roi> rois() {
        Roi spline = new PolygonRoi(new float[] {1, 9, 9, 1}, new float[] {1, 1, 9, 9}, 4, Roi.POLYGON);
        ((PolygonRoi) spline).fitSpline();
        Roi named = new PolygonRoi(new int[] {1, 9, 9}, new int[] {1, 1, 9}, 3, Roi.FREEROI);
        named.setName("a name");
        named.setProperty("key", "value");
        named.setPosition(1, 2, 3);
        PointRoi points = new PointRoi(new float[] {1, 2, 3}, new float[] {4, 5, 6}, 3);
        points.setCounter(2);
        points.addPoint(7, 8);
        return Stream.of(
                new Roi(1, 2, 3, 4),
                new OvalRoi(1, 2, 30, 4),
                new Line(1, 2, 3, 4),
                new EllipseRoi(1, 2, 30, 40, 0.5),
                new ShapeRoi(new Roi(2, 1, 8, 8)).not(new ShapeRoi(new Roi(4, 3, 2, 2))),
                spline,
                named,
                points,
                new TextRoi(1, 2, "some text", new Font("SansSerif", Font.PLAIN, 12)));
    }

    @ParameterizedTest
    @MethodSource("rois")
    void whatImageJWritesPasses(Roi roi) throws IOException {
        byte[] bytes = RoiEncoder.saveAsByteArray(roi);
        assertDoesNotThrow(() -> RoiSizes.require(bytes));
        assertEquals(roi.getBounds(), RoiDecoder.openFromByteArray(bytes).getBounds());
    }

    /** 166 bytes for which ImageJ sets 4.3 GB aside. */
    @Test
    void aHeaderThatClaimsGigabytesIsStopped() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/spoiled/bombs/roi_4GB.roi"));
        assertThrows(IOException.class, () -> RoiSizes.require(bytes));
    }

    /** Type, then where in the header or behind it, and what is written there. */
    @ParameterizedTest
    @CsvSource({
        "0, 16, 0, 18, 536870911",
        "7, 16, 65535, 0, 0",
        "10, 16, 0, 18, 1000000000",
        "1, 36, 8191, 36, 536870911",
        "10, 16, 0, 18, -2"
    })
    void everyCountIsHeldAgainstTheFile(int type, int shortAt, int shortValue, int intAt, int intValue) {
        ByteBuffer roi = roi(type);
        roi.putShort(shortAt, (short) shortValue);
        if (intAt > 0) roi.putInt(intAt, intValue);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    @ParameterizedTest
    @CsvSource({"8, 1000000000", "12, 1000000000", "12, -1"})
    void textsAreToo(int at, int length) {
        ByteBuffer roi = roi(1);
        roi.putShort(48, (short) 1);
        roi.putInt(64 + at, length);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    /** Name, properties and counters, whose sum goes over the largest int where ImageJ compares it. */
    @ParameterizedTest
    @CsvSource({"16, 20", "40, 44"})
    void arraysBehindTheHeaderAreToo(int offset, int length) {
        ByteBuffer roi = roi(1);
        roi.putInt(60, 64);
        roi.putInt(64 + offset, 128);
        roi.putInt(64 + length, 0x50000000);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    /**
     * An offset below 0 makes up for a length that is none; and of a header that ends too early ImageJ reads what is
     * there.
     */
    @Test
    void neitherMayTheyBeginBeforeTheFile() {
        ByteBuffer roi = roi(1);
        roi.putInt(60, 64);
        roi.putInt(64 + 16, -1946157056);
        roi.putInt(64 + 20, 67108864);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
        ByteBuffer late = roi(1);
        late.putInt(60, 256 - 24);
        late.putInt(256 - 24 + 16, 28160);
        late.putInt(256 - 24 + 20, 1627417856);
        assertThrows(IOException.class, () -> RoiSizes.require(late.array()));
    }

    @Test
    void aPictureIsATiffAndNoLargerThanTheFile() {
        ByteBuffer roi = roi(1);
        roi.putShort(48, (short) 4);
        roi.putInt(60, 64);
        roi.putInt(64 + 32, 1 << 30);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
        roi.putInt(64 + 32, 100);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    /** 100 points that lie 65 000 pixels apart, with a spline through them: a node for every two pixels. */
    @Test
    void aSplineOfKilometresIsStopped() {
        ByteBuffer roi = ByteBuffer.allocate(64 + 4 * 100);
        roi.put(0, roi(7).array(), 0, 64);
        roi.putShort(16, (short) 100);
        roi.putShort(50, (short) 1);
        for (int i = 0; i < 100; i++) roi.putShort(64 + 2 * i, (short) (i % 2 * 65000));
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    /** An ellipse lies between two points of the header, whatever its coordinates say. */
    @Test
    void anEllipseOfKilometresIsStopped() {
        ByteBuffer roi = roi(7);
        roi.putShort(16, (short) 3);
        roi.putShort(48, (short) 3);
        roi.putShort(50, (short) 129);
        RoiSizesTest.assertPasses(roi);
        roi.putFloat(22, 1e30f);
        assertThrows(IOException.class, () -> RoiSizes.require(roi.array()));
    }

    private static void assertPasses(ByteBuffer roi) {
        assertDoesNotThrow(() -> RoiSizes.require(roi.array()));
    }

    private static ByteBuffer roi(int type) {
        ByteBuffer roi = ByteBuffer.allocate(256);
        roi.put("Iout".getBytes()).putShort((short) 228).put((byte) type);
        return roi;
    }
}
