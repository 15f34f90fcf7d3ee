package org.ichradiomics.batch;

import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ichradiomics.text.CaseStatus;

/**
 * What became of one case.
 *
 * @param id the case
 * @param inputs {@link InputHash} of what it was made of
 * @param status how far it came
 * @param reason why not further, or why it is to be checked, in sentences; empty if it is done
 * @param cells of the measured columns, with all digits; empty if nothing was measured
 * @param growth cells of the columns about the follow-up; empty if that was not measured
 * @param record how it was measured; null if nothing was
 */
record CaseRow(
        String id,
        String inputs,
        Status status,
        String reason,
        List<String> cells,
        List<String> growth,
        JsonObject record) {

    /** How far a case came. */
    enum Status {
        /** All that was asked for is there. */
        DONE("done"),
        /** All is there, but a reader would see at a glance that something is wrong with it. */
        CHECK(CaseStatus.CHECK),
        /** The baseline is measured, but not the follow-up. */
        INCOMPLETE("incomplete"),
        /** Nothing is measured. */
        FAILED("failed");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** As in the column "status". */
        String text() {
            return text;
        }

        /** Whether there is nothing to be tried again. */
        boolean isFinished() {
            return this == DONE || this == CHECK;
        }
    }

    static final Gson TEXTS = new Gson();

    CaseRow {
        cells = List.copyOf(cells);
        growth = List.copyOf(growth);
    }

    /** A case of which nothing was measured. */
    static CaseRow failed(String id, String inputs, String reason) {
        return new CaseRow(id, inputs, Status.FAILED, reason, List.of(), List.of(), null);
    }

    boolean isMeasured() {
        return !cells.isEmpty();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("case", id);
        json.addProperty("inputs", inputs);
        json.addProperty("status", status.name());
        json.addProperty("reason", reason);
        json.add("cells", TEXTS.toJsonTree(cells));
        json.add("growth", TEXTS.toJsonTree(growth));
        if (record != null) json.add("record", record);
        return json;
    }

    /** @throws RuntimeException if the object is not one of {@link #json} */
    static CaseRow of(JsonObject json) {
        return new CaseRow(
                json.get("case").getAsString(),
                json.get("inputs").getAsString(),
                Status.valueOf(json.get("status").getAsString()),
                json.get("reason").getAsString(),
                texts(json.getAsJsonArray("cells")),
                texts(json.getAsJsonArray("growth")),
                json.has("record") ? json.getAsJsonObject("record") : null);
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
