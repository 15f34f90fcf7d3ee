package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ichradiomics.study.MissingValues;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/** Missing values, counted everywhere. */
final class MissingTables {

    /** A variable in a part. */
    private record Cell(String variable, boolean isFeature, String part, MissingValues.Count count) {}

    private MissingTables() {}

    static TextTable of(StudyResult result) {
        MissingValues found = result.missing();
        List<Column<MissingValues.Row>> columns =
                new ArrayList<>(List.of(new Column<>("Variable", MissingValues.Row::variable)));
        for (int p = 0; p < found.parts().size(); p++) {
            int part = p;
            columns.add(new Column<>(
                    found.parts().get(p).title() + ": missing (%)",
                    row -> text(row.counts().get(part))));
        }
        return TextTable.of(
                "missing",
                "Missing values",
                columns,
                found.rows(),
                List.of(
                        (found.features() == 0
                                        ? "There are no features. "
                                        : found.complete() + " of " + found.features()
                                                + " features have a value in every case; the others are listed. ")
                                + "Cases without a known outcome, or without features, are in the flow of cases.",
                        "Tests leave missing values out variable by variable, and regressions case by case; a feature "
                                + "that lacks a value in training takes no part in the LASSO, and a case that lacks "
                                + "one of the signature has no score."));
    }

    private static String text(MissingValues.Count count) {
        return count.missing() + " (" + Words.percent(100.0 * count.missing() / count.cases()) + ")";
    }

    /** Adds the file: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        MissingValues found = result.missing();
        List<Cell> cells = found.rows().stream()
                .flatMap(row -> IntStream.range(0, found.parts().size())
                        .mapToObj(p -> new Cell(
                                row.variable(),
                                row.isFeature(),
                                found.parts().get(p).key(),
                                row.counts().get(p))))
                .toList();
        files.put(
                "missing.csv",
                Rows.text(
                        List.of(
                                new Column<>("variable", Cell::variable),
                                new Column<>("feature", Cell::isFeature),
                                new Column<>("part", Cell::part),
                                new Column<>("n", cell -> cell.count.cases()),
                                new Column<>("missing", cell -> cell.count.missing()),
                                new Column<>("missing_with_event", cell -> cell.count.events())),
                        cells));
    }
}
