package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

/** What came of a batch: how many cases have which status, and against what the scores are read. */
public final class BatchSummary {

    /** The cases of each status, in the order of the list. */
    private final Map<CaseRow.Status, List<String>> ids;

    private final String reference;

    private BatchSummary(Map<CaseRow.Status, List<String>> ids, String reference) {
        this.ids = ids;
        this.reference = reference;
    }

    /** @param reference empty if nothing is scored */
    static BatchSummary of(Stream<CaseRow> rows, String reference) {
        Map<CaseRow.Status, List<String>> ids = new EnumMap<>(CaseRow.Status.class);
        Arrays.stream(CaseRow.Status.values()).forEach(status -> ids.put(status, new ArrayList<>()));
        rows.forEach(row -> ids.get(row.status()).add(row.id()));
        return new BatchSummary(ids, reference);
    }

    /** Whether no case is to be tried again; those to be checked are finished. */
    public boolean isAllDone() {
        return ids.keySet().stream()
                .allMatch(status -> status.isFinished() || ids.get(status).isEmpty());
    }

    /** {@code 37 done, 1 check (p07), 2 failed; R-score against "Own cohort"}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        ids.forEach((status, cases) -> {
            if (cases.isEmpty() && status != CaseRow.Status.DONE) return;
            parts.add(cases.size() + " " + status.text()
                    + (status == CaseRow.Status.CHECK ? " (" + String.join(", ", cases) + ")" : ""));
        });
        return String.join(", ", parts) + (reference.isEmpty() ? "" : "; R-score against \"" + reference + "\"");
    }

    /** For the record: status → how many, and which but those that are done. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        ids.forEach((status, cases) -> {
            JsonObject one = new JsonObject();
            one.addProperty("cases", cases.size());
            if (status != CaseRow.Status.DONE) one.add("ids", CaseRow.TEXTS.toJsonTree(cases));
            json.add(status.text(), one);
        });
        return json;
    }
}
