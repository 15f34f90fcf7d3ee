package org.ichradiomics.imagej;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/**
 * An image and what a reader draws on it: one {@link Outline} in the order in which the image is shown, and the overlay
 * as its picture. Whoever draws (a task, the brush, a window) takes the image's one session and changes the outline
 * through {@link #change}; the overlay follows, and so what <i>Extract...</i> takes.
 *
 * <p>Areas that were in the overlay before, or that others put there since, belong to the outline: the label is the one
 * they were made of, or their group, else they are the haematoma.
 *
 * <p>Each method may be called from any thread; those that listen are told in the thread that changed something.
 */
public final class OutlineSession {

    private static final String OPEN = "ICH Radiomics outline";
    private static final Map<Tissue, Color> COLOURS = Map.of(
            Tissue.HAEMATOMA, new Color(255, 64, 64), Tissue.IVH, new Color(64, 160, 255), Tissue.OEDEMA, Color.YELLOW);

    private final ImagePlus image;
    private final Scan scan;
    private final Outline outline;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<List<Drawn>> drawn = new ArrayList<>();
    private byte[] shown;
    private Head head;
    private int headOf;

    /** A ROI of the outline, and where it was when it was made: it may be moved by hand. */
    private record Drawn(Roi roi, Rectangle bounds) {

        boolean is(Roi other) {
            return roi == other && bounds.equals(other.getBounds());
        }
    }

    /** A step of drawing. */
    @FunctionalInterface
    public interface Step {

        /**
         * Draws.
         *
         * @return whether anything changed
         * @throws InvalidInputException what the user can mend; nothing is drawn then
         */
        boolean on(Outline outline) throws InvalidInputException;
    }

    private OutlineSession(ImagePlus image, Scan scan, Spacing spacing) {
        this.image = image;
        this.scan = scan;
        VoxelGrid grid = new VoxelGrid(
                image.getWidth(), image.getHeight(), Planes.of(image).count(), spacing);
        outline = new Outline(grid);
        shown = new byte[grid.size()];
        for (int z = 0; z < grid.nz(); z++) drawn.add(List.of());
    }

    /**
     * The session of an image, begun if there is none.
     *
     * @throws InvalidInputException if there is no image, it is no scan, its voxel size is not known, or what is in its
     *     overlay cannot be drawn on it
     */
    public static OutlineSession of(ImagePlus image) throws InvalidInputException {
        return of(image, GivenSpacing.NONE);
    }

    /**
     * The same for an image whose voxel size a user tells.
     *
     * @throws InvalidInputException as the other, or if what is told contradicts the image
     */
    public static synchronized OutlineSession of(ImagePlus image, GivenSpacing given) throws InvalidInputException {
        Scan scan = ImageScan.of(image).spaced(given);
        double[] mm = scan.geometry().storedSpacing();
        Spacing spacing = new Spacing(mm[0], mm[1], mm[2]);
        boolean isOpen = image.getProperty(OPEN) instanceof OutlineSession open && open.fits(image, spacing);
        OutlineSession session =
                isOpen ? (OutlineSession) image.getProperty(OPEN) : new OutlineSession(image, scan, spacing);
        image.setProperty(OPEN, session);
        session.takeOverlay();
        return session;
    }

    private boolean fits(ImagePlus other, Spacing spacing) {
        VoxelGrid grid = outline.grid();
        return image == other
                && grid.nx() == other.getWidth()
                && grid.ny() == other.getHeight()
                && grid.nz() == Planes.of(other).count()
                && grid.spacing().equals(spacing);
    }

    /** The image on which is drawn. */
    public ImagePlus image() {
        return image;
    }

    /** The image as a scan, its voxel size known. */
    public Scan scan() {
        return scan;
    }

    /** What is drawn, to be looked at: x, y and z as the image is shown, from 0. */
    public Outline outline() {
        return outline;
    }

    /** The scan made ready to grow and paint in; made anew where the image's voxels were changed. */
    public synchronized Head head() {
        int now = hash();
        if (head == null || headOf != now) {
            head = Head.of(
                    scan.geometry().toStored(scan.hu()),
                    outline.grid().spacing(),
                    voxel -> ImagePoints.inFile(voxel, image));
            headOf = now;
        }
        return head;
    }

    private int hash() {
        int hash = 1;
        for (int slice = 1; slice <= outline.grid().nz(); slice++) {
            Object pixels = image.getStack().getPixels(Planes.of(image).index(slice));
            int ofSlice = pixels instanceof short[] s
                    ? Arrays.hashCode(s)
                    : pixels instanceof float[] f ? Arrays.hashCode(f) : Arrays.hashCode((byte[]) pixels);
            hash = 31 * hash + ofSlice;
        }
        return hash;
    }

    /**
     * Takes a step: what others changed in the overlay is taken over first, then the step is drawn and shown, and those
     * that listen are told.
     *
     * @return whether anything changed
     * @throws InvalidInputException if the step does, or what is in the overlay cannot be drawn on the image
     */
    public synchronized boolean change(Step step) throws InvalidInputException {
        takeOverlay();
        boolean isChanged = step.on(outline);
        if (isChanged) show();
        return isChanged;
    }

    /** Calls somebody after each change; told more than once, it is called once. */
    public void listen(Runnable listener) {
        if (!listeners.contains(listener)) listeners.add(listener);
    }

    /** Calls it no more. */
    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Makes the outline what a mask file holds, in one step.
     *
     * @param placement what is done if it does not lie on the image
     * @return whether anything changed
     * @throws InvalidInputException if the file cannot be read, does not fit, or has a label above 255
     */
    public boolean open(Path file, Placement placement) throws InvalidInputException {
        return open(file, placement, "mask file " + file.getFileName());
    }

    /**
     * The same of a file of which it is known how its outline was made.
     *
     * @throws InvalidInputException as the other
     */
    public boolean open(Path file, Placement placement, String made) throws InvalidInputException {
        Labels labels = LesionFinder.labels(file, image, scan, placement);
        byte[] read = new byte[outline.grid().size()];
        for (Label label : labels.list()) {
            int value = LabelVolume.fitting(label.value(), "save it with other numbers");
            mark(labels.select(Long.toString(label.value())), (byte) value, read);
        }
        return change(drawing -> drawing.become(outline(read), made));
    }

    private <B extends BooleanType<B>> void mark(RandomAccessibleInterval<B> inside, byte label, byte[] labels) {
        Cursor<B> voxels = Views.flatIterable(scan.geometry().toStored(inside)).cursor();
        for (int i = 0; i < labels.length; i++) if (voxels.next().get()) labels[i] = label;
    }

    private Outline outline(byte[] labels) {
        return Outline.of(
                ArrayImgs.unsignedBytes(labels, image.getWidth(), image.getHeight(), drawn.size()), outline.grid());
    }

    /**
     * Writes the outline in the order of the scan's own file.
     *
     * @param file named as {@link LabelVolume#requireNamed} wants it; appears whole or not at all
     * @return whether anything was written, and not the same there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public boolean write(Path file, Replacing replacing) throws InvalidInputException {
        return volume().write(file, replacing);
    }

    /**
     * The outline as it is now, as a mask of the scan.
     *
     * @throws InvalidInputException never: what is drawn are labels
     */
    public synchronized Labels labels() throws InvalidInputException {
        return Labels.of(Scan.of(image.getTitle(), outline.labels(), scan.geometry()));
    }

    /** The outline as it is now, as a mask that can be written. */
    public synchronized LabelVolume volume() {
        return new LabelVolume(ImageScan.file(image, scan), scan.geometry().fromStored(outline.labels()))
                .of(OpenedFrom.of(image));
    }

    /** Shows the outline in the overlay: the slices that changed are drawn anew. */
    private void show() {
        byte[] now = bytes(outline);
        int plane = image.getWidth() * image.getHeight();
        for (int z = 0; z < drawn.size(); z++) {
            int from = z * plane;
            if (!Arrays.equals(shown, from, from + plane, now, from, from + plane))
                drawn.set(z, rois(Arrays.copyOfRange(now, from, from + plane), z + 1));
        }
        shown = now;
        Overlay overlay = new Overlay();
        if (image.getOverlay() != null) for (Roi roi : image.getOverlay().toArray()) if (!isArea(roi)) overlay.add(roi);
        for (List<Drawn> ofSlice : drawn) ofSlice.forEach(one -> overlay.add(one.roi));
        image.setOverlay(overlay.size() == 0 ? null : overlay);
        listeners.forEach(Runnable::run);
    }

    private List<Drawn> rois(byte[] labels, int slice) {
        boolean[] there = new boolean[256];
        for (byte label : labels) there[label & 255] = true;
        List<Drawn> rois = new ArrayList<>();
        for (int label = 1; label < there.length; label++) {
            if (!there[label]) continue;
            ByteProcessor inside = new ByteProcessor(image.getWidth(), image.getHeight());
            for (int i = 0; i < labels.length; i++) if ((labels[i] & 255) == label) inside.set(i, 255);
            Roi roi = MaskRois.roi(inside, slice, image, label, false);
            roi.setProperty(MaskRois.LABEL, Integer.toString(label));
            Tissue.of(label).map(COLOURS::get).ifPresent(roi::setStrokeColor);
            rois.add(new Drawn(roi, roi.getBounds()));
        }
        return rois;
    }

    /** Areas that others drew or removed in the overlay become a step of the outline. */
    private void takeOverlay() throws InvalidInputException {
        List<Roi> areas = new ArrayList<>();
        if (image.getOverlay() != null) for (Roi roi : image.getOverlay().toArray()) if (isArea(roi)) areas.add(roi);
        List<Drawn> ours = drawn.stream().flatMap(List::stream).toList();
        boolean isOurs = areas.size() == ours.size()
                && IntStream.range(0, ours.size()).allMatch(i -> ours.get(i).is(areas.get(i)));
        if (isOurs) return;
        byte[] labels = areas.isEmpty() ? new byte[outline.grid().size()] : labels(areas);
        if (outline.become(outline(labels), "ROIs of the overlay")) show();
    }

    /**
     * Makes the outline what the ROI Manager holds of the image, in one step, where nothing is drawn yet.
     *
     * @return whether anything changed
     * @throws InvalidInputException if a ROI cannot be drawn on the image
     */
    synchronized boolean takeManaged() throws InvalidInputException {
        RoiSources sources = new RoiSources(image, null);
        boolean isDrawn = IntStream.range(0, outline.grid().size()).anyMatch(i -> outline.label(i) > 0);
        if (isDrawn || !sources.there().contains(MaskSource.ROI_MANAGER)) return false;
        List<Roi> managed = sources.drawn(MaskSource.ROI_MANAGER, LesionFinder.Asker.NOBODY).placed().stream()
                .map(DrawnRois.Placed::roi)
                .toList();
        byte[] labels = labels(managed);
        return change(drawing -> drawing.become(outline(labels), "ROIs of the ROI Manager"));
    }

    private byte[] labels(List<Roi> areas) throws InvalidInputException {
        DrawnRois placed = DrawnRois.of(MaskSource.OVERLAY, areas, image, LesionFinder.Asker.NOBODY);
        byte[] labels = new byte[outline.grid().size()];
        for (DrawnRois.Placed one : placed.placed()) {
            DrawnMask mask = DrawnRois.mask(List.of(one), image);
            int label = MaskRois.label(one.roi()).orElse(Tissue.HAEMATOMA.label());
            mask.forEach(i -> labels[i] = (byte) label);
        }
        return labels;
    }

    private static boolean isArea(Roi roi) {
        return RoiPlace.isArea(roi) && !RoiPlace.isDecoration(roi);
    }

    private static byte[] bytes(Outline outline) {
        ArrayImg<UnsignedByteType, ?> labels = (ArrayImg<UnsignedByteType, ?>) outline.labels();
        return ((ByteArray) labels.update(null)).getCurrentStorageArray();
    }
}
