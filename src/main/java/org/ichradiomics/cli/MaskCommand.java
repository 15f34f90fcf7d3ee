package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    static int run(Given given) throws InvalidInputException {
        Path in = given.place(0);
        if (given.has("--list")) return list(in, given);
        Path on = needed("--on", given);
        Path out = needed(ExtractCommand.OUT, given);
        RowFile.refuse(out, given.inputs(MaskOpening.OPTIONS));
        String label = given.value("--mask-label", Labels.ANY);
        Placement placement = Placement.of(given.value("--placement", Placement.CHECKED.text()));

        ImageFile image = ImageFile.read(on);
        Scan scan = image.scan();
        Geometry grid = image.tiff().isPresent() ? ImageScan.file(image.tiff().get(), scan) : scan.geometry();
        LabelVolume labels = new LabelVolume(grid).of(Optional.of(on));
        long voxels = FileKind.ROIS.isNamed(in)
                ? drawn(MaskFile.lesion(in, label, placement, image), labels, given)
                : drawn(MaskFile.labels(in, scan, placement), label, labels, given);
        boolean isChanged = labels.write(out, Commands.replacing(given));
        for (String remark : labels.remarks(scan.name(), out)) note(remark, given);
        given.out().println("voxels: " + voxels);
        given.out().println((isChanged ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static Path needed(String option, Given given) {
        Path path = given.value(option);
        if (path == null)
            throw new WrongUse(option + " is missing: a mask is written with --on=SCAN "
                    + "and --out=OUT; --list says which labels it has.");
        return path;
    }

    private static int list(Path in, Given given) throws InvalidInputException {
        List<String> labels = MaskFile.listed(in, note -> note(note, given));
        for (String label : labels) given.out().println("label " + label);
        return Main.DONE;
    }

    private static long drawn(Lesion lesion, LabelVolume volume, Given given) throws InvalidInputException {
        for (String doubt : lesion.doubts()) note(doubt, given);
        for (String note : lesion.notes()) note(note, given);
        return volume.draw(lesion.mask(), 1);
    }

    /** Each label keeps its number. */
    private static long drawn(Labels labels, String wanted, LabelVolume volume, Given given)
            throws InvalidInputException {
        for (String warning : labels.warnings()) note(warning, given);
        if (labels.isEmpty()) {
            note(labels.name() + " is empty, every voxel is 0: nothing can be measured with it.", given);
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

    private static void note(String sentence, Given given) {
        given.out().println("Note: " + sentence);
    }
}
