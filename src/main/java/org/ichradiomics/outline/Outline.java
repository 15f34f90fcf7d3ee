package org.ichradiomics.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * What a reader has drawn on a scan: f : {voxels of a grid} → {0, 1, …, 255}; 0 is nothing, the rest are labels, see
 * {@link Tissue}. Every step changes this one volume, is kept as the runs of voxels it changed, and can be undone and
 * redone.
 *
 * <p>Not thread-safe: the window's own thread draws.
 */
public final class Outline {

    /** Steps that can be taken back; older ones are forgotten. */
    public static final int STEPS = 200;

    /** How {@link #made} calls what was filled by shape. */
    public static final String BETWEEN = "filled between slices";

    private static final double ROOM = 4;

    private final VoxelGrid grid;
    private final byte[] labels;
    private final boolean[] empty;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Made> forgotten = new ArrayList<>();

    /** Voxels that changed, and the marks for slices that are meant to be empty, before and after. */
    private record Step(Change change, boolean[] before, boolean[] after, Made made) {}

    /** An outline with nothing drawn. */
    public Outline(VoxelGrid grid) {
        this.grid = grid;
        this.labels = new byte[grid.size()];
        this.empty = new boolean[grid.nz()];
    }

    /**
     * An outline that was drawn before.
     *
     * @param labels 3D, whole numbers 0 to 255
     * @throws IllegalArgumentException if it is no such volume, or not on the grid
     */
    public static <T extends RealType<T>> Outline of(RandomAccessibleInterval<T> labels, VoxelGrid grid) {
        if (labels.numDimensions() != 3
                || labels.dimension(0) != grid.nx()
                || labels.dimension(1) != grid.ny()
                || labels.dimension(2) != grid.nz()) {
            throw new IllegalArgumentException("the labels must have the voxels of the grid");
        }
        Outline outline = new Outline(grid);
        Cursor<T> cursor = Views.flatIterable(labels).cursor();
        for (int i = 0; i < outline.labels.length; i++) {
            double label = cursor.next().getRealDouble();
            if (!(label >= 0 && label <= 255) || label != Math.rint(label)) {
                throw new IllegalArgumentException("a label must be a whole number 0 to 255, was " + label);
            }
            outline.labels[i] = (byte) label;
        }
        return outline;
    }

    /** The grid of the scan. */
    public VoxelGrid grid() {
        return grid;
    }

    /** The label of a voxel, 0 to 255. */
    public int label(int index) {
        return labels[index] & 255;
    }

    /** The labels as a volume of their own, which later steps do not change. */
    public Img<UnsignedByteType> labels() {
        return ArrayImgs.unsignedBytes(labels.clone(), grid.nx(), grid.ny(), grid.nz());
    }

    /** The voxels of a label on each slice. */
    public int[] voxels(int label) {
        requireLabel(label);
        int[] voxels = new int[grid.nz()];
        int plane = grid.nx() * grid.ny();
        for (int i = 0; i < labels.length; i++) if (label(i) == label) voxels[i / plane]++;
        return voxels;
    }

    /** Volume of a label, mL. */
    public double millilitres(int label) {
        return IntStream.of(voxels(label)).sum() * grid.spacing().voxelVolume() / 1000;
    }

    /**
     * Adds what was grown. Voxels of other labels stay theirs.
     *
     * @throws IllegalArgumentException if it was grown on another grid
     */
    public boolean add(Grown grown, int label) {
        if (!grown.grid().equals(grid)) throw new IllegalArgumentException("the bleed was grown on another grid");
        Piece both = piece(label, grown.piece().box()).or(grown.piece());
        return write(both, false, Made.more(label, grown.how()));
    }

    /**
     * Makes a label what was grown, and nothing else. Voxels of other labels stay theirs.
     *
     * @return whether anything changed
     * @throws IllegalArgumentException if it was grown on another grid
     */
    public boolean set(Grown grown, int label) {
        requireLabel(label);
        if (!grown.grid().equals(grid)) throw new IllegalArgumentException("the bleed was grown on another grid");
        boolean[] wanted = new boolean[labels.length];
        grown.forEach(i -> wanted[i] = true);
        Change.Collector changes = new Change.Collector();
        for (int i = 0; i < labels.length; i++) {
            boolean isOther = labels[i] != 0 && label(i) != label;
            byte to = (byte) (wanted[i] ? label : 0);
            if (!isOther && labels[i] != to) changes.add(i, labels[i], to);
        }
        return take(changes, empty.clone(), Made.anew(label, grown.how()));
    }

    /**
     * Makes the whole outline what another one is, in one step.
     *
     * @param how in words, see {@link #made}
     * @return whether anything changed
     * @throws IllegalArgumentException if it is on another grid
     */
    public boolean become(Outline other, String how) {
        return become(other, Made.anew(0, how));
    }

    /** The same where the other one is this one, with a part of a label drawn anew. */
    public boolean become(Outline other, int label, String how) {
        return become(other, Made.more(label, how));
    }

    private boolean become(Outline other, Made made) {
        if (!other.grid.equals(grid)) throw new IllegalArgumentException("the outline was drawn on another grid");
        Change.Collector changes = new Change.Collector();
        for (int i = 0; i < labels.length; i++) {
            if (other.labels[i] != labels[i]) changes.add(i, labels[i], other.labels[i]);
        }
        return take(changes, other.empty.clone(), made);
    }

    /** Paints a label over whatever is there, where the lock lets it; false if nothing changed. */
    public boolean paint(Stroke stroke, int label, Head scan, Lock lock) {
        requireLabel(label);
        return stroke(stroke, label, -1, scan, lock, Made.more(label, "brush"));
    }

    /** Erases one label (0: any) where the lock lets it; false if nothing changed. */
    public boolean erase(Stroke stroke, int label, Head scan, Lock lock) {
        return stroke(stroke, 0, label == 0 ? -1 : label, scan, lock, Made.more(label, "eraser"));
    }

    private boolean stroke(Stroke stroke, int to, int only, Head scan, Lock lock, Made made) {
        if (!scan.grid().equals(grid)) throw new IllegalArgumentException("the outline was drawn on another grid");
        Change.Collector changes = new Change.Collector();
        double dx = grid.spacing().x();
        double dy = grid.spacing().y();
        Box box = stroke.z() < 0 || stroke.z() >= grid.nz() ? null : stroke.box(grid.nx(), grid.ny(), dx, dy);
        if (box == null) return false;
        for (int y = box.y0(); y <= box.y1(); y++) {
            for (int x = box.x0(); x <= box.x1(); x++) {
                int i = grid.index(x, y, stroke.z());
                boolean meant = only < 0 || label(i) == only;
                if (meant && label(i) != to && lock.lets(scan.hu(i)) && stroke.covers(x, y, dx, dy)) {
                    changes.add(i, labels[i], (byte) to);
                }
            }
        }
        return take(changes, empty.clone(), made);
    }

    /**
     * Fills the empty slices between the drawn ones of a label, but not across those marked empty; other labels stay.
     */
    public boolean fillBetween(int label) {
        return redraw(label, 1, false, BETWEEN, drawn -> {
            int first = drawn.box().z0();
            return Between.fill(
                    drawn, Arrays.copyOfRange(empty, first, first + drawn.box().depth()));
        });
    }

    /** Says of a slice that it is meant to be empty (or no longer), so that nothing is filled across it. */
    public boolean markEmpty(int z, boolean meant) {
        boolean[] marks = empty.clone();
        marks[z] = meant;
        return take(new Change.Collector(), marks, Made.more(0, ""));
    }

    /** Whether a slice was marked as meant to be empty. */
    public boolean isMarkedEmpty(int z) {
        return empty[z];
    }

    /**
     * Rounds the outline of a label on each slice; other labels stay.
     *
     * @param mm SD of the Gaussian, above 0
     */
    public boolean smooth(int label, double mm) {
        if (!(mm > 0 && mm <= 20)) {
            throw new IllegalArgumentException("The smoothing must be above 0 and at most 20 mm, was " + mm + ".");
        }
        return redraw(
                label,
                ROOM * mm,
                true,
                "smoothed by " + NumberText.plain(mm) + " mm",
                drawn -> Smoothing.of(drawn, mm));
    }

    /** Fills the holes of a label within each slice; other labels stay. */
    public boolean fillHoles(int label) {
        return redraw(label, 0, false, "holes filled", drawn -> drawn.or(drawn.holes()));
    }

    /** Removes the pieces of a label (joined by faces, edges, corners) that are smaller than a volume in mL. */
    public boolean removeIslands(int label, double millilitres) {
        if (!(millilitres > 0)) {
            throw new IllegalArgumentException("The volume must be above 0 mL, was " + millilitres + ".");
        }
        double voxels = millilitres * 1000 / grid.spacing().voxelVolume();
        int least = (int) Math.min(Integer.MAX_VALUE, Math.ceil(voxels - 1e-9));
        String how = "pieces below " + NumberText.plain(millilitres) + " mL removed";
        return redraw(label, 0, true, how, drawn -> Islands.without(drawn, least));
    }

    /** Removes all pieces of a label but the largest; pieces of the same size stay. */
    public boolean keepLargest(int label) {
        return redraw(label, 0, true, "largest piece kept", drawn -> Islands.without(drawn, Islands.largest(drawn)));
    }

    /**
     * Makes a label on one slice what it is on another; other labels stay.
     *
     * @throws InvalidInputException if there is no such slice, or nothing to copy
     */
    public boolean copySlice(int label, int from, int to) throws InvalidInputException {
        if (from < 0 || to < 0 || from >= grid.nz() || to >= grid.nz()) {
            throw new InvalidInputException("There is no slice to copy to: the scan has " + grid.nz() + ".");
        }
        Piece source = piece(label, Box.slice(grid, from));
        if (source.size() == 0) {
            throw new InvalidInputException(
                    "Nothing is drawn on slice " + (from + 1) + ": draw there first, then copy.");
        }
        Piece copy = new Piece(grid, Box.slice(grid, to));
        System.arraycopy(source.slice(0), 0, copy.slice(0), 0, source.slice(0).length);
        return write(copy, true, Made.more(label, "slice copied"));
    }

    /** Removes a label everywhere (0: every label). */
    public boolean clear(int label) {
        Change.Collector changes = new Change.Collector();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && (label == 0 || label(i) == label)) changes.add(i, labels[i], (byte) 0);
        }
        return take(changes, empty.clone(), Made.anew(label, ""));
    }

    /** Takes the last step back; false if there is none. */
    public boolean undo() {
        return move(done, undone, step -> step.change.undo(labels), Step::before);
    }

    /** Does again what was taken back last; false if there is nothing. */
    public boolean redo() {
        return move(undone, done, step -> step.change.redo(labels), Step::after);
    }

    private boolean move(Deque<Step> from, Deque<Step> to, Consumer<Step> write, Function<Step, boolean[]> marks) {
        Step step = from.pollLast();
        if (step == null) return false;
        write.accept(step);
        System.arraycopy(marks.apply(step), 0, empty, 0, empty.length);
        to.addLast(step);
        return true;
    }

    /**
     * How the outline came to be: the growth with its points and limits, and the kinds of corrections since, such as
     * {@code grown from 68,62,12 between 48.5 and 100.0 HU within 80 mm; brush × 3; eraser}. Steps that were taken back
     * are left out, and what was drawn before a label was drawn anew.
     */
    public String made() {
        return Made.text(
                Stream.concat(forgotten.stream(), done.stream().map(Step::made)).toList());
    }

    /** Steps that can be taken back, 0 to {@link #STEPS}. */
    public int undoable() {
        return done.size();
    }

    /** Steps that can be done again. */
    public int redoable() {
        return undone.size();
    }

    /** A label in the smallest box that holds it; in an empty one where nothing is drawn. */
    Piece piece(int label) {
        int[] found =
                IntStream.range(0, labels.length).filter(i -> label(i) == label).toArray();
        return piece(label, found.length == 0 ? Box.slice(grid, 0) : Box.round(grid, IntStream.of(found)));
    }

    private Piece piece(int label, Box box) {
        requireLabel(label);
        Piece piece = new Piece(grid, box);
        for (int k = 0; k < box.depth(); k++) {
            boolean[] slice = piece.slice(k);
            for (int p = 0; p < slice.length; p++) slice[p] = label(piece.index(k, p)) == label;
        }
        return piece;
    }

    /** Draws a label anew from what it is in the smallest box, wider by a distance; false where nothing is drawn. */
    private boolean redraw(int label, double mm, boolean removing, String said, UnaryOperator<Piece> how) {
        requireLabel(label);
        int[] found =
                IntStream.range(0, labels.length).filter(i -> label(i) == label).toArray();
        if (found.length == 0) return false;
        Box box = Box.round(grid, IntStream.of(found)).padded(grid, mm);
        return write(how.apply(piece(label, box)), removing, Made.more(label, said));
    }

    /**
     * Makes a label within a box what a piece says: set where nothing was, and, if told, removed where it no longer is.
     */
    private boolean write(Piece piece, boolean removing, Made made) {
        int label = made.label();
        Change.Collector changes = new Change.Collector();
        Box box = piece.box();
        for (int k = 0; k < box.depth(); k++) {
            boolean[] slice = piece.slice(k);
            for (int p = 0; p < slice.length; p++) {
                int i = piece.index(k, p);
                if (slice[p] && labels[i] == 0) {
                    changes.add(i, labels[i], (byte) label);
                } else if (removing && !slice[p] && label(i) == label) {
                    changes.add(i, labels[i], (byte) 0);
                }
            }
        }
        return take(changes, empty.clone(), made);
    }

    private boolean take(Change.Collector changes, boolean[] marks, Made made) {
        Change change = changes.change();
        if (change.isEmpty() && Arrays.equals(marks, empty)) return false;
        undone.clear();
        done.addLast(new Step(change, empty.clone(), marks, made));
        change.redo(labels);
        System.arraycopy(marks, 0, empty, 0, empty.length);
        if (done.size() > STEPS) {
            forgotten.add(done.removeFirst().made);
        }
        return true;
    }

    private static void requireLabel(int label) {
        if (label < 1 || label > 255) {
            throw new IllegalArgumentException("A label must be 1 to 255, was " + label + ".");
        }
    }
}
