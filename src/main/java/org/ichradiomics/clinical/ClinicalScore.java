package org.ichradiomics.clinical;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;

/**
 * A published score of points. Without all its items there is no score: nothing is guessed.
 *
 * @param name as users call it: ich, func, bat, brain, nag, max-ich
 * @param title in words
 * @param source who published it
 * @param remark what is uncertain about it
 * @param highest the most points
 * @param items in the order of its table
 * @param outcomes what was observed by score; may be none
 */
public record ClinicalScore(
        String name,
        String title,
        String source,
        String remark,
        int highest,
        List<Item> items,
        List<Outcome> outcomes) {

    /** What stands wherever a score is shown. */
    public static final String CAUTION =
            "Shares are those observed in the original cohort. For research; not for treatment decisions alone.";

    /** In the order in which they are offered. */
    private static final List<String> NAMES = List.of("ich", "func", "bat", "brain", "nag", "max-ich");

    /**
     * @throws IllegalArgumentException if the items do not add up to the highest score, or an outcome has not one value
     *     for each score from 0 on
     */
    public ClinicalScore {
        items = List.copyOf(items);
        outcomes = List.copyOf(outcomes);
        if (items.stream().mapToInt(item -> item.points().most()).sum() != highest) {
            throw new IllegalArgumentException(name + ": the items do not add up to " + highest);
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.byScore().size() != highest + 1)) {
            throw new IllegalArgumentException(
                    name + ": an outcome has not one value for each score from 0 to " + highest);
        }
    }

    /** What users call them, in the order in which they are offered. */
    public static List<String> names() {
        return NAMES;
    }

    /** All scores. */
    public static List<ClinicalScore> all() {
        return NAMES.stream().map(ClinicalScoreJson::read).toList();
    }

    /**
     * A score by its name, in capitals or not.
     *
     * @throws InvalidInputException if there is none of that name
     */
    public static ClinicalScore named(String name) throws InvalidInputException {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (NAMES.contains(wanted)) return ClinicalScoreJson.read(wanted);
        throw new InvalidInputException(
                "There is no clinical score \"" + name + "\": choose one of " + String.join(", ", NAMES) + ".");
    }

    /** What windows call the item of a column, of whichever score asks for it; the column itself if none does. */
    public static String label(String column) {
        return all().stream()
                .flatMap(score -> score.items.stream())
                .flatMap(item -> item.alternatives().stream())
                .filter(item -> item.column().equals(column))
                .map(Item::label)
                .findFirst()
                .orElse(column);
    }

    /** Its column in tables of several scores. */
    public String column() {
        return "score_" + name.replace('-', '_');
    }

    /**
     * Adds the points of one patient.
     *
     * @param cells column → text, null where there is no such column
     */
    public Scored of(UnaryOperator<String> cells) {
        Map<String, Double> known = new LinkedHashMap<>();
        Map<String, Integer> points = new LinkedHashMap<>();
        List<Item.Refusal> wrong = new ArrayList<>();
        for (Item item : items) {
            Item.Reading reading = item.read(cells, known);
            Points rule = reading.item().points();
            if (!reading.isKnown()) {
                wrong.add(reading.refusal().get());
                continue;
            }
            known.put(item.column(), reading.value());
            if (rule.by().isEmpty() || known.containsKey(rule.by()))
                points.put(item.column(), rule.of(reading.value(), known));
        }
        if (!wrong.isEmpty())
            return new Scored(
                    OptionalInt.empty(),
                    points,
                    unknown(),
                    joined(wrong, Item.Refusal::ofTable),
                    joined(wrong, Item.Refusal::ofWindow));
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        return new Scored(
                OptionalInt.of(sum),
                points,
                outcomes.stream().map(outcome -> outcome.of(sum)).toList(),
                "",
                "");
    }

    private static String joined(List<Item.Refusal> some, Function<Item.Refusal, String> words) {
        return some.stream().map(words).collect(Collectors.joining("; "));
    }

    private List<String> unknown() {
        return outcomes.stream().map(outcome -> "").toList();
    }

    /**
     * What a score reads as, such as {@code ICH score 3 of 6: 72 % dead within 30 days (observed in the original
     * cohort, …)}.
     */
    public String text(Scored scored) {
        if (scored.score().isEmpty()) return none(scored.words());
        String seen = outcomes.stream()
                .map(outcome -> said(outcome, scored.score().getAsInt()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        String head = title + " " + scored.text() + " of " + highest;
        return head + (seen.isEmpty() ? "" : ": " + seen) + " ("
                + (seen.isEmpty() ? "" : "observed in the original cohort, ") + source + ").";
    }

    /**
     * That there is no score.
     *
     * @param why {@link Scored#words}, or {@link Scored#note} where a table names its columns
     */
    public String none(String why) {
        return "No " + title + ": " + why + ".";
    }

    private static Optional<String> said(Outcome outcome, int score) {
        String value = outcome.of(score);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(outcome.title() + " " + value + (outcome.unit().isEmpty() ? "" : " " + outcome.unit()));
    }

    /** The points of each item that could be read, such as {@code Glasgow Coma Scale 1, Age 0}. */
    public String itemised(Scored scored) {
        return items.stream()
                .filter(item -> scored.points().containsKey(item.column()))
                .map(item -> item.title() + " " + scored.points().get(item.column()))
                .collect(Collectors.joining(", "));
    }

    /** Whether a table of these columns, in capitals or not, has what every item needs. */
    public boolean isIn(Collection<String> table) {
        return columns().stream()
                .allMatch(
                        names -> names.stream().anyMatch(name -> table.stream().anyMatch(name::equalsIgnoreCase)));
    }

    /** The columns that a table must have, an item a list; one of each list is enough. */
    public List<List<String>> columns() {
        return items.stream().map(Item::columns).toList();
    }
}
