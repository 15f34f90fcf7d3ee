package org.ichradiomics.menu;

import java.util.stream.Collectors;

import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.imagej.SignatureImporting;
import org.ichradiomics.imagej.TableSaving;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.imagej.studies.RobustnessRunning;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.imagej.studies.SignatureValidation;
import org.ichradiomics.imagej.studies.StudyRunning;

/** Tasks on tables of cases. */
final class StudyTasks {

    static final Task R_SCORE = Task.of(
                    "r-score",
                    "R-score...",
                    () -> TableScoring.OPTIONS,
                    (options, image, user) -> TableScoring.run(options).stream()
                            .map(score -> Double.toString(score.value()))
                            .collect(Collectors.joining(",")),
                    "Score every case of a table with a signature, against a reference.",
                    "Clinical scores of points, such as ICH or FUNC, are added up by scores.")
            .saying("Scores every case of a table, open or in a CSV file. The reference is Demonstration, none,\n"
                    + TableScoring.THIS_TABLE + " (from 20 cases), or the file of one of your own.")
            .line("score")
            .like("features.csv --signature signature.json --out scores.csv");

    static final Task BUILD_REFERENCE = Task.of(
                    "build-reference",
                    "Build Reference...",
                    () -> ReferenceBuilding.OPTIONS,
                    (options, image, user) -> ReferenceBuilding.run(options).sentence(),
                    "Compute mean and SD of every feature of a cohort, for R-scores against it.")
            .saying("Mean and SD of every feature of your own cases, open as a table or in a CSV file:\n"
                    + "R-scores can then be compared with them. 20 cases or more make it steady.")
            .line("reference")
            .like("features.csv --name \"Our clinic\" --out reference.json");

    static final Task IMPORT_SIGNATURE = Task.of(
                    "import-signature",
                    "Import Signature...",
                    () -> SignatureImporting.OPTIONS,
                    (options, image, user) -> SignatureImporting.run(options),
                    "Make a signature of the coefficients of any published model, and say what is to be minded of it.")
            .saying("Coefficients of a model, from a CSV file, R (glmnet), Python (scikit-learn), or copied from "
                    + "a page,\nbecome a signature with which your cases can be scored. A signature file is checked.")
            .line("signature import")
            .like("model.csv --params params.yaml --name \"A model\" --link logit --out signature.json");

    static final Task SAVE_TABLE = Task.of(
                    "save-table",
                    "Save Table...",
                    () -> TableSaving.OPTIONS,
                    (options, image, user) -> TableSaving.run(options),
                    "Write a table for another program: as a workbook of Excel (.xlsx), or as CSV.")
            .saying("A table for another program, with all its digits. Excel opens .xlsx everywhere; a .csv\n"
                    + "with decimal points it takes for dates where numbers have a comma: choose excel there.")
            .line("table")
            .like("features.csv --out features.xlsx");

    static final Task STUDY = Task.of(
                    "study",
                    "Study...",
                    () -> StudyRunning.OPTIONS,
                    (options, image, user) -> StudyRunning.run(options),
                    "Run a study: from features and outcomes to a trained signature, its validation and a report.")
            .saying("A study from features and outcomes: signature, validation, models, report. Esc ends it.\n"
                    + "It is described in a study file (.json, .yml); sample is a synthetic cohort to try.")
            .line("study")
            .like("sample --out study");

    static final Task TRAIN_SIGNATURE = Task.of(
                    "train-signature",
                    "Train Signature...",
                    () -> SignatureTraining.OPTIONS,
                    (options, image, user) -> SignatureTraining.run(options),
                    "Train a signature on a table of features and an outcome.")
            .saying("A signature that predicts an outcome, from a table of features; tables are open, or CSV or Excel "
                    + "files.\n"
                    + "The outcome is a column, or expansion by two volumes. For training: a share of the cases, a "
                    + "column\nof train and test, or none to test on.")
            .line("train")
            .like("--features features.csv --clinical clinical.csv --out signature.json");

    static final Task VALIDATE = Task.of(
                    "validate",
                    "Validate...",
                    () -> SignatureValidation.OPTIONS,
                    (options, image, user) -> SignatureValidation.run(options),
                    "Say how well a signature predicts the outcome of cases that it has not seen.")
            .saying("How well a signature predicts the outcome of these cases, all of whom test it.\n"
                    + "Tables are open, or CSV or Excel files; the signature is Zhan 2020, or a file; the outcome a "
                    + "column,\nor expansion by two volumes.")
            .line("validate")
            .like("--features features.csv --clinical clinical.csv --signature signature.json");

    static final Task READER_AGREEMENT = Task.of(
                    "reader-agreement",
                    "Reader Agreement...",
                    () -> ReaderComparison.OPTIONS,
                    (options, image, user) -> ReaderComparison.run(options),
                    "Compare two readers of the same cases: their features, their outlines, or both.")
            .saying("Two readers of the same cases: their features by intraclass correlation, their outlines by Dice\n"
                    + "and volume, or both. Tables are open, or CSV or Excel "
                    + "files; masks of both lie in folders, named alike.")
            .line("agreement")
            .like("--first reader1.csv --second reader2.csv --out agreement.csv");

    static final Task ROBUSTNESS = Task.of(
                    "robustness",
                    "Robustness...",
                    () -> RobustnessRunning.OPTIONS,
                    (options, image, user) -> RobustnessRunning.run(options),
                    "Say which features stay what they are when contour and image change a little: their ICC.",
                    "Each case is measured as it is and under 18 perturbations.")
            .saying("Measures each case as it is and under 18 small changes of contour and image, and says by the ICC\n"
                    + "which features can be trusted. Esc ends a run; the next can go on with it: yes, or recompute "
                    + "what\nhas changed.")
            .line("robustness")
            .like("cohort.csv --out robustness");

    private StudyTasks() {}
}
