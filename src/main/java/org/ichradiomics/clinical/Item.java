package org.ichradiomics.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ichradiomics.text.Numeral;

/**
 * One item of a score.
 *
 * @param column its name in tables
 * @param also other names of the same
 * @param label its short name in windows
 * @param title its name in dialogs
 * @param scale what may be answered
 * @param points by answer
 * @param instead items of other scales that may stand for it
 */
public record Item(
        String column, List<String> also, String label, String title, Scale scale, Points points, List<Item> instead) {

    /** What people write where a number is not known. */
    private static final List<String> UNKNOWN = List.of("unknown", "unsure", "missing");

    public Item {
        also = List.copyOf(also);
        instead = List.copyOf(instead);
    }

    /** A cell that answers an item. */
    private record Given(Item item, String column, String cell, Answer answer) {

        Refusal refusal() {
            return new Refusal(
                    column,
                    item.label,
                    " is \"" + cell + "\"" + answer.wrong().orElse("") + ": write " + item.scale.text());
        }
    }

    /**
     * Why an item is not known, without a period.
     *
     * @param ofTable as a table names its columns
     * @param ofWindow as a window names its fields
     */
    record Refusal(String ofTable, String ofWindow) {

        private static final Pattern COLUMN = Pattern.compile(" \\(column \\w+\\)");

        Refusal(String column, String label, String what) {
            this(column + what, label + COLUMN.matcher(what).replaceAll(""));
        }
    }

    /**
     * What came of the cells of an item.
     *
     * @param item which of the items that may stand for it was answered
     * @param value its answer, if nothing is wrong
     * @param refusal what is wrong; empty if nothing is
     */
    record Reading(Item item, double value, Optional<Refusal> refusal) {

        boolean isKnown() {
            return refusal.isEmpty();
        }
    }

    /** All columns by which it can be answered. */
    public List<String> columns() {
        return alternatives().stream().flatMap(Item::names).toList();
    }

    /** The item itself, and those that may stand for it. */
    public List<Item> alternatives() {
        return Stream.concat(Stream.of(this), instead.stream()).toList();
    }

    /** Its own columns. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(column), also.stream());
    }

    /**
     * Reads its cells. One that may stand for it and says something else, such as a location that is described more
     * closely, is wrong only where the item itself is missing.
     *
     * @param cells column → text, null where there is no such column
     * @param known answers to the items before, by column
     */
    Reading read(UnaryOperator<String> cells, Map<String, Double> known) {
        List<Given> answered = new ArrayList<>();
        Refusal refusal = new Refusal(column, label, " is missing");
        for (Given given : given(cells).toList()) {
            boolean isWrong = given.answer.wrong().isPresent();
            if (isWrong && given.item == this) return refused(given.refusal());
            if (isWrong) refusal = given.refusal();
            if (given.answer.isKnown()) answered.add(given);
        }
        if (answered.isEmpty()) return refused(refusal);
        Given first = answered.get(0);
        for (Given other : answered) {
            if (other.answer.value() != first.answer.value() && !agree(first, other, known)) {
                return refused(new Refusal(
                        contradiction(first, first.column, other, other.column),
                        contradiction(first, first.item.label, other, other.item.label)));
            }
        }
        return new Reading(first.item, first.answer.value(), Optional.empty());
    }

    private static String contradiction(Given first, String name, Given other, String otherName) {
        return name + " " + first.cell + " and " + otherName + " " + other.cell
                + " contradict each other: correct one of them";
    }

    /** Whether two answers give the same points; where those hang on an answer that is wanting, nobody knows yet. */
    private static boolean agree(Given a, Given b, Map<String, Double> known) {
        String by = a.item.points.by();
        if (!by.isEmpty() && !known.containsKey(by)) return true;
        return a.item.points.of(a.answer.value(), known) == b.item.points.of(b.answer.value(), known);
    }

    private Reading refused(Refusal refusal) {
        return new Reading(this, Double.NaN, Optional.of(refusal));
    }

    private Stream<Given> given(UnaryOperator<String> cells) {
        Stream<Given> own = Stream.concat(Stream.of(column), also.stream())
                .filter(name -> cells.apply(name) != null)
                .map(name -> given(name, Numeral.bare(cells.apply(name))));
        return Stream.concat(own, instead.stream().flatMap(item -> item.given(cells)));
    }

    private Given given(String name, String cell) {
        boolean isMissing = Numeral.isMissing(cell)
                || Numeral.isPlaceholder(cell)
                || UNKNOWN.contains(cell.toLowerCase(Locale.ROOT));
        return new Given(this, name, cell, isMissing ? Answer.MISSING : scale.read(cell));
    }
}
