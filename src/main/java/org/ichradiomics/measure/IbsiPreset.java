package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.TextFile;

/**
 * Settings files in the jar: the configurations of the IBSI-1 reference values ({@link Ibsi2Configuration} has those of
 * IBSI 2), and {@code ICH} for head CT in slices of about 5 mm. That one is a choice of this software, not a standard:
 * in slices, pixels of 0.5 mm, 0 to 120 HU, bins of 5 HU.
 */
public enum IbsiPreset {
    /** In slices, not resampled, bins of 25 HU. */
    A,
    /** In slices, pixels of 2 mm, 32 bins. */
    B,
    /** In the volume, voxels of 2 mm, bins of 25 HU. */
    C,
    /** In the volume, voxels of 2 mm, 32 bins, without outliers. */
    D,
    /** As D, interpolated by cubic splines, within −1000 to 400 HU. */
    E,
    DIGITAL("digital"),
    /** Head CT in slices of about 5 mm. */
    ICH;

    private final String text;

    IbsiPreset() {
        this.text = name();
    }

    IbsiPreset(String text) {
        this.text = text;
    }

    /** As users name it. */
    public String text() {
        return text;
    }

    /** The preset's settings. */
    public IbsiSettings settings() {
        return new Resource(IbsiPreset.class, text + ".json").parsed(IbsiSettingsJson::parse);
    }

    /**
     * A preset by its name, whatever the case of its letters, or else the settings in a file.
     *
     * @throws InvalidInputException if there is neither, or the file holds no valid settings
     */
    public static IbsiSettings find(String nameOrPath) throws InvalidInputException {
        String wanted = nameOrPath.strip();
        Optional<IbsiPreset> preset = named(wanted);
        if (preset.isPresent()) return preset.get().settings();
        Optional<IbsiSettings> filtered = Ibsi2Configuration.named(wanted);
        if (filtered.isPresent()) return filtered.get();
        Path file = PathName.existing(wanted)
                .orElseThrow(() -> new InvalidInputException("There is no configuration \"" + wanted + "\": give "
                        + names() + " or the path of a JSON file."));
        return IbsiSettingsJson.parse(TextFile.read(file), file.getFileName().toString());
    }

    /** Whether a text names a preset, whatever the case of its letters. */
    public static boolean isName(String text) {
        return named(text.strip()).isPresent()
                || Ibsi2Configuration.named(text.strip()).isPresent();
    }

    /** All names, for sentences. */
    public static String names() {
        return Arrays.stream(values()).map(IbsiPreset::text).collect(Collectors.joining(", ")) + ", "
                + Ibsi2Configuration.NAMES;
    }

    private static Optional<IbsiPreset> named(String text) {
        return Arrays.stream(values())
                .filter(preset -> preset.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
