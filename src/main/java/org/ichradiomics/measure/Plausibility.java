package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Hounsfield;
import org.ichradiomics.scan.Overview;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** What is said, not refused: signs that an image is not in HU or a mask does not lie on a haematoma. */
public final class Plausibility {

    private static final String WINDOWED =
            "The image holds values from 0 to 255 only and no air: it looks like an 8-bit or windowed copy, not HU.";
    private static final String WITHOUT_AIR =
            "The image holds no air: its smallest value is %.0f, none is below %.0f HU; "
                    + "if it was not cropped or cleared round the head or brain, check that its values are HU.";

    /** Of a picture of eight bits. */
    private static final double WHITE = 255;

    private static final int FEWEST_LEVELS = 8;

    private Plausibility() {}

    /** A sentence if an image holds no air, as a picture or a part of a CT does; none where its values are no HU. */
    public static Optional<String> ofImage(Scan scan) {
        Overview all = scan.overview();
        if (all.hasAir()) return Optional.empty();
        if (all.min() > all.max() || Hounsfield.doubt(scan).isPresent()) return Optional.empty();
        if (all.min() >= 0 && all.max() <= WHITE) return Optional.of(WINDOWED);
        return Optional.of(String.format(Locale.ROOT, WITHOUT_AIR, all.min(), Overview.AIR));
    }

    /**
     * A sentence for each sign.
     *
     * @throws InvalidInputException if a scan that was cut out must be read as a whole, and cannot
     */
    static List<String> notes(Scan scan, Region region) throws InvalidInputException {
        List<String> notes = new ArrayList<>();
        ofImage(scan).ifPresent(notes::add);
        Mirroring.note(scan, region).ifPresent(notes::add);
        return notes;
    }

    /** A sentence if there are too few grey levels for texture. */
    static List<String> levels(Region region, Discretisation grey) {
        int levels = occupiedBins(region, grey);
        if (levels >= Math.min(FEWEST_LEVELS, grey.bins())) return List.of();
        return List.of("Only " + levels + " of " + grey.bins() + (levels == 1 ? " bins is" : " bins are")
                + " occupied: texture features say little here.");
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
