package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.page.CaseCard;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** The lesions that the user means: ROIs or labels, one for each row. */
public final class LesionFinder {

    /** Answers what only the user can. */
    public interface Asker {

        /** Nobody is there: a macro, a script, no screen. */
        Asker NOBODY = new Asker() {
            @Override
            public MaskSource choose(String key, List<MaskChoice> masks) throws InvalidInputException {
                throw new InvalidInputException("There are a mask from the "
                        + masks.stream()
                                .map(MaskChoice::toString)
                                .collect(Collectors.joining(" and a different one from the "))
                        + ": say which, with "
                        + masks.stream()
                                .map(mask -> key + "=[" + mask.source().text() + "]")
                                .collect(Collectors.joining(" or "))
                        + ".");
            }

            @Override
            public int slice(Roi roi, int slices) throws InvalidInputException {
                throw new InvalidInputException(
                        English.capital(RoiPlace.named(roi)) + " is on no slice: select it, go to its slice and "
                                + "press Update in the ROI Manager, or name it like 0009-0033-0044.");
            }
        };

        /**
         * Which of several masks that differ is meant; throws to refuse.
         *
         * @param key the option that would have said it
         * @param masks at least two
         * @throws InvalidInputException if none is chosen
         */
        MaskSource choose(String key, List<MaskChoice> masks) throws InvalidInputException;

        /**
         * The slice of a ROI that is on none, 1..slices; throws to refuse.
         *
         * @throws InvalidInputException if none is said
         */
        int slice(Roi roi, int slices) throws InvalidInputException;

        /**
         * Tells why lesions are stopped; ends the command unless they are to be measured all the same.
         *
         * @return what their rows shall say of the answer; empty where nobody was asked
         */
        default Optional<String> stopped(List<String> reasons) {
            return Optional.empty();
        }

        /**
         * Takes the answer, for whoever is before the screen.
         *
         * @param cards one for each row, at least one
         */
        default void answered(List<CaseCard> cards) {}
    }

    /** How the note begins that says what automatic took. */
    static final String TAKEN = "Mask: ";

    private final ImagePlus image;
    private final Scan scan;
    private final ExtractOptions options;
    private final Asker asker;
    private final RoiSources sources;
    private final String key;

    /**
     * In the image that is open.
     *
     * @param scan the same as a volume in the patient
     */
    public LesionFinder(ImagePlus image, Scan scan, ExtractOptions options, Asker asker) {
        this(image, scan, options, asker, "mask", null);
    }

    /**
     * @param key the option that says where the mask is
     * @param companion the other scan of a pair; null: there is none
     */
    LesionFinder(ImagePlus image, Scan scan, ExtractOptions options, Asker asker, String key, ImagePlus companion) {
        this.image = image;
        this.scan = scan;
        this.options = options;
        this.asker = asker;
        this.sources = new RoiSources(image, companion);
        this.key = key;
    }

    /**
     * At least one lesion.
     *
     * @throws InvalidInputException if there is none, or it cannot be used
     */
    public List<Lesion> find() throws InvalidInputException {
        MaskSource source = options.mask();
        Placement placement = options.placement();
        return switch (source) {
            case AUTOMATIC -> automatic();
            case MASK_IMAGE ->
                ofLabels(
                        Labels.of(MaskImage.open(options.get("maskimage"), image))
                                .onto(scan, placement),
                        "mask image");
            case MASK_FILE -> ofFile(placement);
            case ROI_FILE -> ofRois(sources.drawn(path("roi_path", "the ROI file"), asker));
            default -> ofRois(sources.drawn(source, asker));
        };
    }

    /** What was taken stands in the notes, as nobody has named it. */
    private List<Lesion> automatic() throws InvalidInputException {
        refuseUnusedPaths();
        MaskSource source =
                new AutomaticMask(image, sources, scan, Extraction.knownSpacing(scan, options), key).source(asker);
        return ofRois(sources.drawn(source, asker)).stream()
                .map(lesion -> lesion.noted(TAKEN + lesion.origin() + "."))
                .toList();
    }

    /**
     * A path that is given is meant; automatic would pass over it, and measure a selection that happens to be there.
     */
    private void refuseUnusedPaths() throws InvalidInputException {
        String[][] sources = {{"roi_path", "ROI file"}, {"maskimage", "mask image"}, {"maskpath", "mask file"}};
        for (String[] source : sources) {
            if (!options.get(source[0]).isEmpty()) {
                throw new InvalidInputException(Sentence.of(
                        Setting.of(source[0], options.get(source[0])),
                        " is given, but the mask is automatic: choose ",
                        Setting.of("mask", source[1]),
                        ", or leave it out."));
            }
        }
    }

    /** Those of ROIs, one for each row. */
    List<Lesion> ofRois(DrawnRois all) throws InvalidInputException {
        if (!Labels.isOpen(options.get("label"))) {
            throw new InvalidInputException(Sentence.of(
                    Setting.of("label", options.get("label")),
                    " is for masks that hold labels, and ROIs do not: leave it out, or use ",
                    Setting.of("rows", Rows.PER_GROUP.text()),
                    "."));
        }
        Rows rows = options.rows();
        Map<Object, List<DrawnRois.Placed>> byRow = new LinkedHashMap<>();
        DrawnRois drawn = rows == Rows.ONE ? all.ofOneLabel() : all;
        for (DrawnRois.Placed placed : drawn.placed()) {
            Object row = switch (rows) {
                case ONE -> "";
                case PER_ROI ->
                    placed.roi().getName() == null ? placed : placed.roi().getName();
                case PER_GROUP, PER_LABEL -> DrawnRois.group(placed.roi());
            };
            byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(placed);
        }
        List<Lesion> lesions = new ArrayList<>();
        for (Map.Entry<Object, List<DrawnRois.Placed>> row : byRow.entrySet()) {
            Lesion lesion = onGrid(
                    DrawnRois.mask(row.getValue(), image).lesion(drawn.source().text()));
            for (String note : drawn.notes()) lesion = lesion.noted(note);
            for (String doubt : drawn.doubts()) lesion = lesion.doubted(doubt);
            String roi = row.getKey() instanceof DrawnRois.Placed ? "ROI " + (lesions.size() + 1) : lesion.roi();
            if (rows == Rows.PER_ROI) lesion = lesion.asPart(roi);
            if (rows == Rows.PER_GROUP || rows == Rows.PER_LABEL) lesion = lesion.asPart("group " + row.getKey());
            lesions.add(lesion);
        }
        return lesions;
    }

    /** A stack need not run from feet to head as its scan does. */
    private Lesion onGrid(Lesion drawn) {
        Geometry geometry = scan.geometry();
        return geometry.isStoredInOrder() ? drawn : drawn.on(geometry.fromStored(whole(drawn.mask())));
    }

    @SuppressWarnings("unchecked")
    private RandomAccessibleInterval<NativeBoolType> whole(RandomAccessibleInterval<?> box) {
        return Views.interval(
                Views.extendValue((RandomAccessibleInterval<NativeBoolType>) box, new NativeBoolType(false)),
                new FinalInterval(
                        image.getWidth(), image.getHeight(), Planes.of(image).count()));
    }

    private List<Lesion> ofFile(Placement placement) throws InvalidInputException {
        Path file = path("maskpath", "the mask file");
        if (FileKind.ROIS.isNamed(file)) return ofRois(sources.drawn(file, asker));
        return ofLabels(labels(file, image, scan, placement), "mask file");
    }

    /**
     * A mask file on the grid of a scan that is open. One without orientation is in the order of the scan's file,
     * unless it is a TIFF: that comes from ImageJ, and is as displayed.
     */
    static Labels labels(Path file, ImagePlus image, Scan scan, Placement placement) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            StoredScan found = MaskFile.open(file, files);
            if (found instanceof TiffFile) return found.mask(scan, placement);
            Geometry stored = ImageScan.file(image, scan);
            return found.mask(Scan.unread(scan.name(), stored), placement);
        }
    }

    /** The lesions of a mask: the chosen label, or one for each. */
    List<Lesion> ofLabels(Labels labels, String source) throws InvalidInputException {
        return List.copyOf(options.rule()
                .marked(labels, options.get("label"), List.of(), source)
                .lesions()
                .values());
    }

    /** One for each label that has a voxel, in ascending order. */
    static List<Lesion> ofEach(Labels labels, String source) throws InvalidInputException {
        LesionRule rule = new LesionRule(Placement.CHECKED, true, false, new TreeMap<>());
        return List.copyOf(
                rule.marked(labels, Labels.ANY, List.of(), source).lesions().values());
    }

    /**
     * The lesion of one label of a mask.
     *
     * @param label as {@link Labels#number} reads it
     * @throws InvalidInputException if the label is not in the mask, or several are and none is named
     */
    public static Lesion lesion(Labels labels, String label, String source) throws InvalidInputException {
        return LesionRule.lesion(labels, labels.number(label), source);
    }

    private Path path(String key, String what) throws InvalidInputException {
        return Options.path(options.need(key, "The path of " + what, "path"));
    }
}
