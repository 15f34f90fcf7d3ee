package org.ichradiomics.stats;

import java.util.HashSet;
import java.util.List;

/**
 * Named columns of numbers, one value a patient; NaN is a missing value.
 *
 * @param names of the columns, each once
 * @param columns feature × patient; not copied, so not to be changed afterwards
 */
public record Predictors(List<String> names, double[][] columns) {

    /**
     * @throws IllegalArgumentException if there is no column, a name is there twice, or numbers of names or patients
     *     differ
     */
    public Predictors {
        names = List.copyOf(names);
        if (columns.length == 0) throw new IllegalArgumentException("there is no column");
        if (names.size() != columns.length)
            throw new IllegalArgumentException(names.size() + " names for " + columns.length + " columns");
        if (new HashSet<>(names).size() != names.size()) throw new IllegalArgumentException("a name is there twice");
        for (double[] column : columns) {
            if (column.length != columns[0].length) throw new IllegalArgumentException("the columns differ in length");
        }
    }

    /** How many patients there are. */
    public int patients() {
        return columns[0].length;
    }

    /** The same columns of some patients, in the order given. */
    public Predictors of(int[] patients) {
        double[][] some = new double[columns.length][patients.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < patients.length; i++) some[j][i] = columns[j][patients[i]];
        }
        return new Predictors(names, some);
    }
}
