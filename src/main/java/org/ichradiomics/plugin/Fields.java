package org.ichradiomics.plugin;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.WindowManager;
import ij.gui.GenericDialog;

import org.ichradiomics.imagej.MaskSource;
import org.ichradiomics.imagej.Options;

/** What the dialogs share: the fields that say where a mask is, and the values of all fields by their keys. */
final class Fields {

    private static final int WIDTH = 36;

    private Fields() {}

    /**
     * Adds {@code mask}, {@code roi_path}, {@code maskimage} and {@code maskpath}.
     *
     * @param source the mask source that is chosen
     * @param roiPath the ROI file that is named
     * @param maskPath the mask file that is named
     */
    static void addMask(GenericDialog dialog, String source, String roiPath, String maskPath) {
        dialog.addChoice("Mask", MaskSource.texts(), source);
        dialog.addFileField("Roi_path (.roi, .zip)", roiPath, WIDTH);
        dialog.addChoice("Maskimage (open)", openImages(), "");
        dialog.addFileField("Maskpath (any format)", maskPath, WIDTH);
    }

    /**
     * What stands in the fields.
     *
     * @param keys in the order of the fields; for {@link Options#OVERWRITE} there is none, it is asked when it matters
     * @param choices those of them that are no text
     */
    static Map<String, String> values(GenericDialog dialog, Collection<String> keys, Collection<String> choices) {
        dialog.resetCounters();
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : keys) {
            if (!key.equals(Options.OVERWRITE))
                values.put(key, choices.contains(key) ? dialog.getNextChoice() : dialog.getNextString());
        }
        return values;
    }

    /**
     * ImageJ asks a dialog's listeners only when something was changed: before that OK would be there for what cannot
     * be measured.
     */
    static void letOkWait(GenericDialog dialog, boolean isReady) {
        dialog.getButtons()[0].setEnabled(isReady);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                // Only now are the lines of what was written as wide as on the screen.
                dialog.pack();
            }
        });
    }

    /** The titles of the open images, after an empty one. */
    static String[] openImages() {
        String[] titles = WindowManager.getImageTitles();
        String[] choices = new String[titles.length + 1];
        choices[0] = "";
        System.arraycopy(titles, 0, choices, 1, titles.length);
        return choices;
    }
}
