package org.ichradiomics.pyradiomics;

import java.util.Set;

import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/** Where the last bit decides in PyRadiomics itself, so that two right programs may differ by percents. */
final class CoinTosses {

    private static final double NEAR = 1e-9;

    private CoinTosses() {}

    /** New voxels on old ones, in an image of whole numbers: its values are truncated after rounding errors. */
    static void note(NewGrid grid, StoredVolume volume, Set<String> notes) {
        if (!volume.type().isWhole()) return;
        for (int axis = 0; axis < 3; axis++) {
            double start = grid.start()[axis];
            double step = grid.step()[axis];
            if (step == 1 && start == Math.rint(start)) continue;
            boolean meets = false;
            for (int k = 0; k < grid.lattice().grid().size(axis); k++) {
                double at = start + k * step;
                meets |= Math.abs(at - Math.rint(at)) < NEAR;
            }
            if (!meets) return;
        }
        notes.add("Centres of new voxels fall on those of old ones, where PyRadiomics truncates a whole number that "
                + "rounding may have left just below itself: some values may be 1 lower in one of two right programs.");
    }

    /** The largest value of the image on an edge between grey levels, or exact zeros of a short wavelet. */
    static void note(ImageType type, StoredVolume volume, StoredMask mask, ParameterSet own, Set<String> notes)
            throws InvalidInputException {
        boolean isPoint = type == ImageType.SQUARE || type == ImageType.LOGARITHM || type == ImageType.EXPONENTIAL;
        if (isPoint && own.get(Parameter.BIN_COUNT) == 0) {
            double most = 0;
            for (int i = 0; i < volume.image().box().size(); i++)
                most = Math.max(most, Math.abs(volume.image().hu(i)));
            Region lesion = Region.of(volume.image(), mask.voxels());
            boolean isIn = lesion.max() == most || -lesion.min() == most;
            if (isIn && most % own.get(Parameter.BIN_WIDTH) == 0) {
                notes.add("The image's largest value lies in the lesion and is a multiple of binWidth: of "
                        + type.text() + " the last bit decides its grey level, in PyRadiomics itself.");
            }
        }
        String wavelet = own.get(Parameter.WAVELET);
        if (type == ImageType.WAVELET
                && (wavelet.equals("haar") || wavelet.equals("db2"))
                && volume.type().isWhole()) {
            notes.add(
                    "Details of the wavelet " + wavelet + " on whole numbers are exactly 0 in flat places, which is an "
                            + "edge between grey levels: the last bit decides, in PyRadiomics itself.");
        }
    }
}
