package org.ichradiomics.study;

import java.nio.file.Path;
import java.util.Optional;

import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.feature.FeatureTableCsv;
import org.ichradiomics.region.InvalidInputException;

/**
 * The tables of a study, each with a row for every case.
 *
 * @param clinical     outcome, split, volumes, clinical variables
 * @param features     may be the same table; empty for a study without features
 * @param secondReader the same features of some cases, measured by another reader
 * @param folds        the columns {@code id} and {@code fold} of the training cases
 */
public record StudyInputs(FeatureTable clinical, Optional<FeatureTable> features, Optional<FeatureTable> secondReader,
        Optional<FeatureTable> folds) {

    /**
     * Where they lie.
     *
     * @param clinical     path, relative to the study file
     * @param features     empty where the study has none, or the clinical table holds them
     */
    public record Files(String clinical, Optional<String> features, Optional<String> secondReader, Optional<String> folds) {

        /** @throws InvalidInputException if a table is missing or cannot be read */
        public StudyInputs read(Path folder) throws InvalidInputException {
            return new StudyInputs(table(folder, clinical), table(folder, features), table(folder, secondReader), table(folder, folds));
        }

        private static Optional<FeatureTable> table(Path folder, Optional<String> file) throws InvalidInputException {
            return file.isEmpty() ? Optional.empty() : Optional.of(table(folder, file.get()));
        }

        private static FeatureTable table(Path folder, String file) throws InvalidInputException {
            return FeatureTableCsv.read(folder.resolve(file));
        }
    }
}
