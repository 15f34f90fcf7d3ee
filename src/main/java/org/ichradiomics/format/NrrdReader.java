package org.ichradiomics.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.OpenFiles;

/**
 * Finds out what a NRRD file holds, and where: G. Kindlmann, <i>Definition of NRRD File Format</i>,
 * teem.sourceforge.net/nrrd/format.html.
 *
 * <p>A segmentation of 3D Slicer is one whose labels do not overlap: its list axis, if any, has one layer.
 */
final class NrrdReader {

    private static final Pattern MAGIC = Pattern.compile("NRRD000[1-5]");
    private static final Pattern VECTOR = Pattern.compile("\\s*(?:\\(([^()]*)\\)|(none))", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static final Pattern SEGMENT = Pattern.compile("(Segment\\d+_)LabelValue");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** What 3D Slicer calls a segment until somebody does otherwise. */
    private static final Pattern UNNAMED = Pattern.compile("Segment_\\d+");

    private final HeaderText text;
    private final String name;
    private final OpenFiles files;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> own = new TreeMap<>();

    private NrrdReader(HeaderText text, OpenFiles files) {
        this.text = text;
        this.name = text.name();
        this.files = files;
    }

    static StoredVolume open(Path file, OpenFiles files) throws IOException, InvalidInputException {
        return new NrrdReader(new HeaderText(files.of(file)), files).open();
    }

    private StoredVolume open() throws IOException, InvalidInputException {
        boolean ended = readFields();
        int dimension = text.dimensions("dimension");
        long[] sizes = text.integers("sizes", text.require("sizes"), dimension);
        double[][] directions = directions(dimension);
        List<Integer> axes = axes(dimension, sizes, directions);
        int[] size = size(sizes, axes);
        Datatype type = type();
        ByteOrder byteOrder = byteOrder(type);
        double[] mm = spacing(dimension, axes, directions);
        Affine affine = affine(axes, directions);
        if (text.get("old min", "oldmin").isPresent()
                || text.get("old max", "oldmax").isPresent()) {
            warnings.add(
                    name + " was squeezed into fewer grey levels (old min, old max): check that its values are HU.");
        }
        long bytes = StoredVolume.bytes(size, type);
        Voxels voxels = voxels(ended, bytes);
        return new StoredVolume(
                FileKind.NRRD,
                name,
                Geometry.described(name, size, mm, affine, warnings),
                type,
                byteOrder,
                1,
                0,
                voxels.data,
                voxels.skip,
                segments());
    }

    /** Where the voxels are, and how many unpacked bytes lie before them. */
    private record Voxels(PackedFile data, long skip) {}

    /** Whether the header ended in an empty line, after which the voxels may follow. */
    private boolean readFields() throws IOException, InvalidInputException {
        String magic = text.line();
        if (magic == null || !MAGIC.matcher(magic).matches()) {
            throw new InvalidInputException(name + " is not a NRRD file: it does not begin with NRRD0001 to NRRD0005;"
                    + " open a .nrrd, .seg.nrrd or .nhdr file.");
        }
        for (String line = text.line(); line != null; line = text.line()) {
            if (line.isEmpty()) return true;
            int colon = line.indexOf(':');
            if (line.startsWith("#")) continue;
            if (colon < 0) {
                // The names that follow "data file: LIST".
                if (text.get("data file", "datafile").isPresent()) continue;
                throw text.damaged("a line in its header that is no field");
            }
            // A key with a value of somebody's own, such as the names of segments.
            if (line.startsWith(":=", colon)) {
                own.put(line.substring(0, colon), line.substring(colon + 2).strip());
                continue;
            }
            text.put(line.substring(0, colon).strip(), line.substring(colon + 1));
        }
        return false;
    }

    /** Label → name, as 3D Slicer writes them; one that nobody has named is left out. */
    private Map<Long, String> segments() {
        Map<Long, String> names = new HashMap<>();
        own.forEach((key, value) -> {
            Matcher segment = SEGMENT.matcher(key);
            if (!segment.matches() || !WHOLE.matcher(value).matches()) return;
            String name = own.getOrDefault(segment.group(1) + "Name", "");
            if (!name.isEmpty() && !UNNAMED.matcher(name).matches()) names.put(Long.parseLong(value), name);
        });
        return names;
    }

    /**
     * A vector for each axis of the file, null for one that is none in space; null when the header has no such field.
     */
    private double[][] directions(int dimension) throws InvalidInputException {
        Optional<String> value = text.get("space directions");
        if (value.isEmpty()) return null;
        double[][] directions = new double[dimension][];
        Matcher vector = VECTOR.matcher(value.get());
        int at = 0;
        for (int axis = 0; axis < dimension; axis++) {
            if (!vector.find(at) || vector.start() != at) throw text.unreadable("space directions");
            if (vector.group(1) != null) directions[axis] = direction(vector.group(1));
            at = vector.end();
        }
        if (!value.get().substring(at).isBlank()) throw text.unreadable("space directions");
        return directions;
    }

    /** Some programs write NaN for "none". */
    private double[] direction(String numbers) throws InvalidInputException {
        double[] direction = vector("space directions", numbers);
        return Double.isNaN(direction[0]) && Double.isNaN(direction[1]) ? null : direction;
    }

    private double[] vector(String field, String numbers) throws InvalidInputException {
        double[] vector =
                text.decimals(field, numbers.replace(',', ' '), HeaderText.words(numbers.replace(',', ' ')).length);
        if (vector.length < 2 || vector.length > 4) throw text.unreadable(field);
        return Arrays.copyOf(vector, 3);
    }

    /** The axes of the file that are axes of space, in their order. */
    private List<Integer> axes(int dimension, long[] sizes, double[][] directions) throws InvalidInputException {
        List<Integer> axes = new ArrayList<>();
        String[] kinds = text.get("kinds").map(HeaderText::words).orElse(new String[0]);
        for (int axis = 0; axis < dimension; axis++) {
            String kind = axis < kinds.length ? kinds[axis].toLowerCase(Locale.ROOT) : "";
            boolean spatial = directions != null
                    ? directions[axis] != null
                    : switch (kind) {
                        case "", "???", "none", "domain", "space" -> true;
                        default -> false;
                    };
            if (spatial) {
                axes.add(axis);
                continue;
            }
            if (sizes[axis] == 1) continue;
            requireNoLayers(kind, sizes[axis]);
        }
        if (axes.size() < 2) throw text.damaged("fewer than two axes in space");
        return axes;
    }

    private void requireNoLayers(String kind, long length) throws InvalidInputException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".seg.nrrd")) {
            throw new InvalidInputException(
                    name + " holds " + length + " layers, since its segments overlap: in 3D Slicer, export the wanted"
                            + " segment as a labelmap (Segmentations > Export), or remove the overlap.");
        }
        boolean time = kind.equals("time") || kind.isEmpty() || kind.equals("list") || kind.equals("none");
        throw new InvalidInputException(
                name + " holds more than one " + (time ? "volume, " : "number per voxel, ") + length
                        + " along an axis that is none in space, but one is needed: save the wanted volume as a file "
                        + "of its own.");
    }

    private int[] size(long[] sizes, List<Integer> axes) throws InvalidInputException {
        return StoredSize.of(name, axes.stream().mapToLong(axis -> sizes[axis]).toArray());
    }

    private Datatype type() throws InvalidInputException {
        String type = text.require("type").toLowerCase(Locale.ROOT);
        return Datatype.ofNrrd(type)
                .orElseThrow(() -> new InvalidInputException(name
                        + (type.equals("block")
                                ? " holds blocks of bytes (type block), but one number per voxel is needed:"
                                : " is of an unknown type of numbers:")
                        + " export it as short or float."));
    }

    private ByteOrder byteOrder(Datatype type) throws InvalidInputException {
        if (type.bytes() == 1) return ByteOrder.LITTLE_ENDIAN;
        return switch (text.require("endian").toLowerCase(Locale.ROOT)) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw text.unreadable("endian");
        };
    }

    /** Null when the header does not say, or says nothing possible. */
    private double[] spacing(int dimension, List<Integer> axes, double[][] directions) throws InvalidInputException {
        if (axes.size() < 3) return null;
        double[] mm = new double[3];
        double[] given = directions != null || text.get("spacings").isEmpty()
                ? null
                : text.decimals("spacings", text.get("spacings").get(), dimension);
        if (directions == null && given == null) return null;
        double[] unit = directions != null ? units("space units", 3) : units("units", dimension);
        for (int d = 0; d < 3; d++) {
            int axis = axes.get(d);
            mm[d] = directions == null ? Math.abs(given[axis]) * unit[axis] : length(directions[axis], unit);
            if (!Geometry.isLength(mm[d])) return null;
        }
        return mm;
    }

    private static double length(double[] direction, double[] unit) {
        return Math.hypot(Math.hypot(direction[0] * unit[0], direction[1] * unit[1]), direction[2] * unit[2]);
    }

    /** Millimetres per unit of each axis; where nothing is said, mm. */
    private double[] units(String field, int count) {
        double[] factors = new double[count];
        Arrays.fill(factors, 1);
        Matcher unit = QUOTED.matcher(text.get(field).orElse(""));
        boolean unknown = false;
        for (int i = 0; i < count && unit.find(); i++) {
            switch (unit.group(1).strip().toLowerCase(Locale.ROOT)) {
                case "mm", "millimeter", "millimeters", "millimetre", "millimetres", "", "???" -> factors[i] = 1;
                case "cm", "centimeter", "centimeters" -> factors[i] = 10;
                case "m", "meter", "meters" -> factors[i] = 1000;
                case "um", "µm", "μm", "micron", "microns", "micrometer", "micrometers" -> factors[i] = 1e-3;
                default -> unknown = true;
            }
        }
        if (unknown) warnings.add(name + " names an unknown unit of length, and mm was assumed: check the spacing.");
        return factors;
    }

    /** Null when the header does not say where left and right are. */
    private Affine affine(List<Integer> axes, double[][] directions) throws InvalidInputException {
        if (directions == null || axes.size() < 3) return null;
        int[] sign;
        switch (text.get("space").orElse("").toLowerCase(Locale.ROOT)) {
            case "right-anterior-superior", "ras", "right-anterior-superior-time", "rast" -> sign = new int[] {1, 1, 1};
            case "left-anterior-superior", "las", "left-anterior-superior-time", "last" -> sign = new int[] {-1, 1, 1};
            case "left-posterior-superior", "lps", "left-posterior-superior-time", "lpst" ->
                sign = new int[] {-1, -1, 1};
            default -> {
                return null;
            }
        }
        double[] unit = units("space units", 3);
        double[] first = new double[3];
        Optional<String> origin = text.get("space origin");
        if (origin.isEmpty()) {
            warnings.add(name
                    + " does not say where its first voxel lies (space origin), and 0 was assumed: check "
                    + "that the mask fits the scan.");
        } else {
            Matcher vector = VECTOR.matcher(origin.get());
            if (!vector.matches() || vector.group(1) == null) throw text.unreadable("space origin");
            first = vector("space origin", vector.group(1));
        }
        double[][] axis = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int d = 0; d < 3; d++) axis[d][row] = sign[row] * unit[row] * directions[axes.get(d)][row];
            first[row] *= sign[row] * unit[row];
        }
        Affine affine = Affine.of(axis, first);
        return affine.isUsable() ? affine : null;
    }

    private Voxels voxels(boolean ended, long bytes) throws IOException, InvalidInputException {
        long lines = text.integer(0, "line skip", "lineskip");
        long skip = text.integer(0, "byte skip", "byteskip");
        if (lines < 0 || skip < -1) throw text.unreadable("byte skip");
        OpenFile file = text.file();
        long start = text.length();
        Optional<String> other = text.get("data file", "datafile");
        if (other.isPresent()) {
            text.requireSingle(other.get());
            file = files.of(text.neighbour(other.get()));
            start = 0;
        } else if (!ended) {
            throw new EOFException();
        }
        start += lines(file, start, lines);
        switch (text.require("encoding").toLowerCase(Locale.ROOT)) {
            case "raw" -> {
                long length = file.length();
                if (skip < 0) start = Math.max(start, length - bytes);
                PackedFile data = PackedFile.from(file, start, PackedFile.Packing.NONE);
                if (other.isPresent() && skip >= 0 && data.length() - skip > bytes) warnings.add(text.surplus());
                return new Voxels(data, Math.max(skip, 0));
            }
            case "gzip", "gz" -> {
                if (skip < 0) throw text.unreadable("byte skip");
                return new Voxels(PackedFile.from(file, start, PackedFile.Packing.GZIP), skip);
            }
            case "txt", "text", "ascii" -> throw encoded("text (encoding ascii)");
            case "hex" -> throw encoded("hexadecimal text (encoding hex)");
            case "bzip2", "bz2" -> throw encoded("bzip2");
            case "zrl" -> throw encoded("run lengths (encoding zrl)");
            default -> throw encoded("an unknown way");
        }
    }

    private InvalidInputException encoded(String how) {
        return new InvalidInputException(
                name + " stores its voxels as " + how + ", which is not read: save it with encoding gzip or raw.");
    }

    /** Bytes of the first {@code count} lines from {@code start} on. */
    private static long lines(OpenFile file, long start, long count) throws IOException {
        if (count == 0) return 0;
        long bytes = 0;
        InputStream in = new BufferedInputStream(file.from(start));
        for (long lines = 0; lines < count; bytes++) {
            int next = in.read();
            if (next < 0) throw new EOFException();
            if (next == '\n') lines++;
        }
        return bytes;
    }
}
