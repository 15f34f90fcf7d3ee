package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ichradiomics.region.Region;

/**
 * What a reader would see at a glance: a mask that does not lie on blood, a slice that was forgotten, an image that is
 * not in HU. A lesion with such a reason is stopped: whoever measures it is told first. Holes, gaps between separate
 * pieces, many pieces or a single voxel are none, as the masks of real patients have them.
 *
 * @param reasons why it is stopped, one sentence each with its numbers and what to do; empty if it is not
 */
public record Glance(List<String> reasons) {

    /** Blood in a clot, with room for an old one and for contrast. */
    private static final double LEAST_MEAN = 20;

    private static final double MOST_MEAN = 110;

    /** No tissue has more, or less, whatever the mask. */
    private static final double NO_TISSUE = 1500;

    private static final double AIR = -100;
    private static final double BONE = 200;

    /** The part of a mask, in percent, that may be air and bone: voxels at a rim. */
    private static final double MOST_OTHER = 1;

    public Glance {
        reasons = List.copyOf(reasons);
    }

    /** Nothing was seen. */
    public static final Glance NONE = new Glance(List.of());

    /** Looks at a lesion in its scan. */
    public static Glance of(Scan scan, Region region) {
        List<String> reasons = new ArrayList<>();
        Optional<String> doubt = Hounsfield.doubt(scan);
        doubt.ifPresent(reasons::add);
        double mean = region.mean();
        boolean isTissue = Math.abs(mean) <= NO_TISSUE;
        if (!isTissue) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "The mean under the mask is %.1f HU, beyond %.0f HU either way: the image is not in HU; "
                            + "open the original DICOM files.",
                    mean,
                    NO_TISSUE));
        } else if (mean < LEAST_MEAN || mean > MOST_MEAN) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "The mean under the mask is %s HU, outside %.0f to %.0f HU: "
                            + "check that the mask lies on the haematoma and the image is in HU.",
                    outside(mean),
                    LEAST_MEAN,
                    MOST_MEAN));
        }
        if (doubt.isEmpty() && isTissue) others(region).ifPresent(reasons::add);
        SliceGaps.sentence(scan.geometry(), region).ifPresent(reasons::add);
        return new Glance(reasons);
    }

    /** Why an image cannot be in HU, whatever the mask; empty if nothing speaks against it. */
    public static Glance ofImage(Scan scan) {
        return new Glance(Hounsfield.doubt(scan).stream().toList());
    }

    /** Whether there is a reason to stop. */
    public boolean isStopped() {
        return !reasons.isEmpty();
    }

    /** All reasons as one text. */
    public String text() {
        return String.join(" ", reasons);
    }

    private static Optional<String> others(Region region) {
        int air = 0;
        int bone = 0;
        for (int i = 0; i < region.size(); i++) {
            if (region.hu(i) < AIR) air++;
            if (region.hu(i) > BONE) bone++;
        }
        double part = 100.0 / region.size();
        if ((air + bone) * 100L <= MOST_OTHER * region.size()) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "Of the voxels under the mask %.1f %% are air (below %.0f HU) and %.1f %% bone (above %.0f HU), "
                        + "together more than %.0f %%: check that the mask lies on the haematoma alone.",
                air * part,
                AIR,
                bone * part,
                BONE,
                MOST_OTHER));
    }

    /** With so many decimals that it is seen to be outside. */
    private static String outside(double mean) {
        for (int decimals = 1; decimals < 12; decimals++) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", mean);
            double shown = Double.parseDouble(text);
            if (shown < LEAST_MEAN || shown > MOST_MEAN) return text;
        }
        return Double.toString(mean);
    }
}
