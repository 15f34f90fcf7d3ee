// ICH Radiomics: all head CTs of a folder, each with the ROIs of its haematoma beside it, into one CSV file.
//
// The folder holds NAME.tif, and NAME.zip or NAME-rois.zip as saved by the ROI Manager. An image without ROIs is skipped with a message.
//
// How to call
//   ImageJ or Fiji:      Plugins > Macros > Run..., then choose the folder
//   from another macro:  runMacro("/path/Batch_Folder.ijm", "FOLDER|OUT.csv");
//   Fiji, no screen:     fiji --headless -macro /path/Batch_Folder.ijm "FOLDER|OUT.csv"
//
// Arguments, separated by | or by line ends
//   FOLDER   with images and ROIs
//   OUT.csv  optional, else FOLDER/ich-radiomics.csv; rows are added to a file that is there
//
// An image that cannot be measured ends the macro, as macros cannot catch errors; the rows before it are in the CSV file. Correct or
// move the image and its ROIs, delete the CSV file and its .json, and start again.
// Fiji's exit code is 0 even then: look for DONE at the start of the last line.
// ImageJ without Fiji and without a screen can neither open(...) nor run(...). Write there, with the same options:
//   call("org.ichradiomics.Macro.extract", folder + files[i], options);

argument = getArgument();
if (argument == "") {
    folder = getDirectory("Folder with images and ROIs");
    out = "";
} else {
    paths = split(replace(argument, "|", "\n"), "\n");
    folder = paths[0];
    out = "";
    if (paths.length > 1) out = paths[1];
}
if (!File.isDirectory(folder)) exit("There is no folder " + folder + ".");
if (!endsWith(folder, "/") && !endsWith(folder, File.separator)) folder = folder + File.separator;
if (out == "") out = folder + "ich-radiomics.csv";

setBatchMode(true);
measured = 0;
skipped = 0;
files = getFileList(folder);
Array.sort(files);
for (i = 0; i < files.length; i++) {
    if (!endsWith(toLowerCase(files[i]), ".tif")) continue;
    rois = roisOf(folder + substring(files[i], 0, lengthOf(files[i]) - 4));
    if (rois == "") {
        print("Skipped, no ROIs beside it: " + files[i]);
        skipped++;
    } else {
        open(folder + files[i]);
        run("Extract...", "mask=[ROI file] roi_path=[" + rois + "] out=[" + out + "]");
        close();
        row = nResults - 1;
        print(getResultLabel(row) + ": R-score " + d2s(getResult("R-score", row), 6) + ", group " + getResultString("R-score group", row));
        measured++;
    }
}
print("DONE n=" + measured + ", skipped=" + skipped);

function roisOf(base) {
    if (File.exists(base + ".zip")) return base + ".zip";
    if (File.exists(base + "-rois.zip")) return base + "-rois.zip";
    return "";
}
