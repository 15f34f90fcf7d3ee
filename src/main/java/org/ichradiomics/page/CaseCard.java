package org.ichradiomics.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.PlaceFigure;
import org.ichradiomics.growth.VolumeGroup;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * The answer of one case in words, for whoever has just measured it: how large the haematoma is, its R-score with its
 * place among the cases of the reference, the group or what to do where there is none, and what to mind.
 *
 * @param scan with the spacing that holds
 */
public record CaseCard(Scan scan, Lesion lesion, Measurement measured, Protocol protocol) {

    /** How notes begin that say where the mask comes from, which has a line of its own. */
    private static final String MASK = "Mask: ";

    /**
     * A line of the answer.
     *
     * @param what it is about, in a word or two
     * @param text in words, with its unit
     */
    public record Line(String what, String text) {}

    /** The case, and the part of it where it has several. */
    public String title() {
        return measured.id();
    }

    /** From volume to group. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Volume", volume()));
        lines.add(new Line("R-score", score()));
        read().place().ifPresent(place -> lines.add(new Line("Place", place)));
        if (isScored()) lines.add(new Line("Group", group()));
        if (isScored()) lines.add(new Line("Robustness", English.capital(read().robustness())));
        lines.add(new Line("Mask", measured.maskOrigin()));
        return lines;
    }

    private String volume() {
        VoxelVolume volume =
                new VoxelVolume(measured.voxels(), scan.geometry().spacing().orElseThrow());
        return CaseWords.millilitres(measured.millilitres()) + " in "
                + English.counted(measured.slices(), "slice") + "; volume group "
                + VolumeGroup.of(volume).text();
    }

    private String score() {
        if (!isScored()) return measured.score().note();
        return CaseWords.score(read()) + " (cutoff " + CaseWords.cutoff(read()) + "; reference "
                + measured.score().reference() + ")";
    }

    private String group() {
        return switch (measured.score().group()) {
            case HIGH -> measured.score().called() + ": at the cutoff or above it";
            case LOW -> measured.score().called() + ": below the cutoff";
            case NONE ->
                (isDemonstration() ? "none: the demonstration reference is made of phantoms. " : "none. ")
                        + Purpose.WITHOUT_GROUP;
        };
    }

    private boolean isScored() {
        return Double.isFinite(measured.score().value());
    }

    private boolean isDemonstration() {
        return read().reference()
                .filter(r -> r.kind() == Reference.Kind.DEMONSTRATION)
                .isPresent();
    }

    private ReadAgainst read() {
        return ReadAgainst.of(protocol, measured);
    }

    /** The score among those of the reference's cases; empty if it does not hold them, or the case has none. */
    public Optional<Figure> place() {
        if (!isScored()) return Optional.empty();
        return read().others()
                .map(others -> PlaceFigure.of(
                        "",
                        "R-score of the reference's cases",
                        others.values().stream().mapToDouble(v -> v).toArray(),
                        measured.score().value(),
                        protocol.signature().lowestHigh()));
    }

    /** What to mind, one sentence each, first why the lesion is stopped. */
    public List<String> warnings() {
        boolean isGroupSaid = isScored() && measured.score().group() == Score.Group.NONE && isDemonstration();
        return measured.notes().stream()
                .filter(note -> !note.startsWith(MASK))
                .filter(note -> isScored() || !measured.score().notes().contains(note))
                .filter(note -> !isGroupSaid || !note.equals(Score.OF_PHANTOMS))
                .toList();
    }

    /** What the score is for. */
    public String purpose() {
        return Purpose.of(protocol.signature());
    }

    /**
     * The slices of the haematoma, outlined.
     *
     * @throws InvalidInputException if this machine has no fonts
     */
    public Montage montage() throws InvalidInputException {
        return Montage.of(scan, lesion.voxels(scan, scan.spacing()));
    }
}
