package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.unstandardised;

/**
 * The 7 formulas of IBSI 1 on the intensity-volume histogram (P88C): ν_i the share of voxels with at least i, γ_i i's
 * place in its list.
 */
public final class VolumeHistogramDescriptors {

    /** In the order of the reference manual. */
    public static final List<IbsiDescriptor<VolumeHistogram>> ALL = List.of(
            named("NK6P", "ivh_v10", "Volume at intensity fraction 10%")
                    .is("V10 = largest ν with γ ≥ 0.1", "1", h -> h.volumeAt(0.1)),
            named("4279", "ivh_v90", "Volume at intensity fraction 90%")
                    .is("V90 = largest ν with γ ≥ 0.9", "1", h -> h.volumeAt(0.9)),
            named("PWN1", "ivh_i10", "Intensity at volume fraction 10%")
                    .is("I10 = smallest i with ν_i ≤ 0.1", "HU or level", h -> h.intensityAt(0.1)),
            named("BOHI", "ivh_i90", "Intensity at volume fraction 90%")
                    .is("I90 = smallest i with ν_i ≤ 0.9", "HU or level", h -> h.intensityAt(0.9)),
            named("WITY", "ivh_diff_v10_v90", "Volume fraction difference between intensity fractions 10% and 90%")
                    .is("V10 − V90", "1", h -> h.volumeAt(0.1) - h.volumeAt(0.9)),
            named("JXJA", "ivh_diff_i10_i90", "Intensity difference between volume fractions 10% and 90%")
                    .is("I10 − I90", "HU or level", h -> h.intensityAt(0.1) - h.intensityAt(0.9)),
            unstandardised("9CMM", "ivh_auc", "Area under the IVH curve")
                    .is("∫ ν dγ by trapezia", "1", VolumeHistogram::area));

    private VolumeHistogramDescriptors() {}
}
