package org.ichradiomics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.format.Scan;
import org.ichradiomics.grey.Bins;
import org.ichradiomics.grey.Discretisation;
import org.ichradiomics.region.Region;

/** What is said, not refused: signs that an image is not in HU or a mask does not lie on a haematoma. */
public final class Plausibility {

    private static final String WINDOWED = "The image holds values from 0 to 255 only and no air: it looks like an 8-bit or windowed copy, not HU.";
    private static final int FEWEST_LEVELS = 8;

    private Plausibility() {
    }

    /** A sentence if an image looks like a picture of a CT rather than a CT. */
    public static Optional<String> ofImage(Scan scan) {
        return looksWindowed(scan.hu()) ? Optional.of(WINDOWED) : Optional.empty();
    }

    /** A sentence for each sign. */
    static <T extends RealType<T>> List<String> notes(RandomAccessibleInterval<T> scan, Region region) {
        List<String> notes = new ArrayList<>();
        if (looksWindowed(scan)) {
            notes.add(WINDOWED);
        }
        Mirroring.note(scan, region).ifPresent(notes::add);
        return notes;
    }

    /** A sentence if there are too few grey levels for texture. */
    static List<String> levels(Region region, Discretisation grey) {
        int levels = occupiedBins(region, grey);
        if (levels >= Math.min(FEWEST_LEVELS, grey.bins())) return List.of();
        return List.of("Only " + levels + " of " + grey.bins() + " bins are occupied: texture features say little here.");
    }

    private static <T extends RealType<T>> boolean looksWindowed(RandomAccessibleInterval<T> scan) {
        Cursor<T> cursor = scan.cursor();
        while (cursor.hasNext()) {
            double value = cursor.next().getRealDouble();
            if (!(value >= 0 && value <= 255)) return false;
        }
        return true;
    }

    private static int occupiedBins(Region region, Discretisation grey) {
        Bins bins = new Bins(grey.low(region), grey.high(region), grey.bins());
        boolean[] occupied = new boolean[bins.count()];
        int count = 0;
        for (int i = 0; i < region.size(); i++) {
            int bin = bins.of(region.hu(i));
            if (bin >= 0 && !occupied[bin]) {
                occupied[bin] = true;
                count++;
            }
        }
        return count;
    }
}
