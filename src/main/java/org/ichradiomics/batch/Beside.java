package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Marked;

/**
 * What may lie beside the haematoma: where a list names its label, its volume is one of the last columns of the table,
 * 0 where the mask has none of it, empty where the list says nothing.
 */
enum Beside {
    IVH(ListColumn.IVH_LABEL, "IVH (mL)"),
    OEDEMA(ListColumn.OEDEMA_LABEL, "Oedema (mL)");

    private final ListColumn column;
    private final String title;

    Beside(ListColumn column, String title) {
        this.column = column;
        this.title = title;
    }

    /** The name of its column. */
    String title() {
        return title;
    }

    /** Those whose labels a list names. */
    static List<Beside> of(CaseList list) {
        return Arrays.stream(values())
                .filter(one ->
                        list.cases().stream().anyMatch(some -> some.besides().containsKey(one.column)))
                .toList();
    }

    /** What a case is asked for, by the columns in its list; those that are empty are left out. */
    static List<String> words(BatchCase one) {
        return Arrays.stream(values())
                .map(beside -> one.besides().getOrDefault(beside.column, ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A cell for each constant, in mL. */
    static List<String> cells(BatchCase one, Marked marked, Spacing spacing) {
        List<String> cells = new ArrayList<>();
        for (Beside beside : values()) {
            String word = one.besides().getOrDefault(beside.column, "");
            cells.add(
                    word.isEmpty() || marked.labels().isEmpty()
                            ? ""
                            : Double.toString(millilitres(marked.labels().get(), word, spacing)));
        }
        return cells;
    }

    private static double millilitres(Labels labels, String word, Spacing spacing) {
        return labels.voxels(word) * spacing.voxelVolume() / 1000;
    }
}
