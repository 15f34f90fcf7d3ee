package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.outline.Grow;
import org.ichradiomics.outline.GrowSettings;
import org.ichradiomics.outline.Grown;
import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Holding;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;

/** <i>Grow Haematoma...</i>: the bleed round some clicks becomes a label of the image's outline. */
public final class HaematomaGrowing {

    private static final String AUTO = "auto";
    private static final GrowSettings USUAL = GrowSettings.USUAL;

    /** Those of <i>Grow Haematoma...</i> and {@code outline}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.IMAGE.meaning("The head CT in HU: " + CommonOptions.SCAN),
            Option.of(
                            Option.Kind.POINTS,
                            "Seed (x,y,z; ...)",
                            "",
                            "A voxel in the blood, counted from 0 as the file stores them; in ImageJ empty: the points "
                                    + "of the selection (point tool). More of them join what lies apart.")
                    .called("Points in the blood (x,y,z; ...)")
                    .line("X,Y,Z")
                    .required(),
            Option.of(
                            Option.Kind.POINTS,
                            "Against (x,y,z; ...)",
                            "",
                            "A voxel that is not to belong to it, such as blood in a ventricle; in ImageJ empty: the "
                                    + "points of the selection whose counter is not 0.")
                    .called("Points outside it (x,y,z; ...)")
                    .line("X,Y,Z"),
            Option.word(
                            "Low (HU)",
                            AUTO,
                            "HU from which on it is blood (default: auto, from the click and what surrounds it).")
                    .called("Blood from (HU)")
                    .line("HU"),
            Option.word("High (HU)", AUTO, "HU up to which it is blood (default: auto, 100).")
                    .called("Blood up to (HU)")
                    .line("HU"),
            Option.word(
                            "Radius (mm)",
                            number(USUAL.radius()),
                            "How far from the nearest seed it may reach (default: " + number(USUAL.radius()) + ").")
                    .called("Reach from the points (mm)")
                    .further()
                    .line("MM"),
            Option.word(
                            "Smooth (mm)",
                            number(USUAL.smooth()),
                            "SD of the Gaussian that rounds the outline, 0 to 20 (default: 0, none).")
                    .called("Smoothing (mm)")
                    .further()
                    .line("MM"),
            Option.choice(
                            "Holes",
                            List.of(Holding.FILL.toString(), Holding.KEEP.toString()),
                            "Holes within a slice belong to it (fill, the default), or stay holes (keep).")
                    .called("Holes")
                    .further()
                    .line("WHAT"),
            Option.word(
                            "Label",
                            "1",
                            "Its label: 1 haematoma (default), 2 blood in the ventricles, 3 oedema, or another up to "
                                    + LabelVolume.MOST + ".")
                    .called("Label (1 haematoma, 2 IVH, 3 oedema)")
                    .line(CommonOptions.LABEL.line().flag(), "N"),
            CommonOptions.SPACING,
            CommonOptions.SPACING_USE,
            CommonOptions.out(
                            "Out (.nii.gz)",
                            "MASK",
                            "The mask to write, in the order of the image's own file: " + LabelVolume.ENDINGS + ".")
                    .called("Save to (.nii.gz)")
                    .required(),
            CommonOptions.overwrite(
                    "Replace what is drawn with this label, and a file of other content that has this " + "name."),
            CommonOptions.JSON);

    /**
     * What was grown.
     *
     * @param session of the image, in whose outline it lies
     * @param isWritten whether a file was written
     */
    public record Result(OutlineSession session, Grown grown, int label, boolean isWritten) {

        /** Voxels of the label on each slice. */
        public int[] slices() {
            return session.outline().voxels(label);
        }

        /** Volume of the label in mL. */
        public double millilitres() {
            return session.outline().millilitres(label);
        }

        /** What was grown, in a sentence. */
        public String text() {
            return said(session.outline(), label)
                    + String.format(Locale.ROOT, ", grown between %.1f and %.1f HU.", grown.low(), grown.high());
        }
    }

    private HaematomaGrowing() {}

    /**
     * Grows the bleed and shows it in the overlay, where there is an image window.
     *
     * @throws InvalidInputException if a point lies in no bleed, an option is wrong, or what is drawn or written
     *     already may not be replaced; nothing is drawn then
     * @throws CancellationException if the user pressed Esc
     */
    public static Result run(ImagePlus image, Options options, Progress progress) throws InvalidInputException {
        GrowSettings settings = settings(options);
        int label = label(options.get("label"));
        Path out = options.get("out").isEmpty() ? null : Options.path(options.get("out"));
        if (out != null) {
            LabelVolume.requireNamed(out);
            WholeFile.check(out);
        }
        OutlineSession session =
                OutlineSession.of(image, MaskSaving.mask(options).spacing());
        List<Voxel> seeds = points("seed", options, image);
        if (seeds.isEmpty()) {
            throw new InvalidInputException(Sentence.of(
                    "There is nothing to grow from: click into the blood with the point tool, or write ",
                    Setting.of("seed", "68,62,12"),
                    ", say."));
        }
        List<Voxel> against = points("against", options, image);
        progress.at("the inside of the skull", 0);
        Head head = session.head();
        progress.at("growing", 0.6);
        Grown grown = Grow.from(head, seeds, against, settings);
        progress.at("drawing", 0.9);
        Replacing replacing = options.replacing();
        boolean isChanged = session.change(outline -> draw(outline, grown, label, replacing, image));
        try {
            ManagedRois.giveWay(session, replacing);
            return new Result(session, grown, label, out != null && session.write(out, replacing));
        } catch (InvalidInputException | CancellationException e) {
            if (isChanged) session.change(Outline::undo);
            throw e;
        }
    }

    /**
     * What would grow, and is not drawn.
     *
     * @throws InvalidInputException as {@link #run}
     */
    public static Grown preview(ImagePlus image, Options options) throws InvalidInputException {
        OutlineSession session =
                OutlineSession.of(image, MaskSaving.mask(options).spacing());
        return Grow.from(
                session.head(), points("seed", options, image), points("against", options, image), settings(options));
    }

    private static boolean draw(Outline outline, Grown grown, int label, Replacing replacing, ImagePlus image)
            throws InvalidInputException {
        boolean isDrawn = IntStream.of(outline.voxels(label)).anyMatch(voxels -> voxels > 0);
        boolean isChanged = outline.set(grown, label);
        if (!isDrawn || !isChanged) return isChanged;
        outline.undo();
        replacing.allow(
                "On " + image.getTitle() + " is drawn already: " + said(outline, label),
                Sentence.of("remove it, choose another label, or give ", Replacing.OVERWRITE, " to replace it"));
        return outline.redo();
    }

    /** A label with its volume and slices. */
    static String said(Outline outline, int label) {
        int[] voxels = outline.voxels(label);
        int[] there = IntStream.range(0, voxels.length)
                .filter(z -> voxels[z] > 0)
                .map(z -> z + 1)
                .toArray();
        String what = Tissue.of(label).map(Tissue::toString).orElse("label " + label);
        String where = there.length == 0
                ? "no slice"
                : English.counted(there.length, "slice") + " (" + there[0]
                        + (there.length == 1 ? "" : " to " + there[there.length - 1]) + ")";
        return String.format(Locale.ROOT, "%s, %.2f mL on %s", what, outline.millilitres(label), where);
    }

    private static List<Voxel> points(String key, Options options, ImagePlus image) throws InvalidInputException {
        boolean isSaid =
                !options.get("seed").isEmpty() || !options.get("against").isEmpty();
        String text = isSaid ? options.get(key) : ImagePoints.clicked(image, key.equals("against"));
        return ImagePoints.shown(key, text, image);
    }

    /**
     * A label by its number, or by the name of its tissue.
     *
     * @throws InvalidInputException unless it is one of 1 to 255
     */
    static int label(String text) throws InvalidInputException {
        for (Tissue tissue : Tissue.values()) if (tissue.toString().equalsIgnoreCase(text)) return tissue.label();
        String number = text.replaceAll("\\.0+$", "");
        int label = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
        if (label >= 1 && label <= LabelVolume.MOST) return label;
        throw new InvalidInputException(Sentence.of(
                Setting.of("label", text), " is no label: write a number from 1 to " + LabelVolume.MOST + "."));
    }

    /**
     * Refuses options that are wrong by themselves.
     *
     * @throws InvalidInputException if one is
     */
    public static void check(Options options) throws InvalidInputException {
        settings(options);
        label(options.get("label"));
        for (String key : List.of("seed", "against")) ImagePoints.parse(key, options.get(key));
    }

    private static GrowSettings settings(Options options) throws InvalidInputException {
        String holes = options.choice("holes", List.of(Holding.FILL.toString(), Holding.KEEP.toString()));
        try {
            return new GrowSettings(
                    limit("low", options),
                    limit("high", options),
                    options.number("radius"),
                    options.number("smooth"),
                    Holding.valueOf(holes.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private static OptionalDouble limit(String key, Options options) throws InvalidInputException {
        return options.get(key).equalsIgnoreCase(AUTO)
                ? OptionalDouble.empty()
                : OptionalDouble.of(options.number(key));
    }

    private static String number(double value) {
        return Long.toString(Math.round(value));
    }

    /**
     * The same in ImageJ: with progress, and said in the log.
     *
     * @return the volume of the label in mL
     * @throws InvalidInputException as the other
     */
    public static String run(ImagePlus image, Options options) throws InvalidInputException {
        IJ.resetEscape();
        try {
            Result result = run(image, options, ImageJProgress.INSTANCE);
            List<String> said = new ArrayList<>(List.of(English.capital(result.text())));
            said.addAll(result.session().scan().warnings());
            if (!options.get("out").isEmpty() && !result.isWritten()) Unchanged.say(options.get("out"));
            Said.log(said);
            IJ.showStatus("ICH Radiomics: " + result.text());
            return Double.toString(result.millilitres());
        } finally {
            IJ.showProgress(1);
        }
    }
}
