package org.ichradiomics.sign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;

/**
 * The signs of one case as a reader sees them, beside what the voxels suggest; neither is ever taken for the other.
 *
 * @param name the case
 * @param answers of the reader; a sign that is not among them was not answered
 */
public record ReadSigns(String name, Signs signs, Map<Sign, ReaderAnswer> answers) {

    /** One row a case: for each sign the reader's answer, 1, 0 or empty, and the suggestion, 1 or 0. */
    public static final List<Column<ReadSigns>> COLUMNS = columns();

    public ReadSigns {
        Map<Sign, ReaderAnswer> all = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) all.put(sign, answers.getOrDefault(sign, ReaderAnswer.NONE));
        answers = all;
    }

    private static List<Column<ReadSigns>> columns() {
        List<Column<ReadSigns>> columns = new ArrayList<>();
        columns.add(new Column<>(FeatureTable.CASE, ReadSigns::name));
        for (Sign sign : Sign.values()) {
            columns.add(new Column<>(sign.key(), read -> read.answers.get(sign).cell()));
            columns.add(new Column<>(sign.key() + "_suggested", read -> read.isSuggested(sign) ? 1 : 0));
        }
        return List.copyOf(columns);
    }

    private boolean isSuggested(Sign sign) {
        return signs.suggestion(sign).isSuggested();
    }

    /** The signs that are suggested, in the order of {@link Sign}. */
    public List<Sign> suggested() {
        return signs.suggestions().stream()
                .filter(Suggestion::isSuggested)
                .map(Suggestion::sign)
                .toList();
    }

    /** A line for each sign, such as {@code Swirl sign: not suggested; reader: unsure}. */
    public List<String> lines() {
        return signs.suggestions().stream()
                .map(one -> one.text() + said(answers.get(one.sign())))
                .toList();
    }

    private static String said(ReaderAnswer answer) {
        return answer == ReaderAnswer.NONE ? "" : "; reader: " + answer.text();
    }

    /**
     * For programs: {@code case}, under {@code signs} each by its key with {@code suggested}, {@code slice} from 1,
     * {@code measure}, {@code value} and {@code answer}, and under {@code measures} each by its key.
     */
    public Map<String, Object> tree() {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> seen = new LinkedHashMap<>();
        for (Suggestion one : signs.suggestions()) {
            Map<String, Object> sign = new LinkedHashMap<>();
            sign.put("suggested", one.isSuggested());
            sign.put(
                    "slice",
                    one.evidence().map(evidence -> evidence.slice() + 1).orElse(null));
            sign.put("measure", one.sign().measure().key());
            sign.put("value", one.value());
            ReaderAnswer answer = answers.get(one.sign());
            sign.put("answer", answer == ReaderAnswer.NONE ? null : answer.text());
            seen.put(one.sign().key(), sign);
        }
        Map<String, Object> measures = new LinkedHashMap<>();
        for (SignMeasure measure : SignMeasure.values()) measures.put(measure.key(), signs.value(measure));
        all.put(FeatureTable.CASE, name);
        all.put("signs", seen);
        all.put("measures", measures);
        return all;
    }
}
