package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.VirtualStack;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/** The lesion that a mask file marks on a scan: a label of a volume, or the ROIs of ImageJ. */
public final class MaskFile {

    private MaskFile() {}

    /**
     * The volume of a mask file with its labels as values, on which other masks can be laid.
     *
     * @throws InvalidInputException if the file is not there or cannot be read
     */
    public static Scan volume(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return open(file, files).labels();
        }
    }

    /** @throws InvalidInputException if the file is not there, cannot be read or holds no labels */
    public static Labels labels(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return open(file, files).mask();
        }
    }

    /**
     * The labels of a mask file on the grid of a scan.
     *
     * @throws InvalidInputException as {@link #lesion(Path, String, Placement, ImageFile)}, but for the label
     */
    public static Labels labels(Path file, Scan scan, Placement placement) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return open(file, files).mask(scan, placement);
        }
    }

    /**
     * The labels of a mask file, in words to choose by, with what is to be known of them.
     *
     * @param notes gets a sentence for each doubt
     * @throws InvalidInputException if the file is not there, cannot be read or holds no labels
     */
    public static List<String> listed(Path file, Consumer<String> notes) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return open(file, files).listed(notes);
        }
    }

    /**
     * Looks whether a mask can be read and lies on its scan, as far as their headers tell; of ROIs they tell nothing.
     *
     * @param scan empty where it is not known
     * @throws InvalidInputException if not
     */
    public static void requireFits(Path file, Optional<Header> scan, Placement placement) throws InvalidInputException {
        if (FileKind.ROIS.isNamed(file)) return;
        try (OpenFiles files = new OpenFiles()) {
            StoredScan mask = open(file, files);
            if (scan.isPresent()) mask.requireFits(scan.get(), placement);
        }
    }

    static StoredScan open(Path file, OpenFiles files) throws InvalidInputException {
        return ImageFile.open(FileKind.ofMask(file, files), file, files);
    }

    /** @throws InvalidInputException as {@link #lesion(Path, String, Placement, ImageFile, OpenFiles)} */
    public static Lesion lesion(Path mask, String label, Placement placement, ImageFile image)
            throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return lesion(mask, label, placement, image, files);
        }
    }

    /**
     * @param label as {@link Labels#number} reads it
     * @param placement what is done if it does not fit
     * @throws InvalidInputException if the mask cannot be read, does not fit the scan, or leaves open which label is
     *     meant
     */
    public static Lesion lesion(Path mask, String label, Placement placement, ImageFile image, OpenFiles files)
            throws InvalidInputException {
        return marked(mask, label, List.of(), LesionRule.of(placement), image, files)
                .main();
    }

    /**
     * The lesions that a mask file marks on a scan, all pieces of them.
     *
     * @param label as {@link LesionRule#marked} reads it, which reads besides as well
     * @throws InvalidInputException as {@link LesionRule#marked}, if the mask cannot be read or does not fit the scan,
     *     and of ROIs, if anything is asked of their labels
     */
    static Marked marked(
            Path mask, String label, Collection<String> besides, LesionRule rule, ImageFile image, OpenFiles files)
            throws InvalidInputException {
        FileKind kind = FileKind.ofMask(mask, files);
        if (kind != FileKind.ROIS) {
            Labels labels = ImageFile.open(kind, mask, files).mask(image.scan(), rule.placement());
            return rule.marked(labels, label, besides, "mask file");
        }
        String holds = "The ROI file " + mask.getFileName() + " holds no labels";
        if (!Labels.isOpen(label) || !besides.isEmpty())
            throw new InvalidInputException(holds + ": leave the label out.");
        if (rule.isPerLabel())
            throw new InvalidInputException(holds + ", and a row for each label is asked: leave the rows out.");
        return Marked.of(Rois.lesion(mask, image, files));
    }

    /** The image on which the ROIs were drawn, of which they need the size only. */
    static ImagePlus grid(Scan scan) {
        return new ImagePlus(
                scan.name(),
                new VirtualStack(
                        scan.geometry().size(0),
                        scan.geometry().size(1),
                        scan.geometry().size(2)));
    }

    /** A class of its own, so that a run without ROIs does not load ImageJ's. */
    private static final class Rois {

        static Lesion lesion(Path mask, ImageFile image, OpenFiles files) throws InvalidInputException {
            Scan scan = image.scan();
            // Of a TIFF the scan is in the order of its slices; any other file is shown in LPS, and so were its ROIs
            // drawn.
            if (image.tiff().isPresent()) return drawn(mask, image.tiff().get(), scan, files);
            Scan shown = Scan.unread(scan.name(), scan.geometry().inThisOrder());
            Lesion lesion = drawn(mask, MaskFile.grid(scan), shown, files);
            String axes = scan.geometry().storedAxes().orElse("LPS");
            return axes.equals("LPS")
                    ? lesion
                    : lesion.noted("The ROIs were laid on " + scan.name() + " turned from " + axes
                            + " to LPS: if they were drawn on the stored order, they lie mirrored.");
        }

        private static Lesion drawn(Path mask, ImagePlus image, Scan scan, OpenFiles files)
                throws InvalidInputException {
            LesionFinder.Asker nobody = LesionFinder.Asker.NOBODY;
            DrawnRois drawn = DrawnRois.of(MaskSource.ROI_FILE, RoiFile.read(mask, files), image, nobody);
            return new LesionFinder(image, scan, ExtractOptions.of(Map.of()), nobody)
                    .ofRois(drawn)
                    .get(0);
        }
    }
}
