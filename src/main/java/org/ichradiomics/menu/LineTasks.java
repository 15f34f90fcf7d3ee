package org.ichradiomics.menu;

import java.util.List;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.measure.IbsiResult;

/** Tasks of the command line alone. */
final class LineTasks {

    static final Task IBSI = Task.ofTheLine(
                    "ibsi",
                    () -> List.of(
                            CommonOptions.IMAGE.meaning("The scan in HU: " + CommonOptions.SCAN),
                            CommonOptions.MASKPATH.meaning("The lesion: " + CommonOptions.MASK_FILE),
                            CommonOptions.LABEL.meaning(
                                    "The label of the lesion in MASK, where it holds more than one."),
                            CommonOptions.PLACEMENT,
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            Option.of(
                                            Option.Kind.NAME_OR_FILE,
                                            "Config",
                                            "",
                                            "A, B, C, D, E or digital, as in the IBSI-1 reference values; 1.A to 9.B, "
                                                    + "as in those of IBSI 2; ICH, for head CT; or a JSON file with "
                                                    + "settings.")
                                    .line("NAME")
                                    .required(),
                            CommonOptions.out(
                                            "Out",
                                            "FILE.csv",
                                            "The values to write. FILE.run.json beside them records how they were "
                                                    + "made.")
                                    .required(),
                            CommonOptions.out(
                                    "Diagnostics",
                                    "FILE.csv",
                                    "What the processing did to image and mask: " + IbsiResult.DIAGNOSTICS_HEADER
                                            + "."),
                            CommonOptions.overwrite("Replace files of other content that have these names.")),
                    "Measure one lesion with the features of IBSI: " + IbsiResult.HEADER + ".")
            .like("ct.nii.gz --mask mask.nii.gz --config C --out values.csv");

    static final Task FILTER = Task.ofTheLine(
                    "filter",
                    () -> List.of(
                            CommonOptions.IMAGE.meaning("The scan: " + CommonOptions.SCAN),
                            Option.of(
                                            Option.Kind.NAME_OR_FILE,
                                            "Settings",
                                            "",
                                            "A JSON file of IBSI settings with one filter, or 2.A to 9.B: the image is "
                                                    + "rounded and interpolated as they say, then filtered.")
                                    .line("F"),
                            Option.word(
                                            "Ibsi2",
                                            "",
                                            "1.a.1 to 10.b.1, the filter of a reference map of IBSI 2; the image is "
                                                    + "filtered as it is.")
                                    .line("TEST"),
                            CommonOptions.SPACING,
                            CommonOptions.SPACING_USE,
                            CommonOptions.out("Out", "MAP.nii.gz", "The map to write, float32, .nii or .nii.gz.")
                                    .required(),
                            CommonOptions.overwrite("Replace a file of other content that has this name.")),
                    "Write the response of an image to a filter of IBSI 2.")
            .like("ct.nii.gz --settings 3.A --out log.nii.gz");

    static final Task COMPLETION = Task.ofTheLine(
                    "completion",
                    List::of,
                    "Print a script by which bash and zsh complete commands, options and values with the Tab key.",
                    "The commands must go by the name ich-radiomics, as in a release; elsewhere an alias gives it.")
            .like("> ich-radiomics.sh");

    static final Task EXPORT_SIGNATURE = Task.ofTheLine(
                    "export-signature",
                    () -> List.of(
                            Option.of(
                                            Option.Kind.NAME_OR_FILE,
                                            "Signature",
                                            "",
                                            "A signature file, or the built-in \"Zhan 2020\".")
                                    .place("S"),
                            CommonOptions.out("Out", "F.csv", "The table to write: term,coefficient,mean,sd,unit.")
                                    .required(),
                            CommonOptions.overwrite("Replace a file of other content that has this name.")),
                    "Write a signature as a table of coefficients, so that another program can check it.")
            .line("signature export")
            .like("signature.json --out signature.csv");

    static final Task PYRADIOMICS = Task.ofTheLine(
                    "pyradiomics",
                    () -> List.of(
                            Option.of(
                                            Option.Kind.FILE_OR_FOLDER,
                                            "Input",
                                            "",
                                            "The scan: " + CommonOptions.SCAN,
                                            "Without MASK: a CSV with columns Image, Mask and, if wanted, Label; paths "
                                                    + "from its folder; its other columns are kept.")
                                    .place("INPUT"),
                            Option.of(Option.Kind.FILE, "Mask", "", CommonOptions.MASK_FILE)
                                    .place("MASK")
                                    .optional(),
                            Option.of(
                                            Option.Kind.FILE,
                                            "Param",
                                            "",
                                            "PyRadiomics' parameter file, YAML or JSON; without it all classes of the "
                                                    + "image as it is.")
                                    .line("FILE")
                                    .briefly("-p"),
                            Option.of(
                                            Option.Kind.POINTS,
                                            "Setting",
                                            "",
                                            "A setting that is to hold instead of the file's, such as binWidth:10; as "
                                                    + "often as there are.")
                                    .line("KEY:VALUE")
                                    .briefly("-s"),
                            CommonOptions.LABEL
                                    .meaning("The label in MASK (default: the file's, or 1).")
                                    .briefly("-l"),
                            Option.of(Option.Kind.COUNT, "Jobs", "1", "How many cases of a list at once (default: 1).")
                                    .line("N")
                                    .briefly("-j"),
                            Option.word("Format", "csv", "csv, which is all there is.")
                                    .line("NAME")
                                    .briefly("-f"),
                            Option.word("Mode", "segment", "segment, which is all there is; see maps.")
                                    .line("NAME")
                                    .briefly("-m"),
                            Option.word(
                                            "Format_path",
                                            "",
                                            "absolute, relative (to the list, or to where you are) or basename: how "
                                                    + "Image and Mask are written (default: as they are given).")
                                    .line("HOW"),
                            Option.flag("Skip_nans", "Leave cells without a number empty.")
                                    .line("--skip-nans", ""),
                            Option.word("Verbosity", "", "Without effect, for scripts that have it.")
                                    .line("N")
                                    .briefly("-v"),
                            CommonOptions.out(
                                            "Out",
                                            "FILE.csv",
                                            "The table to which the rows are added; it is made if it is not there. "
                                                    + "Without it they are printed.")
                                    .briefly("-o"),
                            CommonOptions.overwrite("Begin the table anew: the rows that it holds are lost.")),
                    "Measure as PyRadiomics does, with its parameter file, columns and values.")
            .like("ct.nii.gz mask.nii.gz --param params.yaml --out features.csv");

    private LineTasks() {}
}
