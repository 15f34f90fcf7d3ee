package org.ichradiomics.scan;

import java.util.Locale;
import java.util.Optional;

/** Whether the values of an image can be Hounsfield units, by the image alone. */
public final class Hounsfield {

    /** Without a negative value, no head has this mean: most of its field of view is air. */
    private static final double MOST_MEAN = 2000;

    /** The first value that a signed number of 16 bits cannot be. */
    private static final double UNSIGNED = 32768;

    /** Round a head lies air, about -1000 HU, or padding below it. */
    private static final double BORDER = 1000;

    private static final String REMEDY = "open the original DICOM files, whose headers tell slope and intercept.";

    private Hounsfield() {}

    /** Why the values are no HU, one sentence; empty if nothing speaks against it. NaN is passed over. */
    public static Optional<String> doubt(Scan scan) {
        Overview all = scan.overview();
        return withoutNegative(all).or(() -> border(all));
    }

    private static Optional<String> withoutNegative(Overview all) {
        if (all.min() < 0) return Optional.empty();
        if (all.max() >= UNSIGNED && all.max() <= 65535) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The image is not in HU: its values reach %.0f and none is below 0, as signed numbers do "
                            + "that have lost their sign; %s",
                    all.max(),
                    REMEDY));
        }
        if (!(all.mean() > MOST_MEAN)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "The image is not in HU: none of its values is below 0 and their mean is %.1f, "
                        + "so an offset was lost; %s",
                all.mean(),
                REMEDY));
    }

    private static Optional<String> border(Overview all) {
        if (!(all.border() >= BORDER)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "The image is not in HU: the commonest value at its border is %.0f, where air of -1000 HU "
                        + "should be; %s",
                all.border(),
                REMEDY));
    }
}
