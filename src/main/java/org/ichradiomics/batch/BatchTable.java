package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * The finished cases as one table, in the order of the list, scored.
 *
 * @param table {@code case, status, reason}, the list's own columns, what was measured, growth if any case has a
 *     follow-up, clinical scores where the list has their variables
 * @param records how each measured case was made
 * @param reference of all scores; empty: what the signature carries, or none
 * @param scores of the measured cases, by id
 */
record BatchTable(
        FeatureTable table,
        List<JsonObject> records,
        BatchSummary summary,
        Optional<Reference> reference,
        Map<String, Score> scores)
        implements CaseRun.Tabled {

    private static final String STATUS = CaseStatus.COLUMN;
    private static final String REASON = "reason";

    /** What is measured of a case, but its name. */
    static List<String> measured(Protocol protocol) {
        List<String> columns = Measurement.columns(protocol.features());
        return columns.subList(1, columns.size());
    }

    /**
     * @throws InvalidInputException if a column of the list has the name of one that the batch writes, or comes twice,
     *     be it in other letters where a clinical score needs it
     */
    static void refuseNames(CaseList cases, Protocol protocol) throws InvalidInputException {
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ScoreColumns scores = ScoreColumns.of(cases);
        scores.check();
        Stream.of(List.of(STATUS, REASON), measured(protocol), GrowthColumns.NAMES, scores.names())
                .forEach(ours::addAll);
        for (String column : cases.columns()) {
            if (!ours.contains(column)) continue;
            throw new InvalidInputException("The column \"" + column + "\" of " + cases.title()
                    + " has the name of one that is written: rename it.");
        }
    }

    static BatchTable of(Batch batch, Map<String, CaseRow> rows) throws InvalidInputException {
        CaseList list = batch.cases();
        List<List<String>> measured = list.cases().stream()
                .map(one -> rows.get(one.id()))
                .filter(CaseRow::isMeasured)
                .map(CaseRow::cells)
                .toList();
        FeatureTable features =
                FeatureTable.of(Measurement.columns(batch.protocol().features()), measured);
        Optional<Reference> reference = reference(batch, features);
        List<Score> scores = scores(batch, reference, features);
        FeatureTable scored = scored(features, scores);
        List<List<String>> texts = new ArrayList<>();
        for (String column : scored.columns()) texts.add(scored.texts(column));

        List<String> notes = scored.texts(FeatureTable.NOTES);
        List<List<String>> lines = new ArrayList<>();
        List<JsonObject> records = new ArrayList<>();
        int at = 0;
        for (BatchCase one : list.cases()) {
            CaseRow row = rows.get(one.id());
            List<String> line = new ArrayList<>(List.of(row.id(), row.status().text(), row.reason()));
            line.addAll(one.kept());
            for (int c = 1; c < texts.size(); c++)
                line.add(row.isMeasured() ? texts.get(c).get(at) : "");
            if (list.hasFollowup())
                line.addAll(
                        row.growth().isEmpty() ? Collections.nCopies(GrowthColumns.NAMES.size(), "") : row.growth());
            lines.add(line);
            if (!row.isMeasured()) continue;
            int r = at++;
            JsonObject record = Provenance.rescored(
                    row.record(),
                    scores.get(r),
                    reference.or(batch.protocol().signature()::reference),
                    List.of(notes.get(r)));
            record.addProperty(STATUS, row.status().text());
            record.addProperty(REASON, row.reason());
            records.add(record);
        }
        BatchSummary summary = BatchSummary.of(
                list.cases().stream().map(one -> rows.get(one.id())),
                scores.stream().map(Score::reference).findFirst().orElse(Score.NO_REFERENCE));
        FeatureTable table = ScoreColumns.of(list).addTo(FeatureTable.of(columns(batch), lines));
        return new BatchTable(table, records, summary, reference, byCase(list, rows, scores));
    }

    /** @param scores of the measured cases, in the order of the list */
    private static Map<String, Score> byCase(CaseList list, Map<String, CaseRow> rows, List<Score> scores) {
        Map<String, Score> byCase = new HashMap<>();
        for (BatchCase one : list.cases())
            if (rows.get(one.id()).isMeasured()) byCase.put(one.id(), scores.get(byCase.size()));
        return byCase;
    }

    private static List<String> columns(Batch batch) {
        return Stream.of(
                        List.of(FeatureTable.CASE, STATUS, REASON),
                        batch.cases().columns(),
                        measured(batch.protocol()),
                        batch.cases().hasFollowup() ? GrowthColumns.NAMES : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    /** This cohort if that is wanted and it is large enough; else what the protocol says. */
    private static Optional<Reference> reference(Batch batch, FeatureTable features) throws InvalidInputException {
        boolean own = batch.ownCohort()
                && features.size() >= Reference.STEADY
                && batch.protocol().signature().reference().isEmpty();
        return own
                ? Optional.of(Reference.ownCohort(
                                features, FeatureColumns.of(features, List.of()).features())
                        .holding(batch.protocol().signature(), features))
                : batch.protocol().reference();
    }

    private static List<Score> scores(Batch batch, Optional<Reference> reference, FeatureTable features)
            throws InvalidInputException {
        if (features.size() == 0) return List.of();
        try {
            return Score.ofEach(
                    batch.protocol().signature(),
                    reference,
                    features,
                    batch.protocol().settings());
        } catch (InvalidInputException e) {
            return Collections.nCopies(features.size(), Score.without(e.getMessage()));
        }
    }

    private static FeatureTable scored(FeatureTable features, List<Score> scores) throws InvalidInputException {
        List<String> measured = features.texts(FeatureTable.NOTES);
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            notes.add(Stream.of(measured.get(i), scores.get(i).note())
                    .filter(note -> !note.isEmpty())
                    .reduce((a, b) -> a + " " + b)
                    .orElse(""));
        }
        return features.with(Score.COLUMNS, scores).with(FeatureTable.NOTES, notes);
    }
}
