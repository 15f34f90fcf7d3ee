package org.ichradiomics.study;

import java.nio.file.Path;

import org.ichradiomics.Shared;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** The study of the synthetic cohort of 313 patients. */
public final class Cohort313Study {

    /** As a user would write it. */
    public static final String TEXT = """
            format: ICH Radiomics study
            name: Cohort 313
            inputs:
              clinical: clinical.csv
              features: features.csv
              second_reader: features_reader2.csv
              folds: foldid.csv
            outcome: {expansion: {}}
            second_outcome: {column: gos, at_most: 3}
            split: {column: cohort}
            """;

    private Cohort313Study() {}

    public static Path folder() {
        return Shared.of("stats/cohort313");
    }

    public static StudyFile file() throws InvalidInputException {
        return file(TEXT);
    }

    public static StudyFile file(String text) throws InvalidInputException {
        return StudyFile.parse(text, folder().resolve("study.yml"));
    }

    public static StudyResult run(String text, int threads) throws InvalidInputException {
        StudyFile file = file(text);
        return Study.run(file.plan(), file.inputs(), threads, Progress.NONE);
    }
}
