package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.text.InvalidInputException;

/** The 60 diagnostics of the IBSI compliance sheet: image and masks after each step, in the sheet's order. */
final class Diagnostics {

    private static final String[] AXES = {"x", "y", "z"};

    private final List<Diagnostic> all = new ArrayList<>();

    private Diagnostics() {}

    static List<Diagnostic> of(Processing processing, Slices scan, IbsiSettings settings) throws InvalidInputException {
        Diagnostics d = new Diagnostics();
        ImageNumbers initial = ImageNumbers.initial(scan, settings);
        d.image("initial image", "_init_img", initial);
        d.image("interpolated image", "_interp_img", ImageNumbers.interpolated(scan, initial, settings));
        MaskedImage interpolated = processing.interpolated();
        MaskedImage resegmented = processing.resegmented();
        d.masks("initial ROI", "_init_roi", processing.initial(), processing.initial());
        d.masks("interpolated ROI", "_interp_roi", interpolated.lesion(), interpolated.mask());
        d.masks("resegmented ROI", "_reseg_roi", resegmented.lesion(), resegmented.mask());
        return List.copyOf(d.all);
    }

    private void image(String stage, String state, ImageNumbers image) {
        axes(stage, "Image dimension", "img_dim", state, image.grid()::size);
        axes(stage, "Voxel dimension", "vox_dim", state, image.grid()::spacing);
        add(stage, "Mean intensity", "mean_int" + state, image.mean());
        add(stage, "Minimum intensity", "min_int" + state, image.min());
        add(stage, "Maximum intensity", "max_int" + state, image.max());
    }

    private void masks(String stage, String state, Region r, Region m) {
        axes(stage, "Int. mask dimension", "int_mask_dim", state, r::matrix);
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
