package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ichradiomics.measure.Analysis;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * What the user asks of <i>Extract...</i>: the same keys and values in the dialog, in macros of ImageJ and Fiji, and in
 * scripts. An option left out has its default, always.
 */
public final class ExtractOptions {

    private static final String AK = Catalogue.AK.name();
    private static final String IBSI = "IBSI";
    private static final String BOTH = "both";

    /** One of {@link #CATALOGUES}. */
    public static final String PYRADIOMICS = "PyRadiomics";

    private static final String DEFAULT_SETTINGS = IbsiPreset.ICH.text();

    /** What {@code catalogue} may be. */
    public static final List<String> CATALOGUES = List.of(AK, IBSI, BOTH, PYRADIOMICS);

    private static final Option CATALOGUE = Option.choice(
                    "Catalogue", CATALOGUES, "The features: ak (default), ibsi, both of them, or pyradiomics.")
            .called("Feature set")
            .further()
            .line("NAME");

    private static final Option SETTINGS = Option.of(
                    Option.Kind.NAME_OR_FILE,
                    "Settings (IBSI or PyRadiomics)",
                    DEFAULT_SETTINGS,
                    "For ibsi and both: a JSON file with IBSI settings, or the name of built-in ones: "
                            + IbsiPreset.names() + " (default: ICH).",
                    "For pyradiomics: its parameter file, YAML or JSON (default: none, as PyRadiomics without one).",
                    "Or a JSON file with any of these options, e.g. {\"bins\": 256, \"low\": \"auto\", "
                            + "\"run_distance\": 90}; what is also given as an option is taken from the option.")
            .called("Settings of IBSI or PyRadiomics")
            .when(CATALOGUE, IBSI, BOTH, PYRADIOMICS)
            .further()
            .line("F");

    /** Which grey levels and runs there are. */
    private static final List<Option> LEVELS = List.of(
            Option.word("Bins", "256", "Grey levels and run lengths are put into N bins (default: 256).")
                    .called("Grey levels")
                    .line("N")
                    .further(),
            Option.word(
                            "Low (HU)",
                            "auto",
                            "Lower end of the grey range (default: auto, the lesion's smallest value or 0).")
                    .called("Lowest grey value (HU)")
                    .line("HU")
                    .further(),
            Option.word(
                            "High (HU)",
                            "auto",
                            "Upper end of the grey range (default: auto, the lesion's largest value or 0).")
                    .called("Highest grey value (HU)")
                    .line("HU")
                    .further(),
            Option.word(
                            "Run_distance (mm)",
                            "auto",
                            "Longest run that is counted (default: auto, the diagonal of the matrix in voxels).")
                    .called("Longest run (mm)")
                    .line("MM")
                    .further());

    public static final Option SIGNATURE = Option.of(
                    Option.Kind.NAME_OR_FILE,
                    "Signature",
                    Signatures.ZHAN_2020,
                    "The score: a JSON file, or the built-in \"Zhan 2020\" (default).")
            .called("Score by the signature")
            .line("F");

    public static final Option REFERENCE = Option.of(
                    Option.Kind.NAME_OR_FILE,
                    "Reference",
                    References.DEMONSTRATION,
                    "What the score is read against: a JSON file, \"none\", or the built-in \"Demonstration\" "
                            + "(default).")
            .called("Compared with the reference")
            .line("F");

    /** A table of 396 columns is wanted now and then; a macro of an earlier version counts on it. */
    private static final Option ALL_FEATURES = Option.choice(
                    "All_features", Option.YES_NO, "Whether all features are shown in a table of their own.")
            .called("Show all features in a table")
            .suggesting(Option.NO_YES.get(0))
            .further();

    /** How a lesion is measured, but for what its score is read against. */
    public static final List<Option> HOW = Stream.of(
                    List.of(CATALOGUE, SETTINGS),
                    LEVELS,
                    List.of(CommonOptions.SPACING, CommonOptions.SPACING_USE, SIGNATURE.further()))
            .flatMap(List::stream)
            .toList();

    /** What a settings file of the command line may hold. */
    public static final List<Option> IN_FILES = Stream.of(
                    List.of(
                            CommonOptions.LABEL,
                            CommonOptions.PLACEMENT,
                            CommonOptions.ROWS.line("HOW"),
                            CommonOptions.PIECES),
                    LEVELS,
                    List.of(
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            CATALOGUE,
                            SETTINGS,
                            SIGNATURE,
                            REFERENCE,
                            KnownRobustness.OPTION))
            .flatMap(List::stream)
            .toList();

    /** Those of <i>Extract...</i> and {@code extract}. */
    public static final List<Option> OPTIONS = Stream.of(
                    CommonOptions.WHERE,
                    List.of(CommonOptions.PLACEMENT, CommonOptions.ROWS.line("HOW"), CommonOptions.PIECES),
                    HOW,
                    List.of(
                            REFERENCE.further(),
                            KnownRobustness.OPTION,
                            ALL_FEATURES,
                            CommonOptions.window("ICH Radiomics").when(ALL_FEATURES, Option.NO_YES.get(1)),
                            Option.flag("Long", "Write case,feature,value: the features, then R-score, one a line.")
                                    .onlyOnTheLine(),
                            CommonOptions.out(
                                            "Out (CSV)",
                                            "FILE.csv",
                                            "The table to which the row is added; it is made if it is not there. "
                                                    + "FILE.json beside it records how each row was made.")
                                    .called("Save to (.csv)")
                                    .required(),
                            CommonOptions.overwrite("Begin the table anew: the rows that it holds are lost.")))
            .flatMap(List::stream)
            .toList();

    private final Options options;

    /** @param options those of <i>Extract...</i>, or of a task that shares some; the others are as usual */
    public ExtractOptions(Options options) {
        this.options = options.as(OPTIONS);
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @throws InvalidInputException if a key is unknown
     */
    public static ExtractOptions parse(String text) throws InvalidInputException {
        return new ExtractOptions(Options.parse(text, OPTIONS));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static ExtractOptions of(Map<String, String> values) {
        return new ExtractOptions(Options.of(values, OPTIONS));
    }

    /** The value of a key, never null. */
    public String get(String key) {
        return options.get(key);
    }

    /** As {@link Options#need}. */
    String need(String key, String what, String example) throws InvalidInputException {
        return options.need(key, what, example);
    }

    /** What may be done with a table that is there. */
    Replacing replacing() throws InvalidInputException {
        return options.replacing();
    }

    /** Whether the reference is the default, which stands for the best there is. */
    public boolean isReferenceLeftOut() {
        return get("reference").equals(References.DEMONSTRATION);
    }

    /** Whether the table of all features is shown. */
    boolean showsAll() throws InvalidInputException {
        return options.isChosen(ALL_FEATURES.key());
    }

    MaskSource mask() throws InvalidInputException {
        return MaskSource.of(get("mask"));
    }

    /**
     * What is done with a mask whose grid is not its scan's.
     *
     * @throws InvalidInputException if the text of the option names none
     */
    public Placement placement() throws InvalidInputException {
        return Placement.of(get("placement"));
    }

    /**
     * How lesions are made of a mask with labels.
     *
     * @throws InvalidInputException if the text of an option is none of its choices
     */
    public LesionRule rule() throws InvalidInputException {
        Rows rows = rows();
        boolean isLargest = options.choice(CommonOptions.PIECES.key(), CommonOptions.PIECES.choices())
                .equals(CommonOptions.LARGEST);
        return new LesionRule(
                placement(), rows == Rows.PER_GROUP || rows == Rows.PER_LABEL, isLargest, new TreeMap<>());
    }

    Rows rows() throws InvalidInputException {
        return Rows.of(get("rows"));
    }

    /**
     * The spacing that the user gave, and when it holds.
     *
     * @throws InvalidInputException if it is none
     */
    public GivenSpacing spacing() throws InvalidInputException {
        return given("spacing", get("spacing"), get(SpacingUse.KEY));
    }

    /**
     * A spacing that the user gave.
     *
     * @param key the setting that gave it
     * @param text three numbers in mm; empty if none was given
     * @param use when it holds
     * @throws InvalidInputException if it is none
     */
    public static GivenSpacing given(String key, String text, String use) throws InvalidInputException {
        return new GivenSpacing(
                key, text.isEmpty() ? Optional.empty() : Optional.of(spacing(text, key)), SpacingUse.of(use), true);
    }

    /**
     * Three numbers in mm.
     *
     * @param key how a sentence calls the option
     * @throws InvalidInputException unless they are three positive numbers
     */
    public static Spacing spacing(String text, String key) throws InvalidInputException {
        String[] mm = text.split("[,;\\s]+");
        try {
            if (mm.length == 3)
                return new Spacing(Double.parseDouble(mm[0]), Double.parseDouble(mm[1]), Double.parseDouble(mm[2]));
        } catch (IllegalArgumentException e) {
            // Numbers that are none, or not positive, are told by the same sentence.
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, text),
                " is not three positive numbers of mm: write ",
                Setting.of(key, "0.45,0.45,5"),
                "."));
    }

    /**
     * What to measure and how to score it.
     *
     * @throws InvalidInputException if a number is none or out of its range, settings, a signature or a reference
     *     cannot be read, or a signature was chosen that asks for features which the catalogue does not have
     */
    public Protocol protocol() throws InvalidInputException {
        Signature signature = Signatures.find(get("signature"));
        Protocol protocol = new Protocol(analyses(), signature, reference(get("reference"), signature));
        // Whoever asks for features of another catalogue alone and names no signature has not asked for the R-score of
        // the other
        // catalogue.
        boolean hasOwn = catalogue().equals(AK) || catalogue().equals(BOTH);
        boolean isScoreAsked = hasOwn || !get("signature").equalsIgnoreCase(SIGNATURE.usual());
        Optional<Map<String, Icc>> known = KnownRobustness.of(get(KnownRobustness.OPTION.key()));
        Protocol knowing = known.isPresent() ? protocol.knowing(known.get()) : protocol;
        return isScoreAsked ? knowing.checked() : knowing;
    }

    /** The default gives way to the reference that a signature carries; any other choice is a choice. */
    static Optional<Reference> reference(String choice, Signature signature) throws InvalidInputException {
        return References.choose(
                choice.equalsIgnoreCase(References.DEMONSTRATION) ? References.DEFAULT : choice, signature);
    }

    private List<Analysis> analyses() throws InvalidInputException {
        String catalogue = catalogue();
        if (catalogue.equals(AK) && !get("settings").equalsIgnoreCase(DEFAULT_SETTINGS)) {
            throw new InvalidInputException(Sentence.of(
                    "The settings are for IBSI features or those of PyRadiomics, which ",
                    Setting.of("catalogue", AK),
                    " leaves out: write ",
                    Setting.of("catalogue", IBSI),
                    ", ",
                    Setting.of("catalogue", BOTH),
                    " or ",
                    Setting.of("catalogue", PYRADIOMICS),
                    ", or leave the settings out."));
        }
        if (catalogue.equals(PYRADIOMICS)) return List.of(new Analysis.OfPyRadiomics(pyRadiomics()));
        List<Analysis> analyses = new ArrayList<>();
        if (!catalogue.equals(IBSI)) analyses.add(new Analysis.Ak(settings()));
        if (!catalogue.equals(AK)) analyses.add(new Analysis.Ibsi(IbsiPreset.find(get("settings"))));
        return analyses;
    }

    /** What is usual for IBSI stands for no parameter file. */
    private PyRadiomics pyRadiomics() throws InvalidInputException {
        String settings = get("settings");
        return settings.equalsIgnoreCase(DEFAULT_SETTINGS)
                ? PyRadiomics.USUAL
                : PyRadiomics.read(Options.path(settings));
    }

    private ExtractionSettings settings() throws InvalidInputException {
        return new ExtractionSettings(
                Catalogue.AK,
                Discretisation.of(
                        wholeNumber("bins"), numberOrAuto("low"), numberOrAuto("high"), numberOrAuto("run_distance")));
    }

    private String catalogue() throws InvalidInputException {
        for (String catalogue : CATALOGUES) {
            if (catalogue.equalsIgnoreCase(get("catalogue"))) return catalogue;
        }
        throw new InvalidInputException(Sentence.of(
                "There is no catalogue \"" + get("catalogue") + "\": use ",
                Setting.of("catalogue", AK),
                ", ",
                Setting.of("catalogue", IBSI),
                ", ",
                Setting.of("catalogue", BOTH),
                " or ",
                Setting.of("catalogue", PYRADIOMICS),
                "."));
    }

    private int wholeNumber(String key) throws InvalidInputException {
        try {
            double value = Double.parseDouble(get(key));
            if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) return (int) value;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, get(key)),
                " is not a whole number: write ",
                Setting.of(key, Option.usual(OPTIONS).get(key)),
                "."));
    }

    private double numberOrAuto(String key) throws InvalidInputException {
        if (get(key).equalsIgnoreCase("auto")) return Double.NaN;
        try {
            double value = Double.parseDouble(get(key));
            if (!Double.isNaN(value)) return value;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, get(key)), " is neither a number nor auto: write ", Setting.of(key, "auto"), "."));
    }
}
