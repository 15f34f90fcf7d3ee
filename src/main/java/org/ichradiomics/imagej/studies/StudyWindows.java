package org.ichradiomics.imagej.studies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.measure.ResultsTable;

import org.ichradiomics.imagej.PlotWindows;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyPaper;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.study.output.TextTable;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** The tables of a study as windows of ImageJ; nothing where there is no screen. */
final class StudyWindows {

    private static final int DECIMALS = 6;
    private static final String HONEST = "ICH Radiomics honest numbers";
    private static final String SCORES = "ICH Radiomics study scores";

    private StudyWindows() {}

    /**
     * One window for whoever is before the screen; for a macro all windows of a study: the figures and tables of its
     * report, and the score of each case.
     *
     * @param report its file
     */
    static void show(StudyPaper paper, Path report) {
        if (!Screen.isThere()) return;
        if (Screen.hasUser()) {
            StudyWindow.show(answer(paper.result()), entries(paper), report);
            return;
        }
        paper.figures().forEach(figure -> PlotWindows.show(figure.figure()));
        paper.tables().forEach(StudyWindows::show);
        StudySheets.honest(paper.result()).ifPresent(honest -> show(honest, HONEST));
        StudySheets.scores(paper.result()).ifPresent(scores -> show(scores, SCORES));
    }

    private static String answer(StudyResult result) {
        List<String> said = new ArrayList<>(List.of(StudySummary.sentence(result)));
        result.signature().map(Purpose::of).ifPresent(said::add);
        result.concerns().forEach(concern -> said.add("Concern: " + concern));
        return String.join("\n", said);
    }

    private static List<StudyWindow.Entry> entries(StudyPaper paper) {
        List<StudyWindow.Entry> entries = new ArrayList<>();
        paper.tables().forEach(table -> entries.add(new StudyWindow.Entry(table.title(), () -> show(table))));
        StudySheets.honest(paper.result())
                .ifPresent(honest -> entries.add(
                        new StudyWindow.Entry("Honest numbers with all digits", () -> show(honest, HONEST))));
        StudySheets.scores(paper.result())
                .ifPresent(scores ->
                        entries.add(new StudyWindow.Entry("Scores of all cases", () -> show(scores, SCORES))));
        paper.figures()
                .forEach(figure -> entries.add(
                        new StudyWindow.Entry("Figure: " + figure.caption(), () -> PlotWindows.show(figure.figure()))));
        return entries;
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
