package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * The voxel spacing that a user gave beside an image.
 *
 * @param key the setting that gave it, such as {@code spacing}
 * @param mm empty if none was given
 * @param use when it holds
 * @param isOpen whether the image may be open in ImageJ, where its voxel size can be set
 */
public record GivenSpacing(String key, Optional<Spacing> mm, SpacingUse use, boolean isOpen) {

    /** Nothing was given. */
    public static final GivenSpacing NONE = new GivenSpacing("spacing", Optional.empty(), SpacingUse.IF_MISSING, false);

    private static final String EXAMPLE = "0.45,0.45,5";

    /** Two distances contradict each other if they differ by more than this part of the image's own. */
    private static final double CONTRADICTION = 0.01;

    /** Closer than this they are one, written with fewer digits. */
    private static final double SAME = 1e-3;

    /**
     * A grid with the spacing that holds for it, and a sentence more if that is not its own.
     *
     * @param name of the image
     * @throws InvalidInputException if there is none, or the one given contradicts the image's own
     */
    Geometry of(Geometry geometry, String name) throws InvalidInputException {
        if (mm.isEmpty()) {
            if (geometry.spacing().isEmpty()) throw missing(geometry, name);
            return geometry;
        }
        double[] given = {mm.get().x(), mm.get().y(), mm.get().z()};
        double[] own = geometry.lengths();
        if (use == SpacingUse.IF_MISSING && differ(given, own, CONTRADICTION)) throw contradiction(given, own, name);
        List<String> notes = new ArrayList<>(geometry.warnings());
        if (DoubleStream.of(own).anyMatch(Double::isNaN) || differ(given, own, SAME)) {
            notes.add("The voxel spacing " + text(given) + " mm of " + name + " was given by the user"
                    + (DoubleStream.of(own).allMatch(Double::isNaN)
                            ? "."
                            : ", the image's own is " + text(own) + " mm."));
        }
        return geometry.withLengths(given, notes);
    }

    /** The same for files, which nobody sees in ImageJ. */
    public GivenSpacing ofFiles() {
        return new GivenSpacing(key, mm, use, false);
    }

    /** As the record of a run has it, so that another is told from it. */
    @Override
    public String toString() {
        return mm.map(spacing -> spacing + (use == SpacingUse.INSTEAD ? " " + use.text() : ""))
                .orElse("of each scan");
    }

    private InvalidInputException missing(Geometry geometry, String name) {
        String reasons = geometry.warnings().stream()
                .map(warning -> warning.replaceFirst("\\.$", ""))
                .collect(Collectors.joining("; "));
        Sentence give = Sentence.of("give it as ", Setting.of(key, EXAMPLE));
        return new InvalidInputException(Sentence.of(
                "The image ",
                name,
                " has no voxel spacing in mm",
                reasons.isEmpty() ? "" : " (" + reasons + ")",
                ": ",
                isOpen ? Sentence.anyOf(Mend.IMAGE_PROPERTIES, give) : give,
                "."));
    }

    private InvalidInputException contradiction(double[] given, double[] own, String name) {
        String digits = DoubleStream.of(given).mapToObj(GivenSpacing::text).collect(Collectors.joining(","));
        Setting instead = Setting.of(SpacingUse.KEY, SpacingUse.INSTEAD.text());
        return new InvalidInputException(Sentence.of(
                Setting.of(key, digits),
                " contradicts the image ",
                name,
                ", whose own voxel spacing is ",
                text(own),
                " mm: leave it out, or write ",
                instead,
                " to have yours used instead."));
    }

    private static boolean differ(double[] given, double[] own, double by) {
        for (int axis = 0; axis < 3; axis++) if (Math.abs(given[axis] - own[axis]) > by * own[axis]) return true;
        return false;
    }

    private static String text(double[] mm) {
        return DoubleStream.of(mm)
                .mapToObj(length -> Double.isNaN(length) ? "unknown" : text(length))
                .collect(Collectors.joining(" × "));
    }

    /** Up to six decimals, as many as are needed. */
    private static String text(double mm) {
        return NumberText.atMost(mm, 6);
    }
}
