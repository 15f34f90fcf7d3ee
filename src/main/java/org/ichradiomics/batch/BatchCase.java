package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;

/**
 * One case of a cohort, as its list names it; nothing is read yet.
 *
 * @param id unique in its list, not blank
 * @param files by the column that names them, those of {@link ListColumn#FILES} that the list says
 * @param label of the masks, or "any", or several by {@code ;}
 * @param besides labels of what is not the haematoma, by the columns of {@link Beside} that the list has; may be empty
 * @param kept cells of the list's other columns, which go into the table as they are
 * @param problem why its files cannot be named here; empty if they can
 */
record BatchCase(
        String id,
        Map<ListColumn, Path> files,
        String label,
        Map<ListColumn, String> besides,
        List<String> kept,
        Optional<InvalidInputException> problem) {

    BatchCase {
        files = Map.copyOf(files);
        besides = Map.copyOf(besides);
        kept = List.copyOf(kept);
    }

    BatchCase(String id, Map<ListColumn, Path> files, String label, List<String> kept) {
        this(id, files, label, Map.of(), kept, Optional.empty());
    }

    /** A case of which no file can be named. */
    static BatchCase unreadable(String id, String label, List<String> kept, InvalidInputException problem) {
        return new BatchCase(id, Map.of(), label, Map.of(), kept, Optional.of(problem));
    }

    /** Empty if the list does not say. */
    Optional<Path> file(ListColumn column) {
        return Optional.ofNullable(files.get(column));
    }

    Stream<Path> existing() {
        return ListColumn.FILES.stream().map(this::file).flatMap(Optional::stream);
    }

    BatchCase withLabel(String other) {
        return new BatchCase(id, files, other, besides, kept, problem);
    }

    boolean hasFollowup() {
        return files.containsKey(ListColumn.FOLLOWUP) || files.containsKey(ListColumn.FOLLOWUP_MASK);
    }
}
