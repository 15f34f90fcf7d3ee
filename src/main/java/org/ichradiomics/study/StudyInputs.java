package org.ichradiomics.study;

import java.nio.file.InvalidPathException;
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
     * @param clinical     path relative to the study file, or whatever its {@link Tables} know it by
     * @param features     empty where the study has none, or the clinical table holds them
     */
    public record Files(String clinical, Optional<String> features, Optional<String> secondReader, Optional<String> folds) {

        /** @throws InvalidInputException if a table is missing or cannot be read */
        public StudyInputs read(Tables tables) throws InvalidInputException {
            return new StudyInputs(tables.read(clinical), table(tables, features), table(tables, secondReader), table(tables, folds));
        }

        private static Optional<FeatureTable> table(Tables tables, Optional<String> name) throws InvalidInputException {
            return name.isEmpty() ? Optional.empty() : Optional.of(tables.read(name.get()));
        }
    }

    /** Where tables are found by the names that a study gives them. */
    @FunctionalInterface
    public interface Tables {

        /** @throws InvalidInputException if there is no such table, or it cannot be read */
        FeatureTable read(String name) throws InvalidInputException;

        /** Paths of CSV files, relative to a folder. */
        static Tables in(Path folder) {
            return name -> {
                try {
                    return FeatureTableCsv.read(folder.resolve(name));
                } catch (InvalidPathException e) {
                    throw new InvalidInputException("There is no file \"" + name + "\": check the path.", e);
                }
            };
        }
    }
}
