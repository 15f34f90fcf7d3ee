package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.page.CaseReport;
import org.ichradiomics.page.CaseWords;
import org.ichradiomics.page.PatientScore;
import org.ichradiomics.page.ReadAgainst;
import org.ichradiomics.page.TypedIn;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Signs;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * What the outline of an image comes to: measured, scored, and looked at for signs. What the reader says and knows
 * comes to it afterwards, as it takes no time.
 *
 * @param name of the case
 * @param row as <i>Extract...</i> has it
 * @param others volumes of the other labels, mL; empty where nothing is drawn with one
 * @param growth until a later scan; empty without one
 */
public record CaseReading(
        String name,
        Scan scan,
        Lesion lesion,
        Protocol protocol,
        Measurement row,
        Signs signs,
        Map<Tissue, Double> others,
        Optional<ExpansionReport> growth) {

    private static final String HAEMATOMA = Integer.toString(Tissue.HAEMATOMA.label());

    /** The volumes of what is drawn beside the haematoma. */
    static final List<Column<CaseReading>> OTHERS = List.of(
            new Column<>("IVH (mL)", reading -> reading.others.get(Tissue.IVH)),
            new Column<>("Oedema (mL)", reading -> reading.others.get(Tissue.OEDEMA)));

    /** What became of the haematoma on a later scan. */
    static final List<Column<CaseReading>> GROWTH = Stream.concat(
                    ExpansionReport.FOLLOWED.stream()
                            .map(column -> column.<ExpansionReport>from(ExpansionReport::expansion)),
                    ExpansionReport.DEFINITIONS.stream())
            .map(column -> new Column<CaseReading>(column.name(), reading -> reading.growth.map(column::of)))
            .toList();

    public CaseReading {
        others = Map.copyOf(others);
    }

    /**
     * Measures the haematoma of an outline.
     *
     * @param asker asked where a reader would see at a glance that something is wrong
     * @throws InvalidInputException if no haematoma is drawn, or it cannot be measured
     */
    public static CaseReading of(
            OutlineSession session, String name, Protocol protocol, LesionFinder.Asker asker, Progress progress)
            throws InvalidInputException {
        Labels labels = session.labels();
        Scan scan = session.scan();
        Lesion drawn = LesionFinder.lesion(labels, HAEMATOMA, "outline of");
        Lesion lesion = StoppedLesions.confirmed(scan, scan.spacing(), List.of(drawn), asker)
                .get(0);
        Measurement row = protocol.measure(scan.name(), scan, scan.spacing(), lesion, progress)
                .named(name);
        Signs signs = Signs.of(VoxelImage.of(scan.hu(), scan.spacing()), lesion.voxels(scan, scan.spacing()));
        return new CaseReading(name, scan, lesion, protocol, row, signs, others(session), Optional.empty());
    }

    /**
     * The same with what is drawn on a later scan. Ventricular blood counts where it is drawn on one of both.
     *
     * @param session of the first scan
     * @param later of the other
     * @throws InvalidInputException if no haematoma is drawn there, or it cannot be measured
     */
    public CaseReading followed(OutlineSession session, OutlineSession later, LesionFinder.Asker asker)
            throws InvalidInputException {
        Scan second = later.scan();
        Lesion drawn = LesionFinder.lesion(later.labels(), HAEMATOMA, "outline of");
        Lesion found = StoppedLesions.confirmed(second, second.spacing(), List.of(drawn), asker)
                .get(0);
        VolumeMeasurement before = VolumeMeasurement.of(scan, scan.spacing(), lesion);
        VolumeMeasurement after = VolumeMeasurement.of(second, second.spacing(), found);
        Expansion expansion = Expansion.of(before.volume(), after.volume());
        VoxelVolume ivh = ivh(session);
        VoxelVolume ivhAfter = ivh(later);
        if (ivh.voxels() > 0 || ivhAfter.voxels() > 0) expansion = expansion.withIvh(ivh, ivhAfter);
        ExpansionReport report = new ExpansionReport(before, after, expansion, ExpansionRule.STANDARD);
        return new CaseReading(name, scan, lesion, protocol, row, signs, others, Optional.of(report));
    }

    private static VoxelVolume ivh(OutlineSession session) {
        int[] voxels = session.outline().voxels(Tissue.IVH.label());
        return new VoxelVolume(
                IntStream.of(voxels).sum(), session.outline().grid().spacing());
    }

    private static Map<Tissue, Double> others(OutlineSession session) {
        Map<Tissue, Double> others = new EnumMap<>(Tissue.class);
        for (Tissue tissue : List.of(Tissue.IVH, Tissue.OEDEMA)) {
            double volume = session.outline().millilitres(tissue.label());
            if (volume > 0) others.put(tissue, volume);
        }
        return others;
    }

    /**
     * The same, with a score that knows what a reader says of signs and of the patient.
     *
     * @param answers sign → yes, no or unsure
     * @param patient item → what was entered
     */
    public CaseReading knowing(Map<String, String> answers, Map<String, String> patient) {
        Map<String, String> all = new HashMap<>(answers);
        all.putAll(patient);
        return new CaseReading(name, scan, lesion, protocol, protocol.scored(row, all), signs, others, growth);
    }

    /** The R-score and what it is read against. */
    public ReadAgainst read() {
        return ReadAgainst.of(protocol, row);
    }

    /**
     * The clinical scores.
     *
     * @param answers sign → yes, no or unsure
     * @param patient item → what was entered
     * @throws InvalidInputException if an answer is none
     */
    public List<PatientScore> scores(Map<String, String> answers, Map<String, String> patient)
            throws InvalidInputException {
        return PatientScore.of(new TypedIn(patient), new TypedIn(answers), row.millilitres());
    }

    /**
     * The page on the case; clinical scores stand on it where anything of the patient was entered.
     *
     * @param mask the file in which the outline is kept
     * @throws InvalidInputException if an answer is none, or there are no fonts
     */
    public CaseReport report(Map<String, String> answers, Map<String, String> patient, Path mask)
            throws InvalidInputException {
        String origin = "mask file " + mask.getFileName() + (lesion.roi().isEmpty() ? "" : ", " + lesion.roi());
        Lesion kept = new Lesion(lesion.part(), lesion.roi(), origin, lesion.mask(), lesion.notes(), lesion.doubts());
        return CaseReport.of(
                name,
                scan,
                kept,
                read(),
                growth.map(ExpansionReport::followUp),
                new TypedIn(answers),
                new TypedIn(patient));
    }

    /** How it grew, and whether that is an expansion as most define it, in words; empty without a later scan. */
    public Optional<String> grown() {
        return growth.map(two -> CaseWords.growth(two.expansion().haematoma()) + ", expansion "
                + two.finding().text());
    }

    /** What each definition of expansion says, a line each; nothing without a later scan. */
    public List<String> definitions() {
        return growth.stream()
                .flatMap(two -> Stream.of(ExpansionRule.values())
                        .map(rule -> rule.text() + " (" + rule.rule() + "): "
                                + rule.of(two.expansion()).text()))
                .toList();
    }

    /** What a reader would see at a glance, of either scan; nothing where all is well. */
    List<String> reasons() {
        return growth.map(ExpansionReport::reasons).orElse(row.glance().reasons());
    }

    /** What a reader would see at a glance, and what else there is to know. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(reasons());
        Stream.concat(row.notesBeforeScore().stream(), row.score().notes().stream())
                .filter(note -> !notes.contains(note))
                .forEach(notes::add);
        return notes;
    }
}
