package org.ichradiomics.menu;

import java.util.List;

import org.ichradiomics.imagej.HaematomaGrowing;
import org.ichradiomics.imagej.OutlineBrush;
import org.ichradiomics.imagej.SliceFilling;

/** Tasks that draw. */
final class OutlineTasks {

    static final Task GROW_HAEMATOMA = Task.of(
                    "grow-haematoma",
                    "Grow Haematoma...",
                    () -> HaematomaGrowing.OPTIONS,
                    (options, image, user) -> HaematomaGrowing.run(image, options),
                    "Outline a haematoma from a click into it: what is as bright as the blood round the click, inside "
                            + "the skull.",
                    "A click on brain, bone or air is refused. Look at every slice before you measure.")
            .saying("The haematoma round the points of the selection (point tool), as the overlay of the image.\n"
                    + "Points are voxels counted from 0 as the file stores them.")
            .line("outline")
            .like("ct.nii.gz --seed 68,62,12 --out mask.nii.gz");

    static final Task FILL_BETWEEN_SLICES = Task.of(
                    "fill-between-slices",
                    "Fill Between Slices...",
                    () -> SliceFilling.OPTIONS,
                    (options, image, user) -> Integer.toString(SliceFilling.run(image, options).stream()
                            .mapToInt(filled -> filled.slices().size())
                            .sum()),
                    "Fill the empty slices between drawn ones of an outline, by shape; drawn slices stay as they are.",
                    "Filled slices need a look.")
            .saying("The slices between those that are drawn in the overlay of the image, by shape.")
            .line("between")
            .like("mask.nii.gz --out filled.nii.gz");

    static final Task ICH_BRUSH = Task.of(
            "ich-brush",
            "ICH Brush",
            List::of,
            (options, image, user) -> {
                OutlineBrush.install();
                return "";
            },
            "Put a brush into the tool bar that paints the haematoma where the HU are those of blood (40 to 100); Alt "
                    + "erases.");

    private OutlineTasks() {}
}
