package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.SlidingKernel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.TextFile;

/**
 * Maps of features in a kernel around every voxel of a lesion. Any feature of IBSI and PyRadiomics has one, but for
 * those of the form.
 */
public final class FeatureMaps {

    /**
     * Which maps are wanted.
     *
     * @param features names as of columns; of those of the image as it is {@code original_} may be left out
     * @param radius of the kernel, voxels
     * @param isMasked whether kernels and grey levels keep to the lesion, or take all voxels of its box with a margin
     *     of the radius
     */
    public record Wanted(List<String> features, int radius, KernelShape shape, boolean isMasked) {

        public Wanted {
            features = List.copyOf(features);
        }
    }

    /**
     * What was made.
     *
     * @param maps one a feature, called as it was asked for, in that order
     * @param kernel its size in voxels and mm, in words
     */
    public record Made(List<FeatureMap> maps, String kernel) {}

    private static final String ORIGINAL = "original_";
    private static final int SLICES = 2;

    private final Optional<PyRadiomics> radiomics;
    private final Optional<IbsiMapping> ibsi;
    private final Optional<Boolean> isFlat;

    private FeatureMaps(Optional<PyRadiomics> radiomics, Optional<IbsiSettings> settings, Optional<Boolean> isFlat) {
        this.radiomics = radiomics;
        this.ibsi = settings.map(IbsiMapping::new);
        this.isFlat = isFlat;
    }

    /**
     * Maps under some settings.
     *
     * @param settings the name or file of IBSI's settings, or PyRadiomics' parameter file; empty: the usual ones of
     *     both
     * @throws InvalidInputException if there are no such settings
     */
    public static FeatureMaps under(String settings) throws InvalidInputException {
        if (settings.isBlank()) {
            return new FeatureMaps(
                    Optional.of(PyRadiomics.USUAL), Optional.of(IbsiPreset.ICH.settings()), Optional.empty());
        }
        Optional<Path> file = IbsiPreset.isName(settings) ? Optional.empty() : PathName.existing(settings.strip());
        if (file.isPresent() && PyRadiomics.isNamedIn(file.get(), TextFile.read(file.get()))) {
            PyRadiomics radiomics = PyRadiomics.read(file.get());
            return new FeatureMaps(Optional.of(radiomics), Optional.empty(), radiomics.isFlat());
        }
        IbsiSettings given = IbsiPreset.find(settings);
        boolean isOne = given.approaches().size() == 1;
        return new FeatureMaps(
                Optional.empty(),
                Optional.of(given),
                isOne ? Optional.of(given.approaches().contains(Approach.IN_SLICES)) : Optional.empty());
    }

    /**
     * Refuses names that are none, before anything is read.
     *
     * @throws InvalidInputException if one is unknown, or of the form
     */
    public void check(Wanted wanted) throws InvalidInputException {
        if (wanted.features().isEmpty())
            throw new InvalidInputException(
                    "No feature is named: name one that shall have a map, such as glcm_Contrast.");
        for (String name : wanted.features()) column(name);
        if (wanted.radius() < 1) {
            throw new InvalidInputException("A kernel radius of " + wanted.radius()
                    + " leaves each voxel by itself, with nothing to measure: choose 1 or more.");
        }
    }

    private String column(String name) throws InvalidInputException {
        Set<String> known = known();
        if (known.contains(ORIGINAL + name)) return ORIGINAL + name;
        if (known.contains(name)) return name;
        if (isForm(name)) {
            throw new InvalidInputException("The feature " + name
                    + " tells of the form of the whole lesion, and has no map: name features of intensity or texture.");
        }
        List<String> names = new ArrayList<>();
        for (String one : known)
            names.add(one.startsWith(ORIGINAL) && !name.startsWith(ORIGINAL) ? one.substring(ORIGINAL.length()) : one);
        throw new InvalidInputException("There is no feature \"" + name + "\" under these settings"
                + Nearest.question(name, names) + ": name features as the Feature Reference does.");
    }

    private static boolean isForm(String name) {
        return IbsiMapping.isForm(name)
                || PyRadiomics.all().stream()
                        .anyMatch(one -> one.family().startsWith("shape")
                                && (one.name().equals(name) || one.name().equals(ORIGINAL + name)));
    }

    private Set<String> known() {
        Map<String, Boolean> known = new LinkedHashMap<>();
        radiomics.ifPresent(one -> one.mapped().forEach(name -> known.put(name, true)));
        ibsi.ifPresent(one -> one.columns().forEach(name -> known.put(name, true)));
        return known.keySet();
    }

    /**
     * Makes the maps.
     *
     * @param scan all of it, with a spacing
     * @param lesion its voxels in the scan
     * @throws InvalidInputException as {@link #check}, if the kernel reaches beyond the image, or the lesion cannot be
     *     measured
     */
    public Made of(Scan scan, Region lesion, Wanted wanted, Progress progress) throws InvalidInputException {
        check(wanted);
        Spacing spacing = scan.spacing();
        boolean isInSlice =
                wanted.shape().isFlat(isFlat, spacing) || scan.geometry().size(SLICES) == 1;
        SlidingKernel kernel = SlidingKernel.of(wanted.radius(), isInSlice ? SLICES : -1);
        requireWithin(scan.geometry(), kernel);
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : wanted.features()) columns.put(name, column(name));
        Map<String, FeatureMap> made = new LinkedHashMap<>();
        List<String> ofRadiomics = new ArrayList<>(columns.values());
        ofRadiomics.retainAll(radiomics.map(PyRadiomics::mapped).orElse(List.of()));
        List<String> ofIbsi = new ArrayList<>(columns.values());
        ofIbsi.removeAll(ofRadiomics);
        double share = (double) ofRadiomics.size() / columns.size();
        if (!ofRadiomics.isEmpty()) {
            PyRadiomics own = flattened(radiomics.get(), isInSlice, scan.geometry());
            for (FeatureMap map :
                    own.maps(scan, lesion, ofRadiomics, wanted.radius(), wanted.isMasked(), progress.between(0, share)))
                made.put(map.name(), map);
        }
        if (!ofIbsi.isEmpty()) {
            for (FeatureMap map :
                    ibsi.get().maps(scan, lesion, ofIbsi, kernel, wanted.isMasked(), progress.between(share, 1)))
                made.put(map.name(), map);
        }
        List<FeatureMap> maps = new ArrayList<>();
        for (Map.Entry<String, String> one : columns.entrySet()) {
            FeatureMap map = made.get(one.getValue());
            if (map == null) {
                throw new InvalidInputException("The feature " + one.getKey()
                        + " has no image here: wavelets of a kernel in the slice have bands of two letters, and a "
                        + "sigma may be too large: choose kernel 3d, or another feature.");
            }
            maps.add(new FeatureMap(one.getKey(), map.values(), map.geometry()));
        }
        return new Made(maps, kernel.text(maps.get(0).geometry().spacing().orElse(spacing)));
    }

    private static PyRadiomics flattened(PyRadiomics given, boolean isInSlice, Geometry geometry)
            throws InvalidInputException {
        List<String> settings = new ArrayList<>(List.of("preCrop:false", "force2D:" + isInSlice));
        if (given.isFlat().isEmpty()) {
            settings.add("force2Ddimension:" + (SLICES - geometry.order().source(SLICES)));
        }
        return given.with(settings);
    }

    private static void requireWithin(Geometry geometry, SlidingKernel kernel) throws InvalidInputException {
        for (int axis = 0; axis < 3; axis++) {
            if (kernel.reach(axis) == 0 || kernel.reach(axis) < geometry.size(axis)) continue;
            throw new InvalidInputException("A kernel radius of " + kernel.reach(axis)
                    + " voxels reaches beyond the image of " + geometry.size(0) + " × " + geometry.size(1) + " × "
                    + geometry.size(2) + " voxels: choose a smaller one.");
        }
    }
}
