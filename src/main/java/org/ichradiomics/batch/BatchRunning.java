package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.IJ;
import ij.measure.ResultsTable;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;

/** <i>Batch...</i>: a cohort from a menu item or a macro. */
public final class BatchRunning {

    /** What {@code resume} may be: begin anew, go on, or go on and measure again what has changed. */
    public static final List<String> RESUMES = List.of("no", "yes", "recompute");

    /** What {@code check} may be. */
    public static final List<String> CHECKS = List.of("no", "yes");

    private static final String OWN_COHORT = "own cohort";
    private static final List<String> EXTRACTION = List.of(
            "placement",
            "catalogue",
            "settings",
            "bins",
            "low",
            "high",
            "run_distance",
            "spacing",
            SpacingUse.KEY,
            "signature");

    /** What those keys may be that are no free text. */
    public static final Map<String, List<String>> CHOICES = Map.of(
            "resume",
            RESUMES,
            "check",
            CHECKS,
            "placement",
            List.of(Placement.texts()),
            "catalogue",
            ExtractOptions.CATALOGUES,
            SpacingUse.KEY,
            List.of(SpacingUse.texts()));

    /** Key → default, in the order of the dialog. The default reference is the cohort itself, if it is large enough. */
    public static final Map<String, String> DEFAULTS = defaults();

    private static final String WINDOW = "ICH Radiomics batch";

    private BatchRunning() {}

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("cases", "");
        defaults.put("out", "");
        defaults.put("resume", RESUMES.get(0));
        defaults.put("check", CHECKS.get(0));
        defaults.put("threads", "auto");
        defaults.put("label", Labels.ANY);
        defaults.putAll(ExtractOptions.defaults(EXTRACTION));
        defaults.put("reference", OWN_COHORT);
        defaults.put(Options.OVERWRITE, Options.NO_YES.get(0));
        return Collections.unmodifiableMap(defaults);
    }

    /**
     * Measures a cohort, shows its table and writes it; with {@code check} only looks for problems.
     *
     * @return what came of it, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, or the run cannot begin or go on
     */
    public static String run(Options options) throws InvalidInputException {
        if (options.get("cases").isEmpty()) {
            throw new InvalidInputException("The cohort is missing: write cases=[path of a CSV file or a folder].");
        }
        ExtractOptions extraction = extraction(options);
        GivenSpacing spacing = extraction.spacing().ofFiles();
        CaseList cases = CaseList.read(Options.path(options.get("cases"))).labelled(options.get("label"));
        CohortCheck check = CohortCheck.of(cases, extraction.placement(), spacing, MenuWords.INSTANCE);
        if (choice(options, "check", CHECKS).equals("yes")) {
            check.warnings().forEach(IJ::log);
            check.problems().forEach(IJ::log);
            IJ.log(check.text());
            return check.text();
        }
        if (options.get("out").isEmpty())
            throw new InvalidInputException("The path of the table is missing: write out=[path of a .csv file].");
        Path out = Options.path(options.get("out"));
        Batch batch = new Batch(
                cases,
                extraction.protocol(),
                options.get("reference").equalsIgnoreCase(OWN_COHORT),
                spacing,
                extraction.placement(),
                threads(options, check),
                MenuWords.INSTANCE);
        Batch.Existing existing = Batch.Existing.values()[RESUMES.indexOf(choice(options, "resume", RESUMES))];
        Replacing replacing = options.replacing();
        if (replacing.isWanted() && existing != Batch.Existing.REFUSE) {
            throw new InvalidInputException("overwrite=yes throws away what resume=" + options.get("resume")
                    + " keeps: leave one of them out.");
        }
        IJ.log(check.memory(batch.threads()));
        IJ.resetEscape();
        try {
            BatchSummary summary = batch.run(out, existing, replacing, new InImageJ());
            IJ.log(summary.text());
            show(out);
            return summary.text();
        } finally {
            IJ.showProgress(1);
            IJ.showStatus("");
        }
    }

    private static ExtractOptions extraction(Options options) {
        Map<String, String> values = new LinkedHashMap<>();
        EXTRACTION.forEach(key -> values.put(key, options.get(key)));
        if (!options.get("reference").equalsIgnoreCase(OWN_COHORT)) values.put("reference", options.get("reference"));
        return ExtractOptions.of(values);
    }

    private static int threads(Options options, CohortCheck check) throws InvalidInputException {
        String text = options.get("threads");
        if (text.equalsIgnoreCase("auto")) return check.threads();
        if (text.matches("[1-9]\\d{0,3}")) return Integer.parseInt(text);
        throw new InvalidInputException("threads=" + text + " is not a whole number from 1: write threads=auto.");
    }

    private static String choice(Options options, String key, List<String> choices) throws InvalidInputException {
        String chosen = options.get(key).toLowerCase(Locale.ROOT);
        if (choices.contains(chosen)) return chosen;
        throw new InvalidInputException(Sentence.choice(key, options.get(key), choices.toArray(String[]::new)));
    }

    private static void show(Path csv) {
        if (!Screen.isThere()) return;
        try {
            Screen.show(ResultsTable.open(csv.toString()), WINDOW);
        } catch (IOException e) {
            IJ.log("The table is written, but cannot be shown: open " + csv.getFileName() + ".");
        }
    }

    private static final class InImageJ implements BatchListener {

        @Override
        public void unchanged() {
            IJ.log("ICH Radiomics: this run was finished before, with the same list, settings and inputs: nothing "
                    + "was done.");
        }

        @Override
        public void finished(String id, String status, String reason, Countdown countdown) {
            IJ.showStatus("ICH Radiomics: " + countdown.text());
            IJ.showProgress(countdown.done(), countdown.total());
            if (!reason.isEmpty()) IJ.log(id + ": " + status + ": " + reason);
        }

        @Override
        public boolean isCanceled() {
            return IJ.escapePressed();
        }
    }
}
