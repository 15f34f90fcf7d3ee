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

import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/** <i>Reader Agreement...</i>: the features of two readers, and their outlines. */
public final class ReaderComparison {

    private static final List<IntraclassCorrelation.Form> ICCS = List.of(
            IntraclassCorrelation.Form.ICC_2_1, IntraclassCorrelation.Form.ICC_1_1, IntraclassCorrelation.Form.ICC_3_1);

    /** What {@code icc} may be. */
    public static final List<String> FORMS =
            ICCS.stream().map(IntraclassCorrelation.Form::text).toList();

    /** What those keys may be that are no free text. */
    public static final Map<String, List<String>> CHOICES = Map.of("icc", FORMS);

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "first",
            "",
            "second",
            "",
            "icc",
            FORMS.get(0),
            "above",
            "0.75",
            "first_masks",
            "",
            "second_masks",
            "",
            "label",
            Labels.ANY,
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

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
        boolean tables = isPair(options, "first", "second");
        boolean masks = isPair(options, "first_masks", "second_masks");
        boolean isWritten = !options.get("out").isEmpty();
        if (isWritten) WholeFile.check(Options.path(options.get("out")));
        if (!tables && !masks) {
            throw new InvalidInputException("The readers are missing: write first=[a table] second=[another], or "
                    + "first_masks=[a folder] second_masks=[another].");
        }
        List<Found> found = new ArrayList<>();
        if (tables) found.add(features(options));
        if (masks) found.add(outlines(options));
        found.forEach(one -> StudyWindows.show(one.table(), one.title()));
        found.forEach(one -> IJ.log(one.sentence()));
        if (isWritten) write(found, Options.path(options.get("out")), options.replacing());
        return found.stream().map(Found::sentence).collect(Collectors.joining(" "));
    }

    /** What came of a comparison. */
    private record Found(FeatureTable table, String title, String sentence) {}

    private static boolean isPair(Options options, String one, String two) throws InvalidInputException {
        for (String[] keys : new String[][] {{one, two}, {two, one}}) {
            if (!options.get(keys[0]).isEmpty() && options.get(keys[1]).isEmpty()) {
                throw new InvalidInputException("The option " + keys[0] + " needs its partner: write " + keys[1]
                        + "=[...] too, or leave both out.");
            }
        }
        return !options.get(one).isEmpty();
    }

    private static Found features(Options options) throws InvalidInputException {
        StudyPlan.Agreement rule;
        try {
            rule = new StudyPlan.Agreement(
                    ICCS.get(FORMS.indexOf(options.choice("icc", FORMS))), options.number("above"), false);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "above=" + options.get("above") + " is no limit, since " + e.getMessage() + ": write above=0.75.",
                    e);
        }
        FeatureTable first = OpenTable.find(options.get("first"));
        FeatureColumns columns = FeatureColumns.of(first, List.of());
        columns.text().ifPresent(IJ::log);
        ReaderAgreement agreement = ReaderAgreement.of(
                first,
                OpenTable.find(options.get("second")),
                Optional.empty(),
                columns.features(),
                rule.form(),
                rule.above());
        agreement.notes().forEach(note -> IJ.log("Note: " + note));
        return new Found(StudySheets.agreement(agreement), "ICH Radiomics reader agreement", text(agreement));
    }

    private static Found outlines(Options options) throws InvalidInputException {
        MaskAgreement agreement = MaskAgreement.of(
                Options.path(options.get("first_masks")),
                Options.path(options.get("second_masks")),
                options.get("label"));
        agreement.notes().forEach(note -> IJ.log("Note: " + note));
        return new Found(agreement.table(), "ICH Radiomics reader masks", agreement.text());
    }

    private static void write(List<Found> found, Path out, Replacing replacing) throws InvalidInputException {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Found one : found) texts.put(texts.isEmpty() ? out : beside(out), FeatureTableCsv.text(one.table()));
        if (WholeFile.write(texts, replacing).isEmpty()) Unchanged.say(out.toString());
    }

    private static Path beside(Path out) {
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
