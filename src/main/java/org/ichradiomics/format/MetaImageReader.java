package org.ichradiomics.format;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.OpenFiles;

/**
 * Finds out what a MetaImage file holds, and where. Meaning of the fields as in MetaIO ({@code metaObject.cxx},
 * {@code metaImage.cxx}) and ITK: row d of TransformMatrix is the direction of the file's axis d, in LPS.
 */
final class MetaImageReader {

    /** A direction is a unit vector, up to the digits in which it was printed. */
    private static final double UNIT = 1e-3;

    private final HeaderText text;
    private final String name;
    private final OpenFiles files;
    private final List<String> warnings = new ArrayList<>();

    private MetaImageReader(HeaderText text, OpenFiles files) {
        this.text = text;
        this.name = text.name();
        this.files = files;
    }

    static StoredVolume open(Path file, OpenFiles files) throws IOException, InvalidInputException {
        return new MetaImageReader(new HeaderText(files.of(file)), files).open();
    }

    private StoredVolume open() throws IOException, InvalidInputException {
        readFields();
        int dimensions = text.dimensions("NDims");
        int[] size = StoredSize.of(name, text.integers("DimSize", text.require("DimSize"), dimensions));
        Datatype type = type();
        double[] mm = spacing(dimensions);
        Affine affine = affine(dimensions, mm);
        requirePlain();
        ByteOrder byteOrder =
                isSet("BinaryDataByteOrderMSB", "ElementByteOrderMSB") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        PackedFile data = data(StoredVolume.bytes(size, type));
        return new StoredVolume(
                FileKind.META_IMAGE,
                name,
                Geometry.described(name, size, mm, affine, warnings),
                type,
                byteOrder,
                1,
                0,
                data,
                0,
                Map.of());
    }

    private void readFields() throws IOException, InvalidInputException {
        for (String line = text.line(); line != null; line = text.line()) {
            int equals = separator(line);
            if (equals < 0) {
                if (line.isBlank()) continue;
                break;
            }
            String field = line.substring(0, equals).strip();
            if (field.equalsIgnoreCase("Comment")) continue;
            text.put(field, line.substring(equals + 1));
            // By definition the last field: what follows may be voxels.
            if (field.equalsIgnoreCase("ElementDataFile")) {
                requireImage();
                return;
            }
        }
        if (text.get("NDims").isPresent() && text.get("DimSize").isPresent())
            throw text.damaged("no field \"ElementDataFile\"");
        throw notOne();
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    private void requireImage() throws InvalidInputException {
        if (!text.get("ObjectType").orElse("Image").equalsIgnoreCase("Image")) {
            throw new InvalidInputException(
                    name + " is a MetaIO file but holds no image: open a .mha or .mhd file of a scan or a mask.");
        }
    }

    private InvalidInputException notOne() {
        return new InvalidInputException(
                name + " is not a MetaImage file: it lacks the fields NDims, DimSize and ElementDataFile;"
                        + " open a .mha or .mhd file.");
    }

    private Datatype type() throws InvalidInputException {
        return Datatype.ofMetaImage(text.require("ElementType").toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidInputException(
                        name + " holds no plain numbers (ElementType), but one number per voxel is needed:"
                                + " export it as MET_SHORT or MET_FLOAT."));
    }

    /** Refuses what would turn the stored numbers into other ones. */
    private void requirePlain() throws InvalidInputException {
        long channels = text.integer(1, "ElementNumberOfChannels");
        if (channels != 1) {
            throw new InvalidInputException(name + " holds " + channels
                    + " numbers per voxel (ElementNumberOfChannels), but one is needed:" + " export one channel.");
        }
        if (!text.get("BinaryData").map(MetaImageReader::isTrue).orElse(true)) {
            throw new InvalidInputException(name + " stores its voxels as text (BinaryData = False), which is not read:"
                    + " save it with BinaryData = True.");
        }
        double slope = decimal("ElementToIntensityFunctionSlope", 1);
        double intercept = decimal("ElementToIntensityFunctionOffset", 0);
        if (slope != 1 || intercept != 0) {
            throw new InvalidInputException(
                    name + " names a slope and an offset of its values, which some programs apply and others do not:"
                            + " save it with the values in HU.");
        }
    }

    private double decimal(String field, double otherwise) throws InvalidInputException {
        Optional<String> value = text.get(field);
        return value.isEmpty() ? otherwise : text.decimals(field, value.get(), 1)[0];
    }

    /** Null when the header does not say, or says nothing possible. */
    private double[] spacing(int dimensions) throws InvalidInputException {
        Optional<String> value = text.get("ElementSpacing", "ElementSize");
        if (value.isEmpty() || dimensions < 3) return null;
        double[] mm = Arrays.copyOf(text.decimals("ElementSpacing", value.get(), dimensions), 3);
        for (int d = 0; d < 3; d++) {
            mm[d] *= unit();
            if (!Geometry.isLength(mm[d])) return null;
        }
        return mm;
    }

    private double unit() throws InvalidInputException {
        return switch (text.get("DistanceUnits").orElse("mm").toLowerCase(Locale.ROOT)) {
            case "mm", "?", "" -> 1;
            case "cm" -> 10;
            case "um" -> 1e-3;
            default -> throw text.unreadable("DistanceUnits");
        };
    }

    /** Null when the header does not say how the axes run, or says nothing possible. */
    private Affine affine(int dimensions, double[] mm) throws InvalidInputException {
        Optional<String> matrix = text.get("TransformMatrix", "Rotation", "Orientation");
        if (matrix.isEmpty() || mm == null) return null;
        double[] rows = text.decimals("TransformMatrix", matrix.get(), dimensions * dimensions);
        double[] first = new double[3];
        Optional<String> offset = text.get("Offset", "Position", "Origin");
        if (offset.isPresent()) {
            first = Arrays.copyOf(text.decimals("Offset", offset.get(), dimensions), 3);
        } else {
            warnings.add(name
                    + " does not say where its first voxel lies (Offset), and 0 was assumed: check that the "
                    + "mask fits the scan.");
        }
        double[][] axis = new double[3][3];
        boolean unit = true;
        for (int d = 0; d < 3; d++) {
            double[] direction = Arrays.copyOfRange(rows, d * dimensions, d * dimensions + 3);
            double length = Math.hypot(Math.hypot(direction[0], direction[1]), direction[2]);
            unit &= Math.abs(length - 1) <= UNIT;
            for (int row = 0; row < 3; row++) axis[d][row] = toRas(row) * direction[row] / length * mm[d];
        }
        for (int row = 0; row < 3; row++) first[row] *= toRas(row) * unit();
        Affine affine = Affine.of(axis, first);
        if (!affine.isUsable()) return null;
        if (!unit) {
            warnings.add(name
                    + " has a TransformMatrix that is more than a rotation, so that ElementSpacing alone was taken "
                    + "for the distances:"
                    + " check the spacing.");
        }
        return affine;
    }

    private static int toRas(int row) {
        return row == 2 ? 1 : -1;
    }

    private PackedFile data(long bytes) throws IOException, InvalidInputException {
        String value = text.require("ElementDataFile");
        boolean local = value.equalsIgnoreCase("LOCAL");
        if (!local) text.requireSingle(value);
        OpenFile file = local ? text.file() : files.of(text.neighbour(value));
        long start = local ? text.length() : 0;
        long headerSize = text.integer(0, "HeaderSize");
        if (headerSize < -1) throw text.unreadable("HeaderSize");
        // MetaIO: counted from the beginning of the file, the header's own lines included.
        if (headerSize > 0) start = headerSize;
        if (isSet("CompressedData")) return PackedFile.deflated(file, start);
        if (headerSize < 0) start = Math.max(start, file.length() - bytes);
        PackedFile data = PackedFile.from(file, start, PackedFile.Packing.NONE);
        if (!local && data.length() > bytes) warnings.add(text.surplus());
        return data;
    }

    private boolean isSet(String... fields) {
        return text.get(fields).map(MetaImageReader::isTrue).orElse(false);
    }

    private static boolean isTrue(String value) {
        return !value.isEmpty() && "Tt1".indexOf(value.charAt(0)) >= 0;
    }
}
