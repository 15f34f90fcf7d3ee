package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Perturbation;
import org.ichradiomics.measure.Perturbed;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.measure.RandomFields;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Version;
import org.ichradiomics.text.WholeFile;
import org.ichradiomics.text.Words;

/**
 * A cohort measured under every {@link Perturbation}, as durable as a {@link Batch}: into {@code perturbed.csv}, a row
 * for each case and perturbation, with its record, log and journal beside it, and the perturbed masks if they are
 * wanted.
 *
 * @param cases the cohort
 * @param protocol what is measured; its score is not
 * @param spacing that was given for all scans
 * @param placement what is done with masks that do not lie on their scans
 * @param threads at least 1
 * @param writesMasks whether the masks are written, each as {@code CASE_PERTURBATION_mask.nii.gz}
 * @param files reads those of a case
 * @param words of the front where reasons are read
 */
public record PerturbedCases(
        CaseList cases,
        Protocol protocol,
        GivenSpacing spacing,
        Placement placement,
        int threads,
        boolean writesMasks,
        CaseFiles files,
        Words words) {

    /** The table, in the folder. */
    public static final String TABLE = "perturbed.csv";

    /**
     * Measures what is left to measure and writes the table, as {@link Batch#run}.
     *
     * @param folder made if it is not there
     * @param alsoWritten names of what is made of the table afterwards
     * @param replacing whether what is there may be thrown away
     * @throws InvalidInputException if the run cannot begin or go on; finished cases are in the journal
     * @throws java.util.concurrent.CancellationException if the listener wants the end; finished cases are in the
     *     journal
     */
    public BatchSummary run(
            Path folder, List<String> alsoWritten, Batch.Existing existing, Replacing replacing, BatchListener listener)
            throws InvalidInputException {
        Path csv = folder.resolve(TABLE);
        if (writesMasks) for (BatchCase one : cases.cases()) CaseHome.of(folder, one.id());
        refuseInputs(folder, alsoWritten);
        make(folder);
        if (!Journal.exists(BatchFiles.journal(csv))) refuseStrangers(folder, alsoWritten, replacing);
        CaseRunner runner = new CaseRunner(
                protocol, spacing, LesionRule.of(placement).calling(cases.labels()), files, words, measuring(folder));
        return new CaseRun(cases, header(), new Threads(threads, runner), Rows::new)
                .write(csv, existing, replacing, listener);
    }

    private static void make(Path folder) throws InvalidInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + WholeFile.name(folder) + " cannot be made: choose another for the results.", e);
        }
    }

    private void refuseInputs(Path folder, List<String> alsoWritten) throws InvalidInputException {
        Set<Path> written = BatchFiles.all(folder.resolve(TABLE));
        written(folder, alsoWritten)
                .forEach(file -> written.add(file.toAbsolutePath().normalize()));
        for (BatchCase one : cases.cases()) {
            for (Path input : one.existing().toList()) {
                if (!written.contains(input.toAbsolutePath().normalize())) continue;
                throw new InvalidInputException("The results would overwrite " + WholeFile.name(input) + " of case "
                        + one.id() + ": choose another folder.");
            }
        }
    }

    /** Without a journal, what bears the names of results is of somebody else. */
    private void refuseStrangers(Path folder, List<String> alsoWritten, Replacing replacing)
            throws InvalidInputException {
        for (Path file : written(folder, alsoWritten)) {
            if (!Files.exists(file)) continue;
            replacing.allow(
                    "There is a file " + WholeFile.name(file) + " in " + WholeFile.name(folder)
                            + ", without the journal of its run",
                    Sentence.of("choose another folder, or give ", Replacing.OVERWRITE, " to replace it"));
            return;
        }
    }

    private List<Path> written(Path folder, List<String> alsoWritten) {
        List<Path> all = new ArrayList<>();
        alsoWritten.forEach(name -> all.add(folder.resolve(name)));
        if (!writesMasks) return all;
        for (BatchCase one : cases.cases())
            for (Perturbation perturbation : Perturbation.ALL) all.add(mask(folder, one, perturbation));
        return all;
    }

    private static Path mask(Path folder, BatchCase one, Perturbation perturbation) {
        return folder.resolve(one.id() + "_" + perturbation.name() + "_mask.nii.gz");
    }

    private JsonObject header() {
        JsonObject run = new JsonObject();
        run.addProperty(Journal.SOFTWARE, Version.NAME);
        run.addProperty("settings", protocol.settings() + ", perturbed");
        run.addProperty("placement", placement.text());
        run.addProperty("spacing", spacing.toString());
        run.addProperty("masks", writesMasks);
        return run;
    }

    /** The random fields are made once and shared by all cases. */
    private CaseRunner.Measuring measuring(Path folder) {
        RandomFields fields = new RandomFields();
        return (runner, one, inputs, open) -> row(folder, fields, runner, one, inputs, open);
    }

    private CaseRow row(
            Path folder, RandomFields fields, CaseRunner runner, BatchCase one, String inputs, OpenFiles open)
            throws InvalidInputException {
        Excerpt found = runner.found(
                one,
                ListColumn.IMAGE,
                ListColumn.MASK,
                mm -> protocol.margin(mm).and(Perturbed.MARGIN),
                open);
        if (found.marked().lesions().size() > 1)
            throw new InvalidInputException("Several labels are named, of which one alone can be perturbed: name it.");
        Scan scan = found.scan();
        Measurement original = protocol.measure(scan.name(), scan, scan.spacing(), found.lesion(), runner.progress())
                .named(one.id());
        JsonObject record = Provenance.entry(protocol, scan, scan.spacing(), original);
        record.addProperty("inputs_sha256", inputs);
        List<String> reasons = new ArrayList<>(original.glance().reasons());
        List<String> cells = new ArrayList<>();
        Perturbed read = Perturbed.of(found, fields);
        for (Perturbation perturbation : Perturbation.ALL) {
            Perturbed changed = perturbation.change().apply(read);
            cells.add(Integer.toString(changed.voxels()));
            cells.add(Double.toString(changed.dice(read)));
            try {
                for (double value : changed.measured(found, protocol, runner.progress()))
                    cells.add(Double.toString(value));
            } catch (InvalidInputException e) {
                cells.addAll(Collections.nCopies(protocol.features().size(), Double.toString(Double.NaN)));
                reasons.add("Not measured under " + perturbation.name() + ": " + e.in(words));
            }
            if (writesMasks)
                NiftiWriter.writeLabels(
                        mask(folder, one, perturbation),
                        CaseReports.labels(changed.mask()),
                        scan.geometry(),
                        Replacing.ALWAYS);
        }
        CaseRow.Status status = reasons.isEmpty() ? CaseRow.Status.DONE : CaseRow.Status.CHECK;
        CaseRow.Part part = new CaseRow.Part(true, cells, List.of(), record);
        return new CaseRow(one.id(), inputs, status, String.join(" ", reasons), List.of(part), List.of());
    }

    /** The rows as a table: of each measured case one for every perturbation. */
    private final class Rows implements CaseRun.Tabled {

        private final Map<String, CaseRow> rows;

        Rows(Map<String, CaseRow> rows) {
            this.rows = rows;
        }

        private Stream<CaseRow> all() {
            return cases.cases().stream().map(one -> rows.get(one.id()));
        }

        @Override
        public FeatureTable table() {
            List<String> columns = new ArrayList<>(
                    List.of(FeatureTable.CASE, Perturbation.COLUMN, Perturbation.VOXELS, Perturbation.DICE));
            protocol.features().forEach(feature -> columns.add(feature.name()));
            int width = columns.size() - 2;
            List<List<String>> lines = new ArrayList<>();
            all().filter(CaseRow::isMeasured).forEach(row -> {
                for (int p = 0; p < Perturbation.ALL.size(); p++) {
                    List<String> line = new ArrayList<>(
                            List.of(row.id(), Perturbation.ALL.get(p).name()));
                    line.addAll(row.parts().get(0).cells().subList(p * width, (p + 1) * width));
                    lines.add(line);
                }
            });
            return FeatureTable.of(columns, lines);
        }

        @Override
        public List<JsonObject> records() {
            return all().filter(CaseRow::isMeasured)
                    .map(row -> {
                        JsonObject record = row.parts().get(0).record().deepCopy();
                        record.addProperty("status", row.status().text());
                        record.addProperty("reason", row.reason());
                        return record;
                    })
                    .toList();
        }

        @Override
        public BatchSummary summary() {
            return BatchSummary.of(all(), "");
        }
    }
}
