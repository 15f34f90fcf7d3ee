package org.ichradiomics.phantom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;

/** A mask as a reader would have drawn it in ImageJ: an area selection for each piece on each slice, holes left out. */
final class SampleRois {

    private static final int INSIDE = 255;

    /** Each entry of the zip bears this time, so that the same mask gives the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private SampleRois() {}

    /** The pieces, slice by slice, named and placed as the ROI Manager does it. */
    static List<Roi> of(RandomAccessibleInterval<NativeBoolType> mask) {
        List<Roi> rois = new ArrayList<>();
        for (int slice = 1; slice <= mask.dimension(2); slice++) {
            for (ByteProcessor piece : pieces(slice(mask, slice - 1))) {
                piece.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
                ThresholdToSelection outline = new ThresholdToSelection();
                outline.setup("", new ImagePlus("", piece));
                Roi roi = outline.convert(piece);
                roi.setPosition(slice);
                roi.setName(String.format(
                        Locale.ROOT,
                        "%04d-%04d-%04d",
                        slice,
                        roi.getBounds().y + roi.getBounds().height / 2,
                        roi.getBounds().x + roi.getBounds().width / 2));
                rois.add(roi);
            }
        }
        return rois;
    }

    /** A RoiSet, not compressed: the same bytes whatever the compressor. */
    static byte[] zip(List<Roi> rois) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Roi roi : rois) {
                byte[] content = RoiEncoder.saveAsByteArray(roi);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
                entry.setTimeLocal(NO_TIME);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static ByteProcessor slice(RandomAccessibleInterval<NativeBoolType> mask, int slice) {
        ByteProcessor plane = new ByteProcessor((int) mask.dimension(0), (int) mask.dimension(1));
        RandomAccess<NativeBoolType> inside = mask.randomAccess();
        for (int y = 0; y < plane.getHeight(); y++) {
            for (int x = 0; x < plane.getWidth(); x++) {
                inside.setPosition(new int[] {x, y, slice});
                if (inside.get().get()) plane.set(x, y, INSIDE);
            }
        }
        return plane;
    }

    /**
     * The parts of a plane whose voxels touch side by side, in raster order of their first voxels; the plane is
     * emptied.
     */
    private static List<ByteProcessor> pieces(ByteProcessor plane) {
        List<ByteProcessor> pieces = new ArrayList<>();
        for (int i = 0; i < plane.getPixelCount(); i++) {
            if (plane.get(i) == INSIDE) pieces.add(take(plane, i));
        }
        return pieces;
    }

    private static ByteProcessor take(ByteProcessor plane, int first) {
        int width = plane.getWidth();
        ByteProcessor piece = new ByteProcessor(width, plane.getHeight());
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int i = open.pop();
            if (plane.get(i) != INSIDE) continue; // met before
            plane.set(i, 0);
            piece.set(i, INSIDE);
            if (i % width > 0) open.push(i - 1);
            if (i % width < width - 1) open.push(i + 1);
            if (i >= width) open.push(i - width);
            if (i + width < plane.getPixelCount()) open.push(i + width);
        }
        return piece;
    }
}
