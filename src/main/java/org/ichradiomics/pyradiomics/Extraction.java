package org.ichradiomics.pyradiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.intensity.PyRadiomicsFirstOrder;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.shape.PyRadiomicsFlatShape;
import org.ichradiomics.shape.PyRadiomicsShape;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.texture.PyRadiomicsTexture;

/** PyRadiomics' way of one lesion from image and mask to its values, step by step in its order. */
final class Extraction {

    private final ParameterFile parameters;
    private final ParameterSet setting;
    private final RunDiagnostics diagnostics;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private StoredVolume volume;
    private StoredMask mask;

    private Extraction(StoredVolume volume, StoredMask mask, ParameterFile parameters, boolean hasDiagnostics) {
        this.volume = volume;
        this.mask = mask;
        this.parameters = parameters;
        this.setting = parameters.setting();
        this.diagnostics = hasDiagnostics ? new RunDiagnostics(parameters) : null;
    }

    static PyRadiomics.Values of(
            StoredVolume volume, StoredMask mask, ParameterFile parameters, boolean hasDiagnostics, Progress progress)
            throws InvalidInputException {
        Extraction run = new Extraction(volume, mask, parameters, hasDiagnostics);
        run.all(progress);
        return new PyRadiomics.Values(
                hasDiagnostics ? run.diagnostics.all() : Map.of(), run.values, List.copyOf(run.notes));
    }

    private void all(Progress progress) throws InvalidInputException {
        progress.at("PyRadiomics: image and mask", 0);
        if (diagnostics != null) {
            diagnostics.original(volume);
            diagnostics.original(mask);
        }
        prepare();
        requireSize(mask);
        StoredMask whole = mask;
        if (!setting.get(Parameter.RESEGMENT_RANGE).isEmpty()) {
            resegment();
            requireSize(mask);
        }
        form(setting.get(Parameter.RESEGMENT_SHAPE) ? mask : whole);
        int done = 0;
        for (Map.Entry<ImageType, ParameterSet> type : parameters.images().entrySet()) {
            progress.at(
                    "PyRadiomics: " + type.getKey().text(),
                    (done++ + 0.1) / parameters.images().size());
            CoinTosses.note(type.getKey(), volume, mask, type.getValue(), notes);
            Map<String, VoxelImage> images = type.getKey().images(volume.image(), mask.box(), type.getValue());
            for (Map.Entry<String, VoxelImage> image : images.entrySet())
                measure(image.getKey(), image.getValue(), type.getValue());
        }
        parameters.images().forEach(this::leftOut);
    }

    /**
     * Image and mask as PyRadiomics measures them: normalised, on one grid, interpolated and re-segmented.
     *
     * @throws InvalidInputException if PyRadiomics would refuse them
     */
    static Extraction prepared(StoredVolume volume, StoredMask mask, ParameterFile parameters)
            throws InvalidInputException {
        Extraction run = new Extraction(volume, mask, parameters, false);
        run.prepare();
        run.requireSize(run.mask);
        if (!run.setting.get(Parameter.RESEGMENT_RANGE).isEmpty()) {
            run.resegment();
            run.requireSize(run.mask);
        }
        return run;
    }

    StoredVolume volume() {
        return volume;
    }

    StoredMask mask() {
        return mask;
    }

    private void prepare() throws InvalidInputException {
        if (setting.get(Parameter.NORMALIZE)) {
            volume = volume.normalised(setting.get(Parameter.NORMALIZE_SCALE), setting.get(Parameter.REMOVE_OUTLIERS));
        }
        List<Double> spacing = setting.get(Parameter.SPACING);
        if (!spacing.isEmpty() && setting.get(Parameter.INTERPOLATOR) != Parameter.Interpolator.NONE) {
            resample(spacing);
            if (diagnostics != null) {
                diagnostics.image("interpolated", volume);
                diagnostics.mask("interpolated", mask, volume);
            }
        } else if (setting.get(Parameter.PRE_CROP)) {
            fit();
            cut();
        }
        if (fit() && diagnostics != null) diagnostics.mask("corrected", mask, volume);
    }

    private void resample(List<Double> asked) throws InvalidInputException {
        mask.requireWithin(volume.lattice());
        Spacing spacing = NewGrid.spacing(mask, asked);
        if (NewGrid.isSame(mask.lattice().grid(), spacing)
                && NewGrid.isSame(volume.lattice().grid(), spacing)) {
            requireSameSize();
            cut();
            return;
        }
        if (!mask.lattice().isParallel(volume.lattice())) {
            throw new InvalidInputException(
                    "The axes of the mask do not run as those of the scan, so that both cannot be interpolated on one "
                            + "grid: save the mask on the scan's grid.");
        }
        NewGrid grid = NewGrid.of(mask, spacing, setting.get(Parameter.PAD_DISTANCE));
        CoinTosses.note(grid, volume, notes);
        volume = volume.on(grid.lattice(), setting.get(Parameter.INTERPOLATOR).interpolation());
        mask = mask.on(grid.lattice(), grid.start(), grid.step());
    }

    private void cut() {
        VoxelBox box = NewGrid.around(mask, setting.get(Parameter.PAD_DISTANCE));
        volume = volume.cut(box);
        mask = mask.cut(box);
    }

    private void requireSameSize() throws InvalidInputException {
        for (int axis = 0; axis < 3; axis++) {
            if (volume.lattice().grid().size(axis) == mask.lattice().grid().size(axis)) continue;
            throw new InvalidInputException("The mask has another grid than the scan: set correctMask: true, or save "
                    + "the mask on the scan's grid.");
        }
    }

    /** Whether the mask had to be put on the scan's grid. */
    private boolean fit() throws InvalidInputException {
        if (volume.lattice().isSame(mask.lattice(), setting.get(Parameter.GEOMETRY_TOLERANCE))) return false;
        if (!setting.get(Parameter.CORRECT_MASK)) {
            throw new InvalidInputException("The mask's grid is not the scan's, in size, origin, spacing or direction: "
                    + "set correctMask: true, or save the mask on the scan's grid.");
        }
        mask.requireWithin(volume.lattice());
        mask = mask.on(volume.lattice());
        notes.add("The mask was put on the scan's grid by the nearest voxel (correctMask).");
        return true;
    }

    private void requireSize(StoredMask lesion) throws InvalidInputException {
        VoxelMask voxels = lesion.voxels();
        int count = voxels.count();
        if (count < 2) {
            throw new InvalidInputException(
                    "The mask has one voxel, of which PyRadiomics measures nothing: choose another mask or label.");
        }
        int wide = 0;
        for (int axis = 0; axis < 3; axis++) wide += voxels.box().size(axis) > 1 ? 1 : 0;
        int least = setting.get(Parameter.MINIMUM_ROI_DIMENSIONS);
        if (wide < least) {
            throw new InvalidInputException(
                    "The mask is wider than one voxel along " + (wide == 1 ? "1 axis" : wide + " axes")
                            + ", and minimumROIDimensions is " + least + ": choose another mask, or lower it.");
        }
        int smallest = setting.get(Parameter.MINIMUM_ROI_SIZE);
        if (smallest > 0 && count <= smallest) {
            throw new InvalidInputException("The mask has " + count + " voxels, and minimumROISize asks for more than "
                    + smallest + ": choose another mask, or lower it.");
        }
    }

    private void resegment() throws InvalidInputException {
        Region lesion = Region.of(volume.image(), mask.voxels());
        double[] limits = setting.get(Parameter.RESEGMENT_RANGE).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        String mode = setting.get(Parameter.RESEGMENT_MODE);
        double mean = lesion.mean();
        double squares = 0;
        for (int i = 0; i < lesion.size(); i++) squares += (lesion.hu(i) - mean) * (lesion.hu(i) - mean);
        double sd = Math.sqrt(squares / lesion.size());
        for (int k = 0; k < limits.length; k++) {
            if (mode.equals("relative")) limits[k] *= lesion.max();
            if (mode.equals("sigma")) limits[k] = mean + sd * limits[k];
        }
        VoxelMask kept = mask.where(volume.image(), limits[0], limits.length > 1 ? limits[1] : Double.MAX_VALUE);
        if (kept.count() < 2) {
            throw new InvalidInputException("Of the lesion's " + lesion.size() + " voxels, " + lesion.min() + " to "
                    + lesion.max() + ", resegmentRange leaves " + kept.count() + ": choose a wider range.");
        }
        mask = new StoredMask(mask.lattice(), kept, null);
        if (diagnostics != null) diagnostics.mask("resegmented", mask, volume);
    }

    /** As PyRadiomics has it, the shape of the old mask is cut to the box of the new one. */
    private void form(StoredMask old) throws InvalidInputException {
        StoredMask shown = old.within(mask.box());
        int before = old.voxels().count();
        int lost = before - shown.voxels().count();
        boolean isAsked = parameters.has(FeatureClass.SHAPE) || parameters.has(FeatureClass.SHAPE_2D);
        if (lost > 0 && isAsked) {
            notes.add("Shape is that of the mask before re-segmentation, cut to the box of what is left, as "
                    + "PyRadiomics does: " + lost + " of " + before + " voxels are lost to it.");
        }
        Region region = Region.of(volume.image(), shown.voxels());
        if (parameters.has(FeatureClass.SHAPE)) put("original", FeatureClass.SHAPE, PyRadiomicsShape.of(region));
        if (!parameters.has(FeatureClass.SHAPE_2D)) return;
        if (!setting.get(Parameter.FORCE_2D)) {
            notes.add("shape2D is left out, since force2D is false.");
            return;
        }
        int flat = 2 - setting.get(Parameter.FORCE_2D_DIMENSION);
        if (region.box(flat) > 1) {
            throw new InvalidInputException(
                    "shape2D needs a mask of one slice across force2Ddimension, and this one has " + region.box(flat)
                            + ": name the feature classes without shape2D, or choose a mask of one slice.");
        }
        put("original", FeatureClass.SHAPE_2D, PyRadiomicsFlatShape.of(region, flat));
    }

    private void measure(String name, VoxelImage image, ParameterSet own) throws InvalidInputException {
        Region lesion = Region.of(image, mask.voxels());
        int[] levels = BinEdges.of(lesion, own).levels(lesion);
        PyRadiomicsTexture texture = null;
        for (FeatureClass one : parameters.classes().keySet()) {
            if (one.isForm()) continue;
            if (one == FeatureClass.FIRSTORDER) {
                put(name, one, PyRadiomicsFirstOrder.of(lesion, levels, own.get(Parameter.VOXEL_ARRAY_SHIFT)));
                continue;
            }
            if (texture == null) texture = texture(lesion, levels, own);
            put(name, one, texture);
        }
    }

    private static PyRadiomicsTexture texture(Region lesion, int[] levels, ParameterSet own)
            throws InvalidInputException {
        PyRadiomicsTexture.Settings settings = own.texture();
        int[] size = {lesion.box(0), lesion.box(1), lesion.box(2)};
        if (!PyRadiomicsTexture.hasSteps(size, settings)) {
            throw new InvalidInputException(
                    "No neighbour at the distances " + settings.distances() + " fits into the mask's box of " + size[0]
                            + " × " + size[1] + " × " + size[2] + " voxels: choose smaller distances.");
        }
        int[] box = new int[lesion.boxSize()];
        for (int i = 0; i < levels.length; i++) box[lesion.position(i)] = levels[i];
        return PyRadiomicsTexture.of(box, size, lesion.spacing(), settings);
    }

    @SuppressWarnings("unchecked") // the features of a class are formulas on what it is measured on
    private <M> void put(String image, FeatureClass one, M matrix) {
        for (Descriptor<?> feature : parameters.classes().get(one))
            values.put(FeatureClass.name(image, one, feature), ((Descriptor<M>) feature).of(matrix));
    }

    private void leftOut(ImageType type, ParameterSet own) {
        List<String> missing = new ArrayList<>(type.names(own));
        missing.removeIf(name -> values.keySet().stream().anyMatch(column -> column.startsWith(name + "_")));
        boolean isAsked = parameters.classes().keySet().stream().anyMatch(one -> !one.isForm());
        if (missing.isEmpty() || !isAsked) return;
        notes.add(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                + " left out, since sigma is too large for the image of "
                + Arrays.toString(new int[] {
                    volume.lattice().grid().nx(),
                    volume.lattice().grid().ny(),
                    volume.lattice().grid().nz()
                })
                + " voxels.");
    }
}
