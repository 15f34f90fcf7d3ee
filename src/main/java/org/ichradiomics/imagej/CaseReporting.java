package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.BrowserLauncher;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.page.CaseReport;
import org.ichradiomics.page.ReadAgainst;
import org.ichradiomics.page.TypedIn;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;

/** <i>Case Report...</i> and {@code report}: one haematoma on a page, as HTML and as PNG beside it. */
public final class CaseReporting {

    private static final Setting FOLLOW_UP = Setting.of("followup");
    private static final Setting FOLLOW_UP_MASK = Setting.of("followupmask");

    /** A later scan of the case. */
    public static final Option LATER = Option.of(
                    Option.Kind.IMAGE,
                    "Followup (later image)",
                    "",
                    "A later head CT of the same haematoma: " + CommonOptions.SCAN)
            .called("Follow-up scan, if any")
            .line("IMAGE");

    /** What a case is called. */
    static final Option NAME = Option.word("Name", "", "The case; usually the name of the image without its ending.")
            .called("Name of the case")
            .line("CASE");

    /** Those of <i>Case Report...</i> and {@code report}. */
    public static final List<Option> OPTIONS = Stream.of(
                    CommonOptions.WHERE.stream().map(SignReading::ofHaematoma).toList(),
                    List.of(
                            CommonOptions.PLACEMENT.onlyOnTheLine(),
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            NAME.askedWhenItMatters(),
                            LATER,
                            Option.of(
                                            Option.Kind.FILE,
                                            "Followupmask (any format)",
                                            "",
                                            "The haematoma on it: " + CommonOptions.MASK_FILE,
                                            "In ImageJ also automatic (where nothing is said), selection, overlay, "
                                                    + "ROI Manager, or the title of an open mask image.")
                                    .called("Its haematoma")
                                    .line("--followup-mask", "MASK"),
                            Option.of(
                                            Option.Kind.FILE,
                                            "Signs (CSV)",
                                            "",
                                            "What the reader says of signs: a row of the case, a column of each sign, "
                                                    + "1, 0 or empty.")
                                    .called("Table of answers to signs")
                                    .line("F.csv"),
                            Option.of(
                                            Option.Kind.FILE,
                                            "Patient (CSV)",
                                            "",
                                            "What clinical scores need, such as gcs and age: a row of the case. "
                                                    + "Without it nothing of the patient is on the page.")
                                    .called("Table of the patient")
                                    .line("F.csv"),
                            ExtractOptions.SIGNATURE.further(),
                            ExtractOptions.REFERENCE.further(),
                            KnownRobustness.OPTION,
                            CommonOptions.out(
                                            "Out (HTML)",
                                            "F.html",
                                            "The page to write; its slices and numbers stand beside it as F.png.")
                                    .called("Save to (.html)")
                                    .required(),
                            CommonOptions.overwrite("Replace files of other content that have these names.")))
            .flatMap(List::stream)
            .toList();

    /** What the options say but where image and mask are. */
    private final Options options;

    private final ExtractOptions how;
    private final Protocol protocol;
    private final Path out;

    /**
     * Refuses what is none, before anything is read.
     *
     * @throws InvalidInputException if an option is none, or signature or reference cannot be read
     */
    public CaseReporting(Options options) throws InvalidInputException {
        this.options = options;
        how = new ExtractOptions(options);
        protocol = how.protocol();
        out = Options.path(options.need("out", "The path of the report", "out=[path of a .html file]"));
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new InvalidInputException(out.getFileName() + " is no name of a page: let it end in .html.");
        }
        if (options.get(FOLLOW_UP.key()).isEmpty()
                && !options.get(FOLLOW_UP_MASK.key()).isEmpty()) {
            throw new InvalidInputException(
                    Sentence.of("", FOLLOW_UP_MASK, " needs the scan on which it lies: name it as ", FOLLOW_UP, "."));
        }
        for (Path written : files()) WholeFile.check(written);
    }

    /** The page and the picture beside it. */
    public List<Path> files() {
        return List.of(out, Provenance.beside(out, ".png"));
    }

    /**
     * Reads a case and its follow-up from their files, and writes its report.
     *
     * @return those of the two files that were written; the others held the same bytes
     * @throws InvalidInputException if something cannot be read, measured or written
     */
    public List<Path> run(Path image, Path mask) throws InvalidInputException {
        ImageFile file = ImageFile.read(image);
        Lesion lesion = MaskFile.lesion(mask, how.get("label"), how.placement(), file);
        Optional<VolumeMeasurement> later = Optional.empty();
        if (!options.get(FOLLOW_UP.key()).isEmpty()) {
            Path laterMask = Options.path(
                    options.need(FOLLOW_UP_MASK.key(), "The mask of the follow-up", "followupmask=[path of a mask]"));
            later = Optional.of(later(Options.path(options.get(FOLLOW_UP.key())), laterMask));
        }
        return written(report(name(FileKind.caseName(image)), file.scan().spaced(how.spacing()), lesion, later));
    }

    private VolumeMeasurement later(Path image, Path mask) throws InvalidInputException {
        ImageFile file = ImageFile.read(image);
        Lesion lesion = MaskFile.lesion(mask, how.get("label"), Placement.CHECKED, file);
        Scan scan = file.scan().spaced(how.spacing());
        return VolumeMeasurement.of(scan, scan.spacing(), lesion);
    }

    /**
     * The same of the current image of ImageJ.
     *
     * @throws InvalidInputException as the other {@code run}
     */
    public List<Path> run(ImagePlus image, LesionFinder.Asker asker) throws InvalidInputException {
        FoundLesion found = FoundLesion.on(image, how, asker);
        String followUp = options.get(FOLLOW_UP.key());
        Optional<VolumeMeasurement> later =
                followUp.isEmpty() ? Optional.empty() : Optional.of(later(followUp, image, asker));
        return written(report(name(FileKind.caseName(image.getTitle())), found.scan(), found.lesion(), later));
    }

    private String name(String usual) {
        String given = options.get(NAME.key());
        return given.isEmpty() ? usual : given;
    }

    /** Shows the page to somebody who sits before the screen. */
    public void open() {
        IJ.showStatus("ICH Radiomics: " + out.getFileName() + " is written");
        if (!Screen.hasUser()) return;
        try {
            BrowserLauncher.openURL(out.toUri().toString());
        } catch (IOException e) {
            IJ.log("ICH Radiomics: there is no browser to show " + out.getFileName() + ", which is written.");
        }
    }

    private VolumeMeasurement later(String followUp, ImagePlus baseline, LesionFinder.Asker asker)
            throws InvalidInputException {
        String mask = options.get(FOLLOW_UP_MASK.key());
        ExpansionOptions two = ExpansionOptions.of(Map.of(
                "baseline_label",
                how.get("label"),
                "followup_mask",
                mask.isEmpty() ? MaskSource.AUTOMATIC.text() : mask,
                "followup_spacing",
                how.get("spacing"),
                CommonOptions.SPACING_USE.key(),
                how.get(CommonOptions.SPACING_USE.key())));
        ImagePlus image = TimePoint.image("followup", followUp);
        return TimePoint.of("followup", image, baseline, two, asker).haematoma();
    }

    private CaseReport report(String name, Scan scan, Lesion lesion, Optional<VolumeMeasurement> later)
            throws InvalidInputException {
        TypedIn answers = typedIn("signs", name);
        TypedIn patient = typedIn("patient", name);
        boolean isLeftOpen = how.get("label").equalsIgnoreCase(Labels.HAEMATOMA);
        Lesion said = isLeftOpen && lesion.roi().startsWith("label ")
                ? lesion.noted("Of the labels of the mask, " + lesion.roi() + " was taken as the haematoma.")
                : lesion;
        Map<String, String> known = new LinkedHashMap<>(answers.cells());
        known.putAll(patient.cells());
        Measurement measured =
                protocol.scored(protocol.measure(scan.name(), scan, scan.spacing(), said, Progress.NONE), known);
        return CaseReport.of(name, scan, said, ReadAgainst.of(protocol, measured), later, answers, patient);
    }

    private TypedIn typedIn(String key, String name) throws InvalidInputException {
        return options.get(key).isEmpty()
                ? TypedIn.NOTHING
                : TypedIn.of(FeatureTableCsv.read(Options.path(options.get(key))), name);
    }

    private List<Path> written(CaseReport report) throws InvalidInputException {
        Replacing replacing = options.replacing();
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        contents.put(files().get(0), report.html().getBytes(StandardCharsets.UTF_8));
        contents.put(files().get(1), report.png());
        return WholeFile.writeBytes(contents, replacing);
    }
}
