package org.ichradiomics.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * All that is known of one case, for one page: its slices, volume and growth, R-score and place, signs and clinical
 * scores, what to mind and how it was made. Of the patient it holds what was typed in for clinical scores, and nothing
 * of a file's header. The same inputs give the same bytes.
 *
 * @param name of the case
 * @param scan that was read
 * @param origin where the mask comes from
 * @param growth empty without a follow-up
 * @param read the R-score
 * @param scores clinical ones; empty where nothing of the patient was typed in
 * @param notes what to mind, one sentence each
 */
public record CaseReport(
        String name,
        Scan scan,
        String origin,
        Montage montage,
        VolumeMeasurement volume,
        Optional<ExpansionReport> growth,
        ReadAgainst read,
        List<SeenSign> signs,
        List<PatientScore> scores,
        List<String> notes) {

    /**
     * Looks at a case that was measured.
     *
     * @param scan with the spacing that holds
     * @param followUp of the same haematoma later; empty without one
     * @param answers what the reader said of signs
     * @param patient what was typed in for clinical scores; {@link TypedIn#NOTHING}: none are computed
     * @throws InvalidInputException if the lesion cannot be measured, an answer is none, or there are no fonts
     */
    public static CaseReport of(
            String name,
            Scan scan,
            Lesion lesion,
            ReadAgainst read,
            Optional<VolumeMeasurement> followUp,
            TypedIn answers,
            TypedIn patient)
            throws InvalidInputException {
        VoxelMask haematoma = lesion.voxels(scan, scan.spacing());
        VolumeMeasurement volume = VolumeMeasurement.of(scan, scan.spacing(), lesion);
        Optional<ExpansionReport> growth = followUp.map(later -> new ExpansionReport(
                volume, later, Expansion.of(volume.volume(), later.volume()), ExpansionRule.STANDARD));
        List<String> notes = new ArrayList<>(volume.notes());
        growth.ifPresent(two -> notes.addAll(two.notes().stream()
                .filter(note -> !note.startsWith("Baseline: "))
                .toList()));
        notes.addAll(read.score().notes());
        return new CaseReport(
                name,
                scan,
                lesion.origin(),
                Montage.of(scan, haematoma),
                volume,
                growth,
                read,
                SeenSign.of(scan, haematoma, answers),
                patient.equals(TypedIn.NOTHING)
                        ? List.of()
                        : PatientScore.of(patient, answers, volume.volume().millilitres()),
                notes.stream().distinct().toList());
    }

    /** As a page that needs no other file, with its pictures in it. */
    public String html() {
        return CasePage.of(this);
    }

    /**
     * The slices, and the numbers below them, as PNG.
     *
     * @throws InvalidInputException if this machine has no fonts
     */
    public byte[] png() throws InvalidInputException {
        return CasePicture.of(this);
    }
}
