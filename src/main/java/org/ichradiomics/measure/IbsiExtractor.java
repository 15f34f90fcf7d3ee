package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** Measures lesions with one configuration. Holds no state between lesions; safe for use by many threads. */
public final class IbsiExtractor {

    private final IbsiSettings settings;
    private final IbsiCatalogue catalogue;
    private final IbsiCatalogue ofFiltered;

    /** What the settings ask for, and nothing else, is measured. */
    public IbsiExtractor(IbsiSettings settings) {
        this.settings = settings;
        this.catalogue = IbsiCatalogue.of(settings.approaches(), settings.families());
        // A filter does not change the shape, which is measured once, with the image itself.
        Set<IbsiFamily> families = EnumSet.copyOf(settings.families());
        families.removeIf(IbsiFamily::isForm);
        this.ofFiltered = IbsiCatalogue.of(settings.approaches(), families);
    }

    /** What it was made with. */
    public IbsiSettings settings() {
        return settings;
    }

    /** The features as columns of a table, in the order of the values. */
    public List<Feature> features() {
        return columns().map(IbsiColumn::asFeature).toList();
    }

    private Stream<IbsiColumn> columns() {
        return settings.images().all().stream().flatMap(this::columns);
    }

    private Stream<IbsiColumn> columns(Optional<IbsiFilter> filter) {
        return catalogue(filter).features().stream().map(feature -> new IbsiColumn(filter, feature));
    }

    private IbsiCatalogue catalogue(Optional<IbsiFilter> filter) {
        return filter.isPresent() ? ofFiltered : catalogue;
    }

    /**
     * All features and diagnostics of one lesion of a scan, whose spacing is read as the decimal number that it stands
     * for.
     *
     * @param lesion its voxels in the scan
     * @throws InvalidInputException if nothing of the lesion is left after processing, or the discretisation does not
     *     fit the intensities
     */
    public IbsiResult measure(Scan scan, Region lesion, Progress progress) throws InvalidInputException {
        Spacing spacing = decimal(lesion.spacing());
        Slices slices = Slices.of(scan.stored(), scan.slope(), scan.intercept(), spacing);
        return measure(slices, lesion.spaced(spacing), progress);
    }

    /**
     * Files keep a spacing of 0.977 mm as the nearest float32, 0.97699999809: what is exactly a float32 is read as the
     * shortest decimal that means it. (The AK catalogue takes the float32 as it is.)
     */
    static Spacing decimal(Spacing spacing) {
        return new Spacing(decimal(spacing.x()), decimal(spacing.y()), decimal(spacing.z()));
    }

    static double decimal(double mm) {
        return (float) mm == mm ? Double.parseDouble(Float.toString((float) mm)) : mm;
    }

    /**
     * All features and diagnostics of one lesion.
     *
     * @param hu 2D or 3D
     * @param mask true inside the lesion; within the interval of {@code hu}
     * @throws InvalidInputException if the mask is empty or reaches beyond the scan, nothing of it is left after
     *     processing, or the discretisation does not fit the intensities
     */
    public <T extends RealType<T>, B extends BooleanType<B>> IbsiResult measure(
            RandomAccessibleInterval<T> hu, RandomAccessibleInterval<B> mask, Spacing spacing)
            throws InvalidInputException {
        return measure(Slices.of(hu, spacing), Region.of(hu, mask, spacing), Progress.NONE);
    }

    private IbsiResult measure(Slices scan, Region lesion, Progress progress) throws InvalidInputException {
        progress.at("IBSI image processing", 0);
        Processing processing = Processing.of(scan, lesion, settings);
        List<IbsiValue> values = new ArrayList<>();
        for (Optional<IbsiFilter> filter : settings.images().all()) {
            List<IbsiColumn> columns = columns(filter).toList();
            int before = values.size();
            DoubleConsumer out = value -> values.add(new IbsiValue(columns.get(values.size() - before), value));
            MaskedImage image = processing.resegmented();
            if (filter.isPresent()) {
                progress.at("IBSI filter " + filter.get().name(), 0);
                image = image.filtered(filter.get());
            }
            Resegmentation range = filter.isPresent() ? Resegmentation.NONE : settings.resegmentation();
            catalogue(filter).measure(image, range, settings, progress, out);
            if (values.size() != before + columns.size()) {
                throw new IllegalStateException(
                        columns.size() + " features but " + (values.size() - before) + " values");
            }
        }
        return new IbsiResult(settings, values, Diagnostics.of(processing, scan, settings));
    }
}
