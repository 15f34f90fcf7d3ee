package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.signature.CoefficientCsv;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.output.MachineFiles;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Features harmonised within a study, and centres left out. Covers Harmonisation, Harmonised and SiteValidation. */
class HarmonisedStudyTest {

    private static final String SITES = "validation: {repeats: 1, folds: 4, bootstraps: 3, site: scanner}\n";

    @TempDir
    Path folder;

    /** Three scanners, of which C is in the test alone; two of one kind; a copy of the outcome. */
    @BeforeEach
    void write() throws Exception {
        SmallStudy.writeInto(folder);
        List<String> lines = Files.readAllLines(folder.resolve("clinical.csv"));
        SmallStudy.addColumns(
                folder,
                i -> i == 0
                        ? ",scanner,few,lone,one,copy"
                        : "," + (i % 3 == 0 && i % 2 == 0 ? "C" : i % 2 == 0 ? "A" : "B")
                                + (i == 1 || i == 2 ? ",x" : ",y")
                                + (i == 1 ? ",p" : i % 2 == 0 ? ",q" : ",r")
                                + ",z" + (lines.get(i).endsWith("yes") ? ",1" : ",0"));
        List<String> features = Files.readAllLines(folder.resolve("features.csv"));
        for (int i = 1; i < features.size(); i++) {
            String[] cells = features.get(i).split(",");
            // What scanner A does to a feature that bears on expansion.
            if (i % 2 == 0) cells[1] = String.valueOf(1.5 * Double.parseDouble(cells[1]) + 3);
            features.set(i, String.join(",", cells));
        }
        Files.write(folder.resolve("features.csv"), features);
    }

    private StudyResult run(String more, int threads) throws InvalidInputException {
        StudyFile file = StudyFile.parse(
                SmallStudy.TEXT + "variables: {left_out: [few, lone, one, copy, died]}\n" + more,
                folder.resolve("study.yml"));
        return Study.run(file.plan(), file.inputs(), threads, Progress.NONE);
    }

    private FeatureTable withScanner(StudyResult result) throws InvalidInputException {
        FeatureTable features = result.cohort().featureTable().orElseThrow();
        return features.with("scanner", result.cohort().clinical().texts("scanner"));
    }

    @Test
    void aSignatureCarriesWhatItNeedsAndNeverScoresRawFeatures() throws Exception {
        StudyResult result = run("harmonisation: {by: scanner}\n", 2);
        Signature signature =
                Signature.FILE.parse(Signature.FILE.text(result.signature().orElseThrow()), "s.json");
        assertEquals(result.signature().orElseThrow(), signature);
        List<Score> scores = Score.ofEach(signature, Optional.empty(), withScanner(result));
        double[] own = result.scores().orElseThrow().score();
        for (int i = 0; i < own.length; i++) {
            assertEquals(own[i], scores.get(i).value(), 1e-9);
            boolean isNew = result.cohort().clinical().texts("scanner").get(i).equals("C");
            assertEquals(isNew, Double.isNaN(own[i]));
            if (isNew)
                assertEquals(
                        "No R-score: the signature's features were harmonised by \"scanner\", and \"C\" was not among "
                                + "those that trained it (A, B).",
                        scores.get(i).note());
        }
        FeatureTable bare = result.cohort().featureTable().orElseThrow();
        for (Score score : Score.ofEach(signature, Optional.empty(), bare)) {
            assertTrue(Double.isNaN(score.value()));
            assertEquals(
                    "No R-score: the signature's features were harmonised by \"scanner\", which is not known of this "
                            + "case.",
                    score.note());
        }
        assertTrue(
                result.notes().stream()
                        .anyMatch(note -> note.startsWith("The batch \"C\" (scanner, ")
                                && note.contains("there are no scores of c6, c12")),
                result.notes().toString());
    }

    @Test
    void anotherReferenceIsRefusedAndSoIsATable() throws Exception {
        StudyResult plain = run("", 1);
        Signature signature =
                run("harmonisation: {by: scanner}\n", 1).signature().orElseThrow();
        String said = assertThrows(
                        InvalidInputException.class,
                        () -> Score.ofEach(
                                signature, plain.signature().orElseThrow().reference(), withScanner(plain)))
                .getMessage();
        assertTrue(said.endsWith("leave out the reference, so that it is read against its own."), said);
        String exported = assertThrows(InvalidInputException.class, () -> CoefficientCsv.of(signature))
                .getMessage();
        assertTrue(exported.endsWith("would be read as if they were not: hand on its JSON file."), exported);
    }

    @Test
    void unseenSitesByTheirOwnFeatures() throws Exception {
        StudyResult result = run("harmonisation: {by: scanner, unseen: own, covariates: [age]}\n", 2);
        for (double score : result.scores().orElseThrow().score()) assertTrue(Double.isFinite(score));
        assertTrue(result.notes().stream().anyMatch(note -> note.endsWith("which needs a batch of the new centre.")));
        assertTrue(MachineFiles.of(result).get("harmonisation.csv").startsWith("feature,mean,sd,slope_age,shift_A,"));
    }

    /** What the scanner did is gone from the training means: both have the same. */
    @Test
    void meansOfTheScannersAreAlike() throws Exception {
        StudyResult result = run("harmonisation: {by: scanner, empirical_bayes: false}\n", 1);
        double[] kurtosis = result.cohort().features().orElseThrow().columns()[0];
        List<String> scanner = result.cohort().clinical().texts("scanner");
        Map<String, Double> means = IntStream.of(result.cohort().split().training())
                .boxed()
                .collect(Collectors.groupingBy(scanner::get, Collectors.averagingDouble(i -> kurtosis[i])));
        assertEquals(means.get("A"), means.get("B"), 1e-9);
    }

    @Test
    void eachCentreLeftOutForAnyNumberOfThreads() throws Exception {
        String plan = "harmonisation: {by: scanner}\n" + SITES;
        StudyResult one = run(plan, 1);
        assertEquals(MachineFiles.of(one), MachineFiles.of(run(plan, 3)));
        SiteValidation sites = one.internal().orElseThrow().sites().orElseThrow();
        assertEquals(
                List.of("A", "B"),
                sites.sites().stream().map(SiteValidation.Left::site).toList());
        int[] training = one.cohort().split().training();
        assertEquals(
                training.length,
                sites.sites().stream().mapToInt(left -> left.cases().length).sum());
        assertTrue(sites.sites().get(0).roc().isPresent());
        assertTrue(MachineFiles.of(one).containsKey("leave_one_site_out.csv"));
        assertFalse(MachineFiles.of(run("", 1)).containsKey("leave_one_site_out.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "harmonisation: {by: one}|says \"z\" of all training cases, so that there is nothing to harmonise",
                "harmonisation: {by: few}|The batch \"x\" (column \"few\") has 2 cases in training",
                "harmonisation: {by: scanner, covariates: [copy]}|\"copy\" of the harmonisation is an outcome",
                "harmonisation: {by: scanner, covariates: [gos]}|\"gos\" of the harmonisation is an outcome",
                "harmonisation: {by: scanner, covariates: [followup_volume_ml]}|is an outcome, or known only with it",
                "harmonisation: {by: scanner, covariates: [scanner]}|say the same as the batches",
                "harmonisation: {by: scanner, reference_batch: D}|There is no batch \"D\" in training",
                "harmonisation: {by: scaner}|has no column \"scaner\" (did you mean \"scanner\"?)",
                "validation: {repeats: 1, folds: 4, bootstraps: 0, site: lone}|\"p\" (column \"lone\") has 1",
                "validation: {repeats: 1, folds: 4, bootstraps: 0, site: one}|to leave out one centre there must be",
                "validation: {repeats: 0}|validation.repeats must be at least 1, was 0",
                "imputation: {tables: 5}|imputation",
            })
    void refused(String more, String why) {
        String said = assertThrows(InvalidInputException.class, () -> run(more + "\n", 1))
                .getMessage();
        assertTrue(said.contains(why), said);
    }
}
