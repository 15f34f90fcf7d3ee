package org.ichradiomics.study;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/** The words that stand for choices in a study's file, to read and to write it. */
final class PlanWords {

    static final String NONE = "none";

    static final Map<String, Quantile> QUARTILES = Map.of("type 7", Quantile.TYPE_7, "type 6", Quantile.TYPE_6);
    static final Map<String, Proportion> INTERVALS =
            Map.of("Clopper-Pearson", Proportion.CLOPPER_PEARSON, "Wilson", Proportion.WILSON);
    static final Map<String, TestRule> TESTS =
            Map.of("auto", TestRule.AUTO, "parametric", TestRule.PARAMETRIC, "rank", TestRule.RANK);
    static final Map<String, MannWhitney.Method> RANKS = Map.of(
            "asymptotic",
            MannWhitney.Method.ASYMPTOTIC,
            "continuity corrected",
            MannWhitney.Method.CONTINUITY_CORRECTED,
            "exact",
            MannWhitney.Method.EXACT,
            "R",
            MannWhitney.Method.AS_R);
    static final Map<String, IntraclassCorrelation.Form> FORMS = Map.of(
            "1,1",
            IntraclassCorrelation.Form.ICC_1_1,
            "2,1",
            IntraclassCorrelation.Form.ICC_2_1,
            "3,1",
            IntraclassCorrelation.Form.ICC_3_1);
    static final Map<String, CvMeasure> MEASURES = Map.of("AUC", CvMeasure.AUC, "deviance", CvMeasure.DEVIANCE);
    static final Map<String, StudyPlan.Choice> CHOICES =
            Map.of("min", StudyPlan.Choice.MIN, "1se", StudyPlan.Choice.ONE_SE);
    static final Map<String, BackwardElimination.Criterion> CRITERIA = Map.of(
            "wald",
            BackwardElimination.Criterion.WALD,
            "lr",
            BackwardElimination.Criterion.LIKELIHOOD_RATIO,
            "aic",
            BackwardElimination.Criterion.AIC);

    /** A value by its word, whatever the case of its letters. */
    static <T> T choice(JsonFields json, String key, Map<String, T> choices, T otherwise) throws InvalidInputException {
        return json.has(key) ? chosen(json, key, choices, json.text(key)) : otherwise;
    }

    /** @throws InvalidInputException if no value has that word */
    static <T> T chosen(JsonFields json, String key, Map<String, T> choices, String text) throws InvalidInputException {
        Optional<T> found = choices.entrySet().stream()
                .filter(c -> c.getKey().equalsIgnoreCase(text))
                .map(Map.Entry::getValue)
                .findFirst();
        if (found.isPresent()) return found.get();
        throw json.wrong(
                key,
                choices.keySet().stream().sorted().map(c -> "\"" + c + "\"").collect(Collectors.joining(" or "))
                        + ", is \"" + text + "\"");
    }

    private PlanWords() {}

    /** How a value is written. */
    static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(word -> word.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no word for " + String.valueOf(value).toLowerCase(Locale.ROOT)));
    }
}
