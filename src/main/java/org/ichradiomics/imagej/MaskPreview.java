package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * What a dialog shows of the chosen mask before OK: volume, slices and HU range, or what is wrong.
 *
 * @param text a few lines
 * @param isUsable whether the choice can be measured
 * @param stopped why it is stopped, one sentence each
 */
public record MaskPreview(String text, boolean isUsable, List<String> stopped) {

    private static final int MOST_LINES = 4;
    private static final int LINE = 88;
    /** As wide as a small screen has room for. */
    private static final int LONG_LINE = 170;

    private static final int MOST_LINES_OF_REASONS = 4;
    static final Spacing CUBES = new Spacing(1, 1, 1);

    /** Previews the mask that the options mean; never asks, never throws. */
    public static MaskPreview of(ImagePlus image, ExtractOptions options) {
        try {
            options.protocol();
            Scan whole = ImageScan.of(image);
            Scan scan = whole.spaced(options.spacing());
            return found(asker -> new LesionFinder(image, whole, options, asker), scan, Optional.of(scan.spacing()));
        } catch (InvalidInputException e) {
            return refused(e, ExtractOptions.OPTIONS);
        }
    }

    /** Previews a mask that is to be saved, for which nobody need know the voxel size. */
    public static MaskPreview ofSaving(ImagePlus image, Options options) {
        try {
            ExtractOptions mask = MaskSaving.mask(options);
            Scan scan = ImageScan.of(image);
            MaskPreview found = found(
                    asker -> new LesionFinder(image, scan, mask, asker), scan, Extraction.knownSpacing(scan, mask));
            // Told, but a mask may be saved before it is ready to be measured.
            return new MaskPreview(found.text, true, List.of());
        } catch (InvalidInputException e) {
            return refused(e, ExtractOptions.OPTIONS);
        }
    }

    private static MaskPreview found(
            Function<LesionFinder.Asker, LesionFinder> finder, Scan scan, Optional<Spacing> spacing)
            throws InvalidInputException {
        List<String> said = new ArrayList<>();
        Set<String> stopped = new LinkedHashSet<>();
        for (Lesion lesion : finder.apply(listener(said)).find()) {
            said.add(spacing.isPresent() ? line(scan, spacing.get(), lesion) : lineWithoutVolume(scan, lesion));
            said.addAll(notes(lesion));
            stopped.addAll(lesion.glance(scan, spacing.orElse(CUBES)).reasons());
        }
        return new MaskPreview(withReasons(shown(said), stopped), true, List.copyOf(stopped));
    }

    /** @param options of the dialog */
    static MaskPreview refused(InvalidInputException e, List<Option> options) {
        return new MaskPreview(wrapped(e.in(new DialogWords(options))), false, List.of());
    }

    /** What is said of the mask, but not where it comes from: that stands before its volume. */
    private static List<String> notes(Lesion lesion) {
        return lesion.notes().stream()
                .filter(note -> !note.startsWith(LesionFinder.TAKEN))
                .map(MaskPreview::wrapped)
                .toList();
    }

    private static LesionFinder.Asker listener(List<String> said) {
        return new LesionFinder.Asker() {
            @Override
            public MaskSource choose(String key, List<MaskChoice> masks) throws InvalidInputException {
                throw toBeChosen(masks, "mask");
            }

            @Override
            public int slice(Roi roi, int slices) {
                said.add(English.capital(RoiPlace.named(roi)) + " is on no slice: it will be asked for.");
                return 1;
            }
        };
    }

    /** OK waits for the choice. */
    static InvalidInputException toBeChosen(List<MaskChoice> masks, String key) {
        String which = masks.stream().map(MaskChoice::toString).collect(Collectors.joining(" and "));
        return new InvalidInputException(
                Sentence.of("There are different masks: ", which, ". Please choose one as ", Setting.of(key), "."));
    }

    /** @throws InvalidInputException if there is no image, or it is RGB */
    public static void requireImage(ImagePlus image) throws InvalidInputException {
        ImageScan.requireGrey(image);
    }

    static String line(Scan scan, Spacing spacing, Lesion lesion) throws InvalidInputException {
        Region region = lesion.region(scan, spacing);
        return String.format(Locale.ROOT, "%s: %.2f mL, %s", lesion.origin(), region.volume() / 1000, voxels(region));
    }

    private static String lineWithoutVolume(Scan scan, Lesion lesion) throws InvalidInputException {
        return lesion.origin() + ": " + voxels(lesion.region(scan, CUBES));
    }

    private static String voxels(Region region) {
        return String.format(
                Locale.ROOT,
                "%d voxels, %d %s, %.0f to %.0f HU, mean %.1f HU",
                region.size(),
                region.slices(),
                region.slices() == 1 ? "slice" : "slices",
                region.min(),
                region.max(),
                region.mean());
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

    /**
     * What is shown, and below it why it is stopped; many reasons run on in long lines, else OK would lie below a small
     * screen.
     */
    static String withReasons(String shown, Collection<String> reasons) {
        if (reasons.isEmpty()) return shown;
        String lines = wrapped(reasons);
        boolean isLong = lines.lines().count() > MOST_LINES_OF_REASONS;
        return shown + "\n" + (isLong ? wrapped(String.join(" ", reasons), LONG_LINE) : lines);
    }

    /** On several lines. */
    static String wrapped(String sentence) {
        return wrapped(sentence, LINE);
    }

    private static String wrapped(String sentence, int most) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String word : sentence.split(" ")) {
            if (length > 0 && length + word.length() >= most) {
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
