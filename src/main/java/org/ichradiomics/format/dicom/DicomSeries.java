package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** The slices that belong together, known by their headers; pixels are read when they are asked for. */
public final class DicomSeries {

    /** One slice: which frame of which file. */
    record Frame(DicomFile file, int index, SliceHeader header) {}

    private final String name;
    private final List<Frame> frames;
    private final List<String> notes;

    DicomSeries(String name, List<Frame> frames, List<String> notes) {
        this.name = name;
        this.frames = List.copyOf(frames);
        this.notes = List.copyOf(notes);
    }

    /** Number of images, duplicates included. */
    public int slices() {
        return frames.size();
    }

    /** Such as {@code 24 slices, 512 × 512, 5 mm, CT, axial}: to choose by, without anything of the patient. */
    public String description() {
        SliceHeader first = first();
        List<String> parts = new ArrayList<>();
        parts.add(frames.size() == 1 ? "1 slice" : frames.size() + " slices");
        parts.add(first.columns() + " × " + first.rows());
        first.thickness().ifPresent(mm -> parts.add(HeaderWord.number(mm) + " mm"));
        if (!first.modality().isEmpty()) parts.add(HeaderWord.code(first.modality()));
        if (first.orientation() != null) parts.add(plane(first.normal()));
        return String.join(", ", parts);
    }

    /**
     * Order, grid and warnings, from the headers alone; pixels are compared only where two slices lie at one place.
     *
     * @throws InvalidInputException as {@link SeriesGeometry#of} does, and if pixels are missing, coloured, or
     *     compressed in a way that cannot be read
     */
    public SeriesGeometry geometry() throws InvalidInputException {
        for (DicomFile file : files()) file.requirePixels();
        return SeriesGeometry.of(name, frames.stream().map(Frame::header).toList(), this::same, notes);
    }

    /** @throws InvalidInputException with a sentence that names the file without its folder */
    public Scan read() throws InvalidInputException {
        SeriesGeometry geometry = geometry();
        if (first().padding().isEmpty()) return volume(geometry, stored -> {}).scan(name, geometry.geometry());
        LostSign.Border border = new LostSign.Border(first().columns(), first().rows());
        HuVolume volume = volume(geometry, border);
        Optional<LostSign> lost = LostSign.proven(first(), format(), border);
        if (lost.isEmpty()) return volume.scan(name, geometry.geometry());
        List<String> warnings = new ArrayList<>(geometry.geometry().warnings());
        warnings.add(0, lost.get().sentence(name));
        Geometry said =
                geometry.geometry().withStoredLengths(geometry.geometry().storedLengths(), warnings);
        return volume(geometry, lost.get()).scan(name, said);
    }

    /** @param each is handed the stored values of a slice before they become HU, and may change them */
    private HuVolume volume(SeriesGeometry geometry, Consumer<int[]> each) throws InvalidInputException {
        int[] order = geometry.order();
        HuVolume volume = null;
        PixelReader reader = null;
        PixelReader.Room room = new PixelReader.Room();
        DicomFile open = null;
        try {
            for (int slice = 0; slice < order.length; slice++) {
                Frame frame = frames.get(order[slice]);
                if (frame.file() != open) {
                    if (reader != null) reader.close();
                    open = frame.file();
                    reader = new PixelReader(open, room);
                }
                int[] stored = reader.frame(frame.index());
                each.accept(stored);
                // Not before the first slice was there: a header alone sets nothing aside.
                if (volume == null) volume = new HuVolume(first().columns(), first().rows(), order.length);
                volume.put(slice, stored, geometry.slope(order[slice]), geometry.intercept(order[slice]));
            }
            return volume;
        } catch (IOException e) {
            throw DicomFile.refusal(open.name(), e);
        } catch (OutOfMemoryError e) {
            throw DicomFile.refusal(name, e);
        } finally {
            close(reader);
        }
    }

    private PixelFormat format() throws InvalidInputException {
        try {
            return frames.get(0).file().format();
        } catch (IOException e) {
            throw DicomFile.refusal(name, e);
        }
    }

    /** As {@link #geometry}, with what the files store. */
    Header header() throws InvalidInputException {
        Geometry geometry = geometry().geometry();
        PixelFormat format = format();
        return new Header(name, "DICOM", (format.signed() ? "int" : "uint") + format.bitsAllocated(), geometry);
    }

    DicomSeries with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new DicomSeries(name, frames, more);
    }

    /** @param index in the list that {@link SeriesGeometry#order} speaks of */
    Frame frame(int index) {
        return frames.get(index);
    }

    SliceHeader first() {
        return frames.get(0).header();
    }

    /** Whether its pixels are single grey values. */
    boolean isGrey() {
        try {
            frames.get(0).file().format();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Set<DicomFile> files() {
        Set<DicomFile> files = new LinkedHashSet<>();
        for (Frame frame : frames) files.add(frame.file());
        return Collections.unmodifiableSet(files);
    }

    private boolean same(int first, int second) throws InvalidInputException {
        SliceHeader a = frames.get(first).header();
        SliceHeader b = frames.get(second).header();
        return a.slope().orElse(1) == b.slope().orElse(1)
                && a.intercept().orElse(0) == b.intercept().orElse(0)
                && Arrays.equals(stored(frames.get(first)), stored(frames.get(second)));
    }

    private static int[] stored(Frame frame) throws InvalidInputException {
        try (PixelReader reader = new PixelReader(frame.file(), new PixelReader.Room())) {
            return reader.frame(frame.index());
        } catch (IOException | OutOfMemoryError e) {
            throw DicomFile.refusal(frame.file().name(), e);
        }
    }

    private static void close(PixelReader reader) {
        try {
            if (reader != null) reader.close();
        } catch (IOException e) {
            // All that was wanted of it has been read.
        }
    }

    private static String plane(double[] normal) {
        String[] planes = {"sagittal", "coronal", "axial"};
        for (int d = 0; d < 3; d++) if (Math.abs(normal[d]) > 0.8) return planes[d];
        return "oblique";
    }
}
