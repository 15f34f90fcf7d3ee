package org.ichradiomics.sign;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.region.VoxelGrid;

/**
 * Where in the scan something is seen: what a picture outlines.
 *
 * @param slice counted from 0
 * @param voxels places in the raster order of the scan, ascending, all of that slice
 */
public record Evidence(int slice, List<Integer> voxels) {

    public Evidence {
        voxels = List.copyOf(voxels);
    }

    /** @param window where the plane of the pixels lies in the scan */
    static Optional<Evidence> of(Finding finding, Window window, VoxelGrid grid) {
        return finding.slice().stream()
                .mapToObj(slice -> new Evidence(
                        slice,
                        finding.parts().stream()
                                .flatMapToInt(Pixels::stream)
                                .distinct()
                                .sorted()
                                .mapToObj(i -> window.index(i, slice, grid))
                                .toList()))
                .findFirst();
    }
}
