package org.ichradiomics.pyradiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.intensity.PyRadiomicsFirstOrder;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.SlidingKernel;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.texture.PyRadiomicsTexture;

/** PyRadiomics' features in a kernel around every voxel of a lesion. */
final class Mapping {

    /** A feature by the name of its column. */
    record Wanted(String name, FeatureClass of, Descriptor<?> feature) {

        @SuppressWarnings("unchecked") // the features of a class are formulas on what it is measured on
        private <M> double value(M matrix) {
            return ((Descriptor<M>) feature).of(matrix);
        }
    }

    private final Extraction ready;
    private final ParameterFile parameters;
    private final int radius;
    private final boolean isMasked;

    /** @param radius of the kernel, voxels */
    Mapping(Extraction ready, ParameterFile parameters, int radius, boolean isMasked) {
        this.ready = ready;
        this.parameters = parameters;
        this.radius = radius;
        this.isMasked = isMasked;
    }

    /** Every feature that has a map. */
    static List<Wanted> columns(ParameterFile parameters) {
        List<Wanted> all = new ArrayList<>();
        parameters.images().forEach((type, own) -> type.names(own).forEach(image -> all.addAll(columns(image))));
        return all;
    }

    private static List<Wanted> columns(String image) {
        List<Wanted> all = new ArrayList<>();
        for (FeatureClass one : FeatureClass.values()) {
            if (one.isForm()) continue;
            for (Descriptor<?> feature : one.all())
                all.add(new Wanted(FeatureClass.name(image, one, feature), one, feature));
        }
        return all;
    }

    /** @param geometry of the image that is ready */
    List<FeatureMap> maps(List<String> names, Geometry geometry, Progress progress) throws InvalidInputException {
        List<FeatureMap> maps = new ArrayList<>();
        VoxelGrid grid = ready.volume().lattice().grid();
        VoxelBox crop = ready.mask().box().grown(new int[] {radius, radius, radius}, grid);
        for (Map.Entry<ImageType, ParameterSet> type : parameters.images().entrySet()) {
            boolean isAsked = type.getKey().names(type.getValue()).stream()
                    .anyMatch(image -> names.stream().anyMatch(name -> name.startsWith(image + "_")));
            if (!isAsked) continue;
            Map<String, VoxelImage> images = type.getKey().images(ready.volume().image(), crop, type.getValue());
            for (Map.Entry<String, VoxelImage> image : images.entrySet()) {
                List<Wanted> wanted = columns(image.getKey()).stream()
                        .filter(one -> names.contains(one.name()))
                        .toList();
                if (wanted.isEmpty()) continue;
                double[][] values = values(image.getValue(), crop, type.getValue(), wanted, progress);
                for (int k = 0; k < wanted.size(); k++) {
                    maps.add(new FeatureMap(
                            wanted.get(k).name(),
                            geometry.fromStored(FeatureMap.image(ready.mask().voxels(), values, k)),
                            geometry));
                }
            }
        }
        return maps;
    }

    private double[][] values(VoxelImage image, VoxelBox crop, ParameterSet own, List<Wanted> wanted, Progress progress)
            throws InvalidInputException {
        VoxelMask lesion = ready.mask().voxels();
        VoxelMask domain = isMasked ? lesion : VoxelMask.of(image.grid(), crop);
        Region region = Region.of(image, domain);
        int[] inOrder = BinEdges.of(region, own).levels(region);
        int[] levels = new int[region.boxSize()];
        for (int i = 0; i < inOrder.length; i++) levels[region.position(i)] = inOrder[i];
        int highest = Arrays.stream(inOrder).max().getAsInt();
        PyRadiomicsTexture.Settings settings = own.texture();
        boolean isFirst = wanted.stream().anyMatch(one -> one.of() == FeatureClass.FIRSTORDER);
        return SlidingKernel.of(radius, own.flat())
                .over(
                        lesion,
                        domain,
                        kernel -> {
                            int[] seen = SlidingKernel.levels(kernel, levels, domain.box());
                            VoxelBox box = kernel.box();
                            int[] size = {box.nx(), box.ny(), box.nz()};
                            PyRadiomicsTexture texture = PyRadiomicsTexture.of(
                                    seen, highest, size, image.grid().spacing(), settings);
                            PyRadiomicsFirstOrder first = !isFirst
                                    ? null
                                    : PyRadiomicsFirstOrder.of(
                                            Region.of(image, kernel),
                                            Arrays.stream(seen)
                                                    .filter(level -> level > 0)
                                                    .toArray(),
                                            own.get(Parameter.VOXEL_ARRAY_SHIFT));
                            return wanted.stream()
                                    .mapToDouble(one ->
                                            one.of() == FeatureClass.FIRSTORDER ? one.value(first) : one.value(texture))
                                    .toArray();
                        },
                        progress);
    }
}
