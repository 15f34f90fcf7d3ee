package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.Sentence;

/**
 * What is measured and how it is scored: the one way from a scan and a mask to a row, whatever the front end.
 *
 * @param analyses which features, under which settings; at least one, in the order of the columns
 * @param signature the linear score
 * @param reference against which the features are standardised; empty: the signature's own, or no score
 */
public record Protocol(List<Analysis> analyses, Signature signature, Optional<Reference> reference) {

    /** What a clinical table and a table of features call the volume, which needs nobody to say it. */
    private static final List<String> VOLUMES = List.of("volume_ml", FeatureTable.VOLUME);

    /** @throws IllegalArgumentException if there is no analysis */
    public Protocol {
        analyses = List.copyOf(analyses);
        if (analyses.isEmpty()) throw new IllegalArgumentException("a protocol needs at least one analysis");
    }

    /**
     * The same, with what is known of the robustness of features in the cohort of whoever measures: it counts instead
     * of what signature and reference bring along.
     */
    public Protocol knowing(Map<String, Icc> robustness) {
        Optional<Reference> own = signature.reference().map(one -> one.knowing(robustness));
        Signature knowing = RecordForm.with(signature.knowing(robustness), Map.of("reference", own));
        boolean isOwn = reference.equals(signature.own());
        return new Protocol(
                analyses, knowing, isOwn ? Optional.empty() : reference.map(one -> one.knowing(robustness)));
    }

    /** All features, in the order of the columns. */
    public List<Feature> features() {
        return analyses.stream()
                .flatMap(analysis -> analysis.features().stream())
                .toList();
    }

    /**
     * Refuses a signature that asks for features nobody measures here, before anything is measured. Other settings than
     * the signature's are no reason to refuse: the features are then what the user wants, and the score says why there
     * is none.
     *
     * @throws InvalidInputException if the catalogue lacks a feature of the signature; the sentence names all of them
     */
    public Protocol checked() throws InvalidInputException {
        List<String> missing = new ArrayList<>(signature.features());
        features().forEach(feature -> missing.remove(feature.name()));
        if (missing.isEmpty()) return this;
        String catalogue = analyses.stream().map(Analysis::catalogue).collect(Collectors.joining(" and "));
        throw new InvalidInputException("The catalogue " + catalogue + " has no " + String.join(", ", missing)
                + ", which the signature \"" + signature.name() + "\" asks for: choose another signature.");
    }

    /** How much of a scan of this spacing the analyses look at beside a lesion. */
    public Margin margin(Spacing spacing) {
        return analyses.stream().map(analysis -> analysis.margin(spacing)).reduce(Margin.NONE, Margin::and);
    }

    /** The settings as tables and signatures carry them. */
    public Settings settings() {
        return Settings.joined(analyses.stream()
                .map(analysis -> Settings.of(analysis.settings()))
                .toList());
    }

    /**
     * Measures one lesion.
     *
     * @param label the image's title
     * @param spacing of the scan; where the scan does not say, the user has
     * @throws InvalidInputException if the lesion cannot be measured by any of the analyses. What one of several cannot
     *     measure is NaN, and a score that cannot be computed is no reason either: the row says why in its notes.
     */
    public Measurement measure(String label, Scan scan, Spacing spacing, Lesion lesion, Progress progress)
            throws InvalidInputException {
        Region region = lesion.region(scan, spacing);
        Glance glance = lesion.glance(scan, region);
        List<String> notes = new ArrayList<>(glance.reasons());
        notes.addAll(scan.warnings());
        notes.addAll(lesion.notes());
        notes.addAll(Plausibility.notes(scan, region));
        Analysis.Outcome found = analysed(scan, spacing, lesion, region, progress);
        notes.addAll(found.notes());
        signature.slicesNote(spacing.z()).ifPresent(notes::add);
        Score score = score(found.features(), region.volume() / 1000, Map.of());
        notes.addAll(score.notes());
        String id = lesion.part().isEmpty() ? label : label + ":" + lesion.part();
        return new Measurement(
                id,
                label,
                lesion.roi(),
                region.volume() / 1000,
                region.size(),
                region.slices(),
                found.features(),
                score,
                notes,
                glance,
                settings(),
                lesion.origin(),
                found.diagnostics());
    }

    /**
     * The features of one lesion alone.
     *
     * @throws InvalidInputException as {@link #measure}
     */
    public FeatureVector features(Scan scan, Spacing spacing, Lesion lesion, Progress progress)
            throws InvalidInputException {
        return analysed(scan, spacing, lesion, lesion.region(scan, spacing), progress)
                .features();
    }

    private Analysis.Outcome analysed(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
            throws InvalidInputException {
        FeatureVector features = null;
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<InvalidInputException> refusals = new ArrayList<>();
        for (int i = 0; i < analyses.size(); i++) {
            Analysis analysis = analyses.get(i);
            FeatureVector more;
            try {
                Progress part = progress.between((double) i / analyses.size(), (i + 1.0) / analyses.size());
                Analysis.Outcome outcome = measured(analysis, scan, spacing, lesion, region, part);
                more = outcome.features();
                diagnostics.addAll(outcome.diagnostics());
                notes.addAll(outcome.notes());
            } catch (InvalidInputException e) {
                refusals.add(e);
                if (refusals.size() == analyses.size()) throw refusals.get(0);
                more = FeatureVector.unknown(analysis.features());
                notes.add("No " + analysis.catalogue() + " features: " + e.getMessage());
            }
            features = features == null ? more : features.and(more);
        }
        return new Analysis.Outcome(features, diagnostics, notes);
    }

    /** Too little memory is one more thing that a catalogue cannot measure with: it costs no other its values. */
    private static Analysis.Outcome measured(
            Analysis analysis, Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress)
            throws InvalidInputException {
        try {
            return analysis.measure(scan, spacing, lesion, region, progress);
        } catch (OutOfMemoryError e) {
            List<Object> ways = new ArrayList<>(List.of(Mend.MEMORY));
            ways.addAll(analysis.lighter());
            String what = "The " + analysis.catalogue() + " features need more memory than is free: ";
            throw new InvalidInputException(Sentence.of(what, Sentence.anyOf(ways.toArray()), "."), e);
        }
    }

    /**
     * The same measurement, scored with what is known of the patient.
     *
     * @param patient clinical variable → what was said of it
     */
    public Measurement scored(Measurement measured, Map<String, String> patient) {
        if (signature.variables().isEmpty()) return measured;
        Score score = score(measured.features(), measured.millilitres(), patient);
        List<String> notes = new ArrayList<>(measured.notesBeforeScore());
        notes.addAll(score.notes());
        return RecordForm.with(measured, Map.of("score", score, "notes", notes));
    }

    private Score score(FeatureVector features, double millilitres, Map<String, String> patient) {
        Map<String, String> all = new HashMap<>(patient);
        for (String volume : VOLUMES) all.putIfAbsent(volume, Double.toString(millilitres));
        try {
            return Score.of(signature, reference, features.byName(), all, millilitres, settings());
        } catch (InvalidInputException e) {
            return Score.without(e.getMessage());
        }
    }
}
