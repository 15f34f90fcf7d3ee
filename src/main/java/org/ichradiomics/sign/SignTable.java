package org.ichradiomics.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.ichradiomics.text.FeatureTable;

/** Signs as a table: a row for each sign, with 0 or 1, and one for each measure. */
public final class SignTable {

    /**
     * {@code slice} is counted from 1, as ImageJ does; it is where the sign or measure is strongest, empty where
     * nothing is seen.
     */
    public static final List<String> COLUMNS =
            List.of(FeatureTable.CASE, "sign", "suggested", "slice", "measure", "value");

    private SignTable() {}

    /**
     * One row for each sign and each measure of a case, under {@link #COLUMNS}.
     *
     * @param name the case
     */
    public static FeatureTable of(String name, Signs signs) {
        List<List<?>> rows = new ArrayList<>();
        for (Suggestion s : signs.suggestions()) {
            Object slice =
                    s.evidence().<Object>map(evidence -> evidence.slice() + 1).orElse("");
            rows.add(List.of(name, s.sign().key(), s.isSuggested() ? 1 : 0, slice, "", ""));
        }
        for (SignMeasure measure : SignMeasure.values()) {
            OptionalInt slice = signs.slice(measure);
            Object shown = slice.isPresent() ? slice.getAsInt() + 1 : "";
            rows.add(List.of(name, "", "", shown, measure.key(), value(measure, signs.value(measure))));
        }
        return FeatureTable.of(COLUMNS, rows);
    }

    private static Object value(SignMeasure measure, double value) {
        boolean isCount = measure.unit().isEmpty() && value == Math.rint(value);
        return isCount ? (Object) (long) value : (Object) value;
    }
}
