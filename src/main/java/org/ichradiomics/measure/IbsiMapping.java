package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.SlidingKernel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** IBSI's features in a kernel around every voxel of a lesion. */
final class IbsiMapping {

    private static final List<IbsiFeature> FEATURES =
            IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features();

    private final IbsiSettings settings;

    IbsiMapping(IbsiSettings settings) {
        this.settings = settings;
    }

    /** Whether a name is one of IBSI's features of form. */
    static boolean isForm(String name) {
        return FEATURES.stream()
                .anyMatch(one -> one.family().isForm() && one.column().equals(name));
    }

    /** Every feature that has a map. */
    List<String> columns() {
        return settings.images().all().stream()
                .flatMap(filter -> columns(filter).stream())
                .map(IbsiMapping::name)
                .toList();
    }

    private static List<IbsiColumn> columns(Optional<IbsiFilter> filter) {
        return FEATURES.stream()
                .filter(one -> !one.family().isForm())
                .map(one -> new IbsiColumn(filter, one))
                .toList();
    }

    private static String name(IbsiColumn column) {
        return column.asFeature().name();
    }

    /** @param names some of {@link #columns} */
    List<FeatureMap> maps(
            Scan scan, Region lesion, List<String> names, SlidingKernel kernel, boolean isMasked, Progress progress)
            throws InvalidInputException {
        Spacing spacing = IbsiExtractor.decimal(lesion.spacing());
        Slices slices = Slices.of(scan.hu(), spacing);
        MaskedImage masked =
                Processing.of(slices, lesion.spaced(spacing), settings).resegmented();
        VoxelMask inside = masked.intensities().trimmed();
        VoxelImage image = isMasked ? masked.image() : Processing.image(slices, settings);
        Geometry geometry = settings.regrid().isPresent() ? scan.geometry().centred(image.grid()) : scan.geometry();
        VoxelBox crop = inside.box().grown(new int[] {kernel.x(), kernel.y(), kernel.z()}, image.grid());
        VoxelMask domain = isMasked ? inside : VoxelMask.of(image.grid(), crop);
        List<FeatureMap> maps = new ArrayList<>();
        for (Optional<IbsiFilter> filter : settings.images().all()) {
            List<IbsiColumn> wanted = columns(filter).stream()
                    .filter(one -> names.contains(name(one)))
                    .toList();
            if (wanted.isEmpty()) continue;
            VoxelImage seen = filter.isPresent() ? filter.get().of(image) : image;
            Resegmentation range = filter.isPresent() ? Resegmentation.NONE : settings.resegmentation();
            double[][] values = values(seen, inside, domain, range, wanted, kernel, progress);
            for (int k = 0; k < wanted.size(); k++)
                maps.add(new FeatureMap(name(wanted.get(k)), FeatureMap.image(inside, values, k), geometry));
        }
        return maps;
    }

    private double[][] values(
            VoxelImage image,
            VoxelMask lesion,
            VoxelMask domain,
            Resegmentation range,
            List<IbsiColumn> wanted,
            SlidingKernel kernel,
            Progress progress)
            throws InvalidInputException {
        Set<IbsiFamily> families =
                wanted.stream().map(one -> one.feature().family()).collect(Collectors.toSet());
        Set<Approach> approaches = EnumSet.noneOf(Approach.class);
        for (IbsiColumn one : wanted) approaches.add(one.feature().aggregation().approach());
        IbsiCatalogue catalogue = IbsiCatalogue.of(approaches, families);
        int[] column = wanted.stream()
                .mapToInt(one -> catalogue.features().indexOf(one.feature()))
                .toArray();
        Region region = Region.of(image, domain);
        LevelRegion whole = LevelRegion.of(region, settings.texture(), range.low());
        int[] levels = new int[region.boxSize()];
        for (int i = 0; i < region.size(); i++) levels[region.position(i)] = whole.level(i);
        return kernel.over(
                lesion,
                domain,
                around -> {
                    int[] seen = SlidingKernel.levels(around, levels, domain.box());
                    VoxelBox box = around.box();
                    LevelRegion part = LevelRegion.ofPart(
                            Region.of(image, around),
                            Arrays.stream(seen).filter(level -> level > 0).toArray());
                    LevelVolume volume =
                            LevelVolume.of(seen, box.nx(), box.ny(), box.nz()).ofWhole(whole.count());
                    List<Double> values = new ArrayList<>();
                    catalogue.measure(image, part, volume, range, settings, values::add);
                    return Arrays.stream(column).mapToDouble(values::get).toArray();
                },
                progress);
    }
}
