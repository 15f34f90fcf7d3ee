package org.ichradiomics.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Leftover;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.ZipNames;

/** ROIs from a file of the ROI Manager, read without it: it cannot exist where there is no screen. */
public final class RoiFile {

    /** A ROI of a million points. */
    private static final int MOST_BYTES = 1 << 24;

    private static final int START = 64;

    private RoiFile() {}

    /**
     * The ROIs of a {@code .roi} or {@code .zip} file, in its order, named after their entries.
     *
     * @throws InvalidInputException if the file is not there, broken, or holds no ROI
     */
    public static List<Roi> read(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return read(file, files);
        }
    }

    static List<Roi> read(Path file, OpenFiles files) throws InvalidInputException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "There is no ROI file " + name + NearFile.question(file) + ": check the path.");
        }
        try {
            return read(files.of(file).from(0), name, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken(name, e);
        } catch (InvalidInputException e) {
            if (!isZip(name)) throw e;
            try {
                return read(files.of(file).from(0), name, ZipNames.DOS);
            } catch (IOException | InvalidInputException again) {
                throw e;
            }
        }
    }

    /** The areas of an overlay as the ROI Manager saves them; the same ones give the same bytes. */
    static byte[] zipped(Overlay overlay) {
        return zip(Stream.of(overlay.toArray())
                .filter(roi -> RoiPlace.isArea(roi) && !RoiPlace.isDecoration(roi))
                .toList());
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * The ROIs of such a file as a stream.
     *
     * @param name with its ending, as a sentence calls it
     * @throws InvalidInputException if it holds no ROI, or is damaged
     */
    public static List<Roi> read(InputStream in, String name) throws InvalidInputException {
        return read(in, name, StandardCharsets.UTF_8);
    }

    private static List<Roi> read(InputStream in, String name, Charset names) throws InvalidInputException {
        List<Roi> rois = new ArrayList<>();
        try {
            if (isZip(name)) readZip(in, names, rois);
            else rois.add(decoded(bytes(in), name));
        } catch (IOException | RuntimeException e) {
            // RoiDecoder meets broken bytes with any runtime exception.
            throw broken(name, e);
        }
        if (rois.isEmpty()) {
            throw new InvalidInputException(
                    "The ROI file " + name + " holds no ROI: save it again from the ROI Manager (More > Save...).");
        }
        return rois;
    }

    private static InvalidInputException broken(String name, Exception cause) {
        return new InvalidInputException(
                "The ROI file " + name + " is broken: save it again from the ROI Manager (More > Save...).", cause);
    }

    /** Only what is a ROI by its name, not what archivers of macOS and Windows leave beside it. */
    private static void readZip(InputStream in, Charset names, List<Roi> rois) throws IOException {
        boolean entries = false;
        ZipInputStream zip = new ZipInputStream(in, names);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries = true;
            if (Leftover.isOne(entry.getName())
                    || !entry.getName().toLowerCase(Locale.ROOT).endsWith(".roi")) continue;
            rois.add(decoded(bytes(zip), entry.getName()));
        }
        if (!entries) throw new IOException("no zip entries");
    }

    /** All there is, if it begins as a ROI does; no more than that of anything else, as long as it may be. */
    private static byte[] bytes(InputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        if (!RoiSizes.isRoi(start)) throw new IOException("not a ROI");
        byte[] rest = in.readNBytes(MOST_BYTES);
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    private static Roi decoded(byte[] bytes, String entry) throws IOException {
        RoiSizes.require(bytes);
        Roi roi = RoiDecoder.openFromByteArray(bytes);
        if (roi == null) throw new IOException("not a ROI: " + entry);
        String name = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
        roi.setName(name.replaceFirst("(?i)\\.roi$", ""));
        return roi;
    }

    /** ROIs as a zip, named as they are; without a time of day, so that the same ROIs are the same bytes. */
    static byte[] zip(List<Roi> rois) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Roi roi : rois) {
                ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(RoiEncoder.saveAsByteArray(roi));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
