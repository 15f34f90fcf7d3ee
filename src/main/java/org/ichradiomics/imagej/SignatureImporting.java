package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.IJ;

import org.ichradiomics.measure.GivenSettings;
import org.ichradiomics.measure.SignatureImport;
import org.ichradiomics.signature.CoefficientCsv;
import org.ichradiomics.signature.Coefficients;
import org.ichradiomics.signature.Development;
import org.ichradiomics.signature.Flags;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.TextFile;

/**
 * <i>Import Signature...</i>: the coefficients of anybody's model in, a signature of ours out; or a signature in, and
 * its coefficients out.
 */
public final class SignatureImporting {

    private static final List<String> VALUES = List.of("z-scores", "as measured");

    private static final Option FILE = Option.of(
                    Option.Kind.NAME_OR_FILE,
                    "File",
                    "",
                    "The coefficients: a CSV file term,coefficient and, as known, mean,sd,unit; what R prints of "
                            + "coef(glmnet) or Python of a series; or a signature file, which is checked.")
            .inMenu("Or the title of an open text window, or clipboard: a table that was copied from a page.")
            .called("Coefficients (file, window or clipboard)")
            .place("FILE");

    /** Those of <i>Import Signature...</i> and {@code signature import}. */
    public static final List<Option> OPTIONS = List.of(
            FILE,
            Option.of(
                            Option.Kind.NAME_OR_FILE,
                            "Params",
                            "",
                            "The settings of its features: a parameter file of PyRadiomics (.yaml), AK, the name of "
                                    + "IBSI settings, or a file of these.")
                    .called("Settings of its features")
                    .line("P"),
            Option.text("Name", "", "What it is called (default: the name of the file).")
                    .called("Name of the signature")
                    .line("NAME"),
            Option.text("Source", "", "The paper, or who trained it.").line("TEXT"),
            Option.text("Licence", "", "Under which its numbers may be used.")
                    .line("TEXT")
                    .further(),
            Option.choice(
                            "Values",
                            VALUES,
                            "What its coefficients multiply: z-scores (default), for which terms without mean and SD "
                                    + "need a reference, or values as measured.")
                    .called("Coefficients are for")
                    .line("HOW"),
            Option.choice(
                            "Divisor",
                            List.of(Development.Divisor.N_LESS_1.text(), Development.Divisor.N.text()),
                            "Of the SDs of its training: n - 1 (default; R), or n (scikit-learn).")
                    .called("Divisor of the SDs")
                    .line("N")
                    .further(),
            Option.choice(
                            "Link",
                            List.of(Output.Link.IDENTITY.text(), Output.Link.LOGIT.text()),
                            "Whether the score is a logit, so that it has a probability.")
                    .line("LINK"),
            Option.word("Cutoff", "", "The lowest value of the high group; without one there are no groups.")
                    .line("X"),
            Option.choice(
                            "Cutoff_on",
                            List.of(Output.Value.SCORE.text(), Output.Value.PROBABILITY.text()),
                            "Whether the cutoff is one of the score (default) or of the probability.")
                    .called("The cutoff is on the")
                    .line("WHAT"),
            Option.text("Groups", "high; low", "What the groups at the cutoff and above, and below, are called.")
                    .called("Names of the groups")
                    .line("NAMES")
                    .further(),
            Option.text("Clinical", "", "Terms that are clinical variables, separated by ;.")
                    .called("Clinical variables among its terms")
                    .line("NAMES"),
            Option.text("Outcome", "", "What it predicts.").line("TEXT").further(),
            Option.of(Option.Kind.COUNT, "Training", "", "On how many cases it was trained.")
                    .called("Cases of its training")
                    .line("N")
                    .further(),
            Option.of(Option.Kind.COUNT, "Events", "", "How many of them had the outcome.")
                    .line("N")
                    .further(),
            Option.word("Volume", "", "The haematomas for which it is meant, mL: from, and below.")
                    .called("Volumes from,below (mL)")
                    .line("MIN,MAX")
                    .further(),
            Option.word("Slices", "", "The distances of slices for which it is meant, mm: from, and to.")
                    .called("Distance of slices from,to (mm)")
                    .line("MIN,MAX")
                    .further(),
            KnownRobustness.OPTION.meaning("The icc.csv or perturbed.csv of your cohort, as Robustness... wrote them: "
                    + "how robust its features are is kept in the signature."),
            CommonOptions.out("Out", "FILE", "The signature to write, .json; or .csv: its coefficients as a table.")
                    .called("Save to (.json)")
                    .required(),
            CommonOptions.overwrite("Replace a file of other content that has this name."));

    private SignatureImporting() {}

    /**
     * A signature, not written yet.
     *
     * @param notes what is to be minded of it
     */
    public record Imported(Signature signature, List<String> notes) {

        /** In a sentence. */
        public String sentence() {
            int clinical = signature.variables().size();
            return signature.name() + ": "
                    + English.counted(signature.features().size(), "feature")
                    + (clinical == 0 ? "" : ", " + English.counted(clinical, "clinical variable"))
                    + (signature.parts().isEmpty()
                            ? ""
                            : ", " + English.counted(signature.parts().size(), "score") + " of another model")
                    + ".";
        }

        /**
         * Writes it as the ending says.
         *
         * @return whether anything was written, and not the same bytes there already
         * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
         */
        public boolean write(Path out, Options options) throws InvalidInputException {
            boolean isTable = out.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
            return isTable
                    ? TextFile.write(out, CoefficientCsv.of(signature), options.replacing())
                    : Signature.FILE.write(signature, out, options.replacing());
        }
    }

    /**
     * Reads it.
     *
     * @throws InvalidInputException if there is no such file or window, an option is none, or they make no signature
     */
    public static Imported of(Options options) throws InvalidInputException {
        String from = options.need("file", "The coefficients", "path of a file");
        Optional<String> text = OpenText.find(from);
        Path file = text.isPresent() ? Path.of("signature") : Options.path(from);
        String name = text.isPresent() ? "the text" : file.getFileName().toString();
        String content = text.isPresent() ? text.get() : TextFile.read(file);
        List<String> notes = new ArrayList<>();
        boolean isOurs = content.contains("\"format\"") && content.strip().startsWith("{");
        Signature signature;
        if (isOurs) {
            signature = Signature.FILE.parse(content, name);
        } else {
            Coefficients table = Coefficients.parse(content, name);
            if (table.zero() > 0)
                notes.add(English.counted(table.zero(), "term") + " of coefficient 0 "
                        + (table.zero() == 1 ? "is" : "are") + " left out.");
            signature = described(options, name.replaceFirst("\\.[^.]*$", "")).of(table);
        }
        Optional<Map<String, Icc>> known = KnownRobustness.of(options.get("robustness"));
        if (known.isPresent()) signature = signature.knowing(known.get());
        notes.addAll(Flags.of(signature));
        return new Imported(signature, notes);
    }

    private static SignatureImport described(Options options, String file) throws InvalidInputException {
        Output.Link link = Output.Link.valueOf(
                options.choice("link", List.of("identity", "logit")).toUpperCase(Locale.ROOT));
        Output.Value on = Output.Value.valueOf(
                options.choice("cutoff_on", List.of("score", "probability")).toUpperCase(Locale.ROOT));
        String[] groups = options.get("groups").split("\\s*;\\s*");
        if (groups.length != 2)
            throw new InvalidInputException(Sentence.of(
                    Setting.of("groups", options.get("groups")), " is not two names: write ",
                    Setting.of("groups", "expansion; no expansion"), ", say."));
        boolean isN = options.choice("divisor", List.of("n - 1", "n")).equals("n");
        try {
            return new SignatureImport(
                    options.get("name").isEmpty() ? file : options.get("name"),
                    options.get("source"),
                    new Output(link, on, groups[0], groups[1]),
                    options.get("cutoff").isEmpty() ? Double.NaN : options.number("cutoff"),
                    new Development(
                            options.get("outcome"),
                            count(options, "training"),
                            count(options, "events"),
                            isN ? Development.Divisor.N : Development.Divisor.N_LESS_1,
                            options.get("licence")),
                    range(options, "volume").orElse(Range.ALL),
                    range(options, "slices"),
                    GivenSettings.of(options.get("params")),
                    List.of(options.get("clinical").split("\\s*;\\s*")),
                    options.choice("values", VALUES).equals(VALUES.get(1)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(English.capital(e.getMessage()) + ": correct it.", e);
        }
    }

    private static int count(Options options, String key) throws InvalidInputException {
        return options.get(key).isEmpty() ? 0 : options.count(key);
    }

    /** Two numbers, of which one may be left out. */
    private static Optional<Range> range(Options options, String key) throws InvalidInputException {
        String text = options.get(key);
        if (text.isEmpty()) return Optional.empty();
        String[] ends = text.split("\\s*,\\s*", -1);
        try {
            if (ends.length == 2)
                return Optional.of(new Range(
                        ends[0].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(ends[0]),
                        ends[1].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(ends[1])));
        } catch (IllegalArgumentException e) {
            // Numbers that are none, or not in order, are told by the same sentence.
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, text),
                " is not two numbers, the smaller first: write ",
                Setting.of(key, "3,10"),
                ", say, or leave one of them out."));
    }

    /**
     * Reads it and writes it; the log has what is to be minded.
     *
     * @return what it is, in a sentence
     * @throws InvalidInputException as {@link #of}, or if the file cannot be written
     */
    public static String run(Options options) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The path of the signature file", "path of a .json file"));
        Imported imported = of(options);
        imported.notes().forEach(note -> IJ.log(note));
        if (!imported.write(out, options)) Unchanged.say(options.get("out"));
        return imported.sentence();
    }
}
