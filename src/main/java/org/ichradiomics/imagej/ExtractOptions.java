package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.ichradiomics.measure.Analysis;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.SpacingUse;
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
    private static final String DEFAULT_SETTINGS = IbsiPreset.ICH.text();

    /** What {@code catalogue} may be. */
    public static final List<String> CATALOGUES = List.of(AK, IBSI, BOTH);

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "mask",
            MaskSource.AUTOMATIC.text(),
            "roi_path",
            "",
            "maskimage",
            "",
            "maskpath",
            "",
            "label",
            Labels.ANY,
            "placement",
            Placement.CHECKED.text(),
            "rows",
            Rows.ONE.text(),
            "catalogue",
            AK,
            "settings",
            DEFAULT_SETTINGS,
            "bins",
            "256",
            "low",
            "auto",
            "high",
            "auto",
            "run_distance",
            "auto",
            "spacing",
            "",
            SpacingUse.KEY,
            SpacingUse.IF_MISSING.text(),
            "signature",
            Signatures.ZHAN_2020,
            "reference",
            References.DEMONSTRATION,
            "table",
            "ICH Radiomics",
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    /** Some of these keys with their defaults, for other menu items that share them. */
    public static Map<String, String> defaults(List<String> keys) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String key : keys) defaults.put(key, DEFAULTS.get(key));
        return Collections.unmodifiableMap(defaults);
    }

    /** The key under which SciJava hands over the image; read, never recorded. */
    static final String IMAGE = "image";

    private final Options options;

    private ExtractOptions(Options options) {
        this.options = options;
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @throws InvalidInputException if a key is unknown
     */
    public static ExtractOptions parse(String text) throws InvalidInputException {
        return new ExtractOptions(Options.parse(text, DEFAULTS, IMAGE));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static ExtractOptions of(Map<String, String> values) {
        return new ExtractOptions(Options.of(values, DEFAULTS));
    }

    /** The value of a key, never null. */
    public String get(String key) {
        return options.get(key);
    }

    /** The same options of somebody who can be asked whether what is in the way of a file may be replaced. */
    public ExtractOptions asking(Predicate<String> mayReplace) {
        return new ExtractOptions(options.asking(mayReplace));
    }

    /** What may be done with a table that is there. */
    Replacing replacing() throws InvalidInputException {
        return options.replacing();
    }

    /** Whether the reference is the default, which stands for the best there is. */
    public boolean isReferenceLeftOut() {
        return get("reference").equals(References.DEMONSTRATION);
    }

    MaskSource mask() throws InvalidInputException {
        return MaskSource.of(get("mask"));
    }

    /** What is done with a mask whose grid is not its scan's. */
    public Placement placement() throws InvalidInputException {
        return Placement.of(get("placement"));
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
        // Whoever asks for IBSI features alone and names no signature has not asked for the R-score of the other
        // catalogue.
        boolean isScoreAsked =
                !catalogue().equals(IBSI) || !get("signature").equalsIgnoreCase(DEFAULTS.get("signature"));
        return isScoreAsked ? protocol.checked() : protocol;
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
                    "The settings are for IBSI features, which ",
                    Setting.of("catalogue", AK),
                    " leaves out: write ",
                    Setting.of("catalogue", IBSI),
                    " or ",
                    Setting.of("catalogue", BOTH),
                    ", or leave the settings out."));
        }
        List<Analysis> analyses = new ArrayList<>();
        if (!catalogue.equals(IBSI)) analyses.add(new Analysis.Ak(settings()));
        if (!catalogue.equals(AK)) analyses.add(new Analysis.Ibsi(IbsiPreset.find(get("settings"))));
        return analyses;
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
                " or ",
                Setting.of("catalogue", BOTH),
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
                Setting.of(key, get(key)), " is not a whole number: write ", Setting.of(key, DEFAULTS.get(key)), "."));
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
