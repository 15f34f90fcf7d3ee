package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.ichradiomics.measure.Protocol;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Words;

/**
 * What one of the {@link Machines} does for a batch. It may be ended at any time and asked again, here or elsewhere: a
 * case that has a row is not measured again.
 *
 * @param protocol what is measured and how it is scored
 * @param spacing that was given for all scans
 * @param rule how lesions are made of masks
 * @param files reads those of a case
 * @param words of the front where reasons are read
 */
public record Errands(Protocol protocol, GivenSpacing spacing, LesionRule rule, CaseFiles files, Words words) {

    /** How often a case may end the program that measures it. */
    private static final int TRIES = 2;

    private static final String CASE = "case";
    private static final String LABEL = "label";
    private static final String BESIDES = "besides";
    private static final String NAMES = "names";
    private static final String FILES = "files";
    private static final String PROBLEM = "problem";

    private static final String ENDS_PROGRAMS = "The program that measured it was ended " + TRIES
            + " times: it needs more memory than an executor has, or its machines were lost; give more "
            + "(--executor-memory) and resume.";

    /**
     * Does a step to a case.
     *
     * @param rows where rows are written; empty if none are
     * @param one the case, as it was sent
     * @throws InvalidInputException if its row cannot be written; the sentence names no file
     */
    public String run(Machines.Step step, String rows, String one) throws InvalidInputException {
        JsonObject sent = JsonParser.parseString(one).getAsJsonObject();
        BatchCase which = received(sent);
        return switch (step) {
            case HEADERS -> CaseRow.TEXTS.toJson(CaseHeaders.of(which, rule.placement(), spacing, files, words));
            case INPUTS -> InputHash.of(which);
            case MEASURE -> measured(new RowFiles(PathName.of(rows)), which, names(sent));
        };
    }

    private String measured(RowFiles rows, BatchCase one, SortedMap<Long, String> names) throws InvalidInputException {
        try {
            Optional<String> there = rows.read(one.id());
            if (there.isPresent())
                return told(CaseRow.of(JsonParser.parseString(there.get()).getAsJsonObject()));
            CaseRow row = rows.begin(one.id()) < TRIES
                    ? new CaseRunner(protocol, spacing, rule.calling(names), files, words).run(one)
                    : CaseRow.failed(one.id(), InputHash.of(one), ENDS_PROGRAMS);
            rows.add(one.id(), row.json().toString());
            return told(row);
        } catch (IOException e) {
            // Not as the cause: it may name folders, and whoever runs this keeps it.
            throw new InvalidInputException("A row cannot be written ("
                    + e.getClass().getSimpleName() + "): the storage may be full or away; make room and resume.");
        }
    }

    private static String told(CaseRow row) {
        JsonObject told = new JsonObject();
        told.addProperty("status", row.status().text());
        told.addProperty("reason", row.reason());
        return told.toString();
    }

    /** The cases of a list as text. */
    static List<String> sent(CaseList list, List<BatchCase> cases, Words words) {
        return cases.stream().map(one -> sent(list, one, words).toString()).toList();
    }

    private static JsonObject sent(CaseList list, BatchCase one, Words words) {
        JsonObject sent = new JsonObject();
        sent.addProperty(CASE, one.id());
        sent.addProperty(LABEL, one.label());
        sent.add(BESIDES, CaseRow.TEXTS.toJsonTree(one.besides()));
        sent.add(NAMES, CaseRow.TEXTS.toJsonTree(list.labels()));
        JsonObject files = new JsonObject();
        one.files().forEach((column, file) -> files.addProperty(column.name(), text(file)));
        sent.add(FILES, files);
        one.problem().ifPresent(problem -> sent.addProperty(PROBLEM, problem.in(words)));
        return sent;
    }

    private static BatchCase received(JsonObject sent) throws InvalidInputException {
        String id = sent.get(CASE).getAsString();
        String label = sent.get(LABEL).getAsString();
        if (sent.has(PROBLEM)) {
            InvalidInputException problem =
                    new InvalidInputException(sent.get(PROBLEM).getAsString());
            return BatchCase.unreadable(id, label, List.of(), problem);
        }
        Map<ListColumn, String> besides = new EnumMap<>(ListColumn.class);
        sent.getAsJsonObject(BESIDES)
                .asMap()
                .forEach((column, word) -> besides.put(ListColumn.valueOf(column), word.getAsString()));
        Map<ListColumn, Path> files = new EnumMap<>(ListColumn.class);
        for (Map.Entry<String, JsonElement> file : sent.getAsJsonObject(FILES).entrySet())
            files.put(
                    ListColumn.valueOf(file.getKey()),
                    PathName.of(file.getValue().getAsString()));
        return new BatchCase(id, files, label, besides, List.of(), Optional.empty());
    }

    private static SortedMap<Long, String> names(JsonObject sent) {
        SortedMap<Long, String> names = new TreeMap<>();
        sent.getAsJsonObject(NAMES)
                .asMap()
                .forEach((number, name) -> names.put(Long.valueOf(number), name.getAsString()));
        return names;
    }

    /** A path that means the same on another machine. */
    static String text(Path path) {
        return path.toAbsolutePath().toString();
    }
}
