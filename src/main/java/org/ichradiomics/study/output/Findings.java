package org.ichradiomics.study.output;

import java.util.List;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.Sturdy;

/**
 * The numbers that stand in more than one place of what a study leaves, each declared once and in the order in which
 * programs are given them; {@link Performance} and {@link CalibrationNumber} are the others.
 */
final class Findings {

    static final Finding<Auc> AREA =
            new Finding<>("auc", "AUC (95 % CI)", a -> a.area().value(), a -> Words.share(a.area()));

    /** Of the area under a ROC curve. */
    static final List<Finding<Auc>> AUC = List.of(
            new Finding<>(
                    "n_pos", "Events", Auc::positives, a -> a.positives() + "/" + (a.positives() + a.negatives())),
            Finding.of("n_neg", Auc::negatives),
            AREA,
            Finding.of("delong_se", Auc::se),
            Finding.of("delong_ci", a -> Json.interval(a.area())),
            Finding.of("p_auc_vs_half_delong", "p (AUC = 0.5)", Auc::p, PValue::text),
            Finding.of("hanley_mcneil_se", Auc::hanleyMcNeilSe));

    static final Finding<Effect> RATIO =
            new Finding<>("or", "OR (95 % CI)", e -> e.coefficient().oddsRatio().value(), ModelTables::ratio);

    static final Finding<Effect> P =
            new Finding<>("p", "p", e -> e.coefficient().p(), ModelTables::p);

    /** Of a term of a logistic regression. */
    static final List<Finding<Effect>> EFFECT = List.of(
            Finding.of("beta", e -> e.coefficient().beta()),
            Finding.of("se", e -> e.coefficient().se()),
            Finding.of("wald_z", e -> e.coefficient().z()),
            P,
            RATIO,
            Finding.of("or_lo", e -> e.coefficient().oddsRatio().low()),
            Finding.of("or_hi", e -> e.coefficient().oddsRatio().high()));

    static final Finding<LassoModel.Term> FEATURE =
            Finding.of("feature", "Feature", LassoModel.Term::feature, feature -> feature);

    static final Finding<LassoModel.Term> WEIGHT =
            Finding.of("beta_z", "Coefficient per SD", LassoModel.Term::beta, beta -> Words.fixed(beta, 4));

    static final Finding<LassoModel.Term> RAW_WEIGHT =
            Finding.of("beta_raw", "Coefficient per unit", LassoModel.Term::rawBeta, Words::number);

    static final Finding<LassoModel.Term> MEAN = Finding.of("mean_train", "Mean", LassoModel.Term::mean, Words::number);

    static final Finding<LassoModel.Term> SD = Finding.of("sd_train", "SD", LassoModel.Term::sd, Words::number);

    /** Of a feature in the signature. */
    static final List<Finding<LassoModel.Term>> TERM = List.of(FEATURE, WEIGHT, RAW_WEIGHT, MEAN, SD);

    /** Of a feature that was measured under perturbations. */
    static final List<Finding<Sturdy.Row>> STURDY = List.of(
            Finding.of("feature", "Feature", Sturdy.Row::feature, feature -> feature),
            Finding.of("n", "Cases", row -> row.icc().cases(), String::valueOf),
            new Finding<>("icc", "ICC (95 % CI)", row -> row.icc().value(), row -> Words.share(row.estimate())),
            Finding.of("low", row -> row.icc().low()),
            Finding.of("high", row -> row.icc().high()),
            Finding.of("robust", "Robust", row -> row.isKept() ? "yes" : "no", robust -> robust));

    private Findings() {}

    /** Of a feature that two readers measured. */
    static List<Finding<ReaderAgreement.Row>> agreement(ReaderAgreement agreement) {
        return List.of(
                Finding.of("feature", "Feature", ReaderAgreement.Row::feature, feature -> feature),
                Finding.of("n", "Cases", ReaderAgreement.Row::pairs, String::valueOf),
                new Finding<>(
                        "icc",
                        "ICC (95 % CI)",
                        row -> row.of(agreement.form()).value(),
                        row -> Words.share(row.of(agreement.form()))),
                Finding.of("low", row -> row.of(agreement.form()).low()),
                Finding.of("high", row -> row.of(agreement.form()).high()),
                Finding.of("good", "Good", row -> agreement.isGood(row) ? "yes" : "no", good -> good));
    }
}
