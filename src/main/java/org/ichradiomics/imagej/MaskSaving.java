package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** <i>Save Mask...</i>: what <i>Extract...</i> would measure, as a file on the grid of the scan's own file. */
public final class MaskSaving {

    /** Those of <i>Save Mask...</i>; the mask is told as for <i>Extract...</i>. */
    public static final List<Option> OPTIONS = Stream.concat(
                    Stream.concat(CommonOptions.WHERE.stream(), Stream.of(CommonOptions.PLACEMENT, CommonOptions.ROWS))
                            .map(Option::onlyInMenu),
                    Stream.of(
                            Option.of(
                                            Option.Kind.SAVE_MASK,
                                            "Out (.nii.gz)",
                                            "",
                                            "The file to write: " + LabelVolume.ENDINGS + ".")
                                    .called("Save to (.nii.gz)"),
                            CommonOptions.overwrite("Replace a file of other content that has this name.")
                                    .onlyInMenu()))
            .toList();

    private static final Pattern NUMBERED = Pattern.compile("(?:group|label) (\\d{1,9})(?: .*)?");

    private MaskSaving() {}

    /**
     * Writes the mask.
     *
     * @return how many voxels it has
     * @throws InvalidInputException if there is no mask, or it cannot be written
     */
    public static long run(ImagePlus image, Options options, LesionFinder.Asker asker) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The file to write", "/data/mask.nii.gz"));
        ExtractOptions extract = mask(options);
        Scan scan = ImageScan.of(image);
        List<Lesion> lesions = new LesionFinder(image, scan, extract, asker).find();
        List<String> plain = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        LabelVolume labels = new LabelVolume(ImageScan.file(image, scan)).of(OpenedFrom.of(image));
        long voxels = 0;
        boolean isCounted = extract.rows() == Rows.PER_ROI
                || extract.rows() != Rows.ONE
                        && !lesions.stream()
                                .allMatch(lesion ->
                                        NUMBERED.matcher(lesion.part()).matches());
        for (int i = 0; i < lesions.size(); i++) {
            Lesion lesion = lesions.get(i);
            int value = extract.rows() == Rows.ONE ? 1 : isCounted ? i + 1 : number(lesion);
            value = fitting(value);
            voxels += labels.draw(lesion.mask(), value);
            if (extract.rows() != Rows.ONE) labels.name(value, lesion.part());
            doubtful.addAll(lesion.doubts());
            for (String note : lesion.notes()) (note.startsWith(LesionFinder.TAKEN) ? plain : doubtful).add(note);
            if (isCounted) plain.add("Label " + value + " of " + out.getFileName() + " is " + lesion.part() + ".");
        }
        if (!labels.write(out, options.replacing())) Unchanged.say(out.toString());
        plain.addAll(labels.remarks(scan.name(), out));
        Said.log(plain);
        Said.show(doubtful);
        return voxels;
    }

    /** The same choice of a mask for whoever looks for lesions. */
    static ExtractOptions mask(Options options) {
        return new ExtractOptions(options.as(ExtractOptions.OPTIONS));
    }

    /** Of a group or a label without a name of its own. */
    private static int number(Lesion lesion) {
        Matcher numbered = NUMBERED.matcher(lesion.part());
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    private static int fitting(int value) throws InvalidInputException {
        if (value == 0) {
            throw new InvalidInputException(
                    "There are ROIs without a group, and 0 is the background of a mask: give them a group from 1 to "
                            + LabelVolume.MOST + ", or leave rows out.");
        }
        return LabelVolume.fitting(value, "leave rows out, or choose one");
    }
}
