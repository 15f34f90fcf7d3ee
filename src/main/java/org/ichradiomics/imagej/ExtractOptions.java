package org.ichradiomics.imagej;

import java.util.Map;
import java.util.Optional;

import org.ichradiomics.extract.Catalogue;
import org.ichradiomics.extract.ExtractionSettings;
import org.ichradiomics.format.Labels;
import org.ichradiomics.grey.Discretisation;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.report.Protocol;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;

/**
 * What the user asks of <i>Extract...</i>: the same keys and values in the dialog, in macros of ImageJ and Fiji, and in scripts.
 * An option left out has its default, always.
 */
public final class ExtractOptions {

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "mask", MaskSource.AUTOMATIC.text(),
            "roi_path", "",
            "maskimage", "",
            "maskpath", "",
            "label", Labels.ANY,
            "rows", Rows.ONE.text(),
            "catalogue", Catalogue.AK.name(),
            "bins", "256",
            "low", "auto",
            "high", "auto",
            "run_distance", "auto",
            "spacing", "",
            "signature", Signatures.ZHAN_2020,
            "reference", References.DEMONSTRATION,
            "table", "ICH Radiomics",
            "out", "");

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

    MaskSource mask() throws InvalidInputException {
        return MaskSource.of(get("mask"));
    }

    Rows rows() throws InvalidInputException {
        return Rows.of(get("rows"));
    }

    /** The spacing given by the user, or null. */
    Spacing spacing() throws InvalidInputException {
        return get("spacing").isEmpty() ? null : spacing(get("spacing"), "spacing");
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
            if (mm.length == 3) return new Spacing(Double.parseDouble(mm[0]), Double.parseDouble(mm[1]), Double.parseDouble(mm[2]));
        } catch (IllegalArgumentException e) {
            // Numbers that are none, or not positive, are told by the same sentence.
        }
        throw new InvalidInputException(key + "=" + text + " is not three positive numbers of mm: write " + key + "=0.45,0.45,5.");
    }

    /**
     * What to measure and how to score it.
     *
     * @throws InvalidInputException if a number is none or out of its range, a signature or reference cannot be read, or the signature
     *                               asks for features that the catalogue does not have
     */
    public Protocol protocol() throws InvalidInputException {
        Signature signature = Signatures.find(get("signature"));
        return new Protocol(settings(), signature, reference(get("reference"), signature)).checked();
    }

    /** The default gives way to the reference that a signature carries; any other choice is a choice. */
    static Optional<Reference> reference(String choice, Signature signature) throws InvalidInputException {
        return References.choose(choice.equalsIgnoreCase(References.DEMONSTRATION) ? References.DEFAULT : choice, signature);
    }

    private ExtractionSettings settings() throws InvalidInputException {
        try {
            return new ExtractionSettings(catalogue(), new Discretisation(wholeNumber("bins"), numberOrAuto("low"),
                    numberOrAuto("high"), numberOrAuto("run_distance")));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(RoiPlace.capital(e.getMessage()));
        }
    }

    private Catalogue catalogue() throws InvalidInputException {
        for (Catalogue catalogue : Catalogue.values()) {
            if (catalogue.name().equalsIgnoreCase(get("catalogue"))) return catalogue;
        }
        throw new InvalidInputException("There is no catalogue \"" + get("catalogue") + "\" in this version: use catalogue=AK.");
    }

    private int wholeNumber(String key) throws InvalidInputException {
        try {
            double value = Double.parseDouble(get(key));
            if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) return (int) value;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(key + "=" + get(key) + " is not a whole number: write " + key + "=" + DEFAULTS.get(key) + ".");
    }

    private double numberOrAuto(String key) throws InvalidInputException {
        if (get(key).equalsIgnoreCase("auto")) return Double.NaN;
        try {
            double value = Double.parseDouble(get(key));
            if (!Double.isNaN(value)) return value;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(key + "=" + get(key) + " is neither a number nor auto: write " + key + "=auto.");
    }
}
