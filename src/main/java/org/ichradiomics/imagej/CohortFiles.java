package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

import ij.gui.Roi;

import org.ichradiomics.batch.CaseFiles;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/** The files of a cohort, of every kind: {@link ImageFile} and {@link MaskFile} for a batch. */
public enum CohortFiles implements CaseFiles {
    /** The only one. */
    INSTANCE;

    @Override
    public Excerpt excerpt(
            Path image, GivenSpacing spacing, Function<Spacing, Margin> margin, OpenFiles files, LesionFinder finder)
            throws InvalidInputException {
        return ImageFile.excerpt(image, spacing, margin, files, finder);
    }

    @Override
    public byte[] rois(Scan scan, SortedMap<Long, VoxelMask> masks) {
        Scan shown = Scan.unread(scan.name(), scan.geometry().inThisOrder());
        boolean areGroups = masks.size() > 1 && masks.lastKey() <= MaskRois.MOST_GROUPS;
        List<Roi> rois = new ArrayList<>();
        masks.forEach(
                (label, mask) -> rois.addAll(MaskRois.of(mask.view(), shown, MaskFile.grid(scan), label, areGroups)));
        return RoiFile.zip(rois);
    }

    @Override
    public Header header(Path image) throws InvalidInputException {
        return ImageFile.header(image);
    }

    @Override
    public void requireFits(Path mask, Optional<Header> scan, Placement placement) throws InvalidInputException {
        MaskFile.requireFits(mask, scan, placement);
    }
}
