package org.ichradiomics.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Item;
import org.ichradiomics.clinical.Scale;
import org.ichradiomics.text.English;

/** What is known of one patient: an option for each item of the clinical scores, under the name of its column. */
final class PatientOptions {

    static final Option SCORE = Option.choice(
                    "Score", ClinicalScore.names(), "Which score: " + English.listed(ClinicalScore.names(), "or") + ".")
            .place("NAME");

    /** Every item of every score, once; a dialog has those of the score that is chosen. */
    static final List<Option> ALL = List.copyOf(ClinicalScore.all().stream()
            .flatMap(PatientOptions::items)
            .map(PatientOptions::option)
            .collect(Collectors.toMap(Option::key, option -> option, (a, b) -> a, LinkedHashMap::new))
            .values());

    private PatientOptions() {}

    /** Behind each item those that may stand for it. */
    private static Stream<Item> items(ClinicalScore score) {
        return score.items().stream().flatMap(item -> item.alternatives().stream());
    }

    private static Option option(Item item) {
        String unit = item.scale() instanceof Scale.Range range ? range.unit() : "";
        String label = English.capital(item.column());
        String help = item.title() + ": " + item.scale().text() + ".";
        Option option = item.scale() instanceof Scale.Range
                ? Option.word(label, "", help).line("N")
                : Option.choice(label, words(item.scale()), help).line("ANSWER");
        String[] scores = ClinicalScore.all().stream()
                .filter(score -> items(score).anyMatch(one -> one.column().equals(item.column())))
                .map(ClinicalScore::name)
                .toArray(String[]::new);
        return option.called(item.title() + (unit.isEmpty() ? "" : " (" + unit + ")"))
                .when(SCORE, scores);
    }

    /** Nothing is answered beforehand. */
    private static List<String> words(Scale scale) {
        return scale instanceof Scale.Choice choice
                ? Stream.concat(Stream.of(""), choice.words().stream()).toList()
                : List.of("", "yes", "no");
    }

    /** Those of one score's items, in the order of its table. */
    static List<Option> of(ClinicalScore score) {
        return items(score)
                .map(Item::column)
                .flatMap(column -> ALL.stream().filter(option -> option.key().equals(column)))
                .toList();
    }
}
