package org.ichradiomics.menu;

import java.util.stream.Collectors;

import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.imagej.TableScoring;
import org.ichradiomics.imagej.studies.ReaderComparison;
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
            .saying("Scores every case of a table: the title of an open table, or the path of a CSV file.\n"
                    + "Reference: Demonstration, none, \"" + TableScoring.THIS_TABLE
                    + "\" (from 20 cases), or the path of a JSON file.")
            .line("score")
            .like("features.csv --signature signature.json --out scores.csv");

    static final Task BUILD_REFERENCE = Task.of(
                    "build-reference",
                    "Build Reference...",
                    () -> ReferenceBuilding.OPTIONS,
                    (options, image, user) -> ReferenceBuilding.run(options).sentence(),
                    "Compute mean and SD of every feature of a cohort, for R-scores against it.")
            .saying("Mean and SD of every feature of a cohort, for R-scores against it.\n"
                    + "Table: the title of an open table, or the path of a CSV file. Out: the JSON file to write.\n"
                    + "Columns: which are features, names or patterns such as wavelet*, separated by ; - empty: those "
                    + "that bear a feature's name.")
            .line("reference")
            .like("features.csv --name \"Our clinic\" --out reference.json");

    static final Task STUDY = Task.of(
                    "study",
                    "Study...",
                    () -> StudyRunning.OPTIONS,
                    (options, image, user) -> StudyRunning.run(options),
                    "Run a study: from features and outcomes to a trained signature, its validation and a report.")
            .saying("A study from features and outcomes: signature, validation, models, report. Esc ends it.\n"
                    + "Study: a study file (.json, .yml), or sample, a synthetic cohort. Out: the folder to write.")
            .line("study")
            .like("sample --out study");

    static final Task TRAIN_SIGNATURE = Task.of(
                    "train-signature",
                    "Train Signature...",
                    () -> SignatureTraining.OPTIONS,
                    (options, image, user) -> SignatureTraining.run(options),
                    "Train a signature on a table of features and an outcome.")
            .saying("Tables: the title of an open table, or the path of a CSV file; clinical may be empty where the "
                    + "features have the outcome beside them.\n"
                    + "Outcome: a column, or expansion by two volumes. Split: a share, a column of train and test, "
                    + "or none. Out: the JSON file to write.\n"
                    + "Columns: which are features, names or patterns such as wavelet*, separated by ; "
                    + "- empty: those that bear a feature's name.\n"
                    + "Reader2: features of another reader; agreement=required trains on those with an ICC above "
                    + "0.75. Folder: for the whole study.")
            .line("train")
            .like("--features features.csv --clinical clinical.csv --out signature.json");

    static final Task VALIDATE = Task.of(
                    "validate",
                    "Validate...",
                    () -> SignatureValidation.OPTIONS,
                    (options, image, user) -> SignatureValidation.run(options),
                    "Say how well a signature predicts the outcome of cases that it has not seen.")
            .saying("How well a signature predicts the outcome of these cases, all of whom test it.\n"
                    + "Tables: the title of an open table, or the path of a CSV file; clinical may be empty where "
                    + "the features have the outcome beside them.\n"
                    + "Signature: Zhan 2020, or the path of a JSON file. Outcome: a column, or expansion by two "
                    + "volumes. Out: for the whole study.")
            .line("validate")
            .like("--features features.csv --clinical clinical.csv --signature signature.json");

    static final Task READER_AGREEMENT = Task.of(
                    "reader-agreement",
                    "Reader Agreement...",
                    () -> ReaderComparison.OPTIONS,
                    (options, image, user) -> ReaderComparison.run(options),
                    "Compare two readers of the same cases: their features, their outlines, or both.")
            .saying("Two readers of the same cases: their features by intraclass correlation, their outlines by Dice "
                    + "and volume, or both.\n"
                    + "First, second: titles of open tables, or paths of CSV files. First_masks, second_masks: "
                    + "folders of masks named alike.")
            .line("agreement")
            .like("--first reader1.csv --second reader2.csv --out agreement.csv");

    private StudyTasks() {}
}
