package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomSeries;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * <i>Open CT...</i>: any file or folder that holds a scan, as an image in HU and mm that remembers where it lies in the
 * patient.
 */
public final class CtOpening {

    /** Those of <i>Open CT...</i> and {@code inspect}. */
    public static final List<Option> OPTIONS = List.of(
            Option.of(
                            Option.Kind.FILE_OR_FOLDER,
                            "Path",
                            "",
                            "A file of any format that is read, or a folder with DICOM files; of several series, the "
                                    + "one with most slices.")
                    .called("CT (file or folder)")
                    .place("PATH"),
            Option.word("Series", "", "Which of several series, from 1; where somebody is at the screen, it is asked.")
                    .askedWhenItMatters(),
            CommonOptions.JSON.meaning("As one JSON object; null for a distance that is not known."));

    /** Answers what only the user can. */
    @FunctionalInterface
    public interface Chooser {
        /** Nobody is there: the first, which is the longest series. */
        Chooser FIRST = choices -> choices.keySet().iterator().next();

        /**
         * @param choices value of the option → what it means, in order, at least two
         * @return one of the values
         */
        String choose(Map<String, String> choices);
    }

    private CtOpening() {}

    /**
     * Opens a scan and shows it.
     *
     * @throws InvalidInputException if there is none at the path, or it cannot be read
     */
    public static ImagePlus run(Options options, Chooser chooser) throws InvalidInputException {
        List<String> notes = new ArrayList<>();
        IJ.showStatus("ICH Radiomics: reading");
        ImagePlus image = open(options, chooser, notes);
        PutAway.roisOfOthers(image);
        image.show();
        IJ.showStatus("");
        Said.show(notes);
        return image;
    }

    /** The scan, not shown. */
    static ImagePlus open(Options options, Chooser chooser, List<String> notes) throws InvalidInputException {
        Path path = Options.path(options.need("path", "The path of the CT", "/data/case1"));
        String series = options.get("series");
        try (OpenFiles files = new OpenFiles()) {
            StoredScan found = found(path, files);
            if (found instanceof DicomFolder folder) {
                return image(path, chosen(folder, title(path), series, chooser, notes), null, notes);
            }
            if (!series.isEmpty()) {
                throw new InvalidInputException(
                        "The option series is for DICOM, and " + path.getFileName() + " is none: leave it out.");
            }
            return image(path, found.scan(), found instanceof TiffFile tiff ? tiff.image() : null, notes);
        }
    }

    /**
     * The scan of a path, a TIFF as ImageJ has it.
     *
     * @throws InvalidInputException if there is none at the path, or it cannot be read
     */
    public static ImagePlus asItIs(Path path) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            StoredScan found = found(path, files);
            if (found instanceof TiffFile tiff) return tiff.image();
            List<String> notes = new ArrayList<>();
            Scan scan = found instanceof DicomFolder folder
                    ? chosen(folder, title(path), "", Chooser.FIRST, notes)
                    : found.scan();
            return image(path, scan, null, notes);
        }
    }

    private static StoredScan found(Path path, OpenFiles files) throws InvalidInputException {
        return ImageFile.open(FileKind.require(path, files), path, files);
    }

    private static ImagePlus image(Path path, Scan scan, ImagePlus tiff, List<String> notes) {
        Geometry file = tiff == null ? scan.geometry() : ImageScan.file(tiff, scan);
        ImagePlus image = CtImage.of(title(path), scan, file);
        OpenedFrom.keep(image, path);
        notes.addAll(scan.warnings());
        if (!CtImage.isExact(scan))
            notes.add(title(path) + " holds values that 32 bits cannot: they were rounded to the nearest float32.");
        overlay(tiff, scan).ifPresent(image::setOverlay);
        return image;
    }

    /** What was drawn on a TIFF goes with it, unless its slices were turned round. */
    private static Optional<Overlay> overlay(ImagePlus tiff, Scan scan) {
        if (tiff == null
                || tiff.getOverlay() == null
                || Planes.of(tiff).isPartOfMore()
                || !scan.geometry().isStoredInOrder()) return Optional.empty();
        Overlay overlay = new Overlay();
        for (Roi roi : tiff.getOverlay().toArray()) overlay.add(onSlice(roi, tiff));
        return Optional.of(overlay);
    }

    /** The slices of a CT are slices, whatever the TIFF calls them. */
    private static Roi onSlice(Roi drawn, ImagePlus tiff) {
        Roi roi = (Roi) drawn.clone();
        try {
            OptionalInt slice = Planes.of(tiff).isRenamed() ? RoiPlace.slice(drawn, tiff) : OptionalInt.empty();
            if (slice.isPresent()) roi.setPosition(slice.getAsInt());
        } catch (InvalidInputException e) {
            // Beyond the stack, which is told when it is measured.
        }
        return roi;
    }

    private static Scan chosen(DicomFolder folder, String name, String wanted, Chooser chooser, List<String> notes)
            throws InvalidInputException {
        List<DicomSeries> all = folder.all();
        String chosen = wanted.isEmpty() ? "1" : wanted;
        if (all.size() > 1) {
            Map<String, String> choices = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++)
                choices.put(Integer.toString(i + 1), all.get(i).description());
            if (wanted.isEmpty()) chosen = chooser.choose(choices);
            if (wanted.isEmpty() && chooser == Chooser.FIRST) {
                notes.add(name + " holds " + all.size() + " series, and the first was opened ("
                        + choices.get(chosen) + "): choose another with series=2"
                        + (all.size() > 2 ? " to series=" + all.size() : "") + ".");
            }
        }
        return all.get(number(chosen, all.size()) - 1).read();
    }

    private static int number(String text, int most) throws InvalidInputException {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) return number;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(Sentence.of(
                "There is no series " + text + ": use ",
                Setting.of("series", 1),
                most > 1 ? Sentence.of(" to ", Setting.of("series", most)) : "",
                "."));
    }

    private static String title(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "CT" : name.toString();
    }
}
