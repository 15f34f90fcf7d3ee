package org.ichradiomics.menu;

import java.util.List;

import org.ichradiomics.imagej.CaseKeeping;
import org.ichradiomics.imagej.Screen;

/** Tasks of a reader who works through cases. */
final class CaseTasks {

    static final Task WORKBENCH = Task.of(
            "workbench",
            "Workbench...",
            List::of,
            (options, image, user) -> {
                // A macro that was recorded at the workbench has its opening too, and goes on to what was done there.
                if (!Screen.isThere() || Screen.hasUser()) user.workbench(image);
                return "";
            },
            "Outline a haematoma, answer its signs, see its R-score and save the case, in one window.");

    static final Task SAVE_CASE = Task.of(
                    "save-case",
                    "Save Case...",
                    () -> CaseKeeping.OPTIONS,
                    (options, image, user) ->
                            CaseKeeping.run(image, options, user).folder().toString(),
                    "Save an outlined case as mask, ROIs, picture, report and row of a table, all of them or none.",
                    "Label 1 of the outline is the haematoma, 2 blood in the ventricles, 3 oedema.")
            .saying("The outline of the image as mask, ROIs, picture, report and row of table.csv, all or none.\n"
                    + "A case that is saved again replaces its row; the earlier one goes into its history.csv.")
            .line("save-case")
            .like("ct.nii.gz --mask mask.nii.gz --out cases");

    private CaseTasks() {}
}
