package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/**
 * Which columns of a study's feature table are features, beside a clinical table or as a part of it.
 *
 * @param notes what the user should know of it, in sentences
 */
record StudyFeatures(FeatureColumns columns, List<String> notes) {

    /**
     * Columns of numbers that the clinical table has, too, are clinical; a name of a catalogue is a feature wherever it
     * stands.
     *
     * @throws InvalidInputException if none is, or a feature that the plan names is not there
     */
    static StudyFeatures of(FeatureTable table, FeatureTable clinical, StudyPlan plan) throws InvalidInputException {
        FeatureColumns columns = FeatureColumns.of(table, plan.columns().features(), clinical::has);
        boolean same = table.columns().equals(clinical.columns());
        if (columns.features().isEmpty()) {
            throw new InvalidInputException(Sentence.of(
                    (same
                                    ? "No column of " + table.title() + " bears the name of a feature"
                                    : "There is no column of features in " + table.title())
                            + ": name them in ",
                    FileKey.ofStudy("columns.features"),
                    "."));
        }
        List<String> both = columns.features().stream().filter(clinical::has).toList();
        List<String> notes = new ArrayList<>();
        if (!same && !both.isEmpty()) {
            notes.add("In " + table.title() + " and in " + clinical.title() + " stands " + String.join(", ", both)
                    + ": taken as a feature from the first, and no clinical candidate.");
        }
        notes.addAll(columns.sentences());
        return new StudyFeatures(columns, notes);
    }
}
