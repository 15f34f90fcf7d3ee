package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.Shared;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.measure.Perturbation;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PerturbedCasesTest {

    private static final Path ORACLE = Shared.of("perturbation");
    private static final int CASES = 3;

    @TempDir
    private Path folder;

    private CaseList list() throws IOException, InvalidInputException {
        StringBuilder csv = new StringBuilder("case,image,mask\n");
        for (int i = 0; i < CASES; i++) {
            csv.append("case0").append(i);
            for (String what : new String[] {"hu", "mask"})
                csv.append(",")
                        .append(ORACLE.resolve("case0" + i + "_" + what + ".nii.gz")
                                .toAbsolutePath());
            csv.append("\n");
        }
        return CaseList.read(Files.writeString(folder.resolve("cases.csv"), csv));
    }

    private PerturbedCases run(int threads, boolean masks) throws IOException, InvalidInputException {
        return new PerturbedCases(
                list(),
                ExtractOptions.parse("").protocol(),
                GivenSpacing.NONE,
                Placement.CHECKED,
                threads,
                masks,
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
    }

    /** Name → bytes of what two runs must have in common; log and journal tell of the way there. */
    private static Map<String, String> made(Path out) throws IOException {
        Map<String, String> made = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches(".*\\.(log|journal|lock)")) continue;
                made.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return made;
    }

    @Test
    void rowsAreTheOraclesAndMasksToo() throws Exception {
        Path out = folder.resolve("out");
        BatchSummary summary =
                run(1, true).run(out, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        assertEquals("3 done", summary.text());
        FeatureTable found = FeatureTableCsv.read(out.resolve("perturbed.csv"));
        FeatureTable all = FeatureTableCsv.read(ORACLE.resolve("expected.csv"));
        FeatureTable expected =
                all.only(IntStream.range(0, CASES * Perturbation.ALL.size()).toArray());
        for (String column : List.of("case", "perturbation", "voxels"))
            assertEquals(expected.texts(column), found.texts(column), column);
        assertEquals(4 + 396, found.columns().size());
        for (int r = 0; r < found.size(); r++) {
            // AK's percentile and mean are those of the oracle; its SD divides by N - 1.
            double n = expected.values("voxels")[r];
            String what = found.texts("case").get(r) + " "
                    + found.texts("perturbation").get(r);
            assertEquals(expected.values("dice_to_original")[r], found.values("dice_to_original")[r], 5.1e-7, what);
            assertNear(expected.values("mean")[r], found.values("MeanValue")[r], what);
            assertNear(expected.values("sd")[r] * Math.sqrt(n / (n - 1)), found.values("stdDeviation")[r], what);
        }
        for (Perturbation one : Perturbation.ALL) {
            if (one == Perturbation.ORIGINAL) continue;
            Path mask = out.resolve("case00_" + one.name() + "_mask.nii.gz");
            Path oracle = ORACLE.resolve("masks_case00_" + one.name() + ".nii.gz");
            assertEquals(voxels(oracle), voxels(mask), one.name());
        }
    }

    private static void assertNear(double expected, double found, String what) {
        assertEquals(expected, found, 1e-6 * Math.abs(expected), what);
    }

    private static String voxels(Path mask) throws InvalidInputException {
        StringBuilder voxels = new StringBuilder();
        Nifti.readScan(mask).hu().forEach(voxel -> voxels.append((int) voxel.get()));
        return voxels.toString();
    }

    /** Where only the mask was changed, all features are those of an ordinary extraction under the oracle's mask. */
    @Test
    void featuresAreThoseOfAnExtraction() throws Exception {
        Path out = folder.resolve("out");
        run(1, false).run(out, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        FeatureTable found = FeatureTableCsv.read(out.resolve("perturbed.csv"));
        Scan scan = Nifti.readScan(ORACLE.resolve("case00_hu.nii.gz"));
        for (String name : List.of("volume-0.20", "volume+0.20", "shift_up", "contour_1")) {
            var mask = Nifti.readLabels(ORACLE.resolve("masks_case00_" + name + ".nii.gz"))
                    .onto(scan)
                    .select("1");
            FeatureVector expected = Extractor.with(ExtractionSettings.AK)
                    .measure(new Lesion("", "", mask, List.of()).region(scan, scan.spacing()));
            int row = found.texts("perturbation").indexOf(name);
            for (int f = 0; f < expected.size(); f++) {
                String feature = expected.features().get(f).name();
                assertEquals(expected.get(f), found.values(feature)[row], name + " " + feature);
            }
        }
    }

    @Test
    void anyNumberOfThreadsAndAnyEndGiveTheSameBytes() throws Exception {
        Path whole = folder.resolve("whole");
        run(1, true).run(whole, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        Path many = folder.resolve("many");
        run(3, true).run(many, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        assertEquals(made(whole), made(many));

        Path ended = folder.resolve("ended");
        BatchListener ending = new BatchListener() {

            private boolean isCanceled;

            @Override
            public void finished(String id, String status, String reason, Countdown countdown) {
                isCanceled = true;
            }

            @Override
            public boolean isCanceled() {
                return isCanceled;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> run(1, true).run(ended, List.of(), Batch.Existing.REFUSE, Replacing.of(false), ending));
        assertFalse(Files.exists(ended.resolve("perturbed.csv")));
        // As of a run that was killed while it wrote a line.
        Path journal = ended.resolve("perturbed.journal");
        Files.writeString(journal, Files.readString(journal) + "{\"case\":\"case02\",\"inp");
        String refusal = assertThrows(
                        InvalidInputException.class,
                        () -> run(1, true)
                                .run(ended, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE))
                .getMessage();
        assertTrue(refusal.startsWith("perturbed.journal holds an unfinished run with 1 case"), refusal);
        run(2, true).run(ended, List.of(), Batch.Existing.RESUME, Replacing.of(false), BatchListener.NONE);
        assertEquals(made(whole), made(ended));
    }

    @Test
    void aFinishedRunIsLeftAsItIsAndAnyOtherIsNotLost() throws Exception {
        Path out = folder.resolve("out");
        run(2, false).run(out, List.of(), Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE);
        boolean[] isUnchanged = new boolean[1];
        BatchListener hearing = new BatchListener() {

            @Override
            public void finished(String id, String status, String reason, Countdown countdown) {}

            @Override
            public void unchanged() {
                isUnchanged[0] = true;
            }
        };
        assertEquals(
                "3 done",
                run(1, false)
                        .run(out, List.of(), Batch.Existing.REFUSE, Replacing.of(false), hearing)
                        .text());
        assertTrue(isUnchanged[0]);
        assertRefused("made with another masks", run(1, true), out, List.of());

        Path strange = Files.createDirectory(folder.resolve("strange"));
        Files.writeString(strange.resolve("icc.csv"), "mine");
        assertRefused(
                "There is a file icc.csv in strange, without the journal of its run: choose another folder",
                run(1, false),
                strange,
                List.of("icc.csv"));
        assertEquals("mine", Files.readString(strange.resolve("icc.csv")));
        Files.copy(ORACLE.resolve("case00_hu.nii.gz"), strange.resolve("case00_original_mask.nii.gz"));
        assertRefused("case00_original_mask.nii.gz in strange", run(1, true), strange, List.of());
    }

    @Test
    void inputsAreNotWrittenOver() throws Exception {
        Path image = Files.copy(ORACLE.resolve("case00_hu.nii.gz"), folder.resolve("a_original_mask.nii.gz"));
        Path csv = Files.writeString(folder.resolve("c.csv"), "case,image,mask\na," + image + "," + image + "\n");
        PerturbedCases same = new PerturbedCases(
                CaseList.read(csv),
                ExtractOptions.parse("").protocol(),
                GivenSpacing.NONE,
                Placement.CHECKED,
                1,
                true,
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        assertRefused("The results would overwrite a_original_mask.nii.gz of case a", same, folder, List.of());
    }

    private static void assertRefused(String words, PerturbedCases run, Path out, List<String> also) {
        String refusal = assertThrows(
                        InvalidInputException.class,
                        () -> run.run(out, also, Batch.Existing.REFUSE, Replacing.of(false), BatchListener.NONE))
                .getMessage();
        assertTrue(refusal.contains(words), refusal);
    }
}
