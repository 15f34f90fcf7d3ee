package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;

import org.ichradiomics.text.English;

/** Keeps the ROI Manager clear of the last patient's ROIs: they are saved first, so that nothing drawn is lost. */
public final class PutAway {

    /** ROIs that a macro opened → that macro. */
    private static final Map<Roi, Object> OPENED = Collections.synchronizedMap(new WeakHashMap<>());

    private PutAway() {}

    /** Remembers that the running macro itself has opened these ROIs of the manager. */
    static void remember(Roi[] managed) {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) return;
        for (Roi roi : managed) OPENED.put(roi, macro);
    }

    /**
     * Puts away the ROIs that were drawn on other images than this one; says where in the log.
     *
     * @return the same sentence; empty if there were none
     */
    public static Optional<String> roisOfOthers(ImagePlus image) {
        RoiManager manager = Screen.isThere() ? RoiManager.getInstance2() : null;
        if (manager == null) return Optional.empty();
        List<Roi> others = Stream.of(manager.getRoisAsArray())
                .filter(roi -> isOfOthers(roi, image))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(rois(others, manager, "drawn on other images"));
    }

    /**
     * Puts away some of the manager's ROIs; says where in the log.
     *
     * @param why as in "drawn on other images"
     * @return the same sentence
     */
    static String rois(List<Roi> away, RoiManager manager, String why) {
        String said;
        try {
            Path zip = save(away);
            Roi[] rois = manager.getRoisAsArray();
            // From the last one, so that the indices of those before it stay.
            for (int i = rois.length - 1; i >= 0; i--) if (away.contains(rois[i])) manager.delete(i);
            said = English.counted(away.size(), "ROI") + " of the ROI Manager, " + why + ", were put away in " + zip;
        } catch (IOException e) {
            said = "ROIs stay in the ROI Manager, as they could not be saved (" + e.getMessage() + ").";
        }
        IJ.log("ICH Radiomics: " + said);
        return said;
    }

    private static boolean isOfOthers(Roi roi, ImagePlus image) {
        Interpreter macro = Interpreter.getInstance();
        boolean isOfMacro = macro != null && OPENED.get(roi) == macro;
        return (roi.getImageID() != 0 || roi.getImage() != null) && !DrawnOn.isOn(roi, image) && !isOfMacro;
    }

    /** In ImageJ's folder for such files. */
    private static Path save(List<Roi> rois) throws IOException {
        Path zip = Files.createTempFile(Path.of(IJ.getDirectory("temp")), "ICH-Radiomics-ROIs-", ".zip");
        Set<String> names = new HashSet<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Roi roi : rois) {
                String name = roi.getName() == null ? "ROI" : roi.getName();
                String entry = name;
                for (int i = 1; !names.add(entry); i++) entry = name + "-" + i;
                out.putNextEntry(new ZipEntry(entry + ".roi"));
                out.write(RoiEncoder.saveAsByteArray(roi));
            }
        }
        return zip;
    }
}
