package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.HaematomaGrowing;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.Progress;

/** {@code outline}: the bleed round some voxels of a scan, as a mask. */
final class OutlineCommand {

    private OutlineCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(HaematomaGrowing.OPTIONS, HaematomaGrowing::check);
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuse(out, given.inputs(HaematomaGrowing.OPTIONS));
        ImagePlus image = CtOpening.asItIs(given.place(0));
        // What is drawn in a TIFF is no part of what is grown.
        image.setOverlay(null);
        image.deleteRoi();
        HaematomaGrowing.Result grown =
                HaematomaGrowing.run(image, options.with("overwrite", word(given)), Progress.NONE);
        boolean isJson = given.has("--json");
        Map<String, Object> values = values(grown);
        if (isJson) given.out().print(JsonText.file(values));
        else values.forEach((name, value) -> given.out().println(name + ": " + value));
        var said = isJson ? given.err() : given.out();
        for (String note : grown.session().scan().warnings()) said.println("Note: " + note);
        said.println((grown.isWritten() ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }

    private static String word(Given given) {
        return given.has(Commands.OVERWRITE) ? "yes" : "no";
    }

    private static Map<String, Object> values(HaematomaGrowing.Result grown) {
        int[] slices = grown.slices();
        int[] there =
                IntStream.range(0, slices.length).filter(z -> slices[z] > 0).toArray();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("label", grown.label());
        values.put("volume_mL", grown.millilitres());
        values.put("voxels", IntStream.of(slices).sum());
        values.put("slices", there.length);
        values.put("low_HU", grown.grown().low());
        values.put("high_HU", grown.grown().high());
        return values;
    }
}
