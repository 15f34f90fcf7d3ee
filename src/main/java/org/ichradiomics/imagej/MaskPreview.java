package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;

import org.ichradiomics.format.Scan;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.report.Lesion;

/**
 * What a dialog shows of the chosen mask before OK: volume, slices and HU range, or what is wrong.
 *
 * @param text     a few lines
 * @param isUsable whether the choice can be measured
 * @param stopped  why it is stopped, one sentence each
 */
public record MaskPreview(String text, boolean isUsable, List<String> stopped) {

    private static final int MOST_LINES = 4;
    private static final int LINE = 88;

    /** Previews the mask that the options mean; never asks, never throws. */
    public static MaskPreview of(ImagePlus image, ExtractOptions options) {
        List<String> said = new ArrayList<>();
        LesionFinder.Asker listener = new LesionFinder.Asker() {
            @Override
            public void takes(MaskSource source, List<MaskSource> differing) {
                said.add("The " + source.text() + " is taken; the " + differing.get(0).text() + " differs from it.");
            }

            @Override
            public int slice(Roi roi, int slices) {
                said.add(RoiPlace.capital(RoiPlace.named(roi)) + " is on no slice: it will be asked for.");
                return 1;
            }
        };
        try {
            options.protocol();
            Scan whole = ImageScan.of(image);
            Scan scan = whole.spaced(options.spacing());
            Spacing spacing = scan.spacing();
            Set<String> stopped = new LinkedHashSet<>();
            for (Lesion lesion : new LesionFinder(image, whole, options, listener).find()) {
                said.add(line(scan, spacing, lesion));
                stopped.addAll(lesion.glance(scan, spacing).reasons());
            }
            return new MaskPreview(withReasons(shown(said), stopped), true, List.copyOf(stopped));
        } catch (InvalidInputException e) {
            return new MaskPreview(wrapped(e.in(MenuWords.INSTANCE)), false, List.of());
        }
    }

    /** @throws InvalidInputException if there is no image, or it is RGB */
    public static void requireImage(ImagePlus image) throws InvalidInputException {
        ImageScan.requireGrey(image);
    }

    private static String line(Scan scan, Spacing spacing, Lesion lesion) throws InvalidInputException {
        Region region = lesion.region(scan, spacing);
        return String.format(Locale.ROOT, "%s: %.2f mL, %d voxels, %d slices, %.0f to %.0f HU, mean %.1f HU", lesion.origin(),
                region.volume() / 1000, region.size(), region.slices(), region.min(), region.max(), region.mean());
    }

    private static String shown(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        if (lines.size() > MOST_LINES) shown.add("and " + (lines.size() - MOST_LINES) + " more rows");
        return String.join("\n", shown);
    }

    /** Sentences, each on lines of its own. */
    public static String wrapped(Collection<String> sentences) {
        return sentences.stream().map(MaskPreview::wrapped).collect(Collectors.joining("\n"));
    }

    /** What is shown, and below it why it is stopped. */
    static String withReasons(String shown, Collection<String> reasons) {
        return reasons.isEmpty() ? shown : shown + "\n" + wrapped(reasons);
    }

    /** On several lines. */
    static String wrapped(String sentence) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String word : sentence.split(" ")) {
            if (length > 0 && length + word.length() >= LINE) {
                text.append('\n');
                length = 0;
            } else if (length > 0) {
                text.append(' ');
            }
            text.append(word);
            length += word.length() + 1;
        }
        return text.toString();
    }
}
