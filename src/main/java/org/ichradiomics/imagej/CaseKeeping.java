package org.ichradiomics.imagej;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.CaseSaving;
import org.ichradiomics.casework.CaseStage;
import org.ichradiomics.casework.CaseState;
import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.page.CaseReport;
import org.ichradiomics.page.PatientScore;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.sign.ReadSigns;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;

/**
 * <i>Save Case...</i>: the outline of an image, and what a reader says of the case, as mask, ROIs, picture, report and
 * row, all of them or none.
 */
public final class CaseKeeping {

    private static final Setting LATER = Setting.of(CaseReporting.LATER.key());
    private static final String LATER_MASK = "followupmask";
    private static final String EXCLUDED = CaseStage.EXCLUDED.text();

    /** How an outline came to be, where it was not drawn by what is recorded. */
    public static final Option MADE = Option.text(
                    "Made (how)",
                    "",
                    "How the outline was made, for its row, where that is known better than by the mask or by what was "
                            + "drawn.")
            .askedWhenItMatters()
            .line("HOW");

    /** The same of the follow-up. */
    public static final Option LATER_MADE = Option.text("Followup_by (how)", "", "The same of the follow-up.")
            .askedWhenItMatters()
            .line("HOW");

    private static final String OUTLINE = "outline";
    private static final String LATER_OUTLINE = "followup_outline";

    /** What is answered for the reader by the outline, or stands among the signs. */
    private static final List<String> KNOWN = List.of("volume_ml", "blend_sign");

    private static final List<Option> SIGNS = Stream.of(Sign.values())
            .map(SignReading::answer)
            .map(Option::askedWhenItMatters)
            .toList();

    /** Items of clinical scores that a reader enters. */
    public static final List<Option> PATIENT = PatientOptions.ALL.stream()
            .filter(item -> !KNOWN.contains(item.key())
                    && SIGNS.stream().noneMatch(sign -> sign.key().equals(item.key())))
            .toList();

    /** Those of <i>Save Case...</i> and {@code save-case}. */
    public static final List<Option> OPTIONS = Stream.of(
                    List.of(
                            CommonOptions.IMAGE,
                            CommonOptions.MASKPATH
                                    .meaning("The outline, if it is not drawn on the image: "
                                            + CommonOptions.MASK_FILE
                                            + " Its label 1 is the haematoma, 2 blood in the ventricles, 3 oedema.")
                                    .askedWhenItMatters()
                                    .optional(),
                            CommonOptions.PLACEMENT.askedWhenItMatters(),
                            CommonOptions.SPACING.askedWhenItMatters(),
                            CommonOptions.SPACING_USE.askedWhenItMatters(),
                            CaseReporting.LATER,
                            Option.of(
                                            Option.Kind.FILE,
                                            "Followupmask (any format)",
                                            "",
                                            "The outline of the follow-up, if it is not drawn on it: "
                                                    + CommonOptions.MASK_FILE)
                                    .called("Its outline, if not drawn")
                                    .line("--followup-mask", "MASK"),
                            MADE,
                            LATER_MADE,
                            CaseReporting.NAME,
                            Option.word("Reader", "", "Code of whoever reads.")
                                    .called("Your code as a reader")
                                    .line("CODE"),
                            Option.text("Exclude (reason)", "", "Why the case is left out; its row has no values then.")
                                    .called("Leave it out, because")
                                    .line("REASON")),
                    SIGNS,
                    PATIENT,
                    List.of(
                            ExtractOptions.SIGNATURE.askedWhenItMatters(),
                            ExtractOptions.REFERENCE.askedWhenItMatters(),
                            Option.of(
                                            Option.Kind.FOLDER,
                                            "Out (folder)",
                                            "",
                                            "The folder of all cases: table.csv with a row of each, pictures, "
                                                    + "and what belongs to each. A case that is saved again replaces "
                                                    + "its row; the earlier one goes into its history.csv.")
                                    .called("Folder of the cases")
                                    .line("DIR")
                                    .required(),
                            CommonOptions.overwrite("Replace a case that another reader has saved.")))
            .flatMap(List::stream)
            .toList();

    private final ImagePlus image;
    private final Options options;
    private final CaseHome home;
    private final Protocol protocol;
    private final Map<String, String> answers;
    private final Map<String, String> patient;

    /** A row that is saved, excluded cases without a reading. */
    private record Row(String id, String status, String reason, String reader, Optional<Map<String, Object>> values) {}

    private CaseKeeping(ImagePlus image, Options options) throws InvalidInputException {
        this.image = image;
        this.options = options;
        ImageScan.requireGrey(image);
        Path out = Options.path(options.need("out", "The folder of the cases", "out=[path of a folder]"));
        String name = options.get("name");
        home = CaseHome.of(out, name.isEmpty() ? FileKind.caseName(Path.of(image.getTitle())) : name);
        protocol = new ExtractOptions(options).protocol();
        SignReading.answers(options);
        answers = given(SIGNS);
        patient = given(PATIENT);
    }

    private Map<String, String> given(List<Option> some) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Option option : some) {
            String text = options.get(option.key());
            if (!text.isEmpty()) given.put(option.key(), text);
        }
        return given;
    }

    /**
     * With which a case is measured where nothing else is said.
     *
     * @throws InvalidInputException never: it is built in
     */
    public static Protocol usual() throws InvalidInputException {
        return new ExtractOptions(Options.of(Map.of(), OPTIONS)).protocol();
    }

    /**
     * Saves the case of an image.
     *
     * @return where it lies
     * @throws InvalidInputException if nothing is drawn, it cannot be measured, or a file cannot be written; nothing is
     *     changed then
     */
    public static CaseHome run(ImagePlus image, Options options, LesionFinder.Asker asker)
            throws InvalidInputException {
        CaseKeeping keeping = new CaseKeeping(image, options);
        keeping.requireOwn();
        IJ.resetEscape();
        try {
            if (options.get("exclude").isEmpty()) keeping.save(asker);
            else keeping.exclude(options.get("exclude"));
        } finally {
            IJ.showProgress(1);
        }
        IJ.showStatus("ICH Radiomics: " + keeping.home.id() + " saved");
        return keeping.home;
    }

    private void save(LesionFinder.Asker asker) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        OutlineSession session = session(image, "maskpath", how.spacing());
        Optional<OutlineSession> later = later();
        CaseReading reading = CaseReading.of(session, home.id(), protocol, asker, ImageJProgress.INSTANCE);
        if (later.isPresent()) reading = reading.followed(session, later.get(), asker);
        reading = reading.knowing(answers, patient);
        CaseReport report = reading.report(answers, patient, home.mask());
        byte[] picture = report.png();
        byte[] page = report.html().getBytes(StandardCharsets.UTF_8);
        String status = reading.reasons().isEmpty() ? CaseStage.DONE.text() : CaseStatus.CHECK;
        CaseSaving saving = new CaseSaving(home)
                .with(home.picture(), file -> WholeFile.replace(file, out -> out.write(picture)))
                .with(home.report(), file -> WholeFile.replace(file, out -> out.write(page)));
        outline(saving, home, session);
        if (later.isPresent()) {
            outline(saving, home.followUp(), later.get());
            saving.with(looked(CaseState.NEW, later.get(), LATER_MADE, home.followUp()));
        }
        Map<String, Object> values = values(reading);
        values.put(OUTLINE, made(session, MADE));
        if (later.isPresent()) values.put(LATER_OUTLINE, made(later.get(), LATER_MADE));
        saving.save(
                row(status, String.join(" ", reading.reasons()), Optional.of(values)),
                looked(said(), session, MADE, home));
    }

    private static void outline(CaseSaving saving, CaseHome home, OutlineSession session) throws InvalidInputException {
        byte[] rois = RoiFile.zipped(session.image().getOverlay());
        LabelVolume mask = session.volume();
        saving.with(home.mask(), file -> mask.write(file, Replacing.ALWAYS))
                .with(home.rois(), file -> WholeFile.replace(file, out -> out.write(rois)));
    }

    /** What is drawn on an image, or on it by a mask file. */
    private OutlineSession session(ImagePlus on, String mask, GivenSpacing spacing) throws InvalidInputException {
        OutlineSession session = OutlineSession.of(on, spacing);
        if (!options.get(mask).isEmpty())
            session.open(Options.path(options.get(mask)), new ExtractOptions(options).placement());
        if (session.outline().millilitres(Tissue.HAEMATOMA.label()) > 0) return session;
        throw new InvalidInputException("No haematoma is drawn on " + on.getTitle() + ": draw it, or "
                + (on == image
                        ? "leave the case out with a reason (exclude)."
                        : "save the case without its follow-up."));
    }

    private Optional<OutlineSession> later() throws InvalidInputException {
        String followUp = options.get(LATER.key());
        if (followUp.isEmpty()) {
            if (options.get(LATER_MASK).isEmpty()) return Optional.empty();
            throw new InvalidInputException(Sentence.of(
                    "", Setting.of(LATER_MASK), " needs the scan on which it lies: name it as ", LATER, "."));
        }
        ImagePlus second = TimePoint.image(LATER.key(), followUp);
        if (second == image)
            throw new InvalidInputException("The follow-up is the first scan itself, " + image.getTitle()
                    + ": give another, or the two different titles.");
        return Optional.of(session(second, LATER_MASK, GivenSpacing.NONE));
    }

    /** @throws InvalidInputException if it is another reader's case, and may not be replaced */
    private void requireOwn() throws InvalidInputException {
        Optional<CaseState> there = CaseState.read(home);
        if (there.isEmpty() || !there.get().stage().isFinished()) return;
        String other = there.get().reader();
        if (other.equals(options.get("reader"))) return;
        options.replacing()
                .allow(
                        "The case " + home.id() + " in this folder was saved by "
                                + (other.isEmpty() ? "a reader without a code" : "the reader " + other),
                        Sentence.of("choose another folder, or give ", Replacing.OVERWRITE, " to replace it"));
    }

    /** The state of a scan that is done, as it was drawn. */
    private CaseState looked(CaseState said, OutlineSession session, Option made, CaseHome at) {
        CaseState state = said.at(CaseStage.DONE)
                .withReader(options.get("reader"))
                .onSlice(largest(session) + 1)
                .withMade(made(session, made))
                .withEmptySlices(IntStream.range(0, session.outline().grid().nz())
                        .filter(session.outline()::isMarkedEmpty)
                        .map(z -> z + 1)
                        .boxed()
                        .toList());
        Optional<Path> file = OpenedFrom.of(session.image());
        return file.isPresent() ? state.withScan(file.get(), at) : state;
    }

    private String made(OutlineSession session, Option said) {
        String made = options.get(said.key());
        return made.isEmpty() ? session.outline().made() : made;
    }

    private static int largest(OutlineSession session) {
        int[] voxels = session.outline().voxels(Tissue.HAEMATOMA.label());
        return IntStream.range(0, voxels.length)
                .boxed()
                .max(Comparator.<Integer>comparingInt(z -> voxels[z]).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private void exclude(String reason) throws InvalidInputException {
        new CaseSaving(home).save(row(EXCLUDED, reason, Optional.empty()), said().excluded(reason));
    }

    private CaseState said() {
        CaseState state = CaseState.NEW.withReader(options.get("reader"));
        for (Map.Entry<String, String> answer : answers.entrySet())
            state = state.withSign(answer.getKey(), answer.getValue());
        for (Map.Entry<String, String> item : patient.entrySet())
            state = state.withPatient(item.getKey(), item.getValue());
        Optional<Path> file = OpenedFrom.of(image);
        return file.isPresent() ? state.withScan(file.get(), home) : state;
    }

    /** What was measured, by column. */
    private Map<String, Object> values(CaseReading reading) throws InvalidInputException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.putAll(Column.byName(Measurement.full(protocol.features()), reading.row()));
        values.putAll(Column.byName(CaseReading.OTHERS, reading));
        values.putAll(Column.byName(
                ReadSigns.COLUMNS, new ReadSigns(home.id(), reading.signs(), SignReading.answers(options))));
        for (PatientScore one : reading.scores(answers, patient))
            values.put(one.score().column(), one.scored().text());
        values.putAll(patient);
        values.putAll(Column.byName(CaseReading.GROWTH, reading));
        return values;
    }

    /** The row of the case, of the columns of every case. */
    private FeatureTable row(String status, String reason, Optional<Map<String, Object>> values) {
        Row row = new Row(home.id(), status, reason, options.get("reader"), values);
        List<Column<Row>> columns = new ArrayList<>(List.of(
                new Column<>(FeatureTable.CASE, Row::id),
                new Column<>(CaseStatus.COLUMN, Row::status),
                new Column<>("reason", Row::reason),
                new Column<>("reader", Row::reader)));
        Stream.of(
                        Measurement.columns(protocol.features()).stream().skip(1),
                        Column.names(CaseReading.OTHERS).stream(),
                        Column.names(ReadSigns.COLUMNS).stream().skip(1),
                        ClinicalScore.all().stream().map(ClinicalScore::column),
                        PATIENT.stream().map(Option::key),
                        Column.names(CaseReading.GROWTH).stream(),
                        Stream.of(OUTLINE, LATER_OUTLINE))
                .flatMap(names -> names)
                .forEach(name -> columns.add(new Column<>(name, one -> one.values.map(all -> all.get(name)))));
        return Column.table(columns, List.of(row));
    }
}
