package org.ichradiomics.signature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.TextFile;

/**
 * The JSON form of a signature; its keys are described in {@code docs/signature.md}. What is read back has the same
 * bits.
 */
public final class SignatureJson {

    private SignatureJson() {}

    /** @throws InvalidInputException if the file cannot be read or is not a valid signature */
    public static Signature read(Path file) throws InvalidInputException {
        return parse(TextFile.read(file), file.getFileName().toString());
    }

    /** @throws InvalidInputException if the file cannot be written; an old one is then as it was */
    public static void write(Signature signature, Path file) throws InvalidInputException {
        TextFile.write(file, text(signature));
    }

    /**
     * Writes it where another file may be in the way.
     *
     * @return whether anything was written, and not the same text there already
     * @throws InvalidInputException if the file cannot be written, or other content is there and may not be replaced
     */
    public static boolean write(Signature signature, Path file, Replacing replacing) throws InvalidInputException {
        return TextFile.write(file, text(signature), replacing);
    }

    /** The text of the file. */
    public static String text(Signature signature) {
        return JsonText.file(out -> {
            FileFormat.SIGNATURE.write(out);
            out.name("name").value(signature.name());
            out.name("citation").value(signature.citation());
            out.name("intercept").value(signature.intercept());
            out.name("terms").beginArray();
            for (Signature.Term term : signature.terms()) {
                JsonText.line(
                        out,
                        line -> line.name("feature")
                                .value(term.feature())
                                .name("weight")
                                .value(term.weight()));
            }
            out.endArray();
            out.name("cutoff").value(signature.cutoff());
            out.name("volume_mL");
            JsonText.line(out, line -> {
                JsonText.number(line, "from", signature.volume().low());
                JsonText.number(line, "below", signature.volume().high());
            });
            out.name("plausible");
            JsonText.line(out, line -> {
                JsonText.number(line, "from", signature.plausible().low());
                JsonText.number(line, "to", signature.plausible().high());
            });
            SettingsJson.write(out, signature.settings());
            out.name("reference");
            if (signature.reference().isPresent()) {
                out.beginObject();
                ReferenceJson.members(out, signature.reference().get());
                out.endObject();
            } else {
                out.nullValue();
            }
            if (signature.training().isPresent())
                TrainingJson.write(out, signature.training().get());
        });
    }

    /**
     * @param file how sentences call the text
     * @throws InvalidInputException if it is not a valid signature
     */
    public static Signature parse(String text, String file) throws InvalidInputException {
        JsonFields json = JsonFields.parse(text, file);
        FileFormat.SIGNATURE.take(json, file);
        try {
            return take(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    file + " is no usable signature, since " + e.getMessage() + ": correct it, or choose another file.",
                    e);
        }
    }

    private static Signature take(JsonFields json) throws InvalidInputException {
        String name = json.text("name");
        String citation = json.text("citation");
        double intercept = json.number("intercept");
        List<Signature.Term> terms = new ArrayList<>();
        for (JsonFields term : json.objects("terms")) {
            terms.add(new Signature.Term(term.text("feature"), term.number("weight")));
            term.end();
        }
        double cutoff = json.number("cutoff");
        Range volume = range(json.object("volume_mL"), "below");
        Range plausible = range(json.object("plausible"), "to");
        Settings settings = SettingsJson.take(json);
        Optional<Reference> reference = json.takeNull("reference")
                ? Optional.empty()
                : Optional.of(ReferenceJson.take(json.object("reference")));
        Optional<Training> training = json.has(TrainingJson.KEY)
                ? Optional.of(TrainingJson.take(json.object(TrainingJson.KEY)))
                : Optional.empty();
        json.end();
        return new Signature(
                name, citation, intercept, terms, cutoff, volume, plausible, settings, reference, training);
    }

    private static Range range(JsonFields json, String end) throws InvalidInputException {
        Range range = new Range(
                json.numberOr("from", Double.NEGATIVE_INFINITY), json.numberOr(end, Double.POSITIVE_INFINITY));
        json.end();
        return range;
    }
}
