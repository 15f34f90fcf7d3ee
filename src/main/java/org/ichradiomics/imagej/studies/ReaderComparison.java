package org.ichradiomics.imagej.studies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.IJ;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;
import org.ichradiomics.text.Worded;

/** <i>Reader Agreement...</i>: the features of two readers, and their outlines. */
public final class ReaderComparison {

    private static final List<IntraclassCorrelation.Form> ICCS = List.of(
            IntraclassCorrelation.Form.ICC_2_1, IntraclassCorrelation.Form.ICC_1_1, IntraclassCorrelation.Form.ICC_3_1);

    private static final List<String> FORMS =
            ICCS.stream().map(IntraclassCorrelation.Form::text).toList();

    /** Those of <i>Reader Agreement...</i> and {@code agreement}. */
    public static final List<Option> OPTIONS = List.of(
            Option.of(Option.Kind.TABLE, "First", "", "The features of one reader.")
                    .called("Table of the first reader")
                    .line("TABLE"),
            Option.of(Option.Kind.TABLE, "Second", "", "The features of the other reader.")
                    .called("Table of the second reader")
                    .line("TABLE"),
            Option.choice("Icc", FORMS, "The form of the intraclass correlation (default: 2,1).")
                    .called("Form of the ICC")
                    .further()
                    .line("FORM"),
            Option.word("Above", "0.75", "What the ICC of a feature that is good exceeds (default: 0.75).")
                    .called("A good ICC is above")
                    .further()
                    .line("LIMIT"),
            Option.of(Option.Kind.FOLDER, "First_masks", "", "The folder of one reader's masks.")
                    .called("Masks of the first reader")
                    .line("DIR"),
            Option.of(
                            Option.Kind.FOLDER,
                            "Second_masks",
                            "",
                            "The folder of the other reader's masks, whose files are named alike.")
                    .called("Masks of the second reader")
                    .line("DIR"),
            CommonOptions.LABEL
                    .meaning("The label of the haematoma in masks that hold more than one.")
                    .further(),
            CommonOptions.out(
                            "Out",
                            "FILE.csv",
                            "The agreement by feature; outlines go into FILE_masks.csv beside it, or into the file "
                                    + "itself where there are no tables.")
                    .called("Save to (.csv)"),
            CommonOptions.JSON,
            CommonOptions.overwrite("Replace files of other content that have these names."));

    private ReaderComparison() {}

    /**
     * Compares two tables, two folders of masks, or both; shows them, and writes them if {@code out} says where:
     * features into that file, outlines into {@code NAME_masks.csv} beside it, or into the file itself where there are
     * no tables.
     *
     * @return what was found, in a sentence for each
     * @throws InvalidInputException if only one of a pair is given, or they cannot be compared, or a file cannot be
     *     written
     */
    public static String run(Options options) throws InvalidInputException {
        List<Found> found = of(options, Tables.OPEN);
        found.forEach(one -> one.notes().forEach(IJ::log));
        found.forEach(one -> StudyWindows.show(one.table(), one.title()));
        found.forEach(one -> IJ.log(one.sentence()));
        if (!options.get("out").isEmpty() && !write(found, options)) Unchanged.say(options.get("out"));
        return found.stream().map(Found::sentence).collect(Collectors.joining(" "));
    }

    /**
     * Compares two tables, two folders of masks, or both.
     *
     * @throws InvalidInputException if only one of a pair is given, they cannot be compared, or the file that
     *     {@code out} names cannot be written
     */
    public static List<Found> of(Options options, Tables tables) throws InvalidInputException {
        check(options);
        if (!options.get("out").isEmpty()) WholeFile.check(Options.path(options.get("out")));
        List<Found> found = new ArrayList<>();
        if (!options.get("first").isEmpty()) found.add(features(options, tables));
        if (!options.get("first_masks").isEmpty()) found.add(outlines(options));
        return found;
    }

    /**
     * What came of a comparison.
     *
     * @param what it compares: features, or masks
     * @param title of the table's window
     * @param notes to be said before it
     */
    public record Found(String what, String title, FeatureTable table, List<String> notes, String sentence) {}

    /**
     * Refuses what no tables or masks would allow.
     *
     * @throws InvalidInputException if only one of a pair is given or no pair at all, or a value is none
     */
    public static void check(Options options) throws InvalidInputException {
        boolean tables = isPair(options, "first", "second");
        if (isPair(options, "first_masks", "second_masks") || tables) {
            if (tables) rule(options);
            return;
        }
        throw new InvalidInputException(Sentence.of(
                "The readers are missing: write ",
                with("first", "a table"),
                " ",
                with("second", "another"),
                ", or ",
                with("first_masks", "a folder"),
                " ",
                with("second_masks", "another"),
                "."));
    }

    /** An option with what belongs there. */
    private static Worded with(String key, String what) {
        return words -> words.of(Setting.of(key)) + "=[" + what + "]";
    }

    private static boolean isPair(Options options, String one, String two) throws InvalidInputException {
        for (String[] keys : new String[][] {{one, two}, {two, one}}) {
            if (!options.get(keys[0]).isEmpty() && options.get(keys[1]).isEmpty()) {
                throw new InvalidInputException(Sentence.of(
                        "The option ",
                        Setting.of(keys[0]),
                        " needs its partner: write ",
                        with(keys[1], "..."),
                        " too, or leave both out."));
            }
        }
        return !options.get(one).isEmpty();
    }

    private static StudyPlan.Agreement rule(Options options) throws InvalidInputException {
        try {
            return new StudyPlan.Agreement(
                    ICCS.get(FORMS.indexOf(options.choice("icc", FORMS))), options.number("above"), false);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    Sentence.of(
                            Setting.of("above", options.get("above")),
                            " is no limit, since " + e.getMessage() + ": write ",
                            Setting.of("above", 0.75),
                            "."),
                    e);
        }
    }

    private static Found features(Options options, Tables tables) throws InvalidInputException {
        StudyPlan.Agreement rule = rule(options);
        FeatureTable first = tables.find(options.get("first"));
        FeatureColumns columns = FeatureColumns.of(first, List.of());
        ReaderAgreement agreement = ReaderAgreement.of(
                first,
                tables.find(options.get("second")),
                Optional.empty(),
                columns.features(),
                rule.form(),
                rule.above());
        List<String> notes = new ArrayList<>();
        columns.text().ifPresent(notes::add);
        agreement.notes().forEach(note -> notes.add("Note: " + note));
        return new Found(
                "features", "ICH Radiomics reader agreement", StudySheets.agreement(agreement), notes, text(agreement));
    }

    private static Found outlines(Options options) throws InvalidInputException {
        MaskAgreement agreement = MaskAgreement.of(
                Options.path(options.get("first_masks")),
                Options.path(options.get("second_masks")),
                options.get("label"));
        List<String> notes =
                agreement.notes().stream().map(note -> "Note: " + note).toList();
        return new Found("masks", "ICH Radiomics reader masks", agreement.table(), notes, agreement.text());
    }

    /**
     * Writes what was found into the file that {@code out} names, and the second beside it.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public static boolean write(List<Found> found, Options options) throws InvalidInputException {
        Path out = Options.path(options.get("out"));
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Found one : found) texts.put(texts.isEmpty() ? out : beside(out), FeatureTableCsv.text(one.table()));
        return !WholeFile.write(texts, options.replacing()).isEmpty();
    }

    /** Where outlines are written beside features. */
    public static Path beside(Path out) {
        return out.resolveSibling(out.getFileName().toString().replaceAll("(?i)\\.csv$", "") + "_masks.csv");
    }

    private static String text(ReaderAgreement agreement) {
        return String.format(
                Locale.ROOT,
                "Features of %d cases: mean ICC(%s) %.3f; %d of %d features are above %s.",
                agreement.cases().size(),
                agreement.form().text(),
                agreement.mean(agreement.form()).orElse(Double.NaN),
                agreement.good().size(),
                agreement.rows().size(),
                agreement.above());
    }
}
