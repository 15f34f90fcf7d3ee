package org.ichradiomics.menu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.imagej.BatchRunning;
import org.ichradiomics.imagej.CaseReporting;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.ExpansionMeasuring;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ExpansionPreview;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Extraction;
import org.ichradiomics.imagej.MaskOpening;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.MaskSaving;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.imagej.VolumeMeasuring;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.text.English;

/** All tasks. */
public final class Tasks {

    public static final Task EXTRACT = Task.of(
                    "extract",
                    "Extract...",
                    () -> ExtractOptions.OPTIONS,
                    (options, image, user) -> Extraction.run(image, null, new ExtractOptions(options), user).stream()
                            .map(row -> Double.toString(row.score().value()))
                            .collect(Collectors.joining(",")),
                    "Measure the haematoma of one head CT: all features and the R-score, as one row of a CSV file.")
            .saying(() -> MaskPreview.wrapped(List.of(Purpose.R_SCORE)))
            .showing((options, image) -> MaskPreview.of(image, new ExtractOptions(options)))
            .line("extract")
            .like("ct.nii.gz --mask mask.nii.gz --out features.csv");

    public static final Task OPEN_CT = Task.of(
                    "open-ct",
                    "Open CT...",
                    () -> CtOpening.OPTIONS,
                    (options, image, user) -> CtOpening.run(
                                    options, user.chooser("Series", "Several series: which one?", "series"))
                            .getTitle(),
                    "Open a head CT of any format as HU in mm, in the brain window.")
            .saying(() -> "A head CT in HU, shown in the brain window: a folder of DICOM files (or\n"
                    + "a zip) or of pictures, or a "
                    + English.listed(CommonOptions.VOLUMES, "or") + " file, which may be dropped onto the field.")
            .line("inspect", "Say what a scan or mask holds, as it would be read: size, spacing, HU range, warnings.")
            .like("ct.nii.gz");

    public static final Task OPEN_MASK = Task.of(
                    "open-mask",
                    "Open Mask...",
                    () -> MaskOpening.OPTIONS,
                    (options, image, user) -> {
                        if (MaskOpening.replaces(image))
                            user.warn(
                                    "ICH Radiomics - Open Mask",
                                    "The ROIs in the overlay and in the ROI Manager will be replaced.");
                        return Integer.toString(MaskOpening.run(
                                        image, options, user.chooser("Label", "Several labels: which one?", "label"))
                                .size());
                    },
                    "Put a mask file onto the current image as ROIs, matched by its place in the patient.")
            .saying(() ->
                    "A mask onto the current image, matched by its place in the patient:\n" + CommonOptions.MASK_FILE)
            .line(
                    "mask",
                    "Write any readable mask as NIfTI, NRRD or DICOM SEG on the grid of a scan, or list its labels.")
            .like("rois.zip --on ct.nii.gz --out mask.nii.gz");

    public static final Task SAVE_MASK = Task.of(
                    "save-mask",
                    "Save Mask...",
                    () -> MaskSaving.OPTIONS,
                    (options, image, user) -> {
                        long voxels = MaskSaving.run(image, options, user);
                        IJ.showStatus("ICH Radiomics: " + voxels + " voxels saved");
                        return Long.toString(voxels);
                    },
                    "Write the mask that Extract... would measure as NIfTI, NRRD or DICOM SEG, on the grid of the CT.")
            .saying("The mask as NIfTI (.nii.gz), NRRD or, on a DICOM series, SEG (.dcm), on the grid of the CT.")
            .showing((options, image) -> MaskPreview.ofSaving(image, options));

    public static final Task OPEN_SAMPLE = Task.of(
                    "open-sample",
                    "Open Sample",
                    () -> SampleImage.OPTIONS,
                    (options, image, user) -> {
                        ImagePlus sample = SampleImage.open();
                        sample.show();
                        return sample.getTitle();
                    },
                    "Open a head CT phantom whose haematoma is drawn.")
            .line("sample", "Write a head CT phantom whose haematoma is drawn: an image, and its ROIs.")
            .like("--out sample");

    public static final Task VOLUME = Task.of(
                    "volume",
                    "Volume...",
                    () -> VolumeMeasuring.OPTIONS,
                    (options, image, user) -> VolumeMeasuring.run(image, new ExtractOptions(options), user).stream()
                            .map(row -> Double.toString(row.volume().millilitres()))
                            .collect(Collectors.joining(",")),
                    "Measure the volume of the haematoma of one head CT, and ABC/2 beside it.")
            .showing((options, image) -> MaskPreview.of(image, new ExtractOptions(options)))
            .line("volume")
            .like("ct.nii.gz --mask mask.nii.gz");

    public static final Task EXPANSION = Task.of(
                    "expansion",
                    "Expansion...",
                    () -> ExpansionOptions.OPTIONS,
                    (options, image, user) -> ExpansionMeasuring.run(new ExpansionOptions(options), user)
                            .finding()
                            .text(),
                    "Compare the haematoma of two head CTs: volumes, growth and the published definitions of "
                            + "expansion.")
            .saying("Two scans of one haematoma, and where it is outlined on each: automatic (the ROIs drawn on it),\n"
                    + "selection, overlay, ROI Manager, the title of an open mask image, or a mask file.")
            .showing((options, image) -> ExpansionPreview.of(new ExpansionOptions(options)))
            .line("expansion")
            .like("base.nii.gz later.nii.gz --mask base-mask.nii.gz --followup-mask later-mask.nii.gz");

    public static final Task CASE_REPORT = Task.of(
                    "case-report",
                    "Case Report...",
                    () -> CaseReporting.OPTIONS,
                    (options, image, user) -> {
                        CaseReporting report = new CaseReporting(options);
                        report.run(image, user);
                        report.open();
                        return report.files().get(0).toString();
                    },
                    "Put one haematoma on a page: its slices, volume, growth, R-score, signs and clinical scores.")
            .showing((options, image) -> MaskPreview.of(image, new ExtractOptions(options)))
            .line("report")
            .like("ct.nii.gz --mask mask.nii.gz --out report.html");

    public static final Task BATCH = Task.of(
                    "batch",
                    "Batch...",
                    () -> BatchRunning.OPTIONS,
                    (options, image, user) -> BatchRunning.run(options),
                    "Measure a cohort: a row for every case, as of extract, with status and reason.")
            .saying("Many cases: a list (a CSV file with the columns case, image, mask), or a folder with NAME.nii.gz\n"
                    + "and NAME_mask.nii.gz. Esc ends a run; the next can go on with it: yes, or recompute what has "
                    + "changed.")
            .line("batch")
            .like("cohort.csv --out table.csv");

    public static final Task FEATURE_REFERENCE = Task.of(
                    "feature-reference",
                    "Feature Reference",
                    () -> List.of(
                            Option.word(
                                            "Catalogue",
                                            "ak",
                                            "The 396 features of AK (default), the 174 of IBSI 1, or those of "
                                                    + "PyRadiomics.")
                                    .line("ak|ibsi|pyradiomics")
                                    .onlyOnTheLine(),
                            CommonOptions.JSON.meaning("As JSON instead of CSV.")),
                    (options, image, user) -> {
                        FeatureReference.show();
                        return "";
                    },
                    "List the features of a catalogue: name, formula, unit, source, and what IBSI and PyRadiomics call "
                            + "the same quantity.",
                    "A name after ≠ is a look-alike that is another quantity; the reason follows.")
            .line("features")
            .like("--catalogue ibsi");

    /** <i>Grow Haematoma...</i>. */
    public static final Task GROW_HAEMATOMA = OutlineTasks.GROW_HAEMATOMA;

    /** <i>Fill Between Slices...</i>. */
    public static final Task FILL_BETWEEN_SLICES = OutlineTasks.FILL_BETWEEN_SLICES;

    /** <i>Signs...</i>. */
    public static final Task SIGNS = ReadingTasks.SIGNS;

    /** <i>Clinical Scores...</i>. */
    public static final Task CLINICAL_SCORES = ReadingTasks.CLINICAL_SCORES;

    /** <i>Feature Maps...</i>. */
    public static final Task FEATURE_MAPS = ReadingTasks.FEATURE_MAPS;

    private static final Task ICH_BRUSH = OutlineTasks.ICH_BRUSH;

    /** <i>Save Case...</i>. */
    public static final Task SAVE_CASE = CaseTasks.SAVE_CASE;

    /** <i>R-score...</i>. */
    public static final Task R_SCORE = StudyTasks.R_SCORE;

    /** <i>Build Reference...</i>. */
    public static final Task BUILD_REFERENCE = StudyTasks.BUILD_REFERENCE;

    private static final Task IMPORT_SIGNATURE = StudyTasks.IMPORT_SIGNATURE;

    /** <i>Study...</i>. */
    public static final Task STUDY = StudyTasks.STUDY;

    /** <i>Train Signature...</i>. */
    public static final Task TRAIN_SIGNATURE = StudyTasks.TRAIN_SIGNATURE;

    /** <i>Validate...</i>. */
    public static final Task VALIDATE = StudyTasks.VALIDATE;

    /** <i>Reader Agreement...</i>. */
    public static final Task READER_AGREEMENT = StudyTasks.READER_AGREEMENT;

    /** <i>Robustness...</i>. */
    public static final Task ROBUSTNESS = StudyTasks.ROBUSTNESS;

    private static final Task HELP = page("help", "ICH Radiomics Help", Help.HELP, "Say how to measure a haematoma.");

    private static final Task ABOUT =
            page("about", "About ICH Radiomics...", Help.ABOUT, "Say which version this is, and what to cite.");

    /** The features of IBSI, on the command line alone. */
    public static final Task IBSI = LineTasks.IBSI;
    /** A filtered image, on the command line alone. */
    public static final Task FILTER = LineTasks.FILTER;

    /** The features of PyRadiomics, with its own arguments, on the command line alone. */
    public static final Task PYRADIOMICS = LineTasks.PYRADIOMICS;

    /** By the groups of the menu, between which are separators. */
    public static final List<List<Task>> GROUPS = List.of(
            List.of(CaseTasks.WORKBENCH),
            List.of(EXTRACT, R_SCORE, BUILD_REFERENCE, StudyTasks.SAVE_TABLE, IMPORT_SIGNATURE),
            List.of(OPEN_CT, OPEN_MASK, SAVE_MASK),
            List.of(GROW_HAEMATOMA, FILL_BETWEEN_SLICES, ICH_BRUSH),
            List.of(VOLUME, EXPANSION, SIGNS, CLINICAL_SCORES, FEATURE_MAPS, CASE_REPORT, SAVE_CASE, BATCH),
            List.of(STUDY, TRAIN_SIGNATURE, VALIDATE, READER_AGREEMENT, ROBUSTNESS),
            List.of(OPEN_SAMPLE, FEATURE_REFERENCE, HELP, ABOUT),
            List.of(IBSI, FILTER, PYRADIOMICS, LineTasks.EXPORT_SIGNATURE, LineTasks.COMPLETION));

    /** In the order of the menu. */
    public static final List<Task> ALL = GROUPS.stream().flatMap(List::stream).toList();

    private Tasks() {}

    private static Task page(String name, String label, Help page, String help) {
        return Task.of(
                name,
                label,
                List::of,
                (options, image, user) -> {
                    page.show();
                    return "";
                },
                help);
    }

    /** The task of a name. */
    public static Optional<Task> find(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    /** The names of those that a macro can call. */
    static List<String> names() {
        return ALL.stream().filter(task -> task.work() != null).map(Task::name).toList();
    }
}
