package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.ImageScan;
import org.ichradiomics.imagej.LabelVolume;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.imagej.MaskOpening;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** {@code mask}: a mask of any format in, one on the grid of a scan out. */
final class MaskCommand {

    private MaskCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Path in = given.matchedPositionalValue(0, null);
        if (given.hasMatchedOption("--list")) return list(in, line);
        Path on = needed("--on", given, line);
        Path out = needed(ExtractCommand.OUT, given, line);
        RowFile.refuse(out, TaskSpec.inputs(given, MaskOpening.OPTIONS), line);
        String label = given.matchedOptionValue("--mask-label", Labels.ANY);
        Placement placement = Placement.of(given.matchedOptionValue("--placement", Placement.CHECKED.text()));

        ImageFile image = ImageFile.read(on);
        Scan scan = image.scan();
        Geometry grid = image.tiff().isPresent() ? ImageScan.file(image.tiff().get(), scan) : scan.geometry();
        LabelVolume labels = new LabelVolume(grid).of(Optional.of(on));
        long voxels = FileKind.ROIS.isNamed(in)
                ? drawn(MaskFile.lesion(in, label, placement, image), labels, line)
                : drawn(MaskFile.labels(in, scan, placement), label, labels, line);
        boolean isChanged = labels.write(out, Commands.replacing(given));
        for (String remark : labels.remarks(scan.name(), out)) note(remark, line);
        line.getOut().println("voxels: " + voxels);
        line.getOut().println((isChanged ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static Path needed(String option, ParseResult given, CommandLine line) {
        Path path = given.matchedOptionValue(option, null);
        if (path == null)
            throw new ParameterException(
                    line,
                    option + " is missing: a mask is written with --on=SCAN "
                            + "and --out=OUT; --list says which labels it has.");
        return path;
    }

    private static int list(Path in, CommandLine line) throws InvalidInputException {
        List<String> labels = MaskFile.listed(in, note -> note(note, line));
        for (String label : labels) line.getOut().println("label " + label);
        return Main.DONE;
    }

    private static long drawn(Lesion lesion, LabelVolume volume, CommandLine line) throws InvalidInputException {
        for (String doubt : lesion.doubts()) note(doubt, line);
        for (String note : lesion.notes()) note(note, line);
        return volume.draw(lesion.mask(), 1);
    }

    /** Each label keeps its number. */
    private static long drawn(Labels labels, String wanted, LabelVolume volume, CommandLine line)
            throws InvalidInputException {
        for (String warning : labels.warnings()) note(warning, line);
        if (labels.isEmpty()) {
            note(labels.name() + " is empty, every voxel is 0: nothing can be measured with it.", line);
            return 0;
        }
        boolean isAll = wanted.equalsIgnoreCase(Labels.ANY);
        long chosen = isAll ? 0 : labels.number(wanted);
        long voxels = 0;
        for (Label label : labels.list()) {
            String name = Long.toString(label.value());
            if (label.voxels() == 0 || !isAll && label.value() != chosen) continue;
            int value = LabelVolume.fitting(label.value(), "choose one below with --mask-label");
            voxels += volume.draw(labels.cut(name), value);
            volume.name(value, label.name());
        }
        return voxels;
    }

    private static void note(String sentence, CommandLine line) {
        line.getOut().println("Note: " + sentence);
    }
}
