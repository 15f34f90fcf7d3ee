package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.LabelLayers;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * What a DICOM SEG or RTSTRUCT marks: regions with number and name, which have no volume of their own and lie on the
 * slices of a series.
 */
public abstract class SeriesMask implements StoredScan {

    /** Slices may lie this far from a frame or contour, in parts of their distance. */
    private static final double NEAR = 0.2;

    /** What rounding leaves, in mm. */
    private static final double ROUNDED = 0.01;

    private final DicomFile file;

    SeriesMask(DicomFile file) {
        this.file = file;
    }

    /**
     * Whether a file is a segmentation.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isSegmentation(Path path, OpenFiles files) throws IOException {
        return find(path, files).filter(DicomFile::isSegmentation).isPresent();
    }

    /**
     * Whether a file is a structure set.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isStructureSet(Path path, OpenFiles files) throws IOException {
        return find(path, files).filter(DicomFile::isStructureSet).isPresent();
    }

    /** @throws InvalidInputException if it is neither, or its header cannot be read */
    public static SeriesMask of(Path path, OpenFiles files) throws InvalidInputException {
        DicomFile file = DicomFile.readIfDicom(new FilePlace(files, path, null));
        if (file != null && file.isSegmentation()) return new Segmentation(file);
        if (file != null && file.isStructureSet()) return new StructureSet(file);
        throw new InvalidInputException(path.getFileName()
                + " is neither a DICOM SEG nor an RTSTRUCT: open a mask that was made for this scan.");
    }

    private static Optional<DicomFile> find(Path path, OpenFiles files) throws IOException {
        FilePlace place = new FilePlace(files, path, null);
        if (files.archive(path).isPresent() || !place.isDicom()) return Optional.empty();
        try {
            return Optional.ofNullable(DicomFile.readIfDicom(place));
        } catch (InvalidInputException e) {
            // Whoever reads it as an image says why it cannot be.
            return Optional.empty();
        }
    }

    DicomFile file() {
        return file;
    }

    String name() {
        return file.name();
    }

    /** Of all regions, empty ones too. */
    abstract SortedMap<Long, String> names();

    /** The digest of the space in which it lies; null where the file does not say. */
    abstract String frame();

    /** The UIDs of the series on which it was drawn, as far as the file says. */
    abstract Stream<String> drawnOn();

    /** The UIDs of series in a sequence. */
    static Stream<String> series(DataSet data, int sequence) {
        return data.items(sequence).stream().map(one -> one.text(Tag.SERIES)).filter(Objects::nonNull);
    }

    @Override
    public boolean isDrawnOn(StoredScan scan) {
        return drawnOn().anyMatch(scan::hasSeries);
    }

    /**
     * Draws the regions.
     *
     * @param plane on which they are laid
     * @param notes gets what the user should know
     */
    abstract void draw(Plane plane, LabelLayers layers, List<String> notes) throws IOException, InvalidInputException;

    /** A scan's voxels, as places in the patient lead to them. */
    static final class Plane {

        private final String mask;
        private final Scan scan;
        private final Affine toVoxels;
        private final double distance;
        private double farthest;

        private Plane(String mask, Scan scan, Affine affine) {
            this.mask = mask;
            this.scan = scan;
            toVoxels = affine.inverse();
            distance = scan.geometry().lengths()[2];
        }

        int size(int axis) {
            return scan.geometry().size(axis);
        }

        String scan() {
            return scan.name();
        }

        /** From DICOM's millimetres (left, posterior, superior) to the voxels of the scan. */
        double[] voxel(double left, double posterior, double superior) {
            double[] at = new double[3];
            for (int axis = 0; axis < 3; axis++) at[axis] = toVoxels.at(axis, -left, -posterior, superior);
            return at;
        }

        /**
         * The slice at which something lies; beyond the first and the last there are none.
         *
         * @param z in voxels
         * @throws InvalidInputException if it lies between two slices
         */
        int slice(double z, String what) throws InvalidInputException {
            double off = Math.abs(z - Math.rint(z));
            if (!(off <= NEAR)) {
                throw new InvalidInputException(Sentence.of(what + " of " + mask + " lies between two slices of "
                        + scan.name() + ": open the series on which it was drawn."));
            }
            farthest = Math.max(farthest, off * distance);
            return (int) Math.max(-1, Math.min(size(2), Math.rint(z)));
        }

        private void note(List<String> notes) {
            if (farthest > ROUNDED)
                notes.add(String.format(
                        Locale.ROOT,
                        "%s lies up to %.2f mm beside the slices of %s and was laid on the nearest.",
                        mask,
                        farthest,
                        scan.name()));
        }
    }

    /**
     * All regions on the grid of a scan.
     *
     * @throws InvalidInputException if it lies in another frame of reference (unless the placement is forced or
     *     resampled), or not on the scan's slices, or cannot be read
     */
    @Override
    public Labels mask(Scan scan, Placement placement) throws InvalidInputException {
        List<String> notes = new ArrayList<>();
        Geometry grid = scan.geometry();
        requireFrame(scan, placement, notes);
        // Contours and frames lie where the slices of a tilted gantry truly are.
        Affine affine = grid.twin()
                .or(grid::affine)
                .orElseThrow(() -> new InvalidInputException(name()
                        + " lies in the patient, but " + scan.name()
                        + " says nothing about its own place: open the DICOM series on which it was drawn."));
        Plane plane = new Plane(name(), scan, affine);
        LabelLayers layers = new LabelLayers(name(), grid, List.copyOf(names().keySet()));
        try {
            draw(plane, layers, notes);
        } catch (IOException | OutOfMemoryError e) {
            throw DicomFile.refusal(name(), e);
        }
        plane.note(notes);
        return Labels.of(name(), layers, grid, names(), notes);
    }

    private void requireFrame(Scan scan, Placement placement, List<String> notes) throws InvalidInputException {
        Optional<String> other = scan.geometry().frame();
        if (other.isPresent() && frame() != null && !other.get().equals(frame())) {
            String differs = name() + " lies in another frame of reference than " + scan.name();
            if (placement == Placement.CHECKED)
                throw new InvalidInputException(Sentence.of(
                        differs + ": open the mask that was made for this scan, or lay it on by its place with ",
                        Setting.of("placement", Placement.FORCED.text()),
                        "."));
            notes.add(differs + " and was laid on it by its place, as was asked.");
        } else if (other.isEmpty() || frame() == null) {
            notes.add(name() + " was laid on " + scan.name()
                    + " by its place alone, since one of them names no frame of reference.");
        }
    }

    /** By the frame of reference alone: the slices on which it lies are known when it is drawn. */
    @Override
    public void requireFits(Header scan, Placement placement) throws InvalidInputException {
        requireFrame(scan.scan(), placement, new ArrayList<>());
    }

    @Override
    public Header header() throws InvalidInputException {
        throw noScan();
    }

    @Override
    public Scan scan() throws InvalidInputException {
        throw noScan();
    }

    private InvalidInputException noScan() {
        return new InvalidInputException(
                name() + " is " + file.foreignKind() + ", not CT slices: choose the scan, and this as its mask.");
    }

    /** Their numbers and names. */
    @Override
    public List<String> series() {
        return names().entrySet().stream().map(SeriesMask::listed).toList();
    }

    /** Without a scan nothing more is known. */
    @Override
    public List<String> listed(Consumer<String> notes) {
        return series();
    }

    private static String listed(Map.Entry<Long, String> one) {
        return (one.getKey() + " " + one.getValue()).strip();
    }

    /** @throws DamagedException if there are not so many, or one is none */
    static double[] numbers(String text, int count) throws DamagedException {
        String[] parts = text == null ? new String[0] : text.split("\\\\");
        if (parts.length != count) throw damaged();
        double[] numbers = new double[count];
        try {
            for (int i = 0; i < count; i++) numbers[i] = Double.parseDouble(parts[i].strip());
        } catch (NumberFormatException e) {
            throw damaged();
        }
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) throw damaged();
        return numbers;
    }

    static DamagedException damaged() {
        return new DamagedException("is damaged, its attributes contradict each other: export it again.");
    }
}
