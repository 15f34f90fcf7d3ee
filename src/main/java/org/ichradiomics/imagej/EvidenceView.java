package org.ichradiomics.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.figure.Colour;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Evidence;

/**
 * Where a sign is seen, on the image itself: its slice, and a line round the voxels. The line is no ROI of the image,
 * its overlay or the ROI Manager, or it would be taken for a mask.
 */
public final class EvidenceView {

    /** Pixels of the screen. */
    private static final double WIDTH = 2;

    private EvidenceView() {}

    /**
     * Goes to the slice and outlines what is seen there; where no window shows the image it only goes there.
     *
     * @param scan of the image
     */
    public static void show(ImagePlus image, Scan scan, Evidence evidence) {
        Roi outline = outline(image, scan, evidence);
        Planes planes = Planes.of(image);
        planes.show(scan.geometry().storedNumber(2, evidence.slice()));
        ImageCanvas canvas = image.getCanvas();
        if (canvas == null) return;
        canvas.setShowAllList(new Overlay(outline));
        image.draw();
    }

    /** Takes the line away. */
    public static void clear(ImagePlus image) {
        if (image.getCanvas() == null) return;
        image.getCanvas().setShowAllList(null);
        image.draw();
    }

    static Roi outline(ImagePlus image, Scan scan, Evidence evidence) {
        Geometry geometry = scan.geometry();
        boolean[] inside = new boolean[Math.toIntExact(geometry.voxels())];
        for (int voxel : evidence.voxels()) inside[voxel] = true;
        List<Roi> rois = MaskRois.of(
                ArrayImgs.booleans(inside, geometry.size(0), geometry.size(1), geometry.size(2)),
                scan,
                image,
                1,
                false);
        Roi outline = rois.get(0);
        outline.setStrokeColor(new java.awt.Color(Colour.SKY.rgb()));
        outline.setUnscalableStrokeWidth(WIDTH);
        return outline;
    }
}
