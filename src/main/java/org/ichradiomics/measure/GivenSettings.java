package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.signature.PyRadiomicsParameters;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.FieldsFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.TextFile;

/** The settings of any catalogue, by a name or by their file, as signatures carry them. */
public final class GivenSettings {

    private GivenSettings() {}

    /**
     * {@code AK} and the names of IBSI's settings, or the path of a file: of IBSI settings, of PyRadiomics' parameters,
     * or of AK's options.
     *
     * @param nameOrPath empty: they are unknown
     * @throws InvalidInputException if there is no such file, or it holds no settings
     */
    public static Settings of(String nameOrPath) throws InvalidInputException {
        String wanted = nameOrPath.strip();
        if (wanted.isEmpty()) return Settings.UNKNOWN;
        if (wanted.equalsIgnoreCase(Catalogue.AK.name())) return Settings.of(ExtractionSettings.AK.asMap());
        if (IbsiPreset.isName(wanted))
            return Settings.of(IbsiPreset.find(wanted).asMap());
        Path file = PathName.existing(wanted)
                .orElseThrow(() -> new InvalidInputException("There are no settings \"" + wanted
                        + "\": give AK, a name of IBSI's (" + IbsiPreset.names()
                        + "), or the path of a file: PyRadiomics' parameters, IBSI settings, or AK's options."));
        JsonFields json = FieldsFile.parse(TextFile.read(file), file);
        List<String> keys = json.keys();
        if (keys.contains("setting") || keys.contains("imageType") || keys.contains("featureClass"))
            return PyRadiomicsParameters.of(json);
        return keys.contains("format") ? Settings.of(IbsiPreset.find(wanted).asMap()) : ak(json);
    }

    private static Settings ak(JsonFields json) throws InvalidInputException {
        List<String> left = new ArrayList<>(json.keys());
        if (left.remove("catalogue")) json.text("catalogue");
        Discretisation usual = Discretisation.AK;
        double bins = left.contains("bins") ? number(json, "bins") : usual.bins();
        double low = left.contains("low") ? number(json, "low") : usual.low();
        double high = left.contains("high") ? number(json, "high") : usual.high();
        double run = left.contains("run_distance") ? number(json, "run_distance") : usual.runDistance();
        json.end();
        try {
            return Settings.of(
                    new ExtractionSettings(Catalogue.AK, Discretisation.of((int) bins, low, high, run)).asMap());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "The settings are no usable ones, since " + e.getMessage() + ": correct them.", e);
        }
    }

    /** A number, or "auto", which is NaN. */
    private static double number(JsonFields json, String key) throws InvalidInputException {
        String text = json.cell(key);
        try {
            return text.equals("auto") ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "\"" + key + "\" of the settings is \"" + text + "\", neither a number nor auto: correct it.", e);
        }
    }
}
