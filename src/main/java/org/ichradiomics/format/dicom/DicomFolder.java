package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.ichradiomics.format.Leftover;
import org.ichradiomics.format.ZipNames;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * Finds the series in a folder with all below it, in a zip archive, or in a single file: of a single file only what is
 * in it, never its neighbours. Files are told by their first bytes, not by their names; what is not DICOM is passed
 * over, as are directories (DICOMDIR), reports and other objects without slices, and scout views.
 */
public final class DicomFolder {

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
    private final List<DicomFile> images = new ArrayList<>();
    private final List<DicomFile> foreign = new ArrayList<>();
    private final List<InvalidInputException> damaged = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    private DicomFolder(Path path) {
        this.name = new FilePlace(path.toAbsolutePath().normalize(), null).name();
    }

    /**
     * Whether a file begins as DICOM files do, whatever its name, or is a zip archive with such a file among its first;
     * false for what is no file.
     */
    public static boolean looksLikeDicom(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try {
            return isZip(file) ? holdsDicom(file) : DicomFile.looksLikeDicom(new FilePlace(file, null));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holdsDicom(Path archive) throws IOException {
        try (ZipFile zip = ZipNames.open(archive)) {
            for (ZipEntry entry :
                    zip.stream().filter(DicomFolder::isFile).limit(MOST_PROBED).toList()) {
                try (InputStream in = zip.getInputStream(entry);
                        Bytes start = Bytes.of(in.readNBytes(PROBE))) {
                    if (DicomParser.looksLikeDicom(start)) return true;
                }
            }
            return false;
        }
    }

    /**
     * The series, most slices first; headers are read, pixels are not.
     *
     * @param path a folder, a zip archive, or a DICOM file
     * @return at least one
     * @throws InvalidInputException if there is none, with the reason
     */
    public static List<DicomSeries> find(Path path) throws InvalidInputException {
        DicomFolder folder = new DicomFolder(path);
        try {
            for (FilePlace place : folder.places(path)) folder.look(place);
        } catch (IOException e) {
            throw DicomFile.refusal(folder.name, e);
        }
        return folder.series();
    }

    /**
     * The series with the most slices; when there are several, a warning says so.
     *
     * @param path a folder, a zip archive, or a DICOM file
     * @throws InvalidInputException with a sentence that names the file without its folder
     */
    public static Scan read(Path path) throws InvalidInputException {
        return largest(path).read();
    }

    /**
     * What {@link #read} would read, from the headers alone.
     *
     * @throws InvalidInputException as {@link #read}, as far as the headers tell
     */
    public static Header probe(Path path) throws InvalidInputException {
        return largest(path).header();
    }

    private static DicomSeries largest(Path path) throws InvalidInputException {
        List<DicomSeries> series = find(path);
        DicomSeries first = series.get(0);
        if (series.size() == 1) return first;
        List<SliceHeader> studies = new ArrayList<>();
        for (DicomSeries one : series) {
            if (studies.stream().noneMatch(study -> study.isOfStudy(one.first()))) studies.add(one.first());
        }
        String others =
                series.stream().skip(1).limit(3).map(DicomSeries::description).collect(Collectors.joining("; "));
        String from = studies.size() == 1 ? "" : " of " + studies.size() + " studies";
        return first.with(
                new DicomFolder(path).name + " holds " + series.size() + " series" + from + ", and the one with "
                        + first.slices() + " slices was taken, not " + others + (series.size() > 4 ? "; …" : "")
                        + ": choose a folder with one series if that is wrong.");
    }

    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !Leftover.isOne(entry.getName());
    }

    private List<FilePlace> places(Path path) throws IOException, InvalidInputException {
        // Not walked as a link: a walk ends at those.
        if (Files.isDirectory(path))
            return checked(files(path.toRealPath()).stream()
                    .sorted()
                    .map(file -> new FilePlace(file, null))
                    .toList());
        if (!isZip(path)) return List.of(new FilePlace(path, null));
        try (ZipFile zip = ZipNames.open(path)) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(DicomFolder::isFile)
                    .limit(MOST_FILES + 1L)
                    .toList();
            long unpacked = entries.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            if (unpacked > BEST_RATIO * Files.size(path)) {
                throw new InvalidInputException(
                        name
                                + " is damaged, its files claim to unpack to more than it can hold: copy or download it again.");
            }
            if (unpacked > MOST_UNPACKED) {
                throw new InvalidInputException(
                        name + " unpacks to more than " + (MOST_UNPACKED >> 30) + " GB: unzip it first.");
            }
            return checked(entries.stream()
                    .map(ZipEntry::getName)
                    .sorted()
                    .map(entry -> new FilePlace(path, entry))
                    .toList());
        }
    }

    /** What may not be opened on the way is passed over; one more than can be taken is enough. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
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
        return files;
    }

    private List<FilePlace> checked(List<FilePlace> places) throws InvalidInputException {
        if (places.size() <= MOST_FILES) return places;
        throw new InvalidInputException(
                name + " holds more than " + MOST_FILES + " files: choose the folder of one study.");
    }

    static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        }
    }

    private void look(FilePlace place) {
        try {
            DicomFile file = DicomFile.readIfDicom(place);
            if (file == null && place.isEmpty()) empty.add(place.name());
            if (file == null || file.isDirectory()) return;
            if (file.foreignKind() == null) images.add(file);
            else foreign.add(file);
        } catch (InvalidInputException e) {
            damaged.add(e);
        }
    }

    private List<DicomSeries> series() throws InvalidInputException {
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
        List<DicomSeries> series = new ArrayList<>();
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
            series.add(one);
        }
        series.sort(Comparator.comparing((DicomSeries one) -> !one.isGrey()).thenComparing(one -> -one.slices()));
        return series;
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
                    if (SeriesGeometry.belong(group.get(0).header(), frame.header())) {
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
                    && !SeriesGeometry.isParallel(
                            group.get(0).header(), other.get(0).header())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSeries(List<DicomSeries.Frame> group, List<DicomSeries.Frame> other) {
        return group.get(0).header().isOfSeries(other.get(0).header());
    }
}
