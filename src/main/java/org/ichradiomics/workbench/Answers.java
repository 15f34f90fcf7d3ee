package org.ichradiomics.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.ClinicalScoring;
import org.ichradiomics.imagej.MaskSource;
import org.ichradiomics.imagej.SignReading;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.page.PatientScore;
import org.ichradiomics.text.InvalidInputException;

/**
 * Signs and clinical scores of the case as tables: <i>Signs...</i> and <i>Clinical Scores...</i>, with what was said.
 */
record Answers(Bench bench, Steps steps) {

    /** A row of the window ICH Signs. */
    void signs() {
        if (bench.visits().first().isEmpty() || steps.isBusy()) return;
        OpenCase first = bench.visits().first().get();
        Map<String, String> options = new LinkedHashMap<>(bench.where(first));
        options.put("mask", MaskSource.OVERLAY.text());
        options.putAll(first.state().signs());
        steps.run(() -> steps.call(Tasks.SIGNS, first.image(), options), done -> Workbench.aside(SignReading.WINDOW));
    }

    /** Rows of the window Clinical Scores, for the scores whose items are all known. */
    void scores() {
        if (bench.visits().first().isEmpty() || bench.reading().isEmpty() || steps.isBusy()) return;
        OpenCase first = bench.visits().first().get();
        try {
            List<PatientScore> known =
                    bench
                            .reading()
                            .get()
                            .scores(first.state().signs(), first.state().patient())
                            .stream()
                            .filter(one -> one.scored().score().isPresent())
                            .toList();
            if (known.isEmpty()) bench.say("No clinical score has all its items: fill in what section 3 names.");
            for (PatientScore one : known) {
                Map<String, String> options =
                        new LinkedHashMap<>(Map.of("score", one.score().name()));
                options.put("patient", first.home().id());
                options.putAll(one.entered());
                steps.run(
                        () -> steps.call(Tasks.CLINICAL_SCORES, null, options),
                        done -> Workbench.aside(ClinicalScoring.WINDOW));
            }
        } catch (InvalidInputException e) {
            bench.say(e.getMessage());
        }
    }
}
