package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Numeral;

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
     * @param columns features that the cases have
     */
    static Scoring of(
            Signature signature, Optional<Reference> chosen, String who, Settings measured, Collection<String> columns)
            throws InvalidInputException {
        refuseOther(signature, chosen);
        Optional<Reference> reference = chosen.or(signature::own);
        if (reference.isEmpty()) return new Scoring(signature, reference, List.of());
        String named = named(reference.get());
        refuseMissing(signature, who, columns);
        List<String> unusable = signature.unusable(reference.get());
        if (!unusable.isEmpty()) {
            throw new InvalidInputException(English.capital(named) + " cannot scale these features of "
                    + named(signature) + ": " + String.join(", ", unusable) + "; choose or build another reference.");
        }
        refuseDifferent(signature, who, measured);
        List<String> features = signature.features();
        refuseDifferent(
                features, who, measured, "those of " + named, reference.get().settings());
        refuseDifferent(
                features, named, reference.get().settings(), "those of " + named(signature), signature.settings());
        return new Scoring(signature, reference, notesOnAll(signature, reference.get(), who, measured));
    }

    /** A reference of others holds features that were not harmonised, or not by the same sites. */
    private static void refuseOther(Signature signature, Optional<Reference> chosen) throws InvalidInputException {
        if (signature.harmonisation().isEmpty() || chosen.isEmpty() || chosen.equals(signature.own())) return;
        throw new InvalidInputException("The features of " + named(signature) + " are harmonised by \""
                + signature.harmonisation().get().by() + "\", and " + named(chosen.get())
                + " holds others: leave out the reference, so that it is read against its own.");
    }

    /**
     * @param values of features
     * @param patient what is said of a clinical variable, or of the site that measured the case; empty: nothing
     */
    Score score(ToDoubleFunction<String> values, UnaryOperator<String> patient, double volume) {
        if (reference.isEmpty()) {
            return Score.without("No R-score: there is no reference for " + named(signature)
                    + "; build one from your own cohort, or choose the demonstration reference.");
        }
        String against = reference.get().name();
        Map<String, Double> known = new LinkedHashMap<>();
        List<String> lacking = new ArrayList<>();
        for (String feature : signature.features()) known.put(feature, values.applyAsDouble(feature));
        known.forEach((feature, value) -> {
            if (!Double.isFinite(value)) lacking.add(feature);
        });
        for (Signature.Term term : signature.variables()) {
            String cell = patient.apply(term.feature());
            if (Numeral.isMissing(cell)) {
                lacking.add(named(term));
                continue;
            }
            OptionalDouble value = term.clinical().orElseThrow().value(cell);
            if (value.isEmpty() || !Double.isFinite(value.getAsDouble()))
                return none(
                        against,
                        term.feature() + " is \"" + cell + "\", but must be "
                                + term.clinical().get().allowed());
            known.put(term.feature(), value.getAsDouble());
        }
        if (!lacking.isEmpty()) return none(against, "there is no value for " + String.join(", ", lacking));
        Optional<String> problem = signature.harmonisation().flatMap(h -> h.problem(patient));
        if (problem.isPresent()) return none(against, problem.get());
        signature.harmonisation().ifPresent(h -> known.replaceAll((feature, x) -> h.value(feature, x, patient)));
        return scored(known, volume);
    }

    private static Score none(String against, String why) {
        return new Score(Double.NaN, against, Score.Group.NONE, List.of("No R-score: " + why + "."));
    }

    private Score scored(Map<String, Double> values, double volume) {
        double score = signature.score(values::get, reference.orElseThrow());
        List<String> notes = new ArrayList<>(notesOnAll);
        addVolume(notes, volume);
        for (Signature.Term term : terms(signature).toList()) {
            double value = values.getOrDefault(term.feature(), Double.NaN);
            term.valid()
                    .filter(range -> value < range.low() || value > range.high())
                    .ifPresent(range -> notes.add(English.capital(term.feature()) + " is " + NumberText.plain(value)
                            + ", outside " + Range.plain(range.low()) + " to " + Range.plain(range.high())
                            + ", the range of " + named(signature) + "."));
        }
        if (score < signature.plausible().low() || score > signature.plausible().high()) {
            notes.add("The R-score is outside "
                    + Range.plain(signature.plausible().low()) + " to "
                    + Range.plain(signature.plausible().high()) + ": check image, mask and reference.");
        }
        double probability = signature.probability(score);
        if (!Double.isNaN(probability))
            notes.add("The probability by " + named(signature) + " is " + NumberText.fixed(probability, 4) + ".");
        Score.Group group = group(score);
        return new Score(score, reference.get().name(), group, called(group), probability, notes);
    }

    /** Those that stand for a value of the case. */
    private static Stream<Signature.Term> terms(Signature signature) {
        return Stream.concat(
                signature.terms().stream().filter(term -> term.score().isEmpty()),
                signature.parts().stream().flatMap(Scoring::terms));
    }

    private String called(Score.Group group) {
        return switch (group) {
            case HIGH -> signature.output().high();
            case LOW -> signature.output().low();
            case NONE -> group.text();
        };
    }

    /**
     * @param patients a row for each case
     * @throws InvalidInputException if there is text among a feature's numbers
     */
    List<Score> scores(FeatureTable table, FeatureTable patients) throws InvalidInputException {
        Map<String, double[]> columns = new LinkedHashMap<>();
        Map<String, List<String>> cells = new LinkedHashMap<>();
        if (reference.isPresent()) {
            for (String feature : signature.features())
                columns.put(
                        feature,
                        table.values(Spelling.find(table.columns(), feature).orElseThrow()));
            for (Signature.Term term : signature.variables()) {
                Optional<String> column = Spelling.variable(patients.columns(), term.feature());
                if (column.isEmpty()) throw lacks(patients);
                cells.put(term.feature(), patients.known(column.get()));
            }
        }
        for (String column : signature.harmonisation().map(Harmonised::columns).orElse(List.of())) {
            Optional<FeatureTable> with =
                    Stream.of(table, patients).filter(one -> one.has(column)).findFirst();
            cells.put(column, with.isPresent() ? with.get().known(column) : Collections.nCopies(table.size(), ""));
        }
        double[] volumes =
                reference.isPresent() && table.has(FeatureTable.VOLUME) ? table.values(FeatureTable.VOLUME) : null;
        List<Score> scores = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            int row = r;
            scores.add(score(
                    feature -> columns.get(feature)[row],
                    variable -> cells.get(variable).get(row),
                    volumes == null ? Double.NaN : volumes[r]));
        }
        return scores;
    }

    private InvalidInputException lacks(FeatureTable patients) {
        List<String> missing = signature.variables().stream()
                .filter(term ->
                        Spelling.variable(patients.columns(), term.feature()).isEmpty())
                .map(term -> named(term) + Nearest.question(term.feature(), patients.columns()))
                .toList();
        return new InvalidInputException(English.capital(patients.title()) + " lacks these clinical variables of "
                + named(signature) + ": " + String.join(", ", missing) + "; add a column for each.");
    }

    private Score.Group group(double score) {
        boolean isNone =
                Double.isNaN(signature.cutoff()) || reference.orElseThrow().kind() == Reference.Kind.DEMONSTRATION;
        if (isNone) return Score.Group.NONE;
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
        if (Double.isNaN(signature.cutoff()))
            notes.add("No group is given, as " + named(signature) + " has no cutoff.");
        Sturdiness.note(signature, reference).ifPresent(notes::add);
        if (signature.features().isEmpty()) return notes;
        List<String> silent = new ArrayList<>();
        if (measured.isUnknown()) silent.add(who);
        boolean isOfTerms = signature.reference().isEmpty() && signature.isOwn(reference);
        if (reference.settings().isUnknown() && !isOfTerms) silent.add(named(reference));
        if (signature.settings().isUnknown()) silent.add(named(signature));
        if (!silent.isEmpty()) {
            notes.add("It could not be checked that the extraction settings are the same: they are not known of "
                    + String.join(", ", silent) + ".");
        }
        return notes;
    }

    private static void refuseMissing(Signature signature, String who, Collection<String> columns)
            throws InvalidInputException {
        List<String> missing = signature.features().stream()
                .filter(feature -> Spelling.find(columns, feature).isEmpty())
                .map(feature -> feature + Nearest.question(feature, columns))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(English.capital(who) + " lacks these features of " + named(signature) + ": "
                    + String.join(", ", missing) + "; extract them, or choose another signature.");
        }
    }

    private static void refuseDifferent(Signature signature, String who, Settings measured)
            throws InvalidInputException {
        refuseDifferent(signature.features(), who, measured, "those of " + named(signature), signature.settings());
        for (Signature part : signature.parts()) refuseDifferent(part, who, measured);
    }

    private static void refuseDifferent(List<String> features, String who, Settings his, String those, Settings others)
            throws InvalidInputException {
        Optional<String> difference = PyRadiomicsParameters.concerning(features, his)
                .difference(PyRadiomicsParameters.concerning(features, others));
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

    private static String named(Signature.Term variable) {
        String unit = variable.clinical().orElseThrow().unit();
        return variable.feature() + (unit.isEmpty() ? "" : " (" + unit + ")");
    }
}
