package org.ichradiomics.study.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Leftover;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Version;

/**
 * The folder that a study leaves: report, tables, figures, signature, numbers for other programs, and the plan with all
 * its defaults. It is there as a whole or not at all.
 */
public final class StudyFolder {

    /** The page with everything, in the folder. */
    public static final String REPORT = "report.html";

    /** The plan with every default. */
    static final String PLAN = "study.json";

    /** Lists every file of the folder, so that a later study replaces these and nothing else. */
    static final String PROVENANCE = "provenance.json";

    private StudyFolder() {}

    /**
     * Runs a study and writes its folder.
     *
     * @param out made, or filled if it is empty; that of an earlier study is left as it is where this one gives the
     *     same bytes, and replaced as a whole only if it may be
     * @param replacing whether it may
     * @param threads for the cross-validation; no file depends on it
     * @throws InvalidInputException if the study cannot be run, or the folder cannot be written; an older one is then
     *     as it was
     * @throws CancellationException if the progress says so
     */
    public static Made run(StudyFile file, Path out, Replacing replacing, int threads, Progress progress)
            throws InvalidInputException {
        Replacing then = before(file, out, replacing);
        StudyResult result = Study.run(file.plan(), file.inputs(), threads, progress.between(0, 0.9));
        progress.at("writing", 0.9);
        StudyPaper paper = StudyPaper.of(result);
        boolean isChanged = write(paper, file, out, then);
        progress.at("done", 1);
        return new Made(paper, isChanged);
    }

    /**
     * What came of a study.
     *
     * @param isChanged whether anything was written, and not the same bytes there already
     */
    public record Made(StudyPaper paper, boolean isChanged) {

        /** What the study found. */
        public StudyResult result() {
            return paper.result();
        }
    }

    /**
     * Refuses what could not be written, before anything is computed.
     *
     * @return how to treat an earlier study when this one is computed
     * @throws InvalidInputException as of {@link #check}, or if an earlier study is there, is certainly another, and
     *     may not be replaced
     */
    public static Replacing before(StudyFile file, Path out, Replacing replacing) throws InvalidInputException {
        check(out);
        return new EarlierStudy(real(out)).before(file, replacing);
    }

    /** @throws InvalidInputException if something else than a study is there, or the folder above does not exist */
    public static void check(Path out) throws InvalidInputException {
        Path target = real(out);
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new InvalidInputException(
                    "The folder for the study, " + out + ", cannot be made: the folder above it does not exist.");
        }
        if (!Files.exists(target)) return;
        if (!Files.isDirectory(target))
            throw new InvalidInputException(out + " is a file: choose a folder for the study.");
        Optional<Path> other;
        try (Stream<Path> walk = Files.walk(target)) {
            Set<String> ours = new EarlierStudy(target).files();
            other = walk.filter(Files::isRegularFile)
                    .map(target::relativize)
                    .filter(path -> !ours.contains(path.toString().replace('\\', '/'))
                            && !Leftover.isOne(path.getFileName().toString()))
                    .min(Comparator.naturalOrder());
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException("The folder " + out + " cannot be read: check its permissions.", e);
        }
        if (other.isPresent()) {
            throw new InvalidInputException("The folder " + out + " holds " + other.get() + ", which is not of a study "
                    + "and would be lost: choose an empty or a new folder for the study.");
        }
    }

    /** @throws InvalidInputException if what a study reads lies in the folder that it replaces */
    public static void refuseInput(Path input, Path out) throws InvalidInputException {
        if (Files.isRegularFile(out) || !real(input).startsWith(real(out))) return;
        throw new InvalidInputException(input.getFileName() + " lies in the folder " + out
                + ", which the study would replace: choose another folder for it.");
    }

    /** Where a path leads, links followed as far as it exists: a folder has many names. */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath();
        try {
            return whole.toRealPath();
        } catch (IOException e) {
            // Not there yet, or not to be read: its name in the folder above it.
            Path plain = whole.normalize();
            return plain.getParent() == null ? plain : real(plain.getParent()).resolve(plain.getFileName());
        }
    }

    /**
     * @param study path of the study file
     * @throws InvalidInputException if it, one of its tables, or its signature lies in the folder that it replaces
     */
    public static void refuseInputs(Path study, StudyFile file, Path out) throws InvalidInputException {
        refuseInput(study, out);
        List<String> tables = Stream.concat(
                        file.files().all().stream(), file.plan().agreement().perturbation().stream())
                .toList();
        for (String table : tables) {
            Optional<Path> path = path(table).map(study.toAbsolutePath()::resolveSibling);
            if (path.isPresent()) refuseInput(path.get(), out);
        }
        List<Path> signatures = Stream.concat(file.plan().given().stream(), file.plan().compared().stream())
                .flatMap(name -> path(name).stream())
                .filter(Files::isRegularFile)
                .toList();
        for (Path signature : signatures) refuseInput(signature, out);
    }

    /** Nothing where it is no path at all, but a name; what is wrong with it is told where the input is read. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the folder of a study that was run.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException as of {@link #check}, or if it cannot be written; an older one is then as it was
     */
    public static boolean write(StudyResult result, StudyFile file, Path out, Replacing replacing)
            throws InvalidInputException {
        return write(StudyPaper.of(result), file, out, replacing);
    }

    private static boolean write(StudyPaper paper, StudyFile file, Path out, Replacing replacing)
            throws InvalidInputException {
        check(out);
        Map<String, byte[]> files = files(paper, file);
        Path target = real(out);
        EarlierStudy earlier = new EarlierStudy(target);
        Path made = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        Path old = made.resolveSibling(made.getFileName() + ".old");
        try {
            if (earlier.holds(files)) return false;
            earlier.allow(replacing);
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                Path path = made.resolve(one.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, one.getValue());
            }
            if (Files.exists(target)) Files.move(target, old);
            move(made, target);
            return true;
        } catch (IOException e) {
            restore(old, target);
            throw new InvalidInputException(
                    "The folder " + out + " cannot be written: the disk may be full, it may be write-protected, or a "
                            + "file in it is open in another program.",
                    e);
        } finally {
            delete(made);
            if (Files.exists(target)) delete(old);
        }
    }

    private static Map<String, byte[]> files(StudyPaper paper, StudyFile file) {
        StudyResult result = paper.result();
        Map<String, byte[]> files = new LinkedHashMap<>();
        Set<String> warnings = new LinkedHashSet<>();
        for (TextTable table : paper.tables()) {
            files.put("tables/" + table.key() + ".csv", bytes(table.csv()));
            files.put("tables/" + table.key() + ".html", bytes(table.page()));
        }
        for (StudyFigures.Named figure : paper.figures()) {
            files.put("figures/" + figure.key() + ".svg", bytes(figure.figure().svg()));
            try {
                files.put("figures/" + figure.key() + ".png", figure.figure().png());
            } catch (InvalidInputException e) {
                warnings.add(e.getMessage());
            }
        }
        result.signature()
                .filter(signature -> result.selection().isPresent())
                .ifPresent(signature -> files.put("signature.json", bytes(Signature.FILE.text(signature))));
        result.recalibrated()
                .forEach((part, signature) ->
                        files.put("signature_recalibrated_" + part + ".json", bytes(Signature.FILE.text(signature))));
        MachineFiles.of(result).forEach((name, text) -> files.put("machine/" + name, bytes(text)));
        List<String> notes =
                Stream.concat(result.notes().stream(), warnings.stream()).toList();
        files.put(REPORT, bytes(Report.of(paper, file, notes)));
        files.put(PLAN, bytes(file.text()));
        files.put(PROVENANCE, bytes(provenance(result, notes, files.keySet())));
        return files;
    }

    private static String provenance(StudyResult result, List<String> notes, Set<String> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("software", Version.NAME);
        json.put("study", result.plan().name());
        json.put("seed", result.plan().seed());
        json.put("inputs_sha256", result.inputs().hashes());
        result.selection().ifPresent(s -> json.put("folds_sha256", s.folds().hash()));
        json.put("notes", notes);
        json.put("concerns", result.concerns());
        json.put(
                "files",
                Stream.concat(files.stream(), Stream.of(PROVENANCE)).sorted().toList());
        return Json.text(json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void restore(Path old, Path target) {
        try {
            if (Files.exists(old) && !Files.exists(target)) Files.move(old, target);
        } catch (IOException e) {
            // The old folder stays beside, complete, under its temporary name.
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            // Hidden temporary files stay behind; the answer to the caller is decided already.
        }
    }
}
