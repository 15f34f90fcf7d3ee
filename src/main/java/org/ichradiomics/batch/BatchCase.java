package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;

/**
 * One case of a cohort, as its list names it; nothing is read yet.
 *
 * @param id unique in its list, not blank
 * @param image the head CT; empty if the list does not say
 * @param mask the haematoma; empty if the list does not say
 * @param label of the mask, or "any"
 * @param followup a later scan of the same patient
 * @param followupMask the haematoma on it
 * @param kept cells of the list's other columns, which go into the table as they are
 * @param problem why its files cannot be named here; empty if they can
 */
record BatchCase(
        String id,
        Optional<Path> image,
        Optional<Path> mask,
        String label,
        Optional<Path> followup,
        Optional<Path> followupMask,
        List<String> kept,
        Optional<InvalidInputException> problem) {

    BatchCase {
        kept = List.copyOf(kept);
    }

    BatchCase(
            String id,
            Optional<Path> image,
            Optional<Path> mask,
            String label,
            Optional<Path> followup,
            Optional<Path> followupMask,
            List<String> kept) {
        this(id, image, mask, label, followup, followupMask, kept, Optional.empty());
    }

    /** A case of which no file can be named. */
    static BatchCase unreadable(String id, String label, List<String> kept, InvalidInputException problem) {
        return new BatchCase(
                id,
                Optional.empty(),
                Optional.empty(),
                label,
                Optional.empty(),
                Optional.empty(),
                kept,
                Optional.of(problem));
    }

    /** The files that decide its numbers, in a fixed order; empty where there is none. */
    List<Optional<Path>> files() {
        return List.of(image, mask, followup, followupMask);
    }

    Stream<Path> existing() {
        return files().stream().flatMap(Optional::stream);
    }

    BatchCase withLabel(String other) {
        return new BatchCase(id, image, mask, other, followup, followupMask, kept, problem);
    }

    boolean hasFollowup() {
        return followup.isPresent() || followupMask.isPresent();
    }
}
