package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.BitSet;
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
 * The finished cases as one table, in the order of the list, scored; of several labels a row each.
 *
 * @param table {@code case, status, reason}, the list's own columns, what was measured, growth if any case has a
 *     follow-up, clinical scores where the list has their variables, and what lies {@link Beside}
 * @param records how each measured case was made
 * @param reference of all scores; empty: what the signature carries, or none
 * @param scores of the rows of each case, by its id
 */
record BatchTable(
        FeatureTable table,
        List<JsonObject> records,
        BatchSummary summary,
        Optional<Reference> reference,
        Map<String, List<Score>> scores)
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
        List<String> besides = Beside.of(cases).stream().map(Beside::title).toList();
        Stream.of(List.of(STATUS, REASON), measured(protocol), GrowthColumns.NAMES, scores.names(), besides)
                .forEach(ours::addAll);
        for (String column : cases.columns()) {
            if (!ours.contains(column)) continue;
            throw new InvalidInputException("The column \"" + column + "\" of " + cases.title()
                    + " has the name of one that is written: rename it.");
        }
    }

    static BatchTable of(Batch batch, Map<String, CaseRow> rows) throws InvalidInputException {
        CaseList list = batch.cases();
        List<CaseRow.Part> parts = list.cases().stream()
                .flatMap(one -> rows.get(one.id()).parts().stream())
                .toList();
        Optional<Reference> reference = reference(
                batch,
                features(batch, parts.stream().filter(CaseRow.Part::isHaematoma).toList()));
        FeatureTable features = features(batch, parts);
        List<Score> scores = scores(batch, reference, features, patients(list, rows));
        FeatureTable scored = scored(features, scores);
        List<List<String>> texts = new ArrayList<>();
        for (String column : scored.columns()) texts.add(scored.texts(column));

        List<List<String>> lines = new ArrayList<>();
        BitSet others = new BitSet();
        Map<String, List<Score>> byCase = new HashMap<>();
        List<JsonObject> records = new ArrayList<>();
        int at = 0;
        for (BatchCase one : list.cases()) {
            CaseRow row = rows.get(one.id());
            byCase.put(one.id(), scores.subList(at, at + row.parts().size()));
            if (!row.isMeasured()) {
                List<String> nothing = Collections.nCopies(texts.size(), "");
                lines.add(line(batch, one, row, nothing, List.of()));
            }
            for (CaseRow.Part part : row.parts()) {
                int r = at++;
                others.set(lines.size(), !part.isHaematoma());
                List<String> cells = texts.stream().map(column -> column.get(r)).toList();
                lines.add(line(batch, one, row, cells, part.growth()));
                String notes = scored.texts(FeatureTable.NOTES).get(r);
                records.add(record(
                        row, part, scores.get(r), reference.or(batch.protocol().signature()::own), notes));
            }
        }
        BatchSummary summary = BatchSummary.of(
                list.cases().stream().map(one -> rows.get(one.id())),
                scores.stream().map(Score::reference).findFirst().orElse(Score.NO_REFERENCE));
        FeatureTable table = ScoreColumns.of(list).addTo(FeatureTable.of(columns(batch), lines), others);
        return new BatchTable(with(Beside.of(list), table, list, rows), records, summary, reference, byCase);
    }

    private static FeatureTable features(Batch batch, List<CaseRow.Part> parts) {
        return FeatureTable.of(
                Measurement.columns(batch.protocol().features()),
                parts.stream().map(CaseRow.Part::cells).toList());
    }

    private static JsonObject record(
            CaseRow row, CaseRow.Part part, Score score, Optional<Reference> reference, String notes) {
        JsonObject record = Provenance.rescored(part.record(), score, reference, List.of(notes));
        record.addProperty(STATUS, row.status().text());
        record.addProperty(REASON, row.reason());
        return record;
    }

    /** @param measured cells of all measured columns, the case's own as well */
    private static List<String> line(
            Batch batch, BatchCase one, CaseRow row, List<String> measured, List<String> growth) {
        List<String> line = new ArrayList<>(List.of(row.id(), row.status().text(), row.reason()));
        line.addAll(one.kept());
        line.addAll(measured.subList(1, measured.size()));
        if (batch.cases().hasFollowup())
            line.addAll(growth.isEmpty() ? Collections.nCopies(GrowthColumns.NAMES.size(), "") : growth);
        return line;
    }

    /** The table with the volumes of what lies beside the haematoma, the same in all rows of a case. */
    private static FeatureTable with(
            List<Beside> besides, FeatureTable table, CaseList list, Map<String, CaseRow> rows) {
        FeatureTable result = table;
        for (Beside beside : besides) {
            List<String> cells = new ArrayList<>();
            for (BatchCase one : list.cases()) {
                CaseRow row = rows.get(one.id());
                String cell = row.besides().isEmpty() ? "" : row.besides().get(beside.ordinal());
                cells.addAll(Collections.nCopies(Math.max(1, row.parts().size()), cell));
            }
            result = result.with(beside.title(), cells);
        }
        return result;
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
                && batch.protocol().signature().own().isEmpty();
        return own
                ? Optional.of(Reference.ownCohort(
                                features, FeatureColumns.of(features, List.of()).features())
                        .holding(batch.protocol().signature(), features))
                : batch.protocol().reference();
    }

    /** What the list says of the case of each measured part. */
    private static FeatureTable patients(CaseList list, Map<String, CaseRow> rows) {
        return FeatureTable.of(
                        list.columns(),
                        list.cases().stream()
                                .flatMap(one ->
                                        Collections.nCopies(
                                                rows.get(one.id()).parts().size(), one.kept())
                                                .stream())
                                .toList())
                .called(list.title());
    }

    private static List<Score> scores(
            Batch batch, Optional<Reference> reference, FeatureTable features, FeatureTable patients)
            throws InvalidInputException {
        if (features.size() == 0) return List.of();
        try {
            return Score.ofEach(
                    batch.protocol().signature(),
                    reference,
                    features,
                    patients,
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
