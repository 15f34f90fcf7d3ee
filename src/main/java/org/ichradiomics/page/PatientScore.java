package org.ichradiomics.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Item;
import org.ichradiomics.clinical.Scored;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * A clinical score of the case.
 *
 * @param items what was answered, and the points of it
 * @param entered column of an item → what was answered
 */
public record PatientScore(ClinicalScore score, Scored scored, String items, Map<String, String> entered) {

    private static final String VOLUME = "volume_ml";

    /**
     * All scores; items that were not typed in are what the reader said of signs, and the volume that was measured.
     *
     * @param volume mL
     * @throws InvalidInputException if what was said of a sign is neither yes nor no
     */
    public static List<PatientScore> of(TypedIn patient, TypedIn answers, double volume) throws InvalidInputException {
        TypedIn read = signs(answers);
        UnaryOperator<String> cells = column -> {
            if (patient.cell(column) != null) return patient.cell(column);
            if (read.cell(column) != null) return read.cell(column);
            return column.equals(VOLUME) ? Double.toString(volume) : null;
        };
        return ClinicalScore.all().stream().map(score -> of(score, cells)).toList();
    }

    private static PatientScore of(ClinicalScore score, UnaryOperator<String> cells) {
        Scored scored = score.of(cells);
        String items = score.items().stream()
                .filter(item -> scored.points().containsKey(item.column()))
                .map(item -> item.title() + " " + answer(item, cells) + ": "
                        + scored.points().get(item.column()))
                .collect(Collectors.joining("; "));
        return new PatientScore(score, scored, items, entered(score, cells));
    }

    private static Map<String, String> entered(ClinicalScore score, UnaryOperator<String> cells) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (Item item : score.items()) {
            for (Item one : item.alternatives()) {
                one.names()
                        .map(cells)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(cell -> entered.put(one.column(), cell));
            }
        }
        return entered;
    }

    private static String answer(Item item, UnaryOperator<String> cells) {
        String cell = raw(item, cells);
        boolean isMeasured = item.column().equals(VOLUME) && cell.matches("\\d+\\.\\d{3,}(E-?\\d+)?");
        return isMeasured ? NumberText.printed(Double.parseDouble(cell), 2) : cell;
    }

    private static String raw(Item item, UnaryOperator<String> cells) {
        return item.columns().stream()
                .map(cells)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** What the reader says of signs as items have it; a suggestion is no answer. */
    private static TypedIn signs(TypedIn answers) throws InvalidInputException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Sign sign : Sign.values()) answers.answer(sign).ifPresent(yes -> cells.put(sign.key(), yes ? "1" : "0"));
        return new TypedIn(cells);
    }

    /** What was seen in the original cohort, or why there is no score. */
    String observed() {
        if (scored.score().isEmpty()) return "No score: " + scored.words() + ".";
        return IntStream.range(0, score.outcomes().size())
                .filter(k -> !scored.outcomes().get(k).isEmpty())
                .mapToObj(k -> (score.outcomes().get(k).title() + " "
                                + scored.outcomes().get(k) + " "
                                + score.outcomes().get(k).unit())
                        .strip())
                .collect(Collectors.joining("; "));
    }

    /** {@code 3 of 6}, or nothing without a score. */
    String points() {
        return scored.score().isEmpty() ? "–" : scored.text() + " of " + score.highest();
    }
}
