package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

import org.ichradiomics.format.Geometry;
import org.ichradiomics.format.Label;
import org.ichradiomics.format.Labels;
import org.ichradiomics.format.Placement;
import org.ichradiomics.format.Scan;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.report.Lesion;

/** The lesions that the user means: ROIs or labels, one for each row. */
public final class LesionFinder {

    /** Answers what only the user can. */
    public interface Asker {

        /** Nobody is there: a macro, a script, no screen. */
        Asker NOBODY = new Asker() {
            @Override
            public void takes(MaskSource source, List<MaskSource> differing) throws InvalidInputException {
                throw new InvalidInputException("There are a mask from the " + source.text() + " and a different one from the "
                        + differing.get(0).text() + ": say which, with mask=[" + source.text() + "] or mask=[" + differing.get(0).text() + "].");
            }

            @Override
            public int slice(Roi roi, int slices) throws InvalidInputException {
                throw new InvalidInputException(RoiPlace.capital(RoiPlace.named(roi)) + " is on no slice: select it, go to its slice and "
                        + "press Update in the ROI Manager, or name it like 0009-0033-0044.");
            }
        };

        /** Tells which of several different masks is taken; throws to refuse. */
        void takes(MaskSource source, List<MaskSource> differing) throws InvalidInputException;

        /** The slice of a ROI that is on none, 1..slices; throws to refuse. */
        int slice(Roi roi, int slices) throws InvalidInputException;

        /**
         * Tells why lesions are stopped; ends the command unless they are to be measured all the same.
         *
         * @return what their rows shall say of the answer; empty where nobody was asked
         */
        default Optional<String> stopped(List<String> reasons) {
            return Optional.empty();
        }
    }

    private record Placed(Roi roi, int slice) {
    }

    private final ImagePlus image;
    private final Scan scan;
    private final ExtractOptions options;
    private final Asker asker;
    private int onOtherFrames;

    public LesionFinder(ImagePlus image, Scan scan, ExtractOptions options, Asker asker) {
        this.image = image;
        this.scan = scan;
        this.options = options;
        this.asker = asker;
    }

    /**
     * At least one lesion.
     *
     * @throws InvalidInputException if there is none, or it cannot be used
     */
    public List<Lesion> find() throws InvalidInputException {
        MaskSource source = options.mask();
        Placement placement = options.placement();
        if (source == MaskSource.AUTOMATIC) {
            refuseUnusedPaths();
            source = automatic();
        }
        return switch (source) {
            case MASK_IMAGE -> ofLabels(Labels.of(MaskImage.open(options.get("maskimage"), image)).onto(scan, placement), "mask image");
            case MASK_FILE -> ofFile(placement);
            default -> ofRois(placed(rois(source)), source.text());
        };
    }

    /** A path that is given is meant; automatic would pass over it, and measure a selection that happens to be there. */
    private void refuseUnusedPaths() throws InvalidInputException {
        String[][] sources = {{"roi_path", "ROI file"}, {"maskimage", "mask image"}, {"maskpath", "mask file"}};
        for (String[] source : sources) {
            if (!options.get(source[0]).isEmpty()) {
                throw new InvalidInputException("The option " + source[0] + " is given, but the mask is automatic: choose mask=[" + source[1]
                        + "], or leave " + source[0] + " out.");
            }
        }
    }

    /** The source that {@code automatic} means here. */
    private MaskSource automatic() throws InvalidInputException {
        List<MaskSource> there = new ArrayList<>();
        if (image.getRoi() != null && image.getRoi().isArea()) there.add(MaskSource.SELECTION);
        if (image.getOverlay() != null && image.getOverlay().size() > 0) there.add(MaskSource.OVERLAY);
        if (!managed().isEmpty()) there.add(MaskSource.ROI_MANAGER);
        if (there.isEmpty()) {
            if (image.getRoi() != null) RoiPlace.requireArea(image.getRoi());
            throw new InvalidInputException("There is no mask: draw the haematoma with an area tool, add its ROIs to the ROI Manager "
                    + "or the overlay of " + image.getTitle() + ", or choose a ROI file or a mask.");
        }
        MaskSource first = there.get(0);
        if (there.size() > 1) {
            DrawnMask taken = drawn(placed(rois(first)));
            List<MaskSource> differing = new ArrayList<>();
            for (MaskSource other : there.subList(1, there.size())) {
                if (!sameAs(taken, other)) differing.add(other);
            }
            if (!differing.isEmpty()) asker.takes(first, differing);
        }
        return first;
    }

    private boolean sameAs(DrawnMask taken, MaskSource other) {
        try {
            DrawnMask mask = new DrawnMask(image);
            for (Roi roi : rois(other)) {
                if (!RoiPlace.isOnCurrentFrame(roi, image)) continue;
                OptionalInt slice = RoiPlace.slice(roi, image);
                if (slice.isEmpty()) return false;
                mask.add(roi, slice.getAsInt());
            }
            return taken.covers(mask);
        } catch (InvalidInputException e) {
            // What cannot be drawn on this image is certainly not the same.
            return false;
        }
    }

    private List<Roi> rois(MaskSource source) throws InvalidInputException {
        return switch (source) {
            case SELECTION -> selection();
            case OVERLAY -> overlay();
            case ROI_MANAGER -> manager();
            case ROI_FILE -> RoiFile.read(path("roi_path", "the ROI file"));
            default -> throw new IllegalArgumentException("no ROIs in " + source);
        };
    }

    private List<Roi> selection() throws InvalidInputException {
        Roi roi = image.getRoi();
        if (roi == null) {
            throw new InvalidInputException("There is no selection on " + image.getTitle() + ": draw the haematoma with an area tool.");
        }
        Roi here = (Roi) roi.clone();
        if (image.getNSlices() > 1) here.setPosition(0, ImageScan.position(image)[1], 0);
        return List.of(here);
    }

    private List<Roi> overlay() throws InvalidInputException {
        if (image.getOverlay() == null || image.getOverlay().size() == 0) {
            throw new InvalidInputException("The image " + image.getTitle() + " has no overlay: add the drawn ROIs with Image > Overlay > "
                    + "Add Selection..., or choose another mask source.");
        }
        return List.of(image.getOverlay().toArray());
    }

    private static List<Roi> manager() throws InvalidInputException {
        if (!Screen.isThere()) {
            throw new InvalidInputException("There is no ROI Manager without a screen: use mask=[ROI file] with roi_path, or an overlay.");
        }
        List<Roi> rois = managed();
        if (rois.isEmpty()) {
            throw new InvalidInputException("The ROI Manager is empty: draw the haematoma slice by slice and press t after each, "
                    + "or choose another mask source.");
        }
        return rois;
    }

    private static List<Roi> managed() {
        if (!Screen.isThere()) return List.of();
        RoiManager manager = RoiManager.getInstance2();
        return manager == null ? List.of() : List.of(manager.getRoisAsArray());
    }

    private List<Placed> placed(List<Roi> rois) throws InvalidInputException {
        List<Placed> placed = new ArrayList<>();
        for (Roi roi : rois) {
            RoiPlace.requireArea(roi);
            if (!RoiPlace.isOnCurrentFrame(roi, image)) {
                onOtherFrames++;
                continue;
            }
            OptionalInt slice = RoiPlace.slice(roi, image);
            placed.add(new Placed(roi, slice.isPresent() ? slice.getAsInt() : asker.slice(roi, image.getNSlices())));
        }
        if (placed.isEmpty()) {
            throw new InvalidInputException("No ROI is on the current channel and frame of " + image.getTitle()
                    + ": go to the frame on which the haematoma was drawn.");
        }
        return placed;
    }

    private DrawnMask drawn(List<Placed> rois) throws InvalidInputException {
        DrawnMask mask = new DrawnMask(image);
        for (Placed placed : rois) mask.add(placed.roi, placed.slice);
        return mask;
    }

    private List<Lesion> ofRois(List<Placed> rois, String source) throws InvalidInputException {
        if (!options.get("label").equalsIgnoreCase(Labels.ANY)) {
            throw new InvalidInputException("The option label is for masks that hold labels, and ROIs do not: leave it out, or use rows=[per group].");
        }
        Rows rows = options.rows();
        Map<Object, List<Placed>> byRow = new LinkedHashMap<>();
        for (Placed placed : rois) {
            Object row = switch (rows) {
                case ONE -> "";
                case PER_ROI -> placed.roi.getName() == null ? placed : placed.roi.getName();
                case PER_GROUP -> placed.roi.getGroup();
            };
            byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(placed);
        }
        List<Lesion> lesions = new ArrayList<>();
        for (Map.Entry<Object, List<Placed>> row : byRow.entrySet()) {
            Lesion lesion = onGrid(drawn(row.getValue()).lesion(source));
            if (onOtherFrames > 0) lesion = lesion.noted(onOtherFrames + " ROIs on other channels or frames were left out.");
            lesions.add(switch (rows) {
                case ONE -> lesion;
                case PER_ROI -> lesion.asPart(lesion.roi().isEmpty() ? "ROI " + (lesions.size() + 1) : lesion.roi());
                case PER_GROUP -> lesion.asPart("group " + row.getKey());
            });
        }
        return lesions;
    }

    /** A stack need not run from feet to head as its scan does. */
    private Lesion onGrid(Lesion drawn) {
        Geometry geometry = scan.geometry();
        return geometry.isStoredInOrder() ? drawn
                : new Lesion(drawn.part(), drawn.roi(), drawn.origin(), geometry.fromStored(whole(drawn.mask())), drawn.notes());
    }

    @SuppressWarnings("unchecked")
    private RandomAccessibleInterval<NativeBoolType> whole(RandomAccessibleInterval<?> box) {
        return Views.interval(Views.extendValue((RandomAccessibleInterval<NativeBoolType>) box, new NativeBoolType(false)),
                new FinalInterval(image.getWidth(), image.getHeight(), image.getNSlices()));
    }

    private List<Lesion> ofFile(Placement placement) throws InvalidInputException {
        Path file = path("maskpath", "the mask file");
        if (RoiFile.isOne(file)) return ofRois(placed(RoiFile.read(file)), "ROI file");
        return ofLabels(labels(file, image, scan, placement), "mask file");
    }

    /**
     * A mask file on the grid of a scan that is open. One without orientation is in the order of the scan's file, unless it is a TIFF:
     * that comes from ImageJ, and is as displayed.
     */
    static Labels labels(Path file, ImagePlus image, Scan scan, Placement placement) throws InvalidInputException {
        if (ImageFile.isTiff(file)) return ImageFile.labels(file).onto(scan, placement);
        Geometry stored = ImageScan.file(image, scan);
        return ImageFile.labels(file).onto(Scan.of(scan.name(), stored.toStored(scan.hu()), stored), placement);
    }

    /** The lesions of a mask: the chosen label, or one for each. */
    List<Lesion> ofLabels(Labels labels, String source) throws InvalidInputException {
        labels.requireLabelled();
        List<Lesion> lesions = new ArrayList<>();
        if (options.rows() == Rows.PER_GROUP) {
            for (Label label : labels.list()) {
                lesions.add(lesion(labels, Long.toString(label.value()), source).asPart("label " + label.value()));
            }
        } else {
            lesions.add(lesion(labels, options.get("label"), source));
        }
        return lesions;
    }

    /** The lesion of one label of a mask. */
    public static Lesion lesion(Labels labels, String label, String source) throws InvalidInputException {
        String name = labels.list().size() == 1 ? "" : "label " + label;
        return new Lesion(name, source + " " + labels.name() + (name.isEmpty() ? "" : ", " + name), labels.select(label), labels.warnings());
    }

    private Path path(String key, String what) throws InvalidInputException {
        if (options.get(key).isEmpty()) throw new InvalidInputException("The path of " + what + " is missing: write " + key + "=[path].");
        return Options.path(options.get(key));
    }
}
