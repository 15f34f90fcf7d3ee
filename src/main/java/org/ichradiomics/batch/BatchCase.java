package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case of a cohort, as its list names it; nothing is read yet.
 *
 * @param id           unique in its list, not blank
 * @param image        the head CT; empty if the list does not say
 * @param mask         the haematoma; empty if the list does not say
 * @param label        of the mask, or "any"
 * @param followup     a later scan of the same patient
 * @param followupMask the haematoma on it
 * @param kept         cells of the list's other columns, which go into the table as they are
 */
record BatchCase(String id, Optional<Path> image, Optional<Path> mask, String label, Optional<Path> followup, Optional<Path> followupMask,
                 List<String> kept) {

    BatchCase {
        kept = List.copyOf(kept);
    }

    /** The files that decide its numbers, in a fixed order; empty where there is none. */
    List<Optional<Path>> files() {
        return List.of(image, mask, followup, followupMask);
    }

    Stream<Path> existing() {
        return files().stream().flatMap(Optional::stream);
    }

    BatchCase withLabel(String other) {
        return new BatchCase(id, image, mask, other, followup, followupMask, kept);
    }

    boolean hasFollowup() {
        return followup.isPresent() || followupMask.isPresent();
    }
}
