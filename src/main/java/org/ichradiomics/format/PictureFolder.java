package org.ichradiomics.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Leftover;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/**
 * A folder of pictures, a slice each, in the order of the numbers in their names: a scan, or a mask whose grey levels
 * are labels. Pictures say nothing of the patient: how far voxels are apart stands in a file {@code spacing} or
 * {@code spacing.txt} beside them or one folder above, as x, y and z in mm, and whether they are in HU in none.
 */
public final class PictureFolder implements StoredScan {

    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|bmp|tiff?)");
    private static final Pattern BESIDE = Pattern.compile("(?i)spacing|.+\\.(?:txt|csv|tsv|json|xlsx?|md|pdf|html?)");
    private static final List<String> SPACING = List.of("spacing", "spacing.txt");
    private static final String SEPARATORS = "[,;\\s]+";
    private static final int MOST_SLICES = 10_000;
    private static final long MOST_VOXELS = Integer.MAX_VALUE - 8;

    private final String name;
    private final List<Path> slices;
    private final OpenFiles files;
    private final Geometry geometry;
    private final String kind;

    private PictureFolder(String name, List<Path> slices, OpenFiles files, Geometry geometry, String kind) {
        this.name = name;
        this.slices = slices;
        this.files = files;
        this.geometry = geometry;
        this.kind = kind;
    }

    /** Whether a folder holds pictures, and nothing else but notes beside them. */
    public static boolean isOne(Path folder) {
        try {
            List<Path> inside = inside(folder);
            return inside.stream().anyMatch(PictureFolder::isPicture)
                    && inside.stream()
                            .allMatch(file -> isPicture(file)
                                    || BESIDE.matcher(WholeFile.name(file)).matches());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** By its name. */
    public static boolean isPicture(Path file) {
        return PICTURE.matcher(WholeFile.name(file)).matches() && Files.isRegularFile(file);
    }

    private static List<Path> inside(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder)) return List.of();
        return WholeFile.entries(folder).stream()
                .filter(file -> !Leftover.isOne(WholeFile.name(file)))
                .toList();
    }

    /** The file that says how far voxels are apart; empty if there is none. */
    static Optional<Path> spacing(Path folder) {
        for (Path place : Arrays.asList(folder, folder.toAbsolutePath().getParent())) {
            for (String called : SPACING) {
                if (place != null && Files.isRegularFile(place.resolve(called)))
                    return Optional.of(place.resolve(called));
            }
        }
        return Optional.empty();
    }

    /**
     * Looks at the sizes of all pictures, and at no pixel.
     *
     * @throws InvalidInputException if they are not slices of one size, or the file of the spacing is none
     */
    static PictureFolder of(Path folder, OpenFiles files) throws IOException, InvalidInputException {
        String name = WholeFile.name(folder);
        List<Path> slices = inside(folder).stream()
                .filter(PictureFolder::isPicture)
                .sorted(Comparator.comparing((Path file) -> numbered(WholeFile.name(file)))
                        .thenComparing(WholeFile::name))
                .toList();
        if (slices.isEmpty()) throw new InvalidInputException(name + " holds no pictures: choose another folder.");
        if (slices.size() > MOST_SLICES)
            throw new InvalidInputException(name + " holds more than " + MOST_SLICES
                    + " pictures: put the slices of each patient into a folder of their own.");
        Picture first = null;
        boolean isWindowed = false;
        for (Path file : slices) {
            Picture one = Picture.of(WholeFile.name(file), bytes(file, files));
            if (first == null) first = one;
            isWindowed |= one.isWindowed();
            if (one.columns() == first.columns() && one.rows() == first.rows()) continue;
            throw new InvalidInputException(name + " holds pictures of different sizes, such as " + first.name() + " ("
                    + first.columns() + " × " + first.rows() + ") and " + one.name() + " (" + one.columns() + " × "
                    + one.rows() + "): put the slices of each scan into a folder of their own.");
        }
        if ((long) first.columns() * first.rows() * slices.size() > MOST_VOXELS)
            throw new InvalidInputException(name + " has more than " + MOST_VOXELS
                    + " voxels, more than can be opened: crop its pictures to the head.");
        double[] mm = {Double.NaN, Double.NaN, Double.NaN};
        Optional<Path> spacing = spacing(folder);
        if (spacing.isPresent()) mm = millimetres(spacing.get(), bytes(spacing.get(), files));
        int[] size = {first.columns(), first.rows(), slices.size()};
        Geometry geometry = Geometry.stored(size, mm, null, List.of(note(name, slices, isWindowed)));
        return new PictureFolder(name, slices, files, geometry, isWindowed ? "8 bits" : "more than 8 bits");
    }

    /** Numbers in a name go by their value, not by their digits. */
    private static String numbered(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(number -> "0".repeat(Math.max(0, 20 - number.group().length())) + number.group());
    }

    private static String note(String name, List<Path> slices, boolean isWindowed) {
        String first = WholeFile.name(slices.get(0));
        String order = slices.size() == 1
                ? first
                : English.counted(slices.size(), "picture") + " in the order of the numbers in their names, " + first
                        + " to " + WholeFile.name(slices.get(slices.size() - 1));
        return name + " was read from " + order + ", whose grey values are "
                + (isWindowed ? "those of a window, as pictures of 8 bits have it, and no HU." : "taken as HU.");
    }

    private static double[] millimetres(Path file, byte[] bytes) throws InvalidInputException {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        try {
            double[] mm = Arrays.stream(text.replaceFirst("(?i)\\s*mm$", "").split(SEPARATORS))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (mm.length == 3 && Arrays.stream(mm).allMatch(Geometry::isLength)) return mm;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(WholeFile.name(file)
                + " does not hold the three distances between voxels along x, y and z in mm: write such as "
                + "0.45 0.45 5.");
    }

    private static byte[] bytes(Path file, OpenFiles files) throws IOException {
        OpenFile open = files.of(file);
        byte[] bytes = new byte[Math.toIntExact(open.length())];
        int at = 0;
        for (int read = 1; at < bytes.length && read > 0; at += Math.max(0, read))
            read = open.read(at, bytes, at, bytes.length - at);
        return Arrays.copyOf(bytes, at);
    }

    @Override
    public Scan scan() throws InvalidInputException {
        return read(Picture::greys, geometry);
    }

    /** Labels are no grey values, of which there is nothing to note. */
    @Override
    public Scan labels() throws InvalidInputException {
        int[] size = {geometry.size(0), geometry.size(1), geometry.size(2)};
        return read(Picture::labels, Geometry.stored(size, geometry.lengths(), null, List.of()));
    }

    /** What is taken from a picture, pixel by pixel. */
    private interface Pixels {
        void of(Picture picture, byte[] bytes, float[] to, int at) throws IOException, InvalidInputException;
    }

    private Scan read(Pixels pixels, Geometry grid) throws InvalidInputException {
        return Reading.of(name, () -> {
            int plane = grid.size(0) * grid.size(1);
            float[] values = new float[plane * slices.size()];
            for (int z = 0; z < slices.size(); z++) {
                byte[] bytes = bytes(slices.get(z), files);
                pixels.of(Picture.of(WholeFile.name(slices.get(z)), bytes), bytes, values, z * plane);
            }
            return Scan.of(name, ArrayImgs.floats(values, grid.size(0), grid.size(1), slices.size()), grid);
        });
    }

    @Override
    public Header header() {
        return new Header(name, FileKind.PICTURES.toString(), kind, geometry);
    }

    @Override
    public List<String> series() {
        return List.of(name);
    }
}
