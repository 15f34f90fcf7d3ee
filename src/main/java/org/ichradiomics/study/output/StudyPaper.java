package org.ichradiomics.study.output;

import java.util.List;

import org.ichradiomics.study.StudyResult;

/** What a paper takes from a study, made once for its folder and for windows. */
public record StudyPaper(StudyResult result, List<TextTable> tables, List<StudyFigures.Named> figures) {

    /** Makes the tables and figures. */
    public static StudyPaper of(StudyResult result) {
        return new StudyPaper(result, StudyTables.of(result), StudyFigures.of(result));
    }
}
