package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.page.CaseReport;
import org.ichradiomics.page.ReadAgainst;
import org.ichradiomics.page.TypedIn;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Numeral;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * A page, a picture and the mask of every case that is measured, each where a case lies. Scans are read again for it,
 * as a score may be read against the whole cohort. What a reader has saved of a case is left as it is.
 *
 * @param folder of the table
 */
record CaseReports(Batch batch, Path folder, BatchTable table, Map<String, CaseRow> rows, Replacing replacing) {

    private static final long MOST_LABELS = 255;

    private static final Optional<String> KEPT = Optional.of("a reader has saved it");

    /** Writes all; what is wrong with one case is said and costs no other. */
    ReportedCases write(CaseRunner runner, BatchListener listener) throws InvalidInputException {
        List<BatchCase> measured = batch.cases().cases().stream()
                .filter(one -> rows.get(one.id()).isMeasured())
                .toList();
        Set<String> ids = new HashSet<>();
        List<String> kept = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Future<Optional<String>>> futures = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(batch.threads());
        try {
            for (BatchCase one : measured) {
                // Disks that do not tell capitals apart would have one folder for both.
                boolean isAlike = !ids.add(one.id().toLowerCase(Locale.ROOT));
                futures.add(pool.submit(() -> isAlike
                        ? Optional.of("another case differs from it in capitals only: rename one")
                        : written(one, runner)));
            }
            for (int i = 0; i < futures.size(); i++) {
                String id = measured.get(i).id();
                Optional<String> left = Threads.await(futures.get(i), runner, listener);
                if (left.equals(KEPT)) kept.add(id);
                else left.ifPresent(why -> missing.add("No report of " + id + ": " + why));
                listener.reported(i + 1, futures.size());
            }
            return new ReportedCases(measured.size(), kept, missing);
        } finally {
            runner.cancel();
            pool.shutdownNow();
            Threads.awaitEnd(pool);
        }
    }

    /** Why there is no new one; empty if there is one. */
    private Optional<String> written(BatchCase one, CaseRunner runner) {
        try {
            CaseHome home = CaseHome.of(folder, one.id());
            if (Files.exists(home.state())) return KEPT;
            try (OpenFiles files = new OpenFiles()) {
                write(one, home, runner, files);
            }
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e.in(batch.words()));
        } catch (IOException e) {
            return Optional.of("its folder cannot be made: check permissions and free space.");
        } catch (OutOfMemoryError e) {
            return Optional.of(CaseRunner.MEMORY.in(batch.words()));
        }
    }

    private void write(BatchCase one, CaseHome home, CaseRunner runner, OpenFiles files)
            throws InvalidInputException, IOException {
        Optional<VolumeMeasurement> later = Optional.empty();
        if (!part(one).growth().isEmpty()) {
            Excerpt then = runner.found(one, ListColumn.FOLLOWUP, ListColumn.FOLLOWUP_MASK, mm -> Margin.NONE, files);
            later = Optional.of(VolumeMeasurement.of(then.scan(), then.scan().spacing(), then.lesion()));
        }
        Excerpt found = runner.found(one, ListColumn.IMAGE, ListColumn.MASK, mm -> Margin.WHOLE, files);
        Scan scan = found.scan();
        CaseReport report =
                CaseReport.of(one.id(), scan, found.lesion(), read(one), later, answers(one), TypedIn.NOTHING);
        Files.createDirectories(home.folder());
        Files.createDirectories(home.picture().getParent());
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        contents.put(home.picture(), report.png());
        contents.put(home.report(), report.html().getBytes(StandardCharsets.UTF_8));
        SortedMap<Long, VoxelMask> masks = masks(found.marked(), scan);
        contents.put(home.rois(), batch.files().rois(scan, masks));
        WholeFile.writeBytes(contents, replacing);
        NiftiWriter.writeLabels(home.mask(), labels(masks), scan.geometry(), replacing);
    }

    /** Several by their labels, counted from 1 where a byte cannot hold those; a single one as 1. */
    private static SortedMap<Long, VoxelMask> masks(Marked marked, Scan scan) throws InvalidInputException {
        SortedMap<Long, Lesion> lesions = marked.lesions();
        boolean isCounted = lesions.size() == 1 || lesions.lastKey() > MOST_LABELS;
        SortedMap<Long, VoxelMask> masks = new TreeMap<>();
        for (Map.Entry<Long, Lesion> one : lesions.entrySet())
            masks.put(
                    isCounted ? masks.size() + 1L : one.getKey(), one.getValue().voxels(scan, scan.spacing()));
        return masks;
    }

    /** The lesion of which the page tells. */
    private CaseRow.Part part(BatchCase one) {
        CaseRow row = rows.get(one.id());
        return row.parts().get(row.main());
    }

    private ReadAgainst read(BatchCase one) {
        Signature signature = batch.protocol().signature();
        List<String> columns = Measurement.columns(batch.protocol().features());
        Map<String, Double> values = new HashMap<>();
        for (String feature : signature.features()) {
            int column = columns.indexOf(feature);
            if (column < 0) continue;
            Numeral.parse(part(one).cells().get(column), false).ifPresent(value -> values.put(feature, value));
        }
        return new ReadAgainst(
                batch.protocol(),
                table.reference().or(signature::own),
                table.scores().get(one.id()).get(rows.get(one.id()).main()),
                values);
    }

    /** What the reader said of signs in the list. */
    private TypedIn answers(BatchCase one) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> columns = batch.cases().columns();
        for (Sign sign : Sign.values()) {
            int column = columns.indexOf(sign.key());
            if (column >= 0 && !Numeral.isMissing(one.kept().get(column)))
                cells.put(sign.key(), Numeral.bare(one.kept().get(column)));
        }
        return new TypedIn(cells);
    }

    /** On the whole grid: 1 inside, 0 outside. */
    static Img<UnsignedByteType> labels(VoxelMask mask) {
        return labels(new TreeMap<>(Map.of(1L, mask)));
    }

    /** On the whole grid, 0 outside; where labels overlap, the lowest. */
    private static Img<UnsignedByteType> labels(SortedMap<Long, VoxelMask> masks) {
        VoxelGrid grid = masks.get(masks.firstKey()).grid();
        byte[] labels = new byte[grid.size()];
        masks.forEach((label, mask) -> {
            VoxelBox box = mask.box();
            for (int z = 0, i = 0; z < box.nz(); z++) {
                for (int y = 0; y < box.ny(); y++) {
                    int row = grid.index(box.x(), box.y() + y, box.z() + z);
                    for (int x = row; x < row + box.nx(); x++, i++)
                        if (mask.contains(i) && labels[x] == 0) labels[x] = label.byteValue();
                }
            }
        });
        return ArrayImgs.unsignedBytes(labels, grid.nx(), grid.ny(), grid.nz());
    }
}
