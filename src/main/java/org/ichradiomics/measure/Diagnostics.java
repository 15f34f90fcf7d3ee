package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;

/** The 60 diagnostics of the IBSI compliance sheet: image and masks after each step, in the sheet's order. */
final class Diagnostics {

    private static final String[] AXES = {"x", "y", "z"};

    private final List<Diagnostic> all = new ArrayList<>();

    private Diagnostics() {}

    static List<Diagnostic> of(Processing processing) throws InvalidInputException {
        Diagnostics d = new Diagnostics();
        d.image("initial image", "_init_img", processing.initial().image());
        d.image("interpolated image", "_interp_img", processing.interpolated().image());
        d.masks("initial ROI", "_init_roi", processing.initial());
        d.masks("interpolated ROI", "_interp_roi", processing.interpolated());
        d.masks("resegmented ROI", "_reseg_roi", processing.resegmented());
        return List.copyOf(d.all);
    }

    private void image(String stage, String state, VoxelImage image) {
        VoxelGrid grid = image.grid();
        axes(stage, "Image dimension", "img_dim", state, grid::size);
        axes(stage, "Voxel dimension", "vox_dim", state, grid::spacing);
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < grid.size(); i++) {
            sum += image.hu(i);
            min = Math.min(min, image.hu(i));
            max = Math.max(max, image.hu(i));
        }
        add(stage, "Mean intensity", "mean_int" + state, sum / grid.size());
        add(stage, "Minimum intensity", "min_int" + state, min);
        add(stage, "Maximum intensity", "max_int" + state, max);
    }

    private void masks(String stage, String state, MaskedImage image) throws InvalidInputException {
        Region r = image.lesion();
        Region m = image.mask();
        axes(stage, "Int. mask dimension", "int_mask_dim", state, image.image().grid()::size);
        axes(stage, "Int. mask bounding box dimension", "int_mask_bb_dim", state, r::box);
        axes(stage, "Morph. mask bounding box dimension", "morph_mask_bb_dim", state, m::box);
        add(stage, "Int. mask voxel count", "int_mask_vox_count" + state, r.size());
        add(stage, "Morph. mask voxel count", "morph_mask_vox_count" + state, m.size());
        add(stage, "Int. mask mean intensity", "int_mask_mean_int" + state, r.mean());
        add(stage, "Int. mask minimum intensity", "int_mask_min_int" + state, r.min());
        add(stage, "Int. mask maximum intensity", "int_mask_max_int" + state, r.max());
    }

    private void axes(String stage, String name, String tag, String state, IntToDoubleFunction size) {
        for (int axis = 0; axis < 3; axis++)
            add(stage, name + " " + AXES[axis], tag + "_" + AXES[axis] + state, size.applyAsDouble(axis));
    }

    private void add(String stage, String name, String tag, double value) {
        all.add(new Diagnostic(stage, name, tag, value));
    }
}
