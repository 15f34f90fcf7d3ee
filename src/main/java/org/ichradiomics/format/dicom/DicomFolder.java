package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Leftover;
import org.ichradiomics.text.OpenFiles;

/**
 * Finds the series in a folder with all below it, in a zip archive, or in a single file: of a single file only what is
 * in it, never its neighbours. Files are told by their first bytes, not by their names; what is not DICOM is passed
 * over, as are directories (DICOMDIR), reports and other objects without slices, and scout views.
 */
public final class DicomFolder implements StoredScan {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 50_000;
    private static final int MOST_SERIES = 1000;
    /** A disc's viewer may come first, with hundreds of files. */
    private static final int MOST_PROBED = 2000;

    private static final int PROBE = 256;
    private static final long MOST_UNPACKED = 1L << 32;

    /** Deflate cannot shrink anything further; entries that lie on one another would be more. */
    private static final long BEST_RATIO = 1032;

    /** A series holds stray images of another size or direction if they are at most this part of it. */
    private static final int STRAY = 4;

    private final String name;
    private final OpenFiles files;
    private final List<DicomFile> images = new ArrayList<>();
    private final List<DicomFile> foreign = new ArrayList<>();
    private final List<InvalidInputException> damaged = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private List<DicomSeries> series;

    private DicomFolder(Path path, OpenFiles files) {
        this.name = new FilePlace(files, path.toAbsolutePath().normalize(), null).name();
        this.files = files;
    }

    /**
     * Whether a file begins as DICOM files do, whatever its name, or is a zip archive with such a file among its first.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isOne(Path file, OpenFiles files) throws IOException {
        Optional<ZipFile> zip = files.archive(file);
        if (zip.isEmpty()) return new FilePlace(files, file, null).isDicom();
        for (String entry : entries(zip.get(), MOST_PROBED)) {
            if (new FilePlace(files, file, entry).isDicom()) return true;
        }
        return false;
    }

    /**
     * Looks at all headers, and at no pixel.
     *
     * @param path a folder, a zip archive, or a DICOM file
     * @throws InvalidInputException if there is no series in it, with a sentence that names the file without its folder
     */
    public static DicomFolder of(Path path, OpenFiles files) throws InvalidInputException {
        DicomFolder folder = new DicomFolder(path, files);
        try {
            for (FilePlace place : folder.places(path)) folder.look(place);
        } catch (IOException e) {
            throw DicomFile.refusal(folder.name, e);
        }
        folder.series = folder.found();
        return folder;
    }

    /**
     * Reads the series with the most slices.
     *
     * @throws InvalidInputException as {@link #of} and {@link #scan}
     */
    public static Scan read(Path path) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return of(path, files).scan();
        }
    }

    /** At least one, most slices first. */
    public List<DicomSeries> all() {
        return Collections.unmodifiableList(series);
    }

    @Override
    public List<String> series() {
        return series.stream().map(DicomSeries::description).toList();
    }

    @Override
    public boolean hasSeries(String uid) {
        return series.stream().anyMatch(one -> one.first().isOfSeries(uid));
    }

    /** That of the series with the most slices; when there are several, a warning says so. */
    @Override
    public Scan scan() throws InvalidInputException {
        return largest().read();
    }

    /** What {@link #scan} would read. */
    @Override
    public Header header() throws InvalidInputException {
        return largest().header();
    }

    private DicomSeries largest() {
        DicomSeries first = series.get(0);
        if (series.size() == 1) return first;
        List<SliceHeader> studies = new ArrayList<>();
        for (DicomSeries one : series) {
            if (studies.stream().noneMatch(study -> study.isOfStudy(one.first()))) studies.add(one.first());
        }
        String others =
                series.stream().skip(1).limit(3).map(DicomSeries::description).collect(Collectors.joining("; "));
        String from = studies.size() == 1 ? "" : " of " + studies.size() + " studies";
        return first.with(name + " holds " + series.size() + " series" + from + ", and the one with "
                + first.slices() + " slices was taken, not " + others + (series.size() > 4 ? "; …" : "")
                + ": choose a folder with one series if that is wrong.");
    }

    /**
     * The series that a mask lies on, voxel by voxel.
     *
     * @param grid of the mask
     * @throws InvalidInputException if there is none, or several
     */
    public DicomSeries on(Geometry grid) throws InvalidInputException {
        List<DicomSeries> found = new ArrayList<>();
        for (DicomSeries one : series) if (isSame(one, grid)) found.add(one);
        if (found.size() == 1) return found.get(0);
        throw new InvalidInputException(
                found.isEmpty()
                        ? name + " holds no series on whose slices the mask lies, as a DICOM SEG must: save it as"
                                + " .nii.gz instead."
                        : name + " holds " + found.size()
                                + " series of the same slices, and a DICOM SEG belongs to one:"
                                + " choose a folder with one series, or save the mask as .nii.gz.");
    }

    private static boolean isSame(DicomSeries series, Geometry grid) {
        try {
            return series.geometry().geometry().isStoredAs(grid);
        } catch (InvalidInputException e) {
            // One that cannot be a volume has no mask.
            return false;
        }
    }

    private static List<String> entries(ZipFile zip, long most) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && !Leftover.isOne(entry.getName()))
                .limit(most)
                .map(ZipEntry::getName)
                .toList();
    }

    private List<FilePlace> places(Path path) throws IOException, InvalidInputException {
        if (Files.isDirectory(path)) {
            return checked(files(path).stream()
                    .map(file -> new FilePlace(files, file, null))
                    .toList());
        }
        Optional<ZipFile> zip = files.archive(path);
        if (zip.isEmpty()) return List.of(new FilePlace(files, path, null));
        List<String> entries = entries(zip.get(), MOST_FILES + 1L);
        long unpacked = entries.stream()
                .mapToLong(entry -> Math.max(0, zip.get().getEntry(entry).getSize()))
                .sum();
        if (unpacked > BEST_RATIO * Files.size(path)) {
            throw new InvalidInputException(name
                    + " is damaged, its files claim to unpack to more than it can hold: copy or download it again.");
        }
        if (unpacked > MOST_UNPACKED) {
            throw new InvalidInputException(
                    name + " unpacks to more than " + (MOST_UNPACKED >> 30) + " GB: unzip it first.");
        }
        return checked(entries.stream()
                .sorted()
                .map(entry -> new FilePlace(files, path, entry))
                .toList());
    }

    /**
     * The files in a folder and below it that are looked at, in order, without what a desktop left there. What may not
     * be opened on the way is passed over; one more than can be taken is enough.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        // Not walked as a link: a walk ends at those.
        Files.walkFileTree(folder.toRealPath(), Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Leftover.isOne(file.getFileName().toString())) return FileVisitResult.CONTINUE;
                if (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file))
                    files.add(file);
                return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    private List<FilePlace> checked(List<FilePlace> places) throws InvalidInputException {
        if (places.size() <= MOST_FILES) return places;
        throw new InvalidInputException(
                name + " holds more than " + MOST_FILES + " files: choose the folder of one study.");
    }

    private void look(FilePlace place) {
        try {
            DicomFile file = DicomFile.readIfDicom(place);
            if (file == null) place.close();
            if (file == null && place.isEmpty()) empty.add(place.name());
            if (file == null || file.isDirectory()) return;
            if (file.foreignKind() == null) images.add(file);
            else foreign.add(file);
        } catch (InvalidInputException e) {
            damaged.add(e);
        }
    }

    private List<DicomSeries> found() throws InvalidInputException {
        if (images.isEmpty()) throw nothing();
        List<List<DicomSeries.Frame>> groups = groups();
        List<List<DicomSeries.Frame>> scans = groups.stream()
                .filter(group -> !group.get(0).header().isLocalizer())
                .toList();
        int scouts = groups.stream().mapToInt(List::size).sum()
                - scans.stream().mapToInt(List::size).sum();
        if (scans.isEmpty()) {
            throw new InvalidInputException(
                    name + " holds scout views (localizers) only, no slices: choose the scan itself.");
        }
        List<String> notes = new ArrayList<>();
        if (scouts > 0)
            notes.add(
                    scouts == 1
                            ? name + " holds a scout view (localizer), which was left out."
                            : name + " holds " + scouts + " scout views (localizers), which were left out.");
        if (!damaged.isEmpty()) {
            String reason = damaged.get(0).getMessage();
            notes.add(name + " holds " + (damaged.size() == 1 ? "a file" : damaged.size() + " files")
                    + " that could not be read, so slices may be missing: " + reason);
        }
        List<String> lost = emptySlices();
        if (!lost.isEmpty()) {
            notes.add(name + " holds " + (lost.size() == 1 ? "an empty file, " : lost.size() + " empty files, such as ")
                    + lost.get(0) + ", so slices may be missing: copy or export it again.");
        }
        List<DicomSeries> all = new ArrayList<>();
        for (List<DicomSeries.Frame> group : scans) {
            if (isStray(group, scans)) continue;
            DicomSeries one = new DicomSeries(name, group, notes);
            int strays = scans.stream()
                    .filter(other -> isStray(other, scans) && isOfSeries(other, group))
                    .mapToInt(List::size)
                    .sum();
            if (strays > 0) {
                one = one.with(name + " holds " + (strays == 1 ? "an image" : strays + " images")
                        + " of another size or direction in the same series, left out.");
            }
            all.add(one);
        }
        all.sort(Comparator.comparing((DicomSeries one) -> !one.isGrey()).thenComparing(one -> -one.slices()));
        return all;
    }

    /** Empty files that are named as the slices are but for the number: what a full disk leaves of a copy. */
    private List<String> emptySlices() {
        Set<String> names =
                images.stream().map(image -> unnumbered(image.name())).collect(Collectors.toSet());
        return empty.stream().filter(one -> names.contains(unnumbered(one))).toList();
    }

    private static String unnumbered(String name) {
        return name.replaceAll("\\d+", "#");
    }

    private InvalidInputException nothing() {
        if (!damaged.isEmpty()) return damaged.get(0);
        if (!foreign.isEmpty()) {
            DicomFile file = foreign.get(0);
            return new InvalidInputException(file.name() + " is " + file.foreignKind()
                    + ", not CT slices: choose the scan, or convert it to NIfTI if it is a mask.");
        }
        return new InvalidInputException(name + " holds no DICOM images: choose a folder of CT slices.");
    }

    /** Slices that can lie in one volume, in the order of the files. */
    private List<List<DicomSeries.Frame>> groups() throws InvalidInputException {
        Map<String, List<List<DicomSeries.Frame>>> groups = new LinkedHashMap<>();
        int count = 0;
        for (DicomFile file : images) {
            List<SliceHeader> slices = file.slices();
            for (int i = 0; i < slices.size(); i++) {
                DicomSeries.Frame frame = new DicomSeries.Frame(file, i, slices.get(i));
                List<List<DicomSeries.Frame>> alike =
                        groups.computeIfAbsent(frame.header().key(), key -> new ArrayList<>());
                List<DicomSeries.Frame> home = null;
                for (List<DicomSeries.Frame> group : alike) {
                    if (OneSeries.belong(group.get(0).header(), frame.header())) {
                        home = group;
                        break;
                    }
                }
                if (home == null) {
                    if (++count > MOST_SERIES) {
                        throw new InvalidInputException(
                                name + " holds more than " + MOST_SERIES + " series: choose the folder of one study.");
                    }
                    home = new ArrayList<>();
                    alike.add(home);
                }
                home.add(frame);
            }
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** Whether a group is a small rest of a larger one of the same series, of another size or direction. */
    private static boolean isStray(List<DicomSeries.Frame> group, List<List<DicomSeries.Frame>> all) {
        for (List<DicomSeries.Frame> other : all) {
            if (other.size() >= STRAY * group.size()
                    && isOfSeries(group, other)
                    && !OneSeries.isParallel(group.get(0).header(), other.get(0).header())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSeries(List<DicomSeries.Frame> group, List<DicomSeries.Frame> other) {
        return group.get(0).header().isOfSeries(other.get(0).header());
    }
}
