package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** <i>Save Mask...</i>: what <i>Extract...</i> would measure, as a NIfTI file on the grid of the scan's own file. */
public final class MaskSaving {

    /** Key → default; the mask is told as for <i>Extract...</i>. */
    public static final Map<String, String> DEFAULTS = ExtractOptions.defaults(List.of(
            "mask", "roi_path", "maskimage", "maskpath", "placement", "label", "rows", "out", Options.OVERWRITE));

    private static final int MOST = 255;

    private MaskSaving() {}

    /**
     * Writes the mask.
     *
     * @return how many voxels it has
     * @throws InvalidInputException if there is no mask, or it cannot be written
     */
    public static long run(ImagePlus image, Options options, LesionFinder.Asker asker) throws InvalidInputException {
        if (options.get("out").isEmpty())
            throw new InvalidInputException("The file to write is missing: write out=[/data/mask.nii.gz].");
        Path out = Options.path(options.get("out"));
        ExtractOptions extract = mask(options);
        Scan scan = ImageScan.of(image);
        List<Lesion> lesions = new LesionFinder(image, scan, extract, asker).find();
        List<String> plain = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        Geometry geometry = ImageScan.file(image, scan).withLengthsOfAffine();
        RandomAccessibleInterval<UnsignedByteType> labels =
                ArrayImgs.unsignedBytes(geometry.size(0), geometry.size(1), geometry.size(2));
        long voxels = 0;
        for (int i = 0; i < lesions.size(); i++) {
            Lesion lesion = lesions.get(i);
            int value = value(lesion, extract.rows(), i + 1);
            voxels += draw(lesion, value, labels);
            doubtful.addAll(lesion.doubts());
            for (String note : lesion.notes()) (note.startsWith(LesionFinder.TAKEN) ? plain : doubtful).add(note);
            if (extract.rows() == Rows.PER_ROI)
                plain.add("Label " + value + " of " + out.getFileName() + " is " + lesion.part() + ".");
        }
        boolean isChanged = NiftiWriter.writeLabels(out, labels, geometry, options.replacing());
        if (!isChanged) Unchanged.say(out.toString());
        if (geometry.affine().isEmpty()) {
            plain.add(scan.name() + " says nothing about its place in the patient: " + out.getFileName()
                    + " was written as displayed, without orientation.");
        }
        Said.log(plain);
        Said.show(doubtful);
        return voxels;
    }

    /** The same choice of a mask for whoever looks for lesions. */
    static ExtractOptions mask(Options options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : DEFAULTS.keySet()) values.put(key, options.get(key));
        return ExtractOptions.of(values);
    }

    private static int value(Lesion lesion, Rows rows, int number) throws InvalidInputException {
        long value = switch (rows) {
            case ONE -> 1;
            case PER_ROI -> number;
            case PER_GROUP -> Long.parseLong(lesion.part().replaceAll("\\D", ""));
        };
        if (value == 0) {
            throw new InvalidInputException(
                    "There are ROIs without a group, and 0 is the background of a mask: give them a group from 1 to "
                            + MOST + ", or leave rows out.");
        }
        if (value > MOST) {
            throw new InvalidInputException("A mask is saved with labels up to " + MOST + ", and there is a label "
                    + value + ": leave rows out, or choose one.");
        }
        return (int) value;
    }

    @SuppressWarnings("unchecked")
    private static <B extends BooleanType<B>> long draw(
            Lesion lesion, int value, RandomAccessibleInterval<UnsignedByteType> labels) throws InvalidInputException {
        Cursor<B> mask =
                Views.iterable((RandomAccessibleInterval<B>) lesion.mask()).localizingCursor();
        RandomAccess<UnsignedByteType> to = labels.randomAccess();
        long voxels = 0;
        while (mask.hasNext()) {
            if (!mask.next().get()) continue;
            UnsignedByteType voxel = to.setPositionAndGet(mask);
            if (voxel.get() != 0 && voxel.get() != value) {
                throw new InvalidInputException("The labels " + voxel.get() + " and " + value + " overlap on slice "
                        + (mask.getIntPosition(2) + 1)
                        + ", and a voxel can have one only: redraw one of them, or leave rows out.");
            }
            voxel.set(value);
            voxels++;
        }
        return voxels;
    }
}
