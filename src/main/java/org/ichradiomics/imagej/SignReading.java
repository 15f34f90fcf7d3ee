package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.page.EvidencePicture;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Evidence;
import org.ichradiomics.sign.ReadSigns;
import org.ichradiomics.sign.ReaderAnswer;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.sign.SignTable;
import org.ichradiomics.sign.Signs;
import org.ichradiomics.sign.Suggestion;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * <i>Signs...</i> and {@code signs}: what a haematoma suggests, and what the reader says of it. Nothing is answered for
 * the reader.
 *
 * @param signs with the reader's answers
 * @param scan in which they were looked for
 * @param haematoma on its grid
 * @param notes what the user should know, one sentence each
 */
public record SignReading(ReadSigns signs, Scan scan, VoxelMask haematoma, List<String> notes) {

    /** The title of the table on the screen. */
    public static final String WINDOW = "ICH Signs";

    private static final Option ANSWERS_FILE = CommonOptions.out(
                    "Answers (CSV)",
                    "FILE.csv",
                    "A table to which one row is added: for each sign the reader's answer (1, 0 or empty) and, as "
                            + "black_hole_suggested, the suggestion (1 or 0).")
            .called("Save your answers to (.csv)");

    private static final Option PICTURES = Option.of(
                    Option.Kind.FOLDER,
                    "Pictures (folder)",
                    "",
                    "A folder in which CASE_SIGN.png is written for each sign that is suggested or answered with yes: "
                            + "its slice in the brain window, the haematoma and what speaks for the sign outlined.")
            .called("Save pictures to (folder)")
            .line("DIR")
            .further();

    private static final Option SHOW = Option.choice(
                    "Show",
                    Stream.concat(Stream.of(""), Stream.of(Sign.values()).map(Sign::key))
                            .toList(),
                    "Go to the slice where a sign is seen best, and outline what speaks for it.")
            .called("Show on the image");

    /** Those of <i>Signs...</i> and {@code signs}. */
    public static final List<Option> OPTIONS = Stream.of(
                    CommonOptions.WHERE.stream().map(SignReading::ofHaematoma),
                    Stream.of(
                            CommonOptions.PLACEMENT.onlyOnTheLine(), CommonOptions.SPACING, CommonOptions.SPACING_USE),
                    Stream.of(Sign.values()).map(SignReading::answer),
                    Stream.of(
                            SHOW,
                            CommonOptions.window(WINDOW),
                            CommonOptions.out(
                                            "Out (CSV)",
                                            "FILE.csv",
                                            "A table of the suggestions, to which a row is added for each sign and "
                                                    + "each measure: " + String.join(", ", SignTable.COLUMNS) + ".")
                                    .called("Save suggestions to (.csv)"),
                            ANSWERS_FILE,
                            PICTURES,
                            CommonOptions.JSON,
                            CommonOptions.overwrite("Begin the tables anew: the rows that they hold are lost; replace "
                                    + "other pictures of these names.")))
            .flatMap(options -> options)
            .toList();

    /** As a window shows it: nothing where nothing is answered. */
    private static final List<Column<ReadSigns>> ROW = ReadSigns.COLUMNS.stream()
            .map(column ->
                    new Column<ReadSigns>(column.name(), read -> Objects.requireNonNullElse(column.of(read), "")))
            .toList();

    public SignReading {
        notes = List.copyOf(notes);
    }

    static Option ofHaematoma(Option where) {
        return where.key().equals(CommonOptions.LABEL.key())
                ? where.usually(Labels.HAEMATOMA)
                        .meaning("The label of the haematoma in the mask (default: the only one, of several 1).")
                : where;
    }

    static Option answer(Sign sign) {
        return Option.choice(
                        English.capital(sign.key()),
                        ReaderAnswer.texts(),
                        "The reader's answer: " + sign.rule() + " (" + sign.source() + ").")
                .called(sign.title())
                .line("ANSWER");
    }

    /**
     * Refuses what is none, before anything is read.
     *
     * @throws InvalidInputException if an answer is none, or another option is wrong by itself
     */
    public static void check(Options options) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        how.placement();
        how.spacing();
        answers(options);
        options.choice(SHOW.key(), SHOW.choices());
        options.replacing();
    }

    static Map<Sign, ReaderAnswer> answers(Options options) throws InvalidInputException {
        Map<Sign, ReaderAnswer> answers = new EnumMap<>(Sign.class);
        List<String> words = ReaderAnswer.texts();
        for (Sign sign : Sign.values()) {
            if (options.get(sign.key()).isEmpty()) continue;
            String word = options.choice(sign.key(), words.subList(1, words.size()));
            answers.put(sign, ReaderAnswer.values()[words.indexOf(word)]);
        }
        return answers;
    }

    /**
     * Looks at a file and its mask.
     *
     * @throws InvalidInputException if one of them cannot be read, they do not fit, or there is no haematoma
     */
    public static SignReading of(Path image, Path mask, Options options) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        ImageFile file = ImageFile.read(image);
        Scan scan = file.scan().spaced(how.spacing());
        Lesion lesion = MaskFile.lesion(mask, how.get("label"), how.placement(), file);
        return of(name(FileKind.caseName(image)), scan, lesion, options);
    }

    /** Phantoms and teaching files come as NAME_hu and NAME_mask. */
    private static String name(String of) {
        return of.replaceFirst("(?<=.)_hu$", "");
    }

    private static SignReading of(String name, Scan scan, Lesion lesion, Options options) throws InvalidInputException {
        Spacing spacing = scan.spacing();
        VoxelMask haematoma = lesion.voxels(scan, spacing);
        Signs signs = Signs.of(VoxelImage.of(scan.hu(), spacing), haematoma);
        List<String> notes = new ArrayList<>(lesion.glance(scan, spacing).reasons());
        notes.addAll(scan.warnings());
        notes.addAll(lesion.notes());
        if (lesion.roi().startsWith("label ") && options.get("label").equalsIgnoreCase(Labels.HAEMATOMA))
            notes.add("Of the labels of the mask, " + lesion.roi() + " was taken as the haematoma.");
        return new SignReading(new ReadSigns(name, signs, answers(options)), scan, haematoma, notes);
    }

    /**
     * Looks at an image of ImageJ; adds a row to the window of the table, and rows to the files that are asked for.
     *
     * @return what was seen
     * @throws InvalidInputException if there is no haematoma, or a file cannot be written
     */
    public static SignReading run(ImagePlus image, Options options, LesionFinder.Asker asker)
            throws InvalidInputException {
        check(options);
        SignReading reading = of(image, options, asker);
        List<String> said = new ArrayList<>(reading.notes);
        for (Written file : reading.write(options)) said.addAll(file.added.notes());
        reading.addRow(options.get("table"));
        reading.show(options.get(SHOW.key()), image);
        Said.log(said);
        return reading;
    }

    /** What a dialog shows of the options as they are: every sign, and on the image the one that is to be shown. */
    public static MaskPreview preview(ImagePlus image, Options options) {
        MaskPreview mask = MaskPreview.of(image, new ExtractOptions(options));
        if (!mask.isUsable()) return mask;
        try {
            SignReading reading = of(image, options, LesionFinder.Asker.NOBODY);
            reading.show(options.get(SHOW.key()), image);
            return new MaskPreview(mask.text() + "\n" + String.join("\n", reading.signs.lines()), true, mask.stopped());
        } catch (InvalidInputException e) {
            return MaskPreview.refused(e, OPTIONS);
        }
    }

    /** @param sign by its key; empty: none */
    private void show(String sign, ImagePlus image) {
        Optional<Evidence> evidence = signs.signs().suggestions().stream()
                .filter(one -> one.sign().key().equals(sign))
                .flatMap(one -> one.evidence().stream())
                .findFirst();
        if (evidence.isPresent()) EvidenceView.show(image, scan, evidence.get());
        else if (!sign.isEmpty()) EvidenceView.clear(image);
    }

    static SignReading of(ImagePlus image, Options options, LesionFinder.Asker asker) throws InvalidInputException {
        FoundLesion found = FoundLesion.on(image, new ExtractOptions(options), asker);
        return of(name(FileKind.caseName(image.getTitle())), found.scan(), found.lesion(), options);
    }

    private void addRow(String title) {
        if (!Screen.isThere()) return;
        ResultsTable window = FullTable.window(title);
        ResultsTable table = window == null ? new ResultsTable() : window;
        ForeignRows.fill(table, ROW, signs);
        Screen.show(table, title);
    }

    /**
     * A file to which rows were added.
     *
     * @param path as it was given
     */
    public record Written(Path path, GrowingTable.Added added) {}

    /**
     * Adds the rows to the files that the options name; none is written unless all can be.
     *
     * @throws InvalidInputException if one cannot be written, or holds other columns and may not be replaced
     */
    public List<Written> write(Options options) throws InvalidInputException {
        List<Output> outputs = new ArrayList<>();
        output(options, "out", SignTable.of(signs.name(), signs.signs())).ifPresent(outputs::add);
        output(options, ANSWERS_FILE.key(), Column.table(ReadSigns.COLUMNS, List.of(signs)))
                .ifPresent(outputs::add);
        for (Output output : outputs) output.file.check(output.rows.columns());
        if (!options.get(PICTURES.key()).isEmpty())
            draw(Options.path(options.get(PICTURES.key())), options.replacing());
        List<Written> written = new ArrayList<>();
        for (Output output : outputs) {
            written.add(new Written(output.path, output.file.add(List.of(output.rows), GrowingTable.Before.NOTHING)));
        }
        return written;
    }

    private void draw(Path folder, Replacing replacing) throws InvalidInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + folder.getFileName() + " cannot be made: choose another for the pictures.", e);
        }
        for (Suggestion one : signs.signs().suggestions()) {
            boolean isShown = one.isSuggested() || signs.answers().get(one.sign()) == ReaderAnswer.YES;
            if (!isShown || one.evidence().isEmpty()) continue;
            byte[] png = EvidencePicture.png(scan, haematoma, one.evidence().get());
            // A title may hold what no name of a file may.
            String name = signs.name().replaceAll("[/\\\\:*?\"<>|]", "_") + "_"
                    + one.sign().key() + ".png";
            WholeFile.write(folder.resolve(name), out -> out.write(png), replacing);
        }
    }

    private record Output(Path path, GrowingTable file, FeatureTable rows) {}

    private static Optional<Output> output(Options options, String key, FeatureTable rows)
            throws InvalidInputException {
        if (options.get(key).isEmpty()) return Optional.empty();
        Path path = Options.path(options.get(key));
        return Optional.of(new Output(path, new GrowingTable(path, options.replacing()), rows));
    }

    /** The signs that are suggested, by their keys, separated by commas. */
    public String answer() {
        return signs.suggested().stream().map(Sign::key).collect(Collectors.joining(","));
    }
}
