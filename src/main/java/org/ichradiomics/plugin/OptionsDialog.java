package org.ichradiomics.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.GenericDialog;

import org.ichradiomics.imagej.Options;

/** A dialog with one text field for each option; those that may hold a path have a Browse button. */
final class OptionsDialog {

    private static final int WIDTH = 36;

    private OptionsDialog() {
    }

    /**
     * Asks.
     *
     * @param paths the keys that may hold a path
     * @return the options, empty if the user canceled
     */
    static Optional<Options> ask(String title, String message, Map<String, String> defaults, List<String> paths) {
        GenericDialog dialog = new GenericDialog(title);
        dialog.addMessage(message);
        defaults.forEach((key, value) -> {
            String label = Character.toUpperCase(key.charAt(0)) + key.substring(1);
            if (paths.contains(key)) dialog.addFileField(label, value, WIDTH);
            else dialog.addStringField(label, value, WIDTH);
        });
        dialog.addHelp(Help.html());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : defaults.keySet()) values.put(key, dialog.getNextString());
        return Optional.of(Options.of(values, defaults));
    }
}
