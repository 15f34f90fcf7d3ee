package org.ichradiomics.imagej.studies;

import java.util.List;

import ij.measure.ResultsTable;

import org.ichradiomics.imagej.PlotWindows;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.study.output.StudyPaper;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.TextTable;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** The tables of a study as windows of ImageJ; nothing where there is no screen. */
final class StudyWindows {

    private static final int DECIMALS = 6;

    private StudyWindows() {}

    /** All windows of a study: the figures and tables of its report, and the score of each case. */
    static void show(StudyPaper paper) {
        if (!Screen.isThere()) return;
        paper.figures().forEach(figure -> PlotWindows.show(figure.figure()));
        paper.tables().forEach(StudyWindows::show);
        StudySheets.scores(paper.result()).ifPresent(scores -> show(scores, "ICH Radiomics study scores"));
    }

    /** A table of the report as it is printed, every cell a text. */
    private static void show(TextTable table) {
        ResultsTable window = new ResultsTable();
        for (List<String> row : table.rows()) {
            window.incrementCounter();
            for (int c = 0; c < row.size(); c++) window.addValue(table.columns().get(c), row.get(c));
        }
        Screen.show(window, table.title());
    }

    /** A table of ours as one of ImageJ's: numbers where a whole column is one, else text. */
    static void show(FeatureTable table, String title) {
        if (!Screen.isThere()) return;
        ResultsTable window = new ResultsTable();
        window.setNaNEmptyCells(true);
        for (int row = 0; row < table.size(); row++) window.incrementCounter();
        for (String column : table.columns()) fill(window, table, column);
        window.setPrecision(DECIMALS);
        Screen.show(window, title);
    }

    private static void fill(ResultsTable window, FeatureTable table, String column) {
        try {
            double[] values = table.values(column);
            for (int row = 0; row < values.length; row++) window.setValue(column, row, values[row]);
        } catch (InvalidInputException notNumbers) {
            List<String> texts = texts(table, column);
            for (int row = 0; row < texts.size(); row++) window.setValue(column, row, texts.get(row));
        }
    }

    private static List<String> texts(FeatureTable table, String column) {
        try {
            return table.texts(column);
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }
}
