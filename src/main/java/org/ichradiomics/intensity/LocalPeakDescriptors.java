package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;

/** The 2 local intensity formulas of IBSI 1 (9ST6). */
public final class LocalPeakDescriptors {

    /** In the order of the reference manual. */
    public static final List<IbsiDescriptor<LocalPeak>> ALL = List.of(
            named("VJGA", "loc_peak_loc", "Local intensity peak")
                    .is(
                            "mean of the image in the ball of 1 cm³ around the brightest voxel of the mask",
                            "HU",
                            LocalPeak::local),
            named("0F91", "loc_peak_glob", "Global intensity peak")
                    .is(
                            "highest mean of the image in a ball of 1 cm³ around a voxel of the mask",
                            "HU",
                            LocalPeak::global));

    private LocalPeakDescriptors() {}
}
