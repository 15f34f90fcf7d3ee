package org.ichradiomics.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.RecordForm;

/**
 * How signatures and references stand in their files; the keys are those of the records, and {@code docs/signature.md}
 * describes them.
 */
final class SignatureForm {

    private static final String UNKNOWN = "unknown";

    private static final RecordForm PARTS = RecordForm.PLAIN
            .with(Settings.class, SignatureForm::settings, SignatureForm::object)
            .with("kind", SignatureForm::kind, Reference.Kind::text);

    private static final RecordForm WHOLE = PARTS.with(
                    Reference.class, (json, key) -> reference(json.object(key)), SignatureForm::object)
            .with("volume_mL", range("below"), range -> object(range, "below"))
            .with("plausible", range("to"), range -> object(range, "to"))
            .with("valid", some("to"), range -> object(range.orElseThrow(), "to"))
            .with("slice_mm", some("to"), range -> object(range.orElseThrow(), "to"))
            .with("seed", SignatureForm::seed, seed -> Long.toString(seed))
            .words(Development.Divisor.class, Development.Divisor::text)
            .usual(Output.USUAL)
            .usual(Development.UNKNOWN)
            .usual(Clinical.PLAIN);

    private SignatureForm() {}

    static Signature signature(JsonFields json) throws InvalidInputException {
        return WHOLE.read(json, Signature.class);
    }

    static Map<String, Object> object(Signature signature) {
        return WHOLE.write(signature);
    }

    /** A reference as it is written: the origin of a feature only where it is not that of all. */
    private record Written(
            String name,
            Reference.Kind kind,
            String origin,
            int cases,
            Settings settings,
            @Key(needed = true, line = true) Map<String, WrittenScale> features,
            @Key(late = true, line = true) List<CaseScores> scores) {}

    private record WrittenScale(
            @Key(nullable = true) double mean,
            @Key(nullable = true) double sd,
            int n,
            @Key(late = true) Optional<String> origin,
            @Key(late = true) Optional<Icc> robustness) {}

    static Reference reference(JsonFields json) throws InvalidInputException {
        Written all = PARTS.read(json, Written.class);
        Map<String, Scale> scales = new LinkedHashMap<>();
        all.features.forEach((feature, scale) -> scales.put(
                feature, new Scale(scale.mean, scale.sd, scale.n, scale.origin.orElse(all.origin), scale.robustness)));
        return new Reference(all.name, all.kind, all.origin, all.cases, all.settings, scales, all.scores);
    }

    static Map<String, Object> object(Reference reference) {
        Map<String, WrittenScale> features = new LinkedHashMap<>();
        reference
                .scales()
                .forEach((feature, scale) -> features.put(
                        feature,
                        new WrittenScale(
                                scale.mean(),
                                scale.sd(),
                                scale.n(),
                                Optional.of(scale.origin()).filter(origin -> !origin.equals(reference.origin())),
                                scale.robustness())));
        return PARTS.write(new Written(
                reference.name(),
                reference.kind(),
                reference.origin(),
                reference.cases(),
                reference.settings(),
                features,
                reference.scores()));
    }

    private static Reference.Kind kind(JsonFields json, String key) throws InvalidInputException {
        String text = json.text(key);
        return Stream.of(Reference.Kind.values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"kind\" must be \"cohort\" or \"demonstration\", is \"" + text + "\""));
    }

    /** Texts if they are known, their hash if only that is known, else a word. */
    private static Settings settings(JsonFields json, String key) throws InvalidInputException {
        if (json.isText(key)) {
            String text = json.text(key);
            return text.equals(UNKNOWN) ? Settings.UNKNOWN : Settings.hashed(text);
        }
        JsonFields fields = json.object(key);
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : fields.keys()) entries.put(entry, fields.text(entry));
        return Settings.of(entries);
    }

    private static Object object(Settings settings) {
        if (settings.isUnknown()) return UNKNOWN;
        return settings.entries().isEmpty() ? settings.hash() : settings.entries();
    }

    private static RecordForm.Taking<Range> range(String end) {
        return (whole, key) -> {
            JsonFields json = whole.object(key);
            Range range = new Range(
                    json.numberOr("from", Double.NEGATIVE_INFINITY), json.numberOr(end, Double.POSITIVE_INFINITY));
            json.end();
            return range;
        };
    }

    private static RecordForm.Taking<Optional<Range>> some(String end) {
        RecordForm.Taking<Range> range = range(end);
        return (json, key) -> Optional.of(range.take(json, key));
    }

    private static Map<String, Object> object(Range range, String end) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", range.low());
        object.put(end, range.high());
        return object;
    }

    /** As text, since a JSON number would lose digits beyond 2^53. */
    private static long seed(JsonFields json, String key) throws InvalidInputException {
        try {
            return Long.parseLong(json.text(key));
        } catch (NumberFormatException e) {
            throw json.wrong(key, "a whole number as text");
        }
    }
}
