// ICH Radiomics: reads back the last row that Extract... wrote to the Results table.
//
// How to call: run("Extract...", ...) first, then Plugins > Macros > Run..., or
//   runMacro("/path/Read_R_score.ijm");        the last row
//   runMacro("/path/Read_R_score.ijm", "0");   the first row
// Returns the R-score with all its digits.
//
// getResult gives a number of the compact row. call(...Macro.value...) gives any of the features, which are not in the Results
// table, and the text of a number with all its digits. It works in ImageJ without a screen, too.

row = nResults - 1;
if (getArgument() != "") row = parseInt(getArgument());
if (row < 0) exit("The Results table is empty: run Extract... first.");

print("R-score " + d2s(getResult("R-score", row), 6) + ", group " + getResultString("R-score group", row)
        + ", reference " + getResultString("R-score reference", row));
print("kurtosis " + getResult("kurtosis", row));
print("kurtosis, all digits: " + call("org.ichradiomics.Macro.value", row, "kurtosis"));
print("MeanValue, which is not in the Results table: " + call("org.ichradiomics.Macro.value", row, "MeanValue"));
score = call("org.ichradiomics.Macro.value", row, "R-score");
print("DONE R-score=" + score);
return score;
