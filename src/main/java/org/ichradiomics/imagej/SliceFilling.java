package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** <i>Fill Between Slices...</i>: empty slices between drawn ones of an outline, filled by shape. */
public final class SliceFilling {

    /** Those of <i>Fill Between Slices...</i> and {@code between}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.IMAGE
                    .meaning("The mask whose slices between drawn ones are filled: " + CommonOptions.MASK_FILE
                            + " In ImageJ the image on which is drawn.")
                    .place("MASK"),
            Option.word("Label", Labels.ANY, "The label that is filled: a number, or any for each (default).")
                    .called("Label to fill")
                    .line(CommonOptions.LABEL.line().flag(), "N"),
            CommonOptions.out(
                            "Out (.nii.gz)",
                            "MASK",
                            "The mask to write, in the order of the file: " + LabelVolume.ENDINGS + ".")
                    .called("Save to (.nii.gz)")
                    .required(),
            CommonOptions.overwrite("Replace a file of other content that has this name."),
            CommonOptions.JSON);

    private static final String LOOK = "filled slices need a look.";

    /**
     * What was filled of a label.
     *
     * @param slices that were filled, from 1
     * @param before volume in mL
     * @param after volume in mL
     */
    public record Filled(int label, List<Integer> slices, double before, double after) {

        /** What was filled, in a sentence. */
        public String text() {
            String what = Tissue.of(label).map(Tissue::toString).orElse("label " + label);
            if (slices.isEmpty()) return English.capital(what) + ": no slice between drawn ones is empty.";
            return String.format(
                    Locale.ROOT,
                    "%s: %s filled (%s), from %.2f to %.2f mL; " + LOOK,
                    English.capital(what),
                    English.counted(slices.size(), "slice"),
                    English.listed(slices.stream().map(Object::toString).toList(), "and"),
                    before,
                    after);
        }
    }

    private SliceFilling() {}

    /**
     * Fills the outline of an image, in one step; what the ROI Manager holds of it becomes the outline where nothing is
     * drawn in the overlay.
     *
     * @throws InvalidInputException if nothing is drawn, the label is none, a file cannot be written, or the ROIs of
     *     the manager may not be put away; the outline is then as it was
     */
    public static List<Filled> run(ImagePlus image, Options options) throws InvalidInputException {
        Path out = options.get("out").isEmpty() ? null : Options.path(options.get("out"));
        if (out != null) LabelVolume.requireNamed(out);
        OutlineSession session = OutlineSession.of(image);
        int steps = session.outline().undoable();
        try {
            List<Filled> filled = filled(session, options, out);
            Said.log(filled.stream().map(Filled::text).toList());
            IJ.showStatus("ICH Radiomics: " + filled.get(0).text());
            return filled;
        } catch (InvalidInputException | CancellationException e) {
            while (session.outline().undoable() > steps) session.change(Outline::undo);
            throw e;
        }
    }

    private static List<Filled> filled(OutlineSession session, Options options, Path out) throws InvalidInputException {
        Replacing replacing = options.replacing();
        boolean isTaken = session.takeManaged();
        if (labels(session.outline()).isEmpty()) {
            throw new InvalidInputException(
                    "Nothing is drawn on " + session.image().getTitle()
                            + ": draw the haematoma on some of its slices and add each to the ROI Manager (t),"
                            + " or open a mask.");
        }
        List<Filled> filled = new ArrayList<>();
        session.change(outline -> {
            Outline copy = Outline.of(outline.labels(), outline.grid());
            filled.addAll(fill(copy, options.get("label")));
            return outline.become(copy, Tissue.HAEMATOMA.label(), Outline.BETWEEN);
        });
        if (isTaken) ManagedRois.giveWay(session, replacing);
        if (out != null && !session.write(out, replacing)) Unchanged.say(out.toString());
        return filled;
    }

    /**
     * Fills a mask file into another one, in the same order.
     *
     * @param label a number, or any for each
     * @return what was filled; whether anything was written is told by {@code written}
     * @throws InvalidInputException if the mask cannot be read, holds no such label or is of ROIs, or the other cannot
     *     be written
     */
    public static Written run(Path mask, String label, Path out, Replacing replacing) throws InvalidInputException {
        LabelVolume.requireNamed(out);
        if (FileKind.ROIS.isNamed(mask)) {
            throw new InvalidInputException("The ROI file " + mask.getFileName()
                    + " has no slices of its own: make a mask of it first, on its scan (mask).");
        }
        Scan volume = MaskFile.volume(mask);
        Labels labels = Labels.of(volume);
        labels.requireLabelled();
        for (Label one : labels.list()) LabelVolume.fitting(one.value(), "save it with other numbers");
        Outline outline = outline(volume);
        List<Filled> filled = fill(outline, label);
        boolean isWritten = new LabelVolume(volume.geometry(), outline.labels()).write(out, replacing);
        return new Written(filled, labels.warnings(), isWritten);
    }

    /**
     * A mask that was filled.
     *
     * @param notes about the file
     * @param isWritten whether anything was written, and not the same there already
     */
    public record Written(List<Filled> filled, List<String> notes, boolean isWritten) {}

    private static Outline outline(Scan volume) {
        Geometry geometry = volume.geometry();
        double[] mm = geometry.lengths();
        // Shapes need no more than how wide a pixel is to its height.
        for (int axis = 0; axis < 3; axis++) if (Double.isNaN(mm[axis])) mm[axis] = 1;
        VoxelGrid grid =
                new VoxelGrid(geometry.size(0), geometry.size(1), geometry.size(2), new Spacing(mm[0], mm[1], mm[2]));
        byte[] labels = new byte[grid.size()];
        Cursor<DoubleType> voxels = Views.flatIterable(volume.hu()).cursor();
        for (int i = 0; i < labels.length; i++)
            labels[i] = (byte) Math.rint(voxels.next().get());
        return Outline.of(ArrayImgs.unsignedBytes(labels, grid.nx(), grid.ny(), grid.nz()), grid);
    }

    private static List<Filled> fill(Outline outline, String wanted) throws InvalidInputException {
        List<Integer> labels = labels(outline);
        List<Integer> chosen = wanted.equalsIgnoreCase(Labels.ANY) ? labels : List.of(HaematomaGrowing.label(wanted));
        List<Filled> filled = new ArrayList<>();
        for (int label : chosen) {
            if (!labels.contains(label)) {
                throw new InvalidInputException(Sentence.of(
                        Setting.of("label", label),
                        " is not drawn: there is "
                                + English.listed(
                                        labels.stream().map(Object::toString).toList(), "and") + "."));
            }
            int[] before = outline.voxels(label);
            double millilitres = outline.millilitres(label);
            outline.fillBetween(label);
            int[] after = outline.voxels(label);
            List<Integer> slices = IntStream.range(0, after.length)
                    .filter(z -> before[z] == 0 && after[z] > 0)
                    .mapToObj(z -> z + 1)
                    .toList();
            filled.add(new Filled(label, slices, millilitres, outline.millilitres(label)));
        }
        return filled;
    }

    private static List<Integer> labels(Outline outline) {
        return IntStream.rangeClosed(1, LabelVolume.MOST)
                .filter(label -> outline.millilitres(label) > 0)
                .boxed()
                .toList();
    }
}
