package org.ichradiomics.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import java.util.zip.Deflater;

import org.ichradiomics.scan.AxisOrderTest;

/**
 * A NRRD or MetaImage file made line by line from the definitions of the two formats, independently of the code under
 * test. Fields keep their order; {@code with} replaces or adds, {@code without} takes away.
 */
public final class TextVolume {

    private final boolean nrrd;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private byte[] voxels = new byte[0];
    private byte[] before = new byte[0];

    private TextVolume(boolean nrrd) {
        this.nrrd = nrrd;
    }

    /** int16, raw, attached, without geometry. */
    public static TextVolume nrrd(int... size) {
        return new TextVolume(true)
                .with("type", "short")
                .with("dimension", size.length)
                .with("sizes", words(size))
                .with("endian", "little")
                .with("encoding", "raw");
    }

    /** int16, raw, attached, without geometry. */
    public static TextVolume metaImage(int... size) {
        return new TextVolume(false)
                .with("ObjectType", "Image")
                .with("NDims", size.length)
                .with("BinaryData", "True")
                .with("BinaryDataByteOrderMSB", "False")
                .with("CompressedData", "False")
                .with("DimSize", words(size))
                .with("ElementType", "MET_SHORT");
    }

    /** The volume of {@link AxisOrderTest}, its axes stored in the order of the letters. */
    public static TextVolume stored(boolean nrrd, String letters) {
        NiftiBytes nifti = AxisOrderTest.stored(letters);
        ByteBuffer header = ByteBuffer.wrap(nifti.header()).order(ByteOrder.LITTLE_ENDIAN);
        int[] size = new int[3];
        for (int d = 0; d < 3; d++) size[d] = header.getShort(42 + 2 * d);
        TextVolume file = nrrd ? nrrd(size) : metaImage(size);
        double[] rows = new double[12];
        for (int i = 0; i < 12; i++) rows[i] = header.getFloat(280 + 4 * i);
        file.voxels = nifti.voxels();
        return file.ras(rows);
    }

    /** NIfTI's affine in this format's own words: LPS. */
    public TextVolume ras(double... rows) {
        double[] lps = rows.clone();
        for (int i = 0; i < 8; i++) lps[i] = 0 - lps[i];
        return nrrd ? nrrdSpace("left-posterior-superior", lps) : metaSpace(lps);
    }

    /** Rows of a matrix from voxel indices to a named space. */
    public TextVolume nrrdSpace(String space, double... rows) {
        StringJoiner directions = new StringJoiner(" ");
        for (int d = 0; d < 3; d++) directions.add("(" + rows[d] + "," + rows[4 + d] + "," + rows[8 + d] + ")");
        return with("space", space)
                .with("space directions", directions)
                .with("kinds", "domain domain domain")
                .with("space origin", "(" + rows[3] + "," + rows[7] + "," + rows[11] + ")");
    }

    private TextVolume metaSpace(double[] lps) {
        StringJoiner matrix = new StringJoiner(" ");
        StringJoiner spacing = new StringJoiner(" ");
        for (int d = 0; d < 3; d++) {
            double mm = Math.sqrt(lps[d] * lps[d] + lps[4 + d] * lps[4 + d] + lps[8 + d] * lps[8 + d]);
            for (int row = 0; row < 3; row++) matrix.add(Double.toString(lps[4 * row + d] / mm));
            spacing.add(Double.toString(mm));
        }
        return with("TransformMatrix", matrix)
                .with("Offset", lps[3] + " " + lps[7] + " " + lps[11])
                .with("ElementSpacing", spacing);
    }

    public TextVolume with(String field, Object value) {
        fields.put(field, value.toString());
        return this;
    }

    public TextVolume without(String field) {
        fields.remove(field);
        return this;
    }

    public TextVolume bigEndian() {
        order = ByteOrder.BIG_ENDIAN;
        return nrrd ? with("endian", "big") : with("BinaryDataByteOrderMSB", "True");
    }

    /** Bytes of a type that this class does not know. */
    public TextVolume raw(String type, byte... bytes) {
        voxels = bytes;
        return with(nrrd ? "type" : "ElementType", type);
    }

    public TextVolume int16(int count, IntToDoubleFunction value) {
        ByteBuffer to = ByteBuffer.allocate(2 * count).order(order);
        for (int i = 0; i < count; i++) to.putShort((short) value.applyAsDouble(i));
        voxels = to.array();
        return this;
    }

    /** Bytes in front of the voxels, inside what is packed. */
    public TextVolume before(byte... bytes) {
        before = bytes;
        return this;
    }

    public TextVolume packed() {
        return nrrd ? with("encoding", "gzip") : with("CompressedData", "True");
    }

    /** The header, up to where the voxels of an attached file begin. */
    public byte[] header() {
        StringBuilder text = new StringBuilder(nrrd ? "NRRD0004\n# made by a test\n" : "");
        fields.forEach((field, value) ->
                text.append(field).append(nrrd ? ": " : " = ").append(value).append('\n'));
        if (nrrd) text.append('\n');
        else if (!fields.containsKey("ElementDataFile")) text.append("ElementDataFile = LOCAL\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The voxels as they are in the file. */
    public byte[] data() {
        byte[] all = join(before, voxels);
        if (nrrd) return "gzip".equals(fields.get("encoding")) ? NiftiBytes.gzip(all) : all;
        return "True".equals(fields.get("CompressedData")) ? zlib(all) : all;
    }

    public byte[] toBytes() {
        return join(header(), data());
    }

    public Path write(Path file) {
        return NiftiBytes.write(file, toBytes());
    }

    public static byte[] join(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }

    public static byte[] zlib(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return packed.toByteArray();
    }

    private static String words(int[] numbers) {
        StringJoiner words = new StringJoiner(" ");
        for (int number : numbers) words.add(Integer.toString(number));
        return words.toString();
    }
}
