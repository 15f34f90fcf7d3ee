package org.ichradiomics.pyradiomics;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Version;

/** What PyRadiomics says of a run besides features: its columns {@code diagnostics_…}, as text. */
final class RunDiagnostics {

    private static final String[] OTHERS = {"Numpy", "SimpleITK", "PyWavelet", "Python"};

    private final Map<String, String> all = new LinkedHashMap<>();

    RunDiagnostics(ParameterFile parameters) {
        put("Versions_PyRadiomics", Version.NAME);
        for (String other : OTHERS) put("Versions_" + other, "none");
        put("Configuration_Settings", PythonText.of(parameters.setting().written()));
        Map<String, Object> types = new LinkedHashMap<>();
        parameters.images().forEach((type, own) -> {
            Map<String, Object> written = new LinkedHashMap<>(own.written());
            written.keySet()
                    .removeIf(key -> parameters.setting().written().containsKey(key)
                            && written.get(key)
                                    == parameters.setting().written().get(key));
            types.put(type.text(), written);
        });
        put("Configuration_EnabledImageTypes", PythonText.of(types));
    }

    Map<String, String> all() {
        return all;
    }

    private void put(String name, String value) {
        all.put("diagnostics_" + name, value);
    }

    /** The image as it was read. */
    void original(StoredVolume volume) {
        double[] values = new double[volume.image().box().size()];
        for (int i = 0; i < values.length; i++) values[i] = volume.image().hu(i);
        put("Image-original_Hash", volume.type().hash(values));
        put("Image-original_Dimensionality", "3D");
        image("original", volume);
    }

    /** An image at a stage of the run. */
    void image(String stage, StoredVolume volume) {
        VoxelImage image = volume.image();
        grid("Image-" + stage, image.grid());
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int n = image.box().size();
        for (int i = 0; i < n; i++) {
            sum += image.hu(i);
            min = Math.min(min, image.hu(i));
            max = Math.max(max, image.hu(i));
        }
        numbers("Image-" + stage, sum / n, min, max);
    }

    /** The mask as it was read. */
    void original(StoredMask mask) {
        put("Mask-original_Hash", mask.hash());
        mask("Mask-original", mask);
    }

    /** A mask at a stage of the run, with the intensities under it. */
    void mask(String stage, StoredMask mask, StoredVolume volume) throws InvalidInputException {
        mask("Mask-" + stage, mask);
        Region lesion = Region.of(volume.image(), mask.voxels());
        numbers("Mask-" + stage, lesion.mean(), lesion.min(), lesion.max());
    }

    private void mask(String what, StoredMask mask) {
        grid(what, mask.lattice().grid());
        VoxelBox box = mask.box();
        put(what + "_BoundingBox", PythonText.tuple(box.x(), box.y(), box.z(), box.nx(), box.ny(), box.nz()));
        int n = mask.voxels().count();
        put(what + "_VoxelNum", Integer.toString(n));
        put(what + "_VolumeNum", Integer.toString(Pieces.count(mask.voxels())));
        double[] centre = new double[3];
        for (int i = 0; i < box.size(); i++) {
            if (!mask.voxels().contains(i)) continue;
            centre[0] += box.x() + i % box.nx();
            centre[1] += box.y() + i / box.nx() % box.ny();
            centre[2] += box.z() + i / (box.nx() * box.ny());
        }
        for (int axis = 0; axis < 3; axis++) centre[axis] /= n;
        put(what + "_CenterOfMassIndex", PythonText.tuple(centre));
        put(what + "_CenterOfMass", PythonText.tuple(mask.lattice().place(centre)));
    }

    private void grid(String what, VoxelGrid grid) {
        put(what + "_Spacing", PythonText.tuple(grid.spacing(0), grid.spacing(1), grid.spacing(2)));
        put(what + "_Size", PythonText.tuple(grid.nx(), grid.ny(), grid.nz()));
    }

    private void numbers(String what, double mean, double min, double max) {
        put(what + "_Mean", PythonText.of(mean));
        put(what + "_Minimum", PythonText.of(min));
        put(what + "_Maximum", PythonText.of(max));
    }
}
