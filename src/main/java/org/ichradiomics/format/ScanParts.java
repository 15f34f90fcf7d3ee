package org.ichradiomics.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.OpenFiles;

/**
 * All files that a scan or a mask is made of. A header may name others that hold the voxels: {@code .hdr} and
 * {@code .img}, the data file of a {@code .mhd} or {@code .nhdr}, the many of a {@code LIST} or a pattern such as
 * {@code slice%03d.raw 1 24 1}.
 */
public final class ScanParts {

    private static final Pattern PAIR = Pattern.compile("(?i)(.+\\.)(?:hdr|img)(?:\\.gz)?");

    /** How a header writes numbered files: C's format, then the numbers. */
    private static final Pattern NUMBERED =
            Pattern.compile("(.*?)%(?:0(\\d+))?[du](\\S*)(?:\\s+[-+]?\\d+){2,3}(?:\\s+\\d+)?");

    /** A longer header is none: it would name ten thousand files. */
    private static final int LONGEST_HEADER = 1 << 20;

    private ScanParts() {}

    /**
     * The files in a fixed order, the one that is named among them. Those that a header names and that are not there
     * are left out; what may not be opened in a folder is passed over, and what a desktop left there, as its readers
     * do.
     *
     * @throws IOException if it is not there, or no ordinary file or folder
     */
    public static List<Path> of(Path path, OpenFiles files) throws IOException {
        if (Files.isDirectory(path)) {
            Set<Path> parts = new TreeSet<>(DicomFolder.files(path));
            if (PictureFolder.isOne(path)) PictureFolder.spacing(path).ifPresent(parts::add);
            return List.copyOf(parts);
        }
        // A pipe would be waited for, and what it gives read twice.
        if (!Files.isRegularFile(path)) throw new NoSuchFileException(path.toString());
        Set<Path> parts = new TreeSet<>(Set.of(path));
        String name = path.getFileName().toString();
        Matcher pair = PAIR.matcher(name);
        if (pair.matches()) parts.addAll(alike(path, Pattern.quote(pair.group(1)) + "(?i:hdr|img)(?i:\\.gz)?"));
        if (FileKind.NRRD.isNamed(path) || FileKind.META_IMAGE.isNamed(path))
            for (String line : header(files.of(path))) parts.addAll(named(path, line));
        return List.copyOf(parts);
    }

    /** The lines of a text header; of a file that also holds voxels those before them. */
    private static List<String> header(OpenFile file) throws IOException {
        List<String> lines = new ArrayList<>();
        InputStream in = new BufferedInputStream(file.from(0));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = in.read();
            if (c >= 0 && c != '\n') {
                line.write(c);
                continue;
            }
            String text = line.toString(StandardCharsets.UTF_8).strip();
            lines.add(text);
            line.reset();
            if (c < 0 || text.isEmpty() || text.matches("(?i)ElementDataFile\\s*[=:]\\s*LOCAL")) break;
        }
        return lines;
    }

    /** What a line of a header may name: all of it, or what stands behind its field. */
    private static List<Path> named(Path header, String line) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : List.of(line, line.replaceFirst("^[^=:]*[=:]\\s*", ""))) {
            Matcher numbered = NUMBERED.matcher(text);
            if (numbered.matches()) {
                Path first = resolved(header, numbered.group(1) + "0");
                String start = numbered.group(1).replaceFirst(".*[/\\\\]", "");
                if (first != null)
                    files.addAll(alike(
                            first,
                            Pattern.quote(start) + digits(numbered.group(2)) + Pattern.quote(numbered.group(3))));
            }
            Path file = resolved(header, text);
            if (file != null && Files.isRegularFile(file)) files.add(file);
        }
        return files;
    }

    /** @param width to which numbers are filled with zeros; null if they are not */
    private static String digits(String width) {
        return width == null ? "(?:0|[1-9]\\d*)" : "(?:\\d{" + width + "}|[1-9]\\d{" + width + ",})";
    }

    /** Null where the text is no path. */
    private static Path resolved(Path header, String text) {
        try {
            return text.isEmpty() ? null : header.resolveSibling(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The files beside one, whose names match. */
    private static List<Path> alike(Path beside, String pattern) throws IOException {
        Path folder = beside.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern) && Files.isRegularFile(file))
                    .map(file -> beside.resolveSibling(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
