package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * A signature with the reference it is read against: all that can be refused is refused here once, then cases are
 * scored.
 */
final class Scoring {

    private final Signature signature;
    private final Optional<Reference> reference;
    private final List<String> notesOnAll;

    private Scoring(Signature signature, Optional<Reference> reference, List<String> notesOnAll) {
        this.signature = signature;
        this.reference = reference;
        this.notesOnAll = notesOnAll;
    }

    /**
     * @param who how sentences call the cases, e.g. "the table cohort.csv"
     * @param measured the settings of the cases
     * @param has whether the cases have a feature
     */
    static Scoring of(
            Signature signature, Optional<Reference> chosen, String who, Settings measured, Predicate<String> has)
            throws InvalidInputException {
        Optional<Reference> reference = chosen.or(signature::reference);
        if (reference.isEmpty()) return new Scoring(signature, reference, List.of());
        String named = named(reference.get());
        refuseMissing(signature, who, has);
        List<String> unusable = reference.get().unusable(signature.features());
        if (!unusable.isEmpty()) {
            throw new InvalidInputException(English.capital(named) + " cannot scale these features of "
                    + named(signature) + ": " + String.join(", ", unusable) + "; choose or build another reference.");
        }
        refuseDifferent(who, measured, "those of " + named(signature), signature.settings());
        refuseDifferent(who, measured, "those of " + named, reference.get().settings());
        refuseDifferent(named, reference.get().settings(), "those of " + named(signature), signature.settings());
        return new Scoring(signature, reference, notesOnAll(signature, reference.get(), who, measured));
    }

    Score score(ToDoubleFunction<String> values, double volume) {
        if (reference.isEmpty()) {
            return Score.without("No R-score: there is no reference for " + named(signature)
                    + "; build one from your own cohort, or choose the demonstration reference.");
        }
        String against = reference.get().name();
        List<String> lacking = signature.features().stream()
                .filter(f -> !Double.isFinite(values.applyAsDouble(f)))
                .toList();
        if (!lacking.isEmpty()) {
            return new Score(
                    Double.NaN,
                    against,
                    Score.Group.NONE,
                    List.of("No R-score: there is no value for " + String.join(", ", lacking) + "."));
        }
        double score = signature.score(values, reference.get());
        List<String> notes = new ArrayList<>(notesOnAll);
        addVolume(notes, volume);
        if (score < signature.plausible().low() || score > signature.plausible().high()) {
            notes.add("The R-score is outside "
                    + Range.plain(signature.plausible().low()) + " to "
                    + Range.plain(signature.plausible().high()) + ": check image, mask and reference.");
        }
        return new Score(score, against, group(score), notes);
    }

    List<Score> scores(FeatureTable table) throws InvalidInputException {
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (reference.isPresent()) {
            for (String feature : signature.features()) {
                columns.put(feature, table.values(feature));
            }
        }
        double[] volumes =
                reference.isPresent() && table.has(FeatureTable.VOLUME) ? table.values(FeatureTable.VOLUME) : null;
        List<Score> scores = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            int row = r;
            scores.add(score(feature -> columns.get(feature)[row], volumes == null ? Double.NaN : volumes[r]));
        }
        return scores;
    }

    private Score.Group group(double score) {
        if (reference.orElseThrow().kind() == Reference.Kind.DEMONSTRATION) return Score.Group.NONE;
        return signature.isHigh(score) ? Score.Group.HIGH : Score.Group.LOW;
    }

    private void addVolume(List<String> notes, double volume) {
        Range range = signature.volume();
        if (range.isAll()) return;
        if (Double.isNaN(volume)) {
            notes.add("The volume is not known, so it could not be checked that " + named(signature)
                    + " is meant for it.");
        } else if (volume < range.low()) {
            notes.add("The volume is below " + Range.plain(range.low()) + " mL: " + named(signature)
                    + " is not validated there.");
        } else if (volume >= range.high()) {
            notes.add("The volume is not below " + Range.plain(range.high()) + " mL: it is outside the range of "
                    + named(signature) + ".");
        }
    }

    /** What is true of every case that is scored: about the reference, and about settings nobody wrote down. */
    private static List<String> notesOnAll(Signature signature, Reference reference, String who, Settings measured) {
        List<String> notes = new ArrayList<>();
        if (reference.kind() == Reference.Kind.DEMONSTRATION) {
            notes.add(Score.OF_PHANTOMS);
        }
        reference.warning().ifPresent(notes::add);
        List<String> silent = new ArrayList<>();
        if (measured.isUnknown()) silent.add(who);
        if (reference.settings().isUnknown()) silent.add(named(reference));
        if (signature.settings().isUnknown()) silent.add(named(signature));
        if (!silent.isEmpty()) {
            notes.add("It could not be checked that the extraction settings are the same: they are not known of "
                    + String.join(", ", silent) + ".");
        }
        return notes;
    }

    private static void refuseMissing(Signature signature, String who, Predicate<String> has)
            throws InvalidInputException {
        List<String> missing = signature.features().stream()
                .filter(feature -> !has.test(feature))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(English.capital(who) + " lacks these features of " + named(signature) + ": "
                    + String.join(", ", missing) + "; extract them, or choose another signature.");
        }
    }

    private static void refuseDifferent(String who, Settings his, String those, Settings others)
            throws InvalidInputException {
        Optional<String> difference = his.difference(others);
        if (difference.isPresent()) {
            throw new InvalidInputException(English.capital(who) + " was made with settings other than " + those + ": "
                    + difference.get() + "; extract with the same settings.");
        }
    }

    private static String named(Signature signature) {
        return "the signature \"" + signature.name() + "\"";
    }

    private static String named(Reference reference) {
        return "the reference \"" + reference.name() + "\"";
    }
}
