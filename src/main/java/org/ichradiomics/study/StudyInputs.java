package org.ichradiomics.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.ichradiomics.measure.LabelRows;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.OneBelowTheOther;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Sha256;
import org.ichradiomics.text.TableFile;

/**
 * The tables of a study, each with a row for every case.
 *
 * @param clinical outcome, split, volumes, clinical variables
 * @param features may be the same table; empty for a study without features
 * @param secondReader the same features of some cases, measured by another reader
 * @param folds the columns {@code id} and {@code fold} of the training cases
 * @param tests cases of elsewhere on which the signature is tested
 * @param perturbed features of perturbed cases, as {@code robustness} writes them
 * @param hashes file → SHA-256 of what was read from it
 */
public record StudyInputs(
        FeatureTable clinical,
        Optional<FeatureTable> features,
        Optional<FeatureTable> secondReader,
        Optional<FeatureTable> folds,
        List<Test> tests,
        Optional<FeatureTable> perturbed,
        Map<String, String> hashes) {

    /**
     * A test by tables of its own.
     *
     * @param name in tables, figures and names of files
     * @param features may be the same table; empty for a study without features
     */
    public record Test(String name, FeatureTable clinical, Optional<FeatureTable> features) {}

    public StudyInputs {
        tests = List.copyOf(tests);
        hashes = Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
    }

    /** Tables that were not read from files; each is known by its title and the text it would have as a file. */
    public StudyInputs(
            FeatureTable clinical,
            Optional<FeatureTable> features,
            Optional<FeatureTable> secondReader,
            Optional<FeatureTable> folds) {
        this(
                clinical,
                features,
                secondReader,
                folds,
                List.of(),
                Optional.empty(),
                hashes(Stream.concat(
                        Stream.of(clinical),
                        Stream.of(features, secondReader, folds).flatMap(Optional::stream))));
    }

    /**
     * The same tables, in which of several rows for a case those of one label are left.
     *
     * @param notes gets what the user should know of the rows
     * @throws InvalidInputException if it is not clear which rows are meant
     */
    StudyInputs ofLabel(StudyPlan.Columns columns, Consumer<String> notes) throws InvalidInputException {
        List<Test> chosen = new ArrayList<>();
        for (Test test : tests)
            chosen.add(new Test(
                    test.name, ofLabel(test.clinical, columns, notes), ofLabel(test.features, columns, notes)));
        return new StudyInputs(
                ofLabel(clinical, columns, notes),
                ofLabel(features, columns, notes),
                ofLabel(secondReader, columns, notes),
                folds,
                chosen,
                perturbed,
                hashes);
    }

    private static Optional<FeatureTable> ofLabel(
            Optional<FeatureTable> table, StudyPlan.Columns columns, Consumer<String> notes)
            throws InvalidInputException {
        return table.isEmpty() ? table : Optional.of(ofLabel(table.get(), columns, notes));
    }

    private static FeatureTable ofLabel(FeatureTable table, StudyPlan.Columns columns, Consumer<String> notes)
            throws InvalidInputException {
        LabelRows rows = LabelRows.of(
                table, columns.id(), columns.label().orElse(LabelRows.USUAL), FileKey.ofStudy("columns.label"));
        rows.notes().forEach(notes);
        return rows.table();
    }

    /** The same tables, in which some more words stand for no value; they are read from the same files. */
    StudyInputs withMissing(List<String> codes) {
        UnaryOperator<FeatureTable> read = table -> table.withMissing(codes);
        return new StudyInputs(
                read.apply(clinical),
                features.map(read),
                secondReader.map(read),
                folds.map(read),
                tests.stream()
                        .map(test -> new Test(test.name, read.apply(test.clinical), test.features.map(read)))
                        .toList(),
                perturbed,
                hashes);
    }

    /**
     * The same with a table of perturbed cases.
     *
     * @param file its path
     * @throws InvalidInputException if it cannot be read
     */
    StudyInputs withPerturbed(String file, Reader reader) throws InvalidInputException {
        String text = reader.read(file);
        Map<String, String> all = new LinkedHashMap<>(hashes);
        all.put(file, Sha256.of(text));
        return new StudyInputs(
                clinical, features, secondReader, folds, tests, Optional.of(Files.table(file, text)), all);
    }

    /**
     * The same with the tests' rows behind those of the study's own tables.
     *
     * @param id column of the cases' names, where the plan says it
     * @throws InvalidInputException if a case is there twice in one of them, or has no name
     */
    StudyInputs together(Optional<String> id) throws InvalidInputException {
        FeatureTable cases = clinical;
        Optional<FeatureTable> measured = features;
        for (Test test : tests) {
            cases = joined(cases, test.clinical, id);
            FeatureTable theirs = test.features.orElse(test.clinical);
            if (measured.isPresent()) measured = Optional.of(joined(measured.get(), theirs, id));
        }
        return new StudyInputs(cases, measured, secondReader, folds, tests, perturbed, hashes);
    }

    /** Whatever the other table calls the column of the cases' names; words for no value come later. */
    private static FeatureTable joined(FeatureTable table, FeatureTable other, Optional<String> id)
            throws InvalidInputException {
        List<String> names = List.copyOf(CaseIds.ofAny(other, id).rows().keySet());
        return OneBelowTheOther.of(table, other.with(CaseIds.ofAny(table, id).column(), names));
    }

    private static Map<String, String> hashes(Stream<FeatureTable> tables) {
        Map<String, String> hashes = new LinkedHashMap<>();
        tables.forEach(table -> hashes.computeIfAbsent(table.title(), title -> Sha256.of(FeatureTableCsv.text(table))));
        return hashes;
    }

    /** How the text of a file is had: from the disk, from the jar, or of a table that is open. */
    @FunctionalInterface
    public interface Reader {

        /** @throws InvalidInputException if there is no such file, or it cannot be read */
        String read(String file) throws InvalidInputException;

        /** Files by their paths relative to a folder. */
        static Reader in(Path folder) {
            return name -> {
                try {
                    return TableFile.read(folder.resolve(name));
                } catch (InvalidPathException e) {
                    PathName.requireKnown(name);
                    throw new InvalidInputException(
                            "There is no file \"" + name + "\": check the inputs of the study.", e);
                }
            };
        }
    }

    /**
     * Where the tables of a test lie.
     *
     * @param name of the test
     */
    public record TestFiles(String name, String clinical, Optional<String> features) {

        /** @throws IllegalArgumentException if the name is blank */
        public TestFiles {
            if (name.isBlank()) throw new IllegalArgumentException("a test in inputs.tests needs a name");
        }
    }

    /**
     * Where they lie.
     *
     * @param clinical path relative to the study file, or whatever its {@link Reader} knows it by
     * @param features empty where the study has none, or the clinical table holds them
     * @param tests on cases of elsewhere
     */
    public record Files(
            String clinical,
            Optional<String> features,
            Optional<String> secondReader,
            Optional<String> folds,
            @Key(late = true) List<TestFiles> tests) {

        /** Without tests by tables of their own. */
        public Files(
                String clinical, Optional<String> features, Optional<String> secondReader, Optional<String> folds) {
            this(clinical, features, secondReader, folds, List.of());
        }

        /** All of them, each once. */
        public List<String> all() {
            return Stream.of(
                            Stream.of(clinical),
                            Stream.of(features, secondReader, folds).flatMap(Optional::stream),
                            tests.stream()
                                    .flatMap(test -> Stream.concat(Stream.of(test.clinical), test.features.stream())))
                    .flatMap(names -> names)
                    .distinct()
                    .toList();
        }

        /** @throws InvalidInputException if a table is missing or cannot be read */
        public StudyInputs read(Reader reader) throws InvalidInputException {
            Map<String, FeatureTable> tables = new LinkedHashMap<>();
            Map<String, String> hashes = new LinkedHashMap<>();
            for (String file : all()) {
                String text = reader.read(file);
                hashes.put(file, Sha256.of(text));
                tables.put(file, table(file, text));
            }
            return new StudyInputs(
                    tables.get(clinical),
                    features.map(tables::get),
                    secondReader.map(tables::get),
                    folds.map(tables::get),
                    tests.stream()
                            .map(test -> new Test(test.name, tables.get(test.clinical), test.features.map(tables::get)))
                            .toList(),
                    Optional.empty(),
                    hashes);
        }

        private static FeatureTable table(String file, String text) throws InvalidInputException {
            int folder = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
            return FeatureTableCsv.parse(text, file.substring(folder + 1));
        }
    }
}
