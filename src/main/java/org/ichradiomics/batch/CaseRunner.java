package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Worded;
import org.ichradiomics.text.Words;

/** Measures cases, each by itself; whatever is wrong with one becomes its row. Safe for use by many threads. */
final class CaseRunner {

    static final Sentence MEMORY = Sentence.of(
            "There is not enough memory for this case: ",
            Sentence.anyOf(Mend.MEMORY, Sentence.of("use fewer threads (", Setting.of("threads", 1), ")")),
            ".");

    /** How often a case is measured whose files change meanwhile. */
    private static final int ATTEMPTS = 3;

    /** What is made of the open files of a case. */
    @FunctionalInterface
    interface Measuring {

        /** @throws InvalidInputException if it cannot be measured */
        CaseRow of(CaseRunner runner, BatchCase one, String inputs, OpenFiles files) throws InvalidInputException;
    }

    private final CaseFiles caseFiles;
    private final Measuring measuring;
    private final Protocol protocol;
    private final GivenSpacing spacing;
    private final LesionRule rule;
    private final Words words;
    private volatile boolean isCanceled;

    CaseRunner(Protocol protocol, GivenSpacing spacing, LesionRule rule, CaseFiles caseFiles, Words words) {
        this(protocol, spacing, rule, caseFiles, words, CaseRunner::measured);
    }

    CaseRunner(
            Protocol protocol,
            GivenSpacing spacing,
            LesionRule rule,
            CaseFiles caseFiles,
            Words words,
            Measuring measuring) {
        this.caseFiles = caseFiles;
        this.measuring = measuring;
        this.protocol = protocol;
        this.spacing = spacing;
        this.rule = rule;
        this.words = words;
    }

    /** Ends what is running, soon, and refuses what is not. */
    void cancel() {
        isCanceled = true;
    }

    /** @throws CancellationException after {@link #cancel} */
    CaseRow run(BatchCase one) {
        CaseRow row = ofSameBytes(one, (inputs, files) -> row(one, inputs, files));
        // Under a thread that is interrupted its files are closed: nothing is wrong with them.
        if (!row.status().isFinished()) endIfCanceled();
        return row;
    }

    /**
     * Measures a case. Its files are hashed and read while they are open, and looked at again when they were read: what
     * lies between was made of these bytes. Files that are others by then are measured again.
     *
     * @param measured what is made of the open files, given their hash
     */
    static CaseRow ofSameBytes(BatchCase one, BiFunction<String, OpenFiles, CaseRow> measured) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (OpenFiles files = new OpenFiles()) {
                InputHash inputs = new InputHash(one, files);
                CaseRow row = measured.apply(inputs.text(), files);
                if (inputs.isStillTrue()) return row;
            }
        }
        return CaseRow.failed(
                one.id(),
                InputHash.of(one),
                "Its files changed again and again while they were read: "
                        + "wait until they are all copied, and resume.");
    }

    private CaseRow row(BatchCase one, String inputs, OpenFiles files) {
        endIfCanceled();
        try {
            if (one.problem().isPresent()) throw one.problem().get();
            return measuring.of(this, one, inputs, files);
        } catch (InvalidInputException e) {
            // Here the other threads are the first who could leave more of it.
            Worded reason = e.getCause() instanceof OutOfMemoryError ? MEMORY : e;
            return CaseRow.failed(one.id(), inputs, reason.in(words));
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return CaseRow.failed(one.id(), inputs, MEMORY.in(words));
        } catch (RuntimeException | StackOverflowError e) {
            // One case that nobody has foreseen must not cost the others; its message might quote a header.
            return CaseRow.failed(
                    one.id(),
                    inputs,
                    "It ended in an unforeseen " + e.getClass().getSimpleName()
                            + ": extract this case by itself, and report it.");
        }
    }

    private CaseRow measured(BatchCase one, String inputs, OpenFiles files) throws InvalidInputException {
        Excerpt baseline = found(one, ListColumn.IMAGE, ListColumn.MASK, protocol::margin, files);
        Scan scan = baseline.scan();
        Marked marked = baseline.marked();
        List<CaseRow.Part> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<Long, Lesion> lesion : marked.lesions().entrySet()) {
            Measurement row = protocol.measure(
                            scan.name(), scan, scan.spacing(), rule.piece(lesion.getValue()), progress())
                    .named(one.id());
            JsonObject record = Provenance.entry(protocol, scan, scan.spacing(), row);
            record.addProperty("inputs_sha256", inputs);
            boolean isHaematoma = marked.haematoma().equals(OptionalLong.of(lesion.getKey()));
            parts.add(new CaseRow.Part(isHaematoma, cells(row), List.of(), record));
            // What a haematoma looks like says nothing of oedema; the row of that says it in its notes.
            if (isHaematoma || marked.haematoma().isEmpty())
                reasons.addAll(row.glance().reasons());
        }
        String reason = reasons.stream().distinct().collect(Collectors.joining(" "));
        List<String> besides = Beside.cells(one, marked, scan.spacing());
        CaseRow row = finished(one, inputs, reason, parts, besides);
        if (!one.hasFollowup()) return row;
        VoxelVolume before = volume(baseline);
        baseline = null; // The next scan needs its room.
        scan = null;
        marked = null;
        try {
            return grown(one, row, before, files);
        } catch (InvalidInputException e) {
            return new CaseRow(
                    one.id(), inputs, CaseRow.Status.INCOMPLETE, joined(e.in(words), reason), parts, besides);
        }
    }

    /** The same with what became of the haematoma. */
    private CaseRow grown(BatchCase one, CaseRow row, VoxelVolume before, OpenFiles files)
            throws InvalidInputException {
        Excerpt followup = found(one, ListColumn.FOLLOWUP, ListColumn.FOLLOWUP_MASK, spacing -> Margin.NONE, files);
        boolean isKnown = row.parts().get(row.main()).isHaematoma()
                && followup.marked().haematoma().isPresent();
        if (!isKnown)
            throw new InvalidInputException(
                    "Which of the labels is the haematoma that grew is not clear: name it so in "
                            + "the masks, or give its label.");
        List<CaseRow.Part> parts = new ArrayList<>(row.parts());
        List<String> growth = GrowthColumns.cells(Expansion.of(before, volume(followup)));
        parts.set(row.main(), parts.get(row.main()).grown(growth));
        String later = followup.lesion().glance(followup.scan(), followup.scan().spacing()).reasons().stream()
                .map(reason -> "Follow-up: " + reason)
                .collect(Collectors.joining(" "));
        return finished(one, row.inputs(), joined(row.reason(), later), parts, row.besides());
    }

    private static CaseRow finished(
            BatchCase one, String inputs, String reason, List<CaseRow.Part> parts, List<String> besides) {
        CaseRow.Status status = reason.isEmpty() ? CaseRow.Status.DONE : CaseRow.Status.CHECK;
        return new CaseRow(one.id(), inputs, status, reason, parts, besides);
    }

    private static String joined(String sentence, String more) {
        return (sentence + " " + more).strip();
    }

    /** Notes on the score come at the end, when all cases are there. */
    private static List<String> cells(Measurement row) throws InvalidInputException {
        FeatureTable table = Measurement.table(List.of(row))
                .with(FeatureTable.NOTES, List.of(String.join(" ", row.notesBeforeScore())));
        List<String> cells = new ArrayList<>();
        for (String column : table.columns()) cells.add(table.texts(column).get(0));
        return cells;
    }

    private static VoxelVolume volume(Excerpt found) throws InvalidInputException {
        return VoxelVolume.of(found.lesion().region(found.scan(), found.scan().spacing()));
    }

    /** The lesions of a case, with what of its scan lies round them. */
    Excerpt found(BatchCase one, ListColumn image, ListColumn mask, Function<Spacing, Margin> margin, OpenFiles files)
            throws InvalidInputException {
        Path imageFile = existing(one, image);
        Path maskFile = existing(one, mask);
        return caseFiles.excerpt(imageFile, spacing, margin, files, read -> {
            endIfCanceled();
            return rule.pieces(read.marked(maskFile, one.label(), Beside.words(one), rule, files));
        });
    }

    static Path existing(BatchCase one, ListColumn column) throws InvalidInputException {
        Path file = one.file(column)
                .orElseThrow(
                        () -> new InvalidInputException("There is no " + column.text() + ": name one for this case."));
        if (Files.exists(file)) return file;
        throw new InvalidInputException("There is no file " + file.getFileName() + ", the " + column.text()
                + " of this case" + NearFile.question(file) + ": check its name and folder.");
    }

    /** Ends a measurement that nobody wants any more. */
    Progress progress() {
        return (family, done) -> endIfCanceled();
    }

    private void endIfCanceled() {
        if (isCanceled || Thread.currentThread().isInterrupted()) throw new CancellationException();
    }
}
