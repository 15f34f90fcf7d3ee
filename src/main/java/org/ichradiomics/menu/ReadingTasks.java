package org.ichradiomics.menu;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.imagej.ClinicalScoring;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.FeatureMapping;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.SignReading;
import org.ichradiomics.sign.Sign;

/** Tasks on what a reader sees and knows of a patient. */
final class ReadingTasks {

    static final Task SIGNS = Task.of(
                    "signs",
                    "Signs...",
                    () -> SignReading.OPTIONS,
                    (options, image, user) ->
                            SignReading.run(image, options, user).answer(),
                    "Suggest which signs of plain CT a haematoma shows, and keep the reader's answers beside that.",
                    Sign.CAUTION)
            .showing((options, image) -> SignReading.preview(image, options))
            .line("signs")
            .like("ct.nii.gz --mask mask.nii.gz --out signs.csv");

    static final Task CLINICAL_SCORES = Task.of(
                    "clinical-scores",
                    "Clinical Scores...",
                    () -> ClinicalScoring.OPTIONS,
                    (options, image, user) -> ClinicalScoring.run(options),
                    "Add up a clinical score, such as ICH or FUNC, for one patient or for every row of a table.",
                    ClinicalScore.CAUTION,
                    "A score of features by a signature, such as the R-score, is computed by score.")
            .showing((options, image) -> ClinicalScoring.preview(options))
            .line("scores")
            .like("ich patients.csv --out scores.csv");

    static final Task FEATURE_MAPS = Task.of(
                    "feature-maps",
                    "Feature Maps...",
                    () -> FeatureMapping.OPTIONS,
                    (options, image, user) ->
                            FeatureMapping.run(image, options, user).answer(),
                    "Show where in a haematoma a feature is high or low: its value in a kernel around every voxel.")
            .showing((options, image) -> MaskPreview.of(image, new ExtractOptions(options)))
            .line("maps")
            .like("ct.nii.gz --mask mask.nii.gz --features firstorder_Mean,glcm_Contrast --radius 2 --out maps");

    private ReadingTasks() {}
}
