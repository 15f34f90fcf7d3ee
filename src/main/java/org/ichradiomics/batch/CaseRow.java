package org.ichradiomics.batch;

import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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
 * @param parts what was measured, a row of the table each; empty if nothing was
 * @param besides a cell for each {@link Beside}; empty if nothing was measured
 */
record CaseRow(String id, String inputs, Status status, String reason, List<Part> parts, List<String> besides) {

    /**
     * One lesion of the case.
     *
     * @param isHaematoma whether it is known to be that, as it is where it is the only one
     * @param cells of the measured columns, with all digits
     * @param growth cells of the columns about the follow-up; empty if that was not measured
     * @param record how it was measured
     */
    record Part(boolean isHaematoma, List<String> cells, List<String> growth, JsonObject record) {

        Part {
            cells = List.copyOf(cells);
            growth = List.copyOf(growth);
        }

        /** The same with a follow-up. */
        Part grown(List<String> cellsOfGrowth) {
            return new Part(isHaematoma, cells, cellsOfGrowth, record);
        }
    }

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

    /** Nulls too: a record keeps the place of what is known at the end only. */
    static final Gson TEXTS = new GsonBuilder().serializeNulls().create();

    CaseRow {
        parts = List.copyOf(parts);
        besides = List.copyOf(besides);
    }

    /** A case of which nothing was measured. */
    static CaseRow failed(String id, String inputs, String reason) {
        return new CaseRow(id, inputs, Status.FAILED, reason, List.of(), List.of());
    }

    boolean isMeasured() {
        return !parts.isEmpty();
    }

    /** The haematoma, or the first of several where that is not clear, by its place among the parts. */
    int main() {
        for (int i = 0; i < parts.size(); i++) if (parts.get(i).isHaematoma()) return i;
        return 0;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("case", id);
        json.addProperty("inputs", inputs);
        json.addProperty("status", status.name());
        json.addProperty("reason", reason);
        json.add("rows", TEXTS.toJsonTree(parts));
        json.add("besides", TEXTS.toJsonTree(besides));
        return json;
    }

    /** @throws RuntimeException if the object is not one of {@link #json} */
    static CaseRow of(JsonObject json) {
        return new CaseRow(
                json.get("case").getAsString(),
                json.get("inputs").getAsString(),
                Status.valueOf(json.get("status").getAsString()),
                json.get("reason").getAsString(),
                json.getAsJsonArray("rows").asList().stream()
                        .map(part -> TEXTS.fromJson(part, Part.class))
                        .toList(),
                json.getAsJsonArray("besides").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
    }
}
