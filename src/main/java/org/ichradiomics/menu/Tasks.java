package org.ichradiomics.menu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.batch.BatchRunning;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.ExpansionMeasuring;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ExpansionPreview;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Extraction;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.VolumeMeasuring;

/** All tasks. */
public final class Tasks {

    public static final Task EXTRACT = Task.of(
                    "extract",
                    "Extract...",
                    ExtractOptions.OPTIONS,
                    (options, image, user) -> Extraction.run(image, null, new ExtractOptions(options), user).stream()
                            .map(row -> Double.toString(row.score().value()))
                            .collect(Collectors.joining(",")),
                    "Measure the haematoma of one head CT: all features and the R-score, as one row of a CSV file.")
            .showing((options, image) -> MaskPreview.of(image, new ExtractOptions(options)))
            .line("extract")
            .like("ct.nii.gz --mask mask.nii.gz --out features.csv");

    public static final Task VOLUME = Task.of(
                    "volume",
                    "Volume...",
                    VolumeMeasuring.OPTIONS,
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
                    ExpansionOptions.OPTIONS,
                    (options, image, user) -> ExpansionMeasuring.run(new ExpansionOptions(options), user)
                            .finding()
                            .text(),
                    "Compare the haematoma of two head CTs: volumes, growth and the published definitions of "
                            + "expansion.")
            .saying("Two scans of one haematoma, each with its mask: \"automatic\" (the ROIs drawn on it), "
                    + "\"selection\",\n"
                    + "\"overlay\", \"ROI Manager\", the title of an open mask image, or the path of a mask "
                    + "or ROI file (.roi, .zip).")
            .showing((options, image) -> ExpansionPreview.of(new ExpansionOptions(options)))
            .line("expansion")
            .like("base.nii.gz later.nii.gz --mask base-mask.nii.gz --followup-mask later-mask.nii.gz");

    public static final Task BATCH = Task.of(
                    "batch",
                    "Batch...",
                    BatchRunning.OPTIONS,
                    (options, image, user) -> BatchRunning.run(options),
                    "Measure a cohort: a row for every case, as of extract, with status and reason.")
            .saying("Cases: a CSV file with the columns case, image, mask; or a folder with NAME.nii.gz and "
                    + "NAME_mask.nii.gz.\nResume: no, yes, or recompute (what has changed). Check: yes reads the "
                    + "headers "
                    + "only. Esc ends a run; resume goes on.")
            .line("batch")
            .like("cohort.csv --out table.csv");

    public static final Task FEATURE_REFERENCE = Task.of(
                    "feature-reference",
                    "Feature Reference",
                    List.of(
                            Option.word("Catalogue", "ak", "The 396 features of AK (default), or the 174 of IBSI 1.")
                                    .line("ak|ibsi")
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

    private static final Task HELP = page("help", "ICH Radiomics Help", Help.HELP, "Say how to measure a haematoma.");

    private static final Task ABOUT =
            page("about", "About ICH Radiomics...", Help.ABOUT, "Say which version this is, and what to cite.");

    /** The features of IBSI, on the command line alone. */
    public static final Task IBSI = LineTasks.IBSI;
    /** A filtered image, on the command line alone. */
    public static final Task FILTER = LineTasks.FILTER;

    /** By the groups of the menu, between which are separators. */
    public static final List<List<Task>> GROUPS = List.of(
            List.of(EXTRACT, todo("R-score...", "RScorePlugIn"), todo("Build Reference...", "BuildReferencePlugIn")),
            List.of(
                    todo("Open CT...", "OpenCtPlugIn"),
                    todo("Open Mask...", "OpenMaskPlugIn"),
                    todo("Save Mask...", "SaveMaskPlugIn")),
            List.of(VOLUME, EXPANSION, BATCH),
            List.of(
                    todo("Study...", "StudyPlugIn"),
                    todo("Train Signature...", "TrainSignaturePlugIn"),
                    todo("Validate...", "ValidatePlugIn"),
                    todo("Reader Agreement...", "ReaderAgreementPlugIn")),
            List.of(todo("Open Sample", "OpenSample"), FEATURE_REFERENCE, HELP, ABOUT),
            List.of(IBSI, FILTER));

    /** In the order of the menu. */
    public static final List<Task> ALL = GROUPS.stream().flatMap(List::stream).toList();

    private Tasks() {}

    private static Task page(String name, String label, Help page, String help) {
        return Task.of(
                name,
                label,
                List.of(),
                (options, image, user) -> {
                    page.show();
                    return "";
                },
                help);
    }

    /** One that has classes of its own in each front still. */
    private static Task todo(String label, String plugIn) {
        return Task.of(plugIn, label, List.of(), null, label);
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
