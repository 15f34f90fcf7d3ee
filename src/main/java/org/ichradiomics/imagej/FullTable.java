package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.measure.ResultsTable;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.FeatureTable;

/**
 * The full tables of this session by title: every feature of every row with all its digits. Shown as a window where
 * there is a screen and somebody wants it; kept here as well, because without a window ImageJ forgets all tables but
 * Results.
 */
public final class FullTable {

    /** What image processing did, in a table of its own. */
    private static final String DIAGNOSTICS = " diagnostics";

    private static final Map<String, List<Measurement>> TABLES = new LinkedHashMap<>();

    /** The titles of those that had a window. */
    private static final Set<String> SHOWN = new HashSet<>();

    private FullTable() {}

    /**
     * Adds a row to the table of a title.
     *
     * @param isWanted whether it is shown; a window that is there is kept as the table is
     */
    static synchronized void add(String title, Measurement measurement, boolean isWanted) {
        ResultsTable window = window(title);
        forgetClosed(title);
        List<Measurement> rows = TABLES.computeIfAbsent(title, t -> new ArrayList<>());
        rows.add(measurement);
        if (!Screen.isThere() || window == null && !isWanted) return;
        if (window == null) window = of(rows);
        else fill(window, measurement);
        Screen.show(window, title);
        SHOWN.add(title);
        if (!measurement.diagnostics().isEmpty()) showDiagnostics(title + DIAGNOSTICS, measurement);
    }

    /** A window that the user has closed is a table that the user has done with. */
    private static void forgetClosed(String title) {
        if (window(title) == null && SHOWN.remove(title)) TABLES.remove(title);
    }

    /** The measurements of a title, oldest first; empty if there is no such table. */
    static synchronized List<Measurement> rows(String title) {
        forgetClosed(title);
        return List.copyOf(TABLES.getOrDefault(title, List.of()));
    }

    /** The titles of those that have a row. */
    static synchronized List<String> titles() {
        List.copyOf(TABLES.keySet()).forEach(FullTable::forgetClosed);
        return List.copyOf(TABLES.keySet());
    }

    /** All measurements of this session, oldest first. */
    static synchronized List<Measurement> all() {
        return TABLES.values().stream().flatMap(List::stream).toList();
    }

    /** An ImageJ table with one row for each measurement. */
    static ResultsTable of(List<Measurement> measurements) {
        ResultsTable table = empty();
        measurements.forEach(m -> fill(table, m));
        return table;
    }

    /** The open table of a title, or null. */
    static ResultsTable window(String title) {
        return Screen.isThere() ? ResultsTable.getResultsTable(title) : null;
    }

    /** Rows of another catalogue have no value in each other's columns. */
    private static ResultsTable empty() {
        ResultsTable table = new ResultsTable();
        table.setNaNEmptyCells(true);
        return table;
    }

    private static void showDiagnostics(String title, Measurement m) {
        ResultsTable window = window(title);
        ResultsTable table = window == null ? empty() : window;
        table.incrementCounter();
        table.addValue(FeatureTable.CASE, m.id());
        m.diagnostics().forEach(d -> table.addValue(d.tag(), d.value()));
        table.addValue(FeatureTable.SETTINGS, m.settings().hash());
        table.setPrecision(9);
        Screen.show(table, title);
    }

    private static void fill(ResultsTable table, Measurement m) {
        ForeignRows.fill(table, Measurement.full(m.features().features()), m);
        table.setPrecision(9);
    }
}
