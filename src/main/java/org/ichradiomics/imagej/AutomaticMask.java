package org.ichradiomics.imagej;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * The source that {@code automatic} means: the overlay or the ROI Manager if they have ROIs, else the area selection.
 * Where they truly differ nobody but the user can tell.
 *
 * @param spacing empty where it is not known
 * @param key of the option that would say which
 */
record AutomaticMask(ImagePlus image, RoiSources sources, Scan scan, Optional<Spacing> spacing, String key) {

    /** @throws InvalidInputException if there is no mask, or several differ and the asker does not decide */
    MaskSource source(LesionFinder.Asker asker) throws InvalidInputException {
        List<MaskSource> there = sources.there();
        if (there.isEmpty()) {
            if (image.getRoi() != null) RoiPlace.requireArea(image.getRoi());
            throw new InvalidInputException("There is no mask: draw the haematoma with an area tool, add its "
                    + "ROIs to the ROI Manager "
                    + "or the overlay of " + image.getTitle() + ", or choose a ROI file or a mask.");
        }
        List<MaskSource> rivals =
                there.stream().skip(1).filter(other -> !isNoRival(there, other)).toList();
        if (rivals.isEmpty()) return there.get(0);
        return asker.choose(
                key,
                Stream.concat(there.stream().limit(1), rivals.stream())
                        .map(this::choice)
                        .toList());
    }

    private boolean isNoRival(List<MaskSource> there, MaskSource other) {
        try {
            DrawnMask mask = drawn(other).mask();
            if (other != MaskSource.SELECTION) return drawn(there.get(0)).mask().covers(mask);
            for (MaskSource list : there) {
                if (list != MaskSource.SELECTION && drawn(list).isOrHolds(mask)) return true;
            }
            return false;
        } catch (InvalidInputException e) {
            // What cannot be drawn on this image is certainly not the same.
            return false;
        }
    }

    private MaskChoice choice(MaskSource source) {
        try {
            Lesion lesion = drawn(source).mask().lesion(source.text());
            Region region = lesion.region(scan, spacing.orElse(MaskPreview.CUBES));
            String volume = spacing.isEmpty()
                    ? region.size() + " voxels"
                    : String.format(Locale.ROOT, "%.2f mL", region.volume() / 1000);
            return new MaskChoice(source, English.counted(region.slices(), "slice") + ", " + volume);
        } catch (InvalidInputException e) {
            return new MaskChoice(source, "cannot be used as it is");
        }
    }

    private DrawnRois drawn(MaskSource source) throws InvalidInputException {
        return sources.drawn(source, LesionFinder.Asker.NOBODY);
    }
}
