package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.report.Measurement;
import org.ichradiomics.report.VolumeMeasurement;

/** Macro calls: text in, text out, errors by ImageJ's own way, which stops the macro. */
public final class MacroCalls {

    private MacroCalls() {
    }

    /**
     * @param image   the title of an open image or a path; null: the current image
     * @param options as for {@code run("Extract...", options)}
     */
    public static String extract(String image, String options) {
        try {
            ExtractOptions parsed = ExtractOptions.parse(options);
            List<Measurement> rows = Extraction.run(image(image == null ? parsed.get(ExtractOptions.IMAGE) : image), null, parsed,
                    LesionFinder.Asker.NOBODY);
            return rows.stream().map(row -> Double.toString(row.score().value())).collect(Collectors.joining(","));
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        }
    }

    /**
     * @param image   the title of an open image or a path; null: the current image
     * @param options as for {@code run("Volume...", options)}
     */
    public static String volume(String image, String options) {
        try {
            VolumeOptions parsed = VolumeOptions.parse(options);
            List<VolumeMeasurement> rows = VolumeMeasuring.run(image(image == null ? parsed.get(ExtractOptions.IMAGE) : image), parsed,
                    LesionFinder.Asker.NOBODY);
            return rows.stream().map(row -> Double.toString(row.volume().millilitres())).collect(Collectors.joining(","));
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        }
    }

    /** @param options as for {@code run("Expansion...", options)} */
    public static String expansion(String options) {
        try {
            return ExpansionMeasuring.run(ExpansionOptions.parse(options), LesionFinder.Asker.NOBODY).finding().text();
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        }
    }

    /** What a call answers. */
    @FunctionalInterface
    public interface Answer {

        String text() throws InvalidInputException;
    }

    /** The answer; empty if it is an error, which ends the macro. */
    public static String sentence(Answer answer) {
        try {
            return answer.text();
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        }
    }

    public static String value(String row, String name) {
        try {
            double number = Double.parseDouble(row.strip());
            if (number != Math.rint(number)) throw new NumberFormatException();
            return Scripting.value((int) number, name.strip());
        } catch (NumberFormatException e) {
            Failure.endCall(new InvalidInputException("The row " + row + " is not a whole number: use 0 for the first row.", e));
        } catch (InvalidInputException e) {
            Failure.endCall(e);
        }
        return "";
    }

    /**
     * The image a text means.
     *
     * @param titleOrPath empty: the current image
     * @return null if no image is open
     */
    public static ImagePlus image(String titleOrPath) throws InvalidInputException {
        if (titleOrPath.isEmpty()) return WindowManager.getCurrentImage();
        ImagePlus open = WindowManager.getImage(titleOrPath);
        if (open != null) return open;
        Path path = Options.path(titleOrPath);
        return ImageFile.isTiff(path) ? ImageFile.tiff(path)
                : CtOpening.open(Options.of(Map.of("path", titleOrPath), CtOpening.DEFAULTS), CtOpening.Chooser.FIRST, new ArrayList<>());
    }

    /** @return the title of the image, which is the current one then */
    public static String openCt(String path, String options) {
        return called(() -> {
            Options parsed = Options.parse(options, CtOpening.DEFAULTS).with("path", path);
            return CtOpening.run(parsed, CtOpening.Chooser.FIRST).getTitle();
        });
    }

    /** @return the number of ROIs in the overlay of the current image */
    public static String openMask(String path, String options) {
        return called(() -> {
            Options parsed = Options.parse(options, MaskOpening.DEFAULTS).with("path", path);
            return Integer.toString(MaskOpening.run(image(""), parsed, CtOpening.Chooser.FIRST).size());
        });
    }

    /** @return the number of voxels of the mask of the current image */
    public static String saveMask(String path, String options) {
        return called(() -> {
            Options parsed = Options.parse(options, MaskSaving.DEFAULTS).with("out", path);
            return Long.toString(MaskSaving.run(image(""), parsed, LesionFinder.Asker.NOBODY));
        });
    }

    private interface Call {
        String run() throws InvalidInputException;
    }

    private static String called(Call call) {
        try {
            return call.run();
        } catch (InvalidInputException e) {
            Failure.endCall(e);
            return "";
        }
    }
}
