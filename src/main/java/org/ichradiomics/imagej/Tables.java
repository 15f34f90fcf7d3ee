package org.ichradiomics.imagej;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.TableFile;

/** Where the tables of a task are. */
public enum Tables {
    /** Open in ImageJ, or else in files. */
    OPEN {
        @Override
        public FeatureTable find(String name) throws InvalidInputException {
            return OpenTable.find(name);
        }

        @Override
        public String text(String name) throws InvalidInputException {
            return OpenTable.text(name);
        }
    },
    /** In files. */
    FILES {
        @Override
        public FeatureTable find(String name) throws InvalidInputException {
            return FeatureTableCsv.read(Options.path(name));
        }

        @Override
        public String text(String name) throws InvalidInputException {
            return TableFile.read(Options.path(name));
        }
    };

    /** @throws InvalidInputException if there is no such table, or it is empty or cannot be read */
    public abstract FeatureTable find(String name) throws InvalidInputException;

    /**
     * The same as the text of a CSV file.
     *
     * @throws InvalidInputException as {@link #find}, as far as that can be told without taking the text apart
     */
    public abstract String text(String name) throws InvalidInputException;
}
