// ICH Radiomics: one head CT and the ROIs of its haematoma, measured and scored.
//
// How to call
//   ImageJ or Fiji:      Plugins > Macros > Run..., then choose the files in the dialogs
//   from another macro:  runMacro("/path/Extract_One_Image.ijm", "IMAGE|ROIS|OUT.csv");
//   Fiji, no screen:     fiji --headless -macro /path/Extract_One_Image.ijm "IMAGE|ROIS|OUT.csv"
//
// Arguments, separated by | or by line ends
//   IMAGE    what ImageJ opens, in HU through its calibration and with voxel size in mm
//   ROIS     .roi or .zip of the ROI Manager, every ROI on its slice
//   OUT.csv  optional: a row with all features is added to it; a .json beside it says how they were made
//
// An error ends the macro, but not Fiji with an exit code: look for DONE at the start of the last line.
// ImageJ without Fiji and without a screen can neither open(...) nor run(...). Write there, with the same options:
//   score = call("org.ichradiomics.Macro.extract", image, options);

argument = getArgument();
if (argument == "") {
    image = File.openDialog("Head CT");
    rois = File.openDialog("ROIs of the haematoma (.roi or .zip)");
    out = "";
} else {
    paths = split(replace(argument, "|", "\n"), "\n");
    if (paths.length < 2) exit("Two paths are needed, IMAGE|ROIS, and a third if a CSV file is wanted.");
    image = paths[0];
    rois = paths[1];
    out = "";
    if (paths.length > 2) out = paths[2];
}

setBatchMode(true);
open(image);
options = "mask=[ROI file] roi_path=[" + rois + "]";
if (out != "") options = options + " out=[" + out + "]";
run("Extract...", options);

row = nResults - 1;
print(getResultLabel(row) + ": " + d2s(getResult("Volume (mL)", row), 3) + " mL, R-score " + d2s(getResult("R-score", row), 6)
        + " against " + getResultString("R-score reference", row));
// Ask for the group as text: cells that ImageJ never filled read as 0, and 0 is above the cutoff.
group = getResultString("R-score group", row);
if (group == "high") print("At or above the cutoff.");
else if (group == "low") print("Below the cutoff.");
else print(getResultString("Notes", row));
close();
print("DONE R-score=" + call("org.ichradiomics.Macro.value", row, "R-score") + ", group=" + group);
