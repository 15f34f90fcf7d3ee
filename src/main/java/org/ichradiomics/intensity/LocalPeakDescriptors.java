package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

/** The 2 local intensity formulas of IBSI 1 (9ST6). */
public final class LocalPeakDescriptors {

    public static final List<IbsiDescriptor<LocalPeak>> ALL = List.of(
            new IbsiDescriptor<>(
                    "VJGA",
                    "loc_peak_loc",
                    "Local intensity peak",
                    "mean of the image in the ball of 1 cm³ around the brightest voxel of the mask",
                    "HU",
                    LocalPeak::local),
            new IbsiDescriptor<>(
                    "0F91",
                    "loc_peak_glob",
                    "Global intensity peak",
                    "highest mean of the image in a ball of 1 cm³ around a voxel of the mask",
                    "HU",
                    LocalPeak::global));

    private LocalPeakDescriptors() {}
}
