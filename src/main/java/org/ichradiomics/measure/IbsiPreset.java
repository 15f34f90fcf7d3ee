package org.ichradiomics.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.TextFile;

/**
 * Settings files in the jar: the configurations of the IBSI-1 reference values ({@link Ibsi2Configuration} has those of
 * IBSI 2), and {@code ICH} for head CT in slices of about 5 mm. That one is a choice of this software, not a standard:
 * in slices, pixels of 0.5 mm, 0 to 120 HU, bins of 5 HU.
 */
public enum IbsiPreset {
    A,
    B,
    C,
    D,
    E,
    DIGITAL("digital"),
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
        String resource = text + ".json";
        try (InputStream in = IbsiPreset.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing in the jar");
            return IbsiSettingsJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException | InvalidInputException e) {
            throw new IllegalStateException(resource + " in the jar cannot be read", e); // ours, not the user's
        }
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
        Path file = path(wanted);
        if (file == null) PathName.requireKnown(wanted);
        if (file == null || !Files.exists(file)) {
            throw new InvalidInputException(
                    "There is no configuration \"" + wanted + "\": give " + names() + " or the path of a JSON file.");
        }
        return IbsiSettingsJson.parse(TextFile.read(file), file.getFileName().toString());
    }

    /** Whether a text names a preset, whatever the case of its letters. */
    public static boolean isName(String text) {
        return named(text.strip()).isPresent()
                || Ibsi2Configuration.named(text.strip()).isPresent();
    }

    /** All names, for sentences. */
    public static String names() {
        List<IbsiSettings> filtered = Ibsi2Configuration.all();
        return Arrays.stream(values()).map(IbsiPreset::text).collect(Collectors.joining(", ")) + ", "
                + filtered.get(0).name() + " … "
                + filtered.get(filtered.size() - 1).name();
    }

    private static Optional<IbsiPreset> named(String text) {
        return Arrays.stream(values())
                .filter(preset -> preset.text.equalsIgnoreCase(text))
                .findFirst();
    }

    private static Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
