package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFile;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.RecordForm;

/**
 * All that a reader has said of a case, but what is drawn: that is a label volume beside it. Immutable; the file is
 * {@code state.json}.
 *
 * @param scan its path from the folder of the file, with slashes; an absolute one only where there is no other; empty
 *     where the image was opened from no file
 * @param reader code of whoever reads; may be empty
 * @param stage how far the case is
 * @param reason why it is left out, or empty
 * @param slice the one that was looked at, from 1
 * @param emptySlices those that are meant to be empty, from 1
 * @param made how the outline was drawn, in words
 * @param signs sign → yes, no or unsure
 * @param patient item of a clinical score → what was entered
 */
public record CaseState(
        String scan,
        String reader,
        CaseStage stage,
        String reason,
        int slice,
        List<Integer> emptySlices,
        String made,
        @Key(cells = true) Map<String, String> signs,
        @Key(cells = true) Map<String, String> patient) {

    /** A case that nobody has looked at. */
    public static final CaseState NEW = new CaseState("", "", CaseStage.OPEN, "", 1, List.of(), "", Map.of(), Map.of());

    private static final RecordForm FORM = RecordForm.PLAIN
            .words(CaseStage.class, CaseStage::text)
            .with(
                    "empty_slices",
                    (json, key) ->
                            json.numbers(key).stream().map(Double::intValue).toList(),
                    (List<Integer> slices) -> slices);

    private static final JsonFile<CaseState> FILE = new JsonFile<>(
            "ICH Radiomics case", "state of a case", json -> FORM.read(json, NEW), state -> FORM.write(state, NEW));

    /** @throws IllegalArgumentException if a slice is below 1 */
    public CaseState {
        emptySlices = List.copyOf(emptySlices);
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        patient = Collections.unmodifiableMap(new LinkedHashMap<>(patient));
        if (slice < 1 || emptySlices.stream().anyMatch(z -> z < 1)) {
            throw new IllegalArgumentException("\"slice\" and \"empty_slices\" must be 1 or more");
        }
    }

    /**
     * The state of a case as it lies on disk.
     *
     * @return empty if there is none
     * @throws InvalidInputException if the file cannot be read
     */
    public static Optional<CaseState> read(CaseHome home) throws InvalidInputException {
        return Files.exists(home.state()) ? Optional.of(FILE.read(home.state())) : Optional.empty();
    }

    /** @throws InvalidInputException if the file cannot be written; the old one is then as it was */
    void write(Path file) throws InvalidInputException {
        FILE.write(this, file);
    }

    /**
     * The scan's file; empty where none is told.
     *
     * @throws InvalidInputException if it cannot be a path here
     */
    public Optional<Path> scanOf(CaseHome home) throws InvalidInputException {
        return scan.isEmpty() ? Optional.empty() : Optional.of(ListedPath.of(home.folder(), scan));
    }

    /** The same with another scan. */
    public CaseState withScan(Path file, CaseHome home) {
        return with("scan", relative(home.folder(), file));
    }

    /** A path that still holds when both folders are moved together; absolute on another disk. */
    private static String relative(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        return (from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to)
                .toString()
                .replace('\\', '/');
    }

    /** The same by another reader. */
    public CaseState withReader(String code) {
        return with("reader", code);
    }

    /** The same, so far. */
    public CaseState at(CaseStage other) {
        return with("stage", other);
    }

    /** The same case, left out. */
    public CaseState excluded(String why) {
        return at(CaseStage.EXCLUDED).with("reason", why);
    }

    /** The same, looked at elsewhere. */
    public CaseState onSlice(int number) {
        return with("slice", number);
    }

    /** The same with other slices that are meant to be empty. */
    public CaseState withEmptySlices(List<Integer> numbers) {
        return with("empty_slices", numbers);
    }

    /** The same with an outline that was drawn in another way. */
    public CaseState withMade(String how) {
        return with("made", how);
    }

    /** The same with another answer; an empty one takes it back. */
    public CaseState withSign(String sign, String answer) {
        return with("signs", and(signs, sign, answer));
    }

    /** The same with another entry; an empty one takes it back. */
    public CaseState withPatient(String item, String entry) {
        return with("patient", and(patient, item, entry));
    }

    private static Map<String, String> and(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(map);
        if (value.isBlank()) changed.remove(key);
        else changed.put(key, value.strip());
        return changed;
    }

    private CaseState with(String key, Object value) {
        return RecordForm.with(this, Map.of(key, value));
    }
}
