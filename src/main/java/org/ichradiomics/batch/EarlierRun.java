package org.ichradiomics.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;

import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.TableFile;
import org.ichradiomics.text.Version;
import org.ichradiomics.text.WholeFile;
import org.ichradiomics.text.Worded;

/**
 * What an earlier run left under the name of a table, for a run that is to begin: the same one finished is the answer
 * already, any other is not lost.
 *
 * @param csv the table
 */
record EarlierRun(Path csv) {

    static final Setting RESUME = Setting.of("resume", "yes");
    static final Setting RECOMPUTE = Setting.of("resume", "recompute");

    /** What a user can do about a run that is there. */
    private static final Worded REMEDIES = Sentence.of(
            "give ",
            RESUME,
            " to keep its cases and go on, ",
            RECOMPUTE,
            " to measure again what has changed, ",
            Replacing.OVERWRITE,
            " to begin anew, or choose another table");

    /** The same where its cases cannot be kept. */
    private static final Worded REMEDIES_OF_OTHERS = Sentence.of(
            "give ",
            RECOMPUTE,
            " to measure all cases again, ",
            Replacing.OVERWRITE,
            " to begin anew, or choose another table");

    /**
     * What came of the run if it is finished and is this one: of the same list, settings and inputs.
     *
     * @return empty if the run may begin
     * @throws InvalidInputException if something else is there that may not be replaced
     */
    Optional<BatchSummary> finished(CaseRun run, Replacing replacing) throws InvalidInputException {
        refuseForeign();
        if (replacing.isWanted()) return Optional.empty();
        if (!Journal.exists(journal())) {
            if (isThere(csv)) {
                replacing.allow(
                        "There is a file " + WholeFile.name(csv) + " without a " + WholeFile.name(journal())
                                + ", which a batch writes beside it",
                        Sentence.of("choose another table, or give ", Replacing.OVERWRITE, " to replace it"));
            }
            return Optional.empty();
        }
        try (Journal journal = Journal.open(journal(), new JsonObject(), false)) {
            Optional<String> other = journal.madeByOther(Version.NAME);
            if (other.isPresent()) {
                replacing.allow(other.get(), REMEDIES_OF_OTHERS);
                return Optional.empty();
            }
            Optional<String> difference = isThere(csv)
                    ? difference(run, journal)
                    : Optional.of(WholeFile.name(journal()) + " holds an unfinished run with "
                            + counted(journal.rows().size()));
            if (difference.isEmpty())
                return Optional.of(run.tabling().of(journal.rows()).summary());
            replacing.allow(difference.get(), REMEDIES);
            return Optional.empty();
        }
    }

    /** In what the run that is there is not this one, as the beginning of a sentence; empty if in nothing. */
    private Optional<String> difference(CaseRun run, Journal journal) throws InvalidInputException {
        Optional<String> setting = run.difference(journal);
        if (setting.isPresent()) return setting;
        Map<String, CaseRow> rows = journal.rows();
        List<String> missing = run.cases().cases().stream()
                .map(BatchCase::id)
                .filter(id -> !rows.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(WholeFile.name(journal()) + " holds a run of " + counted(rows.size()) + ", "
                    + missing.get(0) + " not among them");
        }
        Map<String, String> inputs = run.crew().inputs(run.cases().cases());
        List<String> changed = run.cases().cases().stream()
                .filter(one -> !rows.get(one.id()).inputs().equals(inputs.get(one.id())))
                .map(BatchCase::id)
                .toList();
        if (!changed.isEmpty()) {
            return Optional.of(ofChanged(changed) + " since " + WholeFile.name(csv) + " was written");
        }
        return isSame(FeatureTableCsv.text(run.tabling().of(rows).table()))
                ? Optional.empty()
                : Optional.of(WholeFile.name(csv)
                        + " was changed since its run, or is one of another list, signature or reference");
    }

    /** That files of cases have changed, as the beginning of a sentence. */
    static String ofChanged(List<String> ids) {
        return "The files of "
                + (ids.size() == 1
                        ? "case " + ids.get(0) + " have"
                        : ids.size() + " cases, the first " + ids.get(0) + ", have")
                + " changed";
    }

    private boolean isSame(String text) throws InvalidInputException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TableFile.content(csv, text).writeTo(bytes);
            return Arrays.equals(Files.readAllBytes(csv), bytes.toByteArray());
        } catch (IOException e) {
            throw new InvalidInputException(WholeFile.name(csv) + " cannot be read: check its permissions.", e);
        }
    }

    /** Files of others that happen to bear the names of those beside the table are never written over. */
    private void refuseForeign() throws InvalidInputException {
        for (Path file : List.of(journal(), BatchFiles.log(csv))) {
            boolean isOurs = file.equals(journal()) ? Journal.isOne(file) : BatchLog.isOne(file);
            if (isThere(file) && !isOurs) {
                throw new InvalidInputException(
                        "The file " + WholeFile.name(file) + " beside the table is not one of this software: "
                                + "move it away, or choose another name for the table.");
            }
        }
    }

    private static boolean isThere(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static String counted(int cases) {
        return English.counted(cases, "case");
    }

    private Path journal() {
        return BatchFiles.journal(csv);
    }
}
