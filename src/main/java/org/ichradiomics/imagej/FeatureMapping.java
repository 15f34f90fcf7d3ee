package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.measure.FeatureMaps;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.KernelShape;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;

/**
 * <i>Feature Maps...</i> and {@code maps}: features in a kernel around every voxel of a haematoma.
 *
 * @param scan of which the maps are
 * @param maps one a feature
 * @param notes what was done, and what the user should know, one sentence each
 */
public record FeatureMapping(Scan scan, List<FeatureMap> maps, List<String> notes) {

    private static final Option FEATURES = Option.text(
                    "Features",
                    "",
                    "Features of PyRadiomics or IBSI, separated by commas, by the names of their columns; original_ "
                            + "may be left out.")
            .suggesting("firstorder_Mean,glcm_JointEntropy")
            .line("NAMES")
            .required();

    private static final Option RADIUS = Option.word(
                    "Radius (voxels)", "1", "How far the kernel reaches from its middle (default: 1, 3 voxels wide).")
            .line("N");

    private static final Option KERNEL = Option.choice(
                    "Kernel",
                    KernelShape.texts(),
                    "In the slice (2d), in the volume (3d), or as the settings say, else in the slice where slices are "
                            + "more than two pixels apart (auto, the default).")
            .line("SHAPE");

    private static final Option UNMASKED = Option.flag(
                    "Unmasked",
                    "Kernels and grey levels take all voxels of the lesion's box and a margin, not the lesion's alone.")
            .further();

    private static final Option SETTINGS = Option.of(
                    Option.Kind.NAME_OR_FILE,
                    "Settings (IBSI or PyRadiomics)",
                    "",
                    "PyRadiomics' parameter file, or a file or name of IBSI settings: " + IbsiPreset.names()
                            + " (default: none for features of PyRadiomics, ICH for those of IBSI).")
            .called("Settings of IBSI or PyRadiomics")
            .further()
            .line("F");

    private static final Option OUT = Option.of(
                    Option.Kind.FOLDER,
                    "Out (folder)",
                    "",
                    "A folder in which FEATURE.nii.gz is written for each feature: float64, on the grid of the scan, "
                            + "NaN outside the lesion.")
            .called("Save maps to (folder)")
            .line("DIR")
            .required();

    private static final Option COLOURS = Option.choice(
                    "Colours", Option.YES_NO, "Whether a copy of the CT shows the maps over it in colour.")
            .called("Show over the CT in colour");

    /** Those of <i>Feature Maps...</i> and {@code maps}. */
    public static final List<Option> OPTIONS = Stream.of(
                    CommonOptions.WHERE,
                    List.of(
                            CommonOptions.PLACEMENT.onlyOnTheLine(),
                            FEATURES,
                            RADIUS,
                            KERNEL,
                            UNMASKED,
                            SETTINGS,
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            COLOURS,
                            OUT,
                            CommonOptions.overwrite("Replace files of other content that have these names.")))
            .flatMap(List::stream)
            .toList();

    public FeatureMapping {
        maps = List.copyOf(maps);
        notes = List.copyOf(notes);
    }

    /**
     * Refuses what is none, before anything is read.
     *
     * @throws InvalidInputException if a feature or another option is none
     */
    public static void check(Options options) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        how.placement();
        how.spacing();
        options.replacing();
        FeatureMaps.under(options.get(SETTINGS.key())).check(wanted(options));
    }

    private static FeatureMaps.Wanted wanted(Options options) throws InvalidInputException {
        List<String> features = Stream.of(options.get(FEATURES.key()).split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        KernelShape shape = KernelShape.of(options.choice(KERNEL.key(), KernelShape.texts()));
        return new FeatureMaps.Wanted(features, options.count(RADIUS.key()), shape, !options.isChosen(UNMASKED.key()));
    }

    /**
     * Maps of a file and its mask.
     *
     * @throws InvalidInputException if one of them cannot be read, they do not fit, or the lesion cannot be measured
     */
    public static FeatureMapping of(Path image, Path mask, Options options, Progress progress)
            throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        ImageFile file = ImageFile.read(image);
        Scan scan = file.scan().spaced(how.spacing());
        return of(scan, MaskFile.lesion(mask, how.get("label"), how.placement(), file), options, progress);
    }

    private static FeatureMapping of(Scan scan, Lesion lesion, Options options, Progress progress)
            throws InvalidInputException {
        FeatureMaps.Wanted wanted = wanted(options);
        FeatureMaps.Made made = FeatureMaps.under(options.get(SETTINGS.key()))
                .of(scan, lesion.region(scan, scan.spacing()), wanted, progress);
        List<String> notes = new ArrayList<>();
        notes.add("Kernel: " + made.kernel() + (wanted.isMasked() ? ", in the lesion alone." : ", in the image."));
        notes.addAll(scan.warnings());
        notes.addAll(lesion.notes());
        return new FeatureMapping(scan, made.maps(), notes);
    }

    /**
     * Maps of an image of ImageJ: a 32-bit stack each, over the CT in colour, and files if they are asked for; Esc ends
     * it.
     *
     * @return what was made
     * @throws InvalidInputException if there is no lesion, it cannot be measured, or a file cannot be written
     */
    public static FeatureMapping run(ImagePlus image, Options options, LesionFinder.Asker asker)
            throws InvalidInputException {
        check(options);
        FoundLesion found = FoundLesion.on(image, new ExtractOptions(options), asker);
        IJ.resetEscape();
        FeatureMapping mapping = of(found.scan(), found.lesion(), options, ImageJProgress.INSTANCE);
        IJ.showProgress(1);
        if (!options.get(OUT.key()).isEmpty()) mapping.write(Options.path(options.get(OUT.key())), options.replacing());
        boolean isColoured = options.isChosen(COLOURS.key());
        for (FeatureMap map : mapping.maps) {
            ImagePlus stack = MapImage.of(map, image);
            stack.show();
            if (isColoured) MapImage.over(image, map, stack).show();
        }
        Said.log(mapping.notes);
        IJ.showStatus("ICH Radiomics: " + mapping.notes.get(0));
        return mapping;
    }

    /**
     * Writes a file for each map.
     *
     * @return file → whether it was written, and not there already
     * @throws InvalidInputException if one cannot be written
     */
    public Map<Path, Boolean> write(Path folder, Replacing replacing) throws InvalidInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + folder.getFileName() + " cannot be made: choose another for the maps.", e);
        }
        Map<Path, Boolean> written = new LinkedHashMap<>();
        for (FeatureMap map : maps) {
            Path file = folder.resolve(map.name() + ".nii.gz");
            written.put(file, NiftiWriter.writeFloat64(file, map.values(), map.geometry(), replacing));
        }
        return written;
    }

    /** The names of the maps, separated by commas. */
    public String answer() {
        return maps.stream().map(FeatureMap::name).collect(Collectors.joining(","));
    }
}
